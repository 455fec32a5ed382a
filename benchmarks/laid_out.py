"""What contestants are handed, worked out beforehand by our own code and not timed, and what each has to hand back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from time import perf_counter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.chosen_things import Things, things
from matching.compatibility.asked import Asked, all_asked
from matching.compatibility.coded import Crowd
from matching.compatibility.essentials_at_once import ASK, NOT, Bitwise, Standings, bitwise, within_reach
from matching.compatibility.first_few import FirstFew
from matching.compatibility.profiles import HouseholdProfile, PersonProfile
from matching.compatibility.verdicts import Rules
from matching.compatibility.weights import DEFAULT_WEIGHTS

FEW = 10
"""Everybody's first so many households."""

NOBODY = -(2**40)
"""Behind every pair."""

Whole = NDArray[np.int64]


@dataclass(frozen=True)
class Way:
    """One way of fitting as one side sees it: a table of agreements, who is where in it, and what it weighs for whom."""

    person_asks: bool
    table: NDArray[np.int64]
    """``[low, likely, high]`` × different answers of people × of households."""
    people: Whole
    homes: Whole
    weight: Whole
    """For each person if the person asks, for each household otherwise."""
    asked: Asked
    seconds: float
    """How long its table took."""


@dataclass(frozen=True)
class Lookup:
    """Part of what the essentials answer: a table, and who is where in it."""

    table: NDArray[np.int64]
    people: Whole
    homes: Whole
    extra: Whole
    """For each person, what is added whatever the household."""


SPARE = 100
"""Added to what only counts where no wish is shared; not offered is twice that."""


@dataclass(frozen=True)
class Laid:
    """Every way of fitting, every essential, and the place of each household by reference.

    What stands in a pair's way is the sum of ``whatever_kind`` and the least of ``by_wish`` (less ``SPARE`` if that is no
    less); from ``NOT`` on it is ruled out.
    """

    ways: Sequence[Way]
    whatever_kind: Sequence[Lookup]
    by_wish: Sequence[Lookup]
    people: int
    homes: int
    by_name: Whole
    things: Mapping[int, Things] = field(default_factory=dict)
    """What was said, for the ways of fitting whose tables rivals make themselves."""

    @property
    def made_by_others(self) -> float:
        """The seconds that those tables took us."""
        return sum(self.ways[number].seconds for number in self.things)

    def with_tables(self, make: Callable[[Things], Any]) -> "Laid":
        """The same with those tables made by somebody else."""
        made = {number: replace(self.ways[number], table=make(said)) for number, said in self.things.items()}
        return replace(self, ways=[made.get(number, way) for number, way in enumerate(self.ways)])

    def side(self, person_asks: bool) -> list[tuple[int, Way]]:
        """The ways one side is asked about, each with its number."""
        return [(number, way) for number, way in enumerate(self.ways) if way.person_asks is person_asks]


def lay_out(people: Crowd[PersonProfile], homes: Crowd[HouseholdProfile], rules: Rules) -> Laid:
    """The tables, from our own shapes and essentials: nobody else would have to make them again."""
    ways = []
    for asked in all_asked(people, homes, DEFAULT_WEIGHTS):
        began = perf_counter()
        bands = asked.against(np.arange(asked.homes.different))(asked.people.rows)
        table, weight = np.ascontiguousarray(bands).astype(np.int64), asked.weight.astype(np.int64)
        took = perf_counter() - began
        ways.append(Way(asked.person_asks, table, asked.people.codes, asked.homes.codes, weight, asked, took))
    by_name = np.empty(len(homes), dtype=np.int64)
    by_name[sorted(range(len(homes)), key=lambda place: homes[place].reference)] = np.arange(len(homes))
    standings = Standings(people, homes, rules)
    return Laid(ways, _whatever_kind(standings, len(people)), _by_wish(standings), len(people), len(homes), by_name)


def with_things(laid: Laid, people: Crowd[PersonProfile], homes: Crowd[HouseholdProfile]) -> Laid:
    """The same, with what everybody said about chosen things."""
    each = ((number, things(way.asked, people, homes)) for number, way in enumerate(laid.ways))
    return replace(laid, things={number: said for number, said in each if said})


