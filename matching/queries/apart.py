"""Who must be kept apart from whom. Read at the desk alone; what was taken back holds no more."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, func, select

from carers.models import Household
from matching.models import KeepApart
from matching.queries.arrangements import by_id
from people.models import Person
from scheme.database import db
from scheme.models import Account


def keeping_apart(*conditions: object) -> Sequence[KeepApart]:
    """Every keep-apart in force, oldest first."""
    query = select(KeepApart).where(col(KeepApart.taken_back_at).is_(None), *conditions)  # type: ignore[arg-type]
    return db.session.exec(query.order_by(col(KeepApart.written_at), col(KeepApart.id))).all()


def kept_apart(person_id: UUID, household_id: UUID) -> KeepApart | None:
    """What says that these two must not be brought together, if anything does."""
    found = keeping_apart(KeepApart.person_id == person_id, KeepApart.household_id == household_id)
    return found[0] if found else None


@dataclass(frozen=True)
class Written:
    """One keep-apart in force, with everybody it names. ``by`` is nobody where it came from elsewhere."""

    apart: KeepApart
    person: Person
    household: Household
    by: Account | None


def written(*conditions: object) -> list[Written]:
    """What is in force, oldest first, in four statements however much there is: people and households only."""
    rows = keeping_apart(col(KeepApart.household_id).is_not(None), *conditions)
    people = by_id(Person, [row.person_id for row in rows])
    households = by_id(Household, [row.household_id for row in rows])
    accounts = by_id(Account, [row.by_id for row in rows])
    return [
        Written(row, people[row.person_id], households[row.household_id], accounts[row.by_id] if row.by_id else None)
        for row in rows
        if row.household_id
    ]


def person_choices() -> list[tuple[str, str]]:
    """Everybody, by name, for a form to choose from."""
    query = select(Person.id, Person.known_as, Person.reference).order_by(func.lower(Person.known_as), Person.reference)
    return [(str(key), f"{name}, {reference}") for key, name, reference in db.session.exec(query)]


def household_choices() -> list[tuple[str, str]]:
    """Every household, by name, for a form to choose from."""
    query = select(Household.id, Household.name, Household.reference)
    ordered = query.order_by(func.lower(Household.name), Household.reference)
    return [(str(key), f"{name}, {reference}") for key, name, reference in db.session.exec(ordered)]
