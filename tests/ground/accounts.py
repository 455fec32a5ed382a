"""Schemes and accounts for a test, and a quick honest way to be signed in."""

from collections.abc import Callable
from itertools import count
from typing import Any

import pytest
from flask import Flask, session
from flask.testing import FlaskClient

from scheme.database import carry_out, db, enter_scheme
from scheme.models import Account, Role, Scheme
from scheme.sign_in import accounts, actions
from scheme.sign_in.sessions import keep_signed_in

PASSWORD = "four invented words here"

MakeScheme = Callable[..., Scheme]
MakeAccount = Callable[..., Account]
SignIn = Callable[[FlaskClient, Account], FlaskClient]


@pytest.fixture
def make_scheme(app: Flask) -> MakeScheme:
    """Make a scheme; keywords are its columns. The row may be read after its session has gone."""

    numbers = count(1)

    def make(**values: Any) -> Scheme:
        with app.app_context():
            given: dict[str, Any] = {"name": f"Invented Scheme {next(numbers)}"}
            scheme = Scheme(**(given | values))
            carry_out(db.session.add, scheme)
            db.session.refresh(scheme)
            db.session.expunge(scheme)
            return scheme

    return make


@pytest.fixture
def scheme(make_scheme: MakeScheme) -> Scheme:
    """The scheme most tests are about."""
    return make_scheme()


@pytest.fixture
def make_account(app: Flask, scheme: Scheme) -> MakeAccount:
    """Make an account: ``make_account(Role.CARER, name="Invented Ana", scheme=other)``. Everybody's password is PASSWORD."""

    numbers = count(1)
    home_scheme = scheme

    def make(role: Role, *, scheme: Scheme | None = None, **values: Any) -> Account:
        with app.app_context():
            enter_scheme((scheme or home_scheme).id)
            given: dict[str, Any] = {
                "name": f"Invented {role.label}",
                "email": f"{role.value}{next(numbers)}@example.org",
                "password": accounts.hashed(PASSWORD),
                "fs_uniquifier": actions.new_uniquifier(),
            }
            account = Account(role=role, **(given | values))
            carry_out(db.session.add, account)
            db.session.refresh(account)
            db.session.expunge(account)
            return account

    return make


@pytest.fixture
def sign_in() -> SignIn:
    """Sign a client in as an account, without the pages: the session is the one they would have made."""

    def sign_in(client: FlaskClient, account: Account) -> FlaskClient:

        with client.application.test_request_context():
            keep_signed_in(account, by="link")
            begun = dict(session)
        with client.session_transaction() as kept:
            kept.clear()
            kept.update(begun)
            kept.permanent = True
        return client

    return sign_in
