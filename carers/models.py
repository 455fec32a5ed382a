"""A household offering support: its people, its home, what it offers and when."""

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import JSON, UniqueConstraint
from sqlmodel import Field

from scheme.clock import local_day
from scheme.database import SchemeTable, choice, chosen, mapped, now
from scheme.encryption import sealed
from scheme.kinds import ArrangementKind
from scheme.told import ToldUs
from scheme.ways_of_living import (
    AgeBand,
    ChildrenAtHome,
    ChildrenWish,
    Communication,
    Company,
    Contribution,
    DayRhythm,
    Faith,
    Food,
    Helper,
    HelpWith,
    HouseholdMustNot,
    HouseholdShape,
    Language,
    Noise,
    Pet,
    PetsWish,
    PetTemper,
    PetTemperWish,
    Routine,
    Smoking,
    SmokingWish,
    Stance,
    SupportLevel,
    Value,
    Visitors,
    YesNo,
)
from scheme.words import Words

OWN_WORDS = 4000
"""The longest a household's story may be, in characters (our judgement)."""


class HouseholdState(Words):
    """Where a household is with offering a place."""

    ENQUIRING = "enquiring", "Finding out"
    OFFERING = "offering", "Offering"
    PAUSED = "paused", "Taking a break"
    LEFT = "left", "Left"


class Household(SchemeTable, table=True):
    """Carers and everyone who lives with them (in Homeshare: somebody who would come to live in a person's home)."""

    record_kind: ClassVar[str | None] = "household"
    __table_args__ = (UniqueConstraint("scheme_id", "reference"),)

    reference: str = Field(max_length=40)
    version: int = 1
    created_at: datetime = Field(default_factory=now)

    # Who we are
    name: str = Field(min_length=1, max_length=160)
    email: str | None = Field(default=None, max_length=254)
    phone_sealed: bytes | None = None
    phone = sealed("phone")
    home_id: UUID | None = Field(default=None, foreign_key="home.id", index=True)
    shape: HouseholdShape | None = choice(HouseholdShape)

    # In our own words
    about_us: str | None = Field(default=None, max_length=OWN_WORDS)
    ordinary_day: str | None = Field(default=None, max_length=OWN_WORDS)
    can_share: str | None = Field(default=None, max_length=OWN_WORDS)

    # What we like and how we live
    interests: dict[str, Stance] = mapped()
    languages: list[Language] = chosen()
    communication: list[Communication] = chosen()
    faiths: list[Faith] = chosen()
    culture: str | None = Field(default=None, max_length=400)
    foods: list[Food] = chosen()
    values: list[Value] = chosen()
    day_rhythm: DayRhythm | None = choice(DayRhythm)
    noise: Noise | None = choice(Noise)
    company: Company | None = choice(Company)
    routine: Routine | None = choice(Routine)
    visitors: Visitors | None = choice(Visitors)
    pets: list[Pet] | None = Field(default=None, sa_type=JSON)
    """Nothing: not known. An empty list: no pets."""
    pets_wish: PetsWish | None = choice(PetsWish)
    """About a pet coming too."""
    pet_tempers: dict[str, PetTemper] | None = Field(default_factory=dict, sa_type=JSON)
    """Each of their animals, and how it is with people."""
    pet_temper_wish: PetTemperWish | None = choice(PetTemperWish)
    """Asked in Homeshare only, of whoever would live with the person's animals."""
    smoking: Smoking | None = choice(Smoking)
    smoking_wish: SmokingWish | None = choice(SmokingWish)
    children_at_home: ChildrenAtHome | None = choice(ChildrenAtHome)
    alcohol: YesNo | None = choice(YesNo)
    """Whether there is alcohol in the home."""
    living_there: int | None = Field(default=None, ge=0, le=20)
    """How many people are supported here already, apart from arrangements kept in Alongside. Nothing: not known.

    More than three may be written down (an import is kept as it is); rules refuse it later, not the column.
    """
    contributes: list[Contribution] | None = Field(default_factory=list, sa_type=JSON)
    would_enjoy: list[Contribution] | None = Field(default_factory=list, sa_type=JSON)
    """What they could share, and what they would enjoy somebody bringing."""

    # What we offer
    support_levels: list[SupportLevel] | None = Field(default=None, sa_type=JSON)
    experienced_with: list[HelpWith] | None = Field(default_factory=list, sa_type=JSON)
    helpers: list[Helper] | None = Field(default_factory=list, sa_type=JSON)
    """Who could help somebody wash and dress. Nothing, or an empty list: not known."""
    support_words: str | None = Field(default=None, max_length=1000)
    must_nots: list[HouseholdMustNot] = chosen()
    matters_most: dict[str, int] = mapped()
    availability_confirmed_at: datetime | None = None

    # Approval (Shared Lives only)
    panel_on: date | None = None
    approved_kinds: list[ArrangementKind] = chosen()
    """Kinds the panel approved; an empty list: not known, so a worker checks first."""
    approval_conditions: str | None = Field(default=None, max_length=1000)
    approval_review_on: date | None = None

    # Where things stand
    state: HouseholdState = choice(HouseholdState, default=HouseholdState.OFFERING, nullable=False)
    paused_until: date | None = None
    named_worker_id: UUID | None = Field(default=None, foreign_key="account.id", index=True)
    notes_sealed: bytes | None = None
    notes = sealed("notes")

    def availability_is_stale(self, on: date, days: int) -> bool:
        """Whether nobody has said within ``days`` days that the spaces are still right (``availability_stale_days``)."""
        confirmed = self.availability_confirmed_at
        return confirmed is None or (on - local_day(confirmed)).days > days


