"""Check-ins that are due, and those that did not feel good to somebody: talked about until the next one is held."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta

from sqlmodel import col, select

from matching.felt import talk_about_this
from matching.lifecycle import LIVING_TOGETHER
from matching.models import Arrangement, CheckIn
from matching.queries.due.item import Asked, Item, about_pair, their_pairs
from scheme.clock import today
from scheme.database import db

SOON = timedelta(days=3)
"""How long before its day a check-in is shown (our judgement): early enough to ring and agree a time."""


def check_ins(asked: Asked) -> list[Item]:
    """Check-ins of the next few days and those whose day has gone by; and the last one held, where it felt bad to anybody."""
    theirs = {pair.arrangement.id: pair for pair in their_pairs(asked, col(Arrangement.stage).in_(LIVING_TOGETHER))}
    query = select(CheckIn).where(col(CheckIn.arrangement_id).in_(theirs))
    found = db.session.exec(query.order_by(col(CheckIn.due_on), col(CheckIn.id))).all()
    planned = [
        about_pair(theirs[one.arrangement_id], "Check-in: how is it going?", one.due_on, row_id=one.id)
        for one in found
        if one.held_on is None and one.due_on <= today() + SOON
    ]
    sad = [
        about_pair(
            theirs[one.arrangement_id], "It did not feel good to somebody: talk about it", one.held_on, row_id=one.id
        )
        for one in _last_held(found)
        if talk_about_this([feels for feels in (one.person_feels, one.household_feels) if feels])
    ]
    return [*sad, *planned]


def _last_held(check_ins: Iterable[CheckIn]) -> list[CheckIn]:
    held = defaultdict(list)
    for one in check_ins:
        if one.held_on:
            held[one.arrangement_id].append(one)
    return [max(ones, key=lambda one: (one.held_on or one.due_on, str(one.id))) for ones in held.values()]
