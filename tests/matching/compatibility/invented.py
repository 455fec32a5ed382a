"""Invented people and households for these tests: by hand for stories, and at random for properties."""

from datetime import date
from enum import Enum
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from matching.compatibility.criteria import CRITERIA
from matching.compatibility.profiles import (
    Dates,
    HomeFacts,
    HouseholdProfile,
    MemberKind,
    MemberProfile,
    Offer,
    PersonProfile,
    Place,
    Wish,
)
from matching.compatibility.verdicts import Rules
from scheme.cells import DISTRICT_M, HOME_M, RURAL_M, Cell
from scheme.interests import interests
from scheme.kinds import ArrangementKind
from scheme.ways_of_living import (
    ChildrenAtHome,
    ChildrenWish,
    Communication,
    Company,
    DayRhythm,
    Faith,
    Food,
    HouseholdShape,
    HowOften,
    Language,
    LivingWith,
    Noise,
    Pet,
    PetsWish,
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

TODAY = date(2027, 3, 1)
RULES = Rules(TODAY)
HERE = Cell(459, 362)
SOME_INTERESTS = list(interests())[:25]


def person(**facts: Any) -> PersonProfile:
    """Somebody who told us these facts and nothing else."""
    return PersonProfile(**{"reference": "P001"} | facts)


def household(**facts: Any) -> HouseholdProfile:
    """A household that told us these facts and nothing else."""
    return HouseholdProfile(**{"reference": "H001"} | facts)


def homesharer(**facts: Any) -> HouseholdProfile:
    """Somebody who would come to live in a person's home."""
    return household(**{"offers": (Offer(ArrangementKind.HOMESHARE, 1),)} | facts)


def member(label: str, **facts: Any) -> MemberProfile:
    """Somebody in a household."""
    return MemberProfile(label=label, **facts)


def chosen(listed: type[Enum], most: int = 3) -> SearchStrategy[frozenset[Any]]:
    """Some of a list, or none."""
    return st.frozensets(st.sampled_from(list(listed)), max_size=most)


def maybe(listed: type[Enum]) -> SearchStrategy[Any]:
    """One answer, or not known."""
    return st.none() | st.sampled_from(list(listed))


cells = st.builds(Cell, st.integers(-60, 60), st.integers(-60, 60), st.sampled_from([HOME_M, RURAL_M, DISTRICT_M]))
districts = st.none() | st.sampled_from(["LA1", "LA2", "LA14", "L1", "W1A"])
places = st.builds(Place, st.just("A place"), st.none() | cells, st.sampled_from(list(HowOften)), districts)
matters = st.dictionaries(st.sampled_from([criterion.name for criterion in CRITERIA]), st.integers(0, 3), max_size=20)

WAYS: dict[str, SearchStrategy[Any]] = {
    "interests": st.dictionaries(st.sampled_from(SOME_INTERESTS), st.sampled_from(list(Stance)), max_size=5),
    "languages": chosen(Language),
    "communication": chosen(Communication),
    "faiths": chosen(Faith, 2),
    "foods": chosen(Food),
    "values": chosen(Value),
    "day_rhythm": maybe(DayRhythm),
    "noise": maybe(Noise),
    "company": maybe(Company),
    "routine": maybe(Routine),
    "visitors": maybe(Visitors),
    "smoking": maybe(Smoking),
    "smoking_wish": maybe(SmokingWish),
    "pets_wish": maybe(PetsWish),
}
HOMES = st.none() | st.builds(
    HomeFacts,
    cell=st.none() | cells,
    district=districts,
    setting=maybe(Setting),
    bus_nearby=maybe(YesNo),
    pets=st.none() | chosen(Pet),
    children=maybe(ChildrenAtHome),
)
SIDES = WAYS | {
    "home": HOMES,
    "matters": matters,
    "setting_wish": chosen(Setting),
    "children_wish": maybe(ChildrenWish),
    "living_with": chosen(LivingWith),
    "needs_bus": maybe(YesNo),
    "brings_pets": st.none() | chosen(Pet),
    "places": st.lists(places, max_size=3).map(tuple),
}
PEOPLE = st.builds(
    PersonProfile,
    reference=st.from_regex(r"P[0-9]{3}", fullmatch=True),
    wishes=st.lists(st.builds(Wish, st.sampled_from(list(ArrangementKind))), max_size=2).map(tuple),
    support_level=maybe(SupportLevel),
    **SIDES,
)
MEMBERS = st.builds(
    MemberProfile, label=st.sampled_from(["Gwen", "Huw", "Sanjay"]), kind=st.sampled_from(list(MemberKind)), **WAYS
)
OFFERS = st.builds(Offer, st.sampled_from(list(ArrangementKind)), st.none() | st.integers(0, 3), st.just(Dates()))
HOUSEHOLDS = st.builds(
    HouseholdProfile,
    reference=st.from_regex(r"H[0-9]{3}", fullmatch=True),
    members=st.lists(MEMBERS, max_size=3).map(tuple),
    offers=st.none() | st.lists(OFFERS, max_size=2).map(tuple),
    living_there=st.none() | st.integers(0, 3),
    shape=maybe(HouseholdShape),
    support_levels=chosen(SupportLevel),
    **SIDES,
)
