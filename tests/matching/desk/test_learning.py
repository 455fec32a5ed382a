"""What answers suggest about the weights, as a manager reads it. Everybody and every answer here is invented."""

import random

import pytest
from flask.testing import FlaskClient
from sqlmodel import col, select

from carers.models import Household
from matching.compatibility.progress import unheard
from matching.jobs import learn
from matching.models import Answer, AnswerWord, Arrangement, Side, WeightsVersion
from people.models import Person
from scheme.clock import today
from scheme.database import carry_out, db
from scheme.kinds import ArrangementKind
from scheme.models import Account, Reading, Role
from tests.ground.accounts import MakeAccount, SignIn
from tests.ground.jobs import answered
from tests.matching.conftest import Inside, a_household, a_person
from tests.matching.desk.conftest import Counted, read, words

PAGE = "/desk/weights/evidence"
SIDES = ("person_side", "household_side")


@pytest.fixture
def as_manager(client: FlaskClient, manager: Account, sign_in: SignIn) -> FlaskClient:
    """A reader of pages signed in as the manager."""
    return sign_in(client, manager)


def many_answers(worker: Account, pairs: int, homes: int, by: str | None) -> None:
    """Pairs with answers: yes exactly where they agree about ``by``, nine times of ten; by lot alone without it."""
    lots = random.Random(7)
    people, households = [a_person(f"P{n}") for n in range(homes)], [a_household(f"H{n}") for n in range(homes)]
    for number in range(pairs):
        person, household = people[number % homes], households[(number * 7 + number // homes) % homes]
        agreements = {name: lots.choice([0, 100]) for name in ("interests", "noise", "food", "pets", "faith")}
        db.session.add(arrangement := _arrangement(number, worker, person, household, agreements))
        db.session.flush()
        for side in Side:
            likely = (0.9 if agreements[by] else 0.1) if by else 0.5
            word = AnswerWord.YES if lots.random() < likely else AnswerWord.NO
            db.session.add(Answer(arrangement_id=arrangement.id, side=side, answer=word, by_id=worker.id))


def _arrangement(
    number: int, worker: Account, person: Person, household: Household, agreements: dict[str, int]
) -> Arrangement:
    parts = [{"criterion": name, "matters": 1, "agreement": {"likely": each}} for name, each in agreements.items()]
    return Arrangement(
        reference=f"A{number}",
        person_id=person.id,
        household_id=household.id,
        kind=ArrangementKind.LIVE_IN,
        worker_id=worker.id,
        answer_by=today(),
        frozen={"explanation": {side: {"parts": parts} for side in SIDES}},
    )


def worked_out(client: FlaskClient) -> str:
    """The page, once what it shows has been worked out."""
    return answered(client, client.post(PAGE)).text


def inputs(page: str) -> dict[str, str | None]:
    """What a form is filled in with, but for the token that is different each time."""
    filled_in = {str(each.get("name")): each.get("value") for each in read(page).iter("input")}
    return {name: value for name, value in filled_in.items() if name != "csrf_token"}


def test_with_few_answers_it_says_that_it_cannot_know(as_manager: FlaskClient, inside: Inside, worker: Account) -> None:
    with inside():
        carry_out(many_answers, worker, 30, 10, "noise")
    page = words(read(worked_out(as_manager)))
    assert "Not enough to know" in page
    assert "Use these in a new version" not in page


def test_fewer_than_ten_are_not_counted_out(as_manager: FlaskClient, inside: Inside, worker: Account) -> None:
    with inside():
        carry_out(many_answers, worker, 5, 5, "noise")
    page = words(read(worked_out(as_manager)))
    assert "People fewer than 10 fewer than 10 Households fewer than 10 fewer than 10" in page


def test_answers_by_lot_suggest_nothing(as_manager: FlaskClient, inside: Inside, worker: Account) -> None:
    with inside():
        carry_out(many_answers, worker, 240, 40, None)
    page = words(read(worked_out(as_manager)))
    assert "tells no more than a coin would who goes on together. So nothing is suggested." in page
    assert "How visits felt, of what came after them Not enough to know" in page
    assert "Use these in a new version" not in page


def test_what_answers_clearly_say_fills_in_the_form_and_publishes_nothing(
    as_manager: FlaskClient, inside: Inside, worker: Account
) -> None:
    with inside():
        carry_out(many_answers, worker, 400, 40, "noise")
    page = worked_out(as_manager)
    assert "Quiet or lively 3 10" in words(read(page))
    assert "Count it more" in page
    (link,) = [each for each in read(page).iter("a") if words(each) == "Use these in a new version"]
    address = link.get("href") or ""
    assert inputs(as_manager.get(address).text)["noise"] == "10"
    with inside():
        assert db.session.exec(select(WeightsVersion)).first() is None


def test_what_the_address_fills_in_is_whole_numbers_within_the_scale(as_manager: FlaskClient) -> None:
    def filled_in(asked: dict[str, str]) -> dict[str, str | None]:
        return inputs(as_manager.get("/desk/weights/change", query_string=asked).text)

    usual = filled_in({})
    assert filled_in({"noise": "9"}) == usual | {"noise": "9"}
    for nonsense in ("11", "-1", "²", "2.5", "", "\0", "9" * 40):
        assert filled_in({"noise": nonsense}) == usual
    assert filled_in({"nothing": "3", "version": "7"}) == usual


def test_only_managers_open_it_and_each_opening_is_written_down(
    client: FlaskClient, make_account: MakeAccount, sign_in: SignIn, inside: Inside
) -> None:
    for role in (Role.WORKER, Role.AUDITOR):
        sign_in(client, make_account(role))
        assert client.get(PAGE).status_code == 403
        assert PAGE not in client.get("/desk/weights").text
    sign_in(client, make_account(Role.MANAGER))
    assert PAGE in client.get("/desk/weights").text
    assert "Looking at all of it takes some seconds" in client.get(PAGE).text
    assert "Not enough to know" in worked_out(client)
    with inside():
        readings = select(Reading).where(col(Reading.page) == "what answers suggest about the weights")
        assert len(db.session.exec(readings).all()) == 1


def test_the_number_of_statements_does_not_grow(
    as_manager: FlaskClient, inside: Inside, worker: Account, counted: Counted
) -> None:
    as_manager.get(PAGE)
    with inside(), counted() as few:
        learn({}, unheard)
    with inside():
        carry_out(many_answers, worker, 60, 20, "noise")
    with inside(), counted() as many:
        learn({}, unheard)
    assert len(few) == len(many)
    with counted() as few:
        worked_out(as_manager)
    with counted() as many:
        as_manager.get(PAGE)
    assert len(many) < len(few), "opening it again works nothing out"
