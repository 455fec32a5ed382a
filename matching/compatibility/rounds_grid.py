"""Everybody with every household in a few bytes a pair, so that prices can be held beside every allowed pair there is.

A round begins with the pairs that look best to either side, and asks here which of all the others are worth more than
they would pay. Those are brought in, and those nearly so with them, until there is none.
"""

import os
from collections.abc import Callable, Container, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matching.compatibility.rounds_network import Exact, Whole
from matching.compatibility.rounds_stages import POINTS, Stages, Word

NOT_ALLOWED = -128
PEOPLE_AT_ONCE = 64
"""So many people's pairs are looked at together: what fits beside a processor (measured)."""

FEW = 20
"""With how many pairs each person and each household begins, and how many each gets a time (measured: 10 to 40 are as good)."""
MOST = 100
"""How many that are worth more than they would pay each person gets a time."""
NEARLY = 2
"""Points below its price at which a pair is brought in too, if any is above: prices move by little (measured)."""

NOTHING = 2**30
"""Points that no pair could pay."""

Signs = NDArray[np.int8]
Prices = Sequence[tuple[Word, Exact]]
"""For each word that is settled, how far each node of the network is from the hub."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Some pairs, an entry for each, in order of person, then of limit."""

    person: Whole
    limit: Whole
    points: Exact
    check_first: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.person)

    def places(self, limits: int) -> Whole:
        """A number for each, in their order."""
        return self.person * limits + self.limit

    def some(self, which: NDArray[Any]) -> "Pairs":
        """Some of them."""
        return Pairs(self.person[which], self.limit[which], self.points[which], self.check_first[which])

    def beside(self, others: "Pairs") -> "Pairs":
        """These, then those."""
        each = zip(*((one.person, one.limit, one.points, one.check_first) for one in (self, others)), strict=True)
        return Pairs(*map(np.concatenate, each))


