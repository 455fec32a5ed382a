"""What living together costs, and a scheme's own care fee bands. Nothing that scores ever reads these."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, UniqueConstraint
from sqlmodel import Field

from matching.agreements.costs import Cost, Payer, Per
from matching.models.arrangement import OfArrangement
from scheme.database import SchemeTable, choice, now


class AgreedCost(OfArrangement, table=True):
    """One thing that is paid for in an arrangement."""

    __tablename__ = "agreed_cost"
    __table_args__ = (
        UniqueConstraint("arrangement_id", "what"),
        CheckConstraint("pence >= 0", name="not_below_nothing"),
    )

    what: Cost = choice(Cost, nullable=False)
    pence: int
    per: Per = choice(Per, nullable=False)
    payer: Payer = choice(Payer, nullable=False)
    band: str | None = Field(default=None, max_length=60)
    """Which of the scheme's bands it was, as it was called that day. The amount stays when the band changes."""


class FeeBands(SchemeTable, table=True):
    """The scheme's care fee bands as a manager published them. The newest are used; there are none to begin with."""

    __tablename__ = "fee_bands"
    __table_args__ = (UniqueConstraint("scheme_id", "number"),)

    number: int
    bands: list[dict[str, Any]] = Field(default_factory=list, sa_type=JSON, nullable=False)
    """``name``, ``pence`` and ``per`` of each, in order."""
    note: str | None = Field(default=None, max_length=500)
    published_at: datetime = Field(default_factory=now)
    published_by_id: UUID = Field(foreign_key="account.id")
