"""Figures for groups of ten or more, and no way to work out those of fewer. Everybody here is invented."""

from collections.abc import Sequence
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.compatibility.fairness import (
    EVERYBODY_ELSE,
    FEWEST,
    MEASURES,
    NOT_SAID,
    Met,
    Panel,
    Question,
    everybody_together,
    groups,
    panels,
    shown,
)
from matching.compatibility.intervals import wilson

TITLES = [measure.title for measure in MEASURES]
SIZES = st.lists(st.integers(0, 40), max_size=8)


def some(
    number: int,
    ethnicity: str | None = None,
    introductions: int = 1,
    welcomed: bool | None = True,
    said_yes: bool | None = True,
) -> list[Met]:
    """So many who are alike."""
    return [Met({Question.ETHNICITY: ethnicity}, introductions, welcomed, said_yes, days=30)] * number


def panel(everybody: Sequence[Met]) -> Panel:
    """The groups by the only question they were asked."""
    return next(each for each in panels(everybody) if each.question is Question.ETHNICITY)


def figure(found: Panel, name: str, title: str) -> tuple[float, float, float] | None:
    """One figure with its interval, or nothing."""
    row = next(each for each in found.rows if each.name == name)
    known = row.figures[TITLES.index(title)]
    return (known.likely, known.interval.low, known.interval.high) if known else None


def test_each_group_has_its_figures_with_intervals() -> None:
    found = panel([*some(12, "Welsh", 2), *some(4, "Asian", 0), *some(8, "Asian", 3, welcomed=False)])
    assert [(row.name, row.people) for row in found.rows] == [("Welsh", 12), ("Asian", 12)]
    assert figure(found, "Welsh", "Introductions each") == (2, 2, 2)
    interval = wilson(4, 12)
    assert figure(found, "Asian", "Never put forward") == (4 / 12, interval.low, interval.high)
    assert figure(found, "Welsh", "Days waiting") == (30, 30, 30)


def test_capitals_and_spaces_are_looked_past_and_words_are_not() -> None:
    found = groups(["White  british"] * 4 + ["White British "] * 7 + ["British"] * 10)
    assert {name: len(places) for name, places in found.items()} == {"White British": 11, "British": 10}


def test_those_too_few_are_shown_together_without_their_names() -> None:
    found = groups(["Welsh"] * 20 + ["Roma"] * 6 + ["Gurkha"] * 5 + [None] * 12)
    assert {name: len(places) for name, places in found.items()} == {"Welsh": 20, NOT_SAID: 12, EVERYBODY_ELSE: 11}


def test_one_group_too_small_takes_the_next_smallest_with_it() -> None:
    found = groups(["Welsh"] * 20 + ["Asian"] * 12 + ["Roma"])
    assert {name: len(places) for name, places in found.items()} == {"Welsh": 20, EVERYBODY_ELSE: 13}


@pytest.mark.parametrize("said", [[], [None] * 50, ["Welsh"] * 9, ["Welsh"] * 12 + ["Asian"] * 3])
def test_without_two_groups_there_is_nothing_to_compare(said: list[str | None]) -> None:
    assert groups(said) == {}


@given(SIZES)
def test_every_group_is_ten_or_more_and_nobody_is_left_over(sizes: list[int]) -> None:
    said = list(chain.from_iterable([f"group {number}"] * size for number, size in enumerate(sizes)))
    found = groups(said)
    assert all(len(places) >= FEWEST for places in found.values())
    if found:
        assert sorted(chain.from_iterable(found.values())) == list(range(len(said)))


@given(SIZES)
def test_what_is_left_out_of_a_measure_cannot_be_worked_out(sizes: list[int]) -> None:
    visible = shown(sizes)
    hidden = [size for place, size in enumerate(sizes) if place not in visible]
    assert all(sizes[place] >= FEWEST for place in visible)
    if hidden and visible:
        assert len(hidden) > 1
        assert sum(hidden) >= FEWEST


@given(SIZES)
def test_nothing_is_left_out_without_need(sizes: list[int]) -> None:
    if all(size >= FEWEST for size in sizes):
        assert len(shown(sizes)) == len(sizes)


def test_a_figure_known_of_too_few_takes_another_with_it() -> None:
    groups_of_people = [
        *some(30, "Welsh"), *some(14, "Asian"), *some(5, "Irish"), *some(9, "Irish", welcomed=None),
    ]  # fmt: skip
    found = panel(groups_of_people)
    assert figure(found, "Irish", "A household said yes") is None
    assert figure(found, "Asian", "A household said yes") is None
    assert figure(found, "Welsh", "A household said yes") is not None
    assert figure(found, "Irish", "They said yes") is not None


def test_everybody_together_is_shown_from_ten_on() -> None:
    assert everybody_together(some(9)) is None
    row = everybody_together(some(10, welcomed=None))
    assert row is not None
    assert row.people == 10
    assert row.figures[TITLES.index("A household said yes")] is None
