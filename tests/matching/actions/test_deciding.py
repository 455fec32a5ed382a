"""How a person is helped to decide; and deciding for somebody who cannot, which nothing makes easy."""

from dataclasses import replace
from typing import Any

import pytest

from matching.actions import answering, deciding
from matching.actions.deciding import Decided, Support
from matching.lifecycle import Stage
from matching.models import AnswerWord, DecisionMaker, Explained, Question, Side
from matching.queries import asked
from scheme.clock import today
from scheme.database import carry_out
from scheme.errors import Refused
from scheme.models import Account, Role
from scheme.ways_of_living import Communication
from tests.ground.accounts import MakeAccount
from tests.matching.conftest import Story, days

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)

YES, NO = AnswerWord.YES, AnswerWord.NO
WITH_HER_SISTER = Support(
    "Invented Helen, her sister", "At the table", [Communication.PICTURES], [Explained.WHERE, Explained.COST]
)


def whole(decision: AnswerWord = YES, **different: Any) -> Decided:
    """Everything that is needed."""
    decided = Decided(
        decision, DecisionMaker.MEETING, "Invented Council", "Minutes seen on the day", today(),
        "The speech therapist, after three visits with pictures", "Laughs when the dog comes", "Her sister and an advocate",
        "Staying with her sister, and a flat with support",
    )  # fmt: skip
    return replace(decided, **different)


def decide(story: Story, decided: Decided, account: Account | None = None) -> None:
    """Write a decision down."""
    carry_out(deciding.decide_for, account or story.worker, story.pair, decided)


def say(story: Story, side: Side, word: AnswerWord, supported: Support | None = None) -> None:
    """One side answers."""
    carry_out(answering.answer, story.worker, story.pair, side, word, supported=supported)


def test_how_somebody_was_supported_is_kept_with_what_they_said(story: Story) -> None:
    story.begin()
    say(story, Side.PERSON, NO, WITH_HER_SISTER)
    say(story, Side.PERSON, YES)
    [support] = asked.supports_of(story.arrangement.id, Question.MEET)
    assert (support.who, support.how, support.answer) == (WITH_HER_SISTER.who, "At the table", NO)
    assert list(support.explained) == ["where", "cost"]


def test_somebody_who_decides_alone_is_asked_nothing_more(story: Story) -> None:
    story.begin()
    say(story, Side.PERSON, YES)
    assert not asked.supports_of(story.arrangement.id, Question.MEET)


def test_what_is_added_the_same_day_is_the_same_record_and_another_day_another(story: Story) -> None:
    story.begin()
    say(story, Side.PERSON, YES, Support("Invented Helen"))
    carry_out(deciding.write_support, story.worker, story.pair, WITH_HER_SISTER)
    carry_out(deciding.write_support, story.worker, story.pair, replace(WITH_HER_SISTER, on=days(-3)))
    found = asked.supports_of(story.arrangement.id, Question.MEET)
    assert [(row.on, row.how) for row in found] == [(today(), "At the table"), (days(-3), "At the table")]


@pytest.mark.parametrize(
    "left_out", ["decided_by", "authority_seen", "capacity", "wishes", "consulted", "less_restrictive"]
)
def test_nobody_decides_for_somebody_without_all_the_evidence(story: Story, left_out: str) -> None:
    story.begin()
    nothing: dict[str, Any] = {left_out: ""}
    with pytest.raises(Refused) as refusal:
        decide(story, replace(whole(), **nothing))
    assert refusal.value.field == left_out
    assert asked.best_interests(story.arrangement.id, Question.MEET) is None


def test_only_a_worker_or_a_manager_writes_it(story: Story, make_account: MakeAccount) -> None:
    story.begin()
    for role in (Role.CARER, Role.SUPPORTER, Role.PERSON, Role.AUDITOR):
        with pytest.raises(Refused, match="Only a worker or a manager"):
            decide(story, whole(), make_account(role))


def test_with_all_of_it_it_counts_as_the_persons_yes_and_their_own_answer_stays(story: Story) -> None:
    story.begin()
    say(story, Side.HOUSEHOLD, YES)
    say(story, Side.PERSON, AnswerWord.NOT_SURE)
    with pytest.raises(Refused, match="Still to say yes: the person"):
        story.take("introduce")
    decide(story, whole())
    story.take("introduce")
    assert story.arrangement.stage is Stage.INTRODUCTION
    assert asked.past_their_no(story.arrangement) is None


def test_their_no_is_never_passed_over_in_silence(story: Story) -> None:
    story.begin()
    say(story, Side.HOUSEHOLD, YES)
    say(story, Side.PERSON, NO)
    with pytest.raises(Refused, match="says no") as refusal:
        decide(story, whole())
    assert refusal.value.field == "about_their_no"
    decide(story, whole(about_their_no="She says no to every new door, and is glad once inside"))
    assert asked.past_their_no(story.arrangement)
    story.take("introduce")


def test_a_no_said_afterwards_stops_the_step_until_it_is_thought_about_again(story: Story) -> None:
    story.begin()
    say(story, Side.HOUSEHOLD, YES)
    decide(story, whole(about_their_no="Thought about before there was one"))
    say(story, Side.PERSON, NO)
    with pytest.raises(Refused, match="has said no since"):
        story.take("introduce")
    assert story.arrangement.stage is Stage.PROPOSED


def test_what_is_not_in_their_interests_does_not_go_ahead_on_their_yes(story: Story) -> None:
    story.begin().both_say(YES)
    decide(story, whole(NO))
    with pytest.raises(Refused, match="not in the person’s best interests"):
        story.take("introduce")


def test_taken_back_it_stands_no_more_nor_does_an_earlier_one(story: Story) -> None:
    story.begin()
    say(story, Side.HOUSEHOLD, YES)
    decide(story, whole())
    decide(story, whole())
    carry_out(deciding.take_decision_back, story.worker, story.pair)
    with pytest.raises(Refused, match="Still to say yes: the person"):
        story.take("introduce")
    with pytest.raises(Refused, match="no decision"):
        carry_out(deciding.take_decision_back, story.worker, story.pair)
