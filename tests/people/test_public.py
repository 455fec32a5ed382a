"""Anybody introduces somebody, without an account. Everybody here is invented."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlmodel import select

from people.models import Agrees, Enquiry
from scheme.database import db
from scheme.models import Message, Role, Scheme
from scheme.told import public_name
from tests.ground.accounts import MakeAccount, MakeScheme, SignIn
from tests.people.conftest import InScheme

TOLD = {
    "first_name": "Bo",
    "enjoys": "Trains, and the sea",
    "good_at": "Remembering birthdays",
    "introducer": "Invented Ana",
    "relation": "Neighbour",
    "email": "ana@example.org",
}


@pytest.fixture
def bryn(make_scheme: MakeScheme) -> Scheme:
    """A scheme somebody may be introduced to."""
    return make_scheme(name="Bryn Invented Scheme")


@pytest.fixture
def kept(in_scheme: InScheme, bryn: Scheme) -> object:
    """What the scheme has been told."""

    def enquiries() -> list[Enquiry]:
        with in_scheme(bryn):
            return list(db.session.exec(select(Enquiry)))

    return enquiries


PAGE = "/introduce/bryn-invented-scheme"


def test_whether_they_know_and_agree_is_asked_first_and_without_it_nothing_is_kept(
    client: FlaskClient, bryn: Scheme, kept: object
) -> None:
    first = client.get(PAGE).text
    assert "Do they know that you are telling us, and do they agree?" in first
    assert "What do they enjoy?" not in first
    not_yet = client.get(f"{PAGE}?they=not-yet").text
    assert "Please talk with them first." in not_yet
    assert "We have kept nothing." in not_yet
    for asked in ("", "?they=not-yet", "?they=nonsense"):
        assert client.post(PAGE + asked, data=TOLD).status_code == 200
    assert kept() == []  # type: ignore[operator]


def test_what_is_told_is_sealed_and_whoever_told_it_is_thanked_without_private_things(
    client: FlaskClient, bryn: Scheme, in_scheme: InScheme
) -> None:
    assert client.get(f"{PAGE}?they=agrees").text.index("What do they enjoy?") > 0
    sent = client.post(f"{PAGE}?they=agrees", data=TOLD)
    assert sent.location == f"{PAGE}/thanks"
    assert "We have what you told us." in client.get(sent.location).text
    with in_scheme(bryn):
        (enquiry,) = db.session.exec(select(Enquiry))
        assert (enquiry.agrees, enquiry.first_name, enquiry.enjoys) == (Agrees.AGREES, "Bo", "Trains, and the sea")
        assert b"Trains" not in (enquiry.enjoys_sealed or b"")
        (message,) = db.session.exec(select(Message))
        assert message.to_email == "ana@example.org"
        for private in ("Bo ", "Trains", "Neighbour", "birthdays"):
            assert private not in f"{message.subject} {message.body}"


def test_somebody_may_introduce_themselves(client: FlaskClient, bryn: Scheme, in_scheme: InScheme) -> None:
    page = client.get(f"{PAGE}?they=myself").text
    assert "What do you enjoy?" in page
    assert "Who are you to them?" not in page
    client.post(f"{PAGE}?they=myself", data={"introducer": "Invented Bo", "enjoys": "Trains", "phone": "07700 900000"})
    with in_scheme(bryn):
        (enquiry,) = db.session.exec(select(Enquiry))
        assert (enquiry.agrees, enquiry.first_name) == (Agrees.MYSELF, "Invented Bo")


def test_a_way_to_answer_is_needed_and_nothing_typed_is_lost(client: FlaskClient, bryn: Scheme, kept: object) -> None:
    page = client.post(f"{PAGE}?they=agrees", data=TOLD | {"email": ""}).text
    assert "Please give us an email address or a phone number" in page
    assert "Trains, and the sea" in page
    assert kept() == []  # type: ignore[operator]


def test_many_in_an_hour_are_asked_to_wait_kindly(app: Flask, client: FlaskClient, bryn: Scheme, kept: object) -> None:
    app.config["SIGN_IN_ATTEMPTS"] = 2
    for _ in range(2):
        assert client.post(f"{PAGE}?they=agrees", data=TOLD).status_code == 302
    third = client.post(f"{PAGE}?they=agrees", data=TOLD)
    assert third.status_code == 429
    assert "many tries to introduce somebody" in third.text
    assert "Trains, and the sea" in third.text
    assert len(kept()) == 2  # type: ignore[operator]


def test_the_address_says_which_scheme_and_another_schemes_is_not_there_once_signed_in(
    app: Flask, bryn: Scheme, make_scheme: MakeScheme, make_account: MakeAccount, sign_in: SignIn, in_scheme: InScheme
) -> None:
    other = make_scheme(name="Dôl Invented Scheme")
    assert public_name(other) == "dol-invented-scheme"
    stranger = app.test_client()
    chosen = stranger.get("/introduce").text
    assert "/introduce/bryn-invented-scheme" in chosen
    assert "/introduce/dol-invented-scheme" in chosen
    assert stranger.get("/introduce/nobodys").status_code == 404
    stranger.post("/introduce/dol-invented-scheme?they=agrees", data=TOLD)
    with in_scheme(bryn):
        assert db.session.exec(select(Enquiry)).all() == []
    with in_scheme(other):
        assert len(db.session.exec(select(Enquiry)).all()) == 1
    ours = sign_in(app.test_client(), make_account(Role.WORKER, scheme=bryn))
    assert "dol-invented-scheme" not in ours.get("/introduce").text
    assert ours.get("/introduce/dol-invented-scheme").status_code == 404
    assert ours.post("/introduce/dol-invented-scheme?they=agrees", data=TOLD).status_code == 404
