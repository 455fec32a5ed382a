"""What needs a worker today: each kind of thing due is one row of ``DUE`` and one small query."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from sqlmodel import col, func, select

from carers.models import Check, Household, HouseholdState
from matching.lifecycle import VISITING_KINDS, EndingReason, Stage
from matching.models import Answer, Arrangement, Question, Side, Stay, TakenStep, ToldMark, Visit, VisitState
from matching.queries.arrangements import Pair, pairs
from matching.queries.profiles import LOOKING
from people.models import Person
from scheme.clock import local_day, local_moment, today
from scheme.database import db, now
from scheme.look import until
from scheme.models import Conversation, Scheme

DAYS_TO_TELL = timedelta(days=2)
"""Within how long somebody is told (our judgement): soon enough that they hear it from us first."""


@dataclass(frozen=True)
class Item:
    """One thing to do: whom it is about, why, by when, and the page to do it on."""

    about: str
    words: str
    by: date | None
    endpoint: str
    values: dict[str, UUID]

    def late(self, on: date) -> bool:
        """Whether its day has gone by."""
        return self.by is not None and self.by < on


@dataclass(frozen=True)
class Asked:
    """Whose things are looked for: one worker's, or everybody's with ``None``."""

    scheme: Scheme
    worker_id: UUID | None


@dataclass(frozen=True)
class Due:
    """One kind of thing that falls due."""

    name: str
    title: str
    nothing: str
    find: Callable[[Asked], Sequence[Item]]


def _their(asked: Asked, *conditions: Any) -> Sequence[Pair]:
    return pairs(*conditions, *([Arrangement.worker_id == asked.worker_id] if asked.worker_id else []))


def _arrangement(pair: Pair, words: str, by: date | None) -> Item:
    return Item(pair.title, words, by, "matching_desk.arrangement", {"arrangement_id": pair.arrangement.id})


def _answers(asked: Asked) -> list[Item]:
    """Proposals still waiting for an answer, those asked longest ago first."""
    waiting = sorted(_their(asked, Arrangement.stage == Stage.PROPOSED), key=lambda pair: pair.arrangement.answer_by)
    given = _sides_that_answered([pair.arrangement.id for pair in waiting])
    items = []
    for pair in waiting:
        missing = [side.label.lower() for side in Side if (pair.arrangement.id, side) not in given]
        words = f"Waiting for {' and '.join(missing)}" if missing else "Both have answered: take the next step"
        items.append(_arrangement(pair, words, pair.arrangement.answer_by))
    return items


def _sides_that_answered(ids: Sequence[UUID]) -> set[tuple[UUID, Side]]:
    query = select(Answer).where(
        col(Answer.arrangement_id).in_(ids), Answer.question == Question.MEET, col(Answer.member_id).is_(None)
    )
    return {(answer.arrangement_id, answer.side) for answer in db.session.exec(query)}


def _others_going_ahead(asked: Asked) -> list[Item]:
    """Introductions of somebody who is trying it out, or has settled, elsewhere: nobody is left waiting without a word."""
    elsewhere = select(Arrangement.person_id).where(
        col(Arrangement.stage).in_([Stage.TRIAL, Stage.LONG_TERM]), col(Arrangement.kind).not_in(VISITING_KINDS)
    )
    waiting = _their(
        asked,
        col(Arrangement.stage).in_([Stage.PROPOSED, Stage.INTRODUCTION]),
        col(Arrangement.person_id).in_(elsewhere),
    )
    return [
        _arrangement(pair, "Something else is going ahead: tell them, or say why this goes on too", None)
        for pair in waiting
    ]


def _visits(asked: Asked) -> list[Item]:
    """Visits planned for the next seven days, and those gone by that nobody has written up."""
    until = local_moment(today() + timedelta(days=7), time.max)
    query = (
        select(Visit).where(Visit.state == VisitState.PLANNED, Visit.starts_at <= until).order_by(col(Visit.starts_at))
    )
    visits = db.session.exec(query).all()
    by_id = {
        pair.arrangement.id: pair for pair in _their(asked, col(Arrangement.id).in_([v.arrangement_id for v in visits]))
    }
    return [
        _arrangement(
            by_id[visit.arrangement_id], _visit_words(visit.kind.label, visit.starts_at), local_day(visit.starts_at)
        )
        for visit in visits
        if visit.arrangement_id in by_id
    ]


def _stays(asked: Asked) -> list[Item]:
    """Stays and days under way, and those of the next seven days."""
    week_from_now = local_moment(today() + timedelta(days=7), time.max)
    query = (
        select(Stay)
        .join(Arrangement, col(Stay.arrangement_id) == Arrangement.id)
        .where(col(Arrangement.kind).in_(VISITING_KINDS), col(Stay.visit_id).is_(None))
        .where(Stay.starts_at <= week_from_now, col(Stay.ends_at) > now())
    )
    stays = db.session.exec(query.order_by(col(Stay.starts_at))).all()
    by_id = {
        pair.arrangement.id: pair for pair in _their(asked, col(Arrangement.id).in_([s.arrangement_id for s in stays]))
    }
    return [
        _arrangement(by_id[stay.arrangement_id], until(stay.starts_at, stay.ends_at), None)
        for stay in stays
        if stay.arrangement_id in by_id and stay.ends_at
    ]


def _not_told(asked: Asked) -> list[Item]:
    """Where somebody has not been told that it does not go ahead, or has ended, those waiting longest first."""
    told = select(func.count()).where(ToldMark.arrangement_id == Arrangement.id).scalar_subquery()
    over = _their(asked, col(Arrangement.stage).in_([Stage.DECLINED, Stage.ENDED]), told < len(Side))
    ids = [pair.arrangement.id for pair in over]
    marks = {(m.arrangement_id, m.side) for m in db.session.exec(_of(ToldMark, ids))}
    died = set(db.session.exec(select(TakenStep.arrangement_id).where(TakenStep.reason == EndingReason.DIED.value)))
    return [
        _arrangement(pair, _not_told_words(pair, marks), local_day(pair.arrangement.stage_since) + DAYS_TO_TELL)
        for pair in sorted(over, key=lambda pair: pair.arrangement.stage_since)
        if pair.arrangement.id not in died
    ]


def _of(model: type[Any], ids: Sequence[UUID]) -> Any:
    return select(model).where(col(model.arrangement_id).in_(ids))


def _not_told_words(pair: Pair, marks: set[tuple[UUID, Side]]) -> str:
    left = [pair.name_of(side) for side in Side if (pair.arrangement.id, side) not in marks]
    return f"{pair.arrangement.stage.label}: tell {' and '.join(left)}"


def _visit_words(kind: str, at: datetime) -> str:
    return f"{kind}: did it happen, and how did it feel?" if local_day(at) < today() else kind


def _trials(asked: Asked) -> list[Item]:
    """Trials ending within two weeks, and reviews due within two weeks."""
    soon = today() + timedelta(days=14)
    found = _their(
        asked, col(Arrangement.stage).in_([Stage.TRIAL, Stage.LONG_TERM]), col(Arrangement.review_on) <= soon
    )
    return [
        _arrangement(
            pair,
            "Trial ends: talk it through with both"
            if pair.arrangement.stage is Stage.TRIAL
            else "How is it going? Review due",
            pair.arrangement.review_on,
        )
        for pair in sorted(found, key=lambda pair: pair.arrangement.review_on or today())
    ]


def _households(asked: Asked) -> Any:
    query = select(Household).where(Household.state == HouseholdState.OFFERING)
    return query.where(Household.named_worker_id == asked.worker_id) if asked.worker_id else query


def _household(household: Household, words: str, by: date | None) -> Item:
    return Item(household.name, words, by, "carers_desk.read", {"household_id": household.id})


def _availability(asked: Asked) -> list[Item]:
    """Households whose spaces nobody has confirmed for as long as the scheme says."""
    days = asked.scheme.number("availability_stale_days")
    stale = [
        h
        for h in db.session.exec(_households(asked).order_by(Household.reference))
        if h.availability_is_stale(today(), days)
    ]
    return [
        _household(h, f"Not confirmed for {days} days" if h.availability_confirmed_at else "Never confirmed", None)
        for h in stale
    ]


def _checks(asked: Asked) -> list[Item]:
    """Checks and approvals that run out within the scheme's number of days."""
    soon = today() + timedelta(days=asked.scheme.number("checks_due_days"))
    households = {household.id: household for household in db.session.exec(_households(asked))}
    query = select(Check).where(col(Check.expires_on) <= soon, col(Check.household_id).in_(households))
    items = [
        _household(households[c.household_id], f"{c.kind.label} check runs out", c.expires_on)
        for c in db.session.exec(query)
    ]
    items += [
        _household(household, "Approval is due for review", household.approval_review_on)
        for household in households.values()
        if household.approval_review_on and household.approval_review_on <= soon
    ]
    return sorted(items, key=lambda item: item.by or soon)


