"""The way around: few entries, everything about the scheme on one page of its own, and always where one is."""

from xml.etree.ElementTree import Element

import html5lib
import pytest
from flask import Flask
from flask.testing import FlaskClient

from scheme.access import may_open
from scheme.frame import OUR_SCHEME, WAYS
from scheme.models import DESK_ROLES, Role
from tests.ground.accounts import MakeAccount, SignIn

AT_THE_DESK = sorted(DESK_ROLES)


def page(client: FlaskClient, path: str) -> Element:
    answer = client.get(path)
    assert answer.status_code == 200, path
    shown: Element = html5lib.parse(answer.text, namespaceHTMLElements=False)
    return shown


def said(part: Element) -> str:
    return "".join(part.itertext()).strip()


def marked(shown: Element) -> list[tuple[str, str | None]]:
    """Which entries of the way around are marked, and as what."""
    return [(said(entry), entry.get("aria-current")) for entry in shown.iterfind(".//header//a[@aria-current]")]


def ways_back(shown: Element) -> list[str | None]:
    return [link.get("href") for link in shown.iterfind(".//main//a[@class='govuk-back-link']")]


@pytest.mark.parametrize("role", AT_THE_DESK)
def test_our_scheme_names_what_a_role_may_open_and_each_leads_back(
    app: Flask, client: FlaskClient, make_account: MakeAccount, sign_in: SignIn, role: Role
) -> None:
    sign_in(client, make_account(role))
    front = page(client, "/desk/scheme/")
    listed = {said(link): link.get("href") or "" for link in front.iterfind(".//main//dl//a")}
    assert list(listed) == [one.words for one in OUR_SCHEME if may_open(one.endpoint, "GET", role)]
    assert marked(front) == [("Our scheme", "page")]
    for words, href in listed.items():
        below = page(client, href)
        assert marked(below) == [("Our scheme", "true")], words
        assert ways_back(below) == ["/desk/scheme/"], words


def test_a_page_below_one_of_ours_is_marked_too_and_leads_back_to_that(
    client: FlaskClient, make_account: MakeAccount, sign_in: SignIn
) -> None:
    sign_in(client, make_account(Role.MANAGER))
    below = page(client, "/desk/weights/change")
    assert marked(below) == [("Our scheme", "true")]
    assert ways_back(below) == ["/desk/weights"]
    assert marked(page(client, "/desk/people/add")) == [("People", "true")]
    assert marked(page(client, "/desk/")) == [("Today", "page")]
    assert marked(page(client, "/account/password")) == [("Your account", "true")]


def test_what_only_some_may_open_is_shown_to_them_alone(
    client: FlaskClient, make_account: MakeAccount, sign_in: SignIn
) -> None:
    shown = {}
    for role in AT_THE_DESK:
        sign_in(client, make_account(role))
        shown[role] = said(page(client, "/desk/scheme/"))
    assert [role for role in AT_THE_DESK if "Fairness" in shown[role]] == [Role.AUDITOR, Role.MANAGER]
    assert [role for role in AT_THE_DESK if "Your spreadsheet" in shown[role]] == [Role.MANAGER, Role.WORKER]


def test_the_way_around_stays_short() -> None:
    for role in Role:
        assert len([endpoint for _, endpoint in WAYS[role] if may_open(endpoint, "GET", role)]) <= 7
