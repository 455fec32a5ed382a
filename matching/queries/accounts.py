"""Who is written to about an arrangement: those of its two sides who can sign in."""

from collections.abc import Collection
from uuid import UUID

from sqlmodel import col, select

from carers.models import Member
from matching.queries.arrangements import Pair
from people.models import PersonAccount
from scheme.clock import today
from scheme.database import db
from scheme.models import Account


def accounts_of_household(pair: Pair) -> list[Account]:
    """The carers' own accounts."""
    query = (
        select(Account)
        .join(Member, col(Member.account_id) == Account.id)
        .where(Member.household_id == pair.household.id, col(Member.left_on).is_(None), col(Account.active))
    )
    return list(db.session.exec(query))


def accounts_of_person(pair: Pair) -> list[Account]:
    """The person's own account, and those of supporters whose authority still runs."""
    return accounts_of_people([pair.person.id])


def accounts_of_people(person_ids: Collection[UUID]) -> list[Account]:
    """The same for several, the two sides' or whoever lives there."""
    if not person_ids:
        return []
    query = (
        select(Account)
        .join(PersonAccount, col(PersonAccount.account_id) == Account.id)
        .where(
            col(PersonAccount.person_id).in_(person_ids),
            col(PersonAccount.expires_on).is_(None) | (col(PersonAccount.expires_on) >= today()),
            col(Account.active),
        )
    )
    return list(db.session.exec(query))
