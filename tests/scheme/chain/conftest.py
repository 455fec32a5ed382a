"""A scheme with something in its record, and the owner of the tables, whom no wall of the database stops."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from flask import Flask, g
from flask.testing import FlaskCliRunner
from sqlalchemy import Connection, create_engine, text

from people.models import Person
from scheme import record
from scheme.database import carry_out, db, enter_scheme
from scheme.models import Account, Role, Scheme
from tests.ground.accounts import MakeAccount
from tests.ground.databases import Database

LiveOn = Callable[..., None]
AsOwner = Callable[..., Any]
Run = Callable[..., tuple[int, str]]

NEVER_ALTERED = {
    "sqlite": [
        f"DROP TRIGGER IF EXISTS {table}_never_altered_{what}"
        for table in ("change", "reading", "seal")
        for what in ("update", "delete")
    ],
    "postgresql": [
        statement
        for table in ("change", "reading", "seal")
        for statement in (
            f"ALTER TABLE {table} DISABLE TRIGGER {table}_never_altered",
            f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY",
        )
    ],
}
"""What the owner of the tables does first to get at the record."""


@pytest.fixture
def worker(make_account: MakeAccount) -> Account:
    """Somebody who changes things and looks at them."""
    return make_account(Role.WORKER, name="Invented Wyn")


@pytest.fixture
def live_on(app: Flask, worker: Account) -> LiveOn:
    """``live_on(3)``: three people are added to a scheme, and each is looked at: six rows of the record."""
    numbers = iter(range(1, 1000))

    def add(count: int) -> list[Person]:
        added = [Person(reference=f"P{next(numbers):03}", known_as="Invented Mo") for _ in range(count)]
        db.session.add_all(added)
        return added

    def live_on(count: int, of: Scheme | None = None) -> None:
        with app.app_context():
            enter_scheme(of.id if of else worker.scheme_id)
            g.acting = worker
            for person_id in [person.id for person in carry_out(add, count)]:
                record.viewed("person", person_id, "profile", "invented")

    return live_on


@pytest.fixture
def run(command: FlaskCliRunner) -> Run:
    """``run("seal-record")``: how a command ended, and what it said."""

    def run(*words: str) -> tuple[int, str]:
        result = command.invoke(args=["scheme", *words])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result.exit_code, result.output

    return run


@pytest.fixture
def as_owner(database: Database) -> AsOwner:
    """``with as_owner() as connection``: the tables as their owner has them, with the walls taken down."""

    @contextmanager
    def as_owner() -> Iterator[Connection]:
        engine = create_engine(database.migrations_url)
        with engine.begin() as connection:
            for statement in NEVER_ALTERED[database.kind]:
                connection.execute(text(statement))
            yield connection
        engine.dispose()

    return as_owner


@pytest.fixture
def heads_file(app: Flask) -> Path:
    """The file outside the database."""
    return Path(app.config["RECORD_HEADS"])
