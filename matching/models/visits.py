"""Visits, and how they felt."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from matching.models.arrangement import OfArrangement, Side
from scheme.database import choice, now
from scheme.encryption import sealed
from scheme.words import Words


class VisitKind(Words):
    """Ways of getting to know each other, from a short tea to a weekend."""

    TEA = "tea", "Tea and a chat"
    MEAL = "meal", "A meal together"
    OUTING = "outing", "A trip out"
    OVERNIGHT = "overnight", "Staying one night"
    WEEKEND = "weekend", "Staying a weekend"


STAYING_VISITS = frozenset({VisitKind.OVERNIGHT, VisitKind.WEEKEND})


class VisitState(Words):
    """What became of a visit."""

    PLANNED = "planned", "Planned"
    HAPPENED = "happened", "It happened"
    CALLED_OFF = "called_off", "Called off"


class Visit(OfArrangement, table=True):
    """A visit: what, when, where and who comes along."""

    kind: VisitKind = choice(VisitKind, nullable=False)
    state: VisitState = choice(VisitState, default=VisitState.PLANNED, nullable=False)
    starts_at: datetime
    ends_at: datetime | None = None
    where: str | None = Field(default=None, max_length=200)
    travel: str | None = Field(default=None, max_length=200)
    who_comes: str | None = Field(default=None, max_length=200)


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
