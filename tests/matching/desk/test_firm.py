"""How firm the order of somebody's list is, as a worker reads it. Everybody here is invented."""

import re
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from flask.testing import FlaskClient
from sqlmodel import select

from carers.models import Household, Offer
from matching.desk.firm import nth
from people.models import Person
from scheme.database import carry_out, db
from scheme.models import Reading, Role
from scheme.ways_of_living import Company, Noise
from tests.ground.accounts import MakeAccount, SignIn
from tests.ground.jobs import answered
from tests.matching.conftest import Inside, a_household, a_person
from tests.matching.desk.conftest import read, words

Asked = Callable[[Callable[[], Any]], str]


@pytest.fixture
def asked(at_desk: FlaskClient, inside: Inside) -> Asked:
    """The page about P001's order, once a story was carried out."""

    def ask(story: Callable[[], Any]) -> str:
        with inside():
            carry_out(story)
            person: UUID = db.session.exec(select(Person).where(Person.reference == "P001")).one().id
        return words(read(at_desk.get(f"/desk/people/{person}/households/how-firm").text))

    return ask


def close() -> None:
    """Quiet suits one household and company the other, and the person likes both."""
    a_person("P001", noise=Noise.QUIET, company=Company.OWN_SPACE, matters_most={"noise": 2, "company": 2})
    a_household("H001", noise=Noise.QUIET, company=Company.TOGETHER, name="Invented Quiet")
    a_household("H002", noise=Noise.LIVELY, company=Company.OWN_SPACE, name="Invented Company")


def test_what_one_step_would_change_is_named(asked: Asked) -> None:
    page = asked(close)
    assert "This is close. Invented Quiet comes first now." in page
    assert "Invented Company would come first if" in page
    assert "“Company” mattered a step more to Invented P001" in page
    assert "“Quiet or lively” mattered a step less to Invented P001" in page


def test_what_could_change_who_comes_first_is_to_be_asked(asked: Asked) -> None:
    def unsaid() -> None:
        a_person("P001", noise=Noise.QUIET, matters_most={"noise": 3})
        a_household("H001", noise=Noise.QUIET, name="Invented Quiet")
        a_household("H002", name="Invented Unsaid")

    page = asked(unsaid)
    assert "Invented Quiet stays first whichever answer about what matters moves by a step" in page
    assert (
        "“Is your home usually quiet or lively?” Ask Invented Unsaid." not in page
    )  # at most as quiet: H001 comes first
    assert "Each of these answers alone could change who comes first." in page


def test_what_their_cards_change_is_shown_before_and_after(asked: Asked) -> None:
    """Without cards noise and company weigh the same, and company differs a little less."""

    def sorted_cards() -> None:
        close()
        person = db.session.exec(select(Person)).one()
        person.matters_most = {"company": 3, "noise": 0}

    page = asked(sorted_cards)
    assert "What Invented P001 has said matters most" in page
    assert "Invented Company: 1st, and 2nd without them" in page
    assert "Invented Quiet: 2nd, and 1st without them" in page


def test_cards_that_change_nothing_are_told_in_one_sentence(asked: Asked) -> None:
    def sorted_as_usual() -> None:
        close()
        db.session.exec(select(Person)).one().matters_most = {"company": 1, "noise": 1}

    page = asked(sorted_as_usual)
    assert "Without the cards Invented P001 has sorted, the first 2 would come in the same order." in page
    assert "as without them" not in page


def test_without_cards_there_is_nothing_to_compare(asked: Asked) -> None:
    def unsorted() -> None:
        close()
        db.session.exec(select(Person)).one().matters_most = {}

    assert "without them" not in asked(unsorted)


def test_one_household_or_none_is_no_order(asked: Asked) -> None:
    assert "there is no order" in asked(lambda: a_person("P001"))


def test_one_alone_is_no_order_to_question(asked: Asked) -> None:
    def story() -> None:
        a_person("P001")
        a_household("H001", name="Invented Only")

    assert "Only Invented Only can be put forward" in asked(story)


