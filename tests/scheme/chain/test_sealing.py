"""Sealing: everything once, in order, whoever comes late and however often the job runs."""

import threading
from collections.abc import Sequence
from pathlib import Path

import pytest
from flask import Flask, g
from sqlalchemy import inspect, text
from sqlalchemy.exc import DBAPIError
from sqlmodel import col, select

from people.models import Person
from scheme.chain import forms, heads, sealing
from scheme.database import carry_out, db, enter_scheme
from scheme.models import Account, Change, Reading, Scheme, Seal
from tests.ground.accounts import MakeScheme
from tests.scheme.chain.conftest import LiveOn, Run


def seals(app: Flask, scheme: Scheme) -> Sequence[Seal]:
    with app.app_context():
        enter_scheme(scheme.id)
        return db.session.exec(select(Seal).order_by(col(Seal.number))).all()


def test_every_column_of_the_record_is_sealed() -> None:
    columns = {name: tuple(inspect(model).columns.keys()) for name, model in forms.TABLES.items()}
    assert {name: set(sealed) for name, sealed in forms.FORMS[forms.NEWEST].items()} == {
        name: set(there) for name, there in columns.items()
    }


def test_everything_is_sealed_once_and_numbered_without_a_gap(
    app: Flask, scheme: Scheme, live_on: LiveOn, run: Run
) -> None:
    live_on(3)
    code, words = run("seal-record")
    assert code == 0
    first = seals(app, scheme)
    assert words == f"{scheme.name}: {len(first)} rows sealed, {len(first)} in all.\n"
    assert run("seal-record") == (0, f"{scheme.name}: 0 rows sealed, {len(first)} in all.\n")
    live_on(1)
    run("seal-record")
    after = seals(app, scheme)
    assert [seal.number for seal in after] == list(range(1, len(first) + 3))
    assert {seal.row_table for seal in after} == {"change", "reading"}
    assert after[: len(first)] == first


def test_more_rows_than_fit_into_one_transaction(
    app: Flask, scheme: Scheme, live_on: LiveOn, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    live_on(4)
    monkeypatch.setattr(sealing, "AT_ONCE", 2)
    monkeypatch.setattr("scheme.chain.checking.AT_ONCE", 3)
    run("seal-record")
    assert run("check-record")[0] == 0
    assert len(seals(app, scheme)) >= 8


def test_a_change_that_ended_late_is_sealed_next_time(
    app: Flask, scheme: Scheme, worker: Account, live_on: LiveOn, run: Run
) -> None:
    """It was written down before what is sealed already: its transaction was the slower of two."""
    live_on(2)
    run("seal-record")
    count = len(seals(app, scheme))

    def late() -> None:
        earlier = db.session.exec(select(Change).order_by(col(Change.at))).first()
        assert earlier
        values = earlier.model_dump(exclude={"id", "values_sealed"})
        db.session.add(Change(**values))

    with app.app_context():
        enter_scheme(scheme.id)
        carry_out(late)
    assert "1 not sealed yet" in run("check-record")[1]
    assert run("seal-record")[1] == f"{scheme.name}: 1 rows sealed, {count + 1} in all.\n"
    assert run("check-record")[0] == 0


def test_two_jobs_at_once_and_people_who_go_on_working(app: Flask, scheme: Scheme, live_on: LiveOn, run: Run) -> None:
    live_on(20)
    together = threading.Barrier(3)
    wrong: list[BaseException] = []

    def job() -> None:
        with app.app_context():
            enter_scheme(scheme.id)
            together.wait()
            sealing.seal_record()

    def work() -> None:
        with app.app_context():
            enter_scheme(scheme.id)
            together.wait()
            for number in range(10):
                carry_out(db.session.add, Person(reference=f"W{number}", known_as="Invented Mo"))

    def caught(what: object) -> None:
        try:
            what()  # type: ignore[operator]
        except BaseException as error:
            wrong.append(error)

    threads = [threading.Thread(target=caught, args=(what,)) for what in (job, job, work)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    run("seal-record")
    code, words = run("check-record")
    assert code == 0, words
    assert "0 not sealed yet" in words


def test_each_scheme_has_a_chain_of_its_own(
    app: Flask, scheme: Scheme, make_scheme: MakeScheme, live_on: LiveOn, run: Run
) -> None:
    other = make_scheme(name="Invented Other")
    live_on(1)
    live_on(2, of=other)
    code, words = run("seal-record", "--scheme", "invented other")
    assert (code, words.count("\n")) == (0, 1)
    assert seals(app, scheme) == []
    run("seal-record")
    assert [seals(app, each)[0].number for each in (scheme, other)] == [1, 1]
    assert run("check-record")[0] == 0


def test_the_end_is_kept_outside_where_only_we_may_read_it(
    app: Flask, scheme: Scheme, live_on: LiveOn, run: Run, heads_file: Path
) -> None:
    assert run("seal-record")[0] == 0
    live_on(1)
    run("seal-record")
    run("seal-record")
    with app.app_context():
        (head,) = heads.kept()[-1:]
    last = seals(app, scheme)[-1]
    assert (head.scheme_id, head.count, head.digest) == (scheme.id, last.number, last.digest)
    assert len(heads_file.read_text().splitlines()) == 2, "one for each run that sealed something"
    assert heads_file.stat().st_mode & 0o077 == 0


def test_a_seal_is_never_altered(app: Flask, scheme: Scheme, live_on: LiveOn, run: Run) -> None:
    live_on(1)
    run("seal-record")
    for statement in ("UPDATE seal SET number = 99", "DELETE FROM seal"):
        with app.app_context():
            enter_scheme(scheme.id)
            with pytest.raises(DBAPIError, match="never altered"):
                db.session.execute(text(statement))


def test_when_the_end_cannot_be_kept_outside_that_is_said_and_the_next_run_keeps_it(
    scheme: Scheme, live_on: LiveOn, run: Run, heads_file: Path
) -> None:
    live_on(1)
    heads_file.mkdir()
    code, words = run("seal-record")
    assert code == 1
    assert "could not be written" in words
    heads_file.rmdir()
    assert run("seal-record")[0] == 0
    assert run("check-record")[0] == 0


def test_a_reading_is_sealed_as_it_is_stored(app: Flask, scheme: Scheme, worker: Account, live_on: LiveOn) -> None:
    live_on(1)
    with app.app_context():
        enter_scheme(scheme.id)
        g.acting = worker
        reading = db.session.exec(select(Reading)).one()
        before = forms.row_digest(1, reading)
        reading.why = "something else"
        assert forms.row_digest(1, reading) != before
        db.session.rollback()
