"""Steps taken, what cleared the way for them, and who has been told."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from matching.lifecycle import Stage
from matching.models.arrangement import OfArrangement, Side
from scheme.database import choice, now
from scheme.encryption import sealed


class TakenStep(OfArrangement, table=True):
    """One step taken in an arrangement's life: the dated timeline is these rows."""

    __tablename__ = "taken_step"

    step: str = Field(max_length=40)
    source: Stage | None = choice(Stage)
    target: Stage = choice(Stage, nullable=False)
    at: datetime = Field(default_factory=now)
    by_id: UUID = Field(foreign_key="account.id")
    reason: str | None = Field(default=None, max_length=80)
    """A kind sentence from a short list, which the other side may hear."""
    words_sealed: bytes | None = None
    words = sealed("words")
    """The private reason: stays at the desk."""


class CheckedEssential(OfArrangement, table=True):
    """An essential that was not known, checked by a worker: what they found, and how."""

    __tablename__ = "checked_essential"
    __table_args__ = (UniqueConstraint("arrangement_id", "essential"),)

    essential: str = Field(max_length=60)
    met: bool
    words: str = Field(max_length=1000)
    at: datetime = Field(default_factory=now)
    by_id: UUID = Field(foreign_key="account.id")


class Waiver(OfArrangement, table=True):
    """A need a manager lets pass for now, with a reason and a last day. Some needs are never waived."""

    need: str = Field(max_length=60)
    reason: str = Field(min_length=1, max_length=1000)
    expires_on: date
    at: datetime = Field(default_factory=now)
    by_id: UUID = Field(foreign_key="account.id")


class ToldMark(OfArrangement, table=True):
    """A worker has told one side that it does not go ahead, or has ended: nobody is left to find out by themselves."""

    __tablename__ = "told_mark"
    __table_args__ = (UniqueConstraint("arrangement_id", "side"),)

    side: Side = choice(Side, nullable=False)
    at: datetime = Field(default_factory=now)
    by_id: UUID = Field(foreign_key="account.id")
