"""The floor: a compiled loop over every pair, with nothing but look-ups, sums and the two roundings."""

from collections.abc import Callable
from typing import Any

import numba
import numpy as np

from benchmarks.laid_out import FEW, Found, Laid, Way


def compiled(laid: Laid) -> Callable[[], Found]:
    """Compile it, and hand back what is to be timed."""
    person, household = (_flat([way for _, way in laid.side(asks)]) for asks in (True, False))
    order = np.argsort(laid.by_name)

    def work() -> Found:
        columns, figures = _everybody(*person, *household, order)
        return Found(columns, figures)

    work()
    return work


def _flat(ways: list[Way]) -> tuple[Any, ...]:
    """Tables one after another, each cell its three bands; where each begins; codes and weights by profile."""
    tables = [np.ascontiguousarray(way.table.transpose(1, 2, 0)).reshape(-1, 3).astype(np.int32) for way in ways]
    begins = np.cumsum([0, *map(len, tables)])[:-1].astype(np.int64)
    people = np.stack(
        [way.people * way.table.shape[2] + begin for way, begin in zip(ways, begins, strict=True)], axis=1
    )
    homes = np.stack([way.homes for way in ways], axis=1)
    return np.concatenate(tables), people, homes, np.stack([way.weight for way in ways], axis=1).astype(np.int32)


@numba.njit(inline="always")
def _rounded(total: int, weight: int) -> int:
    return (2 * total + weight) // (2 * weight)


@numba.njit
def _make_room(best, columns, figures, key):  # type: ignore[no-untyped-def]
    place = len(best) - 1
    while place > 0 and key > best[place - 1]:
        best[place] = best[place - 1]
        columns[place] = columns[place - 1]
        figures[place] = figures[place - 1]
        place -= 1
    best[place] = key
    return place


@numba.njit(parallel=True)
def _everybody(  # type: ignore[no-untyped-def]
    table, people, homes, weight, household_table, household_people, household_homes, household_weight, order
):
    length = min(FEW, len(homes))
    columns = np.zeros((len(people), length), dtype=np.int64)
    figures = np.zeros((len(people), length, 9), dtype=np.int64)
    of_home = household_weight.sum(axis=1)
    for row in numba.prange(len(people)):
        best = np.full(length, -1, dtype=np.int64)
        of_person = weight[row].sum()
        found = np.zeros(9, dtype=np.int64)
        for column in order:
            for band in range(3):
                found[band] = 0
                found[3 + band] = 0
            for way in range(people.shape[1]):
                cell = people[row, way] + homes[column, way]
                for band in range(3):
                    found[band] += weight[row, way] * table[cell, band]
            for way in range(household_people.shape[1]):
                cell = household_people[row, way] + household_homes[column, way]
                for band in range(3):
                    found[3 + band] += household_weight[column, way] * household_table[cell, band]
            for band in range(3):
                found[band] = _rounded(found[band], of_person)
                found[3 + band] = _rounded(found[3 + band], of_home[column])
                both = found[band] + found[3 + band]
                found[6 + band] = 0 if both == 0 else _rounded(2 * found[band] * found[3 + band], both)
            key = (found[7] * 101 + min(found[1], found[4])) * 101 + found[6]
            if key > best[length - 1]:
                place = _make_room(best, columns[row], figures[row], key)
                columns[row, place] = column
                figures[row, place] = found
    return columns, figures
