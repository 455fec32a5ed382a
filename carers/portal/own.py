"""Whose pages these are."""

from flask import abort

from carers import queries
from carers.models import Household
from scheme.models import Account
from scheme.sign_in.sessions import signed_in


def own() -> Household:
    """The household of whoever is signed in. Somebody who lives in none finds nothing here."""
    household = queries.own_household(account())
    if household is None:
        abort(404)
    return household


def account() -> Account:
    """Who is signed in. The access table has let nobody else through."""
    found = signed_in()
    if found is None:
        abort(403)
    return found
