"""Measure rounds beside other ways to suggest introductions for everybody at once: ``python -m benchmarks.rounds``.

Every pair is allowed, which is the hardest there is: in a real scheme the essentials leave about one in eight. What a real
scheme takes, profiles, scores and essentials included, is measured in a fresh process, so that nothing is warm.
"""

import argparse
import os
import platform
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter
from typing import Any

import networkx as nx
import numpy as np
from scipy.optimize import linprog
from scipy.sparse import coo_array

from benchmarks.invented import TODAY, Inventor
from matching.compatibility.all_pairs import score_all
from matching.compatibility.rounds import Limit, Round, Seeker, round_of
from matching.compatibility.rounds_spaces import Terms, suggest
from matching.compatibility.verdicts import Rules

SEED = 20_270_301
ASKS, SPACES = 2, 1
FOR_NETWORKX, FOR_HIGHS = 15_000, 200_000
"""The most pairs these are asked about: beyond, they take minutes."""

Answer = tuple[int, int]
"""How many people meet somebody, and all points together."""


@dataclass(frozen=True)
class Asked:
    """A scheme in which every pair may meet: each household has a space of two kinds, and asks for both together."""

    people: list[Seeker]
    limits: list[Limit]
    person: Any
    limit: Any
    points: Any

    @property
    def pairs(self) -> tuple[Any, Any, Any]:
        """Each pair's person, limit and points."""
        return self.person, self.limit, self.points

    @property
    def home(self) -> Any:
        """Which household each pair's limit is within."""
        return self.limit // 3


def asked(people: int, households: int) -> Asked:
    """Invented people and households, with the scores of real profiles."""
    inventor = Inventor(SEED)
    points = score_all(inventor.people(people), inventor.households(households)).together[1]
    lots = np.random.default_rng(SEED)
    limits = []
    for number in range(households):
        name = f"H{number:05}"
        limits += [Limit(name, ASKS), Limit(f"{name} a", SPACES, name), Limit(f"{name} b", SPACES, name)]
    kind = lots.integers(1, 3, size=points.shape)
    seekers = [Seeker(f"P{number:05}", int(days)) for number, days in enumerate(lots.integers(0, 400, size=people))]
    limit = (3 * np.arange(households) + kind).ravel()
    person = np.repeat(np.arange(people), households)
    return Asked(seekers, limits, person, limit, points.ravel().astype(np.int64))


def ours(given: Asked) -> Round:
    """The whole round: five stages and the proof."""
    none = np.zeros(len(given.points), dtype=bool)
    return round_of(given.people, given.limits, given.person, given.limit, given.points, none)


def greedy(given: Asked) -> Answer:
    """The best pair that still fits, again and again."""
    met, held = [False] * len(given.people), [0] * len(given.limits)
    total = 0
    order = np.argsort(-given.points, kind="stable")
    for person, limit, points in zip(*(each[order].tolist() for each in given.pairs), strict=True):
        home = limit - limit % 3
        if not met[person] and held[limit] < SPACES and held[home] < ASKS:
            met[person] = True
            held[limit] += 1
            held[home] += 1
            total += points
    return sum(met), total


def highs(given: Asked) -> Answer:
    """One linear programme, people and points as one float sum; SciPy's HiGHS."""
    count, pairs = len(given.people), len(given.points)
    rows = np.concatenate([given.person, count + given.limit, count + 3 * given.home])
    columns = np.tile(np.arange(pairs), 3)
    kept = coo_array((np.ones(3 * pairs), (rows, columns)), shape=(count + len(given.limits), pairs)).tocsr()
    most = np.concatenate([np.ones(count), [one.at_most for one in given.limits]])
    heavy = 100 * (count + 1)
    answer = linprog(-(given.points + heavy), A_ub=kept, b_ub=most, bounds=(0, 1), method="highs")
    chosen = answer.x > 0.5
    return int(chosen.sum()), int(given.points[chosen].sum())


def networkx(given: Asked) -> Answer:
    """Network simplex in Python's whole numbers."""
    graph: Any = nx.DiGraph()
    heavy = 100 * (len(given.people) + 1)
    graph.add_edges_from(("hub", person, {"capacity": 1}) for person in range(len(given.people)))
    for number, one in enumerate(given.limits):
        graph.add_edge(
            ("limit", number), "hub" if number % 3 == 0 else ("limit", 3 * (number // 3)), capacity=one.at_most
        )
    for person, limit, points in zip(*(each.tolist() for each in given.pairs), strict=True):
        graph.add_edge(person, ("limit", limit), capacity=1, weight=-points - heavy)
    least, flow = nx.network_simplex(graph)
    met = sum(flow["hub"].values())
    return met, -least - heavy * met


def beside_others(people: int, households: int) -> None:
    """One size, by every means that can be waited for."""
    given = asked(people, households)
    pairs = len(given.points)
    print(f"{people:,} people × {households:,} households, every one of {pairs:,} pairs allowed")
    found, seconds = taken(lambda: ours(given))
    assert found.is_the_best
    best = found.bound[0], found.bound[1]
    told("Alongside, five stages with proof", seconds, (found.totals[0], found.totals[1]), best)
    told("greedy", *reversed(taken(lambda: greedy(given))), best)
    if pairs <= FOR_HIGHS:
        told("HiGHS, two stages as one float sum", *reversed(taken(lambda: highs(given))), best)
    if pairs <= FOR_NETWORKX:
        told("networkx, two stages", *reversed(taken(lambda: networkx(given))), best)
    print()


def cold(people: int, households: int) -> None:
    """A real scheme in a process of its own: nothing was worked out before."""
    inventor = Inventor(SEED)
    everybody, homes = inventor.people(people), inventor.households(households)
    waited = {one.reference: number * 7 % 400 for number, one in enumerate(everybody)}
    found, seconds = taken(lambda: suggest(everybody, homes, Terms(Rules(TODAY), asks=ASKS, least=40, waited=waited)))
    assert found.round.is_the_best
    allowed = found.round.best.net.pairs
    print(
        f"{people:,} × {households:,}, a fresh process, from profiles to proof ({allowed:,} pairs allowed): {seconds:.2f} s"
    )


def taken(work: Callable[[], Any]) -> tuple[Any, float]:
    """What it finds, and the seconds it takes."""
    began = perf_counter()
    found = work()
    return found, perf_counter() - began


def told(what: str, seconds: float, answer: Answer, best: Answer) -> None:
    """One line."""
    gap = f"{best[0] - answer[0]:,} people and {best[1] - answer[1]:,} points from the bound"
    print(f"  {what:<36} {seconds:>8.2f} s   {answer[0]:>6,} people {answer[1]:>9,} points   {gap}", flush=True)


def main() -> None:
    """Measure and print."""
    given = argparse.ArgumentParser(prog="python -m benchmarks.rounds", description=__doc__)
    given.add_argument("--sizes", nargs="*", default=["150x100", "400x300", "1000x1000"], metavar="PxH")
    given.add_argument("--cold", metavar="PxH", help="only this, from profiles, in this process")
    chosen = given.parse_args()
    if chosen.cold:
        cold(*map(int, chosen.cold.split("x")))
        return
    print(
        f"Python {platform.python_version()}, NumPy {np.__version__}, {platform.machine()}, {os.cpu_count()} processors;"
    )
    print(f"the load of the machine was {os.getloadavg()[0]:.1f} when we began.\n")
    subprocess.run([sys.executable, "-m", "benchmarks.rounds", "--cold", "400x300"], check=True)
    print()
    for size in chosen.sizes:
        beside_others(*map(int, size.split("x")))


if __name__ == "__main__":
    main()
