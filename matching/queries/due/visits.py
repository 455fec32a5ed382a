"""Visits and stays of this week, visits nobody has written up, days that are not good for somebody, and what is to be talked about."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from uuid import UUID

from sqlmodel import col, select

from matching.kinds import VISITING_KINDS
from matching.lifecycle import GOING_ON
from matching.models import Arrangement, Feeling, NotGoodDay, Stay, Visit, VisitState
from matching.queries.arrangements import Pair
from matching.queries.due.item import Asked, Item, about_pair, their_pairs
from matching.queries.visits import seen_visits
from scheme.clock import local_day, local_moment, today
from scheme.database import db, now
from scheme.look import and_list, until

A_WEEK = timedelta(days=7)

TO_TALK = timedelta(days=2)
"""Within how long how a visit felt is talked about (our judgement): before the next one is planned."""


def visits(asked: Asked) -> list[Item]:
    """Visits planned for the next seven days, and those gone by that nobody has written up."""
    planned = select(Visit).where(Visit.state == VisitState.PLANNED, Visit.starts_at <= _a_week_from_now())
    found = db.session.exec(planned.order_by(col(Visit.starts_at))).all()
    theirs = _theirs(asked, (visit.arrangement_id for visit in found))
    return [
        about_pair(theirs[visit.arrangement_id], _words(visit), local_day(visit.starts_at), row_id=visit.id)
        for visit in found
        if visit.arrangement_id in theirs
    ]


def _words(visit: Visit) -> str:
    gone_by = local_day(visit.starts_at) < today()
    return f"{visit.kind.label}: did it happen, and how did it feel?" if gone_by else visit.kind.label


def not_good_days(asked: Asked) -> list[Item]:
    """Visits to come whose day is not good for somebody, the soonest first."""
    query = select(Visit).where(
        Visit.state == VisitState.PLANNED, Visit.starts_at > now(), col(Visit.id).in_(select(NotGoodDay.visit_id))
    )
    found = db.session.exec(query.order_by(col(Visit.starts_at))).all()
    theirs = _theirs(asked, (visit.arrangement_id for visit in found))
    return [
        about_pair(
            theirs[one.visit.arrangement_id],
            f"{one.visit.kind.label}: not a good day for {and_list(side.label.lower() for side in one.not_good)}",
            local_day(one.visit.starts_at),
            row_id=one.visit.id,
        )
        for one in seen_visits([visit for visit in found if visit.arrangement_id in theirs])
    ]


def to_talk_about(asked: Asked) -> list[Item]:
    """Visits that did not feel good to somebody, or felt quite different to each, until somebody has talked about it."""
    felt = select(Visit).where(Visit.state == VisitState.HAPPENED, col(Visit.id).in_(select(Feeling.visit_id)))
    theirs = {pair.arrangement.id: pair for pair in their_pairs(asked, col(Arrangement.stage).in_(GOING_ON))}
    of_theirs = felt.where(col(Visit.arrangement_id).in_(theirs)).order_by(col(Visit.starts_at))
    return [
        about_pair(
            theirs[one.visit.arrangement_id],
            f"{one.visit.kind.label}: talk about how it felt",
            local_day(max(feeling.at for feeling in one.felt.values())) + TO_TALK,
            row_id=one.visit.id,
        )
        for one in seen_visits(db.session.exec(of_theirs).all())
        if one.still_to_talk
    ]


def stays(asked: Asked) -> list[Item]:
    """Stays and days under way, and those of the next seven days."""
    query = (
        select(Stay)
        .join(Arrangement, col(Stay.arrangement_id) == Arrangement.id)
        .where(col(Arrangement.kind).in_(VISITING_KINDS), col(Stay.visit_id).is_(None))
        .where(Stay.starts_at <= _a_week_from_now(), col(Stay.ends_at) > now())
    )
    found = db.session.exec(query.order_by(col(Stay.starts_at))).all()
    theirs = _theirs(asked, (stay.arrangement_id for stay in found))
    return [
        about_pair(theirs[stay.arrangement_id], until(stay.starts_at, stay.ends_at), None, row_id=stay.id)
        for stay in found
        if stay.arrangement_id in theirs and stay.ends_at
    ]


def _a_week_from_now() -> datetime:
    return local_moment(today() + A_WEEK, time.max)


def _theirs(asked: Asked, ids: Iterable[UUID]) -> dict[UUID, Pair]:
    return {pair.arrangement.id: pair for pair in their_pairs(asked, col(Arrangement.id).in_(list(ids)))}
