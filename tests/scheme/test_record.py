"""The record: every change with the change itself, every reading before the page, and nothing readable once a key is erased."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from flask import Flask, g
from sqlalchemy.exc import DBAPIError
from sqlmodel import select, text

from people.models import Person
from scheme import record
from scheme.clock import today
from scheme.database import carry_out, db, enter_scheme
from scheme.errors import Refused
from scheme.models import Account, Change, Conversation, Photograph, Role, Scheme, SubjectKey
from tests.ground.accounts import MakeAccount
from tests.ground.changes import changes_of

Inside = Callable[..., Any]


@pytest.fixture
def worker(make_account: MakeAccount) -> Account:
    """Somebody who changes things."""
    return make_account(Role.WORKER, name="Invented Wyn")


@pytest.fixture
def inside(app: Flask, scheme: Scheme, worker: Account) -> Inside:
    """``with inside(): …``: inside the scheme, acting as the worker."""

    @contextmanager
    def inside() -> Iterator[None]:
        with app.app_context():
            enter_scheme(scheme.id)
            g.acting = worker
            yield

    return inside


def add_person() -> Person:
    """Add somebody."""
    person = Person(reference="P001", known_as="Invented Mo")
    person.phone = "01234 567890"
    db.session.add(person)
    return person


def rename(person: Person) -> None:
    """Change one thing."""
    person.known_as = "Invented Maureen"


def test_a_change_is_written_down_with_who_and_what(inside: Inside) -> None:
    with inside():
        person = carry_out(add_person)
        carry_out(rename, person)
        newest = changes_of(person.id)[0]
        assert (newest.who, newest.doing, newest.what, newest.fields) == (
            "Invented Wyn",
            "rename",
            "changed",
            ["known_as"],
        )
        assert record.values_of(newest) == {"known_as": ["Invented Mo", "Invented Maureen"]}


def test_a_sealed_value_is_sealed_in_the_record_too(inside: Inside) -> None:
    with inside():
        person = carry_out(add_person)
        values = record.values_of(changes_of(person.id)[0])
        assert values is not None
        assert "567890" not in str(values)


def test_a_refused_action_leaves_no_trace(inside: Inside) -> None:
    def change_and_refuse(person: Person) -> None:
        rename(person)
        db.session.flush()
        raise Refused("Not today.")

    with inside():
        person = carry_out(add_person)
        with pytest.raises(Refused):
            carry_out(change_and_refuse, person)
        assert person.known_as == "Invented Mo"
        assert len(changes_of(person.id)) == 1


def test_when_the_key_is_erased_nothing_of_the_values_can_be_read_and_changes_are_still_counted(inside: Inside) -> None:
    def erase(person: Person) -> None:
        key = db.session.exec(select(SubjectKey).where(SubjectKey.subject_id == person.id)).one()
        key.key_sealed = None

    with inside():
        person = carry_out(add_person)
        carry_out(erase, person)
        carry_out(rename, person)
        assert [record.values_of(change) for change in changes_of(person.id)] == [None, None]


@pytest.mark.parametrize("statement", ["UPDATE change SET who = 'nobody'", "DELETE FROM change"])
def test_the_record_is_never_altered(inside: Inside, statement: str) -> None:
    with inside():
        carry_out(add_person)
        with pytest.raises(DBAPIError, match="never altered"):
            db.session.execute(text(statement))
        db.session.rollback()
        assert db.session.exec(select(Change)).all()


def test_a_hundred_rows_at_once_need_one_look_up_of_keys(inside: Inside, app: Flask) -> None:
    from sqlalchemy import event

    statements: list[str] = []

    def add_many(number: int) -> None:
        db.session.add_all([Person(reference=f"P{one}", known_as="Invented") for one in range(number)])

    with inside():
        event.listen(db.engine, "before_cursor_execute", lambda _c, _cur, statement, *_: statements.append(statement))
        carry_out(add_many, 100)
    assert sum(statement.startswith("SELECT") and "subject_key" in statement for statement in statements) == 1


def test_a_conversation_and_a_photograph_are_told_of_whom_they_are_of(inside: Inside, worker: Account) -> None:
    def talk_and_show(person: Person) -> None:
        db.session.add(Conversation(about_kind="person", about_id=person.id, on=today(), account_id=worker.id))
        db.session.add(Photograph(of_kind="person", of_id=person.id, caption="Invented Mo", file_name="mo.jpg"))

    with inside():
        person = carry_out(add_person)
        carry_out(talk_and_show, person)
        told = [change for change in changes_of(person.id) if change.doing == "talk_and_show"]
        assert {change.row_kind for change in told} == {"conversation", "photograph"}
        assert {change.subject_kind for change in told} == {"person"}
        assert all(record.values_of(change) for change in told)
