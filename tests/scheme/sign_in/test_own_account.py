"""Somebody looks after their own ways in: a password, and a number from an app as well."""

import re
import time
from datetime import timedelta

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from passlib.totp import TOTP
from sqlmodel import select

from scheme.database import carry_out, db, enter_scheme
from scheme.models import Account, Role
from scheme.sign_in import actions
from tests.ground.accounts import PASSWORD, MakeAccount, SignIn

NEW_PASSWORD = "otters in the river tonight"


def app_for(client: FlaskClient) -> TOTP:
    """An authenticator app that has read the key on the page."""
    key = re.search(r"write this key into it: <strong>([A-Z2-7-]+)</strong>", client.get("/account/second-step").text)
    assert key
    return TOTP(key=key[1])


def number_in(app: TOTP) -> str:
    return str(app.generate(time=time.time()).token)


def set_up_second_step(client: FlaskClient) -> TOTP:
    app = app_for(client)
    saved = client.post("/account/second-step", data={"code": number_in(app)})
    assert "Your codes for a lost phone" in saved.text
    return app


def with_password(client: FlaskClient, account: Account, password: str = PASSWORD) -> str:
    answer = client.post("/sign-in/password", data={"email": account.email, "password": password})
    return answer.location or answer.text


def is_in(client: FlaskClient) -> bool:
    return client.get("/account").status_code == 200


def test_a_worker_sets_up_an_app_and_signs_in_with_its_number(
    app: Flask, client: FlaskClient, make_account: MakeAccount, sign_in: SignIn
) -> None:
    worker = make_account(Role.WORKER)
    sign_in(client, worker)
    page = client.get("/account/second-step").text
    assert "<svg" in page
    assert "data:" not in page
    their_app = set_up_second_step(client)
    assert "Asked for each time" in client.get("/account").text

    other = app.test_client()
    with time_machine.travel(timedelta(minutes=2), tick=False):
        assert with_password(other, worker) == "/sign-in/code"
        assert not is_in(other)
        number = number_in(their_app)
        wrong = f"{(int(number) + 1) % 10**6:06}"
        assert "did not work" in other.post("/sign-in/code", data={"code": wrong}).text
        assert not is_in(other)
        spaced = f"{number[:3]} {number[3:]}"
        assert other.post("/sign-in/code", data={"code": spaced}).location == "/"
        assert is_in(other)

        # The same number, seen over a shoulder, opens nothing.
        third = app.test_client()
        with_password(third, worker)
        assert "did not work" in third.post("/sign-in/code", data={"code": number}).text
        assert not is_in(third)


def test_an_emailed_link_does_not_go_round_the_second_step(
    app: Flask, client: FlaskClient, make_account: MakeAccount, sign_in: SignIn
) -> None:
    worker = make_account(Role.MANAGER)
    sign_in(client, worker)
    set_up_second_step(client)
    with app.app_context():
        enter_scheme(worker.scheme_id)
        address = carry_out(actions.send_link, worker.id)
    assert address
    other = app.test_client()
    assert other.post(address.removeprefix("http://127.0.0.1:5000")).location == "/sign-in/code"
    assert not is_in(other)


def test_the_page_for_the_number_waits_only_a_while(
    app: Flask, client: FlaskClient, make_account: MakeAccount, sign_in: SignIn
) -> None:
    worker = make_account(Role.WORKER)
    sign_in(client, worker)
    their_app = set_up_second_step(client)
    other = app.test_client()
    with_password(other, worker)
    with time_machine.travel(timedelta(minutes=20), tick=False):
        assert other.post("/sign-in/code", data={"code": number_in(their_app)}).location == "/sign-in"
    assert app.test_client().get("/sign-in/code").location == "/sign-in"


def test_the_apps_secret_is_kept_encrypted_and_out_of_the_cookie(
    app: Flask, client: FlaskClient, make_account: MakeAccount, sign_in: SignIn
) -> None:
    worker = make_account(Role.WORKER)
    sign_in(client, worker)
    their_app = app_for(client)
    with client.session_transaction() as session:
        assert their_app.base32_key not in str(dict(session))
    client.post("/account/second-step", data={"code": number_in(their_app)})
    with app.app_context():
        enter_scheme(worker.scheme_id)
        kept = db.session.exec(select(Account).where(Account.id == worker.id)).one().tf_totp_secret
    assert kept
    assert their_app.base32_key not in kept


