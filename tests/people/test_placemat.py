"""Who does what for somebody, on one page. Everybody here is invented."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlmodel import select

from people import actions
from people.models import AuthorityScope, Closeness, PlacematLine, PlacematPlace, Whose
from people.placemat import one_sided, placemat_of
from scheme.database import carry_out, db
from scheme.models import Role
from tests.people.conftest import InScheme, MakePerson

LINE = {"place": "support", "whose": "us", "who": "Invented Wyn", "does": "Comes to the bank"}


@pytest.mark.parametrize(
    ("whose", "says"),
    [
        ([], None),
        ([Whose.US], None),
        ([Whose.THEMSELVES, Whose.THEMSELVES], "stands on Mo alone"),
        ([Whose.US, Whose.OTHER_SERVICE], "done by services"),
        ([Whose.US, Whose.THEMSELVES], None),
        ([Whose.OTHER_SERVICE, Whose.CLOSE_TO_THEM], None),
    ],
)
def test_a_placemat_is_never_all_them_or_all_us(whose: list[Whose], says: str | None) -> None:
    said = one_sided("Mo", whose)
    assert said is None if says is None else says in (said or "")


def test_what_the_circle_says_already_stands_there_until_a_line_says_more(
    make_person: MakePerson, in_scheme: InScheme
) -> None:
    person = make_person()
    with in_scheme():
        carry_out(actions.add_to_circle, person, {"name": "Jo", "relationship": "Sister"})
        carry_out(actions.add_to_circle, person, {"name": "Invented Bo", "closeness": Closeness.PAID})
        there = {one.place: [said.who for said in one.said] for one in placemat_of(person).places}
        assert there[PlacematPlace.FAMILY_AND_FRIENDS] == ["Jo"]
        assert there[PlacematPlace.SUPPORT] == ["Invented Bo"]
        line = {"place": PlacematPlace.PLANNING, "whose": Whose.CLOSE_TO_THEM, "who": "jo", "does": "Plans the week"}
        carry_out(actions.add_placemat_line, person, line)
        there = {one.place: [said.does for said in one.said] for one in placemat_of(person).places}
        assert there[PlacematPlace.FAMILY_AND_FRIENDS] == []
        assert there[PlacematPlace.PLANNING] == ["Plans the week"]


def test_a_worker_writes_changes_and_takes_off_a_line(
    at_desk: FlaskClient, make_person: MakePerson, in_scheme: InScheme
) -> None:
    profile = f"/desk/people/{make_person().id}"
    assert at_desk.post(f"{profile}/placemat/add", data=LINE).location == f"{profile}/placemat"
    with in_scheme():
        line_id = db.session.exec(select(PlacematLine.id)).one()
    shown = at_desk.get(f"{profile}/placemat").text
    assert "Comes to the bank" in shown
    at_desk.post(f"{profile}/placemat/{line_id}", data=LINE | {"does": "Comes to the club", "version": "1"})
    assert "Comes to the club" in at_desk.get(f"{profile}/placemat").text
    at_desk.post(f"{profile}/placemat/{line_id}/remove")
    assert "Comes to the club" not in at_desk.get(f"{profile}/placemat").text


def test_the_person_writes_their_own_and_a_reader_beside_them_does_not(
    own_pages: Callable[..., FlaskClient], make_person: MakePerson
) -> None:
    person = make_person()
    mine = f"/me/{person.id}"
    hers = own_pages(person)
    assert "It is me" in hers.get(f"{mine}/placemat/add").text
    own = LINE | {"whose": "themselves", "who": "Me", "does": "I cook on Sundays"}
    assert hers.post(f"{mine}/placemat/add", data=own).location == f"{mine}/placemat"
    assert "I cook on Sundays" in hers.get(f"{mine}/placemat").text
    reader = own_pages(person, Role.SUPPORTER, scope=AuthorityScope.READ)
    assert "I cook on Sundays" in reader.get(f"{mine}/placemat").text
    assert reader.post(f"{mine}/placemat/add", data=own).status_code == 403


def test_a_talk_about_other_ways_is_written_at_the_desk_and_nowhere_else(
    at_desk: FlaskClient, own_pages: Callable[..., FlaskClient], make_person: MakePerson
) -> None:
    person = make_person()
    talk = {"ways": ["staying_home", "own_home"], "talked_on": ["5", "1", "2026"]}
    profile = f"/desk/people/{person.id}"
    refused = at_desk.post(f"{profile}/other-ways/add", data={"with_whom": "Jo"})
    assert "Please tick at least one." in refused.text
    at_desk.post(f"{profile}/other-ways/add", data=talk | {"with_whom": "Mo and Jo", "words": "A flat felt lonely."})
    shown = at_desk.get(profile).text
    assert "Mo and Jo: staying where they are, with support, a home of their own" in shown
    assert "A flat felt lonely." not in shown
    hers = own_pages(person)
    assert hers.get(f"/me/{person.id}/other-ways/add").status_code == 404
    assert "Mo and Jo" not in hers.get(f"/me/{person.id}/profile").text
