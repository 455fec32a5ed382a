"""Trying it out: the plan it starts with, check-ins more often at first, and the meeting at which both decide together."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from matching.lifecycle import GOING_ON
from matching.models import CheckIn, DecisionMeeting, TrialPlan
from matching.queries import arrangements, trials
from matching.rhythms import check_ins_planned, further_check_in_days
from scheme.changing import change, refuse_twice
from scheme.clock import today
from scheme.database import db
from scheme.errors import Refused
from scheme.models import Account
from scheme.queries import our_scheme

Answers = Mapping[str, Any]


def plan_trial(pair: arrangements.Pair, answers: Answers, version: int | None) -> None:
    """Write down how it starts and what happens when it gets too much. Raises ``Refused`` for a household that is no help."""
    _refuse_unless_going_on(pair)
    helping = answers.get("backup_household_id")
    plan = trials.plan_of(pair.arrangement.id)
    unchanged = plan is not None and plan.backup_household_id == helping
    if (
        helping
        and not unchanged
        and helping not in {one.id for one in trials.short_break_households(pair.household.id)}
    ):
        raise Refused("Choose a household that offers short breaks.", "backup_household_id")
    if plan is None:
        plan = TrialPlan(arrangement_id=pair.arrangement.id)
        db.session.add(plan)
        version = plan.version
    change(plan, answers, version)


# --- check-ins -------------------------------------------------------------------------------------------------------------


def plan_check_ins(pair: arrangements.Pair) -> None:
    """Plan the check-ins of a trial that starts: those whose day has gone by already are left out."""
    arrangement = pair.arrangement
    if arrangement.trial_starts_on and arrangement.trial_ends_on:
        days = check_ins_planned(our_scheme(), arrangement.kind, arrangement.trial_starts_on, arrangement.trial_ends_on)
        _add_check_ins(pair, days)


def plan_further_check_ins(pair: arrangements.Pair, ends_on: date) -> None:
    """Go on with the check-ins as they were, now that there is more time until a later day."""
    gap = our_scheme().number_for(pair.arrangement.kind, "check_in_gap_days")
    planned = [one.due_on for one in trials.check_ins_of(pair.arrangement.id)]
    _add_check_ins(pair, further_check_in_days(max([*planned, today()]), ends_on, gap))


def stop_check_ins(pair: arrangements.Pair) -> None:
    """Take away the check-ins that were not held. What was written down stays."""
    for one in trials.check_ins_of(pair.arrangement.id):
        if one.held_on is None:
            db.session.delete(one)


def add_check_in(account: Account, pair: arrangements.Pair, answers: Answers) -> CheckIn:
    """One more check-in, to come or held already."""
    _refuse_unless_going_on(pair)
    refuse_twice(trials.check_ins_of(pair.arrangement.id), answers)
    check_in = CheckIn(arrangement_id=pair.arrangement.id, due_on=answers["due_on"])
    db.session.add(check_in)
    write_check_in(account, check_in, answers, check_in.version)
    return check_in


def write_check_in(account: Account, check_in: CheckIn, answers: Answers, version: int | None) -> None:
    """Write down how it went, or move it to another day. Raises ``Refused`` when it is said to be held on a day to come."""
    held_on = answers.get("held_on")
    if held_on is not None and held_on > today():
        raise Refused("That day is still to come. Leave it empty until you have spoken.", "held_on")
    told = [name for name in ("who_spoke", "person_feels", "household_feels", "words") if answers.get(name)]
    if told and held_on is None:
        raise Refused("Which day did you speak?", "held_on")
    change(check_in, {**answers, "by_id": account.id}, version)


def _add_check_ins(pair: arrangements.Pair, days: list[date]) -> None:
    there = {one.due_on for one in trials.check_ins_of(pair.arrangement.id)}
    for day in days:
        if day >= today() and day not in there:
            db.session.add(CheckIn(arrangement_id=pair.arrangement.id, due_on=day))


# --- deciding together -----------------------------------------------------------------------------------------------------


def meet_to_decide(account: Account, pair: arrangements.Pair, answers: Answers) -> DecisionMeeting:
    """A meeting of both sides, to come or held."""
    _refuse_unless_going_on(pair)
    refuse_twice(trials.meetings_of(pair.arrangement.id), answers)
    meeting = DecisionMeeting(arrangement_id=pair.arrangement.id, on=answers["on"], by_id=account.id)
    db.session.add(meeting)
    write_meeting(account, meeting, answers, meeting.version)
    return meeting


def write_meeting(account: Account, meeting: DecisionMeeting, answers: Answers, version: int | None) -> None:
    """Write down what each side said, or move it. Raises ``Refused`` for words that nobody can have said yet."""
    said = [name for name in ("person_said", "household_said") if answers.get(name)]
    if said and answers["on"] > today():
        raise Refused("That day is still to come: nobody has said anything yet.", said[0])
    change(meeting, {**answers, "by_id": account.id}, version)


def _refuse_unless_going_on(pair: arrangements.Pair) -> None:
    if pair.arrangement.stage not in GOING_ON:
        raise Refused("This is over. What was written down stays as it is.")
