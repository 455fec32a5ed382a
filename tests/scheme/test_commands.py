"""Whoever runs the server makes a scheme, invites its people, and keeps it safe."""

import re
import socket
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskCliRunner
from sqlmodel import select

from scheme.database import db, signing_in
from scheme.kinds import SchemeKind
from scheme.models import Account, Role, Scheme
from scheme.settings import SETTINGS
from tests.ground.accounts import MakeAccount, MakeScheme


def run(command: FlaskCliRunner, *words: str) -> tuple[int, str]:
    result = command.invoke(args=["scheme", *words])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


def accounts(app: Flask) -> list[Account]:
    with app.app_context(), signing_in():
        return list(db.session.exec(select(Account)).all())


def test_a_first_scheme_and_its_worker_who_signs_in(app: Flask, command: FlaskCliRunner) -> None:
    code, words = run(command, "create", "Invented Vale", "--kind", "homeshare")
    assert code == 0
    assert "flask scheme invite" in words
    code, words = run(command, "invite", "Mo@Example.org", "--role", "manager", "--name", "Invented Mo")
    assert code == 0
    link = re.search(r"http://127\.0\.0\.1:5000(/sign-in/link/\S+)", words)
    assert link
    client = app.test_client()
    assert client.post(link[1]).location == "/"
    assert "Invented Mo" in client.get("/account").text
    with app.app_context():
        assert db.session.exec(select(Scheme.kind)).one() is SchemeKind.HOMESHARE
    (mo,) = accounts(app)
    assert (mo.email, mo.name, mo.role) == ("mo@example.org", "Invented Mo", Role.MANAGER)


def test_the_invitation_is_in_the_outbox(app: Flask, command: FlaskCliRunner, scheme: Scheme) -> None:
    run(command, "invite", "mo@example.org", "--role", "worker")
    code, words = run(command, "deliver")
    assert (code, words) == (0, "1 message sent.\n")
    (file,) = (Path(app.config["INSTANCE_PATH"]) / "outbox").glob("*.eml")
    assert "has opened an account for you" in file.read_text()


def test_the_scheme_is_named_when_there_are_several(
    app: Flask, command: FlaskCliRunner, make_scheme: MakeScheme
) -> None:
    make_scheme(name="Invented Hill")
    vale = make_scheme(name="Invented Vale")
    code, words = run(command, "invite", "mo@example.org", "--role", "worker")
    assert code == 1
    assert "Invented Hill, Invented Vale" in words
    code, words = run(command, "invite", "mo@example.org", "--role", "worker", "--scheme", "invented vale")
    assert code == 0
    assert [account.scheme_id for account in accounts(app)] == [vale.id]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("invite", "mo@example.org", "--role", "worker"), "There is no scheme yet"),
        (("create", " ", "--kind", "homeshare"), "1 to 120 characters"),
        (("create", "x" * 121, "--kind", "homeshare"), "1 to 120 characters"),
        (("invite", "not an address", "--role", "worker"), "does not look like an email address"),
        (("forget-second-step", "nobody@example.org"), "Nobody here"),
    ],
)
def test_what_cannot_be_done_is_said_kindly(command: FlaskCliRunner, words: tuple[str, ...], said: str) -> None:
    code, output = run(command, *words)
    assert code == 1
    assert said in output
    assert "Traceback" not in output


def test_nothing_is_made_twice(command: FlaskCliRunner, scheme: Scheme, make_account: MakeAccount) -> None:
    mo = make_account(Role.WORKER)
    code, words = run(command, "create", scheme.name, "--kind", "homeshare")
    assert (code, "already a scheme" in words) == (1, True)
    code, words = run(command, "invite", mo.email.upper(), "--role", "carer")
    assert (code, "already an account" in words) == (1, True)


def test_one_address_has_one_account_in_all_schemes(
    command: FlaskCliRunner, make_scheme: MakeScheme, make_account: MakeAccount
) -> None:
    other = make_scheme(name="Invented Hill")
    mo = make_account(Role.WORKER, scheme=make_scheme())
    code, words = run(command, "invite", mo.email, "--role", "worker", "--scheme", other.name)
    assert (code, "already an account" in words) == (1, True)


def test_a_lost_phone_is_forgotten(app: Flask, command: FlaskCliRunner, make_account: MakeAccount) -> None:
    mo = make_account(Role.WORKER, tf_primary_method="authenticator", tf_totp_secret="a secret")
    assert run(command, "forget-second-step", mo.email)[0] == 0
    (mo,) = accounts(app)
    assert (mo.tf_primary_method, mo.tf_totp_secret) == (None, None)


def test_settings_are_told_and_secrets_are_not(app: Flask, command: FlaskCliRunner) -> None:
    _, words = run(command, "settings")
    for setting in SETTINGS:
        assert f"\n{setting.name} = " in f"\n{words}"
        assert setting.help in words
    assert app.config["SECRET_KEY"] not in words
    assert app.config["ENCRYPTION_KEYS"] not in words


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_the_databases_password_is_not_told(app: Flask, command: FlaskCliRunner) -> None:
    app.config["DATABASE_URL"] = "postgresql+psycopg://alongside:sesame@db.example.org/alongside"
    _, words = run(command, "settings")
    assert "alongside:***@db.example.org" in words
    assert "sesame" not in words


def test_a_taken_port_is_said_so(command: FlaskCliRunner) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        code, words = run(command, "serve", "--port", str(port))
    assert code == 1
    assert f"127.0.0.1:{port}" in words
    assert "Choose another port" in words
