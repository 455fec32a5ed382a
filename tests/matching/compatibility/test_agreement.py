"""Three whole numbers, and the two roundings everything else is made of."""

from fractions import Fraction
from math import floor

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.compatibility.agreement import UNKNOWN, Agreement, half_up, harmonic


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


@given(st.lists(st.tuples(st.integers(0, 100), st.integers(0, 100)), min_size=1, max_size=20))
def test_an_array_is_rounded_exactly_as_its_numbers_are(pairs: list[tuple[int, int]]) -> None:
    first, second = np.array([a for a, _ in pairs]), np.array([b for _, b in pairs])
    assert harmonic(first, second).tolist() == [harmonic(a, b) for a, b in pairs]


def test_two_sides_who_both_find_nothing_make_nothing_together() -> None:
    assert harmonic(0, 0) == 0
