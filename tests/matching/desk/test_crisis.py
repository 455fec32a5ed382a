"""A crisis on the person's page at the desk, and on their own pages."""

from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient

from people.models import Authority, AuthorityScope, PersonAccount
from scheme.clock import today
from scheme.database import carry_out, db
from scheme.models import Role
from scheme.ways_of_living import YesNo
from tests.ground.accounts import MakeAccount, SignIn
from tests.matching.conftest import Inside, a_person, days

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


def test_from_noting_it_to_what_helped(
    app: Flask, at_desk: FlaskClient, inside: Inside, make_account: MakeAccount, sign_in: SignIn
) -> None:
    own = make_account(Role.PERSON)
    with inside():
        person_id = carry_out(lambda: a_person("P007").id)
        carry_out(_theirs, person_id, own.id)
        soon = [str(part) for part in (days(3).day, days(3).month, days(3).year)]
        assert today()
    profile = f"/desk/people/{person_id}"
    plan = f"{profile}/crisis-plan"
    assert "In a crisis" not in at_desk.get(profile).text
    assert at_desk.get(f"{plan}/steps/add").status_code == 404
    at_desk.post(f"{profile}/crisis", data={"crisis": "yes", "version": "1"})
    page = at_desk.get(profile).text
    assert "Not spoken with today" in page
    assert plan in page
    after = at_desk.post(f"{profile}/spoke", data={"words": "Invented: slept a little"}, follow_redirects=True).text
    assert "Spoken with today" in after
    assert "slept a little" in after
    hope = {"hope": "Invented: to sleep through a night", "review_on": soon}
    at_desk.post(plan, data=hope)
    service = {"help_from": "service", "what": "Invented: a bed", "who": "The council", "by_day": soon}
    assert "A service may come after it" in at_desk.post(f"{plan}/steps/add", data=service).text
    sister = {"help_from": "around", "what": "Invented: stays the night", "who": "Her sister", "by_day": soon}
    shown = at_desk.post(f"{plan}/steps/add", data=sister, follow_redirects=True).text
    assert "Her sister</strong>: Invented: stays the night" in shown
    mine = sign_in(app.test_client(), own).get(f"/me/{person_id}").text
    for words in ("Your plan for now", "to sleep through a night", "Her sister: Invented: stays the night"):
        assert words in mine
    at_desk.post(f"{plan}/close", data={"what_helped": "Invented: her sister"})
    assert "What helped: Invented: her sister" in at_desk.get(plan).text
    assert "Your plan for now" not in sign_in(app.test_client(), own).get(f"/me/{person_id}").text


def test_nobody_elses_step_is_done_from_here(at_desk: FlaskClient, inside: Inside) -> None:
    with inside():
        one, other = carry_out(lambda: [a_person(f"P00{number}", crisis=YesNo.YES).id for number in (7, 8)])
    assert at_desk.post(f"/desk/people/{one}/crisis-plan/steps/{other}/done").status_code == 404


def _theirs(person_id: UUID, account_id: UUID) -> None:
    own = PersonAccount(person_id=person_id, account_id=account_id, authority=Authority.SELF, scope=AuthorityScope.HELP)
    db.session.add(own)
