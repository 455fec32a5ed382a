"""Visits: planned together, moved or called off kindly, felt by each side afterwards in private."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from sqlmodel import select

from matching.actions.staying import refuse_without_room, take_place
from matching.actions.telling import SOMETHING_CALLED_OFF, tell_both
from matching.kinds import KINDS
from matching.lifecycle import BY_NAME, Need, Stage
from matching.models import (
    STAYING_VISITS,
    CallOffReason,
    Feeling,
    Feels,
    Side,
    Stay,
    TalkedAbout,
    Visit,
    VisitKind,
    VisitPlace,
    VisitState,
)
from matching.needs import Matter, missing
from matching.queries import arrangements, visits
from scheme.changing import change, refuse_if_changed, refuse_twice
from scheme.clock import local_day, local_moment, local_time, today
from scheme.database import db, now
from scheme.errors import Refused
from scheme.look import day
from scheme.models import Account

VISITED_AT = frozenset({Stage.INTRODUCTION, Stage.TRIAL})

LONGEST_BEFORE = timedelta(days=366)
"""How long before two were put forward a visit of theirs may have been (our judgement): beyond it the year is a slip."""

NIGHTS = {VisitKind.OVERNIGHT: 1, VisitKind.WEEKEND: 2}

BEFORE_A_VISIT = frozenset(
    {Need.ESSENTIALS, Need.KEEP_APART, Need.NO_HOLD, Need.NOT_PAUSED, Need.APPROVAL, Need.CRISIS_RULE}
)
"""Of what a trial needs, what already a visit needs: an essential not known is checked by a worker first (DESIGN §5)."""

Answers = Mapping[str, Any]


def plan_visit(
    pair: arrangements.Pair,
    kind: VisitKind,
    starts_at: datetime,
    *,
    place: VisitPlace | None = None,
    where: str | None = None,
    travel: str | None = None,
    who_comes: str | None = None,
) -> Visit:
    """Plan a visit, and tell both sides of one to come. A night takes a place in the home.

    Raises ``Refused`` saying what is still needed, that this kind of visit is not for this arrangement, or that the home is full.
    """
    _refuse_unless_clear(pair)
    _refuse_unless_possible(pair, kind)
    _refuse_another_time(pair, starts_at)
    still = (one for one in arrangements.visits_of(pair.arrangement.id) if one.state is not VisitState.CALLED_OFF)
    refuse_twice(still, {"kind": kind, "starts_at": starts_at})
    visit = Visit(
        arrangement_id=pair.arrangement.id,
        kind=kind,
        starts_at=starts_at,
        ends_at=_ends_at(kind, starts_at),
        place=place,
        where=where,
        travel=travel,
        who_comes=who_comes,
    )
    db.session.add(visit)
    db.session.flush()
    _take_its_place(pair, visit)
    if starts_at > now():
        tell_both(pair)
    return visit


def change_visit(pair: arrangements.Pair, visit: Visit, answers: Answers, version: int | None) -> None:
    """Change what is planned: another day, another kind, where, who comes. Its night in the home moves with it.

    ``answers`` may hold ``kind``, ``starts_at``, ``place``, ``where``, ``travel`` and ``who_comes``; ``version`` is the one they
    were made from. Raises ``Refused`` as planning does, and ``ChangedMeanwhile``. What somebody said of the old day goes with it.
    """
    _refuse_unless_planned(visit)
    refuse_if_changed(visit, answers, version)
    kind, starts_at = answers.get("kind", visit.kind), answers.get("starts_at", visit.starts_at)
    moved = (kind, starts_at) != (visit.kind, visit.starts_at)
    if moved:
        _refuse_unless_clear(pair)
        _refuse_another_time(pair, starts_at)
        _refuse_unless_possible(pair, kind)
    before = visit.version
    change(visit, {**answers, "ends_at": _ends_at(kind, starts_at)}, visit.version)
    if moved:
        _give_its_place_back(visit)
        _take_its_place(pair, visit)
        _forget_the_old_day(visit)
    if visit.version != before and visit.starts_at > now():
        tell_both(pair)


def visit_happened(visit: Visit) -> None:
    """Write down that a visit took place. Raises ``Refused`` before its time."""
    _refuse_unless_planned(visit)
    if visit.starts_at > now():
        raise Refused("This visit has not happened yet.")
    visit.state = VisitState.HAPPENED


def call_off(visit: Visit, because: CallOffReason = CallOffReason.PLANS_CHANGED) -> None:
    """Call a planned visit off with a kind reason both sides read, give its place back, and tell both if it was still to come."""
    _refuse_unless_planned(visit)
    change(visit, {"state": VisitState.CALLED_OFF, "called_off_because": because}, visit.version)
    _give_its_place_back(visit)
    _forget_the_old_day(visit)
    pair = arrangements.pair(visit.arrangement_id)
    if pair and visit.starts_at > now():
        tell_both(pair, SOMETHING_CALLED_OFF)


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


def talked_about(account: Account, visit: Visit, on: date, words: str) -> TalkedAbout:
    """Write down that somebody talked about how a visit felt. Raises ``Refused`` before anybody said, or for a day to come."""
    if not visits.feelings_about(visit.id):
        raise Refused("Nobody has said yet how this visit felt.")
    if on > today():
        raise Refused("This day is still to come.", "on")
    if on < local_day(visit.starts_at):
        raise Refused("That was before the visit.", "on")
    talk = TalkedAbout(arrangement_id=visit.arrangement_id, visit_id=visit.id, on=on, by_id=account.id)
    talk.words = words
    db.session.add(talk)
    return talk


def _refuse_unless_planned(visit: Visit) -> None:
    if visit.state is not VisitState.PLANNED:
        raise Refused(f"This visit is already marked: {visit.state.label.lower()}.")


def _refuse_unless_clear(pair: arrangements.Pair) -> None:
    if pair.arrangement.stage not in VISITED_AT:
        raise Refused("Visits are planned once introductions have started.")
    obstacles = [
        one.sentence
        for one in missing(BY_NAME["start_trial"], Matter.of(pair, by_the_night=True))
        if one.need in BEFORE_A_VISIT
    ]
    if obstacles:
        raise Refused(" ".join(obstacles))


def _refuse_another_time(pair: arrangements.Pair, starts_at: datetime) -> None:
    put_forward = pair.arrangement.proposed_at
    if starts_at < put_forward - LONGEST_BEFORE:
        raise Refused(f"Please check the year: these two were put forward on {day(put_forward)}.", "day")


def _refuse_unless_possible(pair: arrangements.Pair, kind: VisitKind) -> None:
    rules = KINDS[pair.arrangement.kind]
    if kind not in rules.possible_visits:
        raise Refused(rules.why_no_others, "kind")


def _ends_at(kind: VisitKind, starts_at: datetime) -> datetime | None:
    """The same time some days later by the clock on the wall, whether or not the clocks change meanwhile."""
    if kind not in NIGHTS:
        return None
    return local_moment(local_day(starts_at) + timedelta(days=NIGHTS[kind]), local_time(starts_at))


def _take_its_place(pair: arrangements.Pair, visit: Visit) -> None:
    if visit.kind in STAYING_VISITS:
        if visit.ends_at and visit.ends_at > now():
            refuse_without_room(pair, visit.starts_at, visit.ends_at)
        take_place(pair, visit.starts_at, visit.ends_at, visit)


def _give_its_place_back(visit: Visit) -> None:
    for stay in db.session.exec(select(Stay).where(Stay.visit_id == visit.id)):
        db.session.delete(stay)
    db.session.flush()


def _forget_the_old_day(visit: Visit) -> None:
    for said in visits.not_good_days([visit.id]):
        db.session.delete(said)
