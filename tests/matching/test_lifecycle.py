"""The table of steps, checked against the diagram drawn by hand, and rules every row keeps."""

from pathlib import Path

import pytest

from matching.kinds import KINDS, needs_of
from matching.lifecycle import GOING_ON, NEVER_WAIVED, STEPS, Need, Stage, Step, Taker, diagram, steps_from
from matching.needs import CHECKS
from scheme.kinds import INTERIM_KINDS, ArrangementKind
from scheme.models import Role

DRAWN_BY_HAND = Path(__file__).parents[2] / "docs" / "lifecycle.txt"


def test_the_table_is_the_diagram_we_drew() -> None:
    assert diagram() == DRAWN_BY_HAND.read_text(encoding="utf-8")


def test_every_need_has_a_sentence_and_a_check() -> None:
    assert set(CHECKS) == set(Need)
    assert all(need.label for need in Need)


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.name)
def test_no_step_leads_on_from_an_end(step: Step) -> None:
    assert step.source is None or step.source in GOING_ON


@pytest.mark.parametrize("kind", ArrangementKind)
def test_every_kind_has_a_row_and_a_way_out_of_every_stage(kind: ArrangementKind) -> None:
    assert kind in KINDS
    for stage in GOING_ON - ({Stage.LONG_TERM, Stage.INTRODUCTION} if kind in INTERIM_KINDS else set()):
        assert any(step.target in {Stage.DECLINED, Stage.ENDED} for step in steps_from(stage, kind))


@pytest.mark.parametrize("kind", sorted(INTERIM_KINDS))
def test_an_interim_kind_never_becomes_long_term_and_needs_no_introduction(kind: ArrangementKind) -> None:
    reached, edge = {Stage.PROPOSED}, [Stage.PROPOSED]
    while edge:
        for step in steps_from(edge.pop(), kind):
            if step.target not in reached:
                reached.add(step.target)
                edge.append(step.target)
    assert reached == {Stage.PROPOSED, Stage.TRIAL, Stage.DECLINED, Stage.ENDED}


def test_the_six_needs_of_the_design_are_never_waived_nor_is_one_home_at_a_time() -> None:
    assert {need.value for need in NEVER_WAIVED} == {
        "both_yes", "approval", "three_people", "keep_apart", "crisis_rule", "no_hold", "one_home",
    }  # fmt: skip


@pytest.mark.parametrize(
    "step", [step for step in STEPS if step.target in {Stage.TRIAL, Stage.LONG_TERM}], ids=lambda s: s.name
)
def test_nobody_starts_living_together_without_what_is_never_waived(step: Step) -> None:
    if step.source is step.target:
        return  # more time for what goes on already
    asked = set(step.needs)
    agreed = {Need.TALKED_THROUGH} if step.source is Stage.TRIAL else {Need.BOTH_YES}
    crisis = set() if step.interim else {Need.CRISIS_RULE}
    assert {Need.APPROVAL, Need.THREE_PEOPLE, Need.KEEP_APART, Need.NO_HOLD} | agreed | crisis <= asked


def test_homeshare_is_not_asked_for_approval_or_the_three_people_rule() -> None:
    for step in STEPS:
        assert not {Need.APPROVAL, Need.THREE_PEOPLE} & set(needs_of(step, ArrangementKind.HOMESHARE))


def test_those_who_take_steps_are_roles_of_the_desk() -> None:
    assert {taker.value for taker in Taker} <= {role.value for role in Role}
