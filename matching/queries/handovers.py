"""Who works with whom, and every change of worker that is under way or that somebody has still to hear of."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlmodel import col, func, or_, select

from carers.models import Household, HouseholdState
from matching.lifecycle import GOING_ON
from matching.models import Arrangement, Handover
from matching.queries.known import Known, about, column_of, name_of
from people.models import Person, PersonState
from scheme.access import WORKERS
from scheme.database import db
from scheme.models import Account
from scheme.queries import our_scheme, workers

CEILINGS = {Person: "people_for_one_worker", Household: "households_for_one_worker"}
"""The scheme's number of how many one worker is named for. Arrangements are those of people and households already counted."""


@dataclass(frozen=True)
class Change:
    """A change of worker, with both workers. ``left`` is nobody where there was none."""

    row: Handover
    comes: Account
    leaves: Account | None

    @property
    def known(self) -> Known:
        """Whom it is about."""
        return about(self.row.person_id, self.row.household_id, self.row.arrangement_id)

    @property
    def name(self) -> str:
        """What the desk calls them."""
        return name_of(self.known)


def worker_id_of(known: Known) -> UUID | None:
    """Whose they are now."""
    return known.worker_id if isinstance(known, Arrangement) else known.named_worker_id


def under_way(known: Known) -> Change | None:
    """The change of worker that is planned for them, if any."""
    found = changes(getattr(Handover, column_of(known)) == known.id, col(Handover.done_at).is_(None), STILL)
    return found[0] if found else None


def still_to_tell(known: Known) -> Change | None:
    """A change that was made at once, of which they have still to hear."""
    found = changes(getattr(Handover, column_of(known)) == known.id, NOT_TOLD)
    return found[0] if found else None


STILL = col(Handover.called_off_at).is_(None)
NOT_TOLD = (
    col(Handover.done_at).is_not(None) & col(Handover.from_id).is_not(None) & col(Handover.told_on).is_(None) & STILL
)
"""It is the new worker already, and nobody has said so to whom it is about."""


def changes(*conditions: Any) -> Sequence[Change]:
    """Changes of worker, newest first, in two queries."""
    rows = db.session.exec(select(Handover).where(*conditions).order_by(col(Handover.planned_at).desc())).all()
    ids = {each for row in rows for each in (row.from_id, row.to_id) if each}
    workers = {each.id: each for each in db.session.exec(select(Account).where(col(Account.id).in_(ids)))}
    return [Change(row, workers[row.to_id], workers[row.from_id] if row.from_id else None) for row in rows]


def handover(handover_id: UUID) -> Change | None:
    """One of them; nothing when there is none in this scheme."""
    found = changes(Handover.id == handover_id)
    return found[0] if found else None


def history(known: Known) -> Sequence[Change]:
    """Every change of worker they have had, newest first."""
    return changes(getattr(Handover, column_of(known)) == known.id)


# --- how many one worker knows ---------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Knows:
    """One worker, and how many they are named for."""

    worker: Account
    people: int
    households: int
    arrangements: int


@dataclass(frozen=True)
class Everybody:
    """Who works with whom: each worker with their counts, the scheme's ceilings, and whom somebody has left without anybody."""

    workers: Sequence[Knows]
    people_at_most: int
    households_at_most: int
    left_alone: Sequence[tuple[Account, Sequence[Known]]]
    """Workers whose account is closed, each with those who still have only them."""
    without: int
    """People who never had a named worker."""


PEOPLE_HERE = Person.state != PersonState.LEFT
HOUSEHOLDS_HERE = Household.state != HouseholdState.LEFT


def knows(worker: Account, of: type[Person] | type[Household]) -> int:
    """How many people, or households, one worker is named for."""
    here = PEOPLE_HERE if of is Person else HOUSEHOLDS_HERE
    return db.session.exec(select(func.count(col(of.id))).where(of.named_worker_id == worker.id, here)).one()


def ceiling(of: type[Person] | type[Household]) -> int:
    """As many as this scheme plans for one worker."""
    return our_scheme().number(CEILINGS[of])


def who_works_with_whom() -> Everybody:
    """Everybody who works here and whom they know, in as many statements however many there are."""
    accounts = db.session.exec(
        select(Account).where(or_(col(Account.role).in_(WORKERS))).order_by(func.lower(Account.name))
    ).all()
    people, households = named_for(Person), named_for(Household)
    ways = _counted(col(Arrangement.worker_id), col(Arrangement.stage).in_(GOING_ON))
    lines = [Knows(each, people[each.id], households[each.id], ways[each.id]) for each in accounts]
    gone = [
        line.worker
        for line in lines
        if not line.worker.active and (line.people or line.households or line.arrangements)
    ]
    return Everybody(
        workers=[line for line in lines if line.worker.active],
        people_at_most=ceiling(Person),
        households_at_most=ceiling(Household),
        left_alone=[(each, _known_by(each)) for each in gone],
        without=people[None],
    )


def named_for(of: type[Person] | type[Household]) -> Counter[UUID | None]:
    """How many people, or households, each worker is named for, in one statement; under nothing, those without anybody."""
    return _counted(col(of.named_worker_id), PEOPLE_HERE if of is Person else HOUSEHOLDS_HERE)


def above_ceiling() -> list[str]:
    """A sentence for each worker who is named for more than the scheme plans for one."""
    return [
        f"{each.name} is named for {found[each.id]} {them}. This scheme plans {ceiling(of)} for one worker."
        for of, them in ((Person, "people"), (Household, "households"))
        for found in [named_for(of)]
        for each in workers()
        if found[each.id] > ceiling(of)
    ]


def _counted(column: Any, condition: Any) -> Counter[UUID | None]:
    return Counter(dict(db.session.exec(select(column, func.count()).where(condition).group_by(column)).all()))


def _known_by(worker: Account) -> list[Known]:
    people = select(Person).where(Person.named_worker_id == worker.id, PEOPLE_HERE).order_by(Person.reference)
    households = select(Household).where(Household.named_worker_id == worker.id, HOUSEHOLDS_HERE)
    ways = select(Arrangement).where(Arrangement.worker_id == worker.id, col(Arrangement.stage).in_(GOING_ON))
    return [
        *db.session.exec(people),
        *db.session.exec(households.order_by(Household.reference)),
        *db.session.exec(ways.order_by(Arrangement.reference)),
    ]
