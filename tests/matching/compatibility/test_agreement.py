"""Three whole numbers, and the two roundings everything else is made of."""

from fractions import Fraction
from math import floor

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.compatibility.agreement import UNKNOWN, Agreement, half_up, halves_up, harmonic, harmonics
from matching.compatibility.criteria import CRITERIA
from matching.compatibility.weights import HEAVIEST, MOST_OF_ALL

MOST_WEIGHT = HEAVIEST * MOST_OF_ALL * len(CRITERIA)
"""No side's weights can add up to more."""


@pytest.mark.parametrize("numbers", [(50, 40, 60), (0, 50, 49), (-1, 0, 0), (0, 0, 101)])
def test_an_agreement_is_in_order_and_between_nought_and_a_hundred(numbers: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="Not an agreement"):
        Agreement(*numbers)


def test_unknown_is_as_wide_as_can_be_and_in_the_middle() -> None:
    assert (UNKNOWN.low, UNKNOWN.likely, UNKNOWN.high, UNKNOWN.width, UNKNOWN.known) == (0, 50, 100, 100, False)


def test_halves_are_rounded_up() -> None:
    assert [half_up(total, 2) for total in (0, 1, 2, 3)] == [0, 1, 1, 2]


@given(st.integers(0, 10**9), st.integers(1, 10**6))
def test_rounding_agrees_with_fractions(total: int, weight: int) -> None:
    assert half_up(total, weight) == floor(Fraction(total, weight) + Fraction(1, 2))


@given(st.integers(0, 100), st.integers(0, 100))
def test_together_is_the_harmonic_mean_and_never_better_than_twice_the_lesser(a: int, b: int) -> None:
    exact = Fraction(2 * a * b, a + b) if a + b else Fraction(0)
    assert harmonic(a, b) == harmonic(b, a) == floor(exact + Fraction(1, 2))
    assert min(a, b) <= harmonic(a, b) <= max(a, b)


def test_every_two_scores_together_are_the_same_many_at_once() -> None:
    a, b = np.meshgrid(np.arange(101, dtype=np.float32), np.arange(101, dtype=np.float32))
    assert harmonics(a, b).tolist() == [[harmonic(first, second) for first in range(101)] for second in range(101)]


@pytest.mark.parametrize("weight", [1, 2, 3, 7, 51, 340, 1_000, 4_999, MOST_WEIGHT - 1, MOST_WEIGHT])
def test_every_total_of_a_weight_is_rounded_the_same_many_at_once(weight: int) -> None:
    totals = np.arange(100 * weight + 1)
    expected = (2 * totals + weight) // (2 * weight)
    assert np.array_equal(halves_up(totals.astype(np.float32), np.array([weight], dtype=np.float32)), expected)


def test_no_weight_is_rounded_differently_where_a_score_turns_over() -> None:
    """For each weight there could be: the last total of every score, and the first of the next."""
    weights = np.arange(1, MOST_WEIGHT + 1)[:, None]
    first = -(-(2 * np.arange(1, 101) - 1) * weights // 2)
    totals = np.concatenate([first - 1, first], axis=1)
    expected = (2 * totals + weights) // (2 * weights)
    assert np.array_equal(halves_up(totals.astype(np.float32), weights.astype(np.float32)), expected)


def test_a_total_of_nothing_is_nothing() -> None:
    assert halves_up(np.zeros(1, dtype=np.float32), np.zeros(1, dtype=np.float32)).tolist() == [half_up(0, 0)]


def test_two_sides_who_both_find_nothing_make_nothing_together() -> None:
    assert harmonic(0, 0) == 0
