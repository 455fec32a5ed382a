"""Risks through the desk's pages, and the person's own in theirs."""

from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient

from people.models import Authority, AuthorityScope, PersonAccount
from scheme.database import carry_out, db
from scheme.models import Role
from tests.ground.accounts import MakeAccount, SignIn
from tests.matching.conftest import Inside, a_person

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


def test_the_persons_own_is_read_and_changed_in_their_pages_and_the_schemes_is_not_there(
    app: Flask, at_desk: FlaskClient, inside: Inside, make_account: MakeAccount, sign_in: SignIn
) -> None:
    own = make_account(Role.PERSON)
    with inside():
        person_id = carry_out(lambda: a_person("P007").id)
        carry_out(_theirs, person_id, own.id)
    desk, portal = f"/desk/people/{person_id}/risks", f"/me/{person_id}/staying-safe"
    assert desk in at_desk.get(f"/desk/people/{person_id}").text
    mine = sign_in(app.test_client(), own)
    assert portal not in mine.get(f"/me/{person_id}").text
    said = {"whose": "person", "what": "Getting lost", "helps": "A phone", "household_knows": "no"}
    said["review_on"] = ["1", "3", "2049"]  # type: ignore[assignment]
    assert "Write down what helps." in at_desk.post(f"{desk}/add", data=said | {"helps": ""}).text
    at_desk.post(f"{desk}/add", data=said)
    at_desk.post(f"{desk}/add", data=said | {"whose": "organisation", "what": "The boiler"})
    assert "The boiler" in at_desk.get(desk).text
    assert portal in mine.get(f"/me/{person_id}").text
    page = mine.get(portal).text
    assert "Getting lost" in page
    assert "The boiler" not in page
    change = page.split(f'href="{portal}/')[1].split('"')[0]
    words = {"what": "I lose my way", "helps": "My sister", "version": "1"}
    assert "I lose my way" in mine.post(f"{portal}/{change}", data=words, follow_redirects=True).text
    assert "My sister" in at_desk.get(desk).text
    at_desk.post(f"{desk}/{change}/put-away")
    assert "My sister" not in at_desk.get(desk).text
    assert mine.get(f"{portal}/{change}").status_code == 404


def _theirs(person_id: UUID, account_id: UUID) -> None:
    own = PersonAccount(person_id=person_id, account_id=account_id, authority=Authority.SELF, scope=AuthorityScope.HELP)
    db.session.add(own)
