"""Invented people and households for these tests: by hand for stories, and at random for properties."""

from datetime import date, timedelta
from enum import Enum
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from matching.compatibility.criteria import CRITERIA
from matching.compatibility.profiles import (
    Approval,
    Dates,
    Declined,
    HomeFacts,
    HouseholdProfile,
    MemberKind,
    MemberProfile,
    Offer,
    PersonProfile,
    Place,
    Taken,
    Tie,
    Wish,
)
from matching.compatibility.verdicts import Rules
from scheme.cells import DISTRICT_M, HOME_M, RURAL_M, Cell
from scheme.interests import interests
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
ties = st.builds(
    Tie,
    st.sampled_from(["Helen", "Lou", "Mrs Patel"]),
    st.none() | cells,
    st.sampled_from(list(HowOften)),
    districts,
    at=st.none() | st.sampled_from(["The café", "The club"]),
    reach_miles=st.sampled_from([0, 2, 10, 20]),
    wherever=st.booleans(),
)
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
    "pet_temper_wish": maybe(PetTemperWish),
    "children_wish": maybe(ChildrenWish),
    "contributes": chosen(Contribution),
    "would_enjoy": chosen(Contribution),
}
HOMES = st.none() | st.builds(
    HomeFacts,
    cell=st.none() | cells,
    district=districts,
    setting=maybe(Setting),
    bus_nearby=maybe(YesNo),
    pets=st.none() | chosen(Pet),
    pet_tempers=st.dictionaries(st.sampled_from(list(Pet)), st.sampled_from(list(PetTemper)), max_size=3),
    children=maybe(ChildrenAtHome),
)
SIDES = WAYS | {
    "home": HOMES,
    "matters": matters,
    "setting_wish": chosen(Setting),
    "living_with": chosen(LivingWith),
    "needs_bus": maybe(YesNo),
    "brings_pets": st.none() | chosen(Pet),
    "places": st.lists(places, max_size=3).map(tuple),
    "ties": st.lists(ties, max_size=4).map(tuple),
}
PERSONS = SIDES | {
    "support_level": maybe(SupportLevel),
    "help_with": chosen(HelpWith),
    "helped_by": maybe(HelpedBy),
}
PEOPLE = st.builds(
    PersonProfile,
    reference=st.from_regex(r"P[0-9]{3}", fullmatch=True),
    wishes=st.lists(st.builds(Wish, st.sampled_from(list(ArrangementKind))), max_size=2).map(tuple),
    **PERSONS,
)
MEMBERS = st.builds(
    MemberProfile, label=st.sampled_from(["Gwen", "Huw", "Sanjay"]), kind=st.sampled_from(list(MemberKind)), **WAYS
)
OFFERS = st.builds(Offer, st.sampled_from(list(ArrangementKind)), st.none() | st.integers(0, 3), st.just(Dates()))
HOUSEHOLDS_OWN = SIDES | {
    "members": st.lists(MEMBERS, max_size=3).map(tuple),
    "living_there": st.none() | st.integers(0, 3),
    "shape": maybe(HouseholdShape),
    "support_levels": chosen(SupportLevel),
    "experienced_with": chosen(HelpWith),
    "helpers": chosen(Helper, 2),
}
HOUSEHOLDS = st.builds(
    HouseholdProfile,
    reference=st.from_regex(r"H[0-9]{3}", fullmatch=True),
    offers=st.none() | st.lists(OFFERS, max_size=2).map(tuple),
    **HOUSEHOLDS_OWN,
)

# --- what essentials read, thickly enough that each of them is met, not met and not known ----------------------------------

