"""What is being worked out for whoever asked: how far it is, what went wrong, and the way to what came of it."""

from contextlib import suppress
from datetime import timedelta
from typing import Any
from uuid import UUID

from flask import abort, redirect, render_template, url_for

from scheme.database import carry_out, now
from scheme.desk import desk
from scheme.errors import Refused
from scheme.jobs import asking, how_far
from scheme.jobs.kinds import kind_of
from scheme.jobs.models import Job, JobState
from scheme.sign_in.sessions import reader

TOO_LONG = timedelta(minutes=2)
"""Whatever waits for longer is carried out by nobody (our judgement: somebody looks every minute)."""


@desk.get("/jobs/<uuid:job_id>")
def job(job_id: UUID) -> Any:
    """How far it is; once it is done, on to what came of it."""
    found = _mine(job_id)
    kind = kind_of(found.kind) or abort(404)
    if found.state is JobState.DONE:
        return redirect(kind.leads_to(found.id, asking.asked_of(found)), 303)
    waits = found.state is JobState.WAITING
    return render_template(
        "scheme/desk/job.html",
        job=found,
        kind=kind,
        waits=waits,
        could_not=found.state is JobState.COULD_NOT,
        waits_too_long=waits and now() - found.created_at > TOO_LONG,
        far=how_far.far(found.id),
    )


@desk.post("/jobs/<uuid:job_id>/again")
def try_again(job_id: UUID) -> Any:
    """Once more what could not be done."""
    with suppress(Refused):  # it is under way or done already: the page says how far
        carry_out(asking.ask_again, _mine(job_id))
    return redirect(url_for(".job", job_id=job_id), 303)


def _mine(job_id: UUID) -> Job:
    return asking.mine(job_id, reader().id) or abort(404)
