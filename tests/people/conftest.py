"""Invented people for these tests, and a way to act inside the scheme."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from flask import Flask, g
from flask.testing import FlaskClient

from people import actions, queries
from people.models import Authority, Person
from scheme.database import carry_out, db, enter_scheme
from scheme.models import Account, Role, Scheme
from tests.ground.accounts import MakeAccount, SignIn

InScheme = Callable[..., Any]
MakePerson = Callable[..., Person]
Said = Callable[[Person], dict[str, int]]


@pytest.fixture
def in_scheme(app: Flask, scheme: Scheme) -> InScheme:
    """``with in_scheme(acting=worker): …``: a session inside the scheme, on behalf of an account."""
    home_scheme = scheme

    @contextmanager
    def inside(scheme: Scheme | None = None, acting: Account | None = None) -> Iterator[None]:
        with app.app_context():
            enter_scheme((scheme or home_scheme).id)
            if acting:
                g.acting = acting
            yield

    return inside


@pytest.fixture
def make_person(in_scheme: InScheme) -> MakePerson:
    """Make a person; keywords are what is known. The row may be read after its session has gone."""

    def make(known_as: str = "Invented Mo", *, scheme: Scheme | None = None, **answers: Any) -> Person:
        with in_scheme(scheme):
            person = carry_out(actions.add_person, {"known_as": known_as, **answers})
            db.session.refresh(person)
            db.session.expunge(person)
            return person

    return make


@pytest.fixture
def worker(make_account: MakeAccount) -> Account:
    """A worker of the scheme."""
    return make_account(Role.WORKER, name="Invented Wyn")


@pytest.fixture
def at_desk(client: FlaskClient, worker: Account, sign_in: SignIn) -> FlaskClient:
    """A client signed in as the worker."""
    return sign_in(client, worker)


@pytest.fixture
def own_pages(
    app: Flask, in_scheme: InScheme, make_account: MakeAccount, sign_in: SignIn
) -> Callable[..., FlaskClient]:
    """A client signed in as somebody who may open this person's own pages; keywords are the authority's."""

    def signed_in(person: Person, role: Role = Role.PERSON, **answers: Any) -> FlaskClient:
        account = make_account(role)
        given = {"authority": Authority.SELF if role is Role.PERSON else Authority.ASKED} | answers
        with in_scheme():
            carry_out(actions.give_authority, person, account, given)
        return sign_in(app.test_client(), account)

    return signed_in


@pytest.fixture
def said(in_scheme: InScheme) -> Said:
    """What somebody has said matters to them, as it is now."""

    def now(person: Person) -> dict[str, int]:
        with in_scheme():
            found = queries.person(person.id)
            assert found is not None
            return dict(found.matters_most)

    return now
