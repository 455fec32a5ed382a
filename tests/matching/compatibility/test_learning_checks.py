"""How well something tells who goes on: against scikit-learn's own numbers, and against whole households drawn again."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import roc_auc_score

from matching.compatibility.learning_checks import OF_EACH, auc, calibration, drawn_again, telling

PAIRS = st.lists(st.tuples(st.integers(0, 5), st.booleans(), st.integers(1, 4)), min_size=2, max_size=30)


@given(PAIRS.filter(lambda pairs: len({yes for _, yes, _ in pairs}) == 2))
def test_it_is_the_area_that_scikit_learn_finds(pairs: list[tuple[int, bool, int]]) -> None:
    forecast, yes, counts = (np.array(each) for each in zip(*pairs, strict=True))
    found = auc(forecast.astype(float), yes, counts[None].astype(float))
    assert found[0] == pytest.approx(roc_auc_score(yes, forecast, sample_weight=counts))


def test_a_draw_of_one_kind_only_has_no_area() -> None:
    assert np.isnan(auc(np.array([1.0, 2.0]), np.array([True, False]), np.array([[1.0, 0.0]]))[0])


def test_whole_households_are_drawn_again() -> None:
    counts = drawn_again(12, 50, seed=1)
    assert counts.shape == (50, 12)
    assert (counts.sum(axis=1) == 12).all()


def test_answers_of_few_households_are_known_less_firmly_than_of_many() -> None:
    lots = np.random.default_rng(2)
    outcome = lots.integers(2, size=400).astype(float)
    forecast = outcome + lots.normal(0, 1.5, 400)
    few, many = (telling("", forecast, outcome, np.arange(400) % size, seed=1).interval for size in (8, 400))
    assert few is not None
    assert many is not None
    assert many.low > 0.5
    same = np.repeat(outcome[:20], 20), np.repeat(forecast[:20], 20), np.repeat(np.arange(20), 20)
    repeated = telling("", same[1], same[0], same[2], seed=1).interval
    assert repeated is not None
    assert repeated.high - repeated.low > 2 * (many.high - many.low)


def test_too_few_of_either_kind_is_not_enough_to_know() -> None:
    outcome = np.array([1.0] * (OF_EACH - 1) + [0.0] * 50)
    found = telling("Told", np.arange(len(outcome), dtype=float), outcome, np.arange(len(outcome)), seed=1)
    assert (found.pairs, found.likely, found.interval) == (len(outcome), None, None)
    assert not found.better_than_a_coin


def test_what_is_not_known_is_passed_over() -> None:
    outcome = np.array([1.0, 0.0, np.nan] * 40)
    forecast = np.where(outcome == 1, 2.0, 1.0)
    forecast[:3] = np.nan
    found = telling("Told", forecast, outcome, np.arange(120), seed=1)
    assert (found.pairs, found.likely) == (78, 1.0)


def test_calibration_is_shown_in_fifths_of_ten_or_more() -> None:
    outcome = np.array(([0.0] * 3 + [1.0]) * 25)
    fifths = calibration(np.full(100, 0.25), outcome)
    assert [each.pairs for each in fifths] == [20] * 5
    assert all(each.interval.low <= 0.25 <= each.interval.high for each in fifths)
    assert calibration(np.full(40, 0.25), outcome[:40]) == []