def _whatever_kind(standings: Standings, people: int) -> list[Lookup]:
    """The bits, the distance, and who is named."""
    mine, theirs, none = standings.people, standings.homes, np.zeros(people, dtype=np.int64)
    found = []
    for one in bitwise(mine.sides, theirs.sides, turned=False).values():
        asked, asker = np.unique(one.asked, return_inverse=True)
        given, giver = np.unique(np.stack([one.has, one.perhaps]), axis=1, return_inverse=True)
        table = Bitwise(True, asked, given[0], given[1]).answers().astype(np.int64)
        found.append(
            Lookup(table, asker, giver, none) if one.person_asks else Lookup(table.T.copy(), giver, asker, none)
        )
    reach, who = np.unique(mine.sides.reach, axis=0, return_inverse=True)
    square, where = np.unique(theirs.sides.home, axis=0, return_inverse=True)
    within = within_reach(mine.reaches, square)[reach].max(axis=1).astype(np.int64)
    named = np.zeros((people, len(where)), dtype=np.int64)
    named[standings.exceptions.rows, standings.exceptions.columns] = sum(standings.exceptions.answers.values())
    rows, row = np.unique(named, axis=0, return_inverse=True)
    return [*found, Lookup(within, who, where, none), Lookup(rows, row, np.arange(len(where)), none)]


def _by_wish(standings: Standings) -> list[Lookup]:
    """Each wish in turn; not one of the kinds invented here is excused from anything. Last, what is left without any."""
    mine, offered = standings.people, standings.homes.offered
    everywhere = np.arange(offered.shape[1])
    answers = np.array(sum(standings.by_wish(slice(0, len(everywhere))).values()), dtype=np.int64)
    answers[~offered[mine.wishes.kind]] = 2 * SPARE
    answers = np.vstack([answers, np.full(len(everywhere), 2 * SPARE)])
    found = [
        Lookup(answers, wished, everywhere, np.where(wished < 0, 0, mine.crisis).astype(np.int64))
        for wished in mine.wished.T
    ]
    said = np.any(offered, axis=0).astype(np.int64)
    unknown = SPARE + 3 * int(ASK)
    without = np.array([[unknown + ASK, unknown + ASK], [unknown + ASK, unknown + NOT]], dtype=np.int64)
    return [
        *found,
        Lookup(without, np.any(mine.wished >= 0, axis=1).astype(np.int64), said, mine.crisis.astype(np.int64)),
    ]


@dataclass(frozen=True)
class Found:
    """People × few: which household (less than nought: nobody), and its nine figures."""

    columns: Whole
    figures: Whole

    def of(self, people: slice) -> "Found":
        """Of some people."""
        return Found(self.columns[people], self.figures[people])

    def same_as(self, other: "Found") -> bool:
        """Whether every place in every list is the same, and every figure."""
        return np.array_equal(self.columns, other.columns) and np.array_equal(self.figures, other.figures)


def found(ours: FirstFew) -> Found:
    """Our own answer, to compare with."""
    figures = ours.figures.reshape(*ours.columns.shape, 9).astype(np.int64)
    return Found(ours.columns, np.where(ours.columns[..., None] < 0, -1, figures))


def obstacles(laid: Laid) -> Any:
    """What stands in every pair's way, with NumPy."""
    least = np.full((laid.people, laid.homes), 2 * SPARE, dtype=np.int64)
    for one in laid.by_wish:
        np.minimum(least, one.table[one.people][:, one.homes] + one.extra[:, None], out=least)
    least[least >= SPARE] -= SPARE
    for one in laid.whatever_kind:
        least += one.table[one.people][:, one.homes]
    return least


def first_of(laid: Laid, figures: Any) -> Found:
    """The first few out of figures for every pair (nine × people × homes), for whoever has no better way."""
    person, household, together, floor = figures[1], figures[4], figures[7], figures[6]
    key = ((together * 101 + np.minimum(person, household)) * 101 + floor) * laid.homes - laid.by_name
    key[obstacles(laid) >= NOT] = NOBODY
    few = (
        np.argpartition(-key, FEW, axis=1)[:, :FEW]
        if laid.homes > FEW
        else np.tile(np.arange(laid.homes), (laid.people, 1))
    )
    order = np.argsort(-np.take_along_axis(key, few, axis=1), axis=1)
    columns = np.take_along_axis(few, order, axis=1)
    shown = np.stack([np.take_along_axis(each, columns, axis=1) for each in figures], axis=2).astype(np.int64)
    nobody = np.take_along_axis(key, columns, axis=1) == NOBODY
    return Found(np.where(nobody, -1, columns), np.where(nobody[..., None], -1, shown))


def rounded(total: Any, weight: Any) -> Any:
    """Total ÷ Σ weight, halves up, in whole numbers."""
    return (2 * total + weight) // (2 * weight)
