"""How far one side's wish and the other side's answer agree: three whole numbers, low ≤ likely ≤ high, 0 to 100.

Equal when everything is known; 0, 50, 100 when nothing is; in between when we know in part. Three *shapes* cover every
way of fitting that schemes use: :mod:`choices`, :mod:`sets` and :mod:`nearness`. Each turns answers into rows of whole
numbers (``wants``, ``finds``) and compares all rows of one with all rows of the other (``agree``). One explained pair
is worked out in plain whole numbers (``alone``): the same formula written twice, and property tests hold each to the other for
every shape, so a page and a list of a million pairs cannot disagree.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float32]
"""Whole numbers carried as floats, which processors multiply fastest. Below 2²⁴ they are exact."""

OneOrMany = TypeVar("OneOrMany", int, NDArray[np.int64])
"""One whole number, or many."""

Bands = Numbers
"""Agreements of many pairs: ``[low, likely, high]`` × rows of wants × rows of finds."""

Rows = tuple[Any, ...]
"""Answers as numbers: arrays, full or sparse, whose first axis is the row, so that some of them are an index of each."""


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

    def agree(self, wants: Rows, finds: Rows, wanted_together: bool = False) -> Bands:
        """The agreement of every row of ``wants`` with every row of ``finds``.

        ``wanted_together`` changes nothing but where the numbers lie in memory: beside each other those of one row of
        ``finds`` with all ``wants``, instead of those of one row of ``wants`` with all ``finds``.
        """

    def alone(self, wanted: Any, found: Any) -> Agreement:
        """The agreement of one answer with one other, the same whole numbers as :meth:`agree`."""

    def ready(self, wants: Rows, finds: Rows) -> Callable[[Rows], Bands]:
        """How any of these ``wants`` agree with these ``finds``, with whatever can be worked out once done beforehand."""


def open_where(nothing_known: NDArray[np.bool_], bands: Bands) -> Bands:
    """The same bands, with 0, 50, 100 written over whatever is there wherever nothing is known."""
    if nothing_known.any():
        for band, points in zip(bands, (UNKNOWN.low, UNKNOWN.likely, UNKNOWN.high), strict=True):
            np.copyto(band, points, where=nothing_known)
    return bands


def half_up(total: OneOrMany, weight: OneOrMany) -> OneOrMany:
    """``total / weight`` to the nearest whole number, halves up; 0 where both are 0. Neither is ever negative."""
    rounded: OneOrMany = (2 * total + weight) // (2 * weight + (weight == 0))
    return rounded


def harmonic(a: OneOrMany, b: OneOrMany) -> OneOrMany:
    """``2ab / (a + b)``, rounded half up; 0 where both are 0."""
    return half_up(2 * a * b, a + b)


def halves_up(totals: Numbers, weights: Numbers) -> Numbers:
    """:func:`half_up` for many, written over ``totals``: the same integers while quotients are 0 to 101.

    A quotient of whole numbers over ``2 · weight`` is never nearer to the next one than half of ``1 / (2 · weight)``
    once half a unit is added on top, and for weights up to 8,000 that is far more than a float's error. Of what a scheme
    and a side can give, ``HEAVIEST`` × 3 for each criterion, the sum stays below that; a test tries every edge.
    """
    inverse = np.float32(1) / np.maximum(weights, np.float32(0.5))
    totals *= inverse
    totals += (weights + np.float32(0.5)) * (inverse / np.float32(2))
    np.floor(totals, out=totals)
    return totals


def harmonics(a: Numbers, b: Numbers) -> Numbers:
    """:func:`harmonic` for many."""
    both = a + b
    twice = a * b
    twice *= np.float32(4)
    twice += both
    twice += np.float32(0.5)
    np.maximum(both, np.float32(0.5), out=both)
    both *= np.float32(2)
    twice /= both
    np.floor(twice, out=twice)
    return twice
