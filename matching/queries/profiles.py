"""Profiles for the score, built from the models: always fresh, always in the same few queries however many there are.

The score never sees a name, an address, a point, anything sealed, or the monitoring answers.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlmodel import col, or_, select

from carers.models import Household, HouseholdState, Member, Offer, TimeAway
from carers.queries import supported_already
from matching.compatibility import profiles as core
from matching.lifecycle import Stage
from matching.models import Arrangement, KeepApart, Stay
from matching.queries import profile_parts as parts
from matching.queries.apart import keeping_apart
from matching.queries.endings import kept_from_each_other
from people.models import CirclePerson, Person, PersonPlace, PersonState, WantedArrangement
from scheme.clock import local_day
from scheme.database import db, now
from scheme.models import Home
from scheme.plain_rows import columns, plain_rows
from scheme.queries import our_scheme
from scheme.ways_of_living import (
    AccessNeed,
    Helper,
    HelpWith,
    HouseholdMustNot,
    LivingWith,
    MustNot,
    Pet,
    SupportLevel,
)

LOOKING = frozenset({PersonState.EXPLORING, PersonState.READY})
"""People whom a household may be looked for."""

MANY = 500
"""More ids than this are not listed in a statement."""


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
    circles, reach = _by(CirclePerson, "person_id", ids), parts.reach(our_scheme())
    homes, apart, declined = _homes(people), _kept_apart(), _declined(ids)
    return {
        person.id: core.PersonProfile(
            **parts.ways(person),
            children_wish=person.children_wish,
            matters=person.matters_most,
            reference=person.reference,
            home=parts.person_home(person, homes.get(person.home_id)),
            keep_apart=frozenset(apart[person.id]),
            places=tuple(parts.place(place) for place in places[person.id]),
            ties=tuple(parts.ties(circles[person.id], places[person.id], reach)),
            distance_limit_miles=person.distance_limit_miles,
            wishes=tuple(core.Wish(wish.kind, core.Dates(wish.starts_on, wish.ends_on)) for wish in wishes[person.id]),
            must_nots=parts.chosen(person.must_nots, MustNot),
            support_level=person.support_level,
            help_with=parts.chosen(person.help_with, HelpWith),
            helped_by=person.helped_by,
            night_support=person.night_support,
            crisis=person.crisis,
            declined=declined[person.id],
            setting_wish=frozenset({person.setting} if person.setting else ()),
            living_with=parts.chosen(person.living_with, LivingWith),
            needs_bus=person.needs_bus,
            brings_pets=parts.known_set(person.brings_pets, Pet),
            access_needs=parts.known_set(person.access_needs, AccessNeed),
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
            **parts.ways(household),
            matters=household.matters_most,
            reference=household.reference,
            home=parts.household_home(household, homes.get(household.home_id)),
            keep_apart=frozenset(apart[household.id]),
            members=(
                *(parts.member(member) for member in members[household.id]),
                *(parts.resident(person) for person in moved_in[household.home_id]),
            ),
            offers=tuple(
                core.Offer(o.kind, o.spaces, core.Dates(o.starts_on, o.ends_on)) for o in offers[household.id]
            ),
            away=tuple(core.Dates(gone.starts_on, gone.ends_on) for gone in away[household.id]),
            taken=tuple(taken[household.home_id]) if household.home_id else (),
            living_there=supported_already(household, members[household.id]),
            approval=parts.approval(household),
            shape=household.shape,
            support_levels=parts.chosen(household.support_levels, SupportLevel),
            experienced_with=parts.chosen(household.experienced_with, HelpWith),
            helpers=parts.chosen(household.helpers, Helper),
            must_nots=parts.chosen(household.must_nots, HouseholdMustNot),
        )
        for household in households
    }


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
    """Each person's earlier declines, and endings that one side chose, by the household's reference: the last one counts."""
    query = (
        columns(
            Arrangement.person_id,
            Household.reference,
            Arrangement.stage_since,
            Arrangement.reopened_by_person,
            Arrangement.reopened_by_household,
            Arrangement.stage,
        )
        .join(Household, col(Arrangement.household_id) == Household.id)
        .where(kept_from_each_other(), *_among(Arrangement.person_id, ids))
        .order_by(col(Arrangement.stage_since))
    )
    declined: defaultdict[UUID, dict[str, core.Declined]] = defaultdict(dict)
    for person_id, reference, since, by_person, by_household, stage in db.session.execute(query):
        declined[person_id][reference] = core.Declined(
            local_day(since), by_person, by_household, ended=stage is Stage.ENDED
        )
    return declined


def _stays(home_ids: Sequence[UUID | None], without: UUID | None) -> Sequence[Any]:
    """Every stay in these homes, but those of one arrangement if it is given."""
    query = (
        columns(Stay.home_id, Stay.starts_at, Stay.ends_at, Arrangement.id, Arrangement.kind, Arrangement.person_id)
        .join(Arrangement, col(Stay.arrangement_id) == Arrangement.id)
        .where(*_among(Stay.home_id, home_ids))
        .order_by(col(Stay.id))
    )
    return [stay for stay in db.session.execute(query) if stay.id != without]


def _taken(stays: Sequence[Any]) -> defaultdict[UUID, list[core.Taken]]:
    """Everybody supported in each home now or later, as days. Whoever has left takes no place, on that same day too."""
    taken: defaultdict[UUID, list[core.Taken]] = defaultdict(list)
    for stay in stays:
        if stay.ends_at is None or stay.ends_at > now():
            last = local_day(stay.ends_at) if stay.ends_at else None
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
