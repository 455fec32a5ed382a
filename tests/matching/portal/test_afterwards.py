"""The move, and looking back, in the two sides' own pages. Everybody here is invented."""

from dataclasses import dataclass
from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient

from carers.models import MemberKind
from matching.actions import ending, telling
from matching.models import Side
from matching.queries import endings
from people.models import Authority, PersonAccount
from scheme.clock import today
from scheme.database import carry_out, db
from scheme.models import Account, Role
from tests.ground.accounts import MakeAccount, SignIn
from tests.matching.conftest import Inside, Story, a_member


@dataclass(frozen=True)
class Two:
    """Two who live together, and the browsers of both."""

    story: Story
    person: FlaskClient
    carer: FlaskClient
    person_id: UUID
    arrangement_id: UUID

    @property
    def hers(self) -> str:
        """Her page once it has ended."""
        return f"/me/{self.person_id}/looking-back/{self.arrangement_id}"

    @property
    def theirs(self) -> str:
        """The household's."""
        return f"/home/looking-back/{self.arrangement_id}"


@pytest.fixture
def two(app: Flask, inside: Inside, worker: Account, make_account: MakeAccount, sign_in: SignIn) -> Two:
    """Ana's household and somebody who tries out living there."""
    theirs, carer = make_account(Role.PERSON), make_account(Role.CARER)
    with Story(inside, worker) as story:
        story.to_trial()

        def accounts() -> None:
            her = story.pair.person.id
            db.session.add(PersonAccount(person_id=her, account_id=theirs.id, authority=Authority.SELF))
            a_member(story.pair.household, MemberKind.CARER, "Ana Vale").account_id = carer.id

        carry_out(accounts)
        ids = story.pair.person.id, story.arrangement.id
    return Two(story, sign_in(app.test_client(), theirs), sign_in(app.test_client(), carer), *ids)


def test_the_moving_plan_is_there_once_both_know_and_where_she_goes_is_hers_to_tell(two: Two) -> None:
    def plan(both_know: bool) -> None:
        there = endings.ending_of(two.story.arrangement)
        plan = {"moving_to": "A flat by the sea", "who_helps": "Jo", "goes_along": "The cat", "both_know": both_know}
        carry_out(ending.plan_move, two.story.pair, plan, there.version if there else None)

    mine = f"/me/{two.person_id}/introductions/{two.arrangement_id}"
    ours = f"/home/introductions/{two.arrangement_id}"
    with two.story:
        carry_out(ending.give_notice, two.story.pair, today())
        plan(False)
    for client, page in ((two.person, mine), (two.carer, ours)):
        assert "Moving day" not in client.get(page).text
    with two.story:
        plan(True)
    hers, theirs = two.person.get(mine).text, two.carer.get(ours).text
    assert "You move to: A flat by the sea" in hers
    assert "What goes along: The cat" in theirs
    assert "A flat by the sea" not in theirs
    assert "My move" in two.person.get(f"/me/{two.person_id}").text


def ended(two: Two, reason: str = "time_was_up") -> None:
    """It ends, and she hears of it from her worker."""
    with two.story:
        two.story.take("end_trial", reason=reason)
        if reason != "died":
            carry_out(telling.mark_told, two.story.worker, two.story.pair, Side.PERSON)


def test_looking_back_shows_nothing_of_the_other_until_both_wish_to_keep_in_touch(two: Two) -> None:
    assert two.person.get(two.hers).status_code == 404
    ended(two)
    assert "Looking back" in two.person.get(f"/me/{two.person_id}").text
    assert "Looking back" in two.carer.get("/home").text
    said = {"wishes": "yes", "how": "07700 900111"}
    shown = two.person.post(f"{two.hers}/keep-in-touch", data=said, follow_redirects=True).text
    assert "You said you would like to keep in touch." in shown
    for page in (two.person.get(two.hers).text, two.carer.get(two.theirs).text):
        assert "Ana" not in page
        assert "Invented P001" not in page
    assert "07700 900111" not in two.carer.get(two.theirs).text
    two.carer.post(f"{two.theirs}/keep-in-touch", data={"wishes": "yes", "how": "Sundays at ours"})
    assert "You and Ana both want to keep in touch." in two.person.get(two.hers).text
    assert "Sundays at ours" in two.person.get(two.hers).text
    assert "07700 900111" in two.carer.get(two.theirs).text
    two.person.post(f"{two.hers}/keep-in-touch", data={"wishes": "no"})
    assert "Invented P001" not in two.carer.get(two.theirs).text


def test_each_side_says_how_it_was_and_the_other_never_reads_it(two: Two) -> None:
    ended(two)
    two.person.post(f"{two.hers}/words", data={"good": "The dog", "may_share": "yes"})
    two.carer.post(f"{two.theirs}/words", data={"would_help": "More visits first"})
    assert "The dog" in two.person.get(two.hers).text
    assert "More visits first" in two.carer.get(two.theirs).text
    assert "The dog" not in two.carer.get(two.theirs).text
    empty = two.person.post(f"{two.hers}/words", data={"good": "", "would_help": ""})
    assert "Please write a few words" in empty.text


def test_when_she_died_nobodys_pages_ask_anything(two: Two) -> None:
    ended(two, "died")
    assert "Looking back" not in two.person.get(f"/me/{two.person_id}").text
    assert two.person.get(two.hers).status_code == 404
    assert "Looking back" not in two.carer.get("/home").text
    assert two.carer.get(two.theirs).status_code == 404


def test_where_somebody_was_not_safe_keeping_in_touch_is_not_asked(two: Two) -> None:
    ended(two, "safety")
    assert "keep in touch" not in two.person.get(two.hers).text
    assert two.person.get(f"{two.hers}/keep-in-touch").status_code == 404
    assert two.person.get(f"{two.hers}/words").status_code == 200
