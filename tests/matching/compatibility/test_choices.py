"""Two answers from short lists, by a table."""

import pytest

from matching.compatibility.choices import Answer, Choices, scale, table
from scheme.ways_of_living import Noise, Setting, YesNo

NOISE = scale(list(Noise), [100, 60, 10])


def agreement(shape: Choices, wanted: Answer, found: Answer) -> list[int]:
    """Low, likely and high of one answer beside another."""
    points: list[int] = shape.agree(shape.wants([wanted]), shape.finds([found]))[:, 0, 0].tolist()
    return points


def test_the_table_says_how_far_two_answers_agree() -> None:
    assert agreement(NOISE, Noise.QUIET, Noise.QUIET) == [100, 100, 100]
    assert agreement(NOISE, Noise.QUIET, Noise.BETWEEN) == [60, 60, 60]
    assert agreement(NOISE, Noise.QUIET, Noise.LIVELY) == [10, 10, 10]


def test_nothing_is_read_into_a_blank_on_either_side() -> None:
    assert agreement(NOISE, None, Noise.QUIET) == agreement(NOISE, Noise.QUIET, None) == [0, 50, 100]
    assert agreement(NOISE, frozenset(), Noise.QUIET) == [0, 50, 100]


def test_the_best_of_several_options_counts() -> None:
    setting = scale(list(Setting), [100, 60, 30, 0])
    assert agreement(setting, frozenset({Setting.TOWN, Setting.VILLAGE}), Setting.COUNTRYSIDE) == [60, 60, 60]


def test_an_answer_worth_nothing_is_known_to_be_worth_nothing() -> None:
    bus = table({YesNo.YES: {YesNo.YES: 100, YesNo.NO: 0}, YesNo.NO: {YesNo.YES: 100, YesNo.NO: 100}})
    assert agreement(bus, YesNo.YES, YesNo.NO) == [0, 0, 0]


def test_a_table_with_a_hole_cannot_be_declared() -> None:
    with pytest.raises(ValueError, match="every pair"):
        table({YesNo.YES: {YesNo.YES: 100, YesNo.NO: 0}, YesNo.NO: {YesNo.YES: 100}})


def test_a_table_out_of_range_cannot_be_declared() -> None:
    with pytest.raises(ValueError, match="0 to 100"):
        table({YesNo.YES: {YesNo.YES: 101}})


def test_a_scale_reads_the_same_from_both_ends() -> None:
    for one in Noise:
        for other in Noise:
            assert agreement(NOISE, one, other) == agreement(NOISE, other, one)
