"""A person, a household or an arrangement, where a page or a row may be about any of the three."""

from uuid import UUID

from carers.models import Household
from matching.models import Arrangement
from matching.queries.arrangements import titled
from people.models import Person
from scheme.database import db

Known = Arrangement | Person | Household


def column_of(known: Known) -> str:
    """The column of a row that says it is about this."""
    if isinstance(known, Person):
        return "person_id"
    return "household_id" if isinstance(known, Household) else "arrangement_id"


def about(person_id: UUID | None, household_id: UUID | None, arrangement_id: UUID | None) -> Known:
    """What a row is about, of the three it may be about."""
    if person_id:
        return db.session.get_one(Person, person_id)
    if household_id:
        return db.session.get_one(Household, household_id)
    return db.session.get_one(Arrangement, arrangement_id)


def name_of(known: Known) -> str:
    """What the desk calls it."""
    if isinstance(known, Person):
        return known.known_as
    if isinstance(known, Household):
        return known.name
    return titled(db.session.get_one(Person, known.person_id), db.session.get_one(Household, known.household_id))
