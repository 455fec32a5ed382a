"""Every page × every role × reading and writing, signed-out included, compared with the one table."""

from uuid import UUID

import pytest
from flask import Flask
from werkzeug.routing import AnyConverter, BaseConverter, Rule, UUIDConverter
from werkzeug.routing.converters import NumberConverter

from scheme.access import ACCESS, Access, may_open
from scheme.database import db
from scheme.models import Role
from tests.ground.accounts import MakeAccount, SignIn

NOBODYS_ID = UUID("00000000-0000-4000-8000-000000000000")
EVERYBODY: tuple[Role | None, ...] = (None, *Role)
METHODS = ("GET", "POST")
LEADS_TO_SIGNING_IN = {
    ("sign_in.front_door", None),
    *((page, role) for page in ("sign_in.code", "sign_in.recovery") for role in EVERYBODY),
}
"""Open to everybody, and all they can do is show the way: to whoever is signed out, or has no second step to take."""


def _address(rule: Rule) -> str:
    values = {name: _some(converter) for name, converter in rule._converters.items()}
    built = rule.build(values)
    assert built
    return built[1]


def _some(converter: BaseConverter) -> object:
    """Something this part of an address may be, that is nobody's."""
    if isinstance(converter, AnyConverter):
        return min(converter.items)
    if isinstance(converter, UUIDConverter):
        return NOBODYS_ID
    return 1 if isinstance(converter, NumberConverter) else "nobodys"


def _pages(app: Flask) -> list[tuple[str, str, str]]:
    """Endpoint, method and address of everything a browser may ask for."""
    return [
        (rule.endpoint, method, _address(rule))
        for rule in app.url_map.iter_rules()
        for method in METHODS
        if method in (rule.methods or ())
    ]


def test_every_page_is_in_the_table_and_the_table_names_only_pages(app: Flask) -> None:
    assert {rule.endpoint for rule in app.url_map.iter_rules()} == set(ACCESS)


# Who is let in is decided before the database is asked; each page is opened on both of them beside the walls of schemes.
@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_pages_open_for_those_the_table_names_and_nobody_else(
    app: Flask, make_account: MakeAccount, sign_in: SignIn
) -> None:
    pages = _pages(app)
    wrong = []
    for role in EVERYBODY:
        client = app.test_client()
        if role:
            sign_in(client, make_account(role))
        for endpoint, method, address in pages:
            answer = client.open(address, method=method)
            expected = _expected(endpoint, method, role)
            if _found(answer.status_code, answer.location) != expected:
                wrong.append((role, method, address, expected, answer.status_code))
            if role and endpoint == "sign_in.sign_out":
                sign_in(client, make_account(role))
    print(f"{len(pages)} pages and forms × {len(EVERYBODY)} = {len(pages) * len(EVERYBODY)} cells")
    assert wrong == []


def _expected(endpoint: str, method: str, role: Role | None) -> str:
    access = ACCESS[endpoint]
    if (endpoint, role) in LEADS_TO_SIGNING_IN:
        return "asked to sign in"
    if access.public or (role and role in (access.read if method == "GET" else access.write)):
        return "opens"
    return "kindly refused" if role else "asked to sign in"


def _found(status: int, location: str | None) -> str:
    if status == 403:
        return "kindly refused"
    if status == 302 and (location or "").split("?")[0] == "/sign-in":
        return "asked to sign in"
    return "opens" if status < 500 else f"broke ({status})"


def test_a_page_nobody_listed_opens_for_nobody(app: Flask, make_account: MakeAccount, sign_in: SignIn) -> None:
    app.add_url_rule("/forgotten", "forgotten", lambda: "secret")
    assert app.test_client().get("/forgotten").location == "/sign-in?next=/forgotten"
    for role in Role:
        answer = sign_in(app.test_client(), make_account(role)).get("/forgotten")
        assert answer.status_code == 403
        assert "secret" not in answer.text


def test_an_auditor_changes_nothing_but_their_own_account() -> None:
    changed = {endpoint for endpoint, access in ACCESS.items() if Role.AUDITOR in access.write and not access.public}
    assert {endpoint.split(".")[0] for endpoint in changed} <= {"sign_in", "own_account"}


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "POST"])
def test_whatever_is_not_reading_is_writing(method: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scheme.access.ACCESS", {"page": Access(read=frozenset(Role))})
    assert may_open("page", "GET", Role.CARER)
    assert may_open("page", "HEAD", Role.CARER)
    assert not may_open("page", method, Role.CARER)
    assert not may_open("page", "GET", None)


def test_an_address_that_is_no_page_is_not_found_for_anybody(
    app: Flask, make_account: MakeAccount, sign_in: SignIn
) -> None:
    assert app.test_client().get("/no-such-page").status_code == 404
    assert sign_in(app.test_client(), make_account(Role.WORKER)).get("/no-such-page").status_code == 404


def test_the_session_is_inside_the_accounts_scheme_and_a_stranger_in_none(
    app: Flask, make_account: MakeAccount, sign_in: SignIn
) -> None:
    seen = []
    app.before_request(lambda: seen.append(db.session.info.get("scheme_id")))
    app.test_client().get("/sign-in")
    worker = make_account(Role.WORKER)
    sign_in(app.test_client(), worker).get("/account")
    assert seen == [None, worker.scheme_id]
