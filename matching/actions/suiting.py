"""A day that is not good for one side: said with one button, taken back with one, and told to the worker alone."""

from matching.actions.telling import ask_worker_to_look
from matching.models import NotGoodDay, Side, Visit, VisitState
from matching.queries import arrangements, visits
from scheme.database import db, now
from scheme.errors import Refused
from scheme.models import Account

TOLD_ALREADY = "Your worker knows already. They will talk with you."


def not_good(account: Account, pair: arrangements.Pair, visit: Visit, side: Side) -> NotGoodDay:
    """Say that the day of a visit is not good for one side. The visit stays as it is until the worker moves it.

    Raises ``Refused`` when it is over or called off, or when that was said before.
    """
    if visit.state is not VisitState.PLANNED or visit.starts_at <= now():
        raise Refused("This visit is not to come any more.")
    if visits.not_good_day(visit.id, side):
        raise Refused(TOLD_ALREADY)
    said = NotGoodDay(arrangement_id=visit.arrangement_id, visit_id=visit.id, side=side, by_id=account.id)
    db.session.add(said)
    ask_worker_to_look(pair, "The day of a visit is not good for one side. Please talk with them.")
    return said


def good_after_all(visit: Visit, side: Side) -> None:
    """The day is good after all. Raises ``Refused`` when nobody said otherwise."""
    said = visits.not_good_day(visit.id, side)
    if said is None:
        raise Refused("We did not know of a day that is not good for you.")
    db.session.delete(said)
