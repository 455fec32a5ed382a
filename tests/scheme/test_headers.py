"""Every answer tells the browser what it must not do, wherever the answer comes from."""

import re

import pytest
from flask import Flask, request
from flask.testing import FlaskClient
from werkzeug.datastructures import Headers

from scheme.models import Role
from tests.ground.accounts import MakeAccount, SignIn
from tests.ground.applications import MakeApp

WHEREVER = [
    ("GET", "/sign-in", 200),
    ("GET", "/", 302),
    ("GET", "/account", 302),
    ("GET", "/no-such-page", 404),
    ("GET", "/sign-out", 405),
    ("GET", "/static/plain.css", 200),
    ("GET", "/static/no-such-file.css", 404),
    ("POST", "/sign-in", 200),
]


@pytest.mark.parametrize(("method", "address", "status"), WHEREVER)
def test_every_answer_carries_them(client: FlaskClient, method: str, address: str, status: int) -> None:
    with client.open(address, method=method) as answer:
        assert answer.status_code == status
        assert_strict(answer.headers)


def assert_strict(headers: Headers) -> None:
    policy = _policy(headers["Content-Security-Policy"])
    assert policy["default-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"
    assert policy["form-action"] == "'self'"
    assert policy["base-uri"] == policy["object-src"] == "'none'"
    assert "unsafe" not in str(policy)
    assert "*" not in str(policy)
    expected = {
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
    assert {name: headers[name] for name in expected} == expected
    assert "camera=()" in headers["Permissions-Policy"]


def _policy(text: str) -> dict[str, str]:
    pairs = (part.strip().partition(" ") for part in text.split(";"))
    return {name: value for name, _, value in pairs}


def test_an_answer_after_a_fault_carries_them_too(make_app: MakeApp) -> None:
    app = make_app(TESTING=False, PROPAGATE_EXCEPTIONS=False)

    def fault() -> str:
        raise ZeroDivisionError

    app.view_functions["sign_in.sent"] = fault
    answer = app.test_client().get("/sign-in/sent")
    assert answer.status_code == 500
    assert_strict(answer.headers)
    assert answer.headers["Cache-Control"] == "no-store"


def test_no_page_is_kept_anywhere_and_our_own_files_may_be(
    app: Flask, client: FlaskClient, make_account: MakeAccount, sign_in: SignIn
) -> None:
    sign_in(client, make_account(Role.WORKER))
    for address in ("/account", "/account/password", "/no-such-page", "/"):
        assert client.get(address).headers["Cache-Control"] == "no-store"
    with client.get("/static/plain.css") as file:
        assert file.headers["Cache-Control"] != "no-store"


def test_https_is_insisted_on_only_where_there_is_https(make_app: MakeApp) -> None:
    assert "Strict-Transport-Security" not in make_app().test_client().get("/sign-in").headers
    headers = make_app(HTTPS=True).test_client().get("/sign-in").headers
    assert re.match(r"max-age=\d{8}", headers["Strict-Transport-Security"])
    assert "upgrade-insecure-requests" in headers["Content-Security-Policy"]


def test_only_as_many_proxies_are_believed_as_there_are(make_app: MakeApp) -> None:
    def seen(**settings: object) -> str:
        app = make_app(**settings)
        app.view_functions["sign_in.sent"] = lambda: request.remote_addr or ""
        return app.test_client().get("/sign-in/sent", headers={"X-Forwarded-For": "192.0.2.7, 192.0.2.8"}).text

    assert seen() == "127.0.0.1"
    assert seen(PROXIES=1) == "192.0.2.8"
    assert seen(PROXIES=2) == "192.0.2.7"


def test_pages_have_nothing_written_inside_that_the_policy_forbids(
    client: FlaskClient, make_account: MakeAccount, sign_in: SignIn
) -> None:
    sign_in(client, make_account(Role.WORKER))
    for address in ("/account", "/account/second-step", "/account/password"):
        page = client.get(address).text
        assert " style=" not in page
        assert "<style" not in page
        assert not re.search(r"<script(?![^>]*\bsrc=)", page)
        assert not re.search(r"\son\w+=", page)
        assert "data:" not in page
