"""Who comes to know whom: the first worker somebody has, and every change after that."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from matching.models.arrangement import OF_ONE
from scheme.database import SchemeTable, now
from scheme.encryption import sealed


class Handover(SchemeTable, table=True):
    """A person, a household or an arrangement gets a worker. A known worker stays until both have met them together."""

    __table_args__ = (CheckConstraint(OF_ONE, name="of_one"),)

    version: int = 1
    arrangement_id: UUID | None = Field(default=None, foreign_key="arrangement.id", index=True)
    person_id: UUID | None = Field(default=None, foreign_key="person.id", index=True)
    household_id: UUID | None = Field(default=None, foreign_key="household.id", index=True)
    from_id: UUID | None = Field(default=None, foreign_key="account.id")
    """Nothing where they had nobody."""
    to_id: UUID = Field(foreign_key="account.id", index=True)
    planned_at: datetime = Field(default_factory=now)
    by_id: UUID = Field(foreign_key="account.id")

    meet_on: date | None = None
    """The day on which both workers mean to meet them together."""
    met_on: date | None = None
    told_on: date | None = None
    told_by_id: UUID | None = Field(default=None, foreign_key="account.id")
    told_how_sealed: bytes | None = None
    told_how = sealed("told_how")

    at_once_because_sealed: bytes | None = None
    at_once_because = sealed("at_once_because")
    """Why there was no time to meet: the worker left or is ill."""
    more_because: str | None = Field(default=None, max_length=400)
    """Why it is right although the new worker then knows more than the scheme plans for one."""

    done_at: datetime | None = None
    """From then on it is the new worker."""
    called_off_at: datetime | None = None

    def recorded_under(self) -> tuple[str, UUID]:
        """Told of whom it is about."""
        about = {"arrangement": self.arrangement_id, "person": self.person_id, "household": self.household_id}
        return next((kind, row_id) for kind, row_id in about.items() if row_id)
