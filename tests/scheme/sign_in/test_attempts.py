"""Guessing is slow, however many guess at once; and nobody who mistypes is locked out of their link."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import time_machine
from flask import Flask
from flask.testing import FlaskClient
from sqlmodel import select

from scheme.database import carry_out, db
from scheme.models import Role, SignInAttempt
from scheme.sign_in import attempts
from tests.ground.accounts import PASSWORD, MakeAccount, SignIn
from tests.ground.applications import MakeApp


def guess(app: Flask, email: str, password: str = "a wrong guess", address: str = "192.0.2.1") -> int:
    answer = app.test_client().post(
        "/sign-in/password",
        data={"email": email, "password": password},
        environ_overrides={"REMOTE_ADDR": address},
    )
    return answer.status_code


def test_after_ten_wrong_guesses_at_one_account_everybody_waits_an_hour(app: Flask, make_account: MakeAccount) -> None:
    ana = make_account(Role.CARER)
    with time_machine.travel("2026-03-03 09:00+00:00", tick=False) as clock:
        assert [guess(app, ana.email, address=f"192.0.2.{n}") for n in range(10)] == [200] * 10
        assert guess(app, ana.email, PASSWORD, address="192.0.2.99") == 429
        clock.shift(timedelta(minutes=61))
        assert guess(app, ana.email, PASSWORD, address="192.0.2.99") == 302


def test_one_address_has_its_share_over_all_accounts(app: Flask, make_account: MakeAccount) -> None:
    ana = make_account(Role.CARER)
    assert [guess(app, f"invented{n}@example.org") for n in range(10)] == [200] * 10
    assert guess(app, ana.email, PASSWORD) == 429
    assert guess(app, ana.email, PASSWORD, address="192.0.2.2") == 302


def test_an_office_where_everybody_signs_in_well_never_waits(app: Flask, make_account: MakeAccount) -> None:
    workers = [make_account(Role.WORKER) for _ in range(12)]
    assert [guess(app, worker.email, PASSWORD) for worker in workers] == [302] * 12


def test_guessed_passwords_stop_nobodys_link(app: Flask, client: FlaskClient, make_account: MakeAccount) -> None:
    ana = make_account(Role.CARER)
    for _ in range(11):
        guess(app, ana.email)
    assert client.post("/sign-in", data={"email": ana.email}).status_code == 302


def test_links_are_not_sent_without_end(client: FlaskClient, make_account: MakeAccount) -> None:
    ana = make_account(Role.CARER)
    asked = [client.post("/sign-in", data={"email": ana.email}).status_code for _ in range(12)]
    assert asked == [302] * 10 + [429] * 2
    words = client.post("/sign-in", data={"email": ana.email}).text
    assert "You have done nothing wrong" in words


def test_the_limit_is_a_setting(make_app: MakeApp, make_account: MakeAccount) -> None:
    ana = make_account(Role.CARER)
    app = make_app(WTF_CSRF_ENABLED=False, SIGN_IN_ATTEMPTS=2)
    assert [guess(app, ana.email) for _ in range(3)] == [200, 200, 429]


def test_numbers_from_an_app_cannot_be_tried_without_end(
    client: FlaskClient, make_account: MakeAccount, sign_in: SignIn
) -> None:
    worker = make_account(Role.WORKER, tf_primary_method="authenticator", tf_totp_secret=None)
    client.post("/sign-in/password", data={"email": worker.email, "password": PASSWORD})
    tried = [client.post("/sign-in/code", data={"code": f"{n:06}"}).status_code for n in range(11)]
    assert tried == [200] * 10 + [429]


def test_however_many_guess_at_once_no_more_than_ten_are_heard(app: Flask, make_account: MakeAccount) -> None:
    ana = make_account(Role.CARER)
    with ThreadPoolExecutor(8) as many:
        answers = list(many.map(lambda n: guess(app, ana.email, address=f"192.0.2.{n}"), range(24)))
    assert set(answers) == {200, 429}
    assert answers.count(200) <= 10


def test_neither_names_nor_addresses_are_kept(app: Flask, make_account: MakeAccount) -> None:
    ana = make_account(Role.CARER)
    guess(app, ana.email)
    with app.app_context():
        (attempt,) = db.session.exec(select(SignInAttempt)).all()
    kept = str(attempt.model_dump())
    assert ana.email not in kept
    assert "192.0.2.1" not in kept


def test_old_attempts_are_let_go(app: Flask, make_account: MakeAccount) -> None:
    ana = make_account(Role.CARER)
    with time_machine.travel(timedelta(days=-31)):
        guess(app, ana.email)
    guess(app, ana.email)
    with app.app_context():
        carry_out(attempts.forget_old)
        assert len(db.session.exec(select(SignInAttempt)).all()) == 1
