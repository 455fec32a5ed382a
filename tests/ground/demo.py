"""The invented schemes of the demo, made once in a run on SQLite and copied for each test that asks for them."""

import fcntl
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
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
def demo_template(sqlite_template: Path, testrun_uid: str) -> Iterator[Path]:
    """An instance folder with the demo in it, to copy: the first worker makes it, the last one takes it away."""
    folder = Path(tempfile.gettempdir()) / f"alongside-demo-{testrun_uid[:12]}"
    with _alone(folder) as workers:
        if not workers:
            _build(folder / "instance", sqlite_template)
    yield folder / "instance"
    with _alone(folder, going=True) as workers:
        if not workers:
            shutil.rmtree(folder)


@contextmanager
def _alone(folder: Path, *, going: bool = False) -> Iterator[int]:
    """While no other worker does the same: how many others use the folder."""
    folder.mkdir(exist_ok=True)
    with (folder / "workers").open("a+") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.seek(0)
        workers = int(file.read() or 0) - going
        yield workers
        file.truncate(0)
        file.write(str(workers if going else workers + 1))


def _build(instance: Path, sqlite_template: Path) -> None:
    instance.mkdir()
    shutil.copy(sqlite_template, instance / "alongside.sqlite")
    app = _app(instance)
    with app.app_context():
        for kind in building.missing():
            building.build(kind)
    close(app)


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
