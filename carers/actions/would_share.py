"""Somebody would share their home: kept, answered once, made a household of without typing anything twice, and let go."""

from uuid import UUID

from carers.actions.household import add_household
from carers.models import TOLD, AtHomeAgree, Household, HouseholdState, WouldShare, WouldShareOutcome
from scheme import told
from scheme.changing import Answers
from scheme.clock import local_day
from scheme.database import db
from scheme.models import Account


def would_share(at_home: AtHomeAgree, answers: Answers) -> WouldShare:
    """Keep what somebody told us, by the names of ``TOLD``, and thank them. The session is in the scheme they chose.

    Raises ``Refused`` without a way to reach whoever wrote.
    """
    row = WouldShare(at_home=at_home)
    told.keep(row, TOLD, answers, "carers/messages/would_share.txt")
    return row


def answer_no(account: Account, row: WouldShare, words: str) -> None:
    """Not with us for now, and why: read at the desk alone. Raises ``Refused`` when it was answered before."""
    _answered(account, row, WouldShareOutcome.NOT_NOW)
    row.words = words


def begin_household(account: Account, row: WouldShare, name: str) -> Household:
    """Make a household of it, still finding out, in the words they wrote of themselves. Its worker is named by whoever asks for it.

    Raises ``Refused`` when it was answered before, and as ``add_household`` does.
    """
    _answered(account, row, WouldShareOutcome.HOUSEHOLD)
    facts = {"name": name, "email": row.email, "phone": row.phone, "about_us": row.enjoys, "can_share": row.offers}
    household = add_household(facts)
    household.state, household.notes = HouseholdState.ENQUIRING, _as_told(row)
    row.household_id = household.id
    return household


def let_go(row_id: UUID) -> None:
    """Let go of what was written, in the record too, once it was answered long enough ago."""
    told.let_go(db.session.get_one(WouldShare, row_id), TOLD)


def _answered(account: Account, row: WouldShare, outcome: WouldShareOutcome) -> None:
    told.answer(account, row, "carers/messages/would_share_read.txt")
    row.outcome = outcome


def _as_told(row: WouldShare) -> str:
    """What belongs on no page of their own: for the desk's notes."""
    lines = (
        f"Wrote to us on {local_day(row.arrived_at):%-d %B %Y}. {row.at_home.label}.",
        row.lives_with and f"At home: {row.lives_with}",
        row.where and f"Where: {row.where}",
    )
    return "\n".join(filter(None, lines))
