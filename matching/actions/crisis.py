"""Being there in a crisis: a plan made together, its steps, and a contact each day."""

from datetime import date, timedelta

from matching.models import CrisisPlan, CrisisStep, HelpFrom
from matching.queries.crisis import Plan, plan_of
from people.models import Person
from scheme.actions import record_conversation
from scheme.changing import change
from scheme.clock import today
from scheme.database import db, now
from scheme.errors import Refused
from scheme.models import Account, Conversation, WhichConversation

LONGEST = timedelta(days=14)
"""The longest a plan for a crisis runs before it is looked at again (our judgement: it is for days, not months)."""


def spoke_with(account: Account, person: Person, words: str | None = None) -> Conversation:
    """Note that somebody in a crisis was spoken with today. Words may wait; that it happened may not."""
    return record_conversation(person, account, today(), WhichConversation.CRISIS, words)


def make_plan(account: Account, person: Person, hope: str, review_on: date) -> CrisisPlan:
    """Begin a plan. Raises ``Refused`` when there is one already, or when it would not be looked at again soon."""
    if plan_of(person.id):
        raise Refused("There is a plan already. Change it, or close it first.")
    _refuse_unless_soon(review_on)
    plan = CrisisPlan(person_id=person.id, by_id=account.id, review_on=review_on)
    plan.hope = hope
    db.session.add(plan)
    return plan


def look_at_plan_again(plan: CrisisPlan, hope: str, review_on: date, version: int | None) -> None:
    """It goes on until another day. Raises ``Refused`` for a plan that is closed, or a day that is too far away."""
    _refuse_closed(plan)
    _refuse_unless_soon(review_on)
    change(plan, {"hope": hope, "review_on": review_on}, version)


def add_step(plan: Plan, help_from: HelpFrom, what: str, who: str, by_day: date) -> CrisisStep:
    """Add what happens next. Raises ``Refused`` for a service before anything else was looked for, and for days gone by."""
    _refuse_closed(plan.row)
    if by_day < today():
        raise Refused("Choose a day that is still to come.", "by_day")
    if help_from is HelpFrom.SERVICE and all(step.help_from is HelpFrom.SERVICE for step in plan.steps):
        raise Refused(
            "First write down something that they, people around them, or a place nearby could do. A service may come after it.",
            "help_from",
        )
    step = CrisisStep(person_id=plan.row.person_id, plan_id=plan.row.id, help_from=help_from, by_day=by_day)
    step.what, step.who = what, who
    db.session.add(step)
    return step


def step_done(step: CrisisStep) -> None:
    """It has been done. Raises ``Refused`` when it was before."""
    if step.done_at is not None:
        raise Refused("This was done before.")
    step.done_at = now()


def close_plan(plan: CrisisPlan, what_helped: str) -> None:
    """The crisis is over, or another plan is needed: what helped stays to learn from. Raises ``Refused`` for a plan that is closed."""
    _refuse_closed(plan)
    plan.closed_at, plan.what_helped = now(), what_helped


def _refuse_closed(plan: CrisisPlan) -> None:
    if plan.closed_at is not None:
        raise Refused("This plan is closed. Make a new one.")


def _refuse_unless_soon(review_on: date) -> None:
    if not today() <= review_on <= today() + LONGEST:
        raise Refused(f"Look at it again within {LONGEST.days} days: it is a plan for now.", "review_on")
