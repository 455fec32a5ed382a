"""Somebody's own secret address for a calendar that keeps itself up to date."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field

from scheme.database import SchemeTable, now


class CalendarAddress(SchemeTable, table=True):
    """The address an account's calendar asks, one at most. Whoever knows it reads what is in it, so only its hash is kept."""

    __tablename__ = "calendar_address"

    account_id: UUID = Field(foreign_key="account.id", unique=True)
    token_hash: str = Field(max_length=64, unique=True)
    made_at: datetime = Field(default_factory=now)
