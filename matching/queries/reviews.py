"""Reviews: what was said each time, what was asked for, and when the next is."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlmodel import col, select

from matching.models import Arrangement, Review, ReviewRequest, Side
from matching.rhythms import Rhythm
from scheme.clock import local_day, today
from scheme.database import db
from scheme.queries import our_scheme


def reviews_of(arrangement_id: UUID) -> Sequence[Review]:
    """Every time it was looked at, newest first."""
    query = select(Review).where(Review.arrangement_id == arrangement_id)
    return db.session.exec(query.order_by(col(Review.on).desc(), col(Review.at).desc())).all()


def requests_open(arrangement_id: UUID) -> Sequence[ReviewRequest]:
    """Who would like to talk about it and has not yet."""
    query = select(ReviewRequest).where(
        ReviewRequest.arrangement_id == arrangement_id, col(ReviewRequest.review_id).is_(None)
    )
    return db.session.exec(query.order_by(col(ReviewRequest.asked_at))).all()


def asked_by(arrangement_id: UUID, side: Side) -> ReviewRequest | None:
    """What one side has asked for and waits for."""
    return next((one for one in requests_open(arrangement_id) if one.side is side), None)


def next_review_on(arrangement: Arrangement, last: date | None) -> date:
    """By when it is looked at next, by the rhythm of its kind (``scheme/numbers.py``, with its source)."""
    started = arrangement.trial_starts_on or arrangement.long_term_from or local_day(arrangement.stage_since)
    return rhythm_of(arrangement).next_after(started, last)


def rhythm_of(arrangement: Arrangement) -> Rhythm:
    """How often arrangements of this kind are looked at here."""
    return Rhythm.of(our_scheme(), arrangement.kind)


def gone_by(arrangement: Arrangement) -> bool:
    """Whether its day has gone by."""
    return arrangement.review_on is not None and arrangement.review_on < today()
