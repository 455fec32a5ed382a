"""Messages wait in the database with the change that caused them, and go out afterwards, once."""

import smtplib
import stat
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest
import time_machine
from flask import Flask
from sqlmodel import select

from scheme import messages
from scheme.database import carry_out, db, enter_scheme
from scheme.errors import Refused
from scheme.messages import MOST_TRIES, address_of, deliver, post
from scheme.models import Message, Scheme
from tests.ground.accounts import MakeScheme
from tests.ground.applications import MakeApp
from tests.ground.mail import Post

ANA = "ana@example.org"


def write(scheme: Scheme, email: str = ANA, subject: str = "Hello", body: str = "Come on Tuesday.\n") -> None:
    enter_scheme(scheme.id)
    carry_out(post, email, subject, body)


def files(app: Flask) -> list[Path]:
    return sorted((Path(app.config["INSTANCE_PATH"]) / "outbox").glob("*"))


def waiting(scheme: Scheme) -> Message:
    enter_scheme(scheme.id)
    db.session.expire_all()
    return db.session.exec(select(Message)).one()


def test_a_message_goes_out_once(app: Flask, scheme: Scheme) -> None:
    with app.app_context():
        write(scheme, subject="Dydd da ŵ", body="Tŷ newydd?\n")
        assert files(app) == []
        assert deliver() == 1
        assert deliver() == 0
    (file,) = files(app)
    email = message_from_bytes(file.read_bytes(), policy=policy.default)
    assert (email["To"], email["Subject"], email["From"]) == (ANA, "Dydd da ŵ", "alongside@localhost")
    assert email.get_content() == "Tŷ newydd?\n"


def test_only_the_server_may_read_the_outbox(app: Flask, scheme: Scheme) -> None:
    with app.app_context():
        write(scheme)
        deliver()
    (file,) = files(app)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_every_scheme_has_its_post_taken(app: Flask, make_scheme: MakeScheme) -> None:
    with app.app_context():
        for scheme in (make_scheme(), make_scheme()):
            write(scheme)
        assert deliver() == 2


def test_a_refused_change_sends_nothing(app: Flask, scheme: Scheme) -> None:
    def change() -> None:
        post(ANA, "It is done", "It is done.")
        raise Refused("No.")

    with app.app_context():
        enter_scheme(scheme.id)
        with pytest.raises(Refused):
            carry_out(change)
        assert deliver() == 0


def test_words_are_sealed_while_they_wait_and_erased_once_sent(app: Flask, scheme: Scheme) -> None:
    with app.app_context():
        write(scheme)
        message = waiting(scheme)
        assert message.body == "Come on Tuesday.\n"
        assert b"Tuesday" not in (message.body_sealed or b"")
        deliver()
        assert waiting(scheme).body_sealed is None
        assert waiting(scheme).sent_at is not None


def test_a_subject_cannot_smuggle_in_a_header(app: Flask, scheme: Scheme) -> None:
    with app.app_context():
        write(scheme, subject="Hello\r\nBcc: somebody@example.org")
        deliver()
    email = message_from_bytes(files(app)[0].read_bytes(), policy=policy.default)
    assert email["Bcc"] is None
    assert email["Subject"] == "Hello Bcc: somebody@example.org"


