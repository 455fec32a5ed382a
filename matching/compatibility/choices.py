"""Agreement between two answers from short lists, read from a table a scheme worker could check with a finger.

An answer is one option or several. Several options are alternatives ("a village or a farm would suit"): the best of
them counts. No option is not known.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

import numpy as np
from numpy.typing import NDArray

from matching.compatibility.agreement import UNKNOWN, Agreement, Bands, Rows, open_where
from scheme.words import Words

Answer = Words | frozenset[Words] | None


@dataclass(frozen=True)
class Choices:
    """A table of agreement, 0 to 100, for each pair of (what is wanted, what is found).

    Raises ``ValueError`` if a pair is missing or a number is out of range, so a table with a hole cannot be declared.
    """

    table: Mapping[tuple[Words, Words], int]
    wanted: tuple[Words, ...] = field(init=False)
    found: tuple[Words, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "wanted", _in_order(wanted for wanted, _ in self.table))
        object.__setattr__(self, "found", _in_order(found for _, found in self.table))
        if set(product(self.wanted, self.found)) != set(self.table):
            raise ValueError("A table of choices needs every pair of answers.")
        if not all(0 <= points <= 100 for points in self.table.values()):
            raise ValueError("Agreement is 0 to 100.")

    def wants(self, answers: Sequence[Answer]) -> Rows:
        """For each answer: what each thing found would be worth to it, and whether it is known."""
        table = np.array([[self.table[w, f] for f in self.found] for w in self.wanted], dtype=np.float32)
        chosen = _chosen(answers, self.wanted)
        return (chosen[:, :, None] * table).max(axis=1), chosen.any(axis=1)

    def finds(self, answers: Sequence[Answer]) -> Rows:
        """For each answer: which options it holds, and whether it is known."""
        chosen = _chosen(answers, self.found)
        return chosen, chosen.any(axis=1)

    def agree(self, wants: Rows, finds: Rows, wanted_together: bool = False) -> Bands:
        """The best of the options found, by the table; not known unless both sides answered."""
        worth, asked = wants
        chosen, told = finds
        best = np.zeros((len(worth), len(chosen)), dtype=np.float32)
        for option in range(len(self.found)):
            np.maximum(best, worth[:, None, option] * chosen[None, :, option], out=best)
        return open_where(~(asked[:, None] & told[None, :]), np.stack([best, best, best]))

    def alone(self, wanted: Answer, found: Answer) -> Agreement:
        """The same for one pair of answers, read off the table."""
        asked = [each for each in options(wanted) if each in self.wanted]
        told = [each for each in options(found) if each in self.found]
        if not asked or not told:
            return UNKNOWN
        best = max(self.table[one, other] for one in asked for other in told)
        return Agreement(best, best, best)

    def ready(self, wants: Rows, finds: Rows) -> Callable[[Rows], Bands]:
        """Nothing to do beforehand."""
        return lambda some: self.agree(some, finds)


def scale(steps: Sequence[Words], points: Sequence[int]) -> Choices:
    """A table for answers that lie in a row: ``points[n]`` for two answers ``n`` steps apart."""
    places = list(enumerate(steps))
    return Choices({(a, b): points[abs(i - j)] for (i, a), (j, b) in product(places, places)})


def table(rows: Mapping[Words, Mapping[Words, int]]) -> Choices:
    """A table written the way it is read: for each thing wanted, the worth of each thing found."""
    return Choices({(wanted, found): points for wanted, row in rows.items() for found, points in row.items()})


def options(answer: Answer) -> frozenset[Words]:
    """An answer as its options; none if it is not known."""
    if answer is None:
        return frozenset()
    return answer if isinstance(answer, frozenset) else frozenset({answer})


def _chosen(answers: Sequence[Answer], listed: Sequence[Words]) -> NDArray[np.float32]:
    chosen = np.zeros((len(answers), len(listed)), dtype=np.float32)
    for row, answer in enumerate(answers):
        chosen[row] = [option in options(answer) for option in listed]
    return chosen


def _in_order(answers: Iterable[Words]) -> tuple[Words, ...]:
    return tuple(dict.fromkeys(answers))
