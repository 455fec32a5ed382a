"""A person's introductions, and their answers, through the pages."""

from dataclasses import dataclass
from datetime import time
from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
from flask.testing import FlaskClient
from PIL import Image

from carers import queries as carers
from carers.actions.photographs import add_photograph
from matching.actions.booking import call_off_stay
from matching.actions.staying import take_place
from matching.lifecycle import Stage
from matching.models import AnswerWord, Question, Side
from matching.queries import arrangements
from people.models import Authority, AuthorityScope, PersonAccount
from scheme import photographs, record
from scheme.clock import local_moment
from scheme.database import carry_out, db
from scheme.kinds import ArrangementKind
from scheme.look import when
from scheme.models import Account, Role
from tests.ground.accounts import MakeAccount, SignIn
from tests.matching.conftest import Inside, Story, days


@dataclass(frozen=True)
class PutForward:
    """Whom the tests are about, by id: no session stays open while pages are read."""

    person_id: UUID
    household_id: UUID
    arrangement_id: UUID

    def page(self, ending: str = "") -> str:
        """The person's page about the introduction."""
        return f"/me/{self.person_id}/introductions/{self.arrangement_id}{ending}"


@pytest.fixture
def person_account(make_account: MakeAccount) -> Account:
    """The person's own account."""
    return make_account(Role.PERSON, name="Invented Pat")


@pytest.fixture
def put_forward(inside: Inside, worker: Account, person_account: Account) -> PutForward:
    """A person with an account of their own, put forward to a household."""
    with Story(inside, worker) as story:
        story.begin()
        link: dict[str, Any] = {"authority": Authority.SELF, "scope": AuthorityScope.HELP}
        carry_out(
            lambda: db.session.add(PersonAccount(person_id=story.pair.person.id, account_id=person_account.id, **link))
        )
        return PutForward(story.pair.person.id, story.pair.household.id, story.arrangement.id)


@pytest.fixture
def as_person(client: FlaskClient, person_account: Account, sign_in: SignIn) -> FlaskClient:
    """A client signed in as the person."""
    return sign_in(client, person_account)


@pytest.mark.parametrize("word", AnswerWord)
def test_each_of_the_four_answers_is_kept_and_may_be_taken_back(
    as_person: FlaskClient, put_forward: PutForward, inside: Inside, word: AnswerWord
) -> None:
    as_person.post(put_forward.page("/answer"), data={"answer": word.value})
    assert answer_now(inside, put_forward) is word
    as_person.post(put_forward.page("/take-back"))
    assert answer_now(inside, put_forward) is None


def test_an_answer_that_is_none_of_the_four_changes_nothing_and_says_so(
    as_person: FlaskClient, put_forward: PutForward, inside: Inside
) -> None:
    page = as_person.post(put_forward.page("/answer"), data={"answer": "maybe\x00"}, follow_redirects=True)
    assert "one of the four answers" in page.text
    assert answer_now(inside, put_forward) is None


def test_the_page_shows_no_score_and_no_rank(as_person: FlaskClient, put_forward: PutForward) -> None:
    page = as_person.get(put_forward.page()).text
    assert "Would you like to meet them?" in page
    assert "out of 100" not in page
    assert "score" not in page.lower()


def test_opening_the_page_is_written_down_for_the_household(
    as_person: FlaskClient, put_forward: PutForward, inside: Inside
) -> None:
    as_person.get(put_forward.page())
    with inside():
        assert [reading.page for reading in record.readings_of(put_forward.household_id)] == ["introduction"]


def test_somebody_elses_introduction_is_not_there(
    client: FlaskClient, put_forward: PutForward, make_account: MakeAccount, sign_in: SignIn
) -> None:
    stranger = sign_in(client, make_account(Role.PERSON, name="Invented Stranger"))
    assert stranger.get(put_forward.page()).status_code == 404


def test_a_decline_is_told_by_the_worker_so_the_page_is_gone(
    as_person: FlaskClient, put_forward: PutForward, inside: Inside, worker: Account
) -> None:
    with Story(inside, worker) as story:
        story.arrangement_id = put_forward.arrangement_id
        story.take("decline", reason="plans_changed")
    assert as_person.get(put_forward.page()).status_code == 404


def answer_now(inside: Inside, put_forward: PutForward) -> AnswerWord | None:
    """What the person has answered."""
    with inside():
        given = arrangements.answer_of(put_forward.arrangement_id, Question.MEET, Side.PERSON)
        return given.answer if given else None


def test_a_visit_to_come_is_put_in_a_calendar_and_one_that_was_is_not(
    as_person: FlaskClient, put_forward: PutForward, inside: Inside, worker: Account
) -> None:
    with Story(inside, worker) as story:
        story.arrangement_id = put_forward.arrangement_id
        story.both_say(AnswerWord.YES).take("introduce").visit(3)
        visit_id = story.plan(4)
    file = put_forward.page(f"/visits/{visit_id}.ics")
    page = as_person.get(put_forward.page()).text
    assert file in page
    assert page.count("Put it in my calendar") == 1
    answer = as_person.get(file)
    assert answer.mimetype == "text/calendar"
    assert put_forward.page() in answer.text.replace("\r\n ", "")
    assert as_person.get(put_forward.page(f"/visits/{put_forward.person_id}.ics")).status_code == 404


# --- the front page --------------------------------------------------------------------------------------------------------


def test_the_front_page_shows_the_households_photograph_and_writes_the_opening_down(
    as_person: FlaskClient, put_forward: PutForward, inside: Inside
) -> None:
    front = f"/me/{put_forward.person_id}"
    assert "No photograph yet" in as_person.get(front).text

    def add() -> UUID:
        household = carers.household(put_forward.household_id)
        assert household
        picture = add_photograph(household, photographs.keep(a_picture()), "Our kitchen table")
        db.session.flush()
        return picture.id

    with inside():
        picture_id = carry_out(add)
    page = as_person.get(front).text
    address = put_forward.page(f"/photographs/{picture_id}.jpg")
    assert address in page
    assert 'alt="Our kitchen table"' in page
    with as_person.get(address) as shown:
        assert shown.status_code == 200
    with inside():
        assert {reading.page for reading in record.readings_of(put_forward.household_id)} == {"introductions"}


def a_picture() -> BytesIO:
    """A small picture, as a file."""
    file = BytesIO()
    Image.new("RGB", (40, 30), "green").save(file, "JPEG")
    file.seek(0)
    return file


def test_stays_to_come_are_told_one_idea_a_line_and_those_called_off_are_gone(
    as_person: FlaskClient, put_forward: PutForward, inside: Inside, worker: Account
) -> None:
    with Story(inside, worker) as story:
        story.arrangement_id = put_forward.arrangement_id

        def go_on() -> None:
            story.arrangement.kind, story.arrangement.stage = ArrangementKind.SHORT_BREAK, Stage.LONG_TERM

        carry_out(go_on)
        from_day, to_day = local_moment(days(10), time(16)), local_moment(days(12), time(11))
        stay = carry_out(take_place, story.pair, from_day, to_day)
        pages = f"/me/{put_forward.person_id}", put_forward.page()
        for page in pages:
            text = as_person.get(page).text
            assert "You stay with Invented." in text
            assert f"You come on {when(from_day)}." in text
            assert f"You go home on {when(to_day)}." in text
        carry_out(call_off_stay, story.pair, stay)
        assert not any("You stay with" in as_person.get(page).text for page in pages)