class _OfHousehold(SchemeTable):
    """A row that is part of one household's profile."""

    record_kind: ClassVar[str | None] = "household"
    record_field: ClassVar[str] = "household_id"

    household_id: UUID = Field(foreign_key="household.id", index=True)
    version: int = 1


class MemberKind(Words):
    """What somebody is to the household."""

    CARER = "carer", "Carer"
    ADULT = "adult", "Another adult"
    CHILD = "child", "Child"
    RESIDENT = "resident", "Somebody supported who already lives here"


class Member(_OfHousehold, table=True):
    """Everyone in the home, each with what they like and how they live where it differs from the household's answers."""

    __table_args__ = (UniqueConstraint("account_id"),)

    kind: MemberKind = choice(MemberKind, nullable=False)
    name: str | None = Field(default=None, max_length=120)
    age_band: AgeBand | None = choice(AgeBand)
    account_id: UUID | None = Field(default=None, foreign_key="account.id")
    """A carer's own account."""
    left_on: date | None = None
    """When they moved out. The row stays, because their answers and checks point at it; ``queries.members_of`` leaves it out."""
    interests: dict[str, Stance] = mapped()
    day_rhythm: DayRhythm | None = choice(DayRhythm)
    noise: Noise | None = choice(Noise)
    company: Company | None = choice(Company)
    pets_wish: PetsWish | None = choice(PetsWish)
    smoking: Smoking | None = choice(Smoking)
    smoking_wish: SmokingWish | None = choice(SmokingWish)
    children_wish: ChildrenWish | None = choice(ChildrenWish)

    @property
    def label(self) -> str:
        """Their name or, for somebody without one (a child, mostly), who they are."""
        if self.name:
            return self.name
        return f"{self.kind.label}, {self.age_band.label.lower()}" if self.age_band else self.kind.label


class Offer(_OfHousehold, table=True):
    """A kind of arrangement the household offers: how many spaces, and between which dates."""

    kind: ArrangementKind = choice(ArrangementKind, nullable=False)
    spaces: int | None = Field(default=None, ge=0, le=3)
    """Nothing: not known."""
    when: str | None = Field(default=None, max_length=200)
    """Nights or days, in the household's words."""
    starts_on: date | None = None
    ends_on: date | None = None


class TimeAway(_OfHousehold, table=True):
    """When the household is away, and nobody can be welcomed. Both days are inside it."""

    __tablename__ = "time_away"

    starts_on: date
    ends_on: date
    words: str | None = Field(default=None, max_length=200)


class CheckKind(Words):
    """A check a carer must hold."""

    DBS = "dbs", "DBS"
    FIRST_AID = "first_aid", "First aid"
    SAFEGUARDING = "safeguarding", "Safeguarding"
    MEDICATION = "medication", "Medication"
    CAPACITY = "capacity", "Mental Capacity Act"
    HEALTH_AND_SAFETY = "health_and_safety", "Health and safety at home"
    OTHER = "other", "Another check"


class Check(_OfHousehold, table=True):
    """A check: its date, number and decision only (DOMAIN §8), and when it runs out."""

    __tablename__ = "carer_check"

    member_id: UUID | None = Field(default=None, foreign_key="member.id")
    kind: CheckKind = choice(CheckKind, nullable=False)
    done_on: date | None = None
    expires_on: date | None = None
    other: str | None = Field(default=None, max_length=120)
    """Which other check it is."""
    number: str | None = Field(default=None, max_length=40)
    decision: str | None = Field(default=None, max_length=80)


# --- before there is a household ---------------------------------------------------------------------------------------------


class AtHomeAgree(Words):
    """Whether everybody at home knows of it: asked before anything else. Without it nothing is kept."""

    AGREE = "agree", "Everybody at home knows, and agrees"
    ALONE = "alone", "I live by myself"


class WouldShareOutcome(Words):
    """What became of it."""

    HOUSEHOLD = "household", "They have a profile with us now"
    NOT_NOW = "not_now", "Not with us for now"


class WouldShare(ToldUs, table=True):
    """What somebody who would share their home told us on the public page (in Homeshare: who would come to live in one).

    Everything they wrote is sealed, and let go some time after it was answered.
    """

    __tablename__ = "would_share"

    at_home: AtHomeAgree = choice(AtHomeAgree, nullable=False)
    name_sealed: bytes | None = None
    name = sealed("name")
    enjoys_sealed: bytes | None = None
    enjoys = sealed("enjoys")
    offers_sealed: bytes | None = None
    offers = sealed("offers")
    lives_with_sealed: bytes | None = None
    lives_with = sealed("lives_with")
    where_sealed: bytes | None = None
    where = sealed("where")

    outcome: WouldShareOutcome | None = choice(WouldShareOutcome)
    household_id: UUID | None = Field(default=None, foreign_key="household.id", index=True)


TOLD = ("name", "enjoys", "offers", "lives_with", "where", "email", "phone")
"""What whoever would share their home wrote."""
