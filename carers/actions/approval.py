"""Approval by the panel, and the checks that run out. Shared Lives only, and only ever at the desk."""

from carers.models import Check, Household
from carers.queries import household_of, members_of
from scheme.changing import Answers, change
from scheme.clock import today
from scheme.database import db
from scheme.errors import Refused
from scheme.queries import is_homeshare


def change_approval(household: Household, answers: Answers, version: int | None) -> None:
    """Write down the panel's decision: ``panel_on``, ``approved_kinds``, ``approval_conditions``, ``approval_review_on``.

    Raises ``Refused`` in Homeshare, which has no panel, and when the review comes before the panel.
    """
    if is_homeshare():
        raise Refused("Homeshare has no approval panel, so there is nothing to write down here.")
    told = {name: getattr(household, name) for name in ("panel_on", "approval_review_on")} | dict(answers)
    panel_on, review_on = told["panel_on"], told["approval_review_on"]
    if panel_on and review_on and review_on < panel_on:
        raise Refused("The next review comes before the panel met. Please check both days.", "approval_review_on")
    change(household, answers, version)


def add_check(household: Household, answers: Answers) -> Check:
    """Write down a check: its kind, whose it is, its date, number and decision only (DOMAIN §8), and when it runs out."""
    if answers.get("kind") is None:
        raise Refused("Please say which check this is.", "kind")
    _check_dates(answers)
    _check_member(household, answers)
    check = Check(household_id=household.id, kind=answers["kind"])
    change(check, answers, check.version)
    check.version = 1
    db.session.add(check)
    return check


def change_check(check: Check, answers: Answers, version: int | None) -> None:
    """Put a check right. A check that was renewed is a new one: add it, so that the old one is still known."""
    if "kind" in answers and answers["kind"] is None:
        raise Refused("Please say which check this is.", "kind")
    _check_dates(answers)
    _check_member(household_of(check), answers)
    change(check, answers, version)


def remove_check(check: Check) -> None:
    """Take away a check that was written down by mistake. The record keeps that it was there."""
    db.session.delete(check)


def _check_dates(answers: Answers) -> None:
    done_on, expires_on = answers.get("done_on"), answers.get("expires_on")
    if done_on and done_on > today():
        raise Refused("This day is still to come. Please give the day it was done.", "done_on")
    if done_on and expires_on and expires_on < done_on:
        raise Refused("It runs out before it was done. Please check both days.", "expires_on")


def _check_member(household: Household, answers: Answers) -> None:
    """A check belongs to somebody of this household, or to the household as a whole."""
    wanted = answers.get("member_id")
    if wanted is not None and not any(member.id == wanted for member in members_of(household)):
        raise Refused("Please choose somebody who lives in this home.", "member_id")
