"""A household sorts what matters most to it, card by card. Everybody here is invented."""

from uuid import UUID

from flask.testing import FlaskClient

from matching.compatibility.criteria import CRITERIA
from matching.compatibility.criterion import the_home_giver, the_mover
from tests.carers.conftest import Inside, found

CARDS = "/home/profile/matters"


def test_a_household_sorts_only_what_it_is_asked_about(at_home: FlaskClient) -> None:
    at_home.post(f"{CARDS}/noise", data={"how_much": "2"})
    page = at_home.get(CARDS).text
    own = [each.name for each in CRITERIA if each.asked_of is the_home_giver]
    others = [each.name for each in CRITERIA if each.asked_of is the_mover]
    assert own
    assert all(f"{CARDS}/{name}" in page for name in own)
    assert not any(f'{CARDS}/{name}"' in page for name in others)
    assert at_home.get(f"{CARDS}/{others[0]}").status_code == 404


def test_each_card_is_kept_and_read_in_the_profile(at_home: FlaskClient, household_id: UUID, inside: Inside) -> None:
    after = at_home.post(f"{CARDS}/noise", data={"how_much": "3"})
    assert after.location.startswith(f"{CARDS}/")
    with inside():
        assert found(household_id).matters_most == {"noise": 3}
    assert "Most of all" in at_home.get("/home/profile").text
    assert at_home.post(f"{CARDS}/noise", data={"how_much": "left_out"}).location == CARDS
    with inside():
        assert found(household_id).matters_most == {}


def test_what_is_no_answer_is_asked_again(at_home: FlaskClient) -> None:
    assert "Please choose one of the answers." in at_home.post(f"{CARDS}/noise", data={"how_much": "x"}).text
    assert at_home.post(CARDS, data={"how_much": "3"}).status_code == 404