def _not_spoken_to(asked: Asked) -> list[Item]:
    """People nobody has spoken with for as long as the scheme says, longest first."""
    since = today() - timedelta(days=asked.scheme.number("not_spoken_days"))
    last = (
        select(Conversation.about_id, func.max(Conversation.on))
        .where(Conversation.about_kind == "person")
        .group_by(col(Conversation.about_id))
    )
    spoken = dict(db.session.exec(last).all())
    query = select(Person).where(col(Person.state).in_(LOOKING))
    people = db.session.exec(query.where(Person.named_worker_id == asked.worker_id) if asked.worker_id else query).all()
    quiet = [person for person in people if spoken.get(person.id, date.min) < since]
    return [
        Item(person.known_as, _spoken_words(spoken.get(person.id)), None, "people_desk.read", {"person_id": person.id})
        for person in sorted(quiet, key=lambda person: (spoken.get(person.id, date.min), person.reference))
    ]


def _spoken_words(on: date | None) -> str:
    return f"Last spoken with on {on.day} {on:%B %Y}" if on else "No conversation written down yet"


DUE: tuple[Due, ...] = (
    Due("answers", "Answers", "Nobody is waiting for an answer.", _answers),
    Due("going_ahead", "Something else is going ahead", "Nobody is left waiting without a word.", _others_going_ahead),
    Due("not_told", "Not told yet", "Everybody has been told.", _not_told),
    Due("visits", "Visits this week", "No visits this week.", _visits),
    Due("stays", "Stays this week", "Nobody comes to stay this week.", _stays),
    Due("trials", "Trials ending and reviews", "Nothing ends or is due in the next two weeks.", _trials),
    Due("not_spoken_to", "Whom have I not spoken with?", "You have spoken with everybody lately.", _not_spoken_to),
    Due("availability", "Is their space still right?", "Every household has confirmed lately.", _availability),
    Due("checks", "Checks and approvals", "Nothing runs out soon.", _checks),
)


def due(scheme: Scheme, worker_id: UUID | None) -> list[tuple[Due, Sequence[Item]]]:
    """Everything due, in the order of the table."""
    asked = Asked(scheme, worker_id)
    return [(kind, kind.find(asked)) for kind in DUE]
