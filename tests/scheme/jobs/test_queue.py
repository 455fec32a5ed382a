"""Huey: what is committed wakes somebody, what is not does not, and a lost wake-up loses nothing."""

from datetime import datetime
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, make_url
from sqlmodel import col, select

from scheme.chain import heads
from scheme.database import carry_out, db, enter_scheme
from scheme.errors import Refused
from scheme.jobs import queue, waking
from scheme.jobs.queue import TASKS, Queue
from scheme.messages import post
from scheme.models import Account, Role, Scheme, Seal
from tests.ground.accounts import MakeAccount
from tests.ground.applications import MakeApp
from tests.ground.databases import Database
from tests.ground.postgresql import APPLICATION, Server


def woken(app: Flask) -> list[str]:
    """What is to be carried out, in order."""
    jobs: Queue = app.extensions["jobs"]
    return [type(task).__name__ for task in jobs.huey.pending()]


def test_what_is_committed_wakes_once_and_what_is_rolled_back_does_not(app: Flask, scheme: Scheme) -> None:
    def post_two() -> None:
        post("ana@example.org", "Hello", "Come on Tuesday.")
        post("ben@example.org", "Hello", "Come on Wednesday.")

    def post_and_refuse() -> None:
        post_two()
        raise Refused("Not today.")

    with app.app_context():
        enter_scheme(scheme.id)
        with pytest.raises(Refused):
            carry_out(post_and_refuse)
        assert woken(app) == []
        carry_out(post_two)
    assert woken(app) == [waking.POST]


def test_what_cannot_be_woken_stays_written_down(
    app: Flask, scheme: Scheme, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def nobody(_what: str) -> None:
        raise OSError("no room for ana@example.org")

    monkeypatch.setattr(app.extensions["jobs"], "wake", nobody)
    with app.app_context():
        enter_scheme(scheme.id)
        carry_out(post, "ana@example.org", "Hello", "Come on Tuesday.")
    told = capsys.readouterr().err
    assert "OSError" in told
    assert "ana@example.org" not in told
    app.extensions["jobs"].once()
    assert len(list((Path(app.config["INSTANCE_PATH"]) / "outbox").glob("*.eml"))) == 1


def test_everything_is_looked_after_by_itself_too(app: Flask) -> None:
    jobs: Queue = app.extensions["jobs"]
    jobs.wake(waking.POST)
    every_minute, at_17 = (
        {type(task).__name__ for task in jobs.huey.read_periodic(datetime(2026, 1, 1, 10, minute))}  # noqa: DTZ001
        for minute in (5, 17)
    )
    assert every_minute == {waking.JOBS, waking.POST}
    assert at_17 == set(TASKS) - {waking.RECURRING}


def test_one_that_goes_wrong_does_not_stop_the_others(
    app: Flask, scheme: Scheme, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    done: list[str] = []

    def go_wrong() -> None:
        raise ConnectionError("ana@example.org")

    tasks = {"wrong": (go_wrong, TASKS[waking.POST][1]), "right": (lambda: done.append("right"), TASKS[waking.POST][1])}
    monkeypatch.setattr(queue, "TASKS", tasks)
    app.extensions["jobs"].once()
    told = capsys.readouterr().err
    assert done == ["right"]
    assert "ConnectionError" in told
    assert "ana@example.org" not in told


def test_every_hour_the_record_is_sealed(app: Flask, make_account: MakeAccount) -> None:
    worker: Account = make_account(Role.WORKER)
    with app.app_context():
        queue.tidy()
        enter_scheme(worker.scheme_id)
        assert db.session.exec(select(func.count(col(Seal.id)))).one() == 1
        assert [head.count for head in heads.kept()] == [1]


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_several_machines_share_a_postgresql(
    make_app: MakeApp, database: Database, postgresql: Server, next_name: object, tmp_path: Path
) -> None:
    name = next_name() if callable(next_name) else ""
    postgresql.create(name)
    with postgresql._inside(name) as owner:
        owner.execute(f"GRANT CREATE ON SCHEMA public TO {APPLICATION}")
    url = make_url(postgresql.url(name, APPLICATION)).set(drivername="postgresql").render_as_string()
    here, there = (make_app(JOBS_URL=url, INSTANCE_PATH=str(tmp_path / place)) for place in ("here", "there"))
    here.extensions["jobs"].wake(waking.JOBS)
    assert woken(there) == [waking.JOBS]
    for app in (here, there):
        app.extensions["jobs"].huey.storage.close()
    postgresql.drop(name)
    assert not (tmp_path / "here" / "jobs.sqlite").exists()
