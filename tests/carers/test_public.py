"""Anybody says that they would share their home, without an account. Everybody here is invented."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlmodel import select

from carers.models import AtHomeAgree, WouldShare
from scheme.database import db, enter_scheme
from scheme.kinds import SchemeKind
from scheme.models import Message, Scheme
from tests.ground.accounts import MakeScheme
from tests.ground.databases import Database

TOLD = {
    "name": "Invented Ana and Jo",
    "enjoys": "Sunday roasts, and singing badly",
    "offers": "Our spare room, some weekends",
    "lives_with": "Two of us and a cat",
    "where": "Brynford",
    "email": "ana@example.org",
}
PAGE = "/share/bryn-invented-scheme"


@pytest.fixture
def database(sqlite_database: Database) -> Database:
    """Pages ask nothing of a database that the other would answer differently."""
    return sqlite_database


@pytest.fixture
def bryn(make_scheme: MakeScheme) -> Scheme:
    """A scheme of Shared Lives."""
    return make_scheme(name="Bryn Invented Scheme")


@pytest.fixture
def kept(app: Flask, bryn: Scheme) -> Callable[[], list[WouldShare]]:
    """What the scheme has been told."""

    def rows() -> list[WouldShare]:
        with app.app_context():
            enter_scheme(bryn.id)
            return list(db.session.exec(select(WouldShare)))

    return rows


def test_whether_everybody_at_home_agrees_is_asked_first_and_without_it_nothing_is_kept(
    client: FlaskClient, kept: Callable[[], list[WouldShare]]
) -> None:
    first = client.get(PAGE).text
    assert "Does everybody who lives with you know, and agree?" in first
    assert "What is your name?" not in first
    assert "We have kept nothing." in client.get(f"{PAGE}?they=not-yet").text
    for asked in ("", "?they=not-yet", "?they=nonsense"):
        assert client.post(PAGE + asked, data=TOLD).status_code == 200
    assert kept() == []


def test_what_is_told_is_sealed_and_they_are_thanked_in_words_that_hold_none_of_it(
    app: Flask, client: FlaskClient, bryn: Scheme
) -> None:
    sent = client.post(f"{PAGE}?they=agree", data=TOLD)
    assert sent.location == f"{PAGE}/thanks"
    assert "We have what you told us." in client.get(sent.location).text
    with app.app_context():
        enter_scheme(bryn.id)
        (row,) = db.session.exec(select(WouldShare))
        assert (row.at_home, row.name, row.where) == (AtHomeAgree.AGREE, TOLD["name"], "Brynford")
        assert b"roasts" not in (row.enjoys_sealed or b"")
        (message,) = db.session.exec(select(Message))
        assert message.to_email == "ana@example.org"
        assert not [private for private in ("Ana", "roasts", "Brynford", "cat") if private in message.body or ""]


def test_a_way_to_answer_is_needed_and_nothing_typed_is_lost(
    client: FlaskClient, kept: Callable[[], list[WouldShare]]
) -> None:
    page = client.post(f"{PAGE}?they=agree", data=TOLD | {"email": ""}).text
    assert "Please give us an email address or a phone number" in page
    assert TOLD["enjoys"] in page
    assert kept() == []


def test_many_in_an_hour_are_asked_to_wait_kindly(
    app: Flask, client: FlaskClient, kept: Callable[[], list[WouldShare]]
) -> None:
    app.config["SIGN_IN_ATTEMPTS"] = 1
    assert client.post(f"{PAGE}?they=alone", data=TOLD).status_code == 302
    second = client.post(f"{PAGE}?they=alone", data=TOLD)
    assert (second.status_code, "many tries to write to us" in second.text) == (429, True)
    assert TOLD["enjoys"] in second.text
    assert len(kept()) == 1


def test_in_homeshare_they_come_to_live_in_somebodys_home(client: FlaskClient, make_scheme: MakeScheme) -> None:
    make_scheme(name="Dol Invented Homeshare", kind=SchemeKind.HOMESHARE)
    page = "/share/dol-invented-homeshare"
    first = client.get(page).text
    assert "Come and live with somebody" in first
    assert "Does everybody who would come with you know, and agree?" in first
    asked = client.get(f"{page}?they=alone").text
    assert "Where would you like to live?" in asked
    assert "Who lives with you?" not in asked


def test_both_schemes_are_there_to_choose_from_and_nobodys_is_not(client: FlaskClient, bryn: Scheme) -> None:
    assert PAGE in client.get("/share").text
    assert client.get("/share/nobodys").status_code == 404
    assert "/share" in client.get("/sign-in").text


def test_whoever_came_to_the_wrong_page_of_the_two_finds_the_other(client: FlaskClient, bryn: Scheme) -> None:
    assert bryn
    introduce = PAGE.replace("/share/", "/introduce/")
    for one, other in ((PAGE, introduce), ("/share", "/introduce")):
        assert f'href="{other}"' in client.get(one).text
        assert f'href="{one}"' in client.get(other).text
