"""Suggestions for everybody at once: who takes part, and on what terms. Nothing is kept, and nothing is made of it here."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlmodel import col, select

from carers.models import Household
from matching.compatibility.profiles import HouseholdProfile, PersonProfile
from matching.compatibility.progress import Progress, unheard
from matching.compatibility.rounds_looking import Backend
from matching.compatibility.rounds_spaces import RoundOfProfiles, Terms, suggest
from matching.lifecycle import GOING_ON, Stage
from matching.models import Arrangement
from matching.queries import scores
from matching.queries.profiles import household_profiles, households_offering, person_profiles
from people.models import Person, PersonState
from scheme.clock import local_day, today
from scheme.database import db
from scheme.queries import our_scheme

GETTING_TO_KNOW = frozenset({Stage.PROPOSED, Stage.INTRODUCTION})
"""Stages in which somebody is being asked, and which count as introductions side by side."""


@dataclass(frozen=True)
class ForEverybody:
    """A round for the scheme we are in, and everybody in it by reference."""

    found: RoundOfProfiles
    terms: Terms
    people: Mapping[str, Person]
    households: Mapping[str, Household]
    person_profiles: Mapping[str, PersonProfile]
    household_profiles: Mapping[str, HouseholdProfile]


def for_everybody(each: int = 1, progress: Progress = unheard, backend: Backend = "threading") -> ForEverybody:
    """The best introductions for everybody who is ready to meet, with every household that offers, as of this moment.

    ``each`` is how many a person may have side by side, never more than the scheme's number. Those who ask for
    many at once can be told how far it is, and say who looks at everybody: see :mod:`rounds_looking`.
    """
    ready = select(Person).where(Person.state == PersonState.READY).order_by(Person.reference)
    people = {row.reference: row for row in db.session.exec(ready)}
    households = {row.reference: row for row in households_offering()}
    mine, theirs = person_profiles(list(people.values())), household_profiles(list(households.values()))
    using = _terms(each, people)
    return ForEverybody(
        found=suggest(list(mine.values()), list(theirs.values()), using, progress, backend),
        terms=using,
        people=people,
        households=households,
        person_profiles={profile.reference: profile for profile in mine.values()},
        household_profiles={profile.reference: profile for profile in theirs.values()},
    )


def _terms(each: int, people: Mapping[str, Person]) -> Terms:
    scheme, using = our_scheme(), scores.terms()
    going_on = _going_on()
    under_way = frozenset(pair for pair, stages in going_on.items() if stages & GETTING_TO_KNOW)
    return Terms(
        rules=using.rules,
        weights=using.weights,
        introductions=max(1, min(each, scheme.number("introductions_at_once"))),
        asks=scheme.number("asks_at_once"),
        least=scheme.number("least_for_rounds"),
        waited={reference: _days_waited(person) for reference, person in people.items()},
        under_way=under_way,
        together=frozenset(going_on) - under_way,
    )


def _days_waited(person: Person) -> int:
    return max(0, (today() - (person.first_contact_on or local_day(person.created_at))).days)


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
