"""What keeps people safe, known only at the desk."""

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field

from matching.models.arrangement import OF_ONE
from scheme.database import SchemeTable, choice, now
from scheme.encryption import sealed
from scheme.words import Words


class KeepApart(SchemeTable, table=True):
    """A person and a household, or two people, who must not be brought together. Seen only at the desk."""

    __tablename__ = "keep_apart"
    record_kind: ClassVar[str | None] = "person"
    record_field: ClassVar[str] = "person_id"

    person_id: UUID = Field(foreign_key="person.id", index=True)
    household_id: UUID | None = Field(default=None, foreign_key="household.id", index=True)
    other_person_id: UUID | None = Field(default=None, foreign_key="person.id", index=True)
    words_sealed: bytes | None = None
    words = sealed("words")
    written_at: datetime | None = Field(default_factory=now)
    by_id: UUID | None = Field(default=None, foreign_key="account.id")
    """Who wrote it; nothing where it came from elsewhere."""
    taken_back_at: datetime | None = None
    """From then on it holds no more; the row stays."""
    taken_back_by_id: UUID | None = Field(default=None, foreign_key="account.id")
    taken_back_words_sealed: bytes | None = None
    taken_back_words = sealed("taken_back_words")


class LegalBasis(Words):
    """What a hold rests on. A closed list of what schemes in the four countries act under; the words say the rest."""

    CARE_ACT = "care_act_2014", "Care Act 2014, section 42: an adult safeguarding enquiry (England)"
    WALES_ACT = "ssw_act_2014", "Social Services and Well-being (Wales) Act 2014, section 126"
    SCOTLAND_ACT = "asp_act_2007", "Adult Support and Protection (Scotland) Act 2007"
    NORTHERN_IRELAND = (
        "ni_policy_2015",
        "Adult Safeguarding: Prevention and Protection in Partnership (Northern Ireland, 2015)",
    )
    CHILDREN_ACT = "children_act_1989", "Children Act 1989, section 47: a child in the home (England and Wales)"
    POLICE = "police", "The police are looking into it"
    COUNCIL = "council", "The council or the regulator asked us to"
    PROCEDURE = "procedure", "The scheme’s own safeguarding procedure"
    OTHER = "other", "Something else, said in the words"


class SafeguardingHold(SchemeTable, table=True):
    """A hold that stops every step: of one arrangement, or of every arrangement of a person or a household.

    That there is one is known at the desk; everything else only to a manager, to who set it, and to whom they name. So it is
    a subject of its own in the record, which no record page of a person, household or arrangement shows.
    """

    __tablename__ = "safeguarding_hold"
    __table_args__ = (CheckConstraint(OF_ONE, name="of_one"),)
    told_apart: ClassVar[bool] = True

    version: int = 1
    arrangement_id: UUID | None = Field(default=None, foreign_key="arrangement.id", index=True)
    person_id: UUID | None = Field(default=None, foreign_key="person.id", index=True)
    household_id: UUID | None = Field(default=None, foreign_key="household.id", index=True)
    basis: LegalBasis = choice(LegalBasis, nullable=False)
    words_sealed: bytes | None = None
    words = sealed("words")
    review_on: date
    set_at: datetime = Field(default_factory=now)
    by_id: UUID = Field(foreign_key="account.id")
    lifted_at: datetime | None = None
    lifted_by_id: UUID | None = Field(default=None, foreign_key="account.id")
    lifted_words_sealed: bytes | None = None
    lifted_words = sealed("lifted_words")


class HoldReader(SchemeTable, table=True):
    """An account that may know what a hold is about, beside managers and who set it."""

    __tablename__ = "hold_reader"
    __table_args__ = (UniqueConstraint("hold_id", "account_id"),)
    record_kind: ClassVar[str | None] = "safeguarding_hold"
    record_field: ClassVar[str] = "hold_id"

    hold_id: UUID = Field(foreign_key="safeguarding_hold.id", index=True)
    account_id: UUID = Field(foreign_key="account.id")
