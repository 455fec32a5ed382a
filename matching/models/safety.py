"""What keeps people safe, known only at the desk."""

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlmodel import Field

from matching.models.arrangement import OfArrangement
from scheme.database import SchemeTable, now
from scheme.encryption import sealed


class KeepApart(SchemeTable, table=True):
    """A person and a household, or two people, who must not be brought together. Seen only at the desk."""

    __tablename__ = "keep_apart"
    record_kind: ClassVar[str | None] = "person"
    record_field: ClassVar[str] = "person_id"

    person_id: UUID = Field(foreign_key="person.id", index=True)
    household_id: UUID | None = Field(default=None, foreign_key="household.id", index=True)
    other_person_id: UUID | None = Field(default=None, foreign_key="person.id", index=True)
    words_sealed: bytes | None = None
    words = sealed("words")
    written_at: datetime | None = Field(default_factory=now)
    by_id: UUID | None = Field(default=None, foreign_key="account.id")
    """Who wrote it; nothing where it came from elsewhere."""
    taken_back_at: datetime | None = None
    """From then on it holds no more; the row stays."""
    taken_back_by_id: UUID | None = Field(default=None, foreign_key="account.id")
    taken_back_words_sealed: bytes | None = None
    taken_back_words = sealed("taken_back_words")


class SafeguardingHold(OfArrangement, table=True):
    """A hold that stops every step: who set it, on what basis, and when it is looked at again. Seen only by those who may know."""

    __tablename__ = "safeguarding_hold"

    basis: str = Field(max_length=300)
    review_on: date
    set_at: datetime = Field(default_factory=now)
    by_id: UUID = Field(foreign_key="account.id")
    lifted_at: datetime | None = None
