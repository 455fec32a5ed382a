"""Somebody comes to the front door, and gets in: by an emailed link, or with a password if they chose one."""

import re
from datetime import timedelta
from email import message_from_bytes, policy
from pathlib import Path

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from sqlmodel import select

from scheme import messages
from scheme.database import carry_out, db, enter_scheme
from scheme.models import Account, Message, Role, SignInLink
from tests.ground.accounts import PASSWORD, MakeAccount, SignIn
from tests.ground.applications import MakeApp


def emails(app: Flask) -> list[str]:
    """The words of everything in the outbox, after the post has been."""
    with app.app_context():
        messages.deliver()
    files = sorted((Path(app.config["INSTANCE_PATH"]) / "outbox").glob("*.eml"))
    return [message_from_bytes(file.read_bytes(), policy=policy.default).get_content() for file in files]


def link_in(words: str) -> str:
    found = re.search(r"http://127\.0\.0\.1:5000(/sign-in/link/\S+)", words)
    assert found
    return found[1]


def ask_for_link(client: FlaskClient, email: str, next_page: str = "") -> str:
    answer = client.post(f"/sign-in{next_page}", data={"email": email})
    assert answer.status_code == 302
    return str(answer.location)


def is_in(client: FlaskClient) -> bool:
    return client.get("/account").status_code == 200


def test_a_link_opens_a_page_whose_button_signs_in_once(
    app: Flask, client: FlaskClient, make_account: MakeAccount
) -> None:
    ana = make_account(Role.CARER, name="Invented Ana")
    ask_for_link(client, ana.email.upper())
    (words,) = emails(app)
    assert "Hello Invented Ana" in words
    link = link_in(words)

    # A mail program that opens every link does no harm.
    for _ in range(2):
        page = client.get(link)
        assert page.status_code == 200
        assert "Press the button to sign in" in page.text
        assert not is_in(client)

    assert client.post(link).location == "/"
    assert is_in(client)

    other = app.test_client()
    again = other.post(link)
    assert again.status_code == 200
    assert "Ask for a new link" in again.text
    assert not is_in(other)


def test_the_answer_is_the_same_for_an_address_nobody_has(
    app: Flask, client: FlaskClient, make_account: MakeAccount
) -> None:
    ana = make_account(Role.CARER)
    known = client.post("/sign-in", data={"email": ana.email})
    unknown = client.post("/sign-in", data={"email": "nobody@example.org"})
    assert (known.status_code, known.location, known.data) == (unknown.status_code, unknown.location, unknown.data)
    assert len(emails(app)) == 1


def test_a_closed_account_is_sent_nothing_and_its_link_stops(
    app: Flask, client: FlaskClient, make_account: MakeAccount
) -> None:
    ana = make_account(Role.CARER)
    ask_for_link(client, ana.email)
    (words,) = emails(app)
    close_account(app, ana)
    assert "Ask for a new link" in client.post(link_in(words)).text
    ask_for_link(client, ana.email)
    assert len(emails(app)) == 1


def close_account(app: Flask, account: Account) -> None:
    def close() -> None:
        db.session.exec(select(Account).where(Account.id == account.id)).one().active = False

    with app.app_context():
        enter_scheme(account.scheme_id)
        carry_out(close)


def test_a_link_goes_stale(app: Flask, client: FlaskClient, make_account: MakeAccount) -> None:
    ana = make_account(Role.CARER)
    ask_for_link(client, ana.email)
    (words,) = emails(app)
    with time_machine.travel(timedelta(minutes=61)):
        assert "Ask for a new link" in client.get(link_in(words)).text
        client.post(link_in(words))
        assert not is_in(client)


def test_only_the_hash_of_a_link_is_kept_and_its_words_are_erased_once_sent(
    app: Flask, client: FlaskClient, make_account: MakeAccount
) -> None:
    ana = make_account(Role.CARER)
    ask_for_link(client, ana.email)
    (words,) = emails(app)
    token = link_in(words).rsplit("/", 1)[1]
    with app.app_context():
        enter_scheme(ana.scheme_id)
        link = db.session.exec(select(SignInLink)).one()
        message = db.session.exec(select(Message)).one()
    assert token not in str(link.model_dump())
    assert message.sent_at is not None
    assert message.body_sealed is None


def test_somebody_signed_out_is_brought_to_the_page_they_wanted(
    app: Flask, client: FlaskClient, make_account: MakeAccount
) -> None:
    ana = make_account(Role.CARER)
    asked = client.get("/account?from=an-email")
    assert asked.location == "/sign-in?next=/account?from%3Dan-email"
    ask_for_link(client, ana.email, "?next=/account?from%3Dan-email")
    (words,) = emails(app)
    assert client.post(link_in(words)).location == "/account?from=an-email"


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://elsewhere.example",
        "//elsewhere.example",
        "/\\elsewhere.example",
        "/\t/elsewhere.example",
        "javascript:x",
        "account",
        "/a\\b",
    ],
)
def test_nobody_is_brought_elsewhere(client: FlaskClient, make_account: MakeAccount, elsewhere: str) -> None:
    ana = make_account(Role.CARER)
    answer = client.post(
        "/sign-in/password", query_string={"next": elsewhere}, data={"email": ana.email, "password": PASSWORD}
    )
    assert (answer.status_code, answer.location) == (302, "/")


