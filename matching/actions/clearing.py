"""Clearing the way for a step: checking an essential, letting a need pass, pausing, and writing the plan down."""

from datetime import date, timedelta

from matching.lifecycle import GOING_ON, NEVER_WAIVED, Need
from matching.models import CheckedEssential, Waiver
from matching.queries import arrangements
from scheme.changing import change
from scheme.clock import today
from scheme.database import db, now
from scheme.errors import Refused
from scheme.models import Account, Role


def check_essential(account: Account, pair: arrangements.Pair, essential: str, met: bool, words: str) -> None:
    """Write down what a worker found when they checked an essential that was not known."""
    found = arrangements.checked_essentials(pair.arrangement.id).get(essential)
    if found is None:
        found = CheckedEssential(
            arrangement_id=pair.arrangement.id, essential=essential, met=met, words=words, by_id=account.id
        )
        db.session.add(found)
    found.met, found.words, found.by_id, found.at = met, words, account.id, now()


def waive(account: Account, pair: arrangements.Pair, need: Need, reason: str, expires_on: date) -> None:
    """Let a need pass for now. Raises ``Refused`` for a need that is never waived, without a reason, or for a day gone by."""
    if account.role is not Role.MANAGER:
        raise Refused("Only a manager may let a need pass.")
    if need in NEVER_WAIVED:
        raise Refused(f"This is never let pass: {need.label}")
    if expires_on < today():
        raise Refused("The last day has gone by already.", "expires_on")
    db.session.add(
        Waiver(
            arrangement_id=pair.arrangement.id, need=need.value, reason=reason, expires_on=expires_on, by_id=account.id
        )
    )


LONGEST_PAUSE = timedelta(days=366)
"""How long one pause may be (our judgement): what waits longer is forgotten, and mostly the year is a slip."""


def pause(pair: arrangements.Pair, until: date | None) -> None:
    """Pause until a day, or go on again with ``None``. The stage stays what it is."""
    if until is not None and until <= today():
        raise Refused("Choose a day that is still to come.", "paused_until")
    if until is not None and until > today() + LONGEST_PAUSE:
        raise Refused("Choose a day within a year. It may be paused again then.", "paused_until")
    if until is not None and pair.arrangement.stage not in GOING_ON:
        raise Refused("This is over, so there is nothing to pause.")
    pair.arrangement.paused_until = until


def write_plan(
    pair: arrangements.Pair,
    plan: str | None,
    place_to_go_back_to: str | None,
    version: int | None,
    plan_easy_read: str | None = None,
    place_to_go_back_to_easy_read: str | None = None,
) -> None:
    """Write down what was agreed, and where whoever moves can go back to, each in both registers."""
    written = {
        "plan": plan,
        "plan_easy_read": plan_easy_read,
        "place_to_go_back_to": place_to_go_back_to,
        "place_to_go_back_to_easy_read": place_to_go_back_to_easy_read,
    }
    change(pair.arrangement, written, version)
