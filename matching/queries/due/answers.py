"""Who is waiting for an answer, and who waits although something else is going ahead."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col, select

from carers.models import Member, MemberKind
from matching.kinds import VISITING_KINDS
from matching.lifecycle import Stage
from matching.models import Answer, Arrangement, Question, ResidentAnswer, Side, Stay
from matching.queries.arrangements import Pair
from matching.queries.due.item import Asked, Item, about_pair, their_pairs
from scheme.clock import today
from scheme.database import db, now


def unanswered(asked: Asked) -> list[Item]:
    """Proposals still waiting for an answer, those asked longest ago first."""
    waiting = sorted(
        their_pairs(asked, Arrangement.stage == Stage.PROPOSED), key=lambda pair: pair.arrangement.answer_by
    )
    ids = [pair.arrangement.id for pair in waiting]
    given, said = _sides_that_answered(ids), _said_at_home(ids)
    at_home = _asked_at_home(waiting)
    items = []
    for pair in waiting:
        missing = [side.label.lower() for side in Side if (pair.arrangement.id, side) not in given]
        if not missing and any((pair.arrangement.id, one) not in said for one in at_home[pair.arrangement.id]):
            missing = ["others in the home"]
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


def _asked_at_home(waiting: Sequence[Pair]) -> dict[UUID, set[UUID]]:
    """Who else at home is asked about each: everybody grown up or supported there, and who moved in through an arrangement."""
    households, homes = {pair.household.id for pair in waiting}, {pair.arrangement.home_id for pair in waiting}
    members = select(Member.household_id, Member.id).where(
        col(Member.household_id).in_(households), Member.kind != MemberKind.CHILD, col(Member.left_on).is_(None)
    )
    living = (
        select(Stay.home_id, Arrangement.person_id)
        .join(Arrangement, col(Stay.arrangement_id) == Arrangement.id)
        .where(col(Stay.home_id).in_(homes - {None}), Stay.starts_at <= now(), col(Stay.ends_at).is_(None))
    )
    there: dict[UUID, set[UUID]] = defaultdict(set)
    for place, who in [*db.session.exec(members), *db.session.exec(living)]:
        there[place].add(who)
    return {
        pair.arrangement.id: (there[pair.household.id] | there[pair.arrangement.home_id or pair.household.id])
        - {pair.person.id}
        for pair in waiting
    }


def _said_at_home(ids: Sequence[UUID]) -> set[tuple[UUID, UUID | None]]:
    """What they have answered: of which arrangement, and who."""
    of_members = select(Answer.arrangement_id, Answer.member_id).where(
        col(Answer.arrangement_id).in_(ids), Answer.question == Question.MEET
    )
    of_residents = select(ResidentAnswer.arrangement_id, ResidentAnswer.person_id).where(
        col(ResidentAnswer.arrangement_id).in_(ids)
    )
    return {*db.session.exec(of_members), *db.session.exec(of_residents)}


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
