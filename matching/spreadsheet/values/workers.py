"""Workers' names written several ways: which writings are likely the same worker, for somebody to confirm once."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from matching.spreadsheet.cells import Cell, plain
from matching.spreadsheet.values.answers import says_not_known
from matching.spreadsheet.values.reading import NOT_KNOWN, Context, Reading, known, misread

_LONGEST = 120
_NOBODY = frozenset(
    {"unallocated", "none", "no worker", "nobody", "waiting", "duty", "duty worker", "vacant", "to be allocated"}
)


@dataclass(frozen=True, slots=True)
class WorkerName:
    """One worker, as far as their writings tell: the fullest writing, and every way the file writes it."""

    fullest: str
    written: tuple[str, ...]


def worker(cell: Cell, context: Context) -> Reading:
    """Who the worker is, as written; accounts are linked once, by a person."""
    if says_not_known(cell):
        return NOT_KNOWN
    if cell.plain in _NOBODY:
        return Reading(keep=True)
    words = " ".join(cell.words.split())
    return known(worker=words) if len(words) <= _LONGEST else misread(cell, "a worker's name")


def group_workers(written: Iterable[str]) -> tuple[WorkerName, ...]:
    """Writings that can only be one worker, together: "Helen O.", "H Omar" and "helen omar".

    A writing that could be either of two different workers stays on its own, so nobody is merged by a guess.
    """
    ways = sorted(
        {" ".join(way.split()) for way in written if way.strip()}, key=lambda way: (-_fullness(way), plain(way), way)
    )
    groups: list[list[str]] = []
    for way in ways:
        homes = [group for group in groups if all(could_be_same(way, other) for other in group)]
        if len(homes) == 1:
            homes[0].append(way)
        else:
            groups.append([way])
    return tuple(
        sorted((WorkerName(group[0], tuple(sorted(group))) for group in groups), key=lambda one: plain(one.fullest))
    )


def could_be_same(one: str, other: str) -> bool:
    """Whether two writings can name one worker: each part is the same, or one is the other's initial."""
    first, second = _parts(one), _parts(other)
    if not first or not second:
        return plain(one) == plain(other)
    if len(first) == 1 or len(second) == 1:
        return first[0] == second[0] and len(first[0]) > 1
    return _fits(first[0], second[0]) and _fits(first[-1], second[-1])


def _parts(way: str) -> list[str]:
    if way.count(",") == 1:
        way = " ".join(reversed(way.split(",")))  # "Omar, Helen"
    return re.findall(r"[^\W\d_](?:[\w'’-]*\w)?", plain(way))


def _fits(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) == 1 and long.startswith(short))


def _fullness(way: str) -> int:
    return sum(len(part) for part in _parts(way))
