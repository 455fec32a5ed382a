"""Managers and auditors read the record of changes: who, when, which answers from what to what, and no more than they need."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from flask import Flask, g
from flask.testing import FlaskClient
from sqlalchemy import event
from sqlmodel import select

from people import actions
from people.models import Person
from scheme.database import carry_out, db, enter_scheme
from scheme.models import Account, Reading, Role, Scheme, SubjectKey
from scheme.ways_of_living import Noise
from tests.ground.accounts import MakeAccount, SignIn
from tests.ground.whole_schemes import MakeWholeScheme


@pytest.fixture
def worker(make_account: MakeAccount) -> Account:
    return make_account(Role.WORKER, name="Invented Wyn")


@pytest.fixture
def person(app: Flask, worker: Account) -> Person:
    """Somebody who was added, and then changed."""
    with inside(app, worker):
        person = carry_out(actions.add_person, {"known_as": "Invented Mo", "full_name": "Invented Maureen Long"})
        first = {"good_life": "A garden and a cat", "noise": Noise.QUIET, "phone": "01234 567890"}
        carry_out(actions.change_person, person, first, person.version)
        then = {"good_life": "A garden and two cats", "noise": Noise.LIVELY, "named_worker_id": worker.id}
        carry_out(actions.change_person, person, then, person.version)
        db.session.refresh(person)
        db.session.expunge(person)
        return person


@contextmanager
def inside(app: Flask, acting: Account) -> Iterator[None]:
    with app.app_context():
        enter_scheme(acting.scheme_id)
        g.acting = acting
        yield


def record_as(app: Flask, role: Role, person: Person, make_account: MakeAccount, sign_in: SignIn) -> str:
    client = sign_in(app.test_client(), make_account(role))
    answer = client.get(f"/desk/people/{person.id}/record")
    assert answer.status_code == 200
    return answer.text


def test_a_manager_reads_who_changed_what_from_what_to_what(
    app: Flask, person: Person, make_account: MakeAccount, sign_in: SignIn
) -> None:
    page = record_as(app, Role.MANAGER, person, make_account, sign_in)
    assert page.index("A garden and two cats") < page.index("Added: person")
    assert "Invented Wyn (change person)" in page
    assert ">Quiet</del>" in page
    assert ">Lively</ins>" in page
    assert ">Invented Wyn</ins>" in page, "a worker's name, not their id"
    assert "Invented Maureen Long" in page
    assert "Phone" in page
    assert "567890" not in page
    assert "sealed:" not in page.replace("kept sealed: the record", "")


def test_an_auditor_reads_closed_answers_but_no_names_and_no_words(
    app: Flask, person: Person, make_account: MakeAccount, sign_in: SignIn
) -> None:
    page = record_as(app, Role.AUDITOR, person, make_account, sign_in)
    assert ">Lively</ins>" in page
    assert "Good life" in page
    for hidden in ("two cats", "Maureen", "567890"):
        assert hidden not in page


def test_workers_do_not_read_it(app: Flask, person: Person, worker: Account, sign_in: SignIn) -> None:
    client = sign_in(app.test_client(), worker)
    assert client.get(f"/desk/people/{person.id}/record").status_code == 403
    assert "Record of changes" not in client.get(f"/desk/people/{person.id}").text


def test_opening_it_is_itself_written_down(
    app: Flask, scheme: Scheme, person: Person, make_account: MakeAccount, sign_in: SignIn
) -> None:
    record_as(app, Role.AUDITOR, person, make_account, sign_in)
    with app.app_context():
        enter_scheme(scheme.id)
        (reading,) = db.session.exec(select(Reading)).all()
        assert (reading.subject_id, reading.role, reading.page) == (person.id, Role.AUDITOR, "the record of changes")


def test_an_erased_key_is_told(
    app: Flask, scheme: Scheme, person: Person, make_account: MakeAccount, sign_in: SignIn
) -> None:
    def erase() -> None:
        db.session.exec(select(SubjectKey).where(SubjectKey.subject_id == person.id)).one().key_sealed = None

    with app.app_context():
        enter_scheme(scheme.id)
        carry_out(erase)
    page = record_as(app, Role.MANAGER, person, make_account, sign_in)
    assert "What it said has been erased for good." in page
    assert "two cats" not in page


def test_25_a_page_at_the_same_cost(
    app: Flask, worker: Account, person: Person, make_account: MakeAccount, sign_in: SignIn
) -> None:
    client = sign_in(app.test_client(), make_account(Role.MANAGER))
    address = f"/desk/people/{person.id}/record"
    few = statements(app, client, address)
    with inside(app, worker):
        for number in range(30):
            carry_out(actions.add_place, db.session.get_one(Person, person.id), {"label": f"Invented place {number}"})
    assert statements(app, client, address) == few
    page = client.get(address).text
    assert page.count("app-timeline__entry") == 25
    assert "Added: person" not in page.replace("Added: person place", "")
    assert "Added: person</p>" in client.get(f"{address}?page=2").text


def statements(app: Flask, client: FlaskClient, address: str) -> int:
    sent: list[str] = []
    with app.app_context():
        engine = db.engine
    note = lambda *told: sent.append(told[2])  # noqa: E731
    event.listen(engine, "before_cursor_execute", note)
    assert client.get(address).status_code == 200
    event.remove(engine, "before_cursor_execute", note)
    return len(sent)


def test_households_and_arrangements_have_theirs(
    app: Flask, make_whole_scheme: MakeWholeScheme, sign_in: SignIn
) -> None:
    whole = make_whole_scheme("Bryn")
    client = sign_in(app.test_client(), whole.accounts[Role.MANAGER])
    household = client.get(f"/desk/households/{whole.ids['household_id']}/record").text
    assert "Added: household" in household
    assert "Added: home" in household
    assert "Bryn Street" not in household
    address = f"/desk/arrangements/{whole.ids['arrangement_id']}/record"
    assert "Added: visit" in "".join(client.get(f"{address}?page={page}").text for page in (1, 2, 3))
    assert (
        f"/desk/arrangements/{whole.ids['arrangement_id']}/record"
        in client.get(f"/desk/arrangements/{whole.ids['arrangement_id']}").text
    )


def test_the_schemes_own_record_tells_of_accounts_and_numbers_and_of_nobody_served(
    app: Flask, person: Person, make_account: MakeAccount, sign_in: SignIn
) -> None:
    client = sign_in(app.test_client(), make_account(Role.MANAGER, name="Invented Mair"))
    client.post("/desk/scheme/numbers/days_to_answer", data={"value": "10", "version": "7"})
    page = client.get("/desk/scheme/record").text
    assert "Added: Invented Wyn" in page
    assert "days to answer: 10" in page
    assert "Invented Mair (set number)" in page
    assert "Invented Mo" not in page
    assert "password" not in page.lower()
