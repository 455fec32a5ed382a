"""Who must be kept apart from whom. Read at the desk alone; what was taken back holds no more."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import and_, col, func, or_, select

from carers.models import Household
from matching.lifecycle import LIVING_TOGETHER
from matching.models import Arrangement, KeepApart
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


def kept_apart_there(person_id: UUID, household_id: UUID) -> KeepApart | None:
    """What says that a person must not be brought together with somebody who lives or stays in this household, if anything does."""
    there = select(Arrangement.person_id).where(
        Arrangement.household_id == household_id, col(Arrangement.stage).in_(LIVING_TOGETHER)
    )
    found = keeping_apart(
        or_(
            and_(KeepApart.person_id == person_id, col(KeepApart.other_person_id).in_(there)),
            and_(KeepApart.other_person_id == person_id, col(KeepApart.person_id).in_(there)),
        )
    )
    return found[0] if found else None


def two_people_apart(one_id: UUID, other_id: UUID) -> KeepApart | None:
    """What says that these two people must not be brought together, whichever of them it was written from."""
    found = keeping_apart(about_person(one_id), about_person(other_id), col(KeepApart.other_person_id).is_not(None))
    return found[0] if found else None


def about_person(person_id: UUID) -> ColumnElement[bool]:
    """Every keep-apart that names this person, on either side."""
    return or_(KeepApart.person_id == person_id, KeepApart.other_person_id == person_id)


@dataclass(frozen=True)
class Written:
    """One keep-apart in force, with both it names. ``by`` is nobody where it came from elsewhere."""

    apart: KeepApart
    person: Person
    other: Household | Person
    by: Account | None

    @property
    def other_name(self) -> str:
        """From whom, as the desk calls them."""
        return self.other.known_as if isinstance(self.other, Person) else self.other.name


def written(*conditions: object) -> list[Written]:
    """What is in force, oldest first, in four statements however much there is."""
    rows = keeping_apart(*conditions)
    people = by_id(Person, [each for row in rows for each in (row.person_id, row.other_person_id)])
    others = people | by_id(Household, [row.household_id for row in rows])
    accounts = by_id(Account, [row.by_id for row in rows])
    return [
        Written(row, people[row.person_id], others[other_id], accounts[row.by_id] if row.by_id else None)
        for row in rows
        if (other_id := row.household_id or row.other_person_id)
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
