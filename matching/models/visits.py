"""Visits, the days that suit somebody less, how visits felt, and that it was talked about."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from matching.kinds import VisitKind
from matching.models.arrangement import OfArrangement, Side
from scheme.database import choice, now
from scheme.encryption import sealed
from scheme.words import Words

STAYING_VISITS = frozenset({VisitKind.OVERNIGHT, VisitKind.WEEKEND})


class VisitPlace(Words):
    """Where a visit is, so that each side reads it in words of its own."""

    HOUSEHOLD = "household", "At the household's home"
    PERSON = "person", "At the person's home"
    OUT = "out", "Somewhere else"


class VisitState(Words):
    """What became of a visit."""

    PLANNED = "planned", "Planned"
    HAPPENED = "happened", "It happened"
    CALLED_OFF = "called_off", "Called off"


class CallOffReason(Words):
    """What both sides hear when a visit is called off: true of most, hurtful to nobody."""

    UNWELL = "unwell", "Somebody is not well."
    ANOTHER_DAY = "another_day", "We are looking for another day."
    PLANS_CHANGED = "plans_changed", "Plans have changed."
    TALK_TO_YOUR_WORKER = "talk_to_your_worker", "Your worker will talk with you about it."


class Visit(OfArrangement, table=True):
    """A visit: what, when, where and who comes along."""

    version: int = Field(default=1, sa_column_kwargs={"server_default": "1"})
    """Counts the changes; a calendar knows by it which of two is newer."""
    kind: VisitKind = choice(VisitKind, nullable=False)
    state: VisitState = choice(VisitState, default=VisitState.PLANNED, nullable=False)
    starts_at: datetime
    ends_at: datetime | None = None
    place: VisitPlace | None = choice(VisitPlace)
    where: str | None = Field(default=None, max_length=200)
    travel: str | None = Field(default=None, max_length=200)
    who_comes: str | None = Field(default=None, max_length=200)
    called_off_because: CallOffReason | None = choice(CallOffReason)


class NotGoodDay(OfArrangement, table=True):
    """One side said that the day of a visit is not good for them. It changes nothing but what the worker sees."""

    __tablename__ = "not_good_day"
    __table_args__ = (UniqueConstraint("visit_id", "side"),)

    visit_id: UUID = Field(foreign_key="visit.id", index=True)
    side: Side = choice(Side, nullable=False)
    at: datetime = Field(default_factory=now)
    by_id: UUID = Field(foreign_key="account.id")


class Feels(Words):
    """How a visit felt, as five faces."""

    VERY_HAPPY = "very_happy", "Very happy"
    HAPPY = "happy", "Happy"
    NOT_SURE = "not_sure", "Not sure"
    SAD = "sad", "Sad"
    VERY_SAD = "very_sad", "Very sad"


class Feeling(OfArrangement, table=True):
    """How one visit felt to one side: told to the worker, never to the other side."""

    __table_args__ = (UniqueConstraint("visit_id", "side"),)

    visit_id: UUID = Field(foreign_key="visit.id", index=True)
    side: Side = choice(Side, nullable=False)
    feels: Feels = choice(Feels, nullable=False)
    words_sealed: bytes | None = None
    words = sealed("words")
    at: datetime = Field(default_factory=now)
    by_id: UUID = Field(foreign_key="account.id")


class TalkedAbout(OfArrangement, table=True):
    """A worker talked with those concerned about how a visit felt. Stays at the desk."""

    __tablename__ = "talked_about"

    visit_id: UUID = Field(foreign_key="visit.id", index=True)
    on: date
    """The day they talked."""
    words_sealed: bytes | None = None
    words = sealed("words")
    at: datetime = Field(default_factory=now)
    """When it was written down: what is felt differently after that is to be talked about again."""
    by_id: UUID = Field(foreign_key="account.id")
