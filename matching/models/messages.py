"""What the people of one arrangement and its worker write to each other."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from matching.models.arrangement import OfArrangement, Side
from scheme.database import choice, now
from scheme.encryption import sealed
from scheme.words import Words


class Audience(Words):
    """Whom a message is for. The worker is always one of them."""

    PERSON = "person", "The person"
    HOUSEHOLD = "household", "The household"
    EVERYBODY = "everybody", "Both of them"


class PairMessage(OfArrangement, table=True):
    """One message. Nobody is told who has read it, so that is not kept."""

    __tablename__ = "pair_message"

    audience: Audience = choice(Audience, nullable=False)
    from_side: Side | None = choice(Side)
    """Nothing: from the worker."""
    words_sealed: bytes | None = None
    words = sealed("words")
    at: datetime = Field(default_factory=now)
    delivered_at: datetime = Field(default_factory=now, index=True)
    """When the others get it: later than it was written, if that was in the quiet hours."""
    by_id: UUID = Field(foreign_key="account.id")
    settled_at: datetime | None = None
    """When a worker said that it needs no answer."""
    settled_by_id: UUID | None = Field(default=None, foreign_key="account.id")


class MessageReport(OfArrangement, table=True):
    """Something is wrong with a message: told to the worker and the manager, and hidden from whoever told."""

    __tablename__ = "message_report"
    __table_args__ = (UniqueConstraint("message_id", "side"),)

    message_id: UUID = Field(foreign_key="pair_message.id", index=True)
    side: Side = choice(Side, nullable=False)
    at: datetime = Field(default_factory=now)
    by_id: UUID = Field(foreign_key="account.id")
    looked_at: datetime | None = None
    looked_by_id: UUID | None = Field(default=None, foreign_key="account.id")
    done_sealed: bytes | None = None
    done = sealed("done")
    """What came of it."""


class MessageBlock(OfArrangement, table=True):
    """One side does not want messages from the other any more; it may lift that again."""

    __tablename__ = "message_block"

    side: Side = choice(Side, nullable=False)
    at: datetime = Field(default_factory=now)
    by_id: UUID = Field(foreign_key="account.id")
    lifted_at: datetime | None = None
