"""What a person and a household have told us, as the matcher may know it.

``matching/queries.py`` fills these in from the models. Every field may be left out. For one answer ``None`` means *not
known*, never no; for a set that people add to (interests, languages, faiths) empty means *not known*. Only where "none"
is itself an answer (pets, access needs) do ``None`` and the empty set differ: not known, and none.

Free text never comes here: it is shown to people, not scored. Nor do names, addresses, exact positions, or anything
from the optional monitoring questions.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from typing import Self

from scheme.cells import Cell
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
    HelpedBy,
    Helper,
    HelpWith,
    HouseholdMustNot,
    HouseholdShape,
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


@dataclass(frozen=True, slots=True)
class Dates:
    """A stretch of days, both ends included. No start means "from now"; no end means "with no end in sight"."""

    starts: date | None = None
    ends: date | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """A kind of arrangement somebody would like, and when."""

    kind: ArrangementKind
    dates: Dates = Dates()


@dataclass(frozen=True, slots=True)
class Offer:
    """A kind of arrangement a household offers: how many people at once (``None``: not known), and when."""

    kind: ArrangementKind
    spaces: int | None = None
    dates: Dates = Dates()


@dataclass(frozen=True, slots=True)
class Taken:
    """A place in the home already spoken for: a trial, a long-term arrangement, a dated stay or a day session."""

    kind: ArrangementKind
    dates: Dates


@dataclass(frozen=True, slots=True)
class Approval:
    """A Shared Lives approval. ``on`` is the panel's date; a panel still to come is a date after today."""

    on: date | None = None
    review_due: date | None = None
    kinds: frozenset[ArrangementKind] | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere that matters to somebody. ``cell`` is ``None`` when we could not tell where it is on the map.

    ``district`` is the first half of its postcode, to compare by where there is no cell.
    """

    label: str
    cell: Cell | None
    how_often: HowOften = HowOften.SOMETIMES
    district: str | None = None


@dataclass(frozen=True, slots=True)
class Tie(Place):
    """Somebody who matters to somebody (``label`` is who), and where they usually meet: ``at``, as the place is called.

    ``how_often`` is how often they are in touch. Beyond ``reach_miles`` they could not easily meet as they do now; ten is
    about an hour by bus (our judgement), and each scheme sets its own.
    """

    at: str | None = None
    reach_miles: int = 10
    wherever: bool = False
    """In touch from anywhere: by phone, or on a screen."""


@dataclass(frozen=True, slots=True)
class Declined:
    """That this pair was declined before, or that one of them ended it. It counts until the scheme's interval is over or both reopen it."""

    on: date
    reopened_by_person: bool = False
    reopened_by_household: bool = False
    ended: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeFacts:
    """A home. In Shared Lives it is the household's; in Homeshare it is the person's."""

    cell: Cell | None = None
    district: str | None = None
    """The first half of its postcode ("LA1"), to compare by where there is no cell."""
    setting: Setting | None = None
    bus_nearby: YesNo | None = None
    pets: frozenset[Pet] | None = None
    """The animals that live there. Empty: none. ``None``: not known."""
    pet_tempers: Mapping[Pet, PetTemper] = field(default_factory=dict)
    """How each animal that lives there is with people, as far as we know."""
    children: ChildrenAtHome | None = None
    alcohol: YesNo | None = None
    stairs: YesNo | None = None
    """Whether somebody living there would have to use stairs."""
    access: Mapping[AccessNeed, YesNo] = field(default_factory=dict)
    """What is known of each access need; a need that is not a key is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """How somebody lives and would like to live: asked of a person, of a household, and of each of its members."""

    interests: Mapping[str, Stance] = field(default_factory=dict)
    """Key in ``scheme.interests`` → how they feel about it."""
    languages: frozenset[Language] = frozenset()
    communication: frozenset[Communication] = frozenset()
    faiths: frozenset[Faith] = frozenset()
    foods: frozenset[Food] = frozenset()
    values: frozenset[Value] = frozenset()
    day_rhythm: DayRhythm | None = None
    noise: Noise | None = None
    company: Company | None = None
    routine: Routine | None = None
    visitors: Visitors | None = None
    smoking: Smoking | None = None
    smoking_wish: SmokingWish | None = None
    pets_wish: PetsWish | None = None
    pet_temper_wish: PetTemperWish | None = None
    children_wish: ChildrenWish | None = None
    contributes: frozenset[Contribution] = frozenset()
    would_enjoy: frozenset[Contribution] = frozenset()


class MemberKind(Enum):
    """Who somebody is in a home, as far as matching needs to know."""

    ADULT = "adult"
    CHILD = "child"
    RESIDENT = "resident"
    """Somebody who is supported and already lives there. They count exactly as an adult of the home does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberProfile(Ways):
    """Somebody in the household. What they did not answer themselves, the household's own answer speaks for."""

    label: str
    """A first name or a role, fit for a worker to read: "Gwen"."""
    kind: MemberKind = MemberKind.ADULT
    reference: str | None = None
    """A resident's own reference as a person, so that keep-apart is seen; ``None`` for everybody else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SideProfile(Ways):
    """What either side may tell. Who brings what depends on whose home it would be (see :mod:`pairs`)."""

    reference: str
    home: HomeFacts | None = None
    matters: Mapping[str, int] = field(default_factory=dict)
    """Criterion name → how much it matters, 0 not at all to 3 most of all; a name that is not a key is unanswered."""
    keep_apart: frozenset[str] = frozenset()
    """References of people and households that must never be brought together with this one."""
    setting_wish: frozenset[Setting] = frozenset()
    """Any of these would suit."""
    living_with: frozenset[LivingWith] = frozenset()
    """Any of these would suit."""
    needs_bus: YesNo | None = None
    brings_pets: frozenset[Pet] | None = None
    """Animals that would move in too. Empty: none. ``None``: not known."""
    access_needs: frozenset[AccessNeed] | None = None
    """Empty: none needed. ``None``: not known."""
    places: tuple[Place, ...] = ()
    ties: tuple[Tie, ...] = ()
    """People who matter to them. Empty: not known."""
    distance_limit_miles: int | None = None
    """Further than this from where they go every week is too far. ``None``: they set no limit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonProfile(SideProfile):
    """A person seeking support or, in Homeshare, the householder whose home it is."""

    wishes: tuple[Wish, ...] = ()
    must_nots: frozenset[MustNot] = frozenset()
    support_level: SupportLevel | None = None
    help_with: frozenset[HelpWith] = frozenset()
    helped_by: HelpedBy | None = None
    night_support: YesNo | None = None
    crisis: YesNo | None = None
    """Whether they are in crisis. ``None``: nobody has said, so "check first", never no."""
    declined: Mapping[str, Declined] = field(default_factory=dict)
    """Household reference → the last time this pair was declined, by either side."""

    def wishing_only(self, kind: ArrangementKind) -> Self:
        """The same person asking for this kind alone, to look at one kind of arrangement by itself."""
        return replace(self, wishes=tuple(wish for wish in self.wishes if wish.kind is kind))


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseholdProfile(SideProfile):
    """A household offering a home or, in Homeshare, the homesharer who would come to live in the person's."""

    members: tuple[MemberProfile, ...] = ()
    offers: tuple[Offer, ...] | None = None
    """What they offer. ``None`` or empty: not known."""
    away: tuple[Dates, ...] = ()
    taken: tuple[Taken, ...] = ()
    """Everybody Alongside knows to be supported in this home, with dates."""
    living_there: int | None = None
    """People supported there already whom ``taken`` does not list (imported, say). ``None``: not known."""
    approval: Approval | None = None
    shape: HouseholdShape | None = None
    support_levels: frozenset[SupportLevel] = frozenset()
    """Whom they feel able to support. Empty: not known."""
    experienced_with: frozenset[HelpWith] = frozenset()
    helpers: frozenset[Helper] = frozenset()
    """Who could help somebody wash and dress. Empty: not known."""
    must_nots: frozenset[HouseholdMustNot] = frozenset()

    @property
    def is_homesharer(self) -> bool:
        """Whether they would come to live in the person's home, rather than the person in theirs."""
        return any(offer.kind is ArrangementKind.HOMESHARE for offer in self.offers or ())
