"""Somebody writes for a long time, their session ends, they press save: what they wrote waits for them, and for nobody else."""

import re
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from sqlmodel import col, select

from people import actions
from people.models import Person
from scheme.database import carry_out, db, enter_scheme
from scheme.models import Account, KeptForm, Role, Scheme
from scheme.sign_in import kept
from tests.ground.accounts import PASSWORD, MakeAccount, MakeScheme, SignIn
from tests.ground.applications import MakeApp

STORY = 'She sang & laughed.\r\nThen she said "again" – <twice>'
NINE = "2026-03-03 09:00+00:00"


@pytest.fixture
def app(make_app: MakeApp) -> Flask:
    """With every protection on: this is about what they stop."""
    return make_app()


@pytest.fixture
def worker(make_account: MakeAccount) -> Account:
    return make_account(Role.WORKER, name="Invented Wyn")


def token_on(client: FlaskClient, page: str) -> str:
    found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', client.get(page).text)
    assert found, page
    return found[1]


def people(app: Flask, scheme: Scheme) -> list[Person]:
    with app.app_context():
        enter_scheme(scheme.id)
        return list(db.session.exec(select(Person)).all())


def kept_forms(app: Flask, scheme: Scheme) -> list[KeptForm]:
    with app.app_context():
        enter_scheme(scheme.id)
        return list(db.session.exec(select(KeptForm).order_by(col(KeptForm.kept_at))).all())


def come_back(client: FlaskClient, account: Account, location: str, password: str = PASSWORD) -> str:
    """Sign in again with a password, from wherever we were sent to."""
    asked = client.get(location).text
    link = re.search(r'href="(/sign-in/password[^"]*)"', asked)
    assert link
    page = unescape(link[1])
    answer = client.post(
        page, data={"email": account.email, "password": password, "csrf_token": token_on(client, page)}
    )
    assert answer.status_code == 302
    return str(answer.location)


def hidden(page: str) -> list[tuple[str, str]]:
    """What the page's first form in its main part would send."""
    form = re.search(r'<form class="app-form".*?</form>', page, re.DOTALL)
    assert form
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', form[0])
    return [(unescape(name), unescape(value)) for name, value in found]


def carry_on(client: FlaskClient, location: str) -> Any:
    page = client.get(location)
    assert page.status_code == 200
    action = re.search(r'<form class="app-form" method="post" action="([^"]+)"', page.text)
    assert action
    data: dict[str, list[str]] = {}
    for name, value in hidden(page.text):
        data.setdefault(name, []).append(value)
    return client.post(unescape(action[1]), data=data)


def test_what_was_written_waits_and_is_saved_with_one_button(
    app: Flask, scheme: Scheme, worker: Account, sign_in: SignIn
) -> None:
    client = app.test_client()
    with time_machine.travel(NINE, tick=False) as clock:
        sign_in(client, worker)
        token = token_on(client, "/desk/people/add")
        clock.shift(timedelta(hours=11))
        sent = client.post("/desk/people/add?from=today", data={"known_as": "Invented Mo", "csrf_token": token})
        assert sent.status_code == 302
        assert sent.location.startswith("/sign-in?next=/kept/")
        assert people(app, scheme) == []
        (form,) = kept_forms(app, scheme)
        assert b"Invented Mo" not in (form.answers_sealed or b"")

        back = come_back(client, worker, sent.location)
        assert back == f"/kept/{form.id}"
        page = client.get(back).text
        assert "What you wrote is still here" in page
        assert "Invented Mo" in page
        assert token not in page
        saved = carry_on(client, back)
    assert saved.status_code == 302
    assert [person.known_as for person in people(app, scheme)] == ["Invented Mo"]
    assert kept_forms(app, scheme) == []


