"""Measure the score: many pairs at once beside the path that explains one pair, and only once both say the same.

Seconds differ between machines and between minutes, so what we claim are ratios, both sides measured here and now.
"""

import platform
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random
from time import perf_counter

import numpy as np

from benchmarks.invented import Inventor
from matching.compatibility.all_pairs import AllPairs, agreement_at, score_all
from matching.compatibility.profiles import HouseholdProfile, PersonProfile
from matching.compatibility.ranking import rank_households
from matching.compatibility.score import compare
from matching.compatibility.verdicts import Rules

SEED = 20_270_301
RULES = Rules(date(2027, 3, 1))
SAMPLE = 1_000
"""Pairs explained one by one: to compare every number, and for the time one of them takes."""
TRIES = 3
"""Each measurement is made so often and the quickest counts: the others waited for something else."""

People = Sequence[PersonProfile]
Households = Sequence[HouseholdProfile]


@dataclass(frozen=True)
class Measured:
    """One line of the answer."""

    what: str
    pairs: int
    seconds: float

    def told(self, each_explained: float) -> str:
        """The line, beside the seconds that explaining one pair takes."""
        a_second, ratio = self.pairs / self.seconds, each_explained * self.pairs / self.seconds
        return f"{self.what:<52} {self.pairs:>10,} {self.seconds:>9.3f} s {a_second:>12,.0f} {ratio:>8,.1f} ×"


def main() -> None:
    """Check, measure and print."""
    inventor = Inventor(SEED)
    people, households = inventor.people(2_000), inventor.households(10_000)
    print(f"Python {platform.python_version()}, NumPy {np.__version__}, {platform.machine()}. Quickest of {TRIES}.\n")
    crowd = households[:2_000]
    each_explained = _explain_some(people, crowd, score_all(people, crowd))
    print(f"{SAMPLE:,} pairs explained one by one gave the same numbers as all pairs at once.\n")
    print(f"{'':<52} {'pairs':>10} {'time':>11} {'pairs/s':>12} {'faster':>10}")
    for measured in (
        Measured("explained one by one (score only, no sentences)", SAMPLE, each_explained * SAMPLE),
        _rank(people[0], households[:300]),
        _rank(people[0], households),
        Measured("2,000 people × 2,000 households, scores", 4_000_000, _quickest(lambda: score_all(people, crowd))),
    ):
        print(measured.told(each_explained))
    print(
        "\nRanking also looks at every essential of every pair. 'Faster' is beside explaining as many pairs one by one."
    )


def _explain_some(people: People, households: Households, scores: AllPairs) -> float:
    """Seconds for explaining one pair. Raises ``AssertionError`` if a single number is not the same as at once."""
    lots = Random(SEED)
    chosen = [(lots.randrange(len(people)), lots.randrange(len(households))) for _ in range(SAMPLE)]
    for row, column in chosen:
        alone = compare(people[row], households[column])
        at_once = tuple(agreement_at(each, row, column) for each in (scores.person, scores.household, scores.together))
        assert at_once == (alone.person.score, alone.household.score, alone.together), (row, column)
    return _quickest(lambda: [compare(people[row], households[column]) for row, column in chosen]) / SAMPLE


def _rank(person: PersonProfile, households: Households) -> Measured:
    seconds = _quickest(lambda: rank_households(person, households, RULES))
    return Measured(f"1 person × {len(households):,} households, ranked with essentials", len(households), seconds)


def _quickest(work: Callable[[], object]) -> float:
    taken = []
    for _ in range(TRIES):
        began = perf_counter()
        work()
        taken.append(perf_counter() - began)
    return min(taken)


if __name__ == "__main__":
    main()
