"""An application is handed on from test to test only as it was made (``tests/ground/applications.py``)."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import event, text

from scheme.database import db
from tests.ground.applications import HandedOn, given
from tests.ground.databases import Database
from wsgi import create_app


@pytest.fixture
def ours(sqlite_database: Database, tmp_path: Path) -> HandedOn:
    return HandedOn(create_app(given(sqlite_database.settings, tmp_path / "instance")))


def _listen(app: Flask) -> None:
    with app.app_context():
        event.listen(db.engine, "before_cursor_execute", lambda *_: None)


def _leave_somebody_running(_app: Flask) -> None:
    threading.Thread(target=threading.Event().wait, daemon=True, args=(5,)).start()


CHANGES: dict[str, Callable[[Flask], object]] = {
    "an address": lambda app: app.add_url_rule("/new", "new", lambda: "new"),
    "a hook": lambda app: app.before_request(lambda: None),
    "an extension": lambda app: app.extensions.update(new=True),
    "a part of one": lambda app: app.extensions["job_kinds"].clear(),
    "a word for templates": lambda app: app.jinja_env.globals.update(new=True),
    "somebody who listens": _listen,
    "somebody still at work": _leave_somebody_running,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_one_that_a_test_has_changed_is_handed_on_to_nobody(ours: HandedOn, change: Callable[[Flask], object]) -> None:
    assert ours.is_as_it_was()
    change(ours.app)
    assert not ours.is_as_it_was()


def test_the_next_test_has_its_own_settings_folder_and_database(
    ours: HandedOn, sqlite_database: Database, sqlite_template: Path, tmp_path: Path
) -> None:
    ours.app.config["SESSION_HOURS"] = 1000
    with ours.app.app_context(), db.engine.begin() as connection:
        connection.execute(text("DROP TABLE place"))
    assert ours.is_as_it_was()
    url = f"sqlite:///{tmp_path / 'next.sqlite'}"
    (tmp_path / "next.sqlite").write_bytes(sqlite_template.read_bytes())
    app = ours.move(given({"DATABASE_URL": url}, tmp_path / "next"))
    assert app.config["SESSION_HOURS"] != 1000
    assert Path(app.config["INSTANCE_PATH"]) == tmp_path / "next"
    assert (tmp_path / "next").is_dir()
    with app.app_context(), db.engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM place")).scalar() == 0
