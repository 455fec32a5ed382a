"""Endings as the desk and the two sides read them."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, and_, or_
from sqlmodel import col, select

from matching.lifecycle import NOT_AGAIN_SOON, NOTHING_IS_ASKED_AFTER, EndingReason, Stage
from matching.models import Arrangement, Ending, KeepInTouch, LooksBack, Reflection, Side, TakenStep
from matching.queries.apart import kept_apart
from matching.queries.arrangements import Pair, told_mark
from matching.queries.holds import on_pair
from scheme.database import db


def ending_of(arrangement: Arrangement) -> Ending | None:
    """Notice, moving plan and who decided, once any of it is written down."""
    return db.session.exec(select(Ending).where(Ending.arrangement_id == arrangement.id)).first()


def ended_because(arrangement: Arrangement) -> EndingReason | None:
    """The reason it ended with; nothing while it has not."""
    query = select(TakenStep.reason).where(TakenStep.arrangement_id == arrangement.id, TakenStep.target == Stage.ENDED)
    return EndingReason.read(db.session.exec(query.order_by(col(TakenStep.at).desc())).first())


def kept_from_each_other() -> ColumnElement[bool]:
    """Arrangements after which two are not put forward again for a while: declined, or ended because one of them chose so."""
    chosen = select(TakenStep.arrangement_id).where(col(TakenStep.reason).in_([one.value for one in NOT_AGAIN_SOON]))
    ended = and_(col(Arrangement.stage) == Stage.ENDED, col(Arrangement.id).in_(chosen))
    return or_(col(Arrangement.stage) == Stage.DECLINED, ended)


def reflections_of(arrangement: Arrangement) -> dict[LooksBack, Reflection]:
    """What they take from it, by whose it is."""
    query = select(Reflection).where(Reflection.arrangement_id == arrangement.id)
    return {one.whose: one for one in db.session.exec(query)}


def wishes_of(arrangement: Arrangement) -> dict[Side, KeepInTouch]:
    """Who would like to keep in touch, or would not, by side."""
    query = select(KeepInTouch).where(KeepInTouch.arrangement_id == arrangement.id)
    return {one.side: one for one in db.session.exec(query)}


def may_be_asked(pair: Pair, side: Side) -> bool:
    """Whether one side's own pages ask them to look back: it has ended, they have heard of it, and nobody died."""
    if pair.arrangement.stage is not Stage.ENDED or ended_because(pair.arrangement) in NOTHING_IS_ASKED_AFTER:
        return False
    return side is Side.HOUSEHOLD or told_mark(pair.arrangement.id, side) is not None


def touch_may_be_asked(pair: Pair) -> bool:
    """Whether keeping in touch is a question at all: never where somebody was not safe, or the two are kept apart."""
    because = ended_because(pair.arrangement)
    if pair.arrangement.stage is not Stage.ENDED or because in {*NOTHING_IS_ASKED_AFTER, EndingReason.SAFETY}:
        return False
    return not kept_apart(pair.person.id, pair.household.id) and on_pair(pair) is None


def both_keep_in_touch(pair: Pair) -> dict[Side, KeepInTouch] | None:
    """What each side said, once both said yes and nothing stands against it; nothing otherwise."""
    wishes = wishes_of(pair.arrangement)
    both = len(wishes) == len(Side) and all(wish.wishes for wish in wishes.values())
    return wishes if both and touch_may_be_asked(pair) else None


def endings_of(pairs: Sequence[Pair]) -> Sequence[Pair]:
    """Those of them that have ended, newest first."""
    return sorted(
        (pair for pair in pairs if pair.arrangement.stage is Stage.ENDED),
        key=lambda pair: pair.arrangement.stage_since,
        reverse=True,
    )
