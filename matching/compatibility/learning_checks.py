"""How well something tells beforehand who will go on, and how firmly that is known.

Everything is grouped by household: its answers resemble each other, so a household is either learned from or tested on,
and an interval comes from drawing whole households again, not single answers.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matching.compatibility.intervals import Interval, wilson
from matching.compatibility.learning_evidence import Bools, Floats

DRAWS = 1000
"""How often households are drawn again for an interval: enough that its ends stand still in the second figure."""

OF_EACH = 10
"""Fewer that went on, or fewer that did not, and nothing is said about how well they can be told apart."""

PARTS = 5
"""Calibration is looked at in fifths (our judgement: tenths would leave too few in each)."""

FEWEST_IN_A_PART = 10
"""Fewer than this are not shown, as everywhere."""


@dataclass(frozen=True, slots=True)
class Telling:
    """How well it tells who goes on: 0.5 is a coin, 1 is always right; nothing when too few are known."""

    title: str
    pairs: int
    likely: float | None
    interval: Interval | None

    @property
    def better_than_a_coin(self) -> bool:
        """Whether that is more than chance, as firmly as the interval says."""
        return self.interval is not None and self.interval.low > 0.5


@dataclass(frozen=True, slots=True)
class Fifth:
    """Pairs that were given about the same chance: how many in a hundred were said to go on, and how many did."""

    pairs: int
    said: float
    did: float
    interval: Interval


def drawn_again(groups: int, draws: int, seed: int) -> Floats:
    """How often each household is in each draw: draws × households."""
    generator = np.random.default_rng(seed)
    return generator.multinomial(groups, np.full(groups, 1 / groups), size=draws).astype(np.float64)


def telling(title: str, forecast: Floats, outcome: Floats, group: NDArray[np.int64], seed: int) -> Telling:
    """The AUC of a forecast (any number; not a number: not known), with 95 in 100 draws of households within."""
    known = ~(np.isnan(forecast) | np.isnan(outcome))
    forecast, yes, group = forecast[known], outcome[known] == 1, group[known]
    pairs = int(known.sum())
    if min(yes.sum(), (~yes).sum()) < OF_EACH:
        return Telling(title, pairs, None, None)
    _, places = np.unique(group, return_inverse=True)
    counts = drawn_again(int(places.max()) + 1, DRAWS, seed)[:, places]
    found = auc(forecast, yes, counts)
    low, high = np.nanquantile(found, [0.025, 0.975])
    likely = float(auc(forecast, yes, np.ones((1, pairs)))[0])
    return Telling(title, pairs, likely, Interval(min(float(low), likely), max(float(high), likely)))


def auc(forecast: Floats, yes: Bools, counts: Floats) -> Floats:
    """For each row of ``counts`` (how often each pair is counted): how often one that went on was given the better
    chance than one that did not, a tie counting half. Not a number where a row counts none of either.
    """
    order = np.argsort(forecast, kind="stable")
    starts = np.flatnonzero(np.diff(forecast[order], prepend=-np.inf))
    went_on, did_not = (
        np.add.reduceat(np.where(which, counts, 0.0)[:, order], starts, axis=1) for which in (yes, ~yes)
    )
    below = np.cumsum(did_not, axis=1) - did_not / 2
    pairs = went_on.sum(axis=1) * did_not.sum(axis=1)
    right = (went_on * below).sum(axis=1)
    return np.asarray(np.divide(right, pairs, out=np.full(len(counts), np.nan), where=pairs > 0))


def calibration(forecast: Floats, outcome: Floats) -> Sequence[Fifth]:
    """What was said beside what happened, in fifths from the least likely; Wilson's intervals."""
    known = ~(np.isnan(forecast) | np.isnan(outcome))
    forecast, outcome = forecast[known], outcome[known]
    parts = np.array_split(np.argsort(forecast, kind="stable"), PARTS)
    return [
        Fifth(
            len(part),
            float(forecast[part].mean()),
            float(outcome[part].mean()),
            wilson(int(outcome[part].sum()), len(part)),
        )
        for part in parts
        if len(part) >= FEWEST_IN_A_PART
    ]