def test_what_could_not_go_is_tried_again_later_and_not_for_ever(
    app: Flask, scheme: Scheme, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def no_way_through(email: EmailMessage, path: Path) -> None:
        raise OSError(f"550 {email['To']} unknown")

    monkeypatch.setattr(messages, "_to_file", no_way_through)
    with time_machine.travel("2026-03-03 09:00+00:00", tick=False) as clock, app.app_context():
        write(scheme)
        assert deliver() == 0
        assert deliver() == 0
        assert waiting(scheme).tries == 1  # its next turn is five minutes later
        for tries in range(2, MOST_TRIES + 3):
            clock.shift(timedelta(days=1))
            deliver()
            assert waiting(scheme).tries == min(tries, MOST_TRIES)
        assert waiting(scheme).body == "Come on Tuesday.\n"
    told = capsys.readouterr()
    assert "message not sent" in told.err
    assert ANA not in told.err + told.out
    assert "Tuesday" not in told.err + told.out


def test_two_jobs_never_send_the_same_message_together(app: Flask, scheme: Scheme) -> None:
    with app.app_context():
        write(scheme)
        message_id = waiting(scheme).id
        first = carry_out(messages._take, message_id, 0)
        second = carry_out(messages._take, message_id, 0)
    assert first is not None
    assert second is None


def test_what_is_on_its_way_is_nobody_elses_however_long_it_had_waited(
    app: Flask, scheme: Scheme, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another machine looks while a slow mail server is being talked to."""
    seen: list[object] = []

    def slowly(email: EmailMessage, path: Path) -> None:
        for minutes in (0, 2, 2):
            clock.shift(timedelta(minutes=minutes))
            seen.append(carry_out(messages._due))

    monkeypatch.setattr(messages, "_to_file", slowly)
    with time_machine.travel("2026-03-03 09:00+00:00", tick=False) as clock, app.app_context():
        write(scheme)
        clock.shift(timedelta(hours=3))
        assert deliver() == 1
    assert seen == [[], [], []]


def test_a_machine_that_stops_between_sending_and_marking_sends_it_again_as_the_same_message(
    app: Flask, scheme: Scheme, monkeypatch: pytest.MonkeyPatch
) -> None:
    with time_machine.travel("2026-03-03 09:00+00:00", tick=False) as clock, app.app_context():
        write(scheme)
        with monkeypatch.context() as stopped:
            stopped.setattr(messages, "_mark_sent", _stop)
            with pytest.raises(KeyboardInterrupt):
                deliver()
        first = message_from_bytes(files(app)[0].read_bytes(), policy=policy.default)
        clock.shift(messages.WAIT)
        assert deliver() == 1
    (file,) = files(app)
    assert message_from_bytes(file.read_bytes(), policy=policy.default)["Message-ID"] == first["Message-ID"]


def _stop(*_: object) -> None:
    raise KeyboardInterrupt


def test_links_in_messages_lead_to_the_address_people_type(make_app: MakeApp) -> None:
    app = make_app(PUBLIC_ADDRESS="https://alongside.example.org/")
    with app.app_context():
        assert address_of("sign_in.link", token="abc", next="/me") == (
            "https://alongside.example.org/sign-in/link/abc?next=/me"
        )
    with app.test_request_context(base_url="https://elsewhere.example"):
        assert address_of("sign_in.ask") == "https://alongside.example.org/sign-in"


def test_a_mail_server_is_used_when_one_is_set(make_app: MakeApp, scheme: Scheme, mail_server: Post) -> None:
    app = make_app(MAIL_URL=mail_server.url, MAIL_FROM="scheme@example.org")
    with app.app_context():
        write(scheme)
        assert deliver() == 1
    (received,) = mail_server.received
    email = message_from_bytes(received, policy=policy.default)
    assert (email["To"], email["From"]) == (ANA, "scheme@example.org")
    assert email.get_content().strip() == "Come on Tuesday."
    assert files(app) == []


def test_what_a_mail_server_has_accepted_is_not_sent_again_whatever_is_interrupted_afterwards(
    make_app: MakeApp, scheme: Scheme, mail_server: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app(MAIL_URL=mail_server.url)
    with time_machine.travel("2026-03-03 09:00+00:00", tick=False) as clock, app.app_context():
        write(scheme)
        with monkeypatch.context() as stopped:
            stopped.setattr(messages, "_mark_sent", _stop)
            with pytest.raises(KeyboardInterrupt):
                deliver()
        clock.shift(messages.WAIT)
        assert deliver() == 1
        enter_scheme(scheme.id)
        assert db.session.exec(select(Message.sent_at)).one()
    assert len(mail_server.received) == 1
    assert not list((Path(app.config["INSTANCE_PATH"]) / "outbox").iterdir()), "the note is not needed any more"


def test_what_was_accepted_although_we_never_heard_goes_again_as_the_same_message(
    make_app: MakeApp, scheme: Scheme, mail_server: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app(MAIL_URL=mail_server.url)
    with time_machine.travel("2026-03-03 09:00+00:00", tick=False) as clock, app.app_context():
        write(scheme)
        with monkeypatch.context() as stopped:
            stopped.setattr(Path, "touch", _stop)
            with pytest.raises(KeyboardInterrupt):
                deliver()
        clock.shift(messages.WAIT)
        assert deliver() == 1
    first, again = mail_server.ids
    assert first == again


def test_a_server_that_says_goodbye_oddly_has_accepted_it_all_the_same(
    make_app: MakeApp, scheme: Scheme, mail_server: Post
) -> None:
    mail_server.goodbye = "500 what?"
    app = make_app(MAIL_URL=mail_server.url)
    with app.app_context():
        write(scheme)
        assert deliver() == 1
    assert len(mail_server.received) == 1


def test_a_password_is_never_sent_to_a_mail_server_without_encryption(
    app: Flask, monkeypatch: pytest.MonkeyPatch, mail_server: Post, tmp_path: Path
) -> None:
    ours = mail_server.server_address

    class OverThere(smtplib.SMTP):
        def __init__(self, *_: object, **__: object) -> None:
            super().__init__(*ours[:2])  # type: ignore[arg-type]

    monkeypatch.setattr(smtplib, "SMTP", OverThere)
    with app.app_context(), pytest.raises(messages.CannotSend, match="no encryption"):
        messages._by_server(EmailMessage(), "smtp://user:secret@mail.example.org", tmp_path / "note")
