"""The conversation in the pages of both sides, and at the desk: each their own, and nobody else's."""

from dataclasses import dataclass
from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient

from carers.models import MemberKind
from matching.actions import answering, writing
from matching.actions.proposing import propose
from matching.models import AnswerWord, Audience, Side
from matching.queries import arrangements, messages
from people.models import Authority, PersonAccount
from scheme.database import carry_out, db
from scheme.kinds import ArrangementKind
from scheme.models import Account, Role
from tests.ground.accounts import MakeAccount, SignIn
from tests.matching.conftest import Inside, Story, a_household, a_member, a_person

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


@dataclass(frozen=True)
class Two:
    """Two who get to know each other, each with pages of their own."""

    person_id: UUID
    arrangement_id: UUID
    pat: Account
    ana: Account

    @property
    def of_person(self) -> str:
        """The person's page."""
        return f"/me/{self.person_id}/introductions/{self.arrangement_id}/messages"

    @property
    def of_household(self) -> str:
        """The household's page."""
        return f"/home/introductions/{self.arrangement_id}/messages"


@pytest.fixture
def two(inside: Inside, worker: Account, make_account: MakeAccount) -> Two:
    """Introductions have started; nothing is quiet, so that no test waits for the morning."""
    pat, ana = make_account(Role.PERSON, name="Invented Pat"), make_account(Role.CARER, name="Ana Invented")
    with Story(inside, worker) as story:

        def begin() -> None:
            household, person = a_household(), a_person("P001", known_as="Pat")
            a_member(household, MemberKind.CARER, "Ana Invented").account_id = ana.id
            db.session.add(PersonAccount(person_id=person.id, account_id=pat.id, authority=Authority.SELF))
            db.session.flush()
            story.arrangement_id = propose(worker, person, household, ArrangementKind.LIVE_IN).id

        carry_out(begin)
        carry_out(answering.answer, ana, story.pair, Side.HOUSEHOLD, AnswerWord.YES)
        carry_out(answering.answer, worker, story.pair, Side.PERSON, AnswerWord.YES)
        story.take("introduce")
        return Two(story.pair.person.id, story.arrangement.id, pat, ana)


def delivered(inside: Inside, two: Two) -> None:
    """The night is over."""
    with inside():

        def morning() -> None:
            for row in messages.whole_conversation(_pair(two), two.ana):
                row.message.delivered_at = row.message.at

        carry_out(morning)


def _pair(two: Two) -> arrangements.Pair:
    pair = arrangements.pair(two.arrangement_id)
    assert pair
    return pair


def test_both_sides_and_the_worker_write_to_each_other(
    app: Flask, two: Two, sign_in: SignIn, inside: Inside, worker: Account
) -> None:
    as_pat, as_ana = sign_in(app.test_client(), two.pat), sign_in(app.test_client(), two.ana)
    as_pat.post(two.of_person, data={"audience": "everybody", "words": "Do you have a dog?"})
    as_pat.post(two.of_person, data={"audience": "person", "words": "I am a bit nervous"})
    as_ana.post(two.of_household, data={"audience": "everybody", "words": "Two of them"})
    delivered(inside, two)
    with_ana = as_ana.get(two.of_household).text
    assert "Do you have a dog?" in with_ana
    assert "I am a bit nervous" not in with_ana
    with_pat = as_pat.get(two.of_person).text
    assert "Two of them" in with_pat
    assert ">Ana<" in with_pat
    assert "Ana Invented" not in with_pat
    at_desk = sign_in(app.test_client(), worker)
    desk = f"/desk/arrangements/{two.arrangement_id}/messages"
    assert "I am a bit nervous" in at_desk.get(desk).text
    assert "Waits for an answer" in at_desk.get(desk).text
    at_desk.post(desk, data={"audience": "person", "words": "So was I at first"})
    delivered(inside, two)
    assert "So was I at first" in as_pat.get(two.of_person).text
    assert "So was I at first" not in as_ana.get(two.of_household).text


def test_an_empty_message_says_what_is_missing_and_nothing_is_lost(
    client: FlaskClient, two: Two, sign_in: SignIn
) -> None:
    page = sign_in(client, two.pat).post(two.of_person, data={"words": "Hello there"})
    assert page.status_code == 200
    assert "Choose who it is for." in page.text
    assert "Hello there" in page.text


def test_report_and_block_with_one_button_each(
    client: FlaskClient, two: Two, sign_in: SignIn, inside: Inside, worker: Account
) -> None:
    with inside():
        row = carry_out(writing.write, worker, _pair(two), Side.HOUSEHOLD, Audience.EVERYBODY, "Something unkind")
        message_id = row.id
    delivered(inside, two)
    as_pat = sign_in(client, two.pat)
    assert "Something unkind" in as_pat.get(two.of_person).text
    as_pat.post(f"{two.of_person}/{message_id}/report")
    as_pat.post(f"{two.of_person}/block")
    page = as_pat.get(two.of_person).text
    assert "Something unkind" not in page
    assert "cannot write to you now" in page
    as_pat.post(f"{two.of_person}/let-them-write")
    with inside():
        assert not messages.blocks_of(two.arrangement_id)


def test_another_conversation_is_not_there(
    client: FlaskClient, two: Two, make_account: MakeAccount, sign_in: SignIn, inside: Inside, worker: Account
) -> None:
    with inside():
        to_worker = carry_out(writing.write, worker, _pair(two), Side.PERSON, Audience.PERSON, "For you alone").id
    stranger = sign_in(client, make_account(Role.PERSON, name="Invented Stranger"))
    for page in (two.of_person, two.of_household):
        assert stranger.get(page).status_code == 404
        assert stranger.post(page + "/block").status_code == 404
    as_ana = sign_in(client, two.ana)
    assert as_ana.get(two.of_person).status_code in {403, 404}
    assert as_ana.post(f"{two.of_household}/{to_worker}/report").status_code == 404


def test_a_wish_is_told_answered_and_read(
    app: Flask, two: Two, sign_in: SignIn, worker: Account, inside: Inside
) -> None:
    as_pat, at_desk = sign_in(app.test_client(), two.pat), sign_in(app.test_client(), worker)
    page = f"/me/{two.person_id}/wishes"
    assert page in as_pat.get(f"/me/{two.person_id}").text
    assert "Tell us who it is about" in as_pat.post(page, data={"kind": "again"}).text
    as_pat.post(page, data={"kind": "again", "words": "Ana's sister"})
    due = at_desk.get("/desk/").text
    [address] = {part.split('"')[0] for part in due.split('href="') if part.startswith("/desk/wishes/")}
    assert "Ana&#39;s sister" in at_desk.get(address).text
    at_desk.post(address, data={"reply": "Good idea, I will ask her"})
    assert "Good idea, I will ask her" in as_pat.get(page).text
