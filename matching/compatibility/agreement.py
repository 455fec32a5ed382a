"""How far one side's wish and the other side's answer agree: three whole numbers, low ≤ likely ≤ high, 0 to 100.

Equal when everything is known; 0, 50, 100 when nothing is; in between when we know in part. Three *shapes* cover every
way of fitting that schemes use: :mod:`choices`, :mod:`sets` and :mod:`nearness`. Each turns answers into rows of whole
numbers (``wants``, ``finds``) and compares all rows of one with all rows of the other (``agree``). One explained pair
is one row beside one row of exactly the same sum, so a page and a list of a million pairs cannot disagree.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

Bands = NDArray[np.int64]
"""Agreements of many pairs: ``[low, likely, high]`` × rows of wants × rows of finds."""

Rows = tuple[NDArray[Any], ...]
"""Answers as numbers: arrays whose first axis is the row, so that a tile of them is a slice of each."""


Whole = TypeVar("Whole", int, Bands)
"""A whole number or an array of them: what rounds one pair's sum rounds a million's."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Three whole numbers, 0 to 100, in order. Raises ``ValueError`` if they are not."""

    low: int
    likely: int
    high: int

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.likely <= self.high <= 100:
            raise ValueError(f"Not an agreement: {self.low}, {self.likely}, {self.high}")

    @property
    def known(self) -> bool:
        """Whether nothing more could be learned."""
        return self.low == self.high

    @property
    def width(self) -> int:
        """How much is still open, 0 to 100."""
        return self.high - self.low


UNKNOWN = Agreement(0, 50, 100)
"""What a fact nobody has given counts as: neither a match nor a mismatch."""


class Shape(Protocol):
    """One of the three ways two answers can be compared."""

    def wants(self, answers: Sequence[Any]) -> Rows:
        """One row for each answer of the side that is asking."""

    def finds(self, answers: Sequence[Any]) -> Rows:
        """One row for each answer of the side that is being looked at."""

    def agree(self, wants: Rows, finds: Rows) -> Bands:
        """The agreement of every row of ``wants`` with every row of ``finds``."""


def open_where(nothing_known: NDArray[np.bool_], bands: Bands) -> Bands:
    """The same bands, but 0, 50, 100 wherever nothing is known."""
    unknown = np.array([UNKNOWN.low, UNKNOWN.likely, UNKNOWN.high], dtype=np.int64)
    return np.where(nothing_known, unknown[:, None, None], bands)


def half_up(total: Whole, weight: Whole) -> Whole:
    """``total / weight`` to the nearest whole number, halves up; 0 where both are 0. Neither is ever negative."""
    rounded: Whole = (2 * total + weight) // (2 * weight + (weight == 0))
    return rounded


def harmonic(a: Whole, b: Whole) -> Whole:
    """``2ab / (a + b)``, rounded half up; 0 where both are 0."""
    return half_up(2 * a * b, a + b)
