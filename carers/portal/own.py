"""Whose pages these are."""

from flask import abort

from carers import queries
from carers.models import Household
from scheme.sign_in.sessions import reader


def own() -> Household:
    """The household of whoever is signed in. Somebody who lives in none finds nothing here."""
    household = queries.own_household(reader())
    if household is None:
        abort(404)
    return household
