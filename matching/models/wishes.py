"""Somebody would like to meet: the first word may come from a person or a household, not only from a worker."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from matching.models.arrangement import Side
from scheme.database import SchemeTable, choice, now
from scheme.encryption import sealed
from scheme.words import Words


class WishKind(Words):
    """What somebody would like. There is no catalogue: whom it is about is said in words, to the worker alone."""

    SOMEBODY = "somebody", "I would like to meet somebody"
    KNOWN = "known", "I know somebody I would like to meet"
    AGAIN = "again", "I would like to meet somebody again"


class WishToMeet(SchemeTable, table=True):
    """A wish a person or a household told their worker. It is answered by a day, or becomes something put forward."""

    __tablename__ = "wish_to_meet"
    __table_args__ = (
        CheckConstraint("(person_id IS NULL) <> (household_id IS NULL)", name="of_one_side"),
    )  # fmt: skip

    person_id: UUID | None = Field(default=None, foreign_key="person.id", index=True)
    household_id: UUID | None = Field(default=None, foreign_key="household.id", index=True)
    kind: WishKind = choice(WishKind, nullable=False)
    words_sealed: bytes | None = None
    words = sealed("words")
    at: datetime = Field(default_factory=now)
    by_id: UUID = Field(foreign_key="account.id")
    answer_by: date
    answered_at: datetime | None = None
    answered_by_id: UUID | None = Field(default=None, foreign_key="account.id")
    reply_sealed: bytes | None = None
    reply = sealed("reply")
    """What the worker says to it, for whoever wished."""
    arrangement_id: UUID | None = Field(default=None, foreign_key="arrangement.id", index=True)
    """What it became, if it did."""

    @property
    def side(self) -> Side:
        """Whose wish it is."""
        return Side.PERSON if self.person_id else Side.HOUSEHOLD

    def recorded_under(self) -> tuple[str, UUID]:
        """Told of whoever wished."""
        whose = self.person_id or self.household_id or self.id
        return self.side.value, whose
