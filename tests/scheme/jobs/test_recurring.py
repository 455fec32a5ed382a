"""What comes round by itself is done in every scheme, each thing once, whatever goes wrong with another."""

import pytest
from flask import Flask
from sqlmodel import select

from scheme.database import db, enter_scheme
from scheme.jobs import queue, recurring, waking
from scheme.jobs.recurring import Recurring, carry_out_due
from scheme.messages import post
from scheme.models import Message, Scheme
from scheme.queries import our_scheme
from tests.ground.accounts import MakeScheme


def to_greet() -> list[str]:
    """Whoever has not been greeted: two in each scheme."""
    greeted = set(db.session.exec(select(Message.to_email)))
    name = our_scheme().name.lower().replace(" ", "-")
    return [email for email in (f"ana@{name}", f"ben@{name}") if email not in greeted]


def greet(email: str) -> None:
    post(email, "Hello", "It is Monday.")


def written(scheme: Scheme) -> list[str]:
    enter_scheme(scheme.id)
    return sorted(db.session.exec(select(Message.to_email)))


def test_everything_it_is_time_for_is_done_once_in_every_scheme(
    app: Flask, scheme: Scheme, make_scheme: MakeScheme
) -> None:
    other = make_scheme()
    recurring.set_up(app, [Recurring("greet", to_greet, greet)])
    with app.app_context():
        assert carry_out_due() == 4
        assert carry_out_due() == 0
        for one in (scheme, other):
            assert written(one) == [f"{who}@{one.name.lower().replace(' ', '-')}" for who in ("ana", "ben")]


def test_one_that_goes_wrong_is_tried_again_and_does_not_stop_the_others(
    app: Flask, scheme: Scheme, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = ["ana"]

    def greet_unless_wrong(email: str) -> None:
        greet(email)
        if email.split("@")[0] in wrong:
            raise ValueError(email)

    recurring.set_up(app, [Recurring("greet", to_greet, greet_unless_wrong)])
    with app.app_context():
        carry_out_due()
        (only,) = written(scheme)
        assert only.startswith("ben@"), "what went wrong left nothing behind"
        wrong.clear()
        carry_out_due()
        assert len(written(scheme)) == 2
    told = capsys.readouterr().err
    assert "ValueError" in told
    assert "ana@" not in told


def test_it_comes_round_every_ten_minutes_and_what_it_writes_is_sent(app: Flask, scheme: Scheme) -> None:
    assert queue.TASKS[waking.RECURRING][0] is carry_out_due
    recurring.set_up(app, [Recurring("greet", to_greet, greet)])
    with app.app_context():
        app.extensions["jobs"].once()
        app.extensions["jobs"].once()
        enter_scheme(scheme.id)
        assert [message.sent_at is not None for message in db.session.exec(select(Message))] == [True, True]
