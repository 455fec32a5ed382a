"""The first word may come from a person or a household: it is answered by a day, or becomes something put forward."""

import pytest

from matching import disclosure
from matching.actions import proposing, wishing
from matching.models import AnswerWord, Side, WishKind, WishToMeet
from matching.queries import wishes
from people.models import Person
from scheme.clock import today
from scheme.database import carry_out
from scheme.errors import Refused
from scheme.kinds import ArrangementKind
from scheme.models import Account
from tests.matching.conftest import Story, a_household, a_person, days

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


@pytest.fixture
def person(story: Story) -> Person:
    """Somebody who has not been put forward to anybody."""
    return carry_out(a_person, "P007", named_worker_id=story.worker.id)


def wish(story: Story, who: Person, kind: WishKind = WishKind.SOMEBODY, words: str | None = None) -> WishToMeet:
    """Somebody tells their worker."""
    return carry_out(wishing.wish_to_meet, story.worker, who, kind, words)


def test_a_wish_is_answered_by_a_day(story: Story, person: Person) -> None:
    row = wish(story, person)
    assert row.answer_by == days(7)
    assert [(one.id, who.id) for one, who in wishes.open_wishes()] == [(row.id, person.id)]
    with pytest.raises(Refused, match="few kind words"):
        carry_out(wishing.answer_wish, story.worker, row, "")
    carry_out(wishing.answer_wish, story.worker, row, "Let us have tea and talk about it")
    assert not wishes.open_wishes()
    with pytest.raises(Refused, match="answered this already"):
        carry_out(wishing.take_wish_back, row)


def test_about_somebody_says_about_whom_and_too_many_wait_for_the_first(story: Story, person: Person) -> None:
    with pytest.raises(Refused, match="who it is about"):
        wish(story, person, WishKind.AGAIN)
    for _ in range(wishing.OPEN_AT_ONCE):
        row = wish(story, person, WishKind.KNOWN, "Sam from the café")
    with pytest.raises(Refused, match="Please wait"):
        wish(story, person)
    carry_out(wishing.take_wish_back, row)
    wish(story, person)


def test_what_is_put_forward_remembers_who_began_and_tells_the_other_side_only_later(
    story: Story, person: Person
) -> None:
    row = wish(story, person)
    household = carry_out(a_household)
    made = carry_out(proposing.propose, story.worker, person, household, ArrangementKind.LIVE_IN, None, row)
    story.arrangement_id = made.id
    assert wishes.who_began(made.id) is Side.PERSON
    assert not disclosure.person_to_household(story.pair).began
    story.both_say(AnswerWord.YES).take("introduce")
    assert disclosure.person_to_household(story.pair).began
    assert not disclosure.household_to_person(story.pair).began
    assert row.answered_at
    assert today() <= row.answer_by


def test_nobody_elses_wish_is_answered(story: Story, person: Person, worker: Account) -> None:
    row = wish(story, person)
    stranger, household = carry_out(a_person, "P008"), carry_out(a_household)
    with pytest.raises(Refused, match="somebody else’s"):
        carry_out(proposing.propose, worker, stranger, household, ArrangementKind.LIVE_IN, None, row)
    assert wishes.open_wishes()
