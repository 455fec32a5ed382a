"""A household's introductions, through the pages."""

from dataclasses import dataclass
from datetime import time
from uuid import UUID

import pytest
from flask.testing import FlaskClient

from carers.models import MemberKind
from matching.actions import answering
from matching.actions.staying import take_place
from matching.lifecycle import Stage
from matching.models import AnswerWord, Question, Side
from matching.queries import arrangements
from scheme import record
from scheme.clock import local_moment
from scheme.database import carry_out
from scheme.kinds import ArrangementKind
from scheme.look import until
from scheme.models import Account, Role
from tests.ground.accounts import MakeAccount, SignIn
from tests.matching.conftest import Inside, Story, a_household, a_member, a_person, days


@dataclass(frozen=True)
class Suggested:
    """A person suggested to a carer's household, by id."""

    person_id: UUID
    arrangement_id: UUID
    other_member_id: UUID

    @property
    def page(self) -> str:
        """The carer's page about it."""
        return f"/home/introductions/{self.arrangement_id}"


@pytest.fixture
def carer_account(make_account: MakeAccount) -> Account:
    """The carer's own account."""
    return make_account(Role.CARER, name="Invented Ana")


@pytest.fixture
def suggested(inside: Inside, worker: Account, carer_account: Account) -> Suggested:
    """Somebody put forward to a household of a carer and a teenager's grandmother."""
    with Story(inside, worker) as story:

        def make() -> tuple[object, object, object]:
            household = a_household()
            carer = a_member(household, MemberKind.CARER, "Invented Ana")
            carer.account_id = carer_account.id
            other = a_member(household, MemberKind.ADULT, "Invented Nan")
            person = a_person(interests={"gardening": "love"})
            person.good_life = "A shed of my own"
            return person, household, other

        person, household, other = carry_out(make)
        other_id = other.id  # type: ignore[attr-defined]
        story.begin(person=person, household=household)
        return Suggested(story.pair.person.id, story.arrangement.id, other_id)


@pytest.fixture
def as_carer(client: FlaskClient, carer_account: Account, sign_in: SignIn) -> FlaskClient:
    """A client signed in as the carer."""
    return sign_in(client, carer_account)


def answers(inside: Inside, suggested: Suggested) -> dict[UUID | None, AnswerWord]:
    """What the household's people have answered, by member; ``None`` for the household as a whole."""
    with inside():
        return {a.member_id: a.answer for a in arrangements.answers_of(suggested.arrangement_id, Question.MEET)}


def test_the_card_is_anonymous_until_both_say_yes(as_carer: FlaskClient, suggested: Suggested) -> None:
    page = as_carer.get(suggested.page).text
    assert "Gardening" in page
    assert "Invented P001" not in page
    assert "A shed of my own" not in page
    assert "out of 100" not in page


def test_a_carer_who_answers_for_the_household_is_not_asked_again(
    as_carer: FlaskClient, suggested: Suggested, inside: Inside
) -> None:
    as_carer.post(suggested.page + "/answer", data={"answer": "yes"})
    given = answers(inside, suggested)
    assert given[None] is AnswerWord.YES
    assert list(given.values()).count(AnswerWord.YES) == 2
    page = as_carer.get(suggested.page).text
    assert "says Invented Nan" in page
    assert "says Invented Ana" not in page


def test_everybody_else_at_home_has_an_answer_of_their_own(
    as_carer: FlaskClient, suggested: Suggested, inside: Inside
) -> None:
    as_carer.post(f"{suggested.page}/answer/{suggested.other_member_id}", data={"answer": "not_sure"})
    assert answers(inside, suggested) == {suggested.other_member_id: AnswerWord.NOT_SURE}


def test_a_member_of_another_household_is_not_there(as_carer: FlaskClient, suggested: Suggested) -> None:
    assert as_carer.post(f"{suggested.page}/answer/{suggested.person_id}", data={"answer": "yes"}).status_code == 404


def test_opening_the_card_is_written_down_for_the_person(
    as_carer: FlaskClient, suggested: Suggested, inside: Inside
) -> None:
    as_carer.get(suggested.page)
    with inside():
        assert [(reading.who, reading.page) for reading in record.readings_of(suggested.person_id)] == [
            ("Invented Ana", "introduction")
        ]


def test_another_households_introduction_is_not_there(
    client: FlaskClient, suggested: Suggested, make_account: MakeAccount, sign_in: SignIn
) -> None:
    stranger = sign_in(client, make_account(Role.CARER, name="Invented Stranger"))
    assert stranger.get(suggested.page).status_code == 404
    assert stranger.post(suggested.page + "/answer", data={"answer": "yes"}).status_code == 404


def test_who_comes_to_stay_is_on_the_front_page_and_with_the_introduction(
    as_carer: FlaskClient, suggested: Suggested, inside: Inside, worker: Account
) -> None:
    with Story(inside, worker) as story:
        story.arrangement_id = suggested.arrangement_id

        def go_on() -> None:
            story.arrangement.kind, story.arrangement.stage = ArrangementKind.DAY_SUPPORT, Stage.LONG_TERM

        carry_out(go_on)
        day = local_moment(days(10), time(10)), local_moment(days(10), time(16))
        carry_out(take_place, story.pair, *day)
        told = until(*day)
    assert f"Invented P001: {told}" in as_carer.get("/home").text
    page = as_carer.get(suggested.page).text
    assert "Days to come" in page
    assert told in page


def test_a_visit_to_come_is_put_in_our_calendar(
    as_carer: FlaskClient, suggested: Suggested, inside: Inside, worker: Account
) -> None:
    with Story(inside, worker) as story:
        story.arrangement_id = suggested.arrangement_id
        story.both_say(AnswerWord.YES)
        for member in arrangements.asked_members(story.pair.household.id):
            carry_out(answering.answer, worker, story.pair, Side.HOUSEHOLD, AnswerWord.YES, member=member)
        story.take("introduce")
        visit_id = story.plan(4)
    file = f"{suggested.page}/visits/{visit_id}.ics"
    assert file in as_carer.get(suggested.page).text
    assert suggested.page in as_carer.get(file).text.replace("\r\n ", "")