def test_the_second_step_is_stopped_only_with_a_number(
    client: FlaskClient, make_account: MakeAccount, sign_in: SignIn
) -> None:
    sign_in(client, make_account(Role.AUDITOR))
    their_app = set_up_second_step(client)
    assert "did not work" in client.post("/account/second-step", data={"code": "000000"}).text
    with time_machine.travel(timedelta(minutes=2), tick=False):
        assert client.post("/account/second-step", data={"code": number_in(their_app)}).location == "/account"
        assert "Not asked for" in client.get("/account").text


@pytest.mark.parametrize("strange", ["", "12345", "1234567", "١٢٣٤٥٦", "abcdef", "12\x003456"])
def test_strange_numbers_get_a_kind_answer(
    client: FlaskClient, make_account: MakeAccount, sign_in: SignIn, strange: str
) -> None:
    sign_in(client, make_account(Role.WORKER))
    answer = client.post("/account/second-step", data={"code": strange})
    assert answer.status_code == 200
    assert "Something needs another look" in answer.text


def test_a_person_who_came_by_link_chooses_a_password_and_other_sessions_end(
    app: Flask, client: FlaskClient, make_account: MakeAccount, sign_in: SignIn
) -> None:
    ana = make_account(Role.PERSON)
    elsewhere = sign_in(app.test_client(), ana)
    sign_in(client, ana)
    assert client.post("/account/password", data={"password": NEW_PASSWORD}).location == "/account"
    assert is_in(client)
    assert not is_in(elsewhere)
    assert with_password(app.test_client(), ana, NEW_PASSWORD) == "/"
    assert "do not go together" in with_password(app.test_client(), ana)


def test_a_password_is_changed_only_by_whoever_knows_it_or_has_just_come_by_link(
    client: FlaskClient, make_account: MakeAccount
) -> None:
    ana = make_account(Role.CARER)
    with_password(client, ana)
    assert "Your password now" in client.get("/account/password").text
    refused = client.post("/account/password", data={"password": NEW_PASSWORD, "current": "a wrong guess"})
    assert "That is not the password you have now" in refused.text
    refused = client.post("/account/password", data={"password": NEW_PASSWORD})
    assert "That is not the password you have now" in refused.text
    saved = client.post("/account/password", data={"password": NEW_PASSWORD, "current": PASSWORD})
    assert saved.location == "/account"
    assert is_in(client)


def test_a_forgotten_password_is_asked_for_again_once_the_link_is_a_while_ago(
    client: FlaskClient, make_account: MakeAccount, sign_in: SignIn
) -> None:
    sign_in(client, make_account(Role.CARER))
    assert "Your password now" not in client.get("/account/password").text
    with time_machine.travel(timedelta(minutes=31)):
        assert "Your password now" in client.get("/account/password").text


@pytest.mark.parametrize("easy", ["short", "aaaaaaaaaaaaaaaa", "invented person", "PERSON1@example.org"])
def test_easy_passwords_are_refused_kindly(
    client: FlaskClient, make_account: MakeAccount, sign_in: SignIn, easy: str
) -> None:
    ana = make_account(Role.PERSON, email="person1@example.org", name="Invented Person")
    sign_in(client, ana)
    answer = client.post("/account/password", data={"password": easy})
    assert answer.status_code == 200
    assert "Please" in answer.text
    assert easy not in answer.text or easy.lower() in {"invented person", "short"}


def test_a_worker_may_say_that_they_do_not_want_to_hear_of_the_week_ahead(
    client: FlaskClient, make_account: MakeAccount, sign_in: SignIn
) -> None:
    at_desk = sign_in(client, make_account(Role.WORKER))
    for answers, said in (({}, "Not sent"), ({"wanted": "yes"}, "Every Monday at 8am")):
        assert said in at_desk.post("/account/weekly-mail", data=answers, follow_redirects=True).text


def test_nobody_away_from_the_desk_is_asked_about_it(
    client: FlaskClient, make_account: MakeAccount, sign_in: SignIn
) -> None:
    at_home = sign_in(client, make_account(Role.CARER))
    assert "week ahead" not in at_home.get("/account").text
    assert at_home.post("/account/weekly-mail").status_code == 403
