"""Rounds over every pair, of which only few take part: the same as with all, and proved for all. Everybody is invented."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.compatibility import rounds_grid, rounds_settling
from matching.compatibility.rounds import Allowed, Limit, Round, Seeker, best_round, round_among
from matching.compatibility.rounds_grid import NOT_ALLOWED, Grid

Five = tuple[int, ...]
NONE: Five = (0, 0, 0, 0, 0)


@dataclass(frozen=True)
class Scheme:
    """People and households, and what every pair is worth; ``NOT_ALLOWED``. Each household has two kinds of spaces."""

    people: list[Seeker]
    limits: list[Limit]
    points: Any
    kinds: Any

    @property
    def grid(self) -> Grid:
        """As a round is given it: some pairs are for no wish, and count for the household alone."""
        people, households = self.points.shape
        check_first = np.packbits((self.points % 3 == 0) & (self.points >= 0), axis=1)
        wishes = np.tile(np.arange(3), (people, 1))
        limits = 3 * np.arange(households)[:, None] + np.array([1, 2, 0])
        return Grid(self.points, self.kinds, check_first, wishes, limits.astype(np.int32))

    def listed(self) -> list[Allowed]:
        """Every allowed pair, one by one."""
        return [
            Allowed(self.people[row].reference, self.limits[place].name, points, points % 3 == 0)
            for row, place, points in self.places()
        ]

    def places(self) -> Iterator[tuple[int, int, int]]:
        """Person, limit and points of every allowed pair."""
        for row, column in zip(*(each.tolist() for each in np.nonzero(self.points != NOT_ALLOWED)), strict=True):
            yield row, 3 * column + (int(self.kinds[row, column]) + 1) % 3, int(self.points[row, column])


def scheme(people: Sequence[tuple[int, int]], homes: Sequence[tuple[int, int, int]], points: Any, kinds: Any) -> Scheme:
    seekers = [Seeker(f"P{number:03}", *each) for number, each in enumerate(people)]
    limits = []
    for number, (asks, some, others) in enumerate(homes):
        name = f"H{number:03}"
        limits += [Limit(name, asks), Limit(f"{name} a", some, name), Limit(f"{name} b", others, name)]
    shape = len(people), len(homes)
    return Scheme(
        seekers,
        limits,
        np.array(points, dtype=np.int8).reshape(shape),
        np.array(kinds, dtype=np.int8).reshape(shape),
    )


@st.composite
def schemes(draw: st.DrawFn, people: int = 9, households: int = 7) -> Scheme:
    """Scores drawn from few or many, so that there are ties; often more people than spaces."""
    waited = st.sampled_from([0, 3, 3, 200])
    seekers = draw(st.lists(st.tuples(waited, st.sampled_from([1, 1, 1, 0, 2])), max_size=people))
    homes = draw(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 2), st.integers(0, 2)), max_size=households))
    scores = draw(st.sampled_from([[50], [50, 51], [NOT_ALLOWED, 40, 60], [NOT_ALLOWED, *range(101)]]))
    each = len(seekers) * len(homes)
    points = draw(st.lists(st.sampled_from(scores), min_size=each, max_size=each))
    kinds = draw(st.lists(st.integers(-1, 1), min_size=each, max_size=each))
    return scheme(seekers, homes, points, kinds)


@contextmanager
def few_at_a_time(few: int = 1, nearly: int = 0) -> Iterator[None]:
    """So that even few pairs have to be brought in again and again."""
    with (
        patch.object(rounds_grid, "FEW", few),
        patch.object(rounds_grid, "MOST", few),
        patch.object(rounds_grid, "NEARLY", nearly),
        patch.object(rounds_grid, "PEOPLE_AT_ONCE", 2),
        patch.object(rounds_settling, "FEW_ENOUGH", few),
    ):
        yield


def round_over(given: Scheme) -> Round:
    return round_among(given.people, given.limits, given.grid, all_at_once=0)


# --- checked with a pencil --------------------------------------------------------------------------------------------------


def over(*each: Sequence[int]) -> Five:
    return tuple(map(sum, zip(*each, strict=True)))


def less(each: Sequence[int]) -> Five:
    return tuple(-one for one in each)


def worth(given: Scheme, row: int, place: int, points: int) -> Five:
    by_place = (len(given.people) - row) * (len(given.limits) - place)
    return 0, points, 0, points * given.people[row].waited, by_place


def nothing_can_be_better(given: Scheme, values_of_limits: Any, values_of_people: Any, totals: Five) -> bool:
    """From pairs and prices alone: what all prices together come to, and what any pair is worth above those it would pay.

    Five numbers are compared like words in a dictionary. No suggestions whatever can be worth more than this sum.
    """
    bound = NONE
    for row, place, points in given.places():
        price = over(values_of_limits[given.limits[place].name], less(values_of_people[given.people[row].reference]))
        bound = over(bound, max(NONE, over(worth(given, row, place, points), less(price))))
    for one in given.limits:
        wider = values_of_limits[one.within] if one.within else NONE
        bound = over(bound, [one.at_most * n for n in max(NONE, over(values_of_limits[one.name], less(wider)))])
    for person in given.people:
        mine = less(values_of_people[person.reference])
        bound = over(bound, [min(person.at_most, 1) * n for n in max(NONE, over((1, 0, person.waited, 0, 0), mine))])
        bound = over(bound, [max(person.at_most - 1, 0) * n for n in max(NONE, mine)])
    return bound == totals


@given(schemes())
def test_the_prices_prove_it_for_every_pair_there_is(given: Scheme) -> None:
    with few_at_a_time():
        found = round_over(given)
        assert found.is_the_best
    assert nothing_can_be_better(given, found.values.limits, found.values.people, found.totals)


@given(schemes(), st.integers(1, 3), st.integers(0, 2))
def test_few_at_a_time_are_as_good_as_all_at_once_in_everything_that_counts(
    given: Scheme, few: int, nearly: int
) -> None:
    whole = best_round(given.people, given.limits, given.listed())
    with few_at_a_time(few, nearly):
        found = round_over(given)
    assert found.totals == whole.totals
    for limit in given.limits:
        assert found.one_more(limit.name) == whole.one_more(limit.name)


@given(schemes(people=6, households=4))
def test_without_one_it_is_the_best_of_every_other_pair(given: Scheme) -> None:
    whole = best_round(given.people, given.limits, given.listed())
    with few_at_a_time():
        found = round_over(given)
        for suggestion in found.suggestions:
            assert found.without(suggestion).gain == whole.without(suggestion).gain


def test_wrong_prices_prove_nothing() -> None:
    """Too low, and some pair is worth more than it pays; too high, and the sum is larger than the suggestions."""
    given = scheme([(0, 1), (0, 1)], [(1, 1, 1), (1, 1, 1)], [[90, 30], [70, NOT_ALLOWED]], [[0, 0], [0, 0]])
    found = round_over(given)
    assert found.totals[:2] == (2, 100)
    for change in (-50, 50):
        prices = {name: over(value, (0, change, 0, 0, 0)) for name, value in found.values.limits.items()}
        assert not nothing_can_be_better(given, prices, found.values.people, found.totals)


@pytest.mark.parametrize("few", [1, 20])
def test_ties_everywhere_bring_everybody_to_the_earliest_references(few: int) -> None:
    given = scheme([(0, 1)] * 60, [(1, 1, 1)] * 50, [[50] * 50] * 60, [[0] * 50] * 60)
    with few_at_a_time(few):
        found = round_over(given)
    assert [(one.person, one.household) for one in found.suggestions] == [
        (f"P{number:03}", f"H{number:03}") for number in range(50)
    ]
    assert found.is_the_best


def test_hundreds_of_people_are_proved_as_well() -> None:
    lots = np.random.default_rng(7)
    people = [(int(days), 1) for days in lots.integers(0, 300, size=150)]
    homes = [(2, 1, 1)] * 70
    given = scheme(people, homes, lots.integers(30, 90, size=(150, 70)), lots.integers(-1, 2, size=(150, 70)))
    found = round_among(given.people, given.limits, given.grid, all_at_once=0)
    assert found.is_the_best
    assert len(found.best.pairs) < given.points.size
    assert nothing_can_be_better(given, found.values.limits, found.values.people, found.totals)
    assert found.totals == best_round(given.people, given.limits, given.listed()).totals


def test_pairs_that_are_not_allowed_are_never_suggested() -> None:
    given = scheme([(0, 1), (9, 1)], [(1, 1, 1), (1, 1, 1)], [[NOT_ALLOWED, 10], [NOT_ALLOWED, 90]], [[0, 0], [0, 0]])
    (one,) = round_over(given).suggestions
    assert (one.person, one.household) == ("P001", "H001")


@pytest.mark.parametrize(("people", "homes"), [(0, 0), (0, 3), (3, 0), (1, 1)])
def test_nobody_and_one_are_no_trouble(people: int, homes: int) -> None:
    given = scheme([(5, 1)] * people, [(1, 1, 1)] * homes, [[7] * homes] * people, [[-1] * homes] * people)
    found = round_over(given)
    assert found.is_the_best
    assert len(found.suggestions) == min(people, homes)
