"""Keeping two apart, and taking it back."""

import pytest

from matching.actions import parting, proposing
from matching.compatibility.essentials import Met
from matching.lifecycle import EndingReason
from matching.models import AnswerWord, KeepApart, Side
from matching.needs import Matter
from matching.queries import apart
from scheme.database import carry_out, db
from scheme.errors import Refused
from scheme.kinds import ArrangementKind
from scheme.models import Account
from tests.ground.changes import changes_of
from tests.matching.conftest import Story, a_person

WHY = "Invented: they fell out years ago."


@pytest.fixture
def parted(story: Story) -> Story:
    """Two with something under way, who must be kept apart."""
    story.begin()
    carry_out(parting.keep_apart, story.worker, story.pair.person, story.pair.household, WHY)
    return story


def written(story: Story) -> KeepApart | None:
    """What is in force between the two, read afresh."""
    return apart.kept_apart(story.pair.person.id, story.pair.household.id)


def test_who_wrote_it_and_when_is_kept_and_the_words_are_sealed(parted: Story) -> None:
    kept = written(parted)
    assert kept
    assert (kept.by_id, kept.words) == (parted.worker.id, WHY)
    assert kept.written_at
    assert WHY.encode() not in (kept.words_sealed or b"")


def test_it_rules_the_two_out_and_no_step_is_taken(parted: Story) -> None:
    (essential,) = [one for one in Matter.of(parted.pair).essentials if one.name == "keep_apart"]
    assert essential.met is Met.NOT_MET
    with pytest.raises(Refused, match="kept apart"):
        parted.take("introduce")


def test_it_is_written_once(parted: Story) -> None:
    with pytest.raises(Refused, match="already"):
        carry_out(parting.keep_apart, parted.worker, parted.pair.person, parted.pair.household, WHY)


def test_a_worker_does_not_take_it_back(parted: Story) -> None:
    kept = written(parted)
    assert kept
    with pytest.raises(Refused, match="Only a manager"):
        carry_out(parting.end_keeping_apart, parted.worker, kept, "Made up")
    assert written(parted)


def test_a_manager_takes_it_back_with_a_reason_and_nothing_is_lost(parted: Story, manager: Account) -> None:
    kept = written(parted)
    assert kept
    carry_out(parting.end_keeping_apart, manager, kept, "Both asked to meet again.")
    assert written(parted) is None
    (essential,) = [one for one in Matter.of(parted.pair).essentials if one.name == "keep_apart"]
    assert essential.met is Met.MET
    row = db.session.get_one(KeepApart, kept.id)
    assert (row.words, row.taken_back_words, row.taken_back_by_id) == (WHY, "Both asked to meet again.", manager.id)
    assert [change.doing for change in changes_of(parted.pair.person.id) if change.row_kind == "keep_apart"] == [
        "end_keeping_apart",
        "keep_apart",
    ]
    with pytest.raises(Refused, match="taken back before"):
        carry_out(parting.end_keeping_apart, manager, row, "Again")


def test_two_who_were_kept_apart_before_may_be_put_forward_once_it_is_taken_back(
    parted: Story, manager: Account
) -> None:
    parted.take("decline", reason="plans_changed")
    kept = written(parted)
    assert kept
    carry_out(proposing.reopen, parted.pair, list(Side), parted.arrangement.version)
    with pytest.raises(Refused, match="kept apart"):
        put_forward(parted)
    carry_out(parting.end_keeping_apart, manager, kept, "Made up")
    put_forward(parted)


def put_forward(story: Story) -> None:
    """Put the same two forward."""
    carry_out(proposing.propose, story.worker, story.pair.person, story.pair.household, ArrangementKind.LIVE_IN)


def test_a_person_is_kept_out_of_a_home_where_somebody_they_must_be_kept_apart_from_lives_or_stays(
    story: Story,
) -> None:
    story.to_trial()
    living_there, household = story.pair.person, story.pair.household
    household.living_there = 0
    other = carry_out(lambda: a_person("P002"))
    carry_out(parting.keep_apart, story.worker, other, living_there, "Invented: an old quarrel")
    assert apart.kept_apart_there(other.id, household.id)
    with pytest.raises(
        Refused, match="Somebody who lives or stays there must be kept apart from this person"
    ) as refusal:
        carry_out(proposing.propose, story.worker, other, household, ArrangementKind.LIVE_IN)
    assert refusal.value.message.count("kept apart") == 1, "said once"
    story.take("end_trial", reason=EndingReason.MOVED_ON)
    assert apart.kept_apart_there(other.id, household.id) is None


def test_two_people_are_kept_apart_whichever_of_them_it_is_written_from_and_nobody_from_themselves(
    story: Story,
) -> None:
    one, other = carry_out(lambda: (a_person("P002"), a_person("P003")))
    carry_out(parting.keep_apart, story.worker, one, other, "Invented: an old quarrel")
    for pair in ((one, other), (other, one)):
        with pytest.raises(Refused, match="written down already"):
            carry_out(parting.keep_apart, story.worker, *pair, "Invented: again")
    with pytest.raises(Refused, match="somebody else"):
        carry_out(parting.keep_apart, story.worker, one, one, "Invented")


def test_a_refusal_says_once_that_two_are_kept_apart(story: Story) -> None:
    story.begin().both_say(AnswerWord.YES)
    carry_out(parting.keep_apart, story.worker, story.pair.person, story.pair.household, "Invented: an old quarrel")
    with pytest.raises(Refused) as refusal:
        story.take("introduce")
    assert refusal.value.message == "These two must be kept apart."
    story.take("decline", reason="plans_changed")
    with pytest.raises(Refused) as refusal:
        carry_out(_propose_again, story)
    assert refusal.value.message.count("kept apart") == 1


def _propose_again(story: Story) -> None:
    story.arrangement.reopened_by_person = story.arrangement.reopened_by_household = True
    proposing.propose(story.worker, story.pair.person, story.pair.household, ArrangementKind.LIVE_IN)
