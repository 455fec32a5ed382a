"""Putting off something that is due, with a reason, until a day; and fetching it back."""

from datetime import date, timedelta
from uuid import UUID

from matching.models import PutOff
from matching.queries.due import Asked, one_item
from scheme.clock import today
from scheme.database import db, now
from scheme.errors import Refused
from scheme.forms.dates import in_words
from scheme.models import Account
from scheme.queries import our_scheme


def put_off(account: Account, rule: str, row_id: UUID, until: date, why: str) -> PutOff:
    """Let what is due by this rule about this row wait until a day.

    Raises ``Refused`` for a day gone by, too far off or beyond what may wait, when it is not due any more, and for others to decide.
    """
    scheme = our_scheme()
    item = one_item(Asked(scheme, account, None), rule, row_id)
    if item is None:
        raise Refused("This is not due any more.")
    if item.for_others:
        raise Refused(item.for_others)
    if not item.may_wait(today()):
        raise Refused("This cannot be put off any more.")
    if until <= today():
        raise Refused("Choose a day that is still to come.", "until")
    if item.not_beyond and until > item.not_beyond:
        raise Refused(f"This cannot wait beyond {in_words(item.not_beyond)}.", "until")
    most = scheme.number("put_off_days")
    if until > today() + timedelta(days=most):
        raise Refused(f"Choose a day within {most} days.", "until")
    kind, subject_id = item.subject
    row = PutOff(rule=rule, row_id=row_id, subject_kind=kind, subject_id=subject_id, until=until, by_id=account.id)
    row.why = why
    db.session.add(row)
    return row


def fetch_back(row: PutOff) -> None:
    """It waits no longer. Once is enough: fetching it back again changes nothing."""
    row.back_at = row.back_at or now()
