"""Rows of the models as the score may know them. No query is made here.

A name, an address, a point, anything sealed and the monitoring answers are left behind.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from carers.models import Household, Member, MemberKind
from matching.compatibility import profiles as core
from people.models import CirclePerson, Closeness, Person, PersonPlace
from scheme.cells import Cell
from scheme.kinds import ArrangementKind
from scheme.models import Home, Scheme
from scheme.ways_of_living import (
    AccessNeed,
    Communication,
    Contribution,
    Faith,
    Food,
    GettingTogether,
    HowOften,
    Language,
    Pet,
    PetTemper,
    Stance,
    Value,
)
from scheme.words import Words

STANCES = {stance.value: stance for stance in Stance}
PETS, TEMPERS = {pet.value: pet for pet in Pet}, {temper.value: temper for temper in PetTemper}

ACCESS_FACTS: Mapping[AccessNeed, str] = {
    AccessNeed.STEP_FREE: "step_free",
    AccessNeed.GROUND_FLOOR_BEDROOM: "ground_floor_bedroom",
    AccessNeed.ACCESSIBLE_BATHROOM: "accessible_bathroom",
    AccessNeed.WHEELCHAIR_SPACE: "wheelchair_space",
}
"""Which fact about a home answers which access need."""

EVERYDAY = (
    "day_rhythm",
    "noise",
    "company",
    "routine",
    "visitors",
    "smoking",
    "smoking_wish",
    "pets_wish",
    "pet_temper_wish",
    "children_wish",
)
"""What counts of somebody who moved in: what anybody in the house would notice. Their faith, their interests and the like
are theirs to tell, and would be told to whoever comes next as the household's."""

REACH: Mapping[GettingTogether | None, str] = {
    None: "reach_by_bus_miles",
    GettingTogether.ON_FOOT: "reach_on_foot_miles",
    GettingTogether.BY_BUS: "reach_by_bus_miles",
    GettingTogether.BY_CAR: "reach_by_car_miles",
}
"""Which of the scheme's numbers says how far somebody would go to see a person who matters to them."""


def ways(row: Any) -> dict[str, Any]:
    """How somebody lives: the facts a person and a household answer alike."""
    return {
        "interests": _stances(row),
        "languages": chosen(row.languages, Language),
        "communication": chosen(row.communication, Communication),
        "faiths": chosen(row.faiths, Faith),
        "foods": chosen(row.foods, Food),
        "values": chosen(row.values, Value),
        "day_rhythm": row.day_rhythm,
        "noise": row.noise,
        "company": row.company,
        "routine": row.routine,
        "visitors": row.visitors,
        "smoking": row.smoking,
        "smoking_wish": row.smoking_wish,
        "pets_wish": row.pets_wish,
        "pet_temper_wish": row.pet_temper_wish,
        "contributes": chosen(row.contributes, Contribution),
        "would_enjoy": chosen(row.would_enjoy, Contribution),
    }


def chosen(values: Iterable[str] | None, listed: type[Words]) -> frozenset[Any]:
    """A stored list as members of its closed list: a database gives the plain values back."""
    return frozenset(map(listed, values or ()))


def known_set(values: Iterable[str] | None, listed: type[Words]) -> frozenset[Any] | None:
    """The same where "none" is itself an answer: nothing stored stays nothing known."""
    return None if values is None else chosen(values, listed)


def _stances(row: Any) -> dict[str, Stance]:
    return {key: STANCES[stance] for key, stance in row.interests.items()}


def _cell(text: str | None) -> Cell | None:
    return Cell.parse(text) if text else None


def place(place: PersonPlace) -> core.Place:
    return core.Place(place.label, _cell(place.cell), place.how_often or HowOften.SOMETIMES, place.area)


def reach(scheme: Scheme) -> Mapping[GettingTogether | None, int]:
    """Miles, by how somebody gets to a person who matters to them."""
    return {how: scheme.number(name) for how, name in REACH.items()}


def ties(
    circle: Sequence[CirclePerson], places: Sequence[PersonPlace], miles: Mapping[GettingTogether | None, int]
) -> Iterator[core.Tie]:
    """Everybody in the circle but those who are paid to be there, who change with the home anyway."""
    met_at: dict[UUID | None, PersonPlace] = {place.id: place for place in places}
    for one in sorted(circle, key=lambda one: (one.name, one.id)):
        if one.closeness is Closeness.PAID:
            continue
        place = met_at.get(one.meet_at_id)
        yield core.Tie(
            label=one.name,
            cell=_cell(place.cell) if place else None,
            how_often=one.in_touch or HowOften.SOMETIMES,
            district=place.area if place else None,
            at=place.label if place else None,
            reach_miles=miles.get(one.getting_together, 0),
            wherever=one.getting_together is GettingTogether.BY_PHONE,
        )


def _home_facts(home: Home | None) -> dict[str, Any]:
    if home is None:
        return {}
    access = {need: getattr(home, fact) for need, fact in ACCESS_FACTS.items() if getattr(home, fact) is not None}
    return {
        "cell": home.square,
        "district": home.area,
        "setting": home.setting,
        "bus_nearby": home.bus_nearby,
        "stairs": home.stairs,
        "access": access,
    }


def household_home(household: Household, home: Home | None) -> core.HomeFacts:
    return core.HomeFacts(
        **_home_facts(home),
        pets=known_set(household.pets, Pet),
        pet_tempers=_tempers(household),
        children=household.children_at_home,
        alcohol=household.alcohol,
    )


def person_home(person: Person, home: Home | None) -> core.HomeFacts:
    return core.HomeFacts(
        **_home_facts(home),
        pets=known_set(person.brings_pets, Pet),
        pet_tempers=_tempers(person),
        children=person.children_at_home,
    )


def _tempers(row: Person | Household) -> dict[Pet, PetTemper]:
    return {PETS[pet]: TEMPERS[temper] for pet, temper in (row.pet_tempers or {}).items()}


def member(member: Member) -> core.MemberProfile:
    kinds = {MemberKind.CHILD: core.MemberKind.CHILD, MemberKind.RESIDENT: core.MemberKind.RESIDENT}
    return core.MemberProfile(
        label=member.label,
        kind=kinds.get(member.kind, core.MemberKind.ADULT),
        interests=_stances(member),
        day_rhythm=member.day_rhythm,
        noise=member.noise,
        company=member.company,
        smoking=member.smoking,
        smoking_wish=member.smoking_wish,
        pets_wish=member.pets_wish,
        children_wish=member.children_wish,
    )


def resident(person: Person) -> core.MemberProfile:
    """Somebody who moved in through an arrangement kept here: whoever comes next lives with them too."""
    everyday = {fact: getattr(person, fact) for fact in EVERYDAY}
    return core.MemberProfile(
        label=person.known_as, kind=core.MemberKind.RESIDENT, reference=person.reference, **everyday
    )


def approval(household: Household) -> core.Approval | None:
    if household.panel_on is None:
        return None
    # Left empty by the panel means everything they offer, and so the form says.
    kinds = chosen(household.approved_kinds or ArrangementKind, ArrangementKind)
    return core.Approval(household.panel_on, household.approval_review_on, kinds)