@dataclass(frozen=True)
class Grid:
    """Every pair of people and households. Whole tables have a row for each person."""

    points: Signs
    """What each is worth; ``NOT_ALLOWED``."""
    turn: Signs
    """For which of the person's wishes it is; the last, −1, stands for none."""
    check_first: NDArray[np.uint8]
    """Eight households in a byte."""
    wishes: Whole
    """People × turns, and last for none: which of the different wishes."""
    limits: NDArray[np.int32]
    """Households × different wishes: the limit in which such a pair counts; −1 where there is none."""

    @property
    def people(self) -> int:
        """How many people there are."""
        return len(self.points)

    @property
    def households(self) -> int:
        """How many households there are."""
        return int(self.points.shape[1])

    @cached_property
    def uses(self) -> tuple[Whole, Whole]:
        """Each household beside each limit in which any of its pairs counts."""
        household, wish = np.nonzero(self.limits >= 0)
        most = int(self.limits.max(initial=0)) + 1
        found = np.divmod(np.unique(household * most + self.limits[household, wish]), most)
        return found[0], found[1]

    def count(self) -> int:
        """How many pairs are allowed."""
        return sum(self._through(lambda rows: int(np.count_nonzero(self.points[rows] != NOT_ALLOWED))))

    def everything(self) -> Pairs:
        """All that are allowed."""
        return self._pairs(
            self._through(lambda rows: np.flatnonzero(self.points[rows] != NOT_ALLOWED) + self._at(rows))
        )

    def first_few(self) -> Pairs:
        """What looks best to each person, and to each household."""
        found = [*self._through(self._best_of_people), *self._through(self._best_of_homes, self.households)]
        return self._pairs(found)

    def limit(self, person: Whole, household: Whole) -> Whole:
        """The limit in which each of these pairs counts."""
        return self.limits[household, self.wishes[person, self.turn[person, household]]].astype(np.int64)

    def calling(self, stages: Stages, prices: Prices, known: Pairs, of: Whole | None = None) -> tuple[int, Pairs]:
        """How many pairs besides those ``known`` are worth more than they would pay; some of them, and of those nearly so.

        ``of``: these people are looked at, and perhaps some others.
        """
        if of is not None and not len(of):
            return 0, self._pairs([])
        scan = _Scan.of(self, stages, prices, known)
        blocks = None if of is None else set((of // PEOPLE_AT_ONCE).tolist())
        found = self._through(scan.through, blocks=blocks)
        return sum(count for count, _ in found), self._pairs([places for _, places in found])

    def _pairs(self, places: Sequence[Whole]) -> Pairs:
        """The pairs at these places, each once."""
        place = np.unique(np.concatenate([np.zeros(0, dtype=np.int64), *places]))
        person, household = np.divmod(place, max(1, self.households))
        limit = self.limit(person, household)
        order = np.lexsort((limit, person))
        person, household, limit = person[order], household[order], limit[order]
        check_first = (self.check_first[person, household >> 3] >> (7 - (household & 7))) & 1
        points = self.points[person, household].astype(np.int64)
        return Pairs(person, limit, points, check_first.astype(bool))

    def _best_of_people(self, rows: slice) -> Whole:
        row, column = _best(self.points[rows], rows.start)
        found: Whole = (row + rows.start) * self.households + column
        return found

    def _best_of_homes(self, columns: slice) -> Whole:
        column, row = _best(self.points[:, columns].T, columns.start)
        found: Whole = row * self.households + column + columns.start
        return found

    def _at(self, rows: slice) -> int:
        return int(rows.start) * self.households

    def _through(
        self, look: Callable[[slice], Any], length: int | None = None, blocks: Container[int] | None = None
    ) -> list[Any]:
        """What is found for some at a time, by all processors; only in these ``blocks``, if not in all."""
        slices = list(_slices(self.people if length is None else length))
        some = slices if blocks is None else [one for number, one in enumerate(slices) if number in blocks]
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            return list(pool.map(look, some))


def _best(points: Signs, begins: int) -> tuple[Whole, Whole]:
    """The best few in each row of some points; rows and columns.

    Which of equals is as good as drawn by lot, and always the same: so not everybody begins with the same ones.
    """
    rows = len(points)
    values = np.ascontiguousarray(points).view(np.uint8) ^ 128  # from 0, which is not allowed, to 255
    counts = np.bincount((np.arange(rows)[:, None] * 256 + values).ravel(), minlength=256 * rows).reshape(rows, 256)
    at_least = np.cumsum(counts[:, ::-1], axis=1)[:, ::-1]
    least = np.maximum(256 - (at_least < FEW).sum(axis=1) - 1, 1)  # the largest value that few have or exceed
    row, column = np.nonzero(values >= least[:, None].astype(np.uint8))
    order = np.lexsort((_lots(row + begins, column), -values[row, column].astype(np.int64), row))
    row, column = row[order], column[order]
    first = np.arange(len(row)) - np.searchsorted(row, row) < FEW
    return row[first], column[first]


def _lots(one: Whole, other: Whole) -> Whole:
    """A number from 0 to 1023 for each, the same every time."""
    return ((one + 1) * 2_654_435_761 ^ (other + 1) * 2_246_822_519) >> 13 & 1023


def _slices(length: int) -> Iterator[slice]:
    return (slice(start, min(start + PEOPLE_AT_ONCE, length)) for start in range(0, length, PEOPLE_AT_ONCE))


@dataclass(frozen=True, slots=True)
class _Scan:
    """Prices held beside every pair."""

    grid: Grid
    stages: Stages
    prices: Prices
    known: Whole
    """The places of those that take part already, in order."""
    asks: NDArray[Any]
    pays: NDArray[Any]
    """Only a pair with points from what its person ``asks`` less what its household ``pays`` can come near its price."""

    @classmethod
    def of(cls, grid: Grid, stages: Stages, prices: Prices, known: Pairs) -> "_Scan":
        """What each person and, at best, each household makes of points in the first word, rounded to leave none out."""
        word, distance = prices[0]
        point, nearly = max(1, dict(word).get(POINTS, 0)), NEARLY if len(prices) == 1 else 0
        asks = np.minimum(distance[1 : 1 + grid.people] // point - nearly, NOTHING)
        pays = np.full(grid.households, -NOTHING, dtype=distance.dtype)
        household, limit = grid.uses
        np.maximum.at(pays, household, -(-distance[1 + grid.people + limit] // point))
        small = min(asks.min(initial=0), -pays.max(initial=0)) >= -NOTHING
        kind = np.int32 if small else distance.dtype
        return cls(grid, stages, prices, known.places(stages.limits), asks.astype(kind), pays.astype(kind))

    def through(self, rows: slice) -> tuple[int, Whole]:
        """How many of these people's pairs are worth more than they would pay; and some of them, and of those nearly so."""
        near = self.grid.points[rows] >= self.asks[rows, None] - self.pays
        row, household = np.nonzero(near & (self.grid.points[rows] != NOT_ALLOWED))
        person = row + rows.start
        limit, points = self.grid.limit(person, household), self.grid.points[person, household].astype(np.int64)
        above: Exact = np.zeros(0, dtype=np.int64)
        for number, (word, distance) in enumerate(self.prices):
            above = self.stages.word_of_pairs(word, person, limit, points)
            above = above + distance[1 + self.grid.people + limit] - distance[1 + person]
            last = number == len(self.prices) - 1
            nearly = NEARLY * dict(word).get(POINTS, 0)
            kept = above >= -nearly if last else above == 0
            person, household, limit, points, above = (each[kept] for each in (person, household, limit, points, above))
        new = ~among(person * self.stages.limits + limit, self.known)
        person, household, above = person[new], household[new], above[new]
        return int((above > 0).sum()), _best_of_each(person, above, person * self.grid.households + household)


def among(these: Whole, those: Whole) -> NDArray[np.bool_]:
    """Which of these are among those, which are in order."""
    at = np.searchsorted(those, these)
    found: NDArray[np.bool_] = np.append(those, -1)[at] == these
    return found


def _best_of_each(person: Whole, above: Exact, places: Whole) -> Whole:
    """Of each person's pairs the best few, and more if they are worth more than they would pay."""
    order = np.lexsort((_lots(person, places), -above, person))
    person, above = person[order], above[order]
    rank = np.arange(len(person)) - np.searchsorted(person, person)
    return places[order[(rank < FEW) | ((above > 0) & (rank < MOST))]]
