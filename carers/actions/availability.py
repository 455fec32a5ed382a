"""What a household offers, and when: spaces, time away, and that it is all still right."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from carers.models import Household, Offer, TimeAway
from carers.queries import offers_of
from scheme.changing import Answers, change
from scheme.clock import today
from scheme.database import db, now
from scheme.errors import Refused
from scheme.kinds import KINDS_OF_SCHEME
from scheme.queries import our_scheme

# --- what they offer ---------------------------------------------------------------------------------------------------


def add_offer(household: Household, answers: Answers) -> Offer:
    """Add a kind of arrangement the household offers. Only ``kind`` is needed; spaces and dates may be unknown."""
    _check_offer(answers)
    offer = Offer(household_id=household.id, kind=answers["kind"])
    change(offer, answers, offer.version)
    offer.version = 1
    db.session.add(offer)
    return offer


def change_offer(offer: Offer, answers: Answers, version: int | None) -> None:
    """Change an offer. Raises ``Refused`` for a kind this scheme has not, too many spaces, or dates the wrong way round."""
    _check_offer({"kind": offer.kind, "starts_on": offer.starts_on, "ends_on": offer.ends_on} | dict(answers))
    change(offer, answers, version)


def remove_offer(offer: Offer) -> None:
    """They no longer offer this. Arrangements that exist go on."""
    db.session.delete(offer)


def _check_offer(answers: Answers) -> None:
    scheme = our_scheme()
    if answers.get("kind") not in KINDS_OF_SCHEME[scheme.kind]:
        raise Refused("Please choose what you would like to offer.", "kind")
    _check_spaces(answers.get("spaces"), "spaces")
    _check_dates(answers.get("starts_on"), answers.get("ends_on"))


def _check_spaces(spaces: int | None, field: str) -> None:
    most = our_scheme().number("people_in_one_home")
    if spaces is not None and not 0 <= spaces <= most:
        raise Refused(f"A home may have from 0 to {most} spaces.", field)


def _check_dates(starts_on: date | None, ends_on: date | None) -> None:
    if starts_on and ends_on and ends_on < starts_on:
        raise Refused("The last day comes before the first day. Please check both.", "ends_on")


# --- is it still right? ------------------------------------------------------------------------------------------------


def confirm_availability(household: Household) -> None:
    """Everything said about spaces and time away is still right, as of now."""
    household.availability_confirmed_at = now()


def change_spaces(household: Household, spaces: Mapping[UUID, int | None], versions: Mapping[UUID, int | None]) -> None:
    """Say how many spaces each offer (by id) has now, and that all is right with that.

    Offers that are not named stay as they are. Raises ``ChangedMeanwhile`` when somebody else changed one of these since ``versions`` (by id),
    and ``Refused`` at the field ``spaces-<id>`` for a number that no home may have.
    """
    for offer in offers_of(household):
        if offer.id in spaces:
            _check_spaces(spaces[offer.id], f"spaces-{offer.id}")
            change(offer, {"spaces": spaces[offer.id]}, versions.get(offer.id))
    confirm_availability(household)


# --- time away ---------------------------------------------------------------------------------------------------------


def add_time_away(household: Household, answers: Answers) -> TimeAway:
    """Add days when nobody can be welcomed. Without a last day it is one day."""
    told = _time_away(answers)
    if told["ends_on"] < today():
        raise Refused("These days are already over. Please give days that are still to come.", "ends_on")
    away = TimeAway(household_id=household.id, **told)
    db.session.add(away)
    return away


def change_time_away(away: TimeAway, answers: Answers, version: int | None) -> None:
    """Change the days, or the words beside them."""
    change(away, _time_away(answers), version)


def remove_time_away(away: TimeAway) -> None:
    """They will be at home after all."""
    db.session.delete(away)


def _time_away(answers: Answers) -> dict[str, Any]:
    starts_on = answers.get("starts_on")
    if starts_on is None:
        raise Refused("Please give the first day you are away.", "starts_on")
    ends_on = answers.get("ends_on") or starts_on
    _check_dates(starts_on, ends_on)
    return {"starts_on": starts_on, "ends_on": ends_on, "words": answers.get("words")}