def test_every_answer_comes_back_as_it_was_written(
    app: Flask, scheme: Scheme, worker: Account, sign_in: SignIn
) -> None:
    """Several values of one name, two lines, quotes and angles."""
    with app.app_context():
        enter_scheme(scheme.id)
        person_id = carry_out(actions.add_person, {"known_as": "Invented Mo"}).id
    client = app.test_client()
    address = f"/desk/people/{person_id}/good-life/change"
    with time_machine.travel(NINE, tick=False) as clock:
        sign_in(client, worker)
        data = {"good_life": STORY, "version": "1", "csrf_token": token_on(client, address), "twice": ["a", "b"]}
        clock.shift(timedelta(hours=11))
        sent = client.post(address, data=data)
        back = come_back(client, worker, sent.location)
        assert [pair for pair in hidden(client.get(back).text) if pair[0] == "twice"] == [
            ("twice", "a"),
            ("twice", "b"),
        ]
        assert carry_on(client, back).status_code == 302
    assert people(app, scheme)[0].good_life == STORY.replace("\r\n", "\n")


def test_what_is_refused_is_shown_on_its_own_page_with_every_answer(
    app: Flask, scheme: Scheme, worker: Account, sign_in: SignIn
) -> None:
    client = app.test_client()
    with time_machine.travel(NINE, tick=False) as clock:
        sign_in(client, worker)
        token = token_on(client, "/desk/people/add")
        clock.shift(timedelta(hours=11))
        data = {"known_as": "", "full_name": "Invented Maureen", "csrf_token": token}
        back = come_back(client, worker, client.post("/desk/people/add", data=data).location)
        page = carry_on(client, back)
    assert page.status_code == 200
    assert "Something needs another look" in page.text


def test_somebody_else_who_signs_in_sees_nothing_of_it_and_it_is_thrown_away(
    app: Flask, scheme: Scheme, worker: Account, make_account: MakeAccount, sign_in: SignIn
) -> None:
    other = make_account(Role.MANAGER)
    client = app.test_client()
    with time_machine.travel(NINE, tick=False) as clock:
        sign_in(client, worker)
        token = token_on(client, "/desk/people/add")
        clock.shift(timedelta(hours=11))
        sent = client.post("/desk/people/add", data={"known_as": "Invented Mo", "csrf_token": token})
        (form,) = kept_forms(app, scheme)
        assert come_back(client, other, sent.location) == "/"
        assert client.get(f"/kept/{form.id}").status_code == 404
    assert kept_forms(app, scheme) == []


def test_in_another_scheme_it_is_not_there(
    app: Flask, scheme: Scheme, worker: Account, make_scheme: MakeScheme, make_account: MakeAccount, sign_in: SignIn
) -> None:
    stranger = make_account(Role.MANAGER, scheme=make_scheme(name="Invented Other"))
    client = app.test_client()
    with time_machine.travel(NINE, tick=False) as clock:
        sign_in(client, worker)
        token = token_on(client, "/desk/people/add")
        clock.shift(timedelta(hours=11))
        sent = client.post("/desk/people/add", data={"known_as": "Invented Mo", "csrf_token": token})
        (form,) = kept_forms(app, scheme)
        assert come_back(client, stranger, sent.location) == "/"
        page = client.get(f"/kept/{form.id}")
    assert page.status_code == 404
    assert "Invented Mo" not in page.text


def test_nothing_is_kept_for_somebody_who_was_never_shown_the_page(
    app: Flask, scheme: Scheme, worker: Account, make_account: MakeAccount, sign_in: SignIn
) -> None:
    """A page of another site sends a form: without our signature, with a stranger's, or with another account's."""
    stranger = app.test_client()
    theirs = sign_in(app.test_client(), make_account(Role.CARER))
    tokens = ["", "nonsense", token_on(stranger, "/sign-in"), token_on(theirs, "/account")]
    for token in tokens:
        data = {"known_as": "Invented Mo", "csrf_token": token}
        assert app.test_client().post("/desk/people/add", data=data).location == "/sign-in"
        assert sign_in(app.test_client(), worker).post("/desk/people/add", data=data).status_code == 400
    assert kept_forms(app, scheme) == []
    assert people(app, scheme) == []


