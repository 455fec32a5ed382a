"""Calendar addresses, and what the calendar of an account holds: visits and stays of what is going on, and nothing about anybody."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlmodel import col, select

from carers import queries as carers
from matching.lifecycle import GOING_ON
from matching.models import Arrangement, CalendarAddress, Stay, Visit
from matching.queries import arrangements
from matching.queries.arrangements import Pair
from people import queries as people
from scheme.clock import today
from scheme.database import db, now, signing_in
from scheme.models import Account, Role

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


@dataclass(frozen=True)
class Dated:
    """A visit or a stay, and the arrangement it belongs to."""

    pair: Pair
    row: Visit | Stay


def dated_of(account: Account) -> list[Dated]:
    """Every visit and booked stay of an account's own arrangements, those called off too, from some weeks ago on."""
    since = now() - BACK
    return [
        Dated(pair, row)
        for pair in _own_pairs(account)
        for row in _dated(pair)
        if (row.ends_at or row.starts_at) >= since
    ]


def _dated(pair: Pair) -> Iterator[Visit | Stay]:
    yield from arrangements.visits_of(pair.arrangement.id)
    yield from (stay for stay in arrangements.booked_stays(pair) if stay.ends_at)


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
