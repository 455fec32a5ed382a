"""Looking at everybody with every household for a round, some people at a time, by as many at once as there are.

Each part of the work is a function of profiles alone and answers in bytes, so it does not matter who does it: threads here, other
processes or, through Dask, other machines. Whole numbers come back, so whoever did the work and in whatever order, the
round is the same; a part whose worker dies is done again by another. What is handed to workers is profiles: a reference, cells and
coded answers, no name and no address.
"""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from joblib import Parallel, delayed, parallel_config
from numpy.typing import NDArray

from matching.compatibility.allowed import Prices, allowed
from matching.compatibility.coded import Crowd
from matching.compatibility.essentials_at_once import NO_WISH
from matching.compatibility.profiles import HouseholdProfile, PersonProfile
from matching.compatibility.progress import Progress
from matching.compatibility.rounds_grid import NOT_ALLOWED, Signs
from matching.compatibility.verdicts import Rules
from matching.compatibility.weights import Weights

LOOKING = "Looking at everybody with every household"
PEOPLE_AT_ONCE = 500
"""So many people are one part of the work: some seconds of it at most (measured with ten thousand households)."""

Backend = Literal["threading", "loky", "dask"]
"""Who does it: threads of this process, other processes here, or the workers of the Dask scheduler we are connected to."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Some people with every household: a row for each person."""

    points: Signs
    """How well they go together, as likely; ``NOT_ALLOWED`` where that is ruled out or too little."""
    turn: Signs
    """For which of the person's wishes; ``NO_WISH``."""
    check_first: NDArray[np.uint8]
    """Whether something is to be checked first; eight households in a byte."""


def look(
    people: Crowd[PersonProfile], homes: Crowd[HouseholdProfile], weights: Weights, rules: Rules, least: int
) -> Seen:
    """These people with every household. Pairs worth less than ``least`` are left out."""
    found = allowed(people, homes, weights, rules, Prices.none(len(people), len(homes), least))
    shape = len(people), len(homes)
    points, turn = np.full(shape, NOT_ALLOWED, dtype=np.int8), np.full(shape, NO_WISH, dtype=np.int8)
    check_first = np.zeros(shape, dtype=bool)
    points[found.row, found.column] = found.points
    turn[found.row, found.column] = found.turn
    check_first[found.row, found.column] = found.obstacles > 0
    return Seen(points, turn, np.packbits(check_first, axis=1))


def look_at_all(
    people: Crowd[PersonProfile],
    homes: Crowd[HouseholdProfile],
    weights: Weights,
    rules: Rules,
    least: int,
    progress: Progress,
    backend: Backend,
) -> Seen:
    """Everybody with every household."""
    shape = len(people), len(homes)
    whole = Seen(
        np.full(shape, NOT_ALLOWED, dtype=np.int8),
        np.full(shape, NO_WISH, dtype=np.int8),
        np.zeros((len(people), -(-len(homes) // 8)), dtype=np.uint8),
    )
    parts = (
        [slice(start, start + PEOPLE_AT_ONCE) for start in range(0, len(people), PEOPLE_AT_ONCE)] if len(homes) else []
    )
    progress(0, len(people), LOOKING)
    for part, seen in zip(parts, _shared(parts, people, homes, (weights, rules, least), backend), strict=True):
        whole.points[part], whole.turn[part], whole.check_first[part] = seen.points, seen.turn, seen.check_first
        progress(min(part.stop, len(people)), len(people), LOOKING)
    return whole


def _shared(
    parts: Sequence[slice],
    people: Crowd[PersonProfile],
    homes: Crowd[HouseholdProfile],
    terms: tuple[Weights, Rules, int],
    backend: Backend,
) -> Iterator[Seen]:
    """What each part finds, in order, as it comes.

    Workers of Dask are handed the households once each. Threads would all read their answers at once, each for itself,
    so the first part is done alone.
    """
    elsewhere: dict[str, Any] = {"n_jobs": -1, "scatter": [homes]} if backend == "dask" else {"n_jobs": os.cpu_count()}
    if backend == "threading" and parts:
        yield look(people[parts[0]], homes, *terms)
        parts = parts[1:]
    with parallel_config(backend=backend, **elsewhere):
        work = Parallel(return_as="generator")
        yield from work(delayed(look)(people[part], homes, *terms) for part in parts)
