"""The same sums for many people and many households at once, and the order to look at them in.

Every answer is turned into rows of whole numbers once, and NumPy adds the pairs up in tiles small enough for a
processor's cache. No Python runs for each pair. The shapes and the rounding are the very functions that explain one
pair, so the integers are the same; a property test holds both to it. Multiplications this small are quickest on one
thread each, where more would only wait for one another.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from matching.compatibility.agreement import Agreement, Bands, Rows, half_up, harmonic
from matching.compatibility.criteria import CRITERIA
from matching.compatibility.criterion import Criterion
from matching.compatibility.pairs import AnyParty, pair
from matching.compatibility.profiles import HouseholdProfile, PersonProfile
from matching.compatibility.readings import Reading
from matching.compatibility.weights import DEFAULT_WEIGHTS, Weights, mattering

PEOPLE_IN_A_TILE, HOUSEHOLDS_IN_A_TILE = 64, 256
NO_NUMBER = -1

RowMaker = Callable[[Sequence[Any]], Rows]

Scores = NDArray[np.int16]
"""``[low, likely, high]`` × people × households; ``NO_NUMBER`` where there is none."""


@dataclass(frozen=True, slots=True)
class AllPairs:
    """Everybody's scores with everybody, from both sides and together."""

    person: Scores
    household: Scores
    together: Scores


@dataclass(frozen=True, slots=True)
class Answers:
    """One side's answers to one criterion as rows, and at which row each profile begins: a household has voices."""

    rows: Rows
    begins: NDArray[np.int64]

    def of(self, profiles: slice) -> tuple[Rows, NDArray[np.int64]]:
        """The rows of some profiles in a row, and where each of them begins among those."""
        first, last = self.begins[profiles.start], self.begins[profiles.stop]
        return tuple(array[first:last] for array in self.rows), self.begins[profiles] - first


@dataclass(frozen=True, slots=True)
class Asked:
    """One criterion as one side sees it: the answers of both, and the weight it has for each asking profile."""

    criterion: Criterion
    wants: Answers
    finds: Answers
    weight: NDArray[np.int64]

    def points(self, asking: slice, looked_at: slice) -> Bands:
        """Weight × agreement for each pair of a tile: the least agreement over a household's voices."""
        wants, asking_begins = self.wants.of(asking)
        finds, looked_at_begins = self.finds.of(looked_at)
        bands = _least(_least(self.criterion.shape.agree(wants, finds), asking_begins, 1), looked_at_begins, 2)
        return self.weight[None, asking, None] * bands


def score_all(
    people: Sequence[PersonProfile], households: Sequence[HouseholdProfile], weights: Weights = DEFAULT_WEIGHTS
) -> AllPairs:
    """Every person with every household. Essentials are outside the sum and are not looked at here."""
    scores = AllPairs(*(np.full((3, len(people), len(households)), NO_NUMBER, dtype=np.int16) for _ in range(3)))
    with threadpool_limits(limits=1, user_api="blas"):
        for homesharers in (False, True):
            group = [number for number, profile in enumerate(households) if profile.is_homesharer is homesharers]
            if people and group:
                _score_group(people, [households[number] for number in group], np.array(group), weights, scores)
    return scores


def _score_group(
    people: Sequence[PersonProfile],
    households: Sequence[HouseholdProfile],
    columns: NDArray[np.int64],
    weights: Weights,
    scores: AllPairs,
) -> None:
    """Score households among which the home is always on the same side, into their columns of ``scores``."""
    pairs = [pair(person, households[0]) for person in people]
    seekers = [each.person for each in pairs]
    homes = [pair(people[0], household).household for household in households]
    of_people, of_households = _asked(seekers, homes, weights), _asked(homes, seekers, weights)
    for rows, some in product(_tiles(len(people), PEOPLE_IN_A_TILE), _tiles(len(homes), HOUSEHOLDS_IN_A_TILE)):
        person = _side(of_people, rows, some)
        household = _side(of_households, some, rows).transpose(0, 2, 1)
        for target, found in zip(
            (scores.person, scores.household, scores.together),
            (person, household, _together(person, household)),
            strict=True,
        ):
            target[:, rows, columns[some]] = found


def _asked(mine: Sequence[AnyParty], theirs: Sequence[AnyParty], weights: Weights) -> list[Asked]:
    """The criteria this side is asked about. Who is asked depends only on whose home it is, so one pair tells."""
    asked = []
    for criterion in CRITERIA:
        if criterion.asked_of(mine[0], theirs[0]):
            matters = [mattering(party.profile.matters, criterion.name) for party in mine]
            weight = weights.of(criterion.name) * np.array(matters, dtype=np.int64)
            wants = _answers(criterion.wants, mine, criterion.shape.wants)
            asked.append(Asked(criterion, wants, _answers(criterion.finds, theirs, criterion.shape.finds), weight))
    return asked


def _answers(reading: Reading, parties: Sequence[AnyParty], as_rows: RowMaker) -> Answers:
    voices = [reading.voices(party) for party in parties]
    begins = np.cumsum([0, *map(len, voices)])
    return Answers(as_rows([voice.answer for each in voices for voice in each]), begins)


def _side(asked: Sequence[Asked], mine: slice, theirs: slice) -> Bands:
    """One side's scores in a tile: total ÷ Σ weight, rounded half up once."""
    shape = (3, mine.stop - mine.start, theirs.stop - theirs.start)
    total: Bands = sum((each.points(mine, theirs) for each in asked), np.zeros(shape, dtype=np.int64))
    weight: Bands = sum((each.weight[mine] for each in asked), np.zeros(shape[1], dtype=np.int64))[None, :, None]
    return np.where(weight == 0, NO_NUMBER, half_up(total, weight))


def _together(person: Bands, household: Bands) -> Bands:
    """The harmonic mean; the other side's score where one has no view."""
    both = harmonic(np.maximum(person, 0), np.maximum(household, 0))
    return np.where(person == NO_NUMBER, household, np.where(household == NO_NUMBER, person, both))


def _least(bands: Bands, begins: NDArray[np.int64], axis: int) -> Bands:
    """The least over each profile's voices."""
    return bands if len(begins) == bands.shape[axis] else np.minimum.reduceat(bands, begins, axis=axis)


def _tiles(length: int, size: int) -> Iterator[slice]:
    return (slice(start, min(start + size, length)) for start in range(0, length, size))


def agreement_at(scores: Scores, row: int, column: int) -> Agreement | None:
    """One pair's score out of all of them."""
    low, likely, high = (int(points) for points in scores[:, row, column])
    return None if likely == NO_NUMBER else Agreement(low, likely, high)
