"""What surrounds every page for whoever is signed in: their scheme, their way around, and whom to ask."""

from collections.abc import Mapping

from flask import current_app, request, url_for

from scheme.access import may_open
from scheme.database import db
from scheme.look import Frame, Help, Link
from scheme.models import DESK_ROLES, Role, Scheme
from scheme.sign_in.sessions import signed_in

DESK_WAYS = (
    ("Today", "matching_desk.today"),
    ("People", "people_desk.find"),
    ("Households", "carers_desk.index"),
    ("Suggestions", "matching_desk.suggestions"),
    ("Arrangements", "matching_desk.all_arrangements"),
    ("Workers", "matching_desk.workers"),
    ("Weights", "matching_desk.weights"),
    ("Fairness", "matching_desk.fairness"),
    ("Numbers", "scheme_desk.numbers"),
    ("Agreements", "matching_desk.wordings"),
    ("Spreadsheet", "matching_desk.spreadsheets"),
    ("Your account", "own_account.front"),
)
PERSON_WAYS = (("Home", "people_portal.front"), ("Your account", "own_account.front"))
CARER_WAYS = (("Home", "carers_portal.front"), ("Your account", "own_account.front"))

WAYS: Mapping[Role, tuple[tuple[str, str], ...]] = {
    **dict.fromkeys(DESK_ROLES, DESK_WAYS),
    Role.PERSON: PERSON_WAYS,
    Role.SUPPORTER: PERSON_WAYS,
    Role.CARER: CARER_WAYS,
}
"""The way around for each role: words and endpoint. Only what the role may open is shown."""

FRONT_PAGES = frozenset({"matching_desk.today", "people_portal.front", "carers_portal.front"})


def frame() -> Frame:
    """The frame of this request's page."""
    account = signed_in()
    home, thanks = url_for("sign_in.front_door"), url_for("credits")
    if account is None:
        return Frame(home_url=home, credits_url=thanks, sign_in_url=url_for("sign_in.ask"))
    scheme = db.session.get_one(Scheme, account.scheme_id)
    return Frame(
        home_url=home,
        credits_url=thanks,
        scheme_name=scheme.name,
        signed_in_as=account.name,
        navigation=tuple(
            _way(words, endpoint) for words, endpoint in WAYS[account.role] if may_open(endpoint, "GET", account.role)
        ),
        help=Help(words=scheme.contact) if scheme.contact else None,
        sign_out_url=url_for("sign_in.sign_out"),
        session_minutes=current_app.config["SESSION_HOURS"] * 60,
        stay_signed_in_url=url_for("sign_in.stay"),
    )


def _way(words: str, endpoint: str) -> Link:
    """``current`` on its own page and on those below it; the front pages have none below."""
    href = url_for(endpoint)
    below = endpoint not in FRONT_PAGES and request.path.startswith(href.rstrip("/") + "/")
    return Link(words, href, current=request.path == href or below)
