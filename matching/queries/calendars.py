"""Calendar addresses, and what the calendar of an account holds: what is going on with a day of its own, and nothing about anybody."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from carers import queries as carers
from matching.lifecycle import GOING_ON, LIVING_TOGETHER
from matching.models import Arrangement, CalendarAddress, CheckIn, DecisionMeeting, Stay, Visit, VisitState
from matching.queries import arrangements, trials
from matching.queries.arrangements import Pair
from people import queries as people
from scheme import record
from scheme.clock import local_day, today
from scheme.database import db, now, signing_in
from scheme.models import Account, Change, Role

BACK = timedelta(days=60)
"""How long something gone by stays in a calendar (our judgement)."""


def hash_of(token: str) -> str:
    """An address's token as it is kept. Tokens are long and random, so a plain hash is enough."""
    return hashlib.sha256(token.encode()).hexdigest()


def address_of_account(account_id: UUID) -> CalendarAddress | None:
    """The address of an account, if it has one."""
    return db.session.exec(select(CalendarAddress).where(CalendarAddress.account_id == account_id)).first()


def account_at(token: str) -> Account | None:
    """The account whose calendar asks, in any scheme: nothing when the address leads nowhere or the account is closed."""
    with signing_in():
        query = (
            select(Account)
            .join(CalendarAddress, col(CalendarAddress.account_id) == Account.id)
            .where(CalendarAddress.token_hash == hash_of(token), col(Account.active))
        )
        return db.session.exec(query).first()


Row = Visit | Stay | CheckIn | DecisionMeeting


@dataclass(frozen=True)
class Dated:
    """A visit, a stay, or a day on which people talk, and the arrangement it belongs to."""

    pair: Pair
    row: Row
    changes: int = 0
    """How often it was changed since it was planned."""
    called_off: bool = False


def dated_of(account: Account) -> list[Dated]:
    """Everything with a day of an account's own arrangements, what was called off too, from some weeks ago on."""
    since, pairs = local_day(now() - BACK), _own_pairs(account)
    remembered = _remembered({pair.arrangement.id: pair for pair in pairs})
    changed = Counter(change.row_id for _, change, _ in remembered if change.what == "changed")
    found = [Dated(pair, row, _changes(row, changed), _is_off(row)) for pair in pairs for row in _dated(pair)]
    found += [
        Dated(pair, row, _changes(row, changed) + 1, called_off=True)
        for pair, change, was in remembered
        if change.what == "removed" and (row := _as_it_was(change, was)) and last_day(row) >= local_day(change.at)
    ]
    return [one for one in found if last_day(one.row) >= since]


def last_day(row: Row) -> date:
    """The day on which it is over."""
    match row:
        case CheckIn():
            return row.held_on or row.due_on
        case DecisionMeeting():
            return row.on
        case Visit() | Stay():
            return local_day(row.ends_at or row.starts_at)


def _dated(pair: Pair) -> Iterator[Row]:
    yield from arrangements.visits_of(pair.arrangement.id)
    yield from (stay for stay in arrangements.booked_stays(pair) if stay.ends_at)
    if pair.arrangement.stage in LIVING_TOGETHER:
        yield from trials.check_ins_of(pair.arrangement.id)
        yield from trials.meetings_of(pair.arrangement.id)


def _is_off(row: Row) -> bool:
    return isinstance(row, Visit) and row.state is VisitState.CALLED_OFF


def _changes(row: Row, changed: Counter[UUID]) -> int:
    return changed[row.id] if isinstance(row, Stay) else row.version - 1


Remembered = tuple[Pair, Change, record.Values]


def _remembered(pairs: dict[UUID, Pair]) -> list[Remembered]:
    """What became of stays, and which check-ins were taken away: no row of their own says so, the record does."""
    kept_by = [str(model.__tablename__) for model in (Stay, CheckIn)]
    query = select(Change).where(
        col(Change.subject_id).in_(pairs), col(Change.row_kind).in_(kept_by), Change.at >= now() - BACK
    )
    changes = db.session.exec(query.order_by(col(Change.at))).all()
    values = record.values_of_all(changes)
    return [(pairs[change.subject_id], change, was) for change in changes if (was := values[change.id])]


def _as_it_was(change: Change, was: record.Values) -> Stay | CheckIn | None:
    """A stay that was booked by itself, or a check-in, as it stood when it was taken away; nothing for other stays."""

    def before(name: str) -> Any:
        return was.get(name, [None])[0]

    of: dict[str, Any] = {"id": change.row_id, "arrangement_id": change.subject_id}
    if change.row_kind == CheckIn.__tablename__:
        return CheckIn(due_on=date.fromisoformat(before("due_on")), version=before("version"), **of)
    if before("visit_id") or not before("ends_at"):
        return None
    starts_at, ends_at = (datetime.fromisoformat(before(end)) for end in ("starts_at", "ends_at"))
    return Stay(home_id=before("home_id"), starts_at=starts_at, ends_at=ends_at, **of)


def _own_pairs(account: Account) -> Sequence[Pair]:
    """What is going on for whoever asks: their own, those of whom they support today, or those they are the worker of."""
    going_on = col(Arrangement.stage).in_(GOING_ON)
    if account.role in (Role.WORKER, Role.MANAGER):
        return arrangements.pairs(going_on, Arrangement.worker_id == account.id)
    if account.role is Role.CARER:
        household = carers.own_household(account)
        return arrangements.pairs(going_on, Arrangement.household_id == household.id) if household else ()
    own = [own.person.id for own in people.own_people(account) if not own.ended(today())]
    return arrangements.pairs(going_on, col(Arrangement.person_id).in_(own))
