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
from matching.compatibility.rounds_network import Exact, Network, Whole, inside_first, network, settled
from matching.compatibility.rounds_proposals import proposal
from matching.compatibility.rounds_suggested import Allowed, Limit, Round, Seeker

__all__ = ["Allowed", "Limit", "Round", "Seeker", "best_round", "round_of"]

CHOOSING = "Choosing what is best for everybody together"


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
    at_limit = _numbered([one.name for one in limits])
    _numbered([one.reference for one in people])
    unheard = [one.within for one in limits if one.within is not None and one.within not in at_limit]
    if unheard:
        raise ValueError(f"There is no {unheard[0]} to be within.")
    numbers = [n for one in people for n in (one.waited, one.at_most)] + [one.at_most for one in limits]
    if min(numbers, default=0) < 0 or (len(points) and points.min() < 0):
        raise ValueError("Nobody waits, no room and no points are below nought.")
    if len(person) > 1 and ((np.diff(person) == 0) & (np.diff(limit) == 0)).any():
        raise ValueError("The same pair is there twice.")
    net = network(
        at_most=np.array([one.at_most for one in people], dtype=np.int64),
        above=np.array([at_limit[one.within] if one.within else -1 for one in limits], dtype=np.int64),
        room=np.array([one.at_most for one in limits], dtype=np.int64),
        person=person,
        limit=limit,
    )
    return _worked_out(net, tuple(people), tuple(limits), points, check_first, progress)


def _worked_out(
    net: Network,
    people: tuple[Seeker, ...],
    limits: tuple[Limit, ...],
    points: Exact,
    check_first: NDArray[np.bool_],
    progress: Progress,
) -> Round:
    """Stage after stage: what an earlier one needs as it is, stays so."""
    stages = _stages(net, people, points)
    flow = np.zeros(len(net.tails), dtype=np.int64)
    free = np.ones(len(net.tails), dtype=bool)
    must = np.zeros(len(net.tails), dtype=np.int64)
    distances = []
    for stage, worth in enumerate(stages):
        progress(stage, len(stages), CHOOSING)
        flow = _begun(net, flow, free, must, worth)
        best = settled(net, flow, free, worth)
        flow = best.flow
        cost = best.reduced(net, worth)
        must = np.where(free, -np.sign(cost).astype(np.int64), must)
        free &= cost == 0
        distances.append(best.distance)
    progress(len(stages), len(stages), CHOOSING)
    return Round(net, people, limits, tuple(stages), check_first, flow, tuple(distances))


def _begun(net: Network, flow: Whole, free: NDArray[np.bool_], must: Whole, worth: Exact) -> Whole:
    """A flow to begin the stage with: what SciPy proposes if it is better and leaves earlier stages alone."""
    heavy = 2 * (net.people + 1) * (int(np.abs(worth).max(initial=0)) + 1)
    weigh = net.exact(worth.astype(object) + heavy * must.astype(object))
    within = weigh[net.within].copy()
    for limit in reversed(inside_first(net.above)):
        if net.above[limit] >= 0:
            within[limit] += within[net.above[limit]]
    adds = weigh[: net.pairs] + within[net.heads[: net.pairs] - 1 - net.people]
    proposed = net.flow_of(proposal(net, adds, weigh[net.firsts]))
    as_before = np.array_equal(proposed[~free], flow[~free])
    return proposed if as_before and (proposed * worth).sum() > (flow * worth).sum() else flow


def _stages(net: Network, people: tuple[Seeker, ...], points: Exact) -> list[Exact]:
    """What each arc is worth, in each of the stages."""
    person = net.tails[: net.pairs] - 1
    limit = net.heads[: net.pairs] - 1 - net.people
    waited = np.array([one.waited for one in people], dtype=object)
    earlier = (net.people - person) * (net.limits - limit)
    none = np.zeros(net.pairs, dtype=np.int64)
    nobody = np.zeros(net.people, dtype=np.int64)

    def each(pairs: Exact, firsts: Exact) -> Exact:
        rest = np.zeros(net.people + net.limits, dtype=np.int64)
        return net.exact(np.concatenate([pairs, firsts, rest]))

    return [
        each(none, nobody + 1),
        each(points, nobody),
        each(none, waited),
        each(points * waited[person], nobody),
        each(earlier, nobody),
    ]


def _numbered(names: Sequence[str]) -> dict[str, int]:
    found = {name: number for number, name in enumerate(names)}
    if len(found) < len(names):
        raise ValueError("A name is there twice.")
    return found
