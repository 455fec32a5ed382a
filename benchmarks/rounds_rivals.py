"""Others' ways to suggest introductions for everybody at once: the same people, limits and points, people before points.

Each in its own idiom, as its manual would have it. Whatever builds their matrices or graphs is counted with them.
"""

from collections.abc import Callable
from typing import Any

import networkx as nx
import numpy as np
from scipy.optimize import linprog
from scipy.sparse import coo_array, csr_array
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

from benchmarks.rounds_asked import ASKS, SPACES, Answer, Asked
from matching.compatibility.rounds_grid import Pairs

try:
    from ortools.graph.python.min_cost_flow import SimpleMinCostFlow
except ImportError:  # make bench fetches it; nothing else needs it
    SimpleMinCostFlow = None


def greedy(given: Asked, pairs: Pairs) -> Answer:
    """The best pair that still fits, again and again."""
    met, held = [False] * len(given.people), [0] * len(given.limits)
    total = 0
    order = np.argsort(-pairs.points, kind="stable")
    for person, limit, points in zip(*(each[order].tolist() for each in _columns(pairs)), strict=True):
        home = limit - limit % 3
        if not met[person] and held[limit] < SPACES and held[home] < ASKS:
            met[person] = True
            held[limit] += 1
            held[home] += 1
            total += points
    return sum(met), total


def scipy(given: Asked, pairs: Pairs) -> Answer:
    """SciPy's sparse matching: a column for each space (asks are as many as spaces), and one of their own for nobody."""
    people, limits = len(given.people), len(given.limits)
    heavy = 100.0 * (people + 1)
    nobody = limits + np.arange(people)
    weights = np.concatenate([pairs.points + heavy, np.full(people, 0.5)])
    at = np.concatenate([pairs.person, np.arange(people)]), np.concatenate([pairs.limit, nobody])
    table = csr_array((weights, at), shape=(people, limits + people))
    rows, columns = min_weight_full_bipartite_matching(table, maximize=True)
    chosen = columns < limits
    return int(chosen.sum()), int((np.asarray(table[rows, columns]).ravel()[chosen] - heavy).sum())


def highs(given: Asked, pairs: Pairs) -> Answer:
    """One linear programme, people and points as one float sum; SciPy's HiGHS."""
    count, heavy = len(given.people), 100 * (len(given.people) + 1)
    rows = np.concatenate([pairs.person, count + pairs.limit, count + pairs.limit - pairs.limit % 3])
    columns = np.tile(np.arange(len(pairs)), 3)
    kept = coo_array((np.ones(len(rows)), (rows, columns)), shape=(count + len(given.limits), len(pairs))).tocsr()
    most = np.concatenate([np.ones(count), [one.at_most for one in given.limits]])
    answer = linprog(-(pairs.points + heavy), A_ub=kept, b_ub=most, bounds=(0, 1), method="highs")
    chosen = answer.x > 0.5
    return int(chosen.sum()), int(pairs.points[chosen].sum())


def networkx(given: Asked, pairs: Pairs) -> Answer:
    """Network simplex in Python's whole numbers."""
    graph: Any = nx.DiGraph()
    heavy = 100 * (len(given.people) + 1)
    graph.add_edges_from(("hub", person, {"capacity": 1}) for person in range(len(given.people)))
    for number, one in enumerate(given.limits):
        wider = "hub" if number % 3 == 0 else ("limit", number - number % 3)
        graph.add_edge(("limit", number), wider, capacity=one.at_most)
    for person, limit, points in zip(*(each.tolist() for each in _columns(pairs)), strict=True):
        graph.add_edge(person, ("limit", limit), capacity=1, weight=-points - heavy)
    least, flow = nx.network_simplex(graph)
    met = sum(flow["hub"].values())
    return met, -least - heavy * met


def or_tools(given: Asked, pairs: Pairs) -> Answer:
    """OR-Tools' minimum-cost flow; who meets nobody goes round by an arc that is worth nothing."""
    people, limits, heavy = len(given.people), np.arange(len(given.limits)), 100 * (len(given.people) + 1)
    hub, persons = people + len(limits), np.arange(people)
    flow = SimpleMinCostFlow()
    arcs = flow.add_arcs_with_capacity_and_unit_cost(
        pairs.person, people + pairs.limit, np.ones(len(pairs), dtype=np.int64), -(pairs.points + heavy)
    )
    wider = np.where(limits % 3 == 0, hub, people + limits - limits % 3)
    room = np.array([one.at_most for one in given.limits])
    flow.add_arcs_with_capacity_and_unit_cost(people + limits, wider, room, np.zeros(len(limits), dtype=np.int64))
    none = np.zeros(people, dtype=np.int64)
    flow.add_arcs_with_capacity_and_unit_cost(persons, np.full(people, hub), none + 1, none)
    flow.set_nodes_supplies(np.append(persons, hub), np.append(none + 1, -people))
    if flow.solve() != flow.OPTIMAL:
        raise RuntimeError("OR-Tools found no flow.")
    chosen = flow.flows(arcs) > 0
    return int(chosen.sum()), int(pairs.points[chosen].sum())


def _columns(pairs: Pairs) -> tuple[Any, Any, Any]:
    return pairs.person, pairs.limit, pairs.points


Rival = Callable[[Asked, Pairs], Answer]
RIVALS: list[tuple[str, int, bool, Rival]] = [
    ("greedy", 15_000_000, True, greedy),
    ("SciPy sparse matching, one float sum", 5_000_000, True, scipy),
    ("HiGHS, one float sum", 500_000, True, highs),
    ("networkx network simplex", 20_000, False, networkx),
]
"""What each is called, how many pairs it can be waited for with, and whether it is else handed each side's best twenty."""
if SimpleMinCostFlow:
    RIVALS.insert(1, ("OR-Tools minimum-cost flow", 15_000_000, True, or_tools))
