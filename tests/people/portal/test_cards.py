"""Somebody sorts what matters most to them, card by card, in their own pages. Everybody here is invented."""

from collections.abc import Callable

from flask.testing import FlaskClient

from matching.compatibility.criteria import CRITERIA
from people.models import AuthorityScope
from scheme.models import Role
from tests.people.conftest import MakePerson, Said

OwnPages = Callable[..., FlaskClient]


def test_each_card_is_kept_as_it_is_put_down_and_leads_to_the_next(
    make_person: MakePerson, own_pages: OwnPages, said: Said
) -> None:
    person = make_person()
    me, cards = own_pages(person), f"/me/{person.id}/profile/matters"
    page = me.get(cards).text
    assert "Start with the first card" in page
    first = next(each for each in CRITERIA if f'href="{cards}/{each.name}"' in page)
    after = me.post(f"{cards}/{first.name}", data={"how_much": "3"})
    assert said(person) == {first.name: 3}
    assert after.location not in (cards, f"{cards}/{first.name}")
    page = me.get(after.location).text
    assert "Card 2 of" in page
    assert f"{first.title}: most of all. You can go back." in page
    assert f'href="{cards}/{first.name}"' in page


def test_a_card_may_be_changed_or_taken_back(make_person: MakePerson, own_pages: OwnPages, said: Said) -> None:
    person = make_person(matters_most={"noise": 3, "food": 1})
    me, cards = own_pages(person), f"/me/{person.id}/profile/matters"
    assert "Your answer now" in me.get(f"{cards}/noise").text
    changed = me.post(f"{cards}/noise", data={"how_much": "0"})
    assert (changed.location, said(person)) == (cards, {"noise": 0, "food": 1})
    me.post(f"{cards}/noise", data={"how_much": "left_out"})
    assert said(person) == {"food": 1}


def test_nothing_has_to_be_said(make_person: MakePerson, own_pages: OwnPages, said: Said) -> None:
    person = make_person()
    me, cards = own_pages(person), f"/me/{person.id}/profile/matters"
    page = f"{cards}/{CRITERIA[0].name}"
    seen = 0
    while page != cards:
        page, seen = me.post(page, data={"how_much": "left_out"}).location, seen + 1
        assert seen <= len(CRITERIA)
    assert said(person) == {}


def test_what_is_no_answer_is_asked_again(make_person: MakePerson, own_pages: OwnPages, said: Said) -> None:
    person = make_person(matters_most={"noise": 2})
    me, card = own_pages(person), f"/me/{person.id}/profile/matters/noise"
    for sent in ({}, {"how_much": "4"}, {"how_much": "\0"}):
        page = me.post(card, data=sent)
        assert page.status_code == 200
        assert "Please choose one of the answers." in page.text
        assert "Not done" in page.text
        assert ">Done" not in "".join(page.text.split())
    assert said(person) == {"noise": 2}


def test_a_card_nobody_is_asked_about_is_not_there(make_person: MakePerson, own_pages: OwnPages) -> None:
    person = make_person()
    me = own_pages(person)
    assert me.get(f"/me/{person.id}/profile/matters/chess").status_code == 404
    assert me.post(f"/me/{person.id}/profile/matters/chess", data={"how_much": "3"}).status_code == 404
    assert me.post(f"/me/{person.id}/profile/matters", data={"how_much": "3"}).status_code == 404


def test_a_supporter_who_may_only_read_sorts_nothing(make_person: MakePerson, own_pages: OwnPages, said: Said) -> None:
    person = make_person()
    supporter = own_pages(person, Role.SUPPORTER, scope=AuthorityScope.READ)
    answer = supporter.post(f"/me/{person.id}/profile/matters/noise", data={"how_much": "3"})
    assert (answer.status_code, said(person)) == (403, {})


def test_no_page_of_cards_says_a_score(make_person: MakePerson, own_pages: OwnPages) -> None:
    person = make_person(matters_most={"noise": 3})
    page = own_pages(person).get(f"/me/{person.id}/profile/matters").text
    assert "score" not in page.lower()
    assert "out of 100" not in page
