"""Which pairs to look at first: an order for a worker's eyes, never a decision.

Better together comes first, then the higher lesser side, then the higher band floor, then the reference. What the
essentials rule out is listed last and says so, because "why not?" is a fair question; nothing is hidden.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from matching.compatibility.agreement import Agreement
from matching.compatibility.all_pairs import NO_NUMBER, AllPairs, agreement_at, score_all
from matching.compatibility.essentials import Standing, check, standing
from matching.compatibility.profiles import HouseholdProfile, PersonProfile
from matching.compatibility.verdicts import Rules
from matching.compatibility.weights import DEFAULT_WEIGHTS, Weights

LOW, LIKELY = 0, 1
FURTHEST_DOWN = 100
STEPS = 102
"""Scores are 0 to 100 or no number: each place of the sort key takes one of so many values."""


@dataclass(frozen=True, slots=True)
class Ranked:
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
    """All these households for one person, in order; those ruled out last."""
    scores = score_all([person], households, weights)
    references = [household.reference for household in households]
    found = [
        _ranked(scores, 0, column, references[column], standing(check(person, households[column], rules)))
        for column in _best_first(scores, references)[0]
    ]
    return _ruled_out_last(found)


def rank_people(
    household: HouseholdProfile, people: Sequence[PersonProfile], rules: Rules, weights: Weights = DEFAULT_WEIGHTS
) -> tuple[Ranked, ...]:
    """All these people for one household, in order; those ruled out last."""
    scores = score_all(people, [household], weights)
    references = [person.reference for person in people]
    found = [
        _ranked(scores, row, 0, references[row], standing(check(people[row], household, rules)))
        for row in _best_first(_turned(scores), references)[0]
    ]
    return _ruled_out_last(found)


def top(
    people: Sequence[PersonProfile],
    households: Sequence[HouseholdProfile],
    n: int,
    weights: Weights = DEFAULT_WEIGHTS,
    rules: Rules | None = None,
) -> dict[str, tuple[Ranked, ...]]:
    """Person reference → their first ``n`` households, in order.

    With ``rules`` those ruled out are passed over; without, the essentials are not looked at. Raises ``ValueError`` for
    a negative ``n``.
    """
    if n < 0:
        raise ValueError("How many to list is not negative.")
    scores = score_all(people, households, weights)
    references = [household.reference for household in households]
    found = {}
    for row, order in enumerate(_best_first(scores, references)):
        standings = ((int(column), _stands(people[row], households[column], rules)) for column in order)
        allowed = ((column, stands) for column, stands in standings if stands is not Standing.RULED_OUT)
        first = [_ranked(scores, row, column, references[column], stands) for column, stands in islice(allowed, n)]
        found[people[row].reference] = tuple(first)
    return found


def _best_first(scores: AllPairs, references: Sequence[str]) -> NDArray[np.int64]:
    """For each row, the columns in the order of :func:`score.order`, as one whole number to sort by."""
    sides = np.stack([scores.person[LIKELY], scores.household[LIKELY]]).astype(np.int64)
    lesser = np.where(sides == NO_NUMBER, FURTHEST_DOWN, sides).min(axis=0)
    together, floor = scores.together[LIKELY].astype(np.int64), scores.together[LOW].astype(np.int64)
    by_name = np.empty(len(references), dtype=np.int64)
    by_name[sorted(range(len(references)), key=references.__getitem__)] = np.arange(len(references))
    rank = ((FURTHEST_DOWN - together) * STEPS + (FURTHEST_DOWN - lesser)) * STEPS + (FURTHEST_DOWN - floor)
    return np.argsort(rank * len(references) + by_name, axis=1)


def _turned(scores: AllPairs) -> AllPairs:
    """The same scores with households for rows."""
    return AllPairs(*(side.transpose(0, 2, 1) for side in (scores.person, scores.household, scores.together)))


def _stands(person: PersonProfile, household: HouseholdProfile, rules: Rules | None) -> Standing | None:
    return standing(check(person, household, rules)) if rules else None


def _ranked(scores: AllPairs, row: int, column: int, reference: str, stands: Standing | None) -> Ranked:
    person, household, together = (
        agreement_at(side, row, column) for side in (scores.person, scores.household, scores.together)
    )
    return Ranked(reference, person, household, together, stands)


def _ruled_out_last(found: Sequence[Ranked]) -> tuple[Ranked, ...]:
    return tuple(sorted(found, key=lambda ranked: ranked.standing is Standing.RULED_OUT))
