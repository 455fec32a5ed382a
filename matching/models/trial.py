"""Trying it out: the plan it starts with, check-ins, the person's own measures, and the meeting at which it is decided."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from matching.models.arrangement import OfArrangement
from matching.models.visits import Feels
from scheme.database import choice, now
from scheme.encryption import sealed


class TrialPlan(OfArrangement, table=True):
    """What the two sides agree before they try it out. Both read it from then on, but for which household helps."""

    __tablename__ = "trial_plan"
    __table_args__ = (UniqueConstraint("arrangement_id"),)

    version: int = 1
    who_brings: str | None = Field(default=None, max_length=400)
    """Who comes with the person on the first day."""
    who_brings_easy_read: str | None = Field(default=None, max_length=400)
    """The same as the person reads it, one idea a line."""
    first_days: str | None = Field(default=None, max_length=2000)
    """What the first days look like."""
    first_days_easy_read: str | None = Field(default=None, max_length=2000)
    """The same as the person reads it, one idea a line."""
    backup: str | None = Field(default=None, max_length=2000)
    """What happens when it gets too much, or somebody is ill."""
    backup_easy_read: str | None = Field(default=None, max_length=2000)
    """The same as the person reads it, one idea a line."""
    backup_household_id: UUID | None = Field(default=None, foreign_key="household.id", index=True)
    """A household of the scheme that offers short breaks and would help: known at the desk alone."""


class CheckIn(OfArrangement, table=True):
    """A worker asks how it is going: planned when a trial starts, more often at first. Read at the desk alone, but for its day."""

    __tablename__ = "check_in"

    version: int = 1
    due_on: date
    held_on: date | None = None
    """Nothing until it was held."""
    who_spoke_sealed: bytes | None = None
    who_spoke = sealed("who_spoke")
    """Who spoke with whom."""
    person_feels: Feels | None = choice(Feels)
    household_feels: Feels | None = choice(Feels)
    words_sealed: bytes | None = None
    words = sealed("words")
    by_id: UUID | None = Field(default=None, foreign_key="account.id")
    """Who wrote it down last."""


class Measure(OfArrangement, table=True):
    """One sentence of the person's own about what makes it home. Told to the worker, never to the household."""

    words_sealed: bytes | None = None
    words = sealed("words")
    at: datetime = Field(default_factory=now)
    by_id: UUID = Field(foreign_key="account.id")
    left_out_at: datetime | None = None
    """From then on it is asked no more; what was answered before stays."""


class MeasureAnswer(OfArrangement, table=True):
    """How true one of their sentences felt on a day, as a face; said again on the same day it is changed."""

    __tablename__ = "measure_answer"
    __table_args__ = (UniqueConstraint("measure_id", "on"),)

    measure_id: UUID = Field(foreign_key="measure.id", index=True)
    on: date
    feels: Feels = choice(Feels, nullable=False)
    at: datetime = Field(default_factory=now)
    by_id: UUID = Field(foreign_key="account.id")


class DecisionMeeting(OfArrangement, table=True):
    """Both sides sit down together to decide whether it goes on: before anything becomes long-term."""

    __tablename__ = "decision_meeting"

    version: int = 1
    on: date
    who_came_sealed: bytes | None = None
    who_came = sealed("who_came")
    person_said_sealed: bytes | None = None
    person_said = sealed("person_said")
    household_said_sealed: bytes | None = None
    household_said = sealed("household_said")
    by_id: UUID = Field(foreign_key="account.id")

    @property
    def both_spoke(self) -> bool:
        """Whether what each side said is written down."""
        return bool(self.person_said and self.household_said)
