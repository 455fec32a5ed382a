"""Somebody who lives in the home already is asked in their own pages, and sees no more than who is coming."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient

from matching.models import AnswerWord, Question
from matching.queries import arrangements, asked
from people.models import Authority, AuthorityScope, PersonAccount
from scheme import record
from scheme.database import carry_out, db
from scheme.models import Account, Role
from tests.ground.accounts import MakeAccount, SignIn
from tests.matching.conftest import Inside, Story, a_household, a_person, days

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


@dataclass(frozen=True)
class Home:
    """Who lives there, who may come, and what is between them, by id."""

    resident_id: UUID
    coming_id: UUID
    lives_by_id: UUID
    asked_id: UUID

    @property
    def page(self) -> str:
        """The page on which whoever lives there is asked."""
        return f"/me/{self.resident_id}/at-home/{self.asked_id}"


@pytest.fixture
def dean(make_account: MakeAccount) -> Account:
    """The account of whoever lives there."""
    return make_account(Role.PERSON, name="Invented Dean")


def opens(person_id: UUID, account: Account, authority: Authority = Authority.SELF) -> None:
    """Let an account open somebody's pages."""
    link: dict[str, Any] = {"authority": authority, "scope": AuthorityScope.HELP}
    carry_out(lambda: db.session.add(PersonAccount(person_id=person_id, account_id=account.id, **link)))


@pytest.fixture
def home(inside: Inside, worker: Account, dean: Account) -> Home:
    """Somebody tries out living in a home to which another is put forward."""
    with Story(inside, worker) as story:
        household = carry_out(lambda: a_household(spaces=2))
        story.begin(household=household).both_say(AnswerWord.YES).take("introduce").visit(9).visit(6).visit(3)
        story.write_plans().take("start_trial", starts_on=days(-1))
        resident_id, lives_by_id = story.pair.person.id, story.arrangement.id
        opens(resident_id, dean)
        coming = carry_out(
            lambda: a_person("P002", interests={"gardening": "love"}, good_life="A shed of my own", bad_days="Noise")
        )
        story.begin(person=coming, household=household)
        return Home(resident_id, story.pair.person.id, lives_by_id, story.arrangement.id)


def test_they_hear_who_is_coming_and_nothing_of_their_story(
    client: FlaskClient, home: Home, dean: Account, sign_in: SignIn, inside: Inside, worker: Account
) -> None:
    as_dean = sign_in(client, dean)
    assert home.page in as_dean.get(f"/me/{home.resident_id}").text
    page = as_dean.get(home.page).text
    assert "Gardening" in page
    assert "Invented P002" not in page
    as_dean.post(home.page + "/answer", data={"answer": "yes"})
    with Story(inside, worker) as story:
        story.arrangement_id = home.asked_id
        story.both_say(AnswerWord.YES).take("introduce").plan(3)
    page = as_dean.get(home.page).text
    assert "Invented P002" in page
    assert "A shed of my own" not in page
    assert "Noise" not in page
    with inside():
        assert "asked at home" in {reading.page for reading in record.readings_of(home.coming_id)}


def test_their_answer_reaches_the_worker_and_not_the_household(
    client: FlaskClient, home: Home, dean: Account, sign_in: SignIn, inside: Inside
) -> None:
    sign_in(client, dean).post(home.page + "/answer", data={"answer": "not_sure"})
    with inside():
        assert asked.resident_answers(home.asked_id)[home.resident_id].answer is AnswerWord.NOT_SURE
        assert not arrangements.answers_of(home.asked_id, Question.MEET)


def test_nobody_else_finds_the_question(
    client: FlaskClient, home: Home, make_account: MakeAccount, sign_in: SignIn, inside: Inside
) -> None:
    coming = make_account(Role.PERSON, name="Invented Pat")
    with inside():
        opens(home.coming_id, coming)
    as_coming = sign_in(client, coming)
    assert as_coming.get(f"/me/{home.coming_id}/at-home/{home.asked_id}").status_code == 404
    assert as_coming.get(home.page).status_code == 404
    assert as_coming.post(home.page + "/answer", data={"answer": "yes"}).status_code == 404


