"""Who may write to whom, stage by stage: what is committed here by hand is what schemes were told."""

import pytest

from matching.lifecycle import Stage
from matching.models import Audience, Side
from matching.who_writes import WRITTEN_AT, readable, writable

PERSON, HOUSEHOLD, EVERYBODY = Audience.PERSON, Audience.HOUSEHOLD, Audience.EVERYBODY

TOLD = {
    Stage.PROPOSED: [PERSON],
    Stage.INTRODUCTION: [PERSON, EVERYBODY],
    Stage.TRIAL: [PERSON, EVERYBODY],
    Stage.LONG_TERM: [PERSON, EVERYBODY],
    Stage.DECLINED: [PERSON],
    Stage.ENDED: [PERSON],
}


@pytest.mark.parametrize("stage", Stage)
def test_a_person_writes_to(stage: Stage) -> None:
    assert writable(Side.PERSON, stage, blocked=False) == TOLD[stage]
    assert readable(Side.PERSON, stage) == TOLD[stage]
    assert writable(Side.PERSON, stage, blocked=True) == [PERSON]


@pytest.mark.parametrize("stage", Stage)
def test_nobody_ever_reads_what_the_other_side_writes_to_the_worker(stage: Stage) -> None:
    assert HOUSEHOLD not in readable(Side.PERSON, stage, in_touch=True)
    assert PERSON not in readable(Side.HOUSEHOLD, stage, in_touch=True)


def test_keeping_in_touch_opens_what_an_ending_closes_and_a_decline_does_not() -> None:
    assert EVERYBODY in readable(Side.PERSON, Stage.ENDED, in_touch=True)
    assert EVERYBODY not in readable(Side.PERSON, Stage.DECLINED, in_touch=True)


@pytest.mark.parametrize("stage", Stage)
def test_the_worker_reads_everything_and_writes_to_each(stage: Stage) -> None:
    assert set(readable(None, stage)) == set(Audience)
    assert {PERSON, HOUSEHOLD} <= set(writable(None, stage, blocked=True))


def test_every_stage_is_in_the_table() -> None:
    assert WRITTEN_AT.keys() == set(Stage)
