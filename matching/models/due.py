"""What was put off and why, and who has been reminded of what."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from scheme.database import SchemeTable, choice, now
from scheme.encryption import sealed
from scheme.words import Words


class PutOff(SchemeTable, table=True):
    """Something due that a worker put off until a day, and why. It comes back by itself."""

    __tablename__ = "put_off"

    rule: str = Field(max_length=40)
    """The name of the rule by which it is due."""
    row_id: UUID = Field(index=True)
    """The one row it is about."""
    subject_kind: str = Field(max_length=40)
    subject_id: UUID = Field(index=True)
    """Whom it is about: an arrangement, a household or a person."""
    until: date
    """The day it is back."""
    why_sealed: bytes | None = None
    why = sealed("why")
    at: datetime = Field(default_factory=now)
    by_id: UUID = Field(foreign_key="account.id")
    back_at: datetime | None = None
    """When somebody fetched it back before its day."""

    def recorded_under(self) -> tuple[str, UUID]:
        """Told of whom it is about."""
        return self.subject_kind, self.subject_id


class ReminderKind(Words):
    """What somebody is written to about by itself, once."""

    ANSWER_SOON = "answer_soon", "The day to answer by is near"
    ANSWER_LATE = "answer_late", "The day to answer by has gone by"
    VISIT_SOON = "visit_soon", "A visit is near"
    WEEK = "week", "The week ahead"


class Reminder(SchemeTable, table=True):
    """Somebody was written to about something, for a day: once, however often anybody looks whether it is time."""

    __table_args__ = (UniqueConstraint("kind", "row_id", "for_day", "account_id"),)

    kind: ReminderKind = choice(ReminderKind, nullable=False)
    row_id: UUID
    """What it is about: an arrangement or a visit or, for the week ahead, the account itself."""
    for_day: date
    """The day to answer by, the day of the visit, the Monday. Another day is another reminder."""
    account_id: UUID = Field(foreign_key="account.id", index=True)
    arrangement_id: UUID | None = Field(default=None, foreign_key="arrangement.id", index=True)
    at: datetime = Field(default_factory=now)

    def recorded_under(self) -> tuple[str, UUID]:
        """Told of the arrangement or, for the week ahead, of whoever was written to."""
        return ("arrangement", self.arrangement_id) if self.arrangement_id else ("account", self.account_id)
