"""Opening one household at the desk: found in this scheme or 404, and written down before it is shown."""

from uuid import UUID

from flask import abort, redirect, request, url_for
from flask.typing import ResponseReturnValue

from carers import queries
from carers.models import Household
from scheme.database import SAFE_METHODS
from scheme.record import viewed


def opened(household_id: UUID, page: str) -> Household:
    """The household, once it is written down who opened which page of it."""
    household = queries.household(household_id)
    if household is None:
        abort(404)
    if request.method in SAFE_METHODS:
        viewed("household", household.id, page, "Working at the desk")
    return household


def back_to(household: Household, part: str = "") -> ResponseReturnValue:
    """To the household's page, at the part that was changed."""
    return redirect(url_for("carers_desk.read", household_id=household.id, _anchor=part or None))
