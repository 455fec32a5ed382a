"""Suggestions for everyone, as a worker reads them. Everybody here is invented."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from flask.testing import FlaskClient
from sqlmodel import select

from carers.models import Household
from matching.actions import holding, proposing
from matching.models import Arrangement, LegalBasis
from people.models import Person, PersonState
from scheme.clock import today
from scheme.database import carry_out, db
from scheme.kinds import ArrangementKind
from scheme.models import Account, Reading, Role
from scheme.ways_of_living import Noise, Stance
from tests.ground.accounts import MakeAccount, SignIn
from tests.ground.jobs import answered
from tests.matching.conftest import Inside, Story, a_household, a_person
from tests.matching.desk.conftest import Counted, of_class, read, words

SUGGESTIONS = "/desk/suggestions"
READY: dict[str, Any] = {"state": PersonState.READY}

Made = Callable[[Callable[[], Any]], None]


@pytest.fixture
def made(inside: Inside) -> Made:
    """``made(story)``: carry out ``story``."""

    def make(story: Callable[[], Any]) -> None:
        with inside():
            carry_out(story)

    return make


def ids(inside: Inside) -> dict[str, UUID]:
    with inside():
        rows = [*db.session.exec(select(Person)), *db.session.exec(select(Household))]
        return {row.reference: row.id for row in rows}


def suggested(page: str) -> list[str]:
    return [words(name) for name in of_class(read(page), "app-suits__name")]


def test_everybody_meets_somebody_before_anybody_meets_who_suits_best(at_desk: FlaskClient, made: Made) -> None:
    """Both suit the quiet home better, but only P002 could go to the other one."""

    def story() -> None:
        a_person("P001", noise=Noise.QUIET, **READY)
        a_person("P002", noise=Noise.QUIET, **READY)
        a_household("H001", noise=Noise.QUIET)
        a_household("H002", noise=Noise.LIVELY)

    made(story)
    page = at_desk.get(SUGGESTIONS).text
    assert suggested(page) == ["Invented P001, with Invented H001", "Invented P002, with Invented H002"]
    assert "2 of these people could meet somebody new" in words(read(page))
    assert "nothing could be better on these terms" in words(read(page))


def test_it_says_what_fits_what_to_check_and_what_would_happen_otherwise(
    at_desk: FlaskClient, made: Made, inside: Inside
) -> None:
    def story() -> None:
        a_person("P001", interests={"gardening": Stance.LOVE}, first_contact_on=today() - timedelta(days=90), **READY)
        a_person("P002", first_contact_on=today(), **READY)
        a_household("H001", interests={"gardening": Stance.LOVE}, living_there=None)

    made(story)
    page = at_desk.get(SUGGESTIONS).text
    (card,) = of_class(read(page), "app-suits")
    assert "Waiting 90 days" in words(card)
    assert "Both enjoy gardening." in words(card)
    assert "Check first Three people at most" in words(card)
    assert "Invented P001 would not meet Invented H001." in words(card)
    assert "Invented P002 would meet Invented H001." in words(card)
    assert "As many people would meet somebody" in words(card)
    found = ids(inside)
    assert f"/desk/people/{found['P001']}/households/{found['H001']}?kind=live_in" in page


def test_who_is_left_out_is_told_why_and_where_one_more_space_would_help(at_desk: FlaskClient, made: Made) -> None:
    def story() -> None:
        for number in range(1, 3):
            a_person(f"P00{number}", first_contact_on=today() - timedelta(days=number), **READY)
        a_household("H001")

    made(story)
    page = words(read(at_desk.get(SUGGESTIONS).text))
    assert "Nothing to suggest this time: 1 Invented P001 P001 Every household that might suit is suggested" in page
    assert "Invented H001 H001: one more person would meet somebody." in page


def test_somebody_no_household_can_welcome_is_told_apart(at_desk: FlaskClient, made: Made) -> None:
    def story() -> None:
        a_person("P001", **READY)
        a_household("H001", living_there=3)

    made(story)
    page = words(read(at_desk.get(SUGGESTIONS).text))
    assert "There is nobody to suggest to each other just now." in page
    assert "Something essential stands in the way with every household." in page


def test_only_people_who_are_ready_to_meet_take_part(at_desk: FlaskClient, made: Made) -> None:
    def story() -> None:
        for number, state in enumerate(PersonState):
            a_person(f"P00{number}", state=state)
            a_household(f"H00{number}")

    made(story)
    assert suggested(at_desk.get(SUGGESTIONS).text) == ["Invented P001, with Invented H000"]


def test_what_is_under_way_counts_and_is_not_suggested_again(story: Story, at_desk: FlaskClient) -> None:
    person = story.begin().pair.person

    def ready() -> None:
        db.session.get_one(Person, person.id).state = PersonState.READY
        a_household("H002")

    carry_out(ready)
    page = words(read(at_desk.get(SUGGESTIONS).text))
    assert "They have as many introductions as they may have side by side." in page
    assert suggested(at_desk.get(f"{SUGGESTIONS}?each=2").text) == ["Invented P001, with Invented H002"]


@pytest.mark.parametrize(("asked", "most"), [("1", 1), ("3", 3), ("99", 3), ("0", 1), ("nonsense", 1), ("²", 1)])
def test_a_worker_may_ask_for_several_each_up_to_the_scheme_s_number(
    at_desk: FlaskClient, made: Made, asked: str, most: int
) -> None:
    def story() -> None:
        a_person("P001", **READY)
        for number in range(1, 6):
            a_household(f"H00{number}")

    made(story)
    assert len(suggested(at_desk.get(SUGGESTIONS, query_string={"each": asked}).text)) == most


def test_nobody_at_all_is_a_page_too(at_desk: FlaskClient) -> None:
    page = at_desk.get(SUGGESTIONS)
    assert page.status_code == 200
    assert "0 people are ready to meet, and 0 households offer." in words(read(page.text))
    assert "Looked at all together" not in page.text


def test_looking_makes_nothing_of_it_and_is_written_down(at_desk: FlaskClient, made: Made, inside: Inside) -> None:
    def story() -> None:
        a_person("P001", **READY)
        a_household("H001")

    made(story)
    at_desk.get(SUGGESTIONS)
    with inside():
        assert db.session.exec(select(Arrangement)).all() == []
        assert [reading.page for reading in db.session.exec(select(Reading))] == ["suggestions for everyone"]


def test_it_costs_the_same_however_many_there_are(at_desk: FlaskClient, made: Made, counted: Counted) -> None:
    costs = []
    for first, last in ((1, 3), (3, 15), (15, 30)):

        def more(first: int = first, last: int = last) -> None:
            for number in range(first, last):
                a_person(f"P{number:03}", **READY)
                a_household(f"H{number:03}")

        made(more)
        with counted() as sent:
            assert at_desk.get(SUGGESTIONS).status_code == 200
        costs.append(len(sent))
    assert costs[0] == costs[1] == costs[2] <= 55
    with counted() as sent:
        at_desk.get(SUGGESTIONS)
    assert len(sent) <= 35, "nobody has changed: profiles are not read again"
    assert len(suggested(at_desk.get(f"{SUGGESTIONS}?page=2").text)) == 4


# --- where there are many ---------------------------------------------------------------------------------------------------


@pytest.fixture
def many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any number of people and households is too many to be worked out while a page is opened."""
    monkeypatch.setattr("matching.desk.rounds.QUICK_PAIRS", 0)


