"""Safeguarding holds to look at again, and needs that were let pass for now."""

from datetime import timedelta

from sqlmodel import col, select

from matching.lifecycle import GOING_ON, Need
from matching.models import Arrangement, SafeguardingHold, Waiver
from matching.queries.due.item import Asked, Item, about_pair, their_pairs
from scheme.clock import today
from scheme.database import db

A_WEEK = timedelta(days=7)


def holds(asked: Asked) -> list[Item]:
    """Safeguarding holds to be looked at again within a week; once the day has come it cannot be put off. Never why there is one."""
    query = select(SafeguardingHold).where(
        col(SafeguardingHold.lifted_at).is_(None), SafeguardingHold.review_on <= today() + A_WEEK
    )
    found = db.session.exec(query.order_by(col(SafeguardingHold.review_on))).all()
    theirs = {
        pair.arrangement.id: pair
        for pair in their_pairs(asked, col(Arrangement.id).in_([hold.arrangement_id for hold in found]))
    }
    return [
        about_pair(
            theirs[hold.arrangement_id],
            "Safeguarding hold: look at it again",
            hold.review_on,
            row_id=hold.id,
            not_beyond=hold.review_on,
        )
        for hold in found
        if hold.arrangement_id in theirs
    ]


def waivers(asked: Asked) -> list[Item]:
    """Needs let pass whose last day comes within a week, or went by within the last, while nothing else was done about them."""
    query = select(Waiver).where(Waiver.expires_on <= today() + A_WEEK, Waiver.expires_on >= today() - A_WEEK)
    found = db.session.exec(query.order_by(col(Waiver.expires_on))).all()
    theirs = {
        pair.arrangement.id: pair
        for pair in their_pairs(
            asked,
            col(Arrangement.id).in_([waiver.arrangement_id for waiver in found]),
            col(Arrangement.stage).in_(GOING_ON),
        )
    }
    return [
        about_pair(theirs[waiver.arrangement_id], _waiver_words(waiver), waiver.expires_on, row_id=waiver.id)
        for waiver in found
        if waiver.arrangement_id in theirs
    ]


def _waiver_words(waiver: Waiver) -> str:
    need = Need.read(waiver.need)
    return f"Let pass for now: “{need.label if need else waiver.need}”"
