"""How firmly a number is known: against what books say, and against what chance does."""

import random

import pytest

from matching.compatibility.intervals import Interval, of_mean, of_median, wilson


@pytest.mark.parametrize(
    ("some", "of", "low", "high"),
    [
        (0, 10, 0.0, 0.2775),
        (10, 10, 0.7225, 1.0),
        (1, 10, 0.0179, 0.4042),
        (5, 10, 0.2366, 0.7634),
        (81, 263, 0.2553, 0.3662),  # Newcombe's own example, Statistics in Medicine 17, 1998
    ],
)
def test_wilsons_interval_is_the_one_in_the_books(some: int, of: int, low: float, high: float) -> None:
    found = wilson(some, of)
    assert [found.low, found.high] == pytest.approx([low, high], abs=5e-5)


@pytest.mark.parametrize(("some", "of"), [(0, 0), (2, 1), (-1, 3)])
def test_a_share_is_some_of_something(some: int, of: int) -> None:
    with pytest.raises(ValueError, match="some of something"):
        wilson(some, of)


def test_a_share_lies_within_about_95_times_of_100() -> None:
    lots = random.Random(4)
    held = [wilson(sum(lots.random() < 0.2 for _ in range(30)), 30).holds(0.2) for _ in range(2000)]
    assert 0.92 <= sum(held) / len(held) <= 0.98


def test_a_mean_and_its_reach() -> None:
    found = of_mean([1, 2, 3, 4])  # mean 2.5, s/√n 0.6455, t for 3 degrees of freedom 3.1824
    assert [found.low, found.high] == pytest.approx([0.4457, 4.5543], abs=1e-4)
    assert of_mean([0, 0, 0, 9]).low == 0
    assert of_mean([3, 3]) == Interval(3, 3)


def test_a_median_lies_between_two_of_the_values() -> None:
    assert of_median(range(1, 11)) == Interval(2, 9)
    assert of_median(range(1, 21)) == Interval(6, 15)
    assert of_median([7, 5, 6]) == Interval(5, 7)


def test_a_median_lies_within_at_least_95_times_of_100() -> None:
    lots = random.Random(5)
    held = [of_median([lots.expovariate(1) for _ in range(15)]).holds(0.6931) for _ in range(2000)]
    assert 0.94 <= sum(held) / len(held) <= 0.99
