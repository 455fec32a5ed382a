"""What each person and household has met with, for the fairness panel: the same few statements however many there are.

The only place in matching that reads the monitoring answers. The score never does.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlmodel import col, select

from carers.models import Household
from matching.compatibility.fairness import Met, Question
from matching.compatibility.fairness_of_homes import Exposure, Unwelcomed, exposure, unwelcomed
from matching.models import Answer, AnswerWord, Arrangement, Side
from matching.models import Question as Asked
from matching.needs import rules_of
from matching.queries.profiles import LOOKING, household_profiles, households_offering, people_looking, person_profiles
from people.models import Monitoring, Person
from scheme.clock import local_day, today
from scheme.database import db
from scheme.queries import our_scheme

ANSWERED = {AnswerWord.YES: True, AnswerWord.NO: False}


@dataclass(frozen=True)
class PutForward:
    """What is asked of one arrangement."""

    id: UUID
    person_id: UUID
    household_id: UUID
    at: datetime


def put_forward() -> Sequence[PutForward]:
    """Everybody who was ever put forward, in order of time."""
    query = select(Arrangement.id, Arrangement.person_id, Arrangement.household_id, Arrangement.proposed_at)
    return [PutForward(*row) for row in db.session.exec(query.order_by(col(Arrangement.proposed_at)))]


# --- people ----------------------------------------------------------------------------------------------------------------


def what_they_met(introductions: Sequence[PutForward]) -> Sequence[Met]:
    """Everybody who is looking, or has ever been put forward."""
    times = Counter(each.person_id for each in introductions)
    first = {each.person_id: local_day(each.at) for each in reversed(introductions)}
    said, answers = _said_of_themselves(), _answers()
    welcomed, said_yes = (_any_yes(introductions, answers[side]) for side in (Side.HOUSEHOLD, Side.PERSON))
    query = select(Person.id, Person.state, col(Person.first_contact_on)).order_by(Person.reference)
    return [
        Met(
            said=said.get(person_id, {}),
            introductions=times[person_id],
            welcomed=welcomed.get(person_id),
            said_yes=said_yes.get(person_id),
            days=_days(spoke_on, first.get(person_id)),
        )
        for person_id, state, spoke_on in db.session.exec(query)
        if state in LOOKING or times[person_id]
    ]


def _days(spoke_on: date | None, first: date | None) -> int | None:
    return max(0, ((first or today()) - spoke_on).days) if spoke_on else None


def _said_of_themselves() -> Mapping[UUID, Mapping[Question, str | None]]:
    rows = db.session.exec(select(Monitoring)).all()
    return {row.person_id: {question: getattr(row, question.value) for question in Question} for row in rows}


def _answers() -> Mapping[Side, Mapping[UUID, bool]]:
    """By side, arrangement → yes or no to meeting."""
    query = select(Answer).where(
        Answer.question == Asked.MEET, col(Answer.member_id).is_(None), col(Answer.answer).in_(ANSWERED)
    )
    found: Mapping[Side, dict[UUID, bool]] = {side: {} for side in Side}
    for given in db.session.exec(query):
        found[given.side][given.arrangement_id] = ANSWERED[given.answer]
    return found


def _any_yes(introductions: Iterable[PutForward], answers: Mapping[UUID, bool]) -> dict[UUID, bool]:
    """Person → whether any of the answers about them is yes; nobody without an answer."""
    found: dict[UUID, bool] = {}
    for each in introductions:
        if each.id in answers:
            found[each.person_id] = found.get(each.person_id, False) or answers[each.id]
    return found


# --- households ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Nowhere:
    """Somebody whom no household can welcome as things are."""

    person: Person
    why: Unwelcomed


@dataclass(frozen=True)
class Homes:
    """How evenly the households that offer are put forward, which of them never were, and whom none can welcome."""

    exposure: Exposure
    never: Sequence[Household]
    nowhere: Sequence[Nowhere]


def homes(introductions: Sequence[PutForward]) -> Homes:
    """Looked at afresh, with every essential of everybody who is looking and every household that offers."""
    offering, looking = households_offering(), people_looking()
    times = Counter(each.household_id for each in introductions)
    people, households = person_profiles(looking), household_profiles(offering)
    by_reference = {person.reference: person for person in looking}
    found = unwelcomed(list(people.values()), list(households.values()), rules_of(our_scheme()))
    return Homes(
        exposure=exposure([times[household.id] for household in offering]),
        never=[household for household in offering if not times[household.id]],
        nowhere=[Nowhere(by_reference[each.reference], each) for each in found],
    )
