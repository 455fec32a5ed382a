"""Safeguarding holds: setting one, looking at it again, and lifting it. Only those who may know may do the last two."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from sqlmodel import select

from matching.models import HoldReader, LegalBasis, SafeguardingHold
from matching.queries.holds import hold_of, may_know
from matching.queries.known import Known, column_of
from scheme.changing import change
from scheme.clock import today
from scheme.database import db, now
from scheme.errors import Refused
from scheme.models import Account
from scheme.queries import workers


def hold(
    account: Account, held: Known, basis: LegalBasis, words: str, review_on: date, readers: Collection[UUID] = ()
) -> SafeguardingHold:
    """Set a hold on an arrangement, or on all there is and will be of a person or a household: no step forward until it is lifted.

    ``readers`` are accounts that may know what it is about, beside managers and who sets it. Raises ``Refused`` when there is
    one already, or for a review on a day gone by.
    """
    if there := hold_of(held):
        raise Refused(f"{there.sentence} Only one is kept at a time.")
    _refuse_a_day_gone_by(review_on)
    row = SafeguardingHold(basis=basis, review_on=review_on, by_id=account.id)
    setattr(row, column_of(held), held.id)
    row.words = words
    db.session.add(row)
    db.session.flush()
    _name_readers(row, readers)
    return row


def look_again(
    account: Account,
    row: SafeguardingHold,
    basis: LegalBasis,
    words: str,
    review_on: date,
    readers: Collection[UUID],
    version: int | None,
) -> None:
    """It goes on: what is known now, who may know, and when it is looked at again.

    Raises ``Refused`` for somebody who may not know, for a hold that was lifted, and for a day gone by.
    """
    _refuse_unless_theirs(account, row)
    _refuse_a_day_gone_by(review_on)
    change(row, {"basis": basis, "words": words, "review_on": review_on}, version)
    _name_readers(row, readers)


def lift(account: Account, row: SafeguardingHold, words: str) -> None:
    """Lift a hold, and say why. Raises ``Refused`` for somebody who may not know, and when it was lifted before."""
    _refuse_unless_theirs(account, row)
    row.lifted_at, row.lifted_by_id = now(), account.id
    row.lifted_words = words


def _refuse_unless_theirs(account: Account, row: SafeguardingHold) -> None:
    if not may_know(account, row):
        raise Refused("Only a manager, who set it, or somebody they named may do this.")
    if row.lifted_at is not None:
        raise Refused("This hold was lifted before.")


def _refuse_a_day_gone_by(review_on: date) -> None:
    if review_on < today():
        raise Refused("Choose a day that is still to come, so that it is looked at again.", "review_on")


def _name_readers(row: SafeguardingHold, wanted: Collection[UUID]) -> None:
    named = {each.account_id: each for each in db.session.exec(select(HoldReader).where(HoldReader.hold_id == row.id))}
    ours = {each.id for each in workers()}
    for account_id in (set(wanted) & ours) - named.keys():
        db.session.add(HoldReader(hold_id=row.id, account_id=account_id))
    for account_id in named.keys() - set(wanted):
        db.session.delete(named[account_id])
