"""By how much each way of fitting lifts a side's total above what it would be if nobody had been asked, or lowers it.

Of one pair by itself, or at once of one profile beside some of a crowd: from the same agreements as their scores.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from matching.compatibility.agreement import UNKNOWN
from matching.compatibility.asked import Asked, all_asked
from matching.compatibility.coded import Crowd, Whole, by_whose_home
from matching.compatibility.criteria import BY_NAME
from matching.compatibility.criterion import Criterion
from matching.compatibility.pairs import Pair
from matching.compatibility.profiles import HouseholdProfile, PersonProfile
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
    return _counting(
        (BY_NAME[part.criterion], person_asks, part.weight, part.agreement.likely) for part, person_asks in each
    )


def lifts_beside(
    people: Crowd[PersonProfile], households: Crowd[HouseholdProfile], weights: Weights, places: Sequence[int]
) -> Sequence[Lifts]:
    """Of one person beside the households at these places or, if there is one household, of it beside the people there."""
    found: dict[int, Lifts] = {}
    for group, columns in by_whose_home(households):
        asked = sorted(all_asked(people, group, weights), key=lambda each: not each.person_asks)
        if len(people) == 1:
            here, _, columns = np.intersect1d(places, columns, return_indices=True)
            rows = np.zeros(len(here), dtype=np.int64)
        else:
            here = rows = np.array(places, dtype=np.int64)
            columns = np.zeros(len(here), dtype=np.int64)
        found |= zip(here.tolist(), _each(asked, rows, columns), strict=True)
    return [found[place] for place in places]


def _each(asked: Sequence[Asked], rows: Whole, columns: Whole) -> Iterator[Lifts]:
    """Of each of these pairs."""
    shape = len(asked), len(rows)
    likely = np.array([each.likely(rows, columns) for each in asked], dtype=np.int64).reshape(shape).T.tolist()
    weight = np.array([each.weighs(rows, columns) for each in asked], dtype=np.int64).reshape(shape).T.tolist()
    criteria, sides = [each.criterion for each in asked], [each.person_asks for each in asked]
    for of_pair in zip(weight, likely, strict=True):
        yield _counting(zip(criteria, sides, *of_pair, strict=True))


def _counting(each: Iterable[tuple[Criterion, bool, int, int]]) -> Lifts:
    return [
        Lift(criterion, person_asks, weight * (likely - UNKNOWN.likely), likely)
        for criterion, person_asks, weight, likely in each
        if weight and likely != UNKNOWN.likely
    ]
