"""Which pairs to look at first: an order for a worker's eyes, never a decision.

Better together comes first, then the higher lesser side, then the higher band floor, then the reference. What the
essentials rule out is listed last and says so, because "why not?" is a fair question; nothing is hidden.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np

from matching.compatibility.agreement import Agreement
from matching.compatibility.all_pairs import NO_NUMBER, AllPairs, score_all
from matching.compatibility.coded import Crowd, crowd
from matching.compatibility.essentials import Standing
from matching.compatibility.essentials_at_once import NOT, obstacles_of_all
from matching.compatibility.first_few import NOBODY, FirstFew, first_few, goodness
from matching.compatibility.profiles import HouseholdProfile, PersonProfile
from matching.compatibility.verdicts import Codes, Rules
from matching.compatibility.weights import DEFAULT_WEIGHTS, Weights

LOW, LIKELY = 0, 1


class Ranked(NamedTuple):
    """One candidate in the list: the other side's reference, the three figures, and what the essentials say.

    ``standing`` is ``None`` only where nobody asked for the essentials.
    """

    reference: str
    person: Agreement | None
    household: Agreement | None
    together: Agreement | None
    standing: Standing | None


def rank_households(
    person: PersonProfile, households: Sequence[HouseholdProfile], rules: Rules, weights: Weights = DEFAULT_WEIGHTS
) -> tuple[Ranked, ...]:
    """All these households for one person, in order; those ruled out last.

    Handed a :class:`coded.Crowd`, it reads the households only the first time.
    """
    mine, theirs = Crowd([person]), crowd(households)
    scores, obstacles = score_all(mine, theirs, weights), obstacles_of_all(mine, theirs, rules)
    return _in_order(scores, obstacles, theirs)


def rank_people(
    household: HouseholdProfile, people: Sequence[PersonProfile], rules: Rules, weights: Weights = DEFAULT_WEIGHTS
) -> tuple[Ranked, ...]:
    """All these people for one household, in order; those ruled out last.

    Handed a :class:`coded.Crowd`, it reads the people only the first time.
    """
    theirs, mine = crowd(people), Crowd([household])
    scores, obstacles = score_all(theirs, mine, weights), obstacles_of_all(theirs, mine, rules)
    return _in_order(scores, obstacles, theirs)


def top(
    people: Sequence[PersonProfile],
    households: Sequence[HouseholdProfile],
    n: int,
    weights: Weights = DEFAULT_WEIGHTS,
    rules: Rules | None = None,
) -> dict[str, tuple[Ranked, ...]]:
    """Person reference → their first ``n`` households, in order.

    With ``rules`` those ruled out are passed over; without, the essentials are not looked at. Memory does not grow with
    the pairs, so everybody of a whole country may be asked at once. Raises ``ValueError`` for a negative ``n``.
    """
    if n < 0:
        raise ValueError("How many to list is not negative.")
    everybody, homes = crowd(people), crowd(households)
    found = first_few(everybody, homes, n, weights, rules)
    return {
        person.reference: tuple(_first(found, row, homes, asked=rules is not None))
        for row, person in enumerate(everybody)
    }


def _in_order(scores: AllPairs, obstacles: Codes, listed: Crowd[Any]) -> tuple[Ranked, ...]:
    """One side's candidates, by :func:`score.order`; those ruled out last. One row of pairs, or one column."""
    length = len(listed)
    person, household, together = (
        side.reshape(3, length) for side in (scores.person, scores.household, scores.together)
    )
    likely = [side[LIKELY].astype(np.float32) for side in (person, household, together)]
    good = goodness(likely[0], likely[1], likely[2], together[LOW].astype(np.float32))
    by_name = listed.kept("by name", lambda: np.argsort(np.argsort([one.reference for one in listed], kind="stable")))
    stands = obstacles.reshape(length)
    order = np.lexsort((by_name, -good, stands >= NOT))
    mine, theirs, both = (map(_agreement, *side[:, order].tolist()) for side in (person, household, together))
    references = (listed[place].reference for place in order.tolist())
    return tuple(map(Ranked, references, mine, theirs, both, map(_standing, stands[order].tolist())))


def _first(found: FirstFew, row: int, homes: Crowd[HouseholdProfile], asked: bool) -> Iterator[Ranked]:
    """One person's first few."""
    each = zip(found.columns[row].tolist(), found.figures[row].tolist(), found.check_first[row].tolist(), strict=True)
    for column, sides, check_first in each:
        if column != NOBODY:
            stands = Standing.CHECK_FIRST if check_first else Standing.CLEAR
            person, household, together = (_agreement(*one) for one in sides)
            yield Ranked(homes[column].reference, person, household, together, stands if asked else None)


def _standing(obstacles: int) -> Standing:
    if obstacles >= NOT:
        return Standing.RULED_OUT
    return Standing.CHECK_FIRST if obstacles else Standing.CLEAR


@lru_cache(maxsize=2**16)
def _agreement(low: int, likely: int, high: int) -> Agreement | None:
    return None if likely == NO_NUMBER else Agreement(low, likely, high)
