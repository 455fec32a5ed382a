"""The same sums for many people and many households at once, in tiles small enough for a processor's cache.

No Python runs for each pair. The shapes and the roundings are the very functions that explain one pair, so the integers
are the same; a property test holds both to it. For each tile, the agreement of every different answer with every
household is worked out once, and a side's sum is then one multiplication of a thin table (who gave which answer, and how
much it weighs) with that: each person picks and adds up the rows that are theirs.

Multiplications this small are quickest on one thread each, where more would only wait for one another.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from matching.compatibility.agreement import Numbers, Rows, halves_up, harmonics
from matching.compatibility.asked import Against, Asked, all_asked
from matching.compatibility.coded import Crowd
from matching.compatibility.profiles import HouseholdProfile, PersonProfile
from matching.compatibility.weights import Weights

PEOPLE_AT_ONCE, HOUSEHOLDS_AT_ONCE = 1000, 128
"""A tile is never higher, and never wider unless there are few people; about what fits beside a processor.

Not a power of two: columns that far apart would all be kept in the same few places of its cache.
"""
NO_NUMBER = -1

Beside = tuple[Numbers, Sequence[Against]]


@dataclass(frozen=True, slots=True)
class Tile:
    """Some people's scores with some households: people × ``[low, likely, high]`` × households, whole numbers."""

    rows: slice
    columns: slice
    person: Numbers
    household: Numbers
    together: Numbers


class Sums:
    """Both sides' sums of a crowd of people and households among whom the home is always on the same side."""

    def __init__(self, people: Crowd[PersonProfile], homes: Crowd[HouseholdProfile], weights: Weights) -> None:
        self.people, self.homes = len(people), len(homes)
        asked = all_asked(people, homes, weights)
        self._person = _Side([each for each in asked if each.person_asks], self.people)
        self._household = _Side([each for each in asked if not each.person_asks], self.people)

    def tiles(self, some: slice | None = None) -> Iterator[Tile]:
        """The scores of these people (all of them otherwise) with every household, a tile at a time."""
        some = some or slice(0, self.people)
        high = max(1, min(PEOPLE_AT_ONCE, some.stop - some.start))
        wide = HOUSEHOLDS_AT_ONCE * max(1, PEOPLE_AT_ONCE // high)
        blocks = [
            (rows, self._person.answers(rows), self._household.answers(rows))
            for rows in slices(some.start, some.stop, high)
        ]
        for columns in slices(0, self.homes, wide):
            for_person, for_household = self._person.beside(columns), self._household.beside(columns)
            for rows, person_answers, household_answers in blocks:
                person = self._person.scores(rows, columns, for_person, person_answers)
                household = self._household.scores(rows, columns, for_household, household_answers)
                both_views = self._person.always_a_view and self._household.always_a_view
                together = harmonics(person, household) if both_views else together_of(person, household)
                yield Tile(rows, columns, person, household, together)


class _Side:
    """The sum of everything one side is asked about."""

    def __init__(self, asked: Sequence[Asked], people: int) -> None:
        self._picked = [each for each in asked if not each.personal]
        self._personal = [each for each in asked if each.personal]
        self._person_asks = bool(asked) and asked[0].person_asks
        self._weight: Numbers = sum((each.weight for each in asked), np.zeros(1, dtype=np.float32))
        self.always_a_view = bool(self._weight.all())
        self._picks = _picks(self._picked, people)

    def beside(self, columns: slice) -> Beside:
        """What each different answer of people gets from these households, all criteria below each other.

        And, where nearly every answer is somebody's own, how to find out.
        """
        length = columns.stop - columns.start
        worth = [each.worth(columns).reshape(-1, 3 * length) for each in self._picked]
        together = np.concatenate([np.zeros((0, 3 * length), dtype=np.float32), *worth])
        return together, [each.against(each.homes.codes[columns]) for each in self._personal]

    def answers(self, rows: slice) -> Sequence[Rows]:
        """What these people answered where nearly every answer is somebody's own."""
        return [each.answers(rows) for each in self._personal]

    def scores(self, rows: slice, columns: slice, beside: Beside, answers: Sequence[Rows]) -> Numbers:
        """Total ÷ Σ weight, rounded half up once; ``NO_NUMBER`` where this side has no view."""
        shape = (rows.stop - rows.start, 3, columns.stop - columns.start)
        worth, against = beside
        totals: Numbers = (self._picks[rows] @ worth).reshape(shape)
        for each, mine, agreed in zip(self._personal, answers, against, strict=True):
            totals += each.points(rows, mine, columns, agreed).transpose(1, 0, 2)
        if len(self._weight) == 1:
            weight = self._weight[:, None, None]
        else:
            weight = self._weight[rows, None, None] if self._person_asks else self._weight[None, None, columns]
        scores = halves_up(totals, weight)
        if not self.always_a_view:
            np.copyto(scores, NO_NUMBER, where=weight == 0)
        return scores


def _picks(asked: Sequence[Asked], people: int) -> "csr_array[np.float32]":
    """Who gave which answer, and how much it weighs for them: a row for each person, few numbers in each."""
    begins = np.cumsum([0, *(each.people.different for each in asked)])
    places = np.array([each.people.codes + begin for each, begin in zip(asked, begins, strict=False)], dtype=np.int64)
    weights = [each.weight if each.person_asks else np.ones(people, dtype=np.float32) for each in asked]
    picks = csr_array(
        (
            np.array(weights, dtype=np.float32).T.ravel(),
            places.T.ravel(),
            np.arange(people + 1) * len(asked),
        ),
        shape=(people, int(begins[-1])),
    )
    picks.eliminate_zeros()
    return picks


def together_of(person: Numbers, household: Numbers) -> Numbers:
    """Two sides as one: the harmonic mean; the other side's score where one has no view."""
    both = harmonics(np.maximum(person, 0), np.maximum(household, 0))
    return np.where(person == NO_NUMBER, household, np.where(household == NO_NUMBER, person, both))


def slices(start: int, stop: int, size: int) -> Iterator[slice]:
    """One after another, each of this size but the last."""
    return (slice(begin, min(begin + size, stop)) for begin in range(start, stop, size))