def two_of_each() -> None:
    for number in (1, 2):
        a_person(f"P00{number}", first_contact_on=today() - timedelta(days=number), **READY)
        a_household(f"H00{number}")
    a_person("P003", first_contact_on=today(), **READY)


def worked_out(client: FlaskClient) -> str:
    """The page, once what it shows has been worked out."""
    return answered(client, client.post(SUGGESTIONS)).text


@pytest.mark.usefixtures("many")
def test_for_many_they_are_worked_out_when_somebody_asks_and_it_is_said_when(at_desk: FlaskClient, made: Made) -> None:
    made(two_of_each)
    before = at_desk.get(SUGGESTIONS).text
    assert "3 people are ready to meet, and 2 households offer." in words(read(before))
    assert "Work it out" in before
    assert suggested(before) == []
    page = worked_out(at_desk)
    assert suggested(page) == ["Invented P001, with Invented H001", "Invented P002, with Invented H002"]
    told = words(read(page))
    assert "Worked out" in told
    assert "Work it out again" in told
    assert "Invented P003 would meet Invented H001." in told
    assert "Nothing to suggest this time: 1 Invented P003" in told
    assert at_desk.get(SUGGESTIONS).text.count("app-suits__name") == 2


def test_for_many_it_is_what_it_is_for_few(at_desk: FlaskClient, made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    made(two_of_each)
    few = [words(each) for each in of_class(read(at_desk.get(SUGGESTIONS).text), "app-suits")]
    monkeypatch.setattr("matching.desk.rounds.QUICK_PAIRS", 0)
    assert [words(each) for each in of_class(read(worked_out(at_desk)), "app-suits")] == few


@pytest.mark.usefixtures("many")
def test_what_has_changed_since_is_said_of_each(at_desk: FlaskClient, made: Made, inside: Inside) -> None:
    made(two_of_each)
    worked_out(at_desk)

    def meanwhile() -> None:
        db.session.exec(select(Person).where(Person.reference == "P001")).one().state = PersonState.EXPLORING
        db.session.exec(select(Household).where(Household.reference == "H002")).one().living_there = 3

    made(meanwhile)
    first, second = of_class(read(at_desk.get(SUGGESTIONS).text), "app-suits")
    assert "Since then Invented P001 is not ready to meet just now." in words(first)
    assert "Since then" in words(second), "three people live there now"
    assert "Since then" not in " ".join(suggested(worked_out(at_desk)))


@pytest.mark.usefixtures("many")
def test_what_was_put_forward_since_is_said(at_desk: FlaskClient, made: Made, inside: Inside, worker: Account) -> None:
    made(two_of_each)
    worked_out(at_desk)

    def put_forward() -> None:
        person = db.session.exec(select(Person).where(Person.reference == "P001")).one()
        household = db.session.exec(select(Household).where(Household.reference == "H001")).one()
        proposing.propose(worker, person, household, ArrangementKind.LIVE_IN)

    made(put_forward)
    first, _ = of_class(read(at_desk.get(SUGGESTIONS).text), "app-suits")
    assert "Since then They have something going on already." in words(first)


@pytest.mark.usefixtures("many")
def test_it_is_kept_for_who_asked_and_for_what_they_asked(
    at_desk: FlaskClient, made: Made, make_account: MakeAccount, sign_in: SignIn
) -> None:
    made(two_of_each)
    worked_out(at_desk)
    assert suggested(at_desk.get(SUGGESTIONS).text)
    assert not suggested(at_desk.get(f"{SUGGESTIONS}?each=2").text)
    assert suggested(answered(at_desk, at_desk.post(f"{SUGGESTIONS}?each=2")).text)
    assert suggested(at_desk.get(SUGGESTIONS).text), "what was asked before is still there"
    other = sign_in(at_desk.application.test_client(), make_account(Role.WORKER))
    assert not suggested(other.get(SUGGESTIONS).text)


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.CARER, Role.PERSON])
def test_only_workers_and_managers_may_look(
    client: FlaskClient, make_account: MakeAccount, sign_in: SignIn, role: Role
) -> None:
    account: Account = make_account(role)
    assert sign_in(client, account).get(SUGGESTIONS).status_code == 403


@pytest.mark.usefixtures("many")
def test_whoever_was_put_on_hold_since_is_said_to_be(at_desk: FlaskClient, made: Made, worker: Account) -> None:
    made(two_of_each)
    worked_out(at_desk)

    def hold() -> None:
        held = db.session.exec(select(Household).where(Household.reference == "H001")).one()
        holding.hold(worker, held, LegalBasis.POLICE, "Invented words", today())

    made(hold)
    first, second = of_class(read(at_desk.get(SUGGESTIONS).text), "app-suits")
    assert "Since then There is a hold. Their own pages say whom to talk to." in words(first)
    assert "Since then" not in words(second)
    again = worked_out(at_desk)
    assert "1 household is left out" in words(read(again))
    assert [name.split(", ")[1] for name in suggested(again)] == ["with Invented H002"]
