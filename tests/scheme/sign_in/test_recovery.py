"""A worker loses their phone: codes they were shown once let them in, each once."""

import re
from datetime import timedelta

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from passlib.totp import TOTP

from scheme.database import carry_out, db, enter_scheme
from scheme.models import Account, Role
from scheme.sign_in import actions
from tests.ground.accounts import PASSWORD, MakeAccount, SignIn
from tests.ground.applications import MakeApp
from tests.ground.databases import KEYS

NEW_KEY = "new:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="


@pytest.fixture
def worker(make_account: MakeAccount) -> Account:
    return make_account(Role.WORKER, name="Invented Wyn")


def number_in(their_app: TOTP) -> str:
    return str(their_app.generate().token)


def set_up(client: FlaskClient) -> tuple[TOTP, list[str]]:
    """An app that has read the key on the page, and the codes that were shown."""
    key = re.search(r"write this key into it: <strong>([A-Z2-7-]+)</strong>", client.get("/account/second-step").text)
    assert key
    their_app = TOTP(key=key[1])
    return their_app, codes_in(client.post("/account/second-step", data={"code": number_in(their_app)}).text)


def codes_in(page: str) -> list[str]:
    return re.findall(r"<code>([^<]+)</code>", page)


def half_in(app: Flask, account: Account) -> FlaskClient:
    """Somebody who has shown the first step, with another browser."""
    client = app.test_client()
    client.post("/sign-in/password", data={"email": account.email, "password": PASSWORD})
    return client


def is_in(client: FlaskClient) -> bool:
    return client.get("/account").status_code == 200


def test_each_code_lets_them_in_once_and_they_are_counted_down(
    app: Flask, client: FlaskClient, worker: Account, sign_in: SignIn
) -> None:
    _, codes = set_up(sign_in(client, worker))
    assert len(set(codes)) == actions.RECOVERY_CODES
    assert "10 left" in client.get("/account").text
    assert not codes_in(client.get("/account/recovery-codes").text), "shown once"

    lost = half_in(app, worker)
    assert "/sign-in/recovery" in lost.get("/sign-in/code").text
    assert "did not work" in lost.post("/sign-in/recovery", data={"recovery_code": "0000-0000-0000"}).text
    assert not is_in(lost)
    written = codes[0].upper().replace("-", " ")
    assert lost.post("/sign-in/recovery", data={"recovery_code": written}).location == "/"
    assert is_in(lost)
    assert "9 left" in lost.get("/account").text

    again = half_in(app, worker)
    assert "did not work" in again.post("/sign-in/recovery", data={"recovery_code": codes[0]}).text
    assert not is_in(again)
    assert again.post("/sign-in/recovery", data={"recovery_code": codes[1]}).location == "/"


def test_a_code_alone_opens_nothing(app: Flask, client: FlaskClient, worker: Account, sign_in: SignIn) -> None:
    _, codes = set_up(sign_in(client, worker))
    stranger = app.test_client()
    answer = stranger.post("/sign-in/recovery", data={"recovery_code": codes[0]})
    assert answer.location == "/sign-in"
    assert not is_in(stranger)


def test_nobody_elses_codes_work(
    app: Flask, client: FlaskClient, worker: Account, make_account: MakeAccount, sign_in: SignIn
) -> None:
    _, theirs = set_up(sign_in(client, worker))
    other = make_account(Role.MANAGER)
    set_up(sign_in(app.test_client(), other))
    assert "did not work" in half_in(app, other).post("/sign-in/recovery", data={"recovery_code": theirs[0]}).text


def test_guessing_is_slowed_down(make_app: MakeApp, worker: Account, sign_in: SignIn) -> None:
    app = make_app(WTF_CSRF_ENABLED=False, SIGN_IN_ATTEMPTS=3)
    _, codes = set_up(sign_in(app.test_client(), worker))
    guessing = half_in(app, worker)
    for number in range(3):
        guessing.post("/sign-in/recovery", data={"recovery_code": f"0000-0000-000{number}"})
    assert guessing.post("/sign-in/recovery", data={"recovery_code": codes[0]}).status_code == 429


def test_new_codes_take_the_place_of_the_old(app: Flask, client: FlaskClient, worker: Account, sign_in: SignIn) -> None:
    their_app, old = set_up(sign_in(client, worker))
    with time_machine.travel(timedelta(minutes=2), tick=False):
        assert "did not work" in client.post("/account/recovery-codes", data={"code": "000000"}).text
        new = codes_in(client.post("/account/recovery-codes", data={"code": number_in(their_app)}).text)
        assert len(new) == actions.RECOVERY_CODES
        assert not set(new) & set(old)
        lost = half_in(app, worker)
        assert "did not work" in lost.post("/sign-in/recovery", data={"recovery_code": old[0]}).text
        assert lost.post("/sign-in/recovery", data={"recovery_code": new[0]}).location == "/"


def test_no_code_is_kept_as_it_is_and_none_once_the_second_step_is_off(
    app: Flask, client: FlaskClient, worker: Account, sign_in: SignIn
) -> None:
    _, codes = set_up(sign_in(client, worker))
    with app.app_context():
        enter_scheme(worker.scheme_id)
        kept = db.session.get_one(Account, worker.id).recovery_codes
        assert kept
        assert len(kept) == actions.RECOVERY_CODES
        assert not any(code.replace("-", "") in "".join(kept) for code in codes)
        carry_out(actions.forget_second_step, worker.id)
        assert db.session.get_one(Account, worker.id).recovery_codes is None


def test_codes_go_on_working_when_a_new_key_is_put_in_front(
    app: Flask, make_app: MakeApp, client: FlaskClient, worker: Account, sign_in: SignIn
) -> None:
    _, codes = set_up(sign_in(client, worker))
    later = make_app(WTF_CSRF_ENABLED=False, ENCRYPTION_KEYS=f"{NEW_KEY},{KEYS}")
    assert half_in(later, worker).post("/sign-in/recovery", data={"recovery_code": codes[0]}).location == "/"


def test_without_an_app_there_are_no_codes(client: FlaskClient, worker: Account, sign_in: SignIn) -> None:
    sign_in(client, worker)
    assert client.get("/account/recovery-codes").location == "/account/second-step"
    assert "lost phone" not in client.get("/account").text
