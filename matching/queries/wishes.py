"""Wishes to meet somebody, as whoever wished and their worker read them."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col, or_, select

from carers.models import Household
from matching.models import Side, WishToMeet
from matching.queries.arrangements import by_id
from people.models import Person
from scheme.database import db


def wish(wish_id: UUID) -> WishToMeet | None:
    """One wish."""
    return db.session.exec(select(WishToMeet).where(WishToMeet.id == wish_id)).first()


def wishes_of(who: Person | Household) -> Sequence[WishToMeet]:
    """What somebody wished for, newest first."""
    mine = WishToMeet.person_id == who.id if isinstance(who, Person) else WishToMeet.household_id == who.id
    return db.session.exec(select(WishToMeet).where(mine).order_by(col(WishToMeet.at).desc())).all()


def open_wishes() -> Sequence[tuple[WishToMeet, Person | Household]]:
    """Every wish nobody has answered yet, with whose it is, those to be answered soonest first."""
    query = select(WishToMeet).where(col(WishToMeet.answered_at).is_(None))
    rows = db.session.exec(query.order_by(col(WishToMeet.answer_by), col(WishToMeet.at))).all()
    whose = by_id(Person, {row.person_id for row in rows}) | by_id(Household, {row.household_id for row in rows})
    return [(row, whose[row.person_id or row.household_id or row.id]) for row in rows]


def open_of(person_id: UUID, household_id: UUID) -> Sequence[WishToMeet]:
    """The open wishes of these two, which what is put forward between them may answer."""
    query = select(WishToMeet).where(
        or_(WishToMeet.person_id == person_id, WishToMeet.household_id == household_id),
        col(WishToMeet.answered_at).is_(None),
    )
    return db.session.exec(query.order_by(col(WishToMeet.at))).all()


def who_began(arrangement_id: UUID) -> Side | None:
    """Which side began an arrangement with a wish; nothing: a worker thought of it."""
    row = db.session.exec(select(WishToMeet).where(WishToMeet.arrangement_id == arrangement_id)).first()
    return row.side if row else None


def whose(row: WishToMeet) -> Person | Household:
    """The person or the household that wished."""
    if row.person_id:
        return db.session.exec(select(Person).where(Person.id == row.person_id)).one()
    return db.session.exec(select(Household).where(Household.id == row.household_id)).one()
