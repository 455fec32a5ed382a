"""What was agreed: a scheme's own words for the parts, the papers made of them, and who signed in which way."""

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import JSON, UniqueConstraint
from sqlmodel import Field

from matching.agreements.kinds import AgreedHow, AgreementKind, Party, SignedBy
from matching.models.arrangement import OfArrangement
from scheme.database import SchemeTable, choice, now
from scheme.encryption import sealed


class AgreementWording(SchemeTable, table=True):
    """One part of agreements in a scheme's own words. The newest is used; earlier ones stay as they were."""

    __tablename__ = "agreement_wording"
    __table_args__ = (UniqueConstraint("scheme_id", "part", "number"),)

    part: str = Field(max_length=40)
    number: int
    plain: str = Field(max_length=4000)
    easy_read: str = Field(max_length=4000)
    note: str | None = Field(default=None, max_length=500)
    published_at: datetime = Field(default_factory=now)
    published_by_id: UUID = Field(foreign_key="account.id")


class AgreedDetails(OfArrangement, table=True):
    """What goes into an agreement and stands nowhere else."""

    __tablename__ = "agreed_details"
    __table_args__ = (UniqueConstraint("arrangement_id"),)
    contact_fields: ClassVar[frozenset[str]] = frozenset({"independent"})

    version: int = 1
    room: str | None = Field(default=None, max_length=400)
    independent: str | None = Field(default=None, max_length=300)
    """Somebody independent, with how to reach them: named in agreements in Wales (SI (W) 2019/163 reg 12)."""


class Agreement(OfArrangement, table=True):
    """What one arrangement's people are asked to sign: its words frozen as they were made. A change is a new one."""

    __table_args__ = (UniqueConstraint("arrangement_id", "number"),)

    number: int
    """From 1 within the arrangement; the newest that was asked about counts."""
    version: int = 1
    kinds: list[AgreementKind] = Field(default_factory=list, sa_type=JSON, nullable=False)
    text_sealed: bytes | None = None
    text = sealed("text")
    """Every part in both registers, and the facts they were made with, as ``queries.agreements.Text`` writes them."""
    made_at: datetime = Field(default_factory=now)
    by_id: UUID = Field(foreign_key="account.id")
    asked_at: datetime | None = None
    """When everybody was asked to sign: from then on no word of it changes."""
    signed_at: datetime | None = None
    """When the last party signed."""
    renew_on: date | None = None
    """The licence in it is made new by this day."""


class Signature(OfArrangement, table=True):
    """Somebody signed, in their own way."""

    contact_fields: ClassVar[frozenset[str]] = frozenset({"name", "who_saw"})

    agreement_id: UUID = Field(foreign_key="agreement.id", index=True)
    party: Party = choice(Party, nullable=False)
    member_id: UUID | None = Field(default=None, foreign_key="member.id")
    """Which carer of the household."""
    way: SignedBy = choice(SignedBy, nullable=False)
    name: str = Field(max_length=120)
    on: date
    how: AgreedHow | None = choice(AgreedHow)
    who_saw: str | None = Field(default=None, max_length=200)
    words_sealed: bytes | None = None
    words = sealed("words")
    """What it was like, or on which authority somebody signed for them."""
    file_name: str | None = Field(default=None, max_length=80)
    """The signed page, as ``scheme/papers.py`` keeps it."""
    at: datetime = Field(default_factory=now)
    by_id: UUID = Field(foreign_key="account.id")
