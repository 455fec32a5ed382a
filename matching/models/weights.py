"""How much each way of fitting counts, version by version."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from scheme.database import SchemeTable, mapped, now


class WeightsVersion(SchemeTable, table=True):
    """How much each way of fitting counts, as a manager published it. The newest published version is used."""

    __tablename__ = "weights_version"
    __table_args__ = (UniqueConstraint("scheme_id", "number"),)

    number: int
    weights: dict[str, int] = mapped()
    """Criterion name to weight, whole numbers from 0."""
    note: str | None = Field(default=None, max_length=500)
    published_at: datetime = Field(default_factory=now)
    published_by_id: UUID | None = Field(default=None, foreign_key="account.id")
