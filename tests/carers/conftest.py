"""A scheme with a worker, a household and its carer, all invented."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

import pytest
from flask import Flask, g
from flask.testing import FlaskClient

from carers import actions, queries
from carers.models import Household, MemberKind
from scheme.database import carry_out, db, enter_scheme
from scheme.kinds import ArrangementKind, SchemeKind
from scheme.models import Account, Role, Scheme
from tests.ground.accounts import MakeAccount, MakeScheme, SignIn

Inside = Callable[..., Any]
AddHousehold = Callable[..., UUID]


@pytest.fixture
def worker(make_account: MakeAccount) -> Account:
    return make_account(Role.WORKER, name="Invented Helen")


@pytest.fixture
def inside(app: Flask, worker: Account) -> Inside:
    """Work inside the scheme, as its worker: ``with inside(): …``."""

    @contextmanager
    def inside(account: Account = worker) -> Iterator[None]:
        with app.app_context():
            enter_scheme(account.scheme_id)
            g.acting = account
            yield
            db.session.rollback()

    return inside


@pytest.fixture
def add_household(inside: Inside) -> AddHousehold:
    """Add a household: ``add_household("Ann and Joe", shape=…)`` gives its id."""

    def add(name: str = "Ann and Joe", **answers: Any) -> UUID:
        with inside():
            return carry_out(actions.add_household, {"name": name, **answers}).id

    return add


@pytest.fixture
def household_id(add_household: AddHousehold) -> UUID:
    return add_household()


@pytest.fixture
def homeshare(make_scheme: MakeScheme) -> Scheme:
    """A Homeshare scheme."""
    return make_scheme(kind=SchemeKind.HOMESHARE)


@pytest.fixture
def homeshare_worker(homeshare: Scheme, make_account: MakeAccount) -> Account:
    return make_account(Role.WORKER, scheme=homeshare, name="Invented Huw")


@pytest.fixture
def at_desk(client: FlaskClient, worker: Account, sign_in: SignIn) -> FlaskClient:
    return sign_in(client, worker)


@pytest.fixture
def carer(make_account: MakeAccount, inside: Inside, household_id: UUID) -> Account:
    """A carer of the household, who may sign in; the household offers live-in and short breaks."""
    account = make_account(Role.CARER, name="Ann Invented")
    with inside():
        household = found(household_id)
        member = carry_out(actions.add_member, household, {"kind": MemberKind.CARER, "name": "Ann"})
        carry_out(actions.give_account, member, account)
        for kind in (ArrangementKind.LIVE_IN, ArrangementKind.SHORT_BREAK):
            carry_out(actions.add_offer, household, {"kind": kind, "spaces": 1})
    return account


@pytest.fixture
def at_home(app: Flask, carer: Account, sign_in: SignIn) -> FlaskClient:
    return sign_in(app.test_client(), carer)


def found(household_id: UUID) -> Household:
    """The household with this id, which is there."""
    household = queries.household(household_id)
    assert household is not None
    return household
