"""What people's and households' own pages are given by matching, which they may not ask."""

from flask.testing import FlaskClient

from matching.actions.weighing import publish_weights
from matching.compatibility.criteria import CRITERIA
from matching.compatibility.criterion import both_sides, the_home_giver, the_mover
from matching.handed_down import cards
from scheme.cards import CardsOf
from scheme.database import carry_out
from scheme.models import Account
from tests.ground.accounts import SignIn
from tests.matching.conftest import Inside, a_household, a_person


def test_each_side_gets_the_cards_of_what_it_is_asked_about(inside: Inside) -> None:
    with inside():
        person, household = ({card.name for card in cards(of, homeshare=False)} for of in CardsOf)
        householder, homesharer = ({card.name for card in cards(of, homeshare=True)} for of in CardsOf)
    both = {each.name for each in CRITERIA if each.asked_of is both_sides}
    assert both == person & household & householder & homesharer
    mover, giver = ({each.name for each in CRITERIA if each.asked_of is who} for who in (the_mover, the_home_giver))
    assert mover
    assert giver
    assert mover <= person & homesharer
    assert giver <= household & householder
    assert not mover & household
    assert not giver & person


def test_what_counts_nothing_in_the_scheme_is_not_asked_about(inside: Inside, manager: Account) -> None:
    with inside():
        carry_out(publish_weights, {"noise": 0}, "Invented", 0, manager.id)
        assert "noise" not in {card.name for card in cards(CardsOf.PERSON, homeshare=False)}


def test_profiles_at_the_desk_lead_to_who_might_suit(
    client: FlaskClient, worker: Account, sign_in: SignIn, inside: Inside
) -> None:
    with inside():
        person_id, household_id = carry_out(lambda: (a_person().id, a_household().id))
    sign_in(client, worker)
    assert f'href="/desk/people/{person_id}/households"' in client.get(f"/desk/people/{person_id}").text
    assert f'href="/desk/households/{household_id}/people"' in client.get(f"/desk/households/{household_id}").text
