"""What every contestant is handed, worked out beforehand and not timed, and what each has to hand back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matching.compatibility.asked import all_asked
from matching.compatibility.coded import Crowd
from matching.compatibility.first_few import FirstFew
from matching.compatibility.profiles import HouseholdProfile, PersonProfile
from matching.compatibility.weights import DEFAULT_WEIGHTS

FEW = 10
"""Everybody's first so many households."""

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


@dataclass(frozen=True)
class Laid:
    """Every way of fitting, and the place of each household by reference."""

    ways: Sequence[Way]
    people: int
    homes: int
    by_name: Whole

    def side(self, person_asks: bool) -> list[tuple[int, Way]]:
        """The ways one side is asked about, each with its number."""
        return [(number, way) for number, way in enumerate(self.ways) if way.person_asks is person_asks]


def lay_out(people: Crowd[PersonProfile], homes: Crowd[HouseholdProfile]) -> Laid:
    """The tables, from our own shapes: nobody else would have to make them again."""
    ways = []
    for asked in all_asked(people, homes, DEFAULT_WEIGHTS):
        bands = asked.against(np.arange(asked.homes.different))(asked.people.rows)
        table, weight = np.ascontiguousarray(bands).astype(np.int64), asked.weight.astype(np.int64)
        ways.append(Way(asked.person_asks, table, asked.people.codes, asked.homes.codes, weight))
    by_name = np.empty(len(homes), dtype=np.int64)
    by_name[sorted(range(len(homes)), key=lambda place: homes[place].reference)] = np.arange(len(homes))
    return Laid(ways, len(people), len(homes), by_name)


@dataclass(frozen=True)
class Found:
    """People × few: which household, and its nine figures."""

    columns: Whole
    figures: Whole

    def same_as(self, other: "Found") -> bool:
        """Whether every place in every list is the same, and every figure."""
        return np.array_equal(self.columns, other.columns) and np.array_equal(self.figures, other.figures)


def found(ours: FirstFew) -> Found:
    """Our own answer, to compare with."""
    return Found(ours.columns, ours.figures.reshape(*ours.columns.shape, 9).astype(np.int64))


def first_of(laid: Laid, figures: Any) -> Found:
    """The first few out of figures for every pair (nine × people × homes), for whoever has no better way."""
    person, household, together, floor = figures[1], figures[4], figures[7], figures[6]
    key = ((together * 101 + np.minimum(person, household)) * 101 + floor) * laid.homes - laid.by_name
    few = (
        np.argpartition(-key, FEW, axis=1)[:, :FEW]
        if laid.homes > FEW
        else np.tile(np.arange(laid.homes), (laid.people, 1))
    )
    order = np.argsort(-np.take_along_axis(key, few, axis=1), axis=1)
    columns = np.take_along_axis(few, order, axis=1)
    return Found(
        columns, np.stack([np.take_along_axis(each, columns, axis=1) for each in figures], axis=2).astype(np.int64)
    )


def rounded(total: Any, weight: Any) -> Any:
    """Total ÷ Σ weight, halves up, in whole numbers."""
    return (2 * total + weight) // (2 * weight)
