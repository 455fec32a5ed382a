"""An ending: notice and the move before it, and afterwards what was learned and whether the two keep in touch."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from matching.models.arrangement import OfArrangement, Side
from scheme.database import choice, now
from scheme.encryption import sealed
from scheme.words import Words


class WhoDecided(Words):
    """Whose decision an ending was, or who gave notice of it."""

    PERSON = "person", "The person"
    HOUSEHOLD = "household", "The household"
    BOTH = "both", "Both together"
    SCHEME = "scheme", "Our scheme"
    SOMEBODY_ELSE = "somebody_else", "Somebody else"


class Ending(OfArrangement, table=True):
    """Notice, the move, and who decided. The day notice was given and the moving day itself stand on the arrangement."""

    __table_args__ = (UniqueConstraint("arrangement_id"),)

    version: int = 1
    notice_by: WhoDecided | None = choice(WhoDecided)
    last_day: date | None = None
    fewer_days_agreed: bool = False
    """Both sides agreed to less notice than the scheme asks for."""
    decided_by: WhoDecided | None = choice(WhoDecided)

    moving_to_sealed: bytes | None = None
    moving_to = sealed("moving_to")
    """Where the person goes next: theirs to tell, so the household is not shown it."""
    who_helps: str | None = Field(default=None, max_length=300)
    goes_along: str | None = Field(default=None, max_length=1000)
    both_know: bool = False
    """Both sides have been told and may see the plan in their own pages: nobody learns of it from a page."""


class KeepInTouch(OfArrangement, table=True):
    """Whether one side would like to keep in touch afterwards. Neither hears of it unless both say yes."""

    __tablename__ = "keep_in_touch"
    __table_args__ = (UniqueConstraint("arrangement_id", "side"),)

    side: Side = choice(Side, nullable=False)
    wishes: bool
    how_sealed: bytes | None = None
    how = sealed("how")
    """How the other side may reach them: shown only to the other, and only once both wish to."""
    at: datetime = Field(default_factory=now)
    by_id: UUID = Field(foreign_key="account.id")


class LooksBack(Words):
    """Whose reflection it is."""

    PERSON = "person", "The person"
    HOUSEHOLD = "household", "The household"
    WORKER = "worker", "The worker"


class Reflection(OfArrangement, table=True):
    """What one of them takes from it. Stays at the desk unless they say that others may learn from it."""

    __table_args__ = (UniqueConstraint("arrangement_id", "whose"),)

    whose: LooksBack = choice(LooksBack, nullable=False)
    good_sealed: bytes | None = None
    good = sealed("good")
    would_help_sealed: bytes | None = None
    would_help = sealed("would_help")
    lesson_sealed: bytes | None = None
    lesson = sealed("lesson")
    """The worker's, in a sentence for others, without names."""
    may_share: bool = False
    """Others at the scheme may learn from these words, with names taken out."""
    at: datetime = Field(default_factory=now)
    by_id: UUID = Field(foreign_key="account.id")
