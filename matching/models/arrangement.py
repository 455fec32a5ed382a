"""The row that lives through the stages, and what every row that is part of it has."""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from matching.lifecycle import Stage
from scheme.database import SchemeTable, choice, mapped, now
from scheme.kinds import ArrangementKind
from scheme.words import Words


class Arrangement(SchemeTable, table=True):
    """A person and a household, from the proposal to a shared life or an ending. Stages change only through steps."""

    record_kind: ClassVar[str | None] = "arrangement"
    __table_args__ = (UniqueConstraint("scheme_id", "reference"),)

    reference: str = Field(max_length=40)
    version: int = 1
    person_id: UUID = Field(foreign_key="person.id", index=True)
    household_id: UUID = Field(foreign_key="household.id", index=True)
    home_id: UUID | None = Field(default=None, foreign_key="home.id", index=True)
    """The home of this pair: the household's, or in Homeshare the person's."""
    kind: ArrangementKind = choice(ArrangementKind, nullable=False)
    stage: Stage = choice(Stage, default=Stage.PROPOSED, nullable=False, index=True)
    stage_since: datetime = Field(default_factory=now)
    worker_id: UUID = Field(foreign_key="account.id", index=True)
    why: str | None = Field(default=None, max_length=2000)
    """Why the worker puts these two forward, in words both sides may read."""

    proposed_at: datetime = Field(default_factory=now)
    answer_by: date
    weights_version_id: UUID | None = Field(default=None, foreign_key="weights_version.id")
    frozen: dict[str, Any] = mapped()
    """The facts, weights and explanation as they were when it was proposed."""

    place_to_go_back_to: str | None = Field(default=None, max_length=400)
    """Recorded before a trial starts: nobody burns their boats."""
    place_to_go_back_to_easy_read: str | None = Field(default=None, max_length=400)
    """The same as the person reads it, one idea a line."""
    plan: str | None = Field(default=None, max_length=4000)
    """What was agreed for living together: read by both sides from the trial on."""
    plan_easy_read: str | None = Field(default=None, max_length=4000)
    """The same as the person reads it, one idea a line. Nothing: the plain words, a sentence a line."""
    trial_starts_on: date | None = None
    trial_ends_on: date | None = None
    review_on: date | None = None
    agreed_on: date | None = None
    long_term_from: date | None = None
    paused_until: date | None = None
    notice_given_on: date | None = None
    ended_on: date | None = None
    reopened_by_person: bool = False
    reopened_by_household: bool = False
    """After a decline or an ending: that side would like to meet again after all."""


class Side(Words):
    """Who is being asked."""

    PERSON = "person", "The person"
    HOUSEHOLD = "household", "The household"


ANY_OF_THREE = ("arrangement_id", "person_id", "household_id")

OF_ONE = " OR ".join(
    " AND ".join(f"{column} IS {'NOT ' if column == one else ''}NULL" for column in ANY_OF_THREE)
    for one in ANY_OF_THREE
)
"""The wall behind rows that are about an arrangement, a person or a household: just one of them."""


class OfArrangement(SchemeTable):
    """A row that is part of one arrangement."""

    record_kind: ClassVar[str | None] = "arrangement"
    record_field: ClassVar[str] = "arrangement_id"

    arrangement_id: UUID = Field(foreign_key="arrangement.id", index=True)
