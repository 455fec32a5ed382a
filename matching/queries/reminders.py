"""Whom it is time to remind, and of what. Once each: what was written down as done is left out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from matching.lifecycle import Stage
from matching.models import (
    Answer,
    Arrangement,
    Question,
    Reminder,
    ReminderKind,
    Side,
    Visit,
    VisitState,
)
from matching.queries.accounts import accounts_of_household, accounts_of_people, accounts_of_person
from matching.queries.arrangements import Pair, pairs
from matching.queries.asked import residents_to_hear_from
from matching.queries.holds import held_now
from scheme.clock import local_day, local_moment, today
from scheme.database import db, now
from scheme.models import Account, Role
from scheme.queries import our_scheme

NOT_BEFORE = time(9)
"""Nobody's phone rings with a reminder before this (our judgement)."""

WEEK_BEGINS = time(8)
"""When the week ahead is told of on a Monday, by the clock on the wall (our judgement)."""

TOLD_LATE_FOR = timedelta(days=7)
"""How long after the day a worker is still told that no answer came (our judgement): after that it is no news."""


@dataclass(frozen=True)
class ToRemind:
    """One account to write to about one thing, for one day."""

    kind: ReminderKind
    row_id: UUID
    for_day: date
    account_id: UUID
    arrangement_id: UUID | None = None


def to_remind(kind: ReminderKind, row_id: UUID | None = None) -> Sequence[ToRemind]:
    """Everybody it is time to write to about this kind of thing, or about one row of it."""
    found = FIND[kind](row_id)
    query = select(Reminder).where(Reminder.kind == kind, col(Reminder.row_id).in_({one.row_id for one in found}))
    done = {(row.row_id, row.for_day, row.account_id) for row in db.session.exec(query)}
    return [one for one in found if (one.row_id, one.for_day, one.account_id) not in done]


# --- answers ---------------------------------------------------------------------------------------------------------------


def _answers_soon(row_id: UUID | None) -> list[ToRemind]:
    """Whoever has not answered when the day is near, whoever lives there already too."""
    near = today() + timedelta(days=our_scheme().number("answer_reminder_days"))
    found = _asked(row_id, Arrangement.answer_by >= today(), Arrangement.answer_by <= near)
    return [
        ToRemind(
            ReminderKind.ANSWER_SOON, pair.arrangement.id, pair.arrangement.answer_by, account.id, pair.arrangement.id
        )
        for pair, sides, residents in found
        for account in [*(one for side in sides for one in accounts_of(pair, side)), *accounts_of_people(residents)]
    ]


def _answers_late(row_id: UUID | None) -> list[ToRemind]:
    """The worker, from the day after."""
    found = _asked(row_id, Arrangement.answer_by < today(), Arrangement.answer_by >= today() - TOLD_LATE_FOR)
    return [
        ToRemind(ReminderKind.ANSWER_LATE, one.id, one.answer_by, one.worker_id, one.id)
        for one in (pair.arrangement for pair, _, _ in found)
    ]


def _asked(row_id: UUID | None, *conditions: Any) -> list[tuple[Pair, list[Side], list[UUID]]]:
    """Proposals that are neither paused nor held, with the sides and the people living there who have not answered.

    Nothing early in the morning.
    """
    if now() < local_moment(today(), NOT_BEFORE):
        return []
    found = pairs(Arrangement.stage == Stage.PROPOSED, *_only(Arrangement.id, row_id), *_going_on(), *conditions)
    query = select(Answer).where(
        col(Answer.arrangement_id).in_([pair.arrangement.id for pair in found]),
        Answer.question == Question.MEET,
        col(Answer.member_id).is_(None),
    )
    given = {(answer.arrangement_id, answer.side) for answer in db.session.exec(query)}
    at_home = residents_to_hear_from([pair.arrangement for pair in found])
    waiting = [
        (pair, [side for side in Side if (pair.arrangement.id, side) not in given], at_home[pair.arrangement.id])
        for pair in found
    ]
    return [each for each in waiting if each[1] or each[2]]


def accounts_of(pair: Pair, side: Side) -> Sequence[Account]:
    """Those of one side who can sign in."""
    return accounts_of_person(pair) if side is Side.PERSON else accounts_of_household(pair)


# --- visits ----------------------------------------------------------------------------------------------------------------


def _visits_soon(row_id: UUID | None) -> list[ToRemind]:
    """Both sides, from the morning of the day before until it begins."""
    day_after = local_moment(today() + timedelta(days=2), time())
    query = select(Visit).where(
        Visit.state == VisitState.PLANNED,
        Visit.starts_at > now(),
        Visit.starts_at < day_after,
        *_only(Visit.id, row_id),
    )
    visits = [visit for visit in db.session.exec(query) if now() >= _morning_before(visit)]
    theirs = {
        pair.arrangement.id: pair
        for pair in pairs(col(Arrangement.id).in_([visit.arrangement_id for visit in visits]), *_going_on())
    }
    return [
        ToRemind(ReminderKind.VISIT_SOON, visit.id, local_day(visit.starts_at), account.id, visit.arrangement_id)
        for visit in visits
        if visit.arrangement_id in theirs
        for side in Side
        for account in accounts_of(theirs[visit.arrangement_id], side)
    ]


def _morning_before(visit: Visit) -> datetime:
    return local_moment(local_day(visit.starts_at) - timedelta(days=1), NOT_BEFORE)


# --- the week ahead --------------------------------------------------------------------------------------------------------


def _weeks(account_id: UUID | None) -> list[ToRemind]:
    """Every worker and manager who has not said that they would rather not be; on Monday or, if nothing ran then, later in the week."""
    monday = today() - timedelta(days=today().weekday())
    begins = local_moment(monday, WEEK_BEGINS)
    query = select(Account).where(
        col(Account.role).in_([Role.WORKER, Role.MANAGER]),
        col(Account.active),
        col(Account.no_weekly_mail_since).is_(None),
        Account.created_at < begins,
        *_only(Account.id, account_id),
    )
    return [ToRemind(ReminderKind.WEEK, one.id, monday, one.id) for one in db.session.exec(query) if now() >= begins]


# --- all of them -----------------------------------------------------------------------------------------------------------


def _only(column: Any, row_id: UUID | None) -> list[Any]:
    return [] if row_id is None else [column == row_id]


def _going_on() -> list[Any]:
    """Nobody is hurried on while it is paused or held."""
    paused = col(Arrangement.paused_until)
    return [paused.is_(None) | (paused <= today()), ~held_now()]


FIND: Mapping[ReminderKind, Callable[[UUID | None], list[ToRemind]]] = {
    ReminderKind.ANSWER_SOON: _answers_soon,
    ReminderKind.ANSWER_LATE: _answers_late,
    ReminderKind.VISIT_SOON: _visits_soon,
    ReminderKind.WEEK: _weeks,
}
