"""What somebody asked for that takes longer than a page may: what was asked, how it went, and what came of it."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field

from scheme.database import SchemeTable, choice, now
from scheme.encryption import sealed
from scheme.words import Words


class JobState(Words):
    """Where a job is."""

    WAITING = "waiting", "Waiting its turn"
    AT_WORK = "at_work", "Being worked on"
    DONE = "done", "Done"
    COULD_NOT = "could_not", "Could not be done"


OPEN = frozenset({JobState.WAITING, JobState.AT_WORK})
"""The states in which something is still to come."""


class Job(SchemeTable, table=True):
    """One thing to work out or do, for the account that asked for it and nobody else.

    What was asked and what came of it may be about people, so both are sealed; they are deleted after a day.
    """

    account_id: UUID = Field(foreign_key="account.id", index=True)
    kind: str = Field(max_length=40)
    """Its name in ``kinds.Kind``."""
    asked_sealed: bytes | None = None
    asked = sealed("asked")
    """JSON: what it is to be worked out from."""
    state: JobState = choice(JobState, default=JobState.WAITING, nullable=False, index=True)
    taken_by: str | None = Field(default=None, max_length=200)
    """Which attempt, of which process on which machine, carries it out."""
    tries: int = 0
    result_sealed: bytes | None = None
    result = sealed("result")
    """JSON: what came of it."""
    because_sealed: bytes | None = None
    because = sealed("because")
    """Why it could not be done, in words fit to show."""
    created_at: datetime = Field(default_factory=now, index=True)
    started_at: datetime | None = None
    finished_at: datetime | None = None
