"""Somebody's own secret calendar address: made, made anew, withdrawn."""

import secrets

from matching.models import CalendarAddress
from matching.queries import calendars
from scheme.database import db, now
from scheme.errors import Refused
from scheme.models import Account


def new_token() -> str:
    """What an address is known by: so long and random that nobody finds one by guessing."""
    return secrets.token_urlsafe(32)


def make_address(account: Account, token: str) -> CalendarAddress:
    """Keep the hash of a new address for an account; the one before it, if any, leads nowhere from now on."""
    address = calendars.address_of_account(account.id)
    token_hash = calendars.hash_of(token)
    if address is None:
        address = CalendarAddress(account_id=account.id, token_hash=token_hash)
        db.session.add(address)
    address.token_hash = token_hash
    address.made_at = now()
    return address


def withdraw_address(account: Account) -> None:
    """The address leads nowhere from now on. Raises ``Refused`` when there is none."""
    address = calendars.address_of_account(account.id)
    if address is None:
        raise Refused("There is no calendar address.")
    db.session.delete(address)
