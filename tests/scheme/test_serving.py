"""Serving: a real server on a real port, and beside it a real process that carries out jobs, whatever happens to it."""

import os
import signal
import threading
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlmodel import select

from matching.jobs import TAKE_IN
from matching.spreadsheet import actions, keeping
from matching.spreadsheet.sheets import Source
from people.models import Person
from scheme import serving
from scheme.database import carry_out, db, enter_scheme
from scheme.jobs import asking, how_far
from scheme.jobs.models import Job, JobState
from scheme.messages import post
from scheme.models import Account, Role, Scheme
from tests.ground.accounts import MakeAccount

SECONDS = 120


def wait_until(there: Callable[[], object]) -> None:
    deadline = time.monotonic() + SECONDS
    while not there():
        assert time.monotonic() < deadline, "it took too long"
        time.sleep(0.05)


def test_a_taken_port_is_noticed_before_anything_starts() -> None:
    listening = serving.listen("127.0.0.1", 0)
    with listening, pytest.raises(serving.PortTaken):
        serving.listen("127.0.0.1", listening.getsockname()[1])


def test_pages_are_served_and_messages_go_out(app: Flask, scheme: Scheme, monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[serving.Beside] = []

    class Beside(serving.Beside):
        def __init__(self, app: Flask) -> None:
            super().__init__(app)
            begun.append(self)

    monkeypatch.setattr(serving, "Beside", Beside)
    listening = serving.listen("127.0.0.1", 0)
    port = listening.getsockname()[1]
    threading.Thread(target=serving.serve, args=(app, listening), daemon=True).start()
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/sign-in", timeout=10) as answer:
        assert answer.status == 200
        assert "Server" not in answer.headers
        assert b"Send me a link" in answer.read()
    with app.app_context():
        enter_scheme(scheme.id)
        carry_out(post, "ana@example.org", "Hello", "Come on Tuesday.")
    outbox = Path(app.config["INSTANCE_PATH"]) / "outbox"
    wait_until(lambda: list(outbox.glob("*.eml")))
    for beside in begun:
        beside.stop()
        beside.process.wait(SECONDS)
    assert len(list(outbox.glob("*.eml"))) == 1


PEOPLE = 300
"""Rows that take long enough to be killed in the middle of, on a quick machine too: how far it is is told twice a second."""


@pytest.fixture
def worker(make_account: MakeAccount) -> Account:
    return make_account(Role.WORKER)


def test_a_spreadsheet_whose_process_is_killed_is_brought_in_once(app: Flask, worker: Account) -> None:
    """Killed while it writes: nothing of it is there, and the process that comes after it does all of it."""
    rows = "".join(f"P{number},Invented {number}\n" for number in range(PEOPLE))
    with app.app_context():
        enter_scheme(worker.scheme_id)
        import_id = uuid4()
        keeping.keep(import_id, Source("people.csv", f"Ref,First name\n{rows}".encode()))
        carry_out(actions.note_sent, "people.csv", worker.id, import_id)
        job_id = carry_out(asking.ask, TAKE_IN, {"import": str(import_id)}, worker.id)
        with serving.jobs_beside(app) as beside:
            wait_until(lambda: _is_writing(job_id))
            first = beside.process.pid
            os.kill(first, signal.SIGKILL)
            wait_until(lambda: _people() == PEOPLE)
            wait_until(lambda: _job(job_id).state is JobState.DONE)
            assert beside.process.pid != first
        assert _job(job_id).tries == 2
        assert _people() == PEOPLE


def _is_writing(job_id: UUID) -> bool:
    far = how_far.far(job_id)
    return far is not None and far.what == "rows" and 0 < far.done < PEOPLE


def _job(job_id: UUID) -> Job:
    db.session.rollback()
    return db.session.exec(select(Job).where(Job.id == job_id)).one()


def _people() -> int:
    db.session.rollback()
    return len(db.session.exec(select(Person.id)).all())


def test_it_ends_when_whoever_began_it_has_gone(app: Flask) -> None:
    beside = serving.Beside(app)
    assert beside.process.stdin
    beside.process.stdin.close()
    assert beside.process.wait(SECONDS) in {0, -signal.SIGTERM}
