"""Who is supported in which home, and when."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from matching.models.arrangement import OfArrangement


class Stay(OfArrangement, table=True):
    """Somebody being supported in a home between two moments: what "never more than three at once" counts.

    A trial and a long-term arrangement are one stay without an end; a short break, a day session and an overnight visit
    are stays with both. ``ends_at`` itself is outside the stay.
    """

    __table_args__ = (CheckConstraint("ends_at IS NULL OR ends_at > starts_at", name="ends_after_start"),)

    home_id: UUID = Field(foreign_key="home.id", index=True)
    visit_id: UUID | None = Field(default=None, foreign_key="visit.id", index=True)
    starts_at: datetime
    ends_at: datetime | None = None
