"""Waking whoever carries something out, once what there is to do is committed, and not before."""

from typing import Any

import structlog
from flask import Flask, current_app
from sqlalchemy import event

from scheme.engines import db

TO_WAKE = "to_wake"

JOBS, POST, RECURRING, TIDYING = "jobs", "post", "recurring", "tidying"
"""What there is to wake: see ``queue.TASKS``."""

log = structlog.get_logger("alongside.jobs")


def set_up(app: Flask) -> None:
    """Listen for what is committed. A change that is rolled back wakes nobody."""
    with app.app_context():
        event.listen(db.sessionmaker, "after_commit", _wake)
        event.listen(db.sessionmaker, "after_rollback", _forget)


def wake(what: str) -> None:
    """In an action: there is something to carry out, from the moment this is committed."""
    db.session.info.setdefault(TO_WAKE, set()).add(what)


def _wake(session: Any) -> None:
    for what in session.info.pop(TO_WAKE, ()):
        try:
            current_app.extensions["jobs"].wake(what)
        except Exception as fault:
            # What is to be done is committed, and found within a minute; whoever asked must not be told that it was not.
            log.error("nobody could be woken", what=what, kind=type(fault).__name__)  # noqa: TRY400


def _forget(session: Any) -> None:
    session.info.pop(TO_WAKE, None)
