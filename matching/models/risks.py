"""What might go wrong, whose it is, and what helps. It is there to make things possible, never to rule anybody out."""

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlmodel import Field

from scheme.database import SchemeTable, choice, now
from scheme.encryption import sealed
from scheme.words import Words


class WhoseRisk(Words):
    """Whose a risk is to take or to carry (DOMAIN §5: their risks theirs, the organisation's shared)."""

    PERSON = "person", "The person’s own: theirs to take"
    ORGANISATION = "organisation", "The scheme’s: ours to carry"


class Risk(SchemeTable, table=True):
    """Something that might happen, what is good about it all the same, and what helps. Never scored."""

    record_kind: ClassVar[str | None] = "person"
    record_field: ClassVar[str] = "person_id"

    version: int = 1
    person_id: UUID = Field(foreign_key="person.id", index=True)
    arrangement_id: UUID | None = Field(default=None, foreign_key="arrangement.id", index=True)
    """Where it is about living with one household alone."""
    whose: WhoseRisk = choice(WhoseRisk, nullable=False)
    good_sealed: bytes | None = None
    good = sealed("good")
    """What they would miss without it."""
    what_sealed: bytes | None = None
    what = sealed("what")
    helps_sealed: bytes | None = None
    helps = sealed("helps")
    agreed_sealed: bytes | None = None
    agreed = sealed("agreed")
    """Who agreed to it, and when."""
    review_on: date
    household_knows: bool = False
    """A household that they visit needs to know, to keep everybody safe."""
    told_because_sealed: bytes | None = None
    told_because = sealed("told_because")
    """Their consent, or the decision, for the household to know."""
    written_at: datetime = Field(default_factory=now)
    by_id: UUID = Field(foreign_key="account.id")
    put_away_at: datetime | None = None
    """From then on it is history."""
