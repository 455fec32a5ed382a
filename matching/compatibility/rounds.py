"""A round: introductions for everybody at once, the best there are, with a proof that anyone can check.

First as many people as possible get at least one; then the points are the most there can be together; then those who
waited longest come first, and get what fits better; then whose reference is earlier. One stage for each, in whole
numbers: what an earlier stage decided, no later one can change.

The proof is a value for every limit and every person (:class:`rounds_suggested.Values`). No suggestion that was not made is worth more
than the values it would use up, and the values of everything together are exactly what the suggestions are worth: so
nothing can be better. It says too what one more space would do.

A round only suggests. What comes of it is a worker's decision, and everybody's own yes or no.
"""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from matching.compatibility.progress import Progress, unheard
from matching.compatibility.rounds_grid import Grid, Pairs
from matching.compatibility.rounds_network import Exact, Whole
from matching.compatibility.rounds_settling import Nobody, Others, Room, best_flow
from matching.compatibility.rounds_stages import Stages
from matching.compatibility.rounds_suggested import Allowed, Limit, Round, Seeker

__all__ = ["Allowed", "Limit", "Round", "Seeker", "best_round", "round_among", "round_of"]

ALL_AT_ONCE = 50_000
"""Up to so many pairs all take part from the beginning, which then is quickest (measured)."""


def best_round(people: Iterable[Seeker], limits: Iterable[Limit], pairs: Iterable[Allowed]) -> Round:
    """The best suggestions there are. The order in which anything is handed in makes no difference.

    Raises ``ValueError`` for a name that is there twice or not at all, for limits within each other, and for numbers
    below nought.
    """
    seekers = tuple(sorted(people, key=lambda one: one.reference))
    rooms = tuple(sorted(limits, key=lambda one: one.name))
    at_person = _numbered([one.reference for one in seekers])
    at_limit = _numbered([one.name for one in rooms])
    try:
        listed = sorted((at_person[one.person], at_limit[one.limit], one.points, one.check_first) for one in pairs)
    except KeyError as missing:
        raise ValueError(f"There is no {missing.args[0]} to make a pair of.") from missing
    each = list(zip(*listed, strict=True)) or [()] * 4
    return round_of(
        seekers,
        rooms,
        np.array(each[0], dtype=np.int64),
        np.array(each[1], dtype=np.int64),
        np.array(each[2], dtype=object),
        np.array(each[3], dtype=bool),
    )


def round_of(
    people: Sequence[Seeker],
    limits: Sequence[Limit],
    person: Whole,
    limit: Whole,
    points: Exact,
    check_first: NDArray[np.bool_],
    progress: Progress = unheard,
) -> Round:
    """The same for many: people and limits in order of their names, and pairs as arrays in order of both."""
    if len(points) and points.min() < 0:
        raise ValueError("No points are below nought.")
    if len(person) > 1 and ((np.diff(person) == 0) & (np.diff(limit) == 0)).any():
        raise ValueError("The same pair is there twice.")
    pairs = Pairs(person, limit, points, check_first)
    return _worked_out(people, limits, pairs, int(points.max(initial=0)), Nobody(), progress)


def round_among(
    people: Sequence[Seeker],
    limits: Sequence[Limit],
    grid: Grid,
    all_at_once: int = ALL_AT_ONCE,
    progress: Progress = unheard,
) -> Round:
    """The same for so many pairs that only those take part that prices call for; the proof is held beside all of them."""
    others: Others = Nobody() if grid.count() <= all_at_once else grid
    pairs = grid.everything() if isinstance(others, Nobody) else grid.first_few()
    return _worked_out(people, limits, pairs, int(grid.points.max(initial=0)), others, progress)


def _worked_out(
    people: Sequence[Seeker],
    limits: Sequence[Limit],
    pairs: Pairs,
    most_points: int,
    others: Others,
    progress: Progress,
) -> Round:
    room = _room(people, limits)
    longest = max((one.waited for one in people), default=0)
    waited = np.array([one.waited for one in people], dtype=np.int64 if longest < 2**31 else object)
    stages = Stages(len(people), len(limits), waited, most_points)
    best = best_flow(room, stages, pairs, others, progress)
    return Round(tuple(people), tuple(limits), room, stages, best, others)


def _room(people: Sequence[Seeker], limits: Sequence[Limit]) -> Room:
    at_limit = _numbered([one.name for one in limits])
    _numbered([one.reference for one in people])
    unheard_of = [one.within for one in limits if one.within is not None and one.within not in at_limit]
    if unheard_of:
        raise ValueError(f"There is no {unheard_of[0]} to be within.")
    numbers = [n for one in people for n in (one.waited, one.at_most)] + [one.at_most for one in limits]
    if min(numbers, default=0) < 0:
        raise ValueError("Nobody waits and no room is below nought.")
    return Room(
        of_people=np.array([one.at_most for one in people], dtype=np.int64),
        of_limits=np.array([one.at_most for one in limits], dtype=np.int64),
        above=np.array([at_limit[one.within] if one.within else -1 for one in limits], dtype=np.int64),
    )


def _numbered(names: Sequence[str]) -> dict[str, int]:
    found = {name: number for number, name in enumerate(names)}
    if len(found) < len(names):
        raise ValueError("A name is there twice.")
    return found
