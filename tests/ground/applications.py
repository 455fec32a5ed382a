"""The application under test.

Making one takes longer than most tests, so the tests of one worker hand theirs on to each other, each on its own database and
with its own instance folder. One that a test has changed (an address, a hook, an extension, a listener, a thread still
running) is handed on to nobody. A test that is about making one, or about its settings, asks for ``make_app``.
"""

import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient, FlaskCliRunner
from jinja2 import BytecodeCache, FileSystemBytecodeCache
from sqlalchemy import URL, Engine, event, make_url

from scheme import settings
from scheme.database import db
from tests.ground.databases import KEYS, Database, close
from wsgi import create_app

MakeApp = Callable[..., Flask]


@pytest.fixture(scope="session")
def compiled_templates(tmp_path_factory: pytest.TempPathFactory) -> BytecodeCache:
    """Templates compiled once for all the applications of one worker."""
    return FileSystemBytecodeCache(str(tmp_path_factory.mktemp("templates")))


def given(database: Mapping[str, str], instance: Path, **chosen: Any) -> dict[str, Any]:
    """The settings of an application under test."""
    return {
        "TESTING": True,
        "INSTANCE_PATH": str(instance),
        "SECRET_KEY": "a secret that every test knows, long enough",
        "ENCRYPTION_KEYS": KEYS,
        **database,
        **chosen,
    }


class HandedOn:
    """One application that tests hand on to each other, and what it was like when it was made."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        with app.app_context():
            self.engines: tuple[Engine, ...] = (db.engine, app.extensions["alembic"].engines["default"])
        for engine in self.engines:
            _follow(engine)
        self.config = dict(app.config)
        self.shape = self._shape()

    def move(self, given: Mapping[str, Any]) -> Flask:
        """The application with these settings, as if it were made with them. Only where things are kept may differ."""
        config = settings.load(given)
        self.app.config.clear()
        self.app.config.update(self.config | config)
        for engine, name in zip(self.engines, ("DATABASE_URL", "MIGRATIONS_DATABASE_URL"), strict=True):
            _point(engine, make_url(config[name]))
        self.app._got_first_request = False  # a test may still add to what has answered nobody yet
        return self.app

    def is_as_it_was(self) -> bool:
        """Whether nobody changed it. Its queue is forgotten: that is in the folder. So is a file; its connections are closed."""
        if self.engines[0].dialect.name == "sqlite":
            close(self.app)
        vars(self.app.extensions["jobs"]).pop("_made", None)
        return bool(self.shape == self._shape())

    def _shape(self) -> Any:
        environment = self.app.jinja_env
        parts = {name: part for name, part in vars(self.app).items() if not _comes_by_itself(name)}
        words = ({**environment.globals, "config": None}, environment.filters, environment.tests)
        return _frozen([parts, words, *map(_listeners, self.engines), threading.enumerate()])


def _comes_by_itself(name: str) -> bool:
    """What Flask adds at first use; and the settings, which every test gets anew."""
    return name in ("config", "_got_first_request") or isinstance(getattr(Flask, name, None), property)


def _point(engine: Engine, url: URL) -> None:
    """Where an engine connects from now on. Connections to a database that is handed on too stay open: each knows its tables."""
    if engine.url != url:
        engine.dispose()
        engine.url = url


def _follow(engine: Engine) -> None:
    """An engine connects to wherever its address says now: what it has compiled stays good on another database.

    It does not wait for the disk: like the PostgreSQL of these tests, it forgets about power cuts.
    """

    @event.listens_for(engine, "do_connect")
    def connect(dialect: Any, _record: Any, arguments: list[Any], options: dict[str, Any]) -> None:
        arguments[:], where = dialect.create_connect_args(engine.url)
        options.update(where)

    if engine.dialect.name == "sqlite":

        @event.listens_for(engine, "connect")
        def prepare(connection: Any, _record: Any) -> None:
            connection.execute("PRAGMA synchronous=OFF")


def _listeners(engine: Any) -> list[Any]:
    """Whoever listens to an engine."""
    return [list(getattr(engine.dispatch, name)) for name in engine.dispatch._event_names]


def _frozen(part: Any) -> Any:
    """A copy that later changes of what it was made of do not reach. Looking for something may leave an empty place for it."""
    if isinstance(part, Mapping):
        copies = {name: _frozen(one) for name, one in part.items()}
        return {name: copy for name, copy in copies.items() if copy or not isinstance(copy, dict | list)}
    if isinstance(part, list | tuple | set):
        return [_frozen(one) for one in part]
    return part


@pytest.fixture(scope="session")
def handed_on() -> Iterator[dict[str, HandedOn]]:
    """This worker's applications, by what is special about them."""
    ours: dict[str, HandedOn] = {}
    yield ours
    for each in ours.values():
        close(each.app)


@pytest.fixture
def make_app(database: Database, tmp_path: Path, compiled_templates: BytecodeCache) -> Iterator[MakeApp]:
    """Make an application on this test's database; keywords are settings. All its connections are closed at the end."""
    made: list[Flask] = []

    def make(**chosen: Any) -> Flask:
        app = create_app(given(database.settings, tmp_path / "instance", **chosen))
        app.jinja_env.bytecode_cache = compiled_templates
        made.append(app)
        return app

    yield make
    for app in made:
        close(app)


@pytest.fixture
def app(
    database: Database, tmp_path: Path, compiled_templates: BytecodeCache, handed_on: dict[str, HandedOn]
) -> Iterator[Flask]:
    """The application. Forms are accepted without their CSRF token here; tests about that make their own."""
    settings = given(database.settings, tmp_path / "instance", WTF_CSRF_ENABLED=False)
    ours = handed_on.pop(database.kind, None)
    if ours is None:
        ours = HandedOn(create_app(settings))
        ours.app.jinja_env.bytecode_cache = compiled_templates
    yield ours.move(settings)
    if ours.is_as_it_was():
        handed_on[database.kind] = ours
    else:
        close(ours.app)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A reader of pages, without a browser."""
    return app.test_client()


@pytest.fixture
def command(app: Flask) -> FlaskCliRunner:
    """Runs the application's commands: ``command.invoke(args=["scheme", "settings"])``."""
    return app.test_cli_runner()
