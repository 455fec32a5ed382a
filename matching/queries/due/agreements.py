"""Papers that wait for a signature, licences to make new, and who asked to talk about how it is going."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlmodel import col, select

from matching.lifecycle import LIVING_TOGETHER
from matching.models import Agreement, Arrangement, ReviewRequest
from matching.queries.due.item import Asked, Item, about_pair, their_pairs
from scheme.clock import local_day, today
from scheme.database import db

TO_SIGN = timedelta(days=14)
"""Within how long everybody has signed (our judgement)."""

BEFORE_RENEWAL = timedelta(days=30)
"""How long before a licence is made new the worker is told (our judgement)."""

TO_TALK = timedelta(days=14)


def papers(asked: Asked) -> list[Item]:
    """Papers asked about that somebody has still to sign, and licences to be made new within a month: of the newest of each only."""
    query = select(Agreement).where(col(Agreement.asked_at).is_not(None)).order_by(col(Agreement.number))
    newest = {paper.arrangement_id: paper for paper in db.session.exec(query)}
    theirs = _theirs(asked, list(newest))
    items = []
    for arrangement_id, pair in theirs.items():
        paper = newest[arrangement_id]
        if paper.signed_at is None and paper.asked_at:
            by = local_day(paper.asked_at) + TO_SIGN
            items.append(about_pair(pair, "The agreement: somebody has still to sign", by, row_id=paper.id))
        elif paper.renew_on and paper.renew_on - BEFORE_RENEWAL <= today():
            items.append(about_pair(pair, "The licence: make it new together", paper.renew_on, row_id=paper.id))
    return sorted(items, key=lambda item: item.by or today())


def asked_to_talk(asked: Asked) -> list[Item]:
    """Who would like to talk about how it is going, whoever asked first first."""
    query = select(ReviewRequest).where(col(ReviewRequest.review_id).is_(None)).order_by(col(ReviewRequest.asked_at))
    waiting = db.session.exec(query).all()
    theirs = _theirs(asked, [one.arrangement_id for one in waiting])
    return [
        about_pair(
            theirs[one.arrangement_id],
            f"{one.side.label} would like to talk about how it is going",
            local_day(one.asked_at) + TO_TALK,
            row_id=one.id,
        )
        for one in waiting
        if one.arrangement_id in theirs
    ]


def _theirs(asked: Asked, ids: Sequence[Any]) -> dict[Any, Any]:
    pairs = their_pairs(asked, col(Arrangement.id).in_(ids), col(Arrangement.stage).in_(LIVING_TOGETHER))
    return {pair.arrangement.id: pair for pair in pairs}
