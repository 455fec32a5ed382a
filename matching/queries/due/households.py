"""Households: whether their spaces are still right, and what runs out."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from sqlmodel import col, select

from carers.models import Check, Household, HouseholdState
from matching.queries.due.item import Asked, Item, about_household
from scheme.clock import today
from scheme.database import db


def _offering(asked: Asked) -> Sequence[Household]:
    query = select(Household).where(Household.state == HouseholdState.OFFERING)
    query = query.where(Household.named_worker_id == asked.worker_id) if asked.worker_id else query
    return db.session.exec(query.order_by(Household.reference)).all()


def availability(asked: Asked) -> list[Item]:
    """Households whose spaces nobody has confirmed for as long as the scheme says."""
    days = asked.scheme.number("availability_stale_days")
    return [
        about_household(
            one, f"Not confirmed for {days} days" if one.availability_confirmed_at else "Never confirmed", None
        )
        for one in _offering(asked)
        if one.availability_is_stale(today(), days)
    ]


def checks(asked: Asked) -> list[Item]:
    """Checks and approvals that run out within the scheme's number of days, those that have run out first."""
    soon = today() + timedelta(days=asked.scheme.number("checks_due_days"))
    households = {household.id: household for household in _offering(asked)}
    query = select(Check).where(col(Check.expires_on) <= soon, col(Check.household_id).in_(households))
    items = [
        _running_out(asked, households[check.household_id], f"{check.kind.label} check", check.expires_on, check.id)
        for check in db.session.exec(query)
        if check.expires_on
    ]
    items += [
        _running_out(asked, household, "Approval", household.approval_review_on, household.id)
        for household in households.values()
        if household.approval_review_on and household.approval_review_on <= soon
    ]
    return sorted(items, key=lambda item: item.by or soon)


def _running_out(asked: Asked, household: Household, what: str, last: date, row_id: UUID) -> Item:
    words, not_beyond = running_out(what, last, today(), asked.scheme.number("checks_close_days"))
    return about_household(household, words, last, row_id=row_id, not_beyond=not_beyond)


def running_out(what: str, last: date, on: date, close_days: int) -> tuple[str, date]:
    """What is said on a day of something whose last day is ``last``, and how long it may wait: never beyond the next step."""
    close = last - timedelta(days=close_days)
    if last < on:
        return f"{what} has run out: renew it before anything new starts", last
    if last == on:
        return f"{what} runs out today", last
    if close <= on:
        return f"{what} runs out soon: make sure it is being renewed", last
    return f"{what} runs out: start its renewal", close
