"""What is written down helps whoever runs the server, and says nothing about anybody's life."""

import json
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from scheme import logs
from scheme.models import Role
from tests.ground.accounts import MakeAccount, SignIn
from tests.ground.applications import MakeApp

SECRETS = ("ana@example.org", "a wrong guess", "Invented", "a-long-token", "127.0.0.1", "sesame")


def test_a_request_is_a_line_without_addresses_names_or_answers(
    client: FlaskClient, make_account: MakeAccount, sign_in: SignIn, capsys: pytest.CaptureFixture[str]
) -> None:
    logs.shape_lines(json=True)
    client.post("/sign-in/password?next=/sesame", data={"email": "ana@example.org", "password": "a wrong guess"})
    client.get("/sign-in/link/a-long-token")
    client.get("/no/sesame")
    sign_in(client, make_account(Role.WORKER)).get("/account?q=sesame")
    told = capsys.readouterr()
    lines = [json.loads(line) for line in told.err.splitlines()]
    assert [(line["method"], line["page"], line["status"], line["role"]) for line in lines] == [
        ("POST", "/sign-in/password", 200, None),
        ("GET", "/sign-in/link/<token>", 200, None),
        ("GET", "(no such page)", 404, None),
        ("GET", "/account", 200, "worker"),
    ]
    assert not [secret for secret in SECRETS if secret in told.out + told.err]


def test_a_fault_is_told_by_its_place_not_by_what_was_sent(
    make_app: MakeApp, capsys: pytest.CaptureFixture[str]
) -> None:
    app = make_app(TESTING=False, PROPAGATE_EXCEPTIONS=False)
    logs.shape_lines(json=True)

    def fault() -> str:
        raise ValueError("ana@example.org said sesame")

    app.view_functions["sign_in.sent"] = fault
    assert app.test_client().get("/sign-in/sent?q=sesame").status_code == 500
    told = capsys.readouterr()
    fault_line = next(json.loads(line) for line in told.err.splitlines() if '"fault"' in line)
    assert fault_line["kind"] == "ValueError"
    assert Path(__file__).name in fault_line["places"][-1]
    assert not [secret for secret in SECRETS if secret in told.out + told.err]


def test_our_own_files_are_not_worth_a_line(app: Flask, capsys: pytest.CaptureFixture[str]) -> None:
    with app.test_client().get("/static/plain.css"):
        assert capsys.readouterr().err == ""
