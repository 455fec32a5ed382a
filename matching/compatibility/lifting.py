"""By how much each way of fitting lifts a side's total above what it would be if nobody had been asked, or lowers it.

From the same agreements as their scores: of many pairs at once by :mod:`one_beside_many`.
"""

from collections.abc import Reversible
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


Lifts = Reversible[Lift]
"""The most lifting first. Of equals, what the person is asked comes before what the household is, each as declared."""


def lifts_of(both: Pair, weights: Weights) -> Lifts:
    """Of one pair."""
    compared = compare_pair(both, weights)
    parts = [(part, side is compared.person) for side in (compared.person, compared.household) for part in side.parts]
    each = [
        Lift(
            BY_NAME[part.criterion],
            person_asks,
            part.weight * (part.agreement.likely - UNKNOWN.likely),
            part.agreement.likely,
        )
        for part, person_asks in parts
    ]
    return sorted((lift for lift in each if lift.by), key=lambda lift: -lift.by)