def test_passwords_and_codes_are_never_kept(app: Flask, scheme: Scheme, worker: Account, sign_in: SignIn) -> None:
    client = app.test_client()
    with time_machine.travel(NINE, tick=False) as clock:
        sign_in(client, worker)
        token = token_on(client, "/account/password")
        clock.shift(timedelta(hours=11))
        data = {"current": PASSWORD, "password": "otters in the river", "csrf_token": token}
        assert client.post("/account/password", data=data).location == "/sign-in"
    assert kept_forms(app, scheme) == []


def test_a_page_open_too_long_while_still_signed_in_keeps_the_answers_too(
    app: Flask, scheme: Scheme, worker: Account, sign_in: SignIn
) -> None:
    client = app.test_client()
    with time_machine.travel(NINE, tick=False) as clock:
        sign_in(client, worker)
        token = token_on(client, "/desk/people/add")
        for _ in range(2):
            clock.shift(timedelta(hours=6))
            client.get("/account")
        sent = client.post("/desk/people/add", data={"known_as": "Invented Mo", "csrf_token": token})
        assert sent.location.startswith("/kept/")
        assert "Nothing is lost, and nothing is saved yet" in client.get(sent.location).text
        carry_on(client, sent.location)
    assert len(people(app, scheme)) == 1


def test_a_page_from_an_earlier_session_of_the_same_account_keeps_them_too(
    app: Flask, scheme: Scheme, worker: Account, sign_in: SignIn
) -> None:
    client = sign_in(app.test_client(), worker)
    token = token_on(client, "/desk/people/add")
    sign_in(client, worker)
    sent = client.post("/desk/people/add", data={"known_as": "Invented Mo", "csrf_token": token})
    assert sent.location.startswith("/kept/")


def test_it_can_be_thrown_away_and_goes_by_itself_after_a_day(
    app: Flask, scheme: Scheme, worker: Account, sign_in: SignIn
) -> None:
    client = app.test_client()
    with time_machine.travel(NINE, tick=False) as clock:
        for _ in range(kept.AT_MOST + 2):
            sign_in(client, worker)
            token = token_on(client, "/desk/people/add")
            sign_in(client, worker)
            clock.shift(timedelta(seconds=1))
            sent = client.post("/desk/people/add", data={"known_as": "Invented Mo", "csrf_token": token})
        assert len(kept_forms(app, scheme)) == kept.AT_MOST
        thrown = client.post(sent.location, data={"csrf_token": token_on(client, "/account")})
        assert thrown.location == "/"
        assert len(kept_forms(app, scheme)) == kept.AT_MOST - 1
        last = f"/kept/{kept_forms(app, scheme)[-1].id}"
        clock.shift(timedelta(hours=25))
        sign_in(client, worker)
        assert client.get(last).status_code == 404
        with app.app_context():
            enter_scheme(scheme.id)
            carry_out(kept.forget_old)
        assert kept_forms(app, scheme) == []


def test_a_page_older_than_a_week_and_a_closed_account_keep_nothing(
    app: Flask, scheme: Scheme, worker: Account, sign_in: SignIn
) -> None:
    client = app.test_client()
    with time_machine.travel(NINE, tick=False) as clock:
        sign_in(client, worker)
        token = token_on(client, "/desk/people/add")
        clock.shift(timedelta(days=8))
        data = {"known_as": "Invented Mo", "csrf_token": token}
        assert client.post("/desk/people/add", data=data).location == "/sign-in"
    assert kept_forms(app, scheme) == []


def test_what_the_writer_may_not_send_at_all_is_not_kept(
    app: Flask, scheme: Scheme, worker: Account, sign_in: SignIn
) -> None:
    client = app.test_client()
    with time_machine.travel(NINE, tick=False) as clock:
        token = token_on(sign_in(client, worker), "/account")
        clock.shift(timedelta(hours=11))
        assert client.post("/home/still-right", data={"csrf_token": token}).location == "/sign-in"
        assert client.post("/sign-in/stay", data={"csrf_token": token}).location == "/sign-in"
    assert kept_forms(app, scheme) == []
