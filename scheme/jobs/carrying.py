"""Carrying jobs out: whoever is killed at whatever moment, each is taken up again and has one result.

An attempt writes its mark into the row when it takes it, and finishes in the same transaction as what it changes, which looks
first whether the mark is still its own. So a job may be begun twice, and is done once.
"""

import json
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import structlog
from flask import Flask, current_app, g
from sqlmodel import col, select

from scheme.access import may_open
from scheme.database import carry_out, db, enter_scheme, now
from scheme.errors import Refused
from scheme.jobs import attempts
from scheme.jobs.asking import asked_of
from scheme.jobs.how_far import Telling, telling
from scheme.jobs.kinds import Asked, Kind, kind_of
from scheme.jobs.models import OPEN, Job, JobState
from scheme.models import Account, Scheme

AT_ONCE = 2
"""Jobs a process carries out side by side (our judgement: each may take a whole processor)."""

MOST_TRIES = 3
"""How often one is taken up that its process did not survive (our judgement)."""

SORRY = "Something went wrong on our side. Nothing was changed. Whoever looks after Alongside can see what it was."
INTERRUPTED = "It was interrupted several times before it was done. Nothing was changed."
MAY_NOT = "Your account may no longer do this."

log = structlog.get_logger("alongside.jobs")
_hands = threading.BoundedSemaphore(AT_ONCE)


class _TakenByAnother(Exception):
    """This attempt was given up, and another took the job."""


@dataclass(frozen=True)
class Taken:
    """A job that this process carries out."""

    id: UUID
    scheme_id: UUID
    account_id: UUID
    kind: Kind
    asked: Asked
    mark: str


def carry_out_waiting() -> int:
    """Carry out everything that waits or was given up, oldest first. Returns how many.

    Nothing while as many as may are in hand already: whoever has them looks for the next one afterwards.
    """
    carried_out = 0
    if not _hands.acquire(blocking=False):
        return 0
    try:
        while taken := _next():
            try:
                _carry_out(taken, current_app._get_current_object())  # type: ignore[attr-defined]
            finally:
                attempts.end(taken.mark)
            carried_out += 1
    finally:
        _hands.release()
        enter_scheme(None)
    return carried_out


# --- taking ----------------------------------------------------------------------------------------------------------------


def _next() -> Taken | None:
    for _, scheme_id, job_id in sorted(_to_take()):
        enter_scheme(scheme_id)
        taken = carry_out(_take, job_id)
        if taken:
            return taken
    return None


def _to_take() -> Sequence[tuple[datetime, UUID, UUID]]:
    found = []
    for scheme_id in db.session.exec(select(Scheme.id)).all():
        enter_scheme(scheme_id)
        rows = db.session.exec(select(Job).where(col(Job.state).in_(OPEN))).all()
        found += [(job.created_at, scheme_id, job.id) for job in rows if _free(job)]
    db.session.rollback()
    return found


def _free(job: Job) -> bool:
    return job.taken_by is None or not attempts.is_made(job.taken_by, job.id)


def _take(job_id: UUID) -> Taken | None:
    """Take it; nothing when another was first, or there is nothing left to try."""
    job = db.session.exec(select(Job).where(Job.id == job_id)).first()
    if job is None or job.state not in OPEN or not _free(job):
        return None
    kind, account = kind_of(job.kind), db.session.get_one(Account, job.account_id)
    because = _why_not(job, kind, account)
    if because or kind is None:
        _end(job, because or SORRY)
        return None
    job.state, job.taken_by, job.started_at = JobState.AT_WORK, attempts.new_mark(), now()
    job.tries += 1
    attempts.begin(job.taken_by)
    return Taken(job.id, job.scheme_id, job.account_id, kind, asked_of(job), job.taken_by)


def _why_not(job: Job, kind: Kind | None, account: Account) -> str | None:
    if kind is None:
        return SORRY
    if job.tries >= MOST_TRIES:
        return INTERRUPTED
    return None if account.active and may_open(kind.asked_at, "POST", account.role) else MAY_NOT


# --- carrying out ----------------------------------------------------------------------------------------------------------


def _carry_out(taken: Taken, app: Flask) -> None:
    """In a context of its own: nothing of one job is left for the next."""
    with app.app_context(), telling(taken.id, taken.mark) as tell:
        enter_scheme(taken.scheme_id)
        g.acting = db.session.get_one(Account, taken.account_id)
        try:
            found = taken.kind.work(taken.asked, tell)
            carry_out(_finish, taken, found, tell)
        except _TakenByAnother:
            log.warning("given up", job=taken.kind.name)
            return
        except Refused as refusal:
            _give_up(taken, refusal.message)
            return
        except Exception as fault:  # what it says may quote somebody's life
            log.error("a job could not be done", job=taken.kind.name, kind=type(fault).__name__)  # noqa: TRY400
            _give_up(taken, SORRY)
            return
        if taken.kind.afterwards:
            taken.kind.afterwards(taken.asked)


def _finish(taken: Taken, found: Any, tell: Telling) -> None:
    job = _still_ours(taken)
    if taken.kind.write:
        db.session.info["doing"] = taken.kind.write.__name__
        found = taken.kind.write(taken.asked, found, tell)
    job.result = json.dumps(found)
    job.state, job.finished_at, job.taken_by = JobState.DONE, now(), None


def _give_up(taken: Taken, because: str) -> None:
    try:
        carry_out(_could_not, taken, because)
    except _TakenByAnother:
        log.warning("given up", job=taken.kind.name)


def _could_not(taken: Taken, because: str) -> None:
    _end(_still_ours(taken), because)


def _end(job: Job, because: str) -> None:
    job.because = because
    job.state, job.finished_at, job.taken_by = JobState.COULD_NOT, now(), None


def _still_ours(taken: Taken) -> Job:
    job = db.session.exec(select(Job).where(Job.id == taken.id)).first()
    if job is None or job.taken_by != taken.mark:
        raise _TakenByAnother
    return job
