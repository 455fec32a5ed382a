"""What rounds are measured with: invented people and households, and what each pair of them is worth."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from threadpoolctl import threadpool_limits

from benchmarks.invented import TODAY, Inventor
from matching.compatibility.all_pairs import Sums
from matching.compatibility.coded import Crowd
from matching.compatibility.rounds import Limit, Seeker
from matching.compatibility.rounds_grid import NOT_ALLOWED, Grid, Pairs
from matching.compatibility.rounds_looking import look
from matching.compatibility.verdicts import Rules
from matching.compatibility.weights import DEFAULT_WEIGHTS

SEED = 20_270_301
ASKS, SPACES = 2, 1
PEOPLE_AT_ONCE = 500

Answer = tuple[int, int]
"""How many people meet somebody, and all points together."""


@dataclass(frozen=True)
class Asked:
    """Each household has a space of two kinds, and asks for both together; each pair is for one of the two, by lot."""

    people: list[Seeker]
    limits: list[Limit]
    grid: Grid

    def everything(self) -> Pairs:
        """Every pair that is allowed."""
        return self.grid.everything()

    def few(self) -> Pairs:
        """Each side's best twenty."""
        return self.grid.first_few()


def asked(people: int, households: int, essentials: bool) -> Asked:
    """Invented people and households, with the scores of real profiles."""
    inventor, lots = Inventor(SEED), np.random.default_rng(SEED)
    everybody, homes = Crowd(inventor.people(people)), Crowd(inventor.households(households))
    points = _allowed(everybody, homes) if essentials else _every(everybody, homes)
    limits = []
    for number in range(households):
        name = f"H{number:05}"
        limits += [Limit(name, ASKS), Limit(f"{name} a", SPACES, name), Limit(f"{name} b", SPACES, name)]
    seekers = [Seeker(f"P{number:05}", int(days)) for number, days in enumerate(lots.integers(0, 400, size=people))]
    grid = Grid(
        points=points,
        turn=lots.integers(0, 2, size=points.shape, dtype=np.int8),
        check_first=np.zeros((people, -(-households // 8)), dtype=np.uint8),
        wishes=np.tile(np.arange(3), (people, 1)),
        limits=(3 * np.arange(households)[:, None] + np.array([1, 2, 0])).astype(np.int32),
    )
    return Asked(seekers, limits, grid)


def _every(people: Crowd[Any], homes: Crowd[Any]) -> Any:
    points = np.full((len(people), len(homes)), NOT_ALLOWED, dtype=np.int8)
    with threadpool_limits(limits=1, user_api="blas"):
        for tile in Sums(people, homes, DEFAULT_WEIGHTS).tiles():
            points[tile.rows, tile.columns] = tile.together[:, 1]
    return points


def _allowed(people: Crowd[Any], homes: Crowd[Any]) -> Any:
    points = np.full((len(people), len(homes)), NOT_ALLOWED, dtype=np.int8)
    for start in range(0, len(people), PEOPLE_AT_ONCE):
        some = slice(start, start + PEOPLE_AT_ONCE)
        points[some] = look(people[some], homes, DEFAULT_WEIGHTS, Rules(TODAY), 0).points
    return points
