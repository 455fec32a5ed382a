"""A database for one test: migrated, empty and its own. Every test that asks for one runs on SQLite and on PostgreSQL.

Migrations run once per worker. On SQLite each test gets a copy; on PostgreSQL, where a copy takes a third of a second, each
gets the one before's, emptied, or a new one when that test has changed its tables. A test about one of the two only says so with
``@pytest.mark.parametrize("database", ["postgresql"], indirect=True)``.
"""

import base64
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest
from flask import Flask

from scheme.database import db
from tests.ground.postgresql import APPLICATION, OWNER, Server
from wsgi import create_app

KEYS = "test:" + base64.b64encode(bytes(range(32))).decode()
"""An encryption key known to everybody: good for tests and nothing else."""


@dataclass(frozen=True)
class Database:
    """Where the application, and the owner of the tables, connect."""

    url: str
    migrations_url: str

    @property
    def kind(self) -> str:
        """Which of the two this is: ``sqlite`` or ``postgresql``."""
        return "sqlite" if self.url.startswith("sqlite") else "postgresql"

    @property
    def settings(self) -> dict[str, str]:
        """As settings of the application."""
        return {"DATABASE_URL": self.url, "MIGRATIONS_DATABASE_URL": self.migrations_url}


def close(app: Flask) -> None:
    """Close every connection of an application, so that nothing holds its database."""
    with app.app_context():
        for engine in (*db.engines.values(), *app.extensions["alembic"].engines.values()):
            engine.dispose()


def _migrate(database: Database, instance: Path) -> None:
    app = create_app({"INSTANCE_PATH": str(instance), "ENCRYPTION_KEYS": KEYS, **database.settings})
    with app.app_context():
        app.extensions["alembic"].upgrade()
    close(app)


def _sqlite(path: Path) -> Database:
    return Database(f"sqlite:///{path}", f"sqlite:///{path}")


def _postgresql(server: Server, name: str) -> Database:
    return Database(server.url(name, APPLICATION), server.url(name, OWNER))


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file to copy."""
    folder = tmp_path_factory.mktemp("sqlite")
    _migrate(_sqlite(folder / "template.sqlite"), folder)
    return folder / "template.sqlite"


@pytest.fixture(scope="session")
def postgresql_template(postgresql: Server, worker_id: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The name of a migrated PostgreSQL database to copy."""
    name = f"template_{worker_id}"
    postgresql.create(name)
    postgresql.grant(name)
    _migrate(_postgresql(postgresql, name), tmp_path_factory.mktemp("postgresql"))
    return name


@pytest.fixture(scope="session")
def next_name(worker_id: str) -> Callable[[], str]:
    """Names that no other test of this run uses."""
    numbers = count(1)
    return lambda: f"test_{worker_id}_{next(numbers)}"


@pytest.fixture
def sqlite_database(sqlite_template: Path, tmp_path: Path) -> Database:
    """An empty SQLite database."""
    return _sqlite(Path(shutil.copy(sqlite_template, tmp_path / "alongside.sqlite")))


class OneAfterAnother:
    """The PostgreSQL database that the tests of one worker hand on to each other."""

    def __init__(self, server: Server, template: str, next_name: Callable[[], str]) -> None:
        self.server, self.template, self.next_name = server, template, next_name
        self.shape = server.shape(template)
        self.name: str | None = None

    def take(self) -> Database:
        """An empty database."""
        if self.name is None:
            self.name = self.next_name()
            self.server.create(self.name, template=self.template)
        return _postgresql(self.server, self.name)

    def give_back(self) -> None:
        """Empty it for the next test; one whose tables are not what they were is dropped."""
        assert self.name is not None
        if self.server.shape(self.name) == self.shape:
            self.server.empty(self.name)
        else:
            self.server.drop(self.name)
            self.name = None


@pytest.fixture(scope="session")
def postgresql_databases(postgresql: Server, postgresql_template: str, next_name: Callable[[], str]) -> OneAfterAnother:
    """This worker's PostgreSQL database."""
    return OneAfterAnother(postgresql, postgresql_template, next_name)


@pytest.fixture
def postgresql_database(postgresql_databases: OneAfterAnother) -> Iterator[Database]:
    """An empty PostgreSQL database."""
    yield postgresql_databases.take()
    postgresql_databases.give_back()


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> Database:
    """An empty database, on each of the two in turn."""
    found: Database = request.getfixturevalue(f"{request.param}_database")
    return found


@pytest.fixture
def database_url(database: Database) -> str:
    """Where the application connects."""
    return database.url
