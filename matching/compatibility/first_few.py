"""Everybody's first few households, worked out a tile at a time, so that memory does not grow with the pairs.

The order of :func:`score.order` is one whole number for each pair, and only pairs at least as good as a person's last
so far are looked at again. People are shared out among threads: NumPy lets them run beside each other. Where there are
many pairs and the extra is installed, :mod:`compiled_look` looks instead, and finds the same.
"""

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from matching.compatibility import compiled_look
from matching.compatibility.agreement import Numbers
from matching.compatibility.all_pairs import NO_NUMBER, Sums, Tile
from matching.compatibility.coded import Crowd, Whole, by_whose_home
from matching.compatibility.essentials_at_once import NOT, Beside, Standings
from matching.compatibility.profiles import HouseholdProfile, PersonProfile
from matching.compatibility.verdicts import Rules
from matching.compatibility.weights import Weights

STEPS = 102
"""Scores are 0 to 100 or none: each place of the number that orders takes one of so many values."""

NOBODY, RULED_OUT = -1, -1
"""Behind every pair, which is at least as good as nought."""

BITS = 7
SHIFTS = BITS * np.arange(9).reshape(3, 3)
"""A score, or none, takes seven bits: nine of them travel in one whole number."""

WORTH_SHARING = 500


@dataclass(frozen=True, slots=True)
class FirstFew:
    """People × their first few households in order. Where there are fewer, ``columns`` is ``NOBODY``."""

    columns: Whole
    check_first: NDArray[np.bool_]
    figures: NDArray[np.int16]
    """People × few × person, household, together × low, likely, high; ``NO_NUMBER``."""


def first_few(
    people: Crowd[PersonProfile],
    households: Crowd[HouseholdProfile],
    few: int,
    weights: Weights,
    rules: Rules | None,
    threads: int | None = None,
) -> FirstFew:
    """The first ``few`` households of each person; those ruled out are passed over if there are ``rules``."""
    order, threads = Order(households), threads or os.cpu_count() or 1
    best = np.full((2, len(people), few), NOBODY)
    with threadpool_limits(limits=1, user_api="blas"):
        for group, columns in by_whose_home(households) if len(people) and few else ():
            if compiled_look.worth_it(len(people), len(group)):
                compiled_look.CompiledLook(people, group, weights, rules, threads).better(
                    best, order.name[columns], order.size
                )
                continue
            standings = Standings(people, group, rules) if rules else None
            look = _Look(Sums(people, group, weights), standings, columns, order)
            parts = shares(slice(0, len(people)), threads)
            with ThreadPoolExecutor(len(parts)) as pool:
                list(pool.map(look.through, parts, [best[:, part] for part in parts]))
    return order.read(best)


class Order:
    """How a pair's place in the order is one whole number: how good it is, then its reference, then its standing."""

    def __init__(self, households: Crowd[HouseholdProfile]) -> None:
        self.size = max(1, len(households))
        in_order = sorted(range(len(households)), key=lambda column: households[column].reference, reverse=True)
        self._column = np.array([*in_order, *[0] * (not in_order)], dtype=np.int64)
        self.name = np.argsort(self._column)

    def place(self, good: Numbers, column: Whole, check_first: NDArray[np.bool_]) -> Whole:
        """The place of these pairs: the larger, the earlier."""
        return (good.astype(np.int64) * self.size + self.name[column]) * 2 + check_first

    def good(self, place: Whole) -> Numbers:
        """How good a pair at this place is; less than any if there is nobody."""
        return (place // (2 * self.size)).astype(np.float32)

    def read(self, best: Whole) -> FirstFew:
        """Who is at the best places, in order, and their figures."""
        order = np.argsort(-best[0], axis=1, kind="stable")
        place, packed = (np.take_along_axis(each, order, axis=1) for each in best)
        columns = np.where(place == NOBODY, NOBODY, self._column[(place >> 1) % self.size])
        figures = ((packed[..., None, None] >> SHIFTS) & ((1 << BITS) - 1)) + NO_NUMBER
        return FirstFew(columns, (place & 1).astype(bool), figures.astype(np.int16))


@dataclass(frozen=True, slots=True)
class _Look:
    """Looking through households among whom the home is always on the same side."""

    sums: Sums
    standings: Standings | None
    columns: Whole
    order: Order

    def through(self, part: slice, best: Whole) -> None:
        """Better what is best so far for some people: their places, and with them their figures."""
        beside = None
        for tile in self.sums.tiles(part):
            if self.standings and (beside is None or beside.columns != tile.columns):
                beside = self.standings.beside(tile.columns)
            rows = slice(tile.rows.start - part.start, tile.rows.stop - part.start)
            _better(best[:, rows], *self._candidates(tile, beside, self.order.good(best[0, rows].min(axis=1))))

    def _candidates(self, tile: Tile, beside: Beside | None, last: Numbers) -> tuple[Whole, Whole, Whole]:
        """The pairs at least as good as each person's last so far: whose they are, their places, their figures."""
        good = goodness(tile.person[:, 1], tile.household[:, 1], tile.together[:, 1], tile.together[:, 0])
        check_first = np.zeros(good.shape, dtype=bool)
        if beside:
            obstacles = beside.obstacles(tile.rows)
            np.copyto(good, RULED_OUT, where=obstacles >= NOT)
            check_first = obstacles > 0
        row, column = np.nonzero(good >= np.maximum(last, 0)[:, None])
        place = self.order.place(good[row, column], self.columns[tile.columns][column], check_first[row, column])
        sides = np.stack([side[row, :, column] for side in (tile.person, tile.household, tile.together)], axis=1)
        return row, place, ((sides.astype(np.int64) - NO_NUMBER) << SHIFTS).sum(axis=(1, 2))


def goodness(person: Numbers, household: Numbers, together: Numbers, floor: Numbers) -> Numbers:
    """:func:`score.order` but for the reference, as a whole number: together, then the lesser side, then the floor."""
    good = (together - NO_NUMBER) * np.float32(STEPS)
    good += np.minimum(*(np.where(side == NO_NUMBER, np.float32(100), side) for side in (person, household)))
    good *= np.float32(STEPS)
    good += floor - NO_NUMBER
    return good


def _better(best: Whole, row: Whole, place: Whole, figures: Whole) -> None:
    """Put these pairs among the best of whose they are, and keep the best. Rows come in order."""
    few = best.shape[2]
    whose, first, count = np.unique(row, return_index=True, return_counts=True)
    among = np.full((2, len(whose), few + int(count.max(initial=0))), NOBODY)
    among[:, :, :few] = best[:, whose]
    at = np.repeat(np.arange(len(whose)), count), few + np.arange(len(row)) - np.repeat(first, count)
    among[0][at], among[1][at] = place, figures
    keep = np.argpartition(-among[0], few - 1, axis=1)[None, :, :few]
    best[:, whose] = np.take_along_axis(among, keep, axis=2)


def shares(some: slice, threads: int) -> list[slice]:
    """As many stretches of about the same length as there are threads, and none so short that sharing costs more."""
    each = max(WORTH_SHARING, -(-(some.stop - some.start) // threads))
    return [slice(start, min(start + each, some.stop)) for start in range(some.start, some.stop, each)]
