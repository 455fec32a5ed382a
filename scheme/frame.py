"""What surrounds every page for whoever is signed in: their scheme, their way around, and whom to ask."""

from collections.abc import Mapping
from dataclasses import dataclass

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
    ("Our scheme", "scheme_desk.our_scheme"),
    ("Your account", "own_account.front"),
)
"""What a worker opens most weeks. The rest stands on *Our scheme*, so that this fits one line of a desk's screen."""

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


@dataclass(frozen=True)
class OfOurScheme:
    """A page about the scheme as a whole: where it is, its heading, and what it is for."""

    endpoint: str
    words: str
    what_for: str


OUR_SCHEME = (
    OfOurScheme(
        "matching_desk.workers",
        "Who works with whom",
        "How many people and households each worker is named for, and whether that is more than planned.",
    ),
    OfOurScheme(
        "matching_desk.how_it_goes",
        "How an arrangement goes",
        "The steps of each kind of arrangement, what each step needs, and who is told.",
    ),
    OfOurScheme(
        "matching_desk.weights",
        "What counts, and how much",
        "The weights behind every score, how they came to be, and who would move if they changed.",
    ),
    OfOurScheme(
        "matching_desk.fairness",
        "Fairness",
        "Whether everybody is put forward and answered alike, in figures for groups large enough to name nobody.",
    ),
    OfOurScheme(
        "matching_desk.lessons",
        "What endings taught us",
        "Why arrangements ended, and what we learned, without names.",
    ),
    OfOurScheme(
        "matching_desk.wordings",
        "Words in our agreements",
        "Each part of an agreement, in plain words and in Easy Read.",
    ),
    OfOurScheme("matching_desk.fee_bands", "Care fee bands", "What is paid for care in each band, and since when."),
    OfOurScheme(
        "scheme_desk.numbers",
        "The scheme’s own numbers",
        "How many visits, how long a trial, when to ask again: what we decided, and what is usual.",
    ),
    OfOurScheme(
        "matching_desk.spreadsheets",
        "Your spreadsheet",
        "Bring in people and households from a workbook. You see what would happen before anything does.",
    ),
    OfOurScheme(
        "scheme_desk.record",
        "Record of changes",
        "Who changed the scheme’s accounts, weights and numbers, and when.",
    ),
)
"""What stands on the page *Our scheme*, in order. Only what the role may open is shown."""


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
        above=_above(),
        help=_help(scheme, account.role),
        sign_out_url=url_for("sign_in.sign_out"),
        session_minutes=current_app.config["SESSION_HOURS"] * 60,
        stay_signed_in_url=url_for("sign_in.stay"),
    )


def _help(scheme: Scheme, role: Role) -> Help | None:
    """Whom to ask: the scheme in its own words; until it has any, nothing for those who have a worker to ask."""
    if scheme.contact:
        return Help(words=scheme.contact)
    return (
        Help(words="Ask a manager, or whoever looks after Alongside for your scheme.") if role in DESK_ROLES else None
    )


def ours(role: Role) -> list[OfOurScheme]:
    """What somebody with this role may open of *Our scheme*."""
    return [one for one in OUR_SCHEME if may_open(one.endpoint, "GET", role)]


def _above() -> Link | None:
    """The page above those that stand on *Our scheme*, for their way back."""
    if request.endpoint in {one.endpoint for one in OUR_SCHEME}:
        return Link("Our scheme", url_for("scheme_desk.our_scheme"))
    return None


def _way(words: str, endpoint: str) -> Link:
    """``current`` on its own page, ``active`` on those below it; the front pages have none below."""
    href = url_for(endpoint)
    if request.path == href:
        return Link(words, href, current=True)
    if endpoint == "scheme_desk.our_scheme":
        return Link(words, href, active=any(_below(url_for(one.endpoint), itself=True) for one in OUR_SCHEME))
    return Link(words, href, active=endpoint not in FRONT_PAGES and _below(href))


def _below(href: str, *, itself: bool = False) -> bool:
    return request.path.startswith(href.rstrip("/") + "/") or (itself and request.path == href)
