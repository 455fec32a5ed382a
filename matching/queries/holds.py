"""Safeguarding holds: what is held, who set it, and who may know what it is about. Everybody else knows only whom to ask."""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, exists
from sqlmodel import col, func, or_, select

from carers.models import Household
from matching.models import Arrangement, HoldReader, SafeguardingHold
from matching.queries.arrangements import Pair
from matching.queries.known import Known, about, column_of
from people.models import Person
from scheme.access import WORKERS
from scheme.database import db
from scheme.models import Account, Role


@dataclass(frozen=True)
class Hold:
    """A hold and who set it: all that everybody at the desk may know of it."""

    row: SafeguardingHold
    set_by: Account

    @property
    def on(self) -> Known:
        """What it is on."""
        return about(self.row.person_id, self.row.household_id, self.row.arrangement_id)

    @property
    def sentence(self) -> str:
        """What is said to everybody at the desk, whoever they are."""
        return f"There is a hold: talk to {self.set_by.name}."


def hold_on(person_id: UUID, household_id: UUID, arrangement_id: UUID | None = None) -> Hold | None:
    """The oldest hold in force on two, whether it is on their arrangement, on the person or on the household.

    Without an arrangement, on any that they have had: what was held and then ended is not begun anew past its hold.
    """
    between = select(Arrangement.id).where(Arrangement.person_id == person_id, Arrangement.household_id == household_id)
    ours = [arrangement_id] if arrangement_id else between
    found = in_force(
        or_(
            SafeguardingHold.person_id == person_id,
            SafeguardingHold.household_id == household_id,
            col(SafeguardingHold.arrangement_id).in_(ours),
        )
    )
    return found[0] if found else None


@dataclass(frozen=True)
class OnHold:
    """Whom nothing new is put forward to, by reference: in force now, and never why."""

    people: frozenset[str]
    households: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    """A person and a household of whose arrangement one is held: they may meet others."""

    def stops(self, person: str, household: str) -> bool:
        """Whether these two may not be put forward to each other."""
        return person in self.people or household in self.households or (person, household) in self.pairs

    def households_beside(self, person: str) -> frozenset[str]:
        """The households that may not be put forward to this person, if anything may be."""
        return self.households | {held for whose, held in self.pairs if whose == person}

    def people_beside(self, household: str) -> frozenset[str]:
        """The people who may not be put forward to this household, if anybody may be."""
        return self.people | {held for held, whose in self.pairs if whose == household}


def on_hold() -> OnHold:
    """Everybody a hold is on, in one query: for suggestions, which leave them out before anybody is refused."""
    person_id = func.coalesce(col(SafeguardingHold.person_id), col(Arrangement.person_id))
    household_id = func.coalesce(col(SafeguardingHold.household_id), col(Arrangement.household_id))
    query = (
        select(Person.reference, Household.reference)
        .select_from(SafeguardingHold)
        .join(Arrangement, col(Arrangement.id) == SafeguardingHold.arrangement_id, isouter=True)
        .join(Person, col(Person.id) == person_id, isouter=True)
        .join(Household, col(Household.id) == household_id, isouter=True)
        .where(col(SafeguardingHold.lifted_at).is_(None))
    )
    found: list[tuple[str | None, str | None]] = list(db.session.exec(query))
    return OnHold(
        people=frozenset(person for person, household in found if person and not household),
        households=frozenset(household for person, household in found if household and not person),
        pairs=frozenset((person, household) for person, household in found if person and household),
    )


def held_now() -> ColumnElement[bool]:
    """Whether an arrangement is held, by whatever hold: a condition on a query of arrangements."""
    on_theirs = or_(
        SafeguardingHold.arrangement_id == Arrangement.id,
        SafeguardingHold.person_id == Arrangement.person_id,
        SafeguardingHold.household_id == Arrangement.household_id,
    )
    return exists().where(col(SafeguardingHold.lifted_at).is_(None), on_theirs)


def on_pair(pair: Pair) -> Hold | None:
    """The hold that stops an arrangement, whatever it is on."""
    return hold_on(pair.person.id, pair.household.id, pair.arrangement.id)


def hold_of(held: Known) -> Hold | None:
    """The hold in force on just this, if any."""
    found = in_force(getattr(SafeguardingHold, column_of(held)) == held.id)
    return found[0] if found else None


def in_force(*conditions: object) -> Sequence[Hold]:
    """Holds that have not been lifted, oldest first, in one query."""
    return _holds(col(SafeguardingHold.lifted_at).is_(None), *conditions)


def hold(hold_id: UUID) -> Hold | None:
    """One hold, lifted or not; nothing when there is none in this scheme."""
    found = _holds(SafeguardingHold.id == hold_id)
    return found[0] if found else None


def _holds(*conditions: object) -> Sequence[Hold]:
    query = select(SafeguardingHold, Account).join(Account, col(Account.id) == SafeguardingHold.by_id)
    query = query.where(*conditions)  # type: ignore[arg-type]
    return [Hold(*row) for row in db.session.exec(query.order_by(col(SafeguardingHold.set_at)))]


def readers_of(row: SafeguardingHold) -> Sequence[Account]:
    """The named accounts that may know what a hold is about, by name."""
    query = select(Account).join(HoldReader, col(HoldReader.account_id) == Account.id)
    return db.session.exec(query.where(HoldReader.hold_id == row.id).order_by(Account.name)).all()


def may_know(account: Account, row: SafeguardingHold) -> bool:
    """Whether this account may read what a hold is about, change it and lift it."""
    return row.id in known_to(account, [row])


def known_to(account: Account, rows: Sequence[SafeguardingHold]) -> Set[UUID]:
    """The holds, of those given, that an account may know: a manager's are all, another's whatever they set or are named for."""
    if account.role not in WORKERS:
        return frozenset()
    if account.role is Role.MANAGER:
        return {row.id for row in rows}
    named = select(HoldReader.hold_id).where(HoldReader.account_id == account.id)
    here = col(HoldReader.hold_id).in_([row.id for row in rows])
    return {row.id for row in rows if row.by_id == account.id} | set(db.session.exec(named.where(here)))
