"""Risks through the desk's pages, and the person's own in theirs."""

from typing import Any
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


SUPPORTS: dict[str, Any] = {"authority": Authority.ATTORNEY, "evidence": "Invented: registered"}


def test_people_and_supporters_who_may_write_add_something_and_nobody_else_does(
    app: Flask, at_desk: FlaskClient, inside: Inside, make_account: MakeAccount, sign_in: SignIn
) -> None:
    own, helps, reads, stranger = (make_account(Role.PERSON) for _ in range(4))
    with inside():
        person_id = carry_out(lambda: a_person("P007").id)
        carry_out(_theirs, person_id, own.id)
        carry_out(_theirs, person_id, helps.id, **SUPPORTS)
        carry_out(_theirs, person_id, reads.id, scope=AuthorityScope.READ, **SUPPORTS)
    desk, portal = f"/desk/people/{person_id}/risks", f"/me/{person_id}/staying-safe"
    browsers = {each.id: sign_in(app.test_client(), each) for each in (own, helps, reads, stranger)}
    for account, words in ((own, "Big dogs"), (helps, "Icy steps")):
        browser = browsers[account.id]
        assert f"{portal}/add" in browser.get(portal).text
        empty = browser.post(f"{portal}/add", data={"what": "", "good": "Kept while it is put right"}).text
        assert "Write down what might happen." in empty
        assert "Kept while it is put right" in empty
        saved = browser.post(f"{portal}/add", data={"what": words}, follow_redirects=True).text
        assert words in saved
        assert "We think together about what helps." in saved
        assert "Your worker will talk with you about it." in saved
    assert f"{portal}/add" not in browsers[reads.id].get(portal).text
    assert browsers[reads.id].post(f"{portal}/add", data={"what": "Mine"}).status_code == 403
    assert browsers[stranger.id].post(f"{portal}/add", data={"what": "Mine"}).status_code == 404
    page = at_desk.get(desk).text
    assert "Big dogs" in page
    assert "Icy steps" in page
    assert "Mine" not in page


def _theirs(person_id: UUID, account_id: UUID, authority: Authority = Authority.SELF, **more: Any) -> None:
    scope = more.pop("scope", AuthorityScope.HELP)
    db.session.add(PersonAccount(person_id=person_id, account_id=account_id, authority=authority, scope=scope, **more))
