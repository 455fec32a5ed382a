"""How firmly a number is known: intervals that hold in 95 of 100 such samples."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import bdtr, stdtrit

Z = 1.959963984540054
"""The normal quantile for 95 in 100."""


@dataclass(frozen=True, slots=True)
class Interval:
    """From ``low`` to ``high``."""

    low: float
    high: float

    def holds(self, value: float) -> bool:
        """Whether a value lies within."""
        return self.low <= value <= self.high


def wilson(some: int, of: int) -> Interval:
    """For the share ``some`` ÷ ``of``: Wilson's score interval (E. B. Wilson, JASA 22, 1927), without correction.

    It never leaves 0 to 1, and stays honest at 0 and at all, where the usual ± says "certain". Raises ``ValueError``
    unless 0 ≤ some ≤ of and of > 0.
    """
    if not 0 <= some <= of or of == 0:
        raise ValueError("A share is some of something.")
    share, square = some / of, Z * Z
    middle = (share + square / (2 * of)) / (1 + square / of)
    reach = Z / (1 + square / of) * math.sqrt(share * (1 - share) / of + square / (4 * of * of))
    return Interval(0.0 if some == 0 else middle - reach, 1.0 if some == of else middle + reach)


def of_mean(values: Sequence[float]) -> Interval:
    """For the mean of at least two numbers from 0, as Student's t has it; never below 0."""
    size, mean = len(values), sum(values) / len(values)
    spread = math.sqrt(sum((value - mean) ** 2 for value in values) / (size - 1) / size)
    reach = float(stdtrit(size - 1, 0.975)) * spread
    return Interval(max(0.0, mean - reach), mean + reach)


def of_median(values: Sequence[float]) -> Interval:
    """For the median: two of the values themselves, counted in from either end as a fair coin allows.

    It asks nothing of how the values are spread (order statistics; W. R. Thompson, Annals of Mathematical Statistics 7,
    1936). With five or fewer it is the smallest to the largest, which is less firm.
    """
    ordered, size = sorted(values), len(values)
    coin = bdtr(np.arange(size + 1), size, 0.5)
    inwards = max(0, int(np.searchsorted(coin, 0.025)) - 1)
    return Interval(ordered[inwards], ordered[size - 1 - inwards])
