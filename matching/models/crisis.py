"""A plan for a crisis: short, dated, made together, and looked at again soon. What people nearby can do comes before any service."""

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlmodel import Field

from scheme.database import SchemeTable, choice, now
from scheme.encryption import sealed
from scheme.words import Words


class HelpFrom(Words):
    """Who does something, nearest to the person first: the order they are asked and shown in."""

    THEMSELVES = "themselves", "The person themselves"
    AROUND = "around", "Family, friends or neighbours"
    NEARBY = "nearby", "A place or a group nearby"
    SCHEME = "scheme", "Us at the scheme"
    SERVICE = "service", "A service"


class OfPersonsCrisis(SchemeTable):
    """A row that is part of somebody's plan: told of the person."""

    record_kind: ClassVar[str | None] = "person"
    record_field: ClassVar[str] = "person_id"

    person_id: UUID = Field(foreign_key="person.id", index=True)


class CrisisPlan(OfPersonsCrisis, table=True):
    """What happens next. One at a time; those before stay, with what helped."""

    __tablename__ = "crisis_plan"

    version: int = 1
    made_at: datetime = Field(default_factory=now)
    by_id: UUID = Field(foreign_key="account.id")
    hope_sealed: bytes | None = None
    hope = sealed("hope")
    """What would make the biggest difference, in the person's words as far as may be."""
    review_on: date
    closed_at: datetime | None = None
    what_helped_sealed: bytes | None = None
    what_helped = sealed("what_helped")


class CrisisStep(OfPersonsCrisis, table=True):
    """One thing of a plan: what, who does it, and by when."""

    __tablename__ = "crisis_step"

    plan_id: UUID = Field(foreign_key="crisis_plan.id", index=True)
    help_from: HelpFrom = choice(HelpFrom, nullable=False)
    what_sealed: bytes | None = None
    what = sealed("what")
    who_sealed: bytes | None = None
    who = sealed("who")
    by_day: date
    added_at: datetime = Field(default_factory=now)
    done_at: datetime | None = None
