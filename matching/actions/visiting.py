"""Visits: planned together, felt by each side afterwards in private."""

from datetime import datetime, timedelta

from sqlmodel import select

from matching.actions.staying import take_place
from matching.lifecycle import BY_NAME, Need, Stage
from matching.models import STAYING_VISITS, Feeling, Feels, Side, Stay, Visit, VisitKind, VisitState
from matching.needs import Matter, missing
from matching.queries import arrangements
from scheme.database import db, now
from scheme.errors import Refused
from scheme.models import Account

VISITED_AT = frozenset({Stage.INTRODUCTION, Stage.TRIAL})

NIGHTS = {VisitKind.OVERNIGHT: 1, VisitKind.WEEKEND: 2}

BEFORE_A_VISIT = frozenset({Need.ESSENTIALS, Need.KEEP_APART, Need.NO_HOLD, Need.NOT_PAUSED, Need.APPROVAL})
"""Of what a trial needs, what already a visit needs: an essential not known is checked by a worker first (DESIGN §5)."""


def plan_visit(
    pair: arrangements.Pair,
    kind: VisitKind,
    starts_at: datetime,
    *,
    where: str | None = None,
    travel: str | None = None,
    who_comes: str | None = None,
) -> Visit:
    """Plan a visit. A night takes a place in the home. Raises ``Refused`` saying what is still needed."""
    if pair.arrangement.stage not in VISITED_AT:
        raise Refused("Visits are planned once introductions have started.")
    obstacles = [one.sentence for one in missing(BY_NAME["start_trial"], Matter.of(pair)) if one.need in BEFORE_A_VISIT]
    if obstacles:
        raise Refused(" ".join(obstacles))
    visit = Visit(
        arrangement_id=pair.arrangement.id,
        kind=kind,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(days=NIGHTS[kind]) if kind in NIGHTS else None,
        where=where,
        travel=travel,
        who_comes=who_comes,
    )
    db.session.add(visit)
    db.session.flush()
    if kind in STAYING_VISITS:
        take_place(pair, starts_at, visit.ends_at, visit)
    return visit


def visit_happened(visit: Visit) -> None:
    """Write down that a visit took place. Raises ``Refused`` before its time."""
    _refuse_unless_planned(visit)
    if visit.starts_at > now():
        raise Refused("This visit has not happened yet.")
    visit.state = VisitState.HAPPENED


def call_off(visit: Visit) -> None:
    """Call a planned visit off, and give its place back."""
    _refuse_unless_planned(visit)
    visit.state = VisitState.CALLED_OFF
    for stay in db.session.exec(select(Stay).where(Stay.visit_id == visit.id)):
        db.session.delete(stay)


def feel(account: Account, visit: Visit, side: Side, feels: Feels, words: str | None = None) -> Feeling:
    """Say how a visit felt to one side; may be said again. Only the worker reads it."""
    if visit.starts_at > now() or visit.state is VisitState.CALLED_OFF:
        raise Refused("You can say how it felt after the visit.")
    felt = db.session.exec(select(Feeling).where(Feeling.visit_id == visit.id, Feeling.side == side)).first()
    if felt is None:
        felt = Feeling(arrangement_id=visit.arrangement_id, visit_id=visit.id, side=side, feels=feels, by_id=account.id)
        db.session.add(felt)
    felt.feels, felt.words, felt.by_id, felt.at = feels, words, account.id, now()
    if visit.state is VisitState.PLANNED:
        visit.state = VisitState.HAPPENED
    return felt


def _refuse_unless_planned(visit: Visit) -> None:
    if visit.state is not VisitState.PLANNED:
        raise Refused(f"This visit is already marked: {visit.state.label.lower()}.")
