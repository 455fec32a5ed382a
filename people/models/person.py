"""A person seeking support, in their own words first.

Nothing beyond a known-as name is compulsory: every fact may be unknown, and unknown never means no.
"""

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import JSON, UniqueConstraint
from sqlmodel import Field

from scheme.database import SchemeTable, choice, chosen, mapped, now
from scheme.encryption import sealed
from scheme.kinds import ArrangementKind
from scheme.ways_of_living import (
    AccessNeed,
    ChildrenAtHome,
    ChildrenWish,
    Communication,
    Company,
    Contribution,
    DayRhythm,
    Faith,
    Food,
    GettingTogether,
    HelpedBy,
    HelpWith,
    HowOften,
    Language,
    LivingWith,
    MustNot,
    Noise,
    Pet,
    PetsWish,
    PetTemper,
    PetTemperWish,
    Routine,
    Setting,
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
"""The longest any of the person's own stories may be, in characters (our judgement: about a page and a half)."""


class PersonState(Words):
    """Where somebody is with looking for a home to share. Crisis is apart from it."""

    EXPLORING = "exploring", "Finding out"
    READY = "ready", "Ready to meet"
    PAUSED = "paused", "Taking a break"
    SETTLED = "settled", "Settled"
    LEFT = "left", "Left"


class Person(SchemeTable, table=True):
    """Somebody who wants support in an ordinary home (in Homeshare: somebody who would share their own)."""

    record_kind: ClassVar[str | None] = "person"
    contact_fields: ClassVar[frozenset[str]] = frozenset({"full_name", "date_of_birth", "email"})
    __table_args__ = (UniqueConstraint("scheme_id", "reference"),)

    reference: str = Field(max_length=40)
    version: int = 1
    created_at: datetime = Field(default_factory=now)

    # Who I am
    known_as: str = Field(min_length=1, max_length=80)
    full_name: str | None = Field(default=None, max_length=160)
    date_of_birth: date | None = None
    pronouns: str | None = Field(default=None, max_length=40)
    email: str | None = Field(default=None, max_length=254)
    phone_sealed: bytes | None = None
    phone = sealed("phone")
    home_id: UUID | None = Field(default=None, foreign_key="home.id")

    # In my own words
    good_life: str | None = Field(default=None, max_length=OWN_WORDS)
    liked_for: str | None = Field(default=None, max_length=OWN_WORDS)
    can_bring: str | None = Field(default=None, max_length=OWN_WORDS)
    matters_to_me: str | None = Field(default=None, max_length=OWN_WORDS)
    best_support_sealed: bytes | None = None
    best_support = sealed("best_support")
    bad_days_sealed: bytes | None = None
    bad_days = sealed("bad_days")

    # What I like and how I live
    interests: dict[str, Stance] = mapped()
    languages: list[Language] = chosen()
    communication: list[Communication] = chosen()
    faiths: list[Faith] = chosen()
    culture: str | None = Field(default=None, max_length=400)
    foods: list[Food] = chosen()
    values: list[Value] = chosen()
    day_rhythm: DayRhythm | None = choice(DayRhythm)
    noise: Noise | None = choice(Noise)
    setting: Setting | None = choice(Setting)
    company: Company | None = choice(Company)
    routine: Routine | None = choice(Routine)
    visitors: Visitors | None = choice(Visitors)
    pets_wish: PetsWish | None = choice(PetsWish)
    brings_pets: list[Pet] | None = Field(default=None, sa_type=JSON)
    pet_temper_wish: PetTemperWish | None = choice(PetTemperWish)
    pet_tempers: dict[str, PetTemper] | None = Field(default_factory=dict, sa_type=JSON)
    """Each of their own animals, and how it is with people. Asked in Homeshare only, where they live with whoever comes."""
    smoking: Smoking | None = choice(Smoking)
    smoking_wish: SmokingWish | None = choice(SmokingWish)
    children_wish: ChildrenWish | None = choice(ChildrenWish)
    children_at_home: ChildrenAtHome | None = choice(ChildrenAtHome)
    """Asked in Homeshare only, where the home is the person's."""
    living_with: list[LivingWith] = chosen()
    needs_bus: YesNo | None = choice(YesNo)
    contributes: list[Contribution] | None = Field(default_factory=list, sa_type=JSON)
    would_enjoy: list[Contribution] | None = Field(default_factory=list, sa_type=JSON)
    """What they could bring to a home, and what they would enjoy there."""

    # What a home has to have
    support_level: SupportLevel | None = choice(SupportLevel)
    night_support: YesNo | None = choice(YesNo)
    help_with: list[HelpWith] | None = Field(default_factory=list, sa_type=JSON)
    helped_by: HelpedBy | None = choice(HelpedBy)
    """With washing and dressing. In Homeshare nobody gives personal care, so it is not asked."""
    access_needs: list[AccessNeed] | None = Field(default=None, sa_type=JSON)
    """Nothing: not known. An empty list: none needed."""
    distance_limit_miles: int | None = Field(default=None, ge=0, le=1000)
    anywhere: YesNo | None = choice(YesNo)
    """Yes: somebody said that any distance is fine."""
    must_nots: list[MustNot] = chosen()
    matters_most: dict[str, int] = mapped()
    """Criterion name to 0 (not at all) … 3 (most of all); a criterion that is not there was not asked."""

    # Where things stand
    state: PersonState = choice(PersonState, default=PersonState.EXPLORING, nullable=False)
    paused_until: date | None = None
    crisis: YesNo | None = choice(YesNo)
    crisis_noted_on: date | None = None
    named_worker_id: UUID | None = Field(default=None, foreign_key="account.id", index=True)
    first_contact_on: date | None = None
    notes_sealed: bytes | None = None
    notes = sealed("notes")
    """The desk's notes, and the words of a spreadsheet that fitted nowhere else."""


class OfPerson(SchemeTable):
    """A row that is part of one person's profile."""

    record_kind: ClassVar[str | None] = "person"
    record_field: ClassVar[str] = "person_id"

    person_id: UUID = Field(foreign_key="person.id", index=True)
    version: int = 1


class WantedArrangement(OfPerson, table=True):
    """A kind of arrangement somebody wants, and when."""

    __tablename__ = "wanted_arrangement"

    kind: ArrangementKind = choice(ArrangementKind, nullable=False)
    starts_on: date | None = None
    ends_on: date | None = None


class PersonPlace(OfPerson, table=True):
    """A place that matters to somebody, and how often they go."""

    __tablename__ = "person_place"

    label: str = Field(max_length=120)
    postcode_sealed: bytes | None = None
    postcode = sealed("postcode")
    area: str | None = Field(default=None, max_length=80)
    """The postcode district, such as LA1: all there is to compare by while no places are loaded."""
    cell: str | None = Field(default=None, max_length=40)
    how_often: HowOften | None = choice(HowOften)


class Closeness(Words):
    """How close somebody in the circle is."""

    CLOSEST = "closest", "Closest to me"
    CLOSE = "close", "Close"
    KNOWN = "known", "Somebody I know"
    PAID = "paid", "Paid to be there"


class CirclePerson(OfPerson, table=True):
    """Somebody who is already in the person's life."""

    __tablename__ = "circle_person"

    name: str = Field(max_length=120)
    relationship: str | None = Field(default=None, max_length=80)
    closeness: Closeness | None = choice(Closeness)
    in_touch: HowOften | None = choice(HowOften)
    meet_at_id: UUID | None = Field(default=None, foreign_key="person_place.id", index=True)
    """Which of the person's places they usually meet at."""
    getting_together: GettingTogether | None = choice(GettingTogether)


class ConsentFor(Words):
    """What somebody agrees to, each asked on its own."""

    PROFILE = "profile", "Keeping my profile here"
    INTRODUCTIONS = "introductions", "Telling a household a little about me"
    PHOTOGRAPH = "photograph", "Showing my photograph"
    COUNCIL = "council", "Sharing with my council worker"


class Consent(OfPerson, table=True):
    """A consent given, and perhaps taken back."""

    purpose: ConsentFor = choice(ConsentFor, nullable=False)
    given_on: date
    how: str | None = Field(default=None, max_length=300)
    """How it was given: in their own words, with a sign, with a supporter present."""
    withdrawn_on: date | None = None


class Authority(Words):
    """Why somebody may open a person's pages. Relatives have none by default (DOMAIN §8)."""

    SELF = "self", "It is my own profile"
    ASKED = "asked", "The person asked them to help"
    ATTORNEY = "attorney", "Attorney (lasting power of attorney)"
    DEPUTY = "deputy", "Deputy appointed by the Court of Protection"
    ADVOCATE = "advocate", "Independent advocate"


class AuthorityScope(Words):
    """How far an authority goes."""

    READ = "read", "Read with them"
    HELP = "help", "Read and help to write"


class PersonAccount(OfPerson, table=True):
    """An account that may open a person's own pages: themselves, or a supporter with recorded authority."""

    __tablename__ = "person_account"
    __table_args__ = (UniqueConstraint("person_id", "account_id"),)

    account_id: UUID = Field(foreign_key="account.id", index=True)
    authority: Authority = choice(Authority, nullable=False)
    scope: AuthorityScope = choice(AuthorityScope, default=AuthorityScope.HELP, nullable=False)
    evidence: str | None = Field(default=None, max_length=300)
    expires_on: date | None = None


class Monitoring(OfPerson, table=True):
    """Optional answers for the fairness panel. The score never reads this table."""

    ethnicity: str | None = Field(default=None, max_length=80)
    gender: str | None = Field(default=None, max_length=80)
    sexuality: str | None = Field(default=None, max_length=80)
    disability: str | None = Field(default=None, max_length=200)
    religion: str | None = Field(default=None, max_length=80)
