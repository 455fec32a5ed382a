"""Everybody who lives in the home is asked, and nobody answers for whom they support."""

import pytest

from carers.models import MemberKind
from matching.actions import answering
from matching.lifecycle import Stage
from matching.models import AnswerWord, Side
from matching.queries import arrangements, asked
from scheme.database import carry_out
from scheme.errors import Refused
from scheme.models import Role
from tests.ground.accounts import MakeAccount
from tests.matching.conftest import Story, a_household, a_member, a_person, days

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)

YES = AnswerWord.YES


@pytest.fixture
def beside(story: Story) -> Story:
    """Somebody put forward to a household in which somebody else is trying it out already."""
    home = carry_out(lambda: a_household(spaces=2))
    story.begin(household=home).both_say(YES).take("introduce").visit(9).visit(6).visit(3).write_plans().take(
        "start_trial", starts_on=days(-1)
    )
    return story.begin(person=carry_out(a_person, "P002"), household=home)


def test_whoever_moved_in_through_an_arrangement_is_asked_too(beside: Story) -> None:
    beside.both_say(YES)
    with pytest.raises(Refused, match="Still to say yes: Invented P001"):
        beside.take("introduce")
    [resident] = asked.residents_beside(beside.arrangement)
    carry_out(answering.answer_as_resident, beside.worker, beside.pair, resident, YES)
    beside.take("introduce")
    assert beside.arrangement.stage is Stage.INTRODUCTION
    assert [pair.arrangement.id for pair in asked.asked_of_resident(resident)] == [beside.arrangement_id]


def test_whoever_moves_in_before_they_would_is_asked_although_they_do_not_live_there_yet(story: Story) -> None:
    home = carry_out(lambda: a_household(spaces=2))
    story.begin(household=home).both_say(YES).take("introduce").visit(9).visit(6).visit(3).write_plans()
    story.take("start_trial", starts_on=days(9))
    first = story.pair.person
    story.begin(person=carry_out(a_person, "P002"), household=home).both_say(YES)
    with pytest.raises(Refused, match="Still to say yes: Invented P001"):
        story.take("introduce")
    assert [pair.arrangement.id for pair in asked.asked_of_resident(first)] == [story.arrangement_id]
    carry_out(answering.answer_as_resident, story.worker, story.pair, first, YES)
    story.take("introduce")


def test_whoever_begins_a_trial_meanwhile_is_asked_before_the_next_one_starts(story: Story) -> None:
    home = carry_out(lambda: a_household(spaces=2))
    second = (
        story.begin(person=carry_out(a_person, "P002"), household=home).both_say(YES).take("introduce").arrangement_id
    )
    story.visit(9).visit(6).visit(3).write_plans()
    story.begin(household=home).both_say(YES).take("introduce").visit(9).visit(6).visit(3).write_plans()
    story.take("start_trial", starts_on=days(5))
    first, story.arrangement_id = story.pair.person, second
    with pytest.raises(Refused, match="Still to say yes: Invented P001"):
        story.take("start_trial", starts_on=days(9))
    carry_out(answering.answer_as_resident, story.worker, story.pair, first, YES)
    story.take("start_trial", starts_on=days(9))


def test_what_a_resident_says_is_never_taken_for_the_households_answer(beside: Story) -> None:
    [resident] = asked.residents_beside(beside.arrangement)
    carry_out(answering.answer_as_resident, beside.worker, beside.pair, resident, YES)
    carry_out(answering.answer, beside.worker, beside.pair, Side.PERSON, YES)
    with pytest.raises(Refused, match="Still to say yes: the household"):
        beside.take("introduce")


def test_whoever_does_not_live_there_is_not_asked(beside: Story) -> None:
    stranger = carry_out(a_person, "P009")
    with pytest.raises(Refused, match="live in this home"):
        carry_out(answering.answer_as_resident, beside.worker, beside.pair, stranger, YES)


def test_a_carer_does_not_answer_for_somebody_they_support(story: Story, make_account: MakeAccount) -> None:
    story.begin()
    carer = make_account(Role.CARER)
    carry_out(a_member, story.pair.household, MemberKind.RESIDENT, "Invented Dean")
    [dean] = arrangements.asked_members(story.pair.household.id)
    with pytest.raises(Refused, match="answers for themselves"):
        carry_out(answering.answer, carer, story.pair, Side.HOUSEHOLD, YES, member=dean)
    carry_out(answering.answer, story.worker, story.pair, Side.HOUSEHOLD, YES, member=dean)
