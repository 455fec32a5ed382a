"""The one model that learns: a yes becomes likelier with every agreement, never less likely.

A logistic regression whose coefficients may not be negative, so that it is monotone in every column and its coefficients
can be read as weights. It is a scikit-learn estimator for two outcomes: everything of ``check_estimator`` applies except
what is for more than two, and no particular accuracy is promised on data where a column speaks *against* an outcome.
"""

from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import cholesky, solve_triangular
from scipy.optimize import lsq_linear
from scipy.special import expit
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.utils.multiclass import check_classification_targets, type_of_target
from sklearn.utils.validation import _check_sample_weight, check_is_fitted, validate_data

Floats = NDArray[np.float64]

ALONG = 0.1
"""The most that the size of coefficients in the proportions they are drawn towards is held back: enough that there always
is one answer, little enough that how much agreement counts at all is the data's to say."""

FREE = 1e-6
"""The penalty on the intercept: only there so that separable data have one answer too."""


class MonotoneLogistic(ClassifierMixin, BaseEstimator):  # type: ignore[misc]
    """Logistic regression with coefficients from 0, drawn towards given proportions.

    ``strength``: how strongly (the penalty is strength/2 × the squared distance, beside a sum of log-losses). ``towards``:
    one number from 0 for each column; only the *proportions* of the coefficients are drawn to theirs, not their size.
    Without it, every coefficient is drawn to 0. ``floored=False`` lets coefficients be negative: only for measuring how
    far they spread, because what piles up against a floor seems to spread less than it does.

    ``fit`` raises ``ValueError`` for anything but two outcomes.
    """

    def __init__(
        self,
        strength: float = 1.0,
        towards: Any = None,
        floored: bool = True,
        most_steps: int = 100,
        tolerance: float = 1e-9,
    ) -> None:
        self.strength = strength
        self.towards = towards
        self.floored = floored
        self.most_steps = most_steps
        self.tolerance = tolerance

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.classifier_tags.multi_class = False
        # Two clouds apart in a direction it may not look in: no accuracy is promised.
        tags.classifier_tags.poor_score = True
        return tags

    def fit(self, X: Any, y: Any, sample_weight: Any = None) -> Self:  # noqa: N803 – scikit-learn's own name
        """Learn from rows and their outcomes, each counted ``sample_weight`` times (1 without it)."""
        rows, outcomes = validate_data(self, X, y, dtype=np.float64)
        check_classification_targets(outcomes)
        if type_of_target(outcomes) != "binary":
            kind = type_of_target(outcomes)
            raise ValueError(f"Only binary classification is supported. The type of the target is {kind}.")
        self.classes_, yes = np.unique(outcomes, return_inverse=True)
        counts = _check_sample_weight(sample_weight, rows, dtype=np.float64)
        if len(np.unique(yes[counts > 0])) < 2:
            raise ValueError("There is only one class among the outcomes: nothing can be learned from that.")
        found = self.settled(rows, yes.astype(np.float64), counts)
        self.coef_, self.intercept_ = found[None, :-1], found[-1:]
        return self

    def settled(self, rows: Floats, yes: Floats, counts: Floats) -> Floats:
        """The coefficients, and last the intercept, without a look at whether the input is in order: for drawing again.

        ``yes`` is 0 or 1. Newton's steps, each the best within the floor, halved until it is downhill: there is one
        lowest point, and it is found whatever the start.
        """
        design = np.column_stack([rows, np.ones(len(rows))])
        penalty = self._penalty(rows.shape[1])
        least = np.full(design.shape[1], 0.0 if self.floored else -np.inf)
        least[-1] = -np.inf
        at = np.zeros(design.shape[1])
        worth = _worth(at, design, yes, counts, penalty)
        for step in range(1, self.most_steps + 1):
            self.n_iter_ = step
            towards = _best_within(at, design, yes, counts, penalty, least) - at
            length = 1.0
            while (there := _worth(at + length * towards, design, yes, counts, penalty)) > worth and length > 1e-9:
                length /= 2
            if there <= worth:
                at, worth = at + length * towards, there
            if length * float(np.abs(towards).max()) <= self.tolerance * (1 + float(np.abs(at).max())):
                break
        return at

    def decision_function(self, X: Any) -> Floats:  # noqa: N803
        """The log-odds of the second outcome in ``classes_``, for each row."""
        check_is_fitted(self)
        rows: Floats = validate_data(self, X, reset=False, dtype=np.float64)
        odds: Floats = rows @ self.coef_[0] + self.intercept_[0]
        return odds

    def predict_proba(self, X: Any) -> Floats:  # noqa: N803
        """How likely each outcome is, for each row: columns in the order of ``classes_``."""
        yes = expit(self.decision_function(X))
        return np.column_stack([1 - yes, yes])

    def predict(self, X: Any) -> Any:  # noqa: N803
        """The likelier outcome for each row."""
        yes = self.decision_function(X) > 0
        return self.classes_[yes.astype(np.intp)]

    def _penalty(self, columns: int) -> Floats:
        if self.strength < 0:
            raise ValueError("The strength is not negative.")
        shape = self.strength * np.eye(columns)
        if self.towards is not None:
            proportions = np.asarray(self.towards, dtype=np.float64)
            if proportions.shape != (columns,) or (proportions < 0).any():
                raise ValueError("What it is drawn towards is one number from 0 for each column.")
            if length := float(np.linalg.norm(proportions)):
                spared = self.strength - min(self.strength, ALONG)
                shape -= spared * np.outer(proportions, proportions) / length**2
        penalty = np.zeros((columns + 1, columns + 1))
        penalty[:-1, :-1] = shape + FREE * np.eye(columns)
        penalty[-1, -1] = FREE
        return penalty


def _worth(at: Floats, design: Floats, yes: Floats, counts: Floats, penalty: Floats) -> float:
    odds = design @ at
    return float(counts @ (np.logaddexp(0, odds) - yes * odds) + at @ penalty @ at / 2)


def _best_within(at: Floats, design: Floats, yes: Floats, counts: Floats, penalty: Floats, least: Floats) -> Floats:
    """Where the curve that touches here is lowest, not going below ``least``."""
    likely = expit(design @ at)
    slope = design.T @ (counts * (likely - yes)) + penalty @ at
    curve = (design.T * (counts * likely * (1 - likely))) @ design + penalty
    root = cholesky(curve)
    aim = root @ at - solve_triangular(root, slope, trans="T")
    if np.isinf(least).all():
        return np.asarray(solve_triangular(root, aim))
    return np.asarray(lsq_linear(root, aim, bounds=(least, np.inf), method="bvls").x)
