"""The model that learns: a scikit-learn estimator, and monotone whatever it is shown."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.base import clone
from sklearn.linear_model import LogisticRegression
from sklearn.utils.estimator_checks import check_estimator

from matching.compatibility.learning_model import MonotoneLogistic

NOT_CHECKED = {
    "check_array_api_input",
    "check_classifier_data_not_an_array",
    "check_sample_weights_pandas_series",
}
"""What scikit-learn passes over by itself: arrays of other libraries, and pandas, which we do not have."""

Rows = tuple[np.ndarray, np.ndarray]


def rows(seed: int, size: int = 400, speaks: tuple[float, ...] = (2.0, 1.0, 0.0)) -> Rows:
    """Rows whose outcome depends on each column as much as ``speaks`` says."""
    lots = np.random.default_rng(seed)
    columns = lots.uniform(-1, 1, (size, len(speaks)))
    return columns, (lots.random(size) < 1 / (1 + np.exp(-columns @ np.array(speaks)))).astype(int)


def test_it_is_an_estimator_as_scikit_learn_knows_them() -> None:
    told = check_estimator(MonotoneLogistic(), on_skip=None)
    assert {each["check_name"] for each in told if each["status"] != "passed"} <= NOT_CHECKED
    assert sum(each["status"] == "passed" for each in told) >= 50


def test_what_it_was_made_with_can_be_read_and_copied() -> None:
    made = MonotoneLogistic(strength=3, towards=[1, 2, 3])
    assert clone(made).get_params() == made.get_params()


def test_without_anything_to_floor_it_is_the_usual_logistic_regression() -> None:
    columns, outcomes = rows(1, speaks=(2.0, 1.0, 0.8))
    ours = MonotoneLogistic(strength=2).fit(columns, outcomes)
    theirs = LogisticRegression(C=0.5, tol=1e-10, max_iter=1000).fit(columns, outcomes)
    assert ours.coef_ == pytest.approx(theirs.coef_, abs=1e-4)
    assert ours.intercept_ == pytest.approx(theirs.intercept_, abs=1e-4)


def test_what_speaks_against_counts_nothing_and_never_less() -> None:
    columns, outcomes = rows(2, speaks=(2.0, -2.0, 0.5))
    floored, free = (MonotoneLogistic(floored=floored).fit(columns, outcomes).coef_[0] for floored in (True, False))
    assert floored[1] == 0
    assert free[1] < -1


@given(st.integers(0, 2**16), st.integers(0, 2))
def test_more_agreement_never_makes_a_yes_less_likely(seed: int, column: int) -> None:
    columns, outcomes = rows(seed, size=40, speaks=(1.0, -1.0, 0.0))
    outcomes[:2] = 0, 1
    model, better = MonotoneLogistic().fit(columns, outcomes), columns.copy()
    better[:, column] += 1
    assert (model.predict_proba(better)[:, 1] >= model.predict_proba(columns)[:, 1]).all()


def test_it_is_drawn_towards_proportions_and_not_to_a_size() -> None:
    columns, outcomes = rows(3, speaks=(2.0, 2.0, 2.0))
    found = MonotoneLogistic(strength=1e6, towards=[3, 2, 1]).fit(columns, outcomes).coef_[0]
    assert found / found[2] == pytest.approx([3, 2, 1], rel=0.01)
    assert found.sum() == pytest.approx(MonotoneLogistic(strength=0).fit(columns, outcomes).coef_.sum(), rel=0.25)


def test_a_row_counted_twice_is_two_rows() -> None:
    columns, outcomes = rows(4)
    counted = MonotoneLogistic().fit(columns, outcomes, sample_weight=np.full(len(outcomes), 2)).coef_
    twice = MonotoneLogistic().fit(np.vstack([columns, columns]), np.concatenate([outcomes, outcomes])).coef_
    assert counted == pytest.approx(twice, abs=1e-9)


@pytest.mark.parametrize(
    ("made", "sentence"),
    [
        (MonotoneLogistic(strength=-1), "The strength is not negative"),
        (MonotoneLogistic(towards=[1, 2]), "one number from 0 for each column"),
        (MonotoneLogistic(towards=[1, 2, -1]), "one number from 0 for each column"),
    ],
)
def test_what_it_cannot_be_made_with_is_refused(made: MonotoneLogistic, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        made.fit(*rows(5))


def test_outcomes_that_all_went_the_same_way_teach_nothing() -> None:
    columns, _ = rows(6)
    with pytest.raises(ValueError, match="only one class"):
        MonotoneLogistic().fit(columns, np.ones(len(columns)), sample_weight=np.ones(len(columns)))