def test_reading_it_is_written_down(asked: Asked, inside: Inside) -> None:
    asked(close)
    with inside():
        assert "how firm the order of households is" in [each.page for each in db.session.exec(select(Reading))]


def test_the_list_says_how_close_it_is_and_leads_there(at_desk: FlaskClient, inside: Inside) -> None:
    with inside():
        carry_out(close)
        person = db.session.exec(select(Person)).one().id
    page = at_desk.get(f"/desk/people/{person}/households").text
    assert f"/desk/people/{person}/households/how-firm" in page
    assert "This is close: the first 2 are within two points of one another." in words(read(page))


def test_the_list_says_how_far_the_first_is_ahead(at_desk: FlaskClient, inside: Inside) -> None:
    def clear() -> None:
        a_person("P001", noise=Noise.QUIET, company=Company.OWN_SPACE, matters_most={"noise": 3, "company": 3})
        a_household("H001", noise=Noise.QUIET, company=Company.OWN_SPACE, name="Invented Fit")
        a_household("H002", noise=Noise.LIVELY, company=Company.TOGETHER, name="Invented Other")

    with inside():
        carry_out(clear)
        person = db.session.exec(select(Person)).one().id
    said = words(read(at_desk.get(f"/desk/people/{person}/households").text))
    assert re.search(r"Invented Fit is \d+ points ahead\.", said)


def test_places_are_said_as_people_say_them() -> None:
    assert [nth(place) for place in (1, 2, 3, 4, 11, 12, 13, 21, 102, 111)] == [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "102nd", "111th",
    ]  # fmt: skip


def test_where_many_could_be_put_forward_it_is_worked_out_when_asked_and_says_the_same(
    at_desk: FlaskClient, asked: Asked, inside: Inside, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = asked(close)
    monkeypatch.setattr("matching.queries.firm.QUICK_HOUSEHOLDS", 1)
    with inside():
        person = db.session.exec(select(Person)).one().id
    page = f"/desk/people/{person}/households/how-firm"
    before = words(read(at_desk.get(page).text))
    assert "2 households could be put forward for Invented P001." in before
    assert "This is close." not in before
    answered(at_desk, at_desk.post(page))
    many = words(read(at_desk.get(page).text))
    assert "with everybody as they were then. Work it out again" in many
    close_part = few[few.index("This is close.") : few.index("Among all 2")]
    assert close_part in many


def test_who_only_reads_has_nothing_worked_out(
    client: FlaskClient,
    asked: Asked,
    inside: Inside,
    make_account: MakeAccount,
    sign_in: SignIn,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked(close)
    monkeypatch.setattr("matching.queries.firm.QUICK_HOUSEHOLDS", 1)
    with inside():
        person = db.session.exec(select(Person)).one().id
    auditor = sign_in(client, make_account(Role.AUDITOR))
    page = f"/desk/people/{person}/households/how-firm"
    assert "A worker can have it worked out." in auditor.get(page).text
    assert auditor.post(page).status_code == 403


def test_a_household_that_is_gone_is_not_told_of(
    at_desk: FlaskClient, asked: Asked, inside: Inside, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Everything is worked out again instead."""
    asked(close)
    monkeypatch.setattr("matching.queries.firm.QUICK_HOUSEHOLDS", 0)
    with inside():
        person = db.session.exec(select(Person)).one().id
    page = f"/desk/people/{person}/households/how-firm"
    answered(at_desk, at_desk.post(page))
    with inside():

        def gone() -> None:
            household = db.session.exec(select(Household).where(Household.reference == "H002")).one()
            for offer in db.session.exec(select(Offer).where(Offer.household_id == household.id)):
                db.session.delete(offer)
            db.session.flush()
            db.session.delete(household)

        carry_out(gone)
    told = at_desk.get(page).text
    assert "Invented Company" not in told
    assert "Work it out" in told
