"""The application under test."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient, FlaskCliRunner
from jinja2 import BytecodeCache, FileSystemBytecodeCache

from tests.ground.databases import KEYS, Database, close
from wsgi import create_app

MakeApp = Callable[..., Flask]


@pytest.fixture(scope="session")
def compiled_templates(tmp_path_factory: pytest.TempPathFactory) -> BytecodeCache:
    """Templates compiled once for all the applications of one worker: most tests make an application of their own."""
    return FileSystemBytecodeCache(str(tmp_path_factory.mktemp("templates")))


@pytest.fixture
def make_app(database: Database, tmp_path: Path, compiled_templates: BytecodeCache) -> Iterator[MakeApp]:
    """Make an application on this test's database; keywords are settings. All its connections are closed at the end."""
    made: list[Flask] = []

    def make(**settings: Any) -> Flask:
        defaults = {
            "TESTING": True,
            "INSTANCE_PATH": str(tmp_path / "instance"),
            "SECRET_KEY": "a secret that every test knows, long enough",
            "ENCRYPTION_KEYS": KEYS,
        }
        app = create_app(defaults | database.settings | settings)
        app.jinja_env.bytecode_cache = compiled_templates
        made.append(app)
        return app

    yield make
    for app in made:
        close(app)


@pytest.fixture
def app(make_app: MakeApp) -> Flask:
    """The application. Forms are accepted without their CSRF token here; tests about that make their own."""
    return make_app(WTF_CSRF_ENABLED=False)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A reader of pages, without a browser."""
    return app.test_client()


@pytest.fixture
def command(app: Flask) -> FlaskCliRunner:
    """Runs the application's commands: ``command.invoke(args=["scheme", "settings"])``."""
    return app.test_cli_runner()
