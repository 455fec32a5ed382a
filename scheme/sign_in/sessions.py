"""Sessions: who this request comes from, in which scheme, and when a session ends."""

import secrets
import time
from datetime import timedelta
from typing import cast
from urllib.parse import urlsplit
from uuid import UUID

from flask import Flask, abort, g, session, url_for
from flask_security import current_user, login_user, logout_user
from werkzeug.routing import BuildError

from scheme.database import carry_out, enter_scheme
from scheme.models import DESK_ROLES, Account, Role
from scheme.sign_in import accounts, actions

LONGEST_SESSION = timedelta(days=1)
"""However busy, a session ends after this long (our judgement); ``SESSION_HOURS`` without use ends it earlier."""

FRESH = timedelta(minutes=30)
"""How long after an emailed link a forgotten password may be chosen anew (our judgement)."""

PAGES_SHOWN_TO = "csrf_token"
"""Where Flask-WTF keeps, and every form of ours carries under our signature, what ties a form to a session."""

FRONT_PAGES = {
    Role.CARER: "carers_portal.front",
    Role.PERSON: "people_portal.front",
    Role.SUPPORTER: "people_portal.front",
} | dict.fromkeys(DESK_ROLES, "matching_desk.today")
"""Where each role begins."""


def set_up(app: Flask) -> None:
    """From here on every request knows who is asking, and is inside their scheme."""
    app.before_request(_know_who)


def signed_in() -> Account | None:
    """The account this request comes from, if somebody is signed in."""
    return cast(Account, current_user._get_current_object()) if current_user.is_authenticated else None


def reader() -> Account:
    """Who is asking, on a page that the access table opens only for somebody. Signed out, the request ends with 401."""
    return signed_in() or abort(401)


def _know_who() -> None:
    account = signed_in()
    if account and time.time() - session.get("fs_paa", 0) > LONGEST_SESSION.total_seconds():
        end()
        account = None
    enter_scheme(account.scheme_id if account else None)


def begin(account_id: UUID, by: str) -> None:
    """Sign an account in. ``by`` is how they came: ``link`` or ``password``."""
    account = _entered(account_id)
    carry_out(actions.note_sign_in, account_id)
    keep_signed_in(account, by)


def keep_signed_in(account: Account, by: str) -> None:
    """A new session for an account that has shown who it is; nothing of an earlier one is carried over."""
    session.clear()
    g.pop("csrf_token", None)
    session.permanent = True
    login_user(account, remember=False, authn_via=[by])
    session["by"] = by
    # With the account's id in it, a page that outlives its session still says to whom it was shown (scheme.sign_in.kept).
    session[PAGES_SHOWN_TO] = f"{account.id}:{secrets.token_hex(20)}"


def end() -> None:
    """Sign out of this session."""
    logout_user()
    session.clear()
    enter_scheme(None)


def came_by_link_just_now() -> bool:
    """Whether this session began with an emailed link a short while ago."""
    return session.get("by") == "link" and time.time() - session.get("fs_paa", 0) < FRESH.total_seconds()


def _entered(account_id: UUID) -> Account:
    account = accounts.by_id(account_id)
    if account is None:
        raise LookupError("no such account")
    enter_scheme(account.scheme_id)
    g.acting = account
    return account


def front_page(account: Account) -> str | None:
    """Where somebody begins; ``None`` while that part of the application is not there."""
    try:
        return url_for(FRONT_PAGES[account.role])
    except BuildError:
        return None


def own_path(address: str | None) -> str | None:
    """``address`` when it is a page of ours, written from the root; otherwise nothing. Never another site."""
    if not address or not address.startswith("/") or address.startswith(("//", "/\\")):
        return None
    if any(character < " " or character in "\\\x7f" for character in address) or len(address) > 2000:
        return None
    parts = urlsplit(address)
    return None if parts.scheme or parts.netloc else address
