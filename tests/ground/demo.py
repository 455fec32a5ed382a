"""The invented schemes of the demo, made once per worker on SQLite and copied for each test that asks for them."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from matching.demo import building
from tests.ground.databases import KEYS, close
from wsgi import create_app

DEMO_SETTINGS = {
    "TESTING": True,
    "SECRET_KEY": "a secret that every test knows, long enough",
    "ENCRYPTION_KEYS": KEYS,
}


def _app(instance: Path, **settings: object) -> Flask:
    return create_app(DEMO_SETTINGS | {"INSTANCE_PATH": str(instance)} | settings)


@pytest.fixture(scope="session")
def demo_template(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An instance folder with the demo in it, to copy."""
    instance = tmp_path_factory.mktemp("demo") / "instance"
    instance.mkdir()
    shutil.copy(sqlite_template, instance / "alongside.sqlite")
    app = _app(instance)
    with app.app_context():
        for kind in building.missing():
            building.build(kind)
    close(app)
    return instance


@pytest.fixture
def demo_instance(demo_template: Path, tmp_path: Path) -> Path:
    """This test's own copy of the demo: its database and its photographs."""
    return Path(shutil.copytree(demo_template, tmp_path / "demo"))


@pytest.fixture
def demo_app(demo_instance: Path) -> Iterator[Flask]:
    """The application with the demo in it, every protection on. Its accounts are in ``matching.demo.accounts``."""
    app = _app(demo_instance)
    yield app
    close(app)
