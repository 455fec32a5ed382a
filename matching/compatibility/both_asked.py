"""Each way of fitting that either side of a pair is asked about, and how the answers compare from both sides.

Looked at once for a pair: the sums, the sentences, the reasons, the answers and the open questions are all read off it.
"""

from typing import NamedTuple

from matching.compatibility.criteria import CRITERIA
from matching.compatibility.criterion import Compared, Criterion
from matching.compatibility.pairs import Pair


class BothAsked(NamedTuple):
    """How a way of fitting compares as the person is asked, and as the household is: ``None`` for a side that is not."""

    criterion: Criterion
    person: Compared | None
    household: Compared | None


def both_asked(pair: Pair) -> tuple[BothAsked, ...]:
    """In the order in which ways of fitting are declared."""
    found: tuple[BothAsked, ...] | None = pair.remembered.get(both_asked)
    if found is None:
        each = (_both(criterion, pair) for criterion in CRITERIA)
        found = pair.remembered[both_asked] = tuple(one for one in each if one.person or one.household)
    return found


def _both(criterion: Criterion, pair: Pair) -> BothAsked:
    person, household = pair.person, pair.household
    return BothAsked(
        criterion,
        criterion.compare(person, household) if criterion.asked_of(person, household) else None,
        criterion.compare(household, person) if criterion.asked_of(household, person) else None,
    )
