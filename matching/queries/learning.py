"""What became of everybody who was put forward, for learning: four statements however many there are.

What people wrote stays sealed, and nobody's profile is read: only what proposals kept, and the answers, faces and endings since.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from statistics import fmean
from uuid import UUID

from sqlmodel import col, select

from matching.compatibility.learning_evidence import Outcome, Said, kept_sides
from matching.lifecycle import EndingReason, Stage
from matching.models import Answer, AnswerWord, Arrangement, Feeling, Feels, Question, Side, TakenStep
from scheme.database import db
from scheme.kinds import INTERIM_KINDS, ArrangementKind

NOT_LEARNED_FROM = INTERIM_KINDS | {ArrangementKind.KINSHIP}
"""Said in a crisis, or of somebody they have always known: it tells little of how strangers come to get on (our judgement)."""

FACES: Mapping[Feels, float] = {
    Feels.VERY_HAPPY: 2,
    Feels.HAPPY: 1,
    Feels.NOT_SURE: 0,
    Feels.SAD: -1,
    Feels.VERY_SAD: -2,
}

YES_OR_NO = {AnswerWord.YES: True, AnswerWord.NO: False}
"""Not sure and talk to someone are neither."""

CHOSEN_BY: Mapping[str, frozenset[Side]] = {
    EndingReason.NOT_GETTING_ON: frozenset(Side),
    EndingReason.PERSON_CHOSE: frozenset({Side.PERSON}),
    EndingReason.HOUSEHOLD_CHOSE: frozenset({Side.HOUSEHOLD}),
}
"""Whose wish it was that it ended. Other endings (money, moving on, dying) say nothing of how the two got on."""

Sides = tuple[UUID, Side]


def outcomes() -> Sequence[Outcome]:
    """Every pair that was put forward and kept an explanation, oldest first."""
    query = select(Arrangement.id, Arrangement.household_id, Arrangement.frozen).where(
        col(Arrangement.kind).not_in(NOT_LEARNED_FROM)
    )
    rows = db.session.exec(query.order_by(col(Arrangement.proposed_at), col(Arrangement.id))).all()
    said = _said()
    found = ((id_, household_id, kept_sides(frozen)) for id_, household_id, frozen in rows)
    return [
        Outcome(str(household_id), *kept, said[id_, Side.PERSON], said[id_, Side.HOUSEHOLD])
        for id_, household_id, kept in found
        if kept
    ]


def _said() -> Mapping[Sides, Said]:
    met, lived, felt, later = _answers(Question.MEET), _answers(Question.LIVE), _felt(), _afterwards()
    everything = {*met, *lived, *felt, *later}
    found = {one: Said(met.get(one), felt.get(one), (lived | later).get(one)) for one in everything}
    return defaultdict(Said, found)


def _answers(question: Question) -> dict[Sides, bool]:
    """What each side as a whole answered."""
    query = select(Answer).where(
        Answer.question == question, col(Answer.member_id).is_(None), col(Answer.answer).in_(YES_OR_NO)
    )
    return {(given.arrangement_id, given.side): YES_OR_NO[given.answer] for given in db.session.exec(query)}


def _felt() -> dict[Sides, float]:
    """How visits felt to each side, on average."""
    felt: defaultdict[Sides, list[float]] = defaultdict(list)
    for feeling in db.session.exec(select(Feeling)):
        felt[feeling.arrangement_id, feeling.side].append(FACES[feeling.feels])
    return {one: fmean(faces) for one, faces in felt.items()}


def _afterwards() -> dict[Sides, bool]:
    """Whether each side went on after trying it out: it became long-term, or ended, and by whose wish."""
    query = select(TakenStep.arrangement_id, TakenStep.target, TakenStep.reason).where(
        col(TakenStep.target).in_([Stage.LONG_TERM, Stage.ENDED])
    )
    later: dict[Sides, bool] = {}
    for id_, target, reason in db.session.exec(query.order_by(col(TakenStep.at), col(TakenStep.id))):
        sides = Side if target is Stage.LONG_TERM else CHOSEN_BY.get(reason or "", ())
        later |= {(id_, side): target is Stage.LONG_TERM for side in sides}
    return later