def test_a_supporter_tells_how_they_helped_and_somebody_alone_is_not_asked(
    client: FlaskClient, home: Home, make_account: MakeAccount, sign_in: SignIn, inside: Inside
) -> None:
    helen = make_account(Role.SUPPORTER, name="Invented Helen")
    with inside():
        opens(home.coming_id, helen, Authority.ASKED)
    page = f"/me/{home.coming_id}/introductions/{home.asked_id}"
    as_helen = sign_in(client, helen)
    as_helen.post(page + "/answer", data={"answer": "yes"})
    assert page + "/how-we-decided" in as_helen.get(page).text
    said = {"how": "We drove past it", "formats": ["pictures"], "explained": ["where", "care"]}
    assert as_helen.post(page + "/how-we-decided", data=said).status_code == 302
    with inside():
        [support] = asked.supports_of(home.asked_id, Question.MEET)
        assert (support.who, support.how, support.answer) == ("Invented Helen", "We drove past it", AnswerWord.YES)
        assert list(support.explained) == ["where", "care"]


def test_a_supporter_tells_how_they_helped_whoever_lives_there_in_the_same_words(
    client: FlaskClient,
    app: Flask,
    home: Home,
    make_account: MakeAccount,
    sign_in: SignIn,
    inside: Inside,
    worker: Account,
) -> None:
    helen, said = make_account(Role.SUPPORTER, name="Invented Helen"), {"how": "We looked at photographs"}
    with inside():
        opens(home.resident_id, helen, Authority.ASKED)
    as_helen, how = sign_in(client, helen), home.page + "/how-we-decided"
    assert how not in as_helen.get(home.page).text, "nothing has been answered yet"
    as_helen.post(home.page + "/answer", data={"answer": "not_sure"})
    assert how in as_helen.get(home.page).text
    assert as_helen.post(how, data=said | {"explained": ["who_with"]}).status_code == 302
    assert "We looked at photographs" in as_helen.get(how).text
    with inside():
        [support] = asked.supports_of(home.asked_id, Question.MEET, home.resident_id)
        assert (support.who, support.how, support.answer) == ("Invented Helen", said["how"], AnswerWord.NOT_SURE)
        assert asked.supports_of(home.asked_id, Question.MEET) == [], "nobody takes it for the person's"
    page = sign_in(app.test_client(), worker).get(f"/desk/arrangements/{home.asked_id}").text
    assert "How Invented P001 was supported to decide" in page
    assert said["how"] in page
    assert as_helen.get(f"/me/{home.resident_id}/at-home/{home.lives_by_id}/how-we-decided").status_code == 404


def test_a_worker_writes_down_how_whoever_lives_there_was_helped_on_the_form_that_asks_everybody(
    client: FlaskClient, home: Home, sign_in: SignIn, inside: Inside, worker: Account
) -> None:
    page = f"/desk/arrangements/{home.asked_id}/at-home/{home.resident_id}"
    as_worker = sign_in(client, worker)
    said = {"answer": "yes", "how": "Two talks, with pictures", "formats": ["pictures"]}
    assert "Write down who supported them." in as_worker.post(page, data=said).text
    assert as_worker.post(page, data=said | {"supported_by": "Invented Bo, his brother"}).status_code == 302
    with inside():
        [support] = asked.supports_of(home.asked_id, Question.MEET, home.resident_id)
        assert (support.who, support.answer, list(support.formats)) == (
            "Invented Bo, his brother",
            AnswerWord.YES,
            ["pictures"],
        )
    assert as_worker.post(page, data={"answer": "no"}).status_code == 302, "alone, and asked nothing more"
    with inside():
        assert len(asked.supports_of(home.asked_id, Question.MEET, home.resident_id)) == 1
