"""Who is waiting for an answer, and who waits although something else is going ahead."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col, select

from matching.kinds import VISITING_KINDS
from matching.lifecycle import Stage
from matching.models import Answer, Arrangement, Question, Side
from matching.queries.due.item import Asked, Item, about_pair, their_pairs
from scheme.clock import today
from scheme.database import db


def unanswered(asked: Asked) -> list[Item]:
    """Proposals still waiting for an answer, those asked longest ago first."""
    waiting = sorted(
        their_pairs(asked, Arrangement.stage == Stage.PROPOSED), key=lambda pair: pair.arrangement.answer_by
    )
    given = _sides_that_answered([pair.arrangement.id for pair in waiting])
    items = []
    for pair in waiting:
        missing = [side.label.lower() for side in Side if (pair.arrangement.id, side) not in given]
        gone_by = pair.arrangement.answer_by < today()
        items.append(about_pair(pair, _words(missing, gone_by=gone_by), pair.arrangement.answer_by))
    return items


def _words(missing: Sequence[str], *, gone_by: bool) -> str:
    if not missing:
        return "Both have answered: take the next step"
    who = " and ".join(missing)
    return f"No answer from {who}: talk with them" if gone_by else f"Waiting for {who}"


def _sides_that_answered(ids: Sequence[UUID]) -> set[tuple[UUID, Side]]:
    query = select(Answer).where(
        col(Answer.arrangement_id).in_(ids), Answer.question == Question.MEET, col(Answer.member_id).is_(None)
    )
    return {(answer.arrangement_id, answer.side) for answer in db.session.exec(query)}


def others_going_ahead(asked: Asked) -> list[Item]:
    """Introductions of somebody who is trying it out, or has settled, elsewhere: nobody is left waiting without a word."""
    elsewhere = select(Arrangement.person_id).where(
        col(Arrangement.stage).in_([Stage.TRIAL, Stage.LONG_TERM]), col(Arrangement.kind).not_in(VISITING_KINDS)
    )
    waiting = their_pairs(
        asked,
        col(Arrangement.stage).in_([Stage.PROPOSED, Stage.INTRODUCTION]),
        col(Arrangement.person_id).in_(elsewhere),
    )
    return [
        about_pair(pair, "Something else is going ahead: tell them, or say why this goes on too", None)
        for pair in waiting
    ]
