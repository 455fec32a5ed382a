"""What is best for a round: five things, each counting only where all before it are equal; several of them in one number.

First people, then points, then days waited, then points × days waited, then earlier references. As many of them as fit
together are settled at once, as one whole number in which no sum of a later one can reach the next larger of an earlier.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from matching.compatibility.rounds_network import WORD, Exact, Network, Whole, fits

PEOPLE, POINTS, WAITED, FITTING, EARLIER = STAGES = range(5)

NO_ROUNDING = 2**52
"""Below this floats count in whole numbers too, so that SciPy proposes what is best already."""

Word = tuple[tuple[int, int], ...]
"""Stages that are settled together, and how much one of each counts."""


@dataclass(frozen=True, slots=True)
class Stages:
    """What each pair and everybody's first introduction is worth in each stage."""

    people: int
    limits: int
    waited: Exact
    """Days, for each person."""
    most_points: int
    """No pair is worth more."""

    def pairs(self, stage: int, person: Whole, limit: Whole, points: Exact) -> Exact:
        """What these pairs are worth, but for being somebody's first."""
        if stage == POINTS:
            return points
        if stage == FITTING:
            return np.asarray(points * self.waited[person])
        if stage == EARLIER:
            return np.asarray((self.people - person) * (self.limits - limit))
        return np.zeros(len(person), dtype=np.int64)

    def firsts(self, stage: int) -> Exact:
        """What everybody's first introduction is worth besides."""
        if stage == WAITED:
            return self.waited
        return np.full(self.people, int(stage == PEOPLE), dtype=np.int64)

    def word_of_pairs(self, word: Word, person: Whole, limit: Whole, points: Exact) -> Exact:
        """What these pairs are worth in several stages at once."""
        return total_of((unit, self.pairs(stage, person, limit, points)) for stage, unit in word)

    def arcs(self, word: Word, net: Network, points: Exact) -> Exact:
        """What each arc of a network is worth in several stages at once; ``points`` are those of its pairs."""
        pairs = self.word_of_pairs(word, net.tails[: net.pairs] - 1, net.heads[: net.pairs] - 1 - net.people, points)
        firsts = total_of((unit, self.firsts(stage)) for stage, unit in word)
        rest = np.zeros(net.people + net.limits, dtype=np.int64)
        return net.exact(np.concatenate([pairs, firsts, rest]))

    def words(self, stages: Sequence[int] = STAGES) -> tuple[Word, ...]:
        """These stages in their order, as many at once as fit."""
        found: list[Word] = []
        for stage in stages:
            together, small = self._together([*(each for each, _ in found[-1]), stage]) if found else ((), False)
            if small:
                found[-1] = together
            else:
                found.append(((stage, 1),))
        return tuple(found)

    def word(self, stages: Sequence[int]) -> Word:
        """These stages at once, however large the numbers become."""
        return self._together(stages)[0]

    def _together(self, stages: Sequence[int]) -> tuple[Word, bool]:
        """How much one of each has to count, and whether no number then becomes too large for machines."""
        word: list[tuple[int, int]] = []
        way = largest = 0
        for stage in reversed(stages):
            pair, first = self._most(stage)
            unit = 8 * way + 1
            word.insert(0, (stage, unit))
            way += unit * (min(self.people, self.limits) * pair + 2 * first)
            largest += unit * max(pair, first)
        return tuple(word), way < NO_ROUNDING and fits(largest, 1 + self.people + self.limits)

    def _most(self, stage: int) -> tuple[int, int]:
        """The most a pair and a first introduction can be worth.

        A way round passes every person and every limit at most once, and the hub once: so many pairs, and two firsts.
        """
        longest = max((int(days) for days in self.waited), default=0)
        pair = {POINTS: self.most_points, FITTING: self.most_points * longest, EARLIER: self.people * self.limits}
        return pair.get(stage, 0), {PEOPLE: 1, WAITED: longest}.get(stage, 0)


def total_of(several: Iterable[tuple[int, Exact]]) -> Exact:
    """Σ unit × numbers, in Python's own whole numbers where a machine word could not hold it."""
    each = [(unit, numbers) for unit, numbers in several]
    most = sum(unit * int(np.abs(numbers).max(initial=0)) for unit, numbers in each)
    kind = object if max(most, *(unit for unit, _ in each)) >= WORD else None
    return np.asarray(sum(unit * (numbers.astype(kind) if kind else numbers) for unit, numbers in each))


def apart(word: Word, together: Exact) -> list[Exact]:
    """Each stage of numbers that hold several."""
    found = []
    for _, unit in word:
        each = np.asarray((2 * together + unit) // (2 * unit))
        together = together - each * unit
        found.append(each)
    return found
