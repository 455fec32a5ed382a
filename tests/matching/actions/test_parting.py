"""Keeping two apart, and taking it back."""

import pytest

from matching.actions import parting, proposing
from matching.compatibility.essentials import Met
from matching.models import KeepApart, Side
from matching.needs import Matter
from matching.queries import apart
from scheme.database import carry_out, db
from scheme.errors import Refused
from scheme.kinds import ArrangementKind
from scheme.models import Account
from tests.ground.changes import changes_of
from tests.matching.conftest import Story

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
