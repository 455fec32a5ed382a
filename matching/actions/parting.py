"""Keeping two apart who must not be brought together, and taking that back. Known at the desk alone."""

from carers.models import Household
from matching.models import KeepApart
from matching.queries.apart import kept_apart, two_people_apart
from people.models import Person
from scheme.database import db, now
from scheme.errors import Refused
from scheme.models import Account, Role


def keep_apart(account: Account, person: Person, other: Household | Person, words: str) -> KeepApart:
    """Write down that these two must be kept apart, and why. No step brings them nearer from then on.

    Two people are kept out of a home that the other lives or stays in. Raises ``Refused`` when it is written down already,
    or for somebody and themselves.
    """
    if other.id == person.id:
        raise Refused("Please choose somebody else.", "other")
    of_two = two_people_apart if isinstance(other, Person) else kept_apart
    if of_two(person.id, other.id):
        raise Refused("This is written down already.")
    apart = KeepApart(person_id=person.id, by_id=account.id)
    if isinstance(other, Person):
        apart.other_person_id = other.id
    else:
        apart.household_id = other.id
    apart.words = words
    db.session.add(apart)
    return apart


def end_keeping_apart(account: Account, apart: KeepApart, words: str) -> None:
    """These two need not be kept apart any more, and why. What was written stays in the record.

    Raises ``Refused`` for anybody but a manager, and when it was taken back before.
    """
    if account.role is not Role.MANAGER:
        raise Refused("Only a manager may take this back.")
    if apart.taken_back_at is not None:
        raise Refused("This was taken back before.")
    apart.taken_back_at, apart.taken_back_by_id = now(), account.id
    apart.taken_back_words = words
