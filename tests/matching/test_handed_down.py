"""What people's and households' own pages are given by matching, which they may not ask."""

from flask import Flask
from flask.testing import FlaskClient

from matching.compatibility.criteria import CRITERIA
from scheme.database import carry_out
from scheme.models import Account
from tests.ground.accounts import SignIn
from tests.matching.conftest import Inside, a_household, a_person


def test_the_forms_know_each_way_of_fitting_s_question(app: Flask) -> None:
    assert app.extensions["criteria_questions"] == [(each.name, each.question) for each in CRITERIA]


def test_profiles_at_the_desk_lead_to_who_might_suit(
    client: FlaskClient, worker: Account, sign_in: SignIn, inside: Inside
) -> None:
    with inside():
        person_id, household_id = carry_out(lambda: (a_person().id, a_household().id))
    sign_in(client, worker)
    assert f'href="/desk/people/{person_id}/households"' in client.get(f"/desk/people/{person_id}").text
    assert f'href="/desk/households/{household_id}/people"' in client.get(f"/desk/households/{household_id}").text
