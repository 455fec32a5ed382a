"""Who has not been told yet that something does not go ahead, or has ended."""

from datetime import timedelta
from uuid import UUID

from sqlmodel import col, func, select

from matching.lifecycle import EndingReason, Stage
from matching.models import Arrangement, Side, TakenStep, ToldMark
from matching.queries.arrangements import Pair
from matching.queries.due.item import Asked, Item, about_pair, their_pairs
from scheme.clock import local_day
from scheme.database import db

DAYS_TO_TELL = timedelta(days=2)
"""Within how long somebody is told (our judgement): soon enough that they hear it from us first."""


def not_told(asked: Asked) -> list[Item]:
    """Where somebody has not been told that it does not go ahead, or has ended, those waiting longest first."""
    told = select(func.count()).where(ToldMark.arrangement_id == Arrangement.id).scalar_subquery()
    over = their_pairs(asked, col(Arrangement.stage).in_([Stage.DECLINED, Stage.ENDED]), told < len(Side))
    ids = [pair.arrangement.id for pair in over]
    marks = {
        (m.arrangement_id, m.side)
        for m in db.session.exec(select(ToldMark).where(col(ToldMark.arrangement_id).in_(ids)))
    }
    died = set(db.session.exec(select(TakenStep.arrangement_id).where(TakenStep.reason == EndingReason.DIED.value)))
    return [
        about_pair(pair, _words(pair, marks), local_day(pair.arrangement.stage_since) + DAYS_TO_TELL)
        for pair in sorted(over, key=lambda pair: pair.arrangement.stage_since)
        if pair.arrangement.id not in died
    ]


def _words(pair: Pair, marks: set[tuple[UUID, Side]]) -> str:
    left = [pair.name_of(side) for side in Side if (pair.arrangement.id, side) not in marks]
    return f"{pair.arrangement.stage.label}: tell {' and '.join(left)}"
