"""Which of somebody's ties a home keeps and which it cuts, as a graph that can be read.

From the home to the places people meet at, and from each place to the people met there: an edge to a place says how far
it is, an edge to a person how often they are in touch and how far they would go for it. A person is kept if there is a
way to them from the home. It is the same as :mod:`reach` says in numbers; a property test holds the two together.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx

from matching.compatibility.home_readings import whereabouts
from matching.compatibility.nearness import NOT_TOLD, Whereabouts
from matching.compatibility.pairs import pair
from matching.compatibility.profiles import HouseholdProfile, PersonProfile, Tie
from matching.compatibility.tables import TIES
from scheme.words import Words

HOME = "home"
"""The node every way begins at. Places are ``("place", …)`` and people ``("who", …)``."""

Node = Any


class Holds(Words):
    """What becomes of a tie."""

    KEPT = "kept", "Within reach"
    PROBABLY = "probably", "Probably within reach"
    NOT_KNOWN = "not_known", "We cannot tell yet"
    CUT = "cut", "Out of reach"

    @classmethod
    def by(cls, low: int, likely: int, high: int) -> "Holds":
        """What one tie's agreement means."""
        if low:
            return cls.KEPT
        if likely == 100:
            return cls.PROBABLY
        return cls.NOT_KNOWN if high else cls.CUT


@dataclass(frozen=True, slots=True)
class Through:
    """A place that ties go through: who is met there, how many times a week, and how many of those would stay."""

    at: str
    who: tuple[str, ...]
    a_week: int
    kept: int


@dataclass(frozen=True, slots=True)
class Ties:
    """What becomes of each tie if this were their home."""

    by_holds: dict[Holds, tuple[Tie, ...]]
    through: tuple[Through, ...]
    """The places people are met at, the one with most meetings first."""

    @property
    def kept(self) -> tuple[Tie, ...]:
        """Those that stay within reach."""
        return self.by_holds[Holds.KEPT]

    @property
    def probably(self) -> tuple[Tie, ...]:
        """Those on the edge of what can be reached, from middle to middle within."""
        return self.by_holds[Holds.PROBABLY]

    @property
    def cut(self) -> tuple[Tie, ...]:
        """Those that would be out of reach."""
        return self.by_holds[Holds.CUT]

    @property
    def not_known(self) -> tuple[Tie, ...]:
        """Those we cannot tell about: met we do not know where, or on the edge and more likely beyond it."""
        return self.by_holds[Holds.NOT_KNOWN]

    @property
    def sentence(self) -> str:
        """How many contacts a week stay within reach; of people seen less often, how many people. It names nobody."""
        return counted((tie, holds) for holds, ties in self.by_holds.items() for tie in ties)


def ties_between(person: PersonProfile, household: HouseholdProfile) -> Ties | None:
    """What becomes of a person's ties in this household's home; nothing if they told of none, or would stay at home."""
    both = pair(person, household)
    if both.person.gives_home or not person.ties:
        return None
    return ties(person.ties, whereabouts(both.household))


def what_holds(tie: Tie, home: Whereabouts | None) -> Holds:
    """What becomes of one tie if this were their home."""
    return Holds.by(*TIES.worth(tie, home or NOT_TOLD))


def counted(each: Iterable[tuple[Tie, Holds]]) -> str:
    """:attr:`Ties.sentence`, of ties and what becomes of them."""
    held = [(tie.how_often.times_a_week, holds) for tie, holds in each]
    what = "weekly contact" if any(a_week for a_week, _ in held) else "contact"
    count, total = Counter[Holds](), 0
    for a_week, holds in held:
        contacts = a_week if what == "weekly contact" else 1
        count[holds] += contacts
        total += contacts
    kept, probably, open_ = count[Holds.KEPT], count[Holds.PROBABLY], count[Holds.NOT_KNOWN]
    of_all = f"of {total} {what}{'s' if total != 1 else ''} {'stays' if total == 1 else 'stay'} within reach"
    if kept or not probably:
        said = f"{kept} {of_all}, probably {kept + probably}." if probably else f"{kept} {of_all}."
    else:
        said = f"Probably {probably} {of_all}."
    return f"{said} About {open_} we cannot tell yet." if open_ else said


def ties(known: Sequence[Tie], home: Whereabouts | None) -> Ties:
    """What becomes of these ties if this were their home."""
    graph = ties_graph(known, home)
    found: dict[Holds, list[Tie]] = {holds: [] for holds in Holds}
    for before, after in nx.bfs_edges(graph, HOME):
        edge = graph.edges[before, after]
        if "tie" in edge:
            found[edge["holds"]].append(edge["tie"])
    by_holds = {holds: tuple(each) for holds, each in found.items()}
    return Ties(by_holds, tuple(sorted(_through(graph), key=lambda one: (-one.a_week, one.at))))


def ties_graph(known: Sequence[Tie], home: Whereabouts | None) -> "nx.Graph[Node]":
    """The home, the places and the people, with what holds on each last edge."""
    graph: nx.Graph[Node] = nx.Graph()
    graph.add_node(HOME)
    for number, tie in enumerate(known):
        holds = what_holds(tie, home)
        place = HOME if tie.wherever else ("place", tie.at, TIES.spot(tie)[:5])
        if place != HOME:
            graph.add_edge(HOME, place)
        graph.add_edge(place, ("who", number), tie=tie, holds=holds, a_week=tie.how_often.times_a_week)
    return graph


def _through(graph: "nx.Graph[Node]") -> Iterator[Through]:
    for place in graph.neighbors(HOME):
        met = [graph.edges[place, who] for who in graph.neighbors(place) if who != HOME] if place[0] == "place" else []
        if met and place[1]:
            yield Through(
                at=place[1],
                who=tuple(edge["tie"].label for edge in met),
                a_week=sum(edge["a_week"] for edge in met),
                kept=sum(edge["a_week"] for edge in met if edge["holds"] is Holds.KEPT),
            )
