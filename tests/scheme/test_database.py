"""One commit site: an action happens whole or not at all, again when others got in the way, and inside its scheme."""

import threading
from uuid import UUID

import pytest
from flask import Flask
from sqlmodel import select

from people.models import Person
from scheme.database import ATTEMPTS, Conflict, carry_out, db, enter_scheme
from scheme.models import Scheme
from tests.ground.accounts import MakeScheme


def add(reference: str) -> UUID:
    """Add a person."""
    person = Person(reference=reference, known_as="Invented")
    db.session.add(person)
    return person.id


def test_an_action_that_fails_changes_nothing(app: Flask, scheme: Scheme) -> None:
    def add_and_break() -> None:
        add("P001")
        db.session.flush()
        raise ZeroDivisionError

    with app.app_context():
        enter_scheme(scheme.id)
        with pytest.raises(ZeroDivisionError):
            carry_out(add_and_break)
        assert not db.session.exec(select(Person)).all()


def test_the_same_reference_from_two_sides_ends_in_words_not_in_a_fault(app: Flask, scheme: Scheme) -> None:
    with app.app_context():
        enter_scheme(scheme.id)
        carry_out(add, "P001")
        with pytest.raises(Conflict, match="Nothing was lost"):
            carry_out(add, "P001")


def test_counting_up_from_many_sides_at_once_loses_no_count(app: Flask, scheme: Scheme) -> None:
    with app.app_context():
        enter_scheme(scheme.id)
        person_id = carry_out(add, "P001")
    refused: list[int] = []

    def count_up() -> None:
        person = db.session.get_one(Person, person_id)
        person.version = person.version + 1

    def click() -> None:
        with app.app_context():
            enter_scheme(scheme.id)
            for _ in range(5):
                try:
                    carry_out(count_up)
                except Conflict:
                    refused.append(1)

    threads = [threading.Thread(target=click) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=120)
    with app.app_context():
        enter_scheme(scheme.id)
        assert db.session.get_one(Person, person_id).version == 1 + 20 - len(refused)


def test_an_action_is_tried_again_only_so_often_and_then_the_cause_is_in_the_log(
    app: Flask, scheme: Scheme, capsys: pytest.CaptureFixture[str]
) -> None:
    tries: list[int] = []

    def always_the_same() -> None:
        tries.append(1)
        add("P001")

    with app.app_context():
        enter_scheme(scheme.id)
        carry_out(add, "P001")
        with pytest.raises(Conflict):
            carry_out(always_the_same)
    assert len(tries) == ATTEMPTS
    told = capsys.readouterr().err
    assert "INSERT INTO person" in told
    assert "IntegrityError" in told
    assert "P001" not in told, "what was written stays out of the log"


def test_outside_a_scheme_nothing_is_found_and_nothing_is_made(
    app: Flask, scheme: Scheme, make_scheme: MakeScheme
) -> None:
    other = make_scheme()
    with app.app_context():
        enter_scheme(scheme.id)
        person_id = carry_out(add, "P001")
        enter_scheme(other.id)
        assert not db.session.exec(select(Person)).all()
        db.session.expunge_all()
        assert db.session.get(Person, person_id) is None
        enter_scheme(None)
        assert not db.session.exec(select(Person)).all()
        with pytest.raises(LookupError):
            carry_out(add, "P002")


def test_a_row_of_another_scheme_is_never_saved(app: Flask, scheme: Scheme, make_scheme: MakeScheme) -> None:
    other = make_scheme()

    def smuggle() -> None:
        db.session.add(Person(reference="P009", known_as="Invented", scheme_id=other.id))

    with app.app_context():
        enter_scheme(scheme.id)
        with pytest.raises(RuntimeError, match="another scheme"):
            carry_out(smuggle)


def test_after_a_form_was_sent_the_thread_reads_again_and_holds_up_nobody(app: Flask, scheme: Scheme) -> None:
    app.test_client().post("/sign-in", data={"email": "nobody@example.org"})
    with app.app_context():
        enter_scheme(scheme.id)
        assert not db.session.exec(select(Person)).all()
        writer = threading.Thread(target=_add_in_a_thread, args=(app, scheme.id))
        writer.start()
        writer.join(timeout=10)
        assert not writer.is_alive()


def _add_in_a_thread(app: Flask, scheme_id: UUID) -> None:
    with app.app_context():
        enter_scheme(scheme_id)
        carry_out(add, "P001")
