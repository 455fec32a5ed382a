"""Asking for a job, asking again, and looking at one's own. Nobody sees another account's."""

import json
from collections.abc import Mapping
from datetime import timedelta
from typing import Any, cast
from uuid import UUID

from sqlmodel import col, select

from scheme.database import db, now
from scheme.errors import Refused
from scheme.jobs.kinds import Asked
from scheme.jobs.models import OPEN, Job, JobState
from scheme.jobs.waking import JOBS, wake

KEPT_FOR = timedelta(days=1)
"""How long a result is kept (our judgement: until the next morning; what it rests on changes)."""


def ask(kind: str, asked: Asked, account_id: UUID) -> UUID:
    """An action: have this carried out. The very same again, while the first is still to come, is the first. Returns its id."""
    words = json.dumps(asked, sort_keys=True)
    waiting = db.session.exec(_of(account_id).where(Job.kind == kind, col(Job.state).in_(OPEN))).all()
    same: list[UUID] = [job.id for job in waiting if job.asked == words]
    if same:
        return same[0]
    job = Job(account_id=account_id, kind=kind)
    job.asked = words
    db.session.add(job)
    wake(JOBS)
    return job.id


def ask_again(job: Job) -> None:
    """An action: try once more what could not be done. Raises ``Refused`` while there is nothing to try again."""
    if job.state is not JobState.COULD_NOT:
        raise Refused("This is being worked on already, or done.")
    job.state, job.tries, job.taken_by, job.because, job.finished_at = JobState.WAITING, 0, None, None, None
    wake(JOBS)


def mine(job_id: UUID, account_id: UUID) -> Job | None:
    """This account's job."""
    return cast(Job | None, db.session.exec(_of(account_id).where(Job.id == job_id)).first())


def newest(kind: str, account_id: UUID, asked: Asked | None = None) -> Job | None:
    """The newest of this kind that this account asked for, in exactly these words if any, and that is still kept."""
    found = _of(account_id).where(Job.kind == kind, Job.created_at > now() - KEPT_FOR)
    jobs = db.session.exec(found.order_by(col(Job.created_at).desc()))
    return cast(Job | None, next((job for job in jobs if asked is None or asked_of(job) == asked), None))


def asked_of(job: Job) -> Asked:
    """What it is worked out from."""
    return cast(Asked, json.loads(job.asked or "{}"))


def result_of(job: Job | None, kind: str) -> Mapping[str, Any] | None:
    """What came of a job of this kind; nothing while it is not done, or of another kind, or not there at all."""
    if job is None or job.kind != kind or job.state is not JobState.DONE:
        return None
    return cast(Mapping[str, Any], json.loads(job.result or "{}"))


def forget_old() -> None:
    """An action: let go of what was done, or could not be, in the session's scheme more than a day ago."""
    over = select(Job).where(col(Job.finished_at) < now() - KEPT_FOR, col(Job.state).not_in(OPEN))
    for job in db.session.exec(over):
        db.session.delete(job)


def _of(account_id: UUID) -> Any:
    return select(Job).where(Job.account_id == account_id)
