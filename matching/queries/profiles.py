"""Profiles for the score, built from the models: always fresh, always in the same few queries however many there are.

The score never sees a name, an address, a point, anything sealed, or the monitoring answers.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlmodel import col, or_, select

from carers.models import Household, HouseholdState, Member, MemberKind, Offer, TimeAway
from carers.queries import supported_already
from matching.compatibility import profiles as core
from matching.lifecycle import Stage
from matching.models import Arrangement, KeepApart, Stay
from matching.queries.apart import keeping_apart
from people.models import CirclePerson, Closeness, Person, PersonPlace, PersonState, WantedArrangement
from scheme.cells import Cell
from scheme.clock import local_day, today
from scheme.database import db, now
from scheme.kinds import ArrangementKind
from scheme.models import Home
from scheme.plain_rows import columns, plain_rows
from scheme.queries import our_scheme
from scheme.ways_of_living import (
    AccessNeed,
    Communication,
    Contribution,
    Faith,
    Food,
    GettingTogether,
    Helper,
    HelpWith,
    HouseholdMustNot,
    HowOften,
    Language,
    LivingWith,
    MustNot,
    Pet,
    PetTemper,
    Stance,
    SupportLevel,
    Value,
)
from scheme.words import Words

LOOKING = frozenset({PersonState.EXPLORING, PersonState.READY})
"""People whom a household may be looked for."""

MANY = 500
"""More ids than this are not listed in a statement."""

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


def people_looking() -> Sequence[Person]:
    """Everybody a household may be looked for, by reference."""
    return db.session.exec(select(Person).where(col(Person.state).in_(LOOKING)).order_by(Person.reference)).all()


def households_offering() -> Sequence[Household]:
    """Every household that offers, by reference."""
    query = select(Household).where(Household.state == HouseholdState.OFFERING).order_by(Household.reference)
    return db.session.exec(query).all()


def person_profiles(people: Sequence[Person]) -> dict[UUID, core.PersonProfile]:
    """The people as the score may know them, by id."""
    ids = [person.id for person in people]
    wishes, places = _by(WantedArrangement, "person_id", ids), _by(PersonPlace, "person_id", ids)
    circles, reach = _by(CirclePerson, "person_id", ids), _reach()
    homes, apart, declined = _homes(people), _kept_apart(), _declined(ids)
    return {
        person.id: core.PersonProfile(
            **_ways(person),
            children_wish=person.children_wish,
            matters=person.matters_most,
            reference=person.reference,
            home=_person_home(person, homes.get(person.home_id)),
            keep_apart=frozenset(apart[person.id]),
            places=tuple(_place(place) for place in places[person.id]),
            ties=tuple(_ties(circles[person.id], places[person.id], reach)),
            distance_limit_miles=person.distance_limit_miles,
            wishes=tuple(core.Wish(wish.kind, core.Dates(wish.starts_on, wish.ends_on)) for wish in wishes[person.id]),
            must_nots=_chosen(person.must_nots, MustNot),
            support_level=person.support_level,
            help_with=_chosen(person.help_with, HelpWith),
            helped_by=person.helped_by,
            night_support=person.night_support,
            crisis=person.crisis,
            declined=declined[person.id],
            setting_wish=frozenset({person.setting} if person.setting else ()),
            living_with=_chosen(person.living_with, LivingWith),
            needs_bus=person.needs_bus,
            brings_pets=_set(person.brings_pets, Pet),
            access_needs=_set(person.access_needs, AccessNeed),
        )
        for person in people
    }


def household_profiles(
    households: Sequence[Household], without: UUID | None = None
) -> dict[UUID, core.HouseholdProfile]:
    """The households as the score may know them, by id, not counting the stays of one arrangement if it is given."""
    ids = [household.id for household in households]
    offers, away = _by(Offer, "household_id", ids), _by(TimeAway, "household_id", ids)
    members, homes, apart = _members(ids), _homes(households), _kept_apart()
    stays = _stays([household.home_id for household in households], without)
    taken, moved_in = _taken(stays), _moved_in(stays)
    return {
        household.id: core.HouseholdProfile(
            **_ways(household),
            matters=household.matters_most,
            reference=household.reference,
            home=_household_home(household, homes.get(household.home_id)),
            keep_apart=frozenset(apart[household.id]),
            members=(
                *(_member(member) for member in members[household.id]),
                *(_resident(person) for person in moved_in[household.home_id]),
            ),
            offers=tuple(
                core.Offer(o.kind, o.spaces, core.Dates(o.starts_on, o.ends_on)) for o in offers[household.id]
            ),
            away=tuple(core.Dates(gone.starts_on, gone.ends_on) for gone in away[household.id]),
            taken=tuple(taken[household.home_id]) if household.home_id else (),
            living_there=supported_already(household, members[household.id]),
            approval=_approval(household),
            shape=household.shape,
            support_levels=_chosen(household.support_levels, SupportLevel),
            experienced_with=_chosen(household.experienced_with, HelpWith),
            helpers=_chosen(household.helpers, Helper),
            must_nots=_chosen(household.must_nots, HouseholdMustNot),
        )
        for household in households
    }


# --- the parts -------------------------------------------------------------------------------------------------------------


def _ways(row: Any) -> dict[str, Any]:
    """How somebody lives: the facts a person and a household answer alike."""
    return {
        "interests": _stances(row),
        "languages": _chosen(row.languages, Language),
        "communication": _chosen(row.communication, Communication),
        "faiths": _chosen(row.faiths, Faith),
        "foods": _chosen(row.foods, Food),
        "values": _chosen(row.values, Value),
        "day_rhythm": row.day_rhythm,
        "noise": row.noise,
        "company": row.company,
        "routine": row.routine,
        "visitors": row.visitors,
        "smoking": row.smoking,
        "smoking_wish": row.smoking_wish,
        "pets_wish": row.pets_wish,
        "pet_temper_wish": row.pet_temper_wish,
        "contributes": _chosen(row.contributes, Contribution),
        "would_enjoy": _chosen(row.would_enjoy, Contribution),
    }


def _chosen(values: Iterable[str] | None, listed: type[Words]) -> frozenset[Any]:
    """A stored list as members of its closed list: a database gives the plain values back."""
    return frozenset(map(listed, values or ()))


def _set(values: Iterable[str] | None, listed: type[Words]) -> frozenset[Any] | None:
    """The same where "none" is itself an answer: nothing stored stays nothing known."""
    return None if values is None else _chosen(values, listed)


def _stances(row: Any) -> dict[str, Stance]:
    return {key: STANCES[stance] for key, stance in row.interests.items()}


def _cell(text: str | None) -> Cell | None:
    return Cell.parse(text) if text else None


def _place(place: PersonPlace) -> core.Place:
    return core.Place(place.label, _cell(place.cell), place.how_often or HowOften.SOMETIMES, place.area)


def _reach() -> Mapping[GettingTogether | None, int]:
    """Miles, by how somebody gets to a person who matters to them."""
    scheme = our_scheme()
    return {how: scheme.number(name) for how, name in REACH.items()}


def _ties(
    circle: Sequence[CirclePerson], places: Sequence[PersonPlace], reach: Mapping[GettingTogether | None, int]
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
            reach_miles=reach.get(one.getting_together, 0),
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


def _household_home(household: Household, home: Home | None) -> core.HomeFacts:
    return core.HomeFacts(
        **_home_facts(home),
        pets=_set(household.pets, Pet),
        pet_tempers=_tempers(household),
        children=household.children_at_home,
        alcohol=household.alcohol,
    )


def _person_home(person: Person, home: Home | None) -> core.HomeFacts:
    return core.HomeFacts(
        **_home_facts(home),
        pets=_set(person.brings_pets, Pet),
        pet_tempers=_tempers(person),
        children=person.children_at_home,
    )


def _tempers(row: Person | Household) -> dict[Pet, PetTemper]:
    return {PETS[pet]: TEMPERS[temper] for pet, temper in (row.pet_tempers or {}).items()}


def _member(member: Member) -> core.MemberProfile:
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


def _resident(person: Person) -> core.MemberProfile:
    """Somebody who moved in through an arrangement kept here: whoever comes next lives with them too."""
    everyday = {fact: getattr(person, fact) for fact in EVERYDAY}
    return core.MemberProfile(
        label=person.known_as, kind=core.MemberKind.RESIDENT, reference=person.reference, **everyday
    )


def _approval(household: Household) -> core.Approval | None:
    if household.panel_on is None:
        return None
    # Left empty by the panel means everything they offer, and so the form says.
    kinds = _chosen(household.approved_kinds or ArrangementKind, ArrangementKind)
    return core.Approval(household.panel_on, household.approval_review_on, kinds)


# --- the queries -----------------------------------------------------------------------------------------------------------


def _by(model: type[Any], field: str, ids: Sequence[UUID]) -> defaultdict[UUID, list[Any]]:
    """Rows by the profile they are part of, in one query."""
    found: defaultdict[UUID, list[Any]] = defaultdict(list)
    for row in plain_rows(model, *_among(getattr(model, field), ids)):
        found[getattr(row, field)].append(row)
    return found


def _among(column: Any, ids: Sequence[UUID | None]) -> tuple[Any, ...]:
    """The condition that a column is one of these; none at all when they are so many that it costs more than it saves."""
    return () if len(ids) > MANY else (col(column).in_([each for each in ids if each]),)


def _members(ids: Sequence[UUID]) -> dict[UUID, list[Member]]:
    found = _by(Member, "household_id", ids)
    return defaultdict(
        list, {key: [member for member in rows if member.left_on is None] for key, rows in found.items()}
    )


def _homes(rows: Sequence[Person] | Sequence[Household]) -> dict[UUID | None, Home]:
    return {home.id: home for home in plain_rows(Home, *_among(Home.id, [row.home_id for row in rows]))}


def _kept_apart() -> defaultdict[UUID, set[str]]:
    """Whom each person or household must be kept apart from, by reference."""
    either = or_(col(KeepApart.person_id) == Person.id, col(KeepApart.other_person_id) == Person.id)
    people = dict(db.session.exec(select(Person.id, Person.reference).join(KeepApart, either)).all())
    households = dict(
        db.session.exec(
            select(Household.id, Household.reference).join(KeepApart, col(KeepApart.household_id) == Household.id)
        ).all()
    )
    apart: defaultdict[UUID, set[str]] = defaultdict(set)
    for row in keeping_apart():
        if row.household_id:
            apart[row.person_id].add(households[row.household_id])
            apart[row.household_id].add(people[row.person_id])
        if row.other_person_id:
            apart[row.person_id].add(people[row.other_person_id])
            apart[row.other_person_id].add(people[row.person_id])
    return apart


def _declined(ids: Sequence[UUID]) -> defaultdict[UUID, dict[str, core.Declined]]:
    """Each person's earlier declines, by the household's reference: the last one counts."""
    query = (
        columns(
            Arrangement.person_id,
            Household.reference,
            Arrangement.stage_since,
            Arrangement.reopened_by_person,
            Arrangement.reopened_by_household,
        )
        .join(Household, col(Arrangement.household_id) == Household.id)
        .where(Arrangement.stage == Stage.DECLINED, *_among(Arrangement.person_id, ids))
        .order_by(col(Arrangement.stage_since))
    )
    declined: defaultdict[UUID, dict[str, core.Declined]] = defaultdict(dict)
    for person_id, reference, since, by_person, by_household in db.session.execute(query):
        declined[person_id][reference] = core.Declined(local_day(since), by_person, by_household)
    return declined


def _stays(home_ids: Sequence[UUID | None], without: UUID | None) -> Sequence[Any]:
    """Every stay in these homes, but those of one arrangement if it is given."""
    query = (
        columns(Stay.home_id, Stay.starts_at, Stay.ends_at, Arrangement.id, Arrangement.kind, Arrangement.person_id)
        .join(Arrangement, col(Stay.arrangement_id) == Arrangement.id)
        .where(*_among(Stay.home_id, home_ids))
        .order_by(Stay.id)
    )
    return [stay for stay in db.session.execute(query) if stay.id != without]


def _taken(stays: Sequence[Any]) -> defaultdict[UUID, list[core.Taken]]:
    """Everybody supported in each home now or later, as days."""
    taken: defaultdict[UUID, list[core.Taken]] = defaultdict(list)
    for stay in stays:
        last = local_day(stay.ends_at) if stay.ends_at else None
        if last is None or last >= today():
            taken[stay.home_id].append(core.Taken(stay.kind, core.Dates(local_day(stay.starts_at), last)))
    return taken


def _moved_in(stays: Sequence[Any]) -> defaultdict[UUID | None, list[Person]]:
    """Everybody who lives in each home now through an arrangement: a stay that began and has no end."""
    living = {
        (stay.home_id, stay.person_id): None for stay in stays if stay.ends_at is None and stay.starts_at <= now()
    }
    people = {one.id: one for one in plain_rows(Person, *_among(Person.id, [person_id for _, person_id in living]))}
    found: defaultdict[UUID | None, list[Person]] = defaultdict(list)
    for home_id, person_id in sorted(living, key=lambda one: people[one[1]].reference):
        found[home_id].append(people[person_id])
    return found
