"""Suggestions for everybody at once: who takes part, and on what terms. Nothing is made of it here."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, func, select

from carers.models import Household, HouseholdState
from matching.compatibility.coded import Crowd
from matching.compatibility.profiles import HouseholdProfile, PersonProfile
from matching.compatibility.progress import Progress, unheard
from matching.compatibility.rounds_looking import Backend
from matching.compatibility.rounds_spaces import RoundOfProfiles, Terms, suggest
from matching.lifecycle import GOING_ON, Stage
from matching.models import Arrangement
from matching.queries import everybody, scores
from matching.queries.holds import OnHold, on_hold
from people.models import Person, PersonState
from scheme.clock import local_day, today
from scheme.database import db
from scheme.plain_rows import columns
from scheme.queries import our_scheme

GETTING_TO_KNOW = frozenset({Stage.PROPOSED, Stage.INTRODUCTION})
"""Stages in which somebody is being asked, and which count as introductions side by side."""


@dataclass(frozen=True)
class ForEverybody:
    """A round for the scheme we are in, and everybody in it by reference: who they are, as a list needs it."""

    found: RoundOfProfiles
    terms: Terms
    people: Mapping[str, everybody.Row]
    households: Mapping[str, everybody.Row]
    person_profiles: Mapping[UUID, PersonProfile]
    household_profiles: Mapping[UUID, HouseholdProfile]
    people_on_hold: int
    """How many are ready to meet, and take no part because of a hold."""
    households_on_hold: int


def how_many() -> tuple[int, int]:
    """How many people are ready to meet, and how many households offer."""
    ready = select(func.count()).select_from(Person).where(Person.state == PersonState.READY)
    offering = select(func.count()).select_from(Household).where(Household.state == HouseholdState.OFFERING)
    return db.session.exec(ready).one(), db.session.exec(offering).one()


def for_everybody(each: int = 1, progress: Progress = unheard, backend: Backend = "threading") -> ForEverybody:
    """The best introductions for everybody who is ready to meet, with every household that offers, as of this moment.

    Whom a hold is on takes no part, and two whose arrangement is held are not suggested to each other.

    ``each`` is how many a person may have side by side, never more than the scheme's number. Those who ask for
    many at once can be told how far it is, and say who looks at everybody: see :mod:`rounds_looking`.
    """
    progress(0, 0, "reading profiles")
    looking, offering, held = everybody.people(), everybody.households(), on_hold()
    ready = [place for place, row in enumerate(looking.rows) if row.state is PersonState.READY]
    meeting = [place for place in ready if looking.rows[place].reference not in held.people]
    welcoming = [place for place, row in enumerate(offering.rows) if row.reference not in held.households]
    people = {looking.rows[place].id: looking.crowd[place] for place in meeting}
    households = {offering.rows[place].id: offering.crowd[place] for place in welcoming}
    # Handed in whole, it need not be turned into rows again.
    crowd = offering.crowd if len(welcoming) == len(offering.rows) else Crowd(households.values())
    using = _terms(each, held)
    return ForEverybody(
        found=suggest(list(people.values()), crowd, using, progress, backend),
        terms=using,
        people={looking.rows[place].reference: looking.rows[place] for place in meeting},
        households={offering.rows[place].reference: offering.rows[place] for place in welcoming},
        person_profiles=people,
        household_profiles=households,
        people_on_hold=len(ready) - len(meeting),
        households_on_hold=len(offering.rows) - len(welcoming),
    )


def at_most(each: int) -> int:
    """So many introductions for each person, but never more than the scheme's number."""
    return max(1, min(each, our_scheme().number("introductions_at_once")))


def _terms(each: int, held: OnHold) -> Terms:
    scheme, using = our_scheme(), scores.terms()
    going_on = _going_on()
    under_way = frozenset(pair for pair, stages in going_on.items() if stages & GETTING_TO_KNOW)
    return Terms(
        rules=using.rules,
        weights=using.weights,
        introductions=at_most(each),
        asks=scheme.number("asks_at_once"),
        least=scheme.number("least_for_rounds"),
        waited=_days_waited(),
        under_way=under_way,
        together=(frozenset(going_on) | held.pairs) - under_way,
    )


def _days_waited() -> Mapping[str, int]:
    """Of everybody who is ready, by reference."""
    first = columns(Person.reference, Person.first_contact_on, Person.created_at)
    now, ready = today(), db.session.execute(first.where(Person.state == PersonState.READY))
    return {
        reference: max(0, (now - (contact_on or local_day(created_at))).days)
        for reference, contact_on, created_at in ready
    }


def _going_on() -> Mapping[tuple[str, str], set[str]]:
    """Who has something going on with whom, by reference, and at which stages."""
    query = (
        select(Person.reference, Household.reference, Arrangement.stage)
        .join(Arrangement, col(Arrangement.person_id) == Person.id)
        .join(Household, col(Arrangement.household_id) == Household.id)
        .where(col(Arrangement.stage).in_(GOING_ON))
    )
    found: dict[tuple[str, str], set[str]] = {}
    for person, household, stage in db.session.exec(query):
        found.setdefault((person, household), set()).add(stage)
    return found


def going_on_between(people: Collection[UUID], households: Collection[UUID]) -> frozenset[tuple[UUID, UUID]]:
    """Which of these people have something going on with which of these households, in one statement."""
    query = select(Arrangement.person_id, Arrangement.household_id).where(
        col(Arrangement.person_id).in_(people),
        col(Arrangement.household_id).in_(households),
        col(Arrangement.stage).in_(GOING_ON),
    )
    return frozenset(db.session.exec(query).all())
