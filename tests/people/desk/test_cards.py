"""A worker sorts what matters most with somebody. Everybody here is invented."""

from flask.testing import FlaskClient

from tests.people.conftest import MakePerson, Said


def test_a_worker_sorts_with_them_the_same_way(at_desk: FlaskClient, make_person: MakePerson, said: Said) -> None:
    person = make_person("Mo", matters_most={"food": 1})
    cards = f"/desk/people/{person.id}/matters"
    page = at_desk.get(f"{cards}/change").text
    assert "Carry on with the next card" in page
    assert "Sort these together" in page
    after = at_desk.post(f"{cards}/noise/change", data={"how_much": "3"})
    assert after.status_code == 302
    assert said(person) == {"food": 1, "noise": 3}
    profile = at_desk.get(f"/desk/people/{person.id}").text
    assert "Most of all" in profile
    assert f'href="{cards}/change"' in profile
