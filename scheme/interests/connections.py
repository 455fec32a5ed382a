"""How two interests are connected: karaoke is a kind of singing, cricket and football are both team sports.

Two directed steps make most connections, so there are two graphs: `graph` with an edge from each interest to each broader
one, up to the headings; and `related_graph` for neighbours that are neither broader nor narrower. Both are built once
and frozen. Everything the score uses is a whole number from one table, `CLOSENESS`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np

from scheme.interests.listing import UnknownInterest, listing
from scheme.words import Words

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Link(Words):
    """The way two interests are connected, the plainest first: the earlier one wins when two are equally close."""

    SAME = "same", "The same"
    KIND_OF = "kind_of", "One is a kind of the other"
    SHARED = "shared", "Both are kinds of something"
    RELATED = "related", "They go together"
    SAME_HEADING = "same_heading", "Under the same heading"


# How close a connection is, 0 to 100, by its link and its number of steps: our judgement. Loving karaoke says a good
# deal about singing and less about music in general. Sharing only a heading ("sport") is a hint, no more. A
# connection that is not in the table does not count.
CLOSENESS: Mapping[tuple[Link, int], int] = MappingProxyType(
    {
        (Link.SAME, 0): 100,
        (Link.KIND_OF, 1): 60,
        (Link.KIND_OF, 2): 30,
        (Link.KIND_OF, 3): 20,
        (Link.SHARED, 2): 40,
        (Link.SHARED, 3): 20,
        (Link.RELATED, 1): 40,
    }
    | {(Link.SAME_HEADING, steps): 10 for steps in range(2, 9)}
)


@dataclass(frozen=True, slots=True)
class Connection:
    """How two interests are connected.

    ``path`` is the keys on the way, from the first interest to the second, both included. ``closeness`` is a whole
    number from 10 to 100, from `CLOSENESS`.
    """

    link: Link
    path: tuple[str, ...]
    closeness: int

    @property
    def through(self) -> str | None:
        """What both are kinds of (an interest or a heading), when that is what connects them."""
        if self.link not in (Link.SHARED, Link.SAME_HEADING):
            return None
        return next(key for key in self.path if key in ways_up(self.path[0]) and key in ways_up(self.path[-1]))


@lru_cache(maxsize=1)
def graph() -> nx.DiGraph[str]:
    """Every interest and heading, with an edge to each broader one. Frozen; node attribute ``heading`` is a bool."""
    broader: nx.DiGraph[str] = nx.DiGraph()
    broader.add_nodes_from(listing().headings, heading=True)
    broader.add_nodes_from(listing().lines, heading=False)
    broader.add_edges_from((key, parent) for key, line in listing().lines.items() for parent in line.is_a)
    nx.freeze(broader)
    return broader


@lru_cache(maxsize=1)
def related_graph() -> nx.Graph[str]:
    """Every interest, with an edge between those that go together. Frozen."""
    neighbours: nx.Graph[str] = nx.Graph()
    neighbours.add_nodes_from(listing().lines)
    neighbours.add_edges_from((key, other) for key, line in listing().lines.items() for other in line.related)
    nx.freeze(neighbours)
    return neighbours


@cache
def ways_up(key: str) -> Mapping[str, tuple[str, ...]]:
    """The shortest way from an interest to itself and to everything broader: ``{"singing": ("karaoke", "singing")}``.

    Of ways as short as each other, the first by its keys.

    Raises `UnknownInterest` for a key that is not an interest on the list.
    """
    if key not in listing().lines:
        raise UnknownInterest(f"{key!r} is not on the interests list.")
    ways = nx.single_source_all_shortest_paths(graph(), key)
    return MappingProxyType({broader: tuple(min(shortest)) for broader, shortest in ways})


def nearest(a: str, b: str) -> Connection | None:
    """The closest connection between two interests, or None. The other way round it is the same, its path reversed.

    Raises `UnknownInterest` for a key that is not on the list.
    """
    return min(_connections(a, b), key=_closest_then_plainest, default=None)


def _connections(a: str, b: str) -> Iterator[Connection]:
    up_from_a, up_from_b = ways_up(a), ways_up(b)
    if related_graph().has_edge(a, b):
        yield Connection(Link.RELATED, (a, b), CLOSENESS[Link.RELATED, 1])
    for meeting in up_from_a.keys() & up_from_b.keys():
        path = (*up_from_a[meeting], *reversed(up_from_b[meeting][:-1]))
        link = _link(a, b, meeting)
        if (link, len(path) - 1) in CLOSENESS:
            yield Connection(link, path, CLOSENESS[link, len(path) - 1])


def _link(a: str, b: str, meeting: str) -> Link:
    if a == b == meeting:
        return Link.SAME
    if meeting in (a, b):
        return Link.KIND_OF
    return Link.SAME_HEADING if meeting in listing().headings else Link.SHARED


def _closest_then_plainest(connection: Connection) -> tuple[int, int, int, list[str]]:
    """The same connection wins whichever side asks, so the last tie is broken by the keys and not by their direction."""
    return -connection.closeness, list(Link).index(connection.link), len(connection.path), sorted(connection.path)


@lru_cache(maxsize=1)
def closeness_matrix() -> tuple[tuple[str, ...], NDArray[np.int64]]:
    """Every interest's closeness to every other: the keys in the list's order, and whole numbers 0 to 100.

    The array cannot be written to. It says exactly what `nearest` says, with 0 for no connection.
    """
    keys = tuple(listing().lines)
    closeness = np.zeros((len(keys), len(keys)), dtype=np.int64)
    for row, key in enumerate(keys):
        for column in range(row, len(keys)):
            connection = nearest(key, keys[column])
            closeness[row, column] = closeness[column, row] = connection.closeness if connection else 0
    closeness.flags.writeable = False
    return keys, closeness
