"""By how much each way of fitting lifts a side's total above what it would be if nobody had been asked, or lowers it.

From the same agreements as their scores: of many pairs at once by :mod:`one_beside_many`.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from matching.compatibility.agreement import UNKNOWN
from matching.compatibility.criteria import BY_NAME
from matching.compatibility.criterion import Criterion
from matching.compatibility.pairs import Pair
from matching.compatibility.score import compare_pair
from matching.compatibility.weights import Weights


class Lift(NamedTuple):
    """A way of fitting that counts for the side that is asked about it: ``by`` is never nought, and negative if it lowers."""

    criterion: Criterion
    person_asks: bool
    by: int
    likely: int


Lifts = Sequence[Lift]
"""What the person is asked about, then what the household is, each as declared."""


def lifts_of(both: Pair, weights: Weights) -> Lifts:
    """Of one pair."""
    compared = compare_pair(both, weights)
    each = [(part, side is compared.person) for side in (compared.person, compared.household) for part in side.parts]
    return counting(
        (BY_NAME[part.criterion], person_asks, part.weight, part.agreement.likely) for part, person_asks in each
    )


def counting(each: Iterable[tuple[Criterion, bool, int, int]]) -> Lifts:
    """Of a way of fitting, whether the person is asked, its weight and how far it is likely to agree: those that count."""
    return [
        Lift(criterion, person_asks, weight * (likely - UNKNOWN.likely), likely)
        for criterion, person_asks, weight, likely in each
        if weight and likely != UNKNOWN.likely
    ]