FEW_KINDS = st.sampled_from(
    [
        ArrangementKind.LIVE_IN,
        ArrangementKind.SHORT_BREAK,
        ArrangementKind.KINSHIP,
        ArrangementKind.EMERGENCY,
        ArrangementKind.HOMESHARE,
    ]
)
SHARED_LIVES_KINDS = FEW_KINDS.filter(lambda kind: kind is not ArrangementKind.HOMESHARE)
REFERENCES = [f"{letter}00{number}" for letter in "PH" for number in range(1, 5)]
days = st.integers(-40, 40).map(lambda number: TODAY + timedelta(days=number))
stretches = st.builds(
    lambda a, b: Dates(min(a, b) if a and b else a, max(a, b) if a and b else b), st.none() | days, st.none() | days
)
near_cells = st.builds(Cell, st.integers(455, 463), st.integers(358, 366), st.sampled_from([HOME_M, RURAL_M]))
near_places = st.builds(Place, st.just("A place"), st.none() | near_cells, st.sampled_from(list(HowOften)))
keeps_apart: SearchStrategy[frozenset[str]] = st.just(frozenset()) | st.frozensets(
    st.sampled_from(REFERENCES), max_size=2
)
declines = st.dictionaries(
    st.sampled_from(REFERENCES),
    st.builds(
        Declined, st.integers(0, 400).map(lambda number: TODAY - timedelta(days=number)), st.booleans(), st.booleans()
    ),
    max_size=2,
)
NEEDS: dict[str, SearchStrategy[Any]] = {
    "home": st.none()
    | st.builds(
        HomeFacts,
        cell=st.none() | near_cells,
        pets=st.none() | chosen(Pet),
        children=maybe(ChildrenAtHome),
        alcohol=maybe(YesNo),
        stairs=maybe(YesNo),
        access=st.dictionaries(st.sampled_from(list(AccessNeed)), st.sampled_from(list(YesNo)), max_size=4),
    ),
    "keep_apart": keeps_apart,
    "brings_pets": st.none() | chosen(Pet, 2),
    "access_needs": st.none() | chosen(AccessNeed, 2),
    "places": st.lists(near_places, max_size=3).map(tuple),
    "distance_limit_miles": st.none() | st.integers(0, 12),
    "smoking": maybe(Smoking),
}
PEOPLE_IN_NEED = st.builds(
    PersonProfile,
    reference=st.sampled_from(REFERENCES[:4]),
    wishes=st.lists(st.builds(Wish, FEW_KINDS, stretches), max_size=3).map(tuple),
    must_nots=chosen(MustNot, 2),
    night_support=maybe(YesNo),
    crisis=maybe(YesNo),
    declined=declines,
    **NEEDS,
)
RESIDENTS = st.builds(
    MemberProfile,
    label=st.just("Sanjay"),
    kind=st.sampled_from(list(MemberKind)),
    reference=st.none() | st.sampled_from(REFERENCES[:4]),
    smoking=maybe(Smoking),
)
APPROVALS = st.builds(
    Approval, st.none() | days, st.none() | days, st.none() | st.frozensets(SHARED_LIVES_KINDS, max_size=3)
)


def households_in_question(kinds: SearchStrategy[ArrangementKind]) -> SearchStrategy[HouseholdProfile]:
    """Households that offer some of these kinds, with calendars."""
    return st.builds(
        HouseholdProfile,
        reference=st.sampled_from(REFERENCES[4:]),
        members=st.lists(RESIDENTS, max_size=2).map(tuple),
        offers=st.none()
        | st.lists(st.builds(Offer, kinds, st.none() | st.integers(0, 2), stretches), max_size=3).map(tuple),
        away=st.lists(stretches, max_size=2).map(tuple),
        taken=st.lists(st.builds(Taken, kinds, stretches), max_size=3).map(tuple),
        living_there=st.none() | st.integers(0, 2),
        approval=st.none() | APPROVALS,
        must_nots=chosen(HouseholdMustNot, 2),
        helpers=chosen(Helper, 2),
        **NEEDS,
    )


HOUSEHOLDS_IN_QUESTION = households_in_question(SHARED_LIVES_KINDS) | households_in_question(FEW_KINDS)
