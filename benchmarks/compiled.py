"""The floor: a compiled loop over every pair that nothing rules out, with only look-ups, sums and the two roundings."""

from collections.abc import Callable, Sequence
from typing import Any

import numba
import numpy as np

from benchmarks.laid_out import FEW, SPARE, Found, Laid, Lookup, Way
from matching.compatibility import essentials_at_once


def compiled(laid: Laid) -> Callable[[], Found]:
    """Compile it, and hand back what is to be timed."""
    person, household = (_flat([way for _, way in laid.side(asks)]) for asks in (True, False))
    whatever_kind, by_wish = _looked_up(laid.whatever_kind), _looked_up(laid.by_wish)
    order = np.argsort(laid.by_name)

    def work() -> Found:
        columns, figures = _everybody(*person, *household, order, whatever_kind, by_wish)
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


def _looked_up(tables: Sequence[Lookup]) -> tuple[Any, ...]:
    begins = np.cumsum([0, *(one.table.size for one in tables)])[:-1].tolist()
    people = [one.people % len(one.table) * one.table.shape[1] + at for one, at in zip(tables, begins, strict=True)]
    return (
        np.concatenate([one.table.ravel() for one in tables]).astype(np.int16),
        np.stack(people, axis=1),
        np.stack([one.homes for one in tables], axis=1),
        np.stack([one.extra for one in tables], axis=1),
    )


NOT = int(essentials_at_once.NOT)


@numba.njit(inline="always")
def _stands(whatever_kind, by_wish, row, column):  # type: ignore[no-untyped-def]
    codes, people, homes, extra = by_wish
    least = 2 * SPARE
    for one in range(people.shape[1]):
        least = min(least, codes[people[row, one] + homes[column, one]] + extra[row, one])
    if least >= SPARE:
        least -= SPARE
    codes, people, homes, extra = whatever_kind
    for one in range(people.shape[1]):
        least += codes[people[row, one] + homes[column, one]] + extra[row, one]
    return least


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


@numba.njit(inline="always")
def _add_up(total, table, people, homes, weight):  # type: ignore[no-untyped-def]
    total[:] = 0
    for way in range(len(people)):
        cell = people[way] + homes[way]
        for band in range(3):
            total[band] += weight[way] * table[cell, band]


@numba.njit(parallel=True)
def _everybody(  # type: ignore[no-untyped-def]
    table,
    people,
    homes,
    weight,
    household_table,
    household_people,
    household_homes,
    household_weight,
    order,
    whatever_kind,
    by_wish,
):
    length = min(FEW, len(homes))
    columns = np.full((len(people), length), -1, dtype=np.int64)
    figures = np.full((len(people), length, 9), -1, dtype=np.int64)
    of_home = household_weight.sum(axis=1)
    for row in numba.prange(len(people)):
        best = np.full(length, -1, dtype=np.int64)
        of_person = weight[row].sum()
        found = np.zeros(9, dtype=np.int64)
        for column in order:
            if _stands(whatever_kind, by_wish, row, column) >= NOT:
                continue
            _add_up(found[:3], table, people[row], homes[column], weight[row])
            mine, theirs = household_people[row], household_homes[column]
            _add_up(found[3:6], household_table, mine, theirs, household_weight[column])
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