def test_a_password_signs_in_whoever_chose_one(client: FlaskClient, make_account: MakeAccount) -> None:
    ana = make_account(Role.WORKER)
    refused = client.post("/sign-in/password", data={"email": ana.email, "password": "something else"})
    assert "do not go together" in refused.text
    assert "something else" not in refused.text
    assert not is_in(client)
    client.post("/sign-in/password", data={"email": ana.email, "password": PASSWORD})
    assert is_in(client)


def test_an_account_without_a_password_is_not_opened_by_one(client: FlaskClient, make_account: MakeAccount) -> None:
    ana = make_account(Role.PERSON, password=None)
    for tried in ("", "None", PASSWORD):
        client.post("/sign-in/password", data={"email": ana.email, "password": tried})
        assert not is_in(client)


def test_signing_out_ends_copied_sessions_too(
    app: Flask, client: FlaskClient, make_account: MakeAccount, sign_in: SignIn
) -> None:
    ana = make_account(Role.CARER)
    copied = sign_in(app.test_client(), ana)
    sign_in(client, ana)
    assert is_in(copied)
    assert client.get("/sign-out").status_code == 405
    assert is_in(client)
    assert client.post("/sign-out").location == "/signed-out"
    assert not is_in(client)
    assert not is_in(copied)


def test_a_closed_account_is_signed_out_at_once(
    app: Flask, client: FlaskClient, make_account: MakeAccount, sign_in: SignIn
) -> None:
    ana = make_account(Role.CARER)
    sign_in(client, ana)
    close_account(app, ana)
    assert client.get("/account").location == "/sign-in?next=/account"


def test_a_session_ends_after_a_working_day_without_use(
    client: FlaskClient, make_account: MakeAccount, sign_in: SignIn
) -> None:
    with time_machine.travel("2026-03-03 09:00+00:00", tick=False) as clock:
        sign_in(client, make_account(Role.WORKER))
        clock.shift(timedelta(hours=9))
        assert client.post("/sign-in/stay").status_code == 204
        clock.shift(timedelta(hours=9))
        assert is_in(client)
        clock.shift(timedelta(hours=11))
        assert not is_in(client)


def test_a_session_kept_busy_ends_after_a_day(client: FlaskClient, make_account: MakeAccount, sign_in: SignIn) -> None:
    with time_machine.travel("2026-03-03 09:00+00:00", tick=False) as clock:
        sign_in(client, make_account(Role.WORKER))
        for _ in range(4):
            clock.shift(timedelta(hours=5, minutes=55))
            assert is_in(client)
        clock.shift(timedelta(hours=1))
        assert not is_in(client)


def test_forms_from_elsewhere_are_refused_even_to_sign_in(make_app: MakeApp) -> None:
    app = make_app()
    client = app.test_client()
    refused = client.post("/sign-in", data={"email": "ana@example.org"})
    assert refused.status_code == 400
    assert "open for a long time" in refused.text
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', client.get("/sign-in").text)
    assert token
    accepted = client.post("/sign-in", data={"email": "ana@example.org", "csrf_token": token[1]})
    assert accepted.status_code == 302


def test_forms_work_behind_https_where_the_browser_must_say_where_they_came_from(make_app: MakeApp) -> None:
    app = make_app(HTTPS=True)
    client = app.test_client()
    page = client.get("/sign-in", base_url="https://localhost")
    assert page.headers["Referrer-Policy"] == "same-origin"
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page.text)
    assert token
    sent = {"email": "ana@example.org", "csrf_token": token[1]}
    own = {"Referer": "https://localhost/sign-in"}
    assert client.post("/sign-in", base_url="https://localhost", data=sent, headers=own).status_code == 302
    assert "Secure" in page.headers["Set-Cookie"]
    assert "HttpOnly" in page.headers["Set-Cookie"]


@pytest.mark.parametrize("strange", ["a\0b@example.org", "ana@" + "x" * 400, "\ud7ff@example.org", "' or 1=1 --"])
def test_strange_addresses_get_a_kind_answer(client: FlaskClient, strange: str) -> None:
    answer = client.post("/sign-in", data={"email": strange})
    assert answer.status_code == 200
    assert "Something needs another look" in answer.text
    answer = client.post("/sign-in/password", data={"email": strange, "password": "a\0b"})
    assert answer.status_code == 200
