"""Who may open which page: one table, checked before every request. A page that is not in it opens for nobody.

Which *rows* somebody sees is another matter: queries take the account (``people.queries``, ``carers.queries``).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import Flask, abort, redirect, request, url_for
from flask_wtf.csrf import CSRFProtect

from scheme.database import SAFE_METHODS
from scheme.models import Role
from scheme.sign_in.sessions import signed_in

NOBODY: frozenset[Role] = frozenset()
EVERY_ROLE = frozenset(Role)
WORKERS = frozenset({Role.WORKER, Role.MANAGER})
MANAGERS = frozenset({Role.MANAGER})
DESK = WORKERS | {Role.AUDITOR}
CARERS = frozenset({Role.CARER})
PERSONS = frozenset({Role.PERSON, Role.SUPPORTER})


@dataclass(frozen=True)
class Access:
    """Who may open a page (GET) and who may change something through it (POST). ``public``: no need to sign in."""

    read: frozenset[Role] = NOBODY
    write: frozenset[Role] = NOBODY
    public: bool = False


PUBLIC = Access(read=EVERY_ROLE, write=EVERY_ROLE, public=True)
DESK_READS = Access(read=DESK)
DESK_WRITES = Access(read=DESK, write=WORKERS)
"""An auditor may open the page and sees it as it is, without the buttons."""
MANAGER_WRITES = Access(read=DESK, write=MANAGERS)
EVERYBODY_WRITES = Access(read=EVERY_ROLE, write=EVERY_ROLE)
EVERYBODY_DOES = Access(write=EVERY_ROLE)
"""Something everybody may do, and nothing to open."""
OWN_DESK_ACCOUNT = Access(read=DESK, write=DESK)
"""An auditor changes nothing of the scheme's, but how they themselves sign in is theirs."""
CARER_WRITES = Access(read=CARERS, write=CARERS)
PERSON_WRITES = Access(read=PERSONS, write=PERSONS)

ACCESS: Mapping[str, Access] = {
    # everybody
    "static": PUBLIC,
    # scheme: front door, sign-in, own account
    "sign_in.front_door": PUBLIC,
    "sign_in.ask": PUBLIC,
    "sign_in.sent": PUBLIC,
    "sign_in.password": PUBLIC,
    "sign_in.link": PUBLIC,
    "sign_in.code": PUBLIC,
    "sign_in.signed_out": PUBLIC,
    "sign_in.sign_out": EVERYBODY_DOES,
    "sign_in.stay": EVERYBODY_DOES,
    "own_account.front": EVERYBODY_WRITES,
    "own_account.password": EVERYBODY_WRITES,
    "own_account.second_step": OWN_DESK_ACCOUNT,
    # people: desk, portal
    # carers: desk, portal
    # matching: desk, portal
}


def set_up(app: Flask) -> None:
    """Check every request from here on: first who may, then whether a form was sent from a page of ours."""
    app.before_request(_check)
    CSRFProtect(app)


def may_open(endpoint: str, method: str, role: Role | None) -> bool:
    """Whether somebody with this role (``None``: signed out) may send this request."""
    access = ACCESS.get(endpoint, Access())
    if access.public or role is None:
        return access.public
    return role in (access.read if method in SAFE_METHODS else access.write)


def _check() -> Any:
    if request.endpoint is None:
        return None  # there is no such page: Flask says so
    account = signed_in()
    if may_open(request.endpoint, request.method, account.role if account else None):
        return None
    if account:
        abort(403)
    wanted = request.full_path.rstrip("?") if request.method in SAFE_METHODS else None
    return redirect(url_for("sign_in.ask", next=wanted))
