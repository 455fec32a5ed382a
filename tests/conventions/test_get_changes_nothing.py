"""Opening a page changes nothing (DESIGN §3): only who looked, and who tried to sign in, is written down."""

from collections.abc import Iterator

from flask import Flask

from scheme.access import may_open
from scheme.models import Role
from tests.ground.accounts import SignIn
from tests.ground.walks import TakeSnapshot, addresses
from tests.ground.whole_schemes import MakeWholeScheme, WholeScheme, every_table

WRITTEN_DOWN = {"reading", "sign_in_attempt"}

LEAD_ON = {
    "sign_in.front_door": "to the front page of each role",
    "sign_in.code": "to signing in, for whoever is not on the way through it",
    "sign_in.recovery": "to signing in, for whoever is not on the way through it",
    "own_account.recovery_codes": "to setting up an app, for whoever has none",
    "people_portal.front": "to the one person whose pages these are",
    "matching_portal.at_home": "for somebody else: who lives in a home that another may come to",
    "matching_portal.how_we_decided_at_home": "for a supporter of somebody who lives in a home that another may come to",
    "calendar.feed": "to nothing, for whoever does not know the secret in its address",
}
"""Pages that show nothing themselves in this scheme, and where they lead."""


def test_a_whole_scheme_has_a_row_of_everything(make_whole_scheme: MakeWholeScheme, snapshot: TakeSnapshot) -> None:
    make_whole_scheme("Bryn")
    rows = snapshot()
    assert [name for table in every_table() if not rows[name := str(table.__tablename__)]] == []


def test_whoever_opens_whatever_page_changes_nothing(
    app: Flask, make_whole_scheme: MakeWholeScheme, sign_in: SignIn, snapshot: TakeSnapshot
) -> None:
    whole = make_whole_scheme("Bryn")
    before = snapshot()
    shown = {endpoint for role in (None, *Role) for endpoint in _shown_to(role, app, whole, sign_in)}
    after = snapshot()
    assert {name for name, rows in after.items() if rows != before[name]} == {"reading"}
    assert all(before[name] <= after[name] for name in WRITTEN_DOWN)
    pages = {rule.endpoint for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())}
    assert pages - shown == set(LEAD_ON)


def _shown_to(role: Role | None, app: Flask, whole: WholeScheme, sign_in: SignIn) -> Iterator[str]:
    """The endpoints of the pages that really showed something to this role, or to a stranger."""
    client = app.test_client()
    if role:
        sign_in(client, whole.accounts[role])
    for address in addresses(app, whole):
        endpoint = address.rule.endpoint
        if "GET" in (address.rule.methods or ()) and may_open(endpoint, "GET", role):
            with client.get(address.text) as answer:
                assert answer.status_code < 500, address.text
                if answer.status_code == 200:
                    yield endpoint
