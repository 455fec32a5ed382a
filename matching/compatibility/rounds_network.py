"""Introductions as a flow in whole numbers: from a hub to each person, along a pair into its limits, and back to the hub.

Whatever may be better shows as a way round through what is still free; when there is none, the distances from the hub
are prices, and prove it. Nothing here is ever rounded: numbers too large for a machine word become Python's own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]
Exact = NDArray[Any]
"""Whole numbers: machine words where no sum could leave them, Python's own otherwise."""

HUB = 0
SWEEPS_BETWEEN_LOOKS = 8
WORD = 2**60
"""Sums along any way stay below twice this."""


@dataclass(frozen=True, slots=True)
class Network:
    """Arcs with how much each may carry: all pairs first, then each person's first and further introductions, then limits.

    Node 0 is the hub, then come the people, then the limits.
    """

    people: int
    limits: int
    pairs: int
    tails: Whole
    heads: Whole
    capacity: Whole
    above: Whole
    """Of each limit, the number of the limit it is within, or -1."""

    @property
    def nodes(self) -> int:
        """The hub, the people and the limits."""
        return 1 + self.people + self.limits

    @property
    def firsts(self) -> slice:
        """The arcs of everybody's first introduction."""
        return slice(self.pairs, self.pairs + self.people)

    @property
    def furthers(self) -> slice:
        """The arcs of everybody's further introductions."""
        return slice(self.pairs + self.people, self.pairs + 2 * self.people)

    @property
    def within(self) -> slice:
        """The arc from each limit to the one it is within, or to the hub."""
        return slice(self.pairs + 2 * self.people, len(self.tails))

    def flow_of(self, chosen: Whole) -> Whole:
        """The flow of these pairs, by their numbers. The caller sees to it that they are within every limit."""
        flow = np.zeros(len(self.tails), dtype=np.int64)
        flow[chosen] = 1
        each = np.bincount(self.tails[chosen] - 1, minlength=self.people)
        flow[self.firsts] = np.minimum(each, 1)
        flow[self.furthers] = np.maximum(each - 1, 0)
        held = np.bincount(self.heads[chosen] - 1 - self.people, minlength=self.limits)
        for limits in inside_first(self.above):
            np.add.at(held, self.above[limits], held[limits])
        flow[self.within] = held
        return flow

    def unreached_as_around(self, distance: Exact, far: int) -> Exact:
        """The same, but a limit that cannot be reached is as far as the one it is within: nobody wants more room there."""
        around, begins = np.where(self.above < 0, HUB, 1 + self.people + self.above), 1 + self.people
        for limits in (np.flatnonzero(self.above < 0), *reversed(inside_first(self.above))):
            unreached = limits[distance[begins + limits] > far // 2]
            distance[begins + unreached] = distance[around[unreached]]
        return distance

    def exact(self, worth: Sequence[int] | Exact) -> Exact:
        """These numbers, one for each arc, so that no sum of them along a way is ever rounded."""
        largest = max((abs(int(one)) for one in (np.max(worth), np.min(worth))), default=0) if len(worth) else 0
        return np.array(worth, dtype=np.int64 if fits(largest, self.nodes) else object)


def fits(largest: int, nodes: int) -> bool:
    """Whether no sum of such numbers along any way can leave a machine word."""
    return largest * (nodes + 2) < WORD


def network(at_most: Whole, above: Whole, room: Whole, person: Whole, limit: Whole) -> Network:
    """The network of people who may have so many introductions, limits with so much room, and pairs of the two."""
    people, limits = len(at_most), len(room)
    everybody, held = 1 + np.arange(people), 1 + people + np.arange(limits)
    return Network(
        people=people,
        limits=limits,
        pairs=len(person),
        tails=np.concatenate([1 + person, np.full(2 * people, HUB), held]),
        heads=np.concatenate([1 + people + limit, everybody, everybody, np.where(above < 0, HUB, 1 + people + above)]),
        capacity=np.concatenate(
            [np.ones(len(person), dtype=np.int64), np.minimum(at_most, 1), np.maximum(at_most - 1, 0), room]
        ),
        above=above,
    )


def inside_first(above: Whole) -> list[Whole]:
    """The limits that are within another, those within most first. Raises ``ValueError`` if they go round in a ring."""
    depth = np.zeros(len(above), dtype=np.int64)
    at = above.copy()
    while (at >= 0).any():
        depth[at >= 0] += 1
        if depth.max() > len(above):
            raise ValueError("A limit cannot be within itself.")
        at = np.where(at >= 0, above[at], -1)
    return [np.flatnonzero(depth == deep) for deep in range(int(depth.max(initial=0)), 0, -1)]


@dataclass(frozen=True, slots=True)
class Settled:
    """The best flow, and how far each node is from the hub: what one more there would be worth, turned round."""

    flow: Whole
    distance: Exact


def settled(
    net: Network, flow: Whole, free: NDArray[np.bool_], worth: Exact, unit: int = 1, nearly: Exact | None = None
) -> Settled:
    """The best flow that can be reached by changing only the ``free`` arcs, and the proof that it is the best.

    How far nodes are that cannot be reached is a whole number of ``unit``. Distances that ``nearly`` prove it, each of
    them known, leave less to look at; what is found is as good whatever they are.
    """
    flow = flow.copy()
    while True:
        left = _Left.of(net, flow, free, worth)
        far = left.far(net.nodes, unit)
        distance, way_round = left.distances(net.nodes, far) if nearly is None else left.nearer(nearly)
        if way_round is None:
            return Settled(flow, distance if nearly is not None else net.unreached_as_around(distance, far))
        forwards, backwards = way_round
        most = min(
            int(np.min(net.capacity[forwards] - flow[forwards], initial=2**62)),
            int(np.min(flow[backwards], initial=2**62)),
        )
        flow[forwards] += most
        flow[backwards] -= most


@dataclass(frozen=True, slots=True)
class _Left:
    """What may still change: arcs with room, and arcs that carry something, turned round; in order of where they begin."""

    begins: Whole
    """Where the arcs of each node begin, and the end."""
    tails: Whole
    heads: Whole
    cost: Exact
    arcs: Whole
    """Which arc of the network: itself, or turned round its complement (``~arc``)."""

    @classmethod
    def of(cls, net: Network, flow: Whole, free: NDArray[np.bool_], worth: Exact) -> "_Left":
        onwards = np.flatnonzero(free & (flow < net.capacity))
        back = np.flatnonzero(free & (flow > 0))
        tails = np.concatenate([net.tails[onwards], net.heads[back]])
        order = np.argsort(tails, kind="stable")
        tails = tails[order]
        return cls(
            np.searchsorted(tails, np.arange(net.nodes + 1)),
            tails,
            np.concatenate([net.heads[onwards], net.tails[back]])[order],
            np.concatenate([-worth[onwards], worth[back]])[order],
            np.concatenate([onwards, ~back])[order],
        )

    def far(self, nodes: int, unit: int) -> int:
        """Further than twice as far as anything that can be reached; a whole number of ``unit``."""
        largest = max((abs(int(one)) for one in (self.cost.max(), self.cost.min())), default=0) if len(self.cost) else 0
        return -(-2 * (nodes + 2) * (largest + 1) // unit) * unit

    def distances(self, nodes: int, far: int) -> tuple[Exact, tuple[Whole, Whole] | None]:
        """How far each node is from the hub or, if some way round gains, which arcs it goes along and against.

        In sweeps: from all nodes that came nearer in one, the next looks on. Those that cannot be reached look on in the
        first, so that no way round is overlooked.
        """
        distance = np.full(nodes, far, dtype=self.cost.dtype)
        distance[HUB] = 0
        return self._swept(distance, np.arange(nodes))

    def nearer(self, known: Exact) -> tuple[Exact, tuple[Whole, Whole] | None]:
        """The same, from distances of all nodes that hold but for a few arcs: only what those change is looked at."""
        changed = known[self.tails] + self.cost < known[self.heads]
        return self._swept(known.copy(), np.unique(self.tails[changed]))

    def _swept(self, distance: Exact, nearer: Whole) -> tuple[Exact, tuple[Whole, Whole] | None]:
        came_by, sweep = np.full(len(distance), -1), 0
        while len(nearer):
            sweep += 1
            arcs = _stretches(self.begins[nearer], self.begins[nearer + 1])
            reached = distance[self.tails[arcs]] + self.cost[arcs]
            better = np.flatnonzero(reached < distance[self.heads[arcs]])
            arcs, reached = arcs[better], reached[better]
            heads = self.heads[arcs]
            np.minimum.at(distance, heads, reached)
            least = np.flatnonzero(reached == distance[heads])
            came_by[heads[least]] = arcs[least]
            nearer = np.unique(heads)
            if sweep % SWEEPS_BETWEEN_LOOKS == 0 and (ring := self._ring(came_by)):
                found = self.arcs[ring]
                return distance, (found[found >= 0], ~found[found < 0])
        return distance, None

    def _ring(self, came_by: Whole) -> list[int]:
        """The places of arcs that lead from one another round to the first, if any do."""
        came, tails = came_by.tolist(), self.tails
        seen = [0] * len(came)
        for number, start in enumerate(range(len(came)), start=1):
            node = start
            while seen[node] == 0 and came[node] >= 0:
                seen[node] = number
                node = int(tails[came[node]])
            if seen[node] == number and came[node] >= 0:
                ring, first = [came[node]], node
                node = int(tails[came[node]])
                while node != first:
                    ring.append(came[node])
                    node = int(tails[came[node]])
                return ring
        return []


def _stretches(begins: Whole, ends: Whole) -> Whole:
    """The numbers of all these stretches, one after another."""
    lengths = ends - begins
    before = np.cumsum(lengths) - lengths
    found: Whole = np.arange(lengths.sum()) + np.repeat(begins - before, lengths)
    return found
