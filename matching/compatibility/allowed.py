"""Every pair that nothing rules out and that is worth a price, looked for among all pairs, a tile at a time.

Rounds ask for this again and again: with the prices of everybody's introductions and of every household's spaces, which
pairs are worth at least what they would pay? Memory grows with what is found, not with what is looked through.
"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, fields
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from matching.compatibility import compiled_look
from matching.compatibility.all_pairs import Sums
from matching.compatibility.coded import Crowd, Whole, by_whose_home
from matching.compatibility.essentials_at_once import NOT, Standings, Turns
from matching.compatibility.first_few import shares
from matching.compatibility.profiles import HouseholdProfile, PersonProfile
from matching.compatibility.verdicts import Codes, Rules
from matching.compatibility.weights import Weights

LIKELY = 1


class Prices(NamedTuple):
    """What a pair has to be worth: ``gains[person]`` × its points ≥ ``person[person]`` + ``household[household]``.

    Whole numbers of 64 bits; gains are above nought. ``least`` is a number of points below which no pair is looked at.
    """

    person: Whole
    household: Whole
    gains: Whole
    least: int = 0

    @classmethod
    def none(cls, people: int, households: int, least: int = 0) -> Self:
        """No prices: every allowed pair with at least so many points."""
        return cls(
            np.zeros(people, dtype=np.int64),
            np.zeros(households, dtype=np.int64),
            np.ones(people, dtype=np.int64),
            least,
        )

    def among(self, columns: Whole) -> Self:
        """The same among some of the households, as the compiled loop expects them."""
        person, household, gains = (
            np.ascontiguousarray(each, dtype=np.int64) for each in (self.person, self.household[columns], self.gains)
        )
        return self._replace(person=person, household=household, gains=gains, least=int(self.least))


@dataclass(frozen=True, slots=True)
class Allowed:
    """Pairs that nothing rules out, an entry for each, in order of person, then of household."""

    row: Whole
    """Which person."""
    column: Whole
    """Which household."""
    turn: Turns
    """For which of the person's wishes it has least in the way; ``NO_WISH`` where no kind is shared."""
    obstacles: Codes
    """How much is to be checked first."""
    points: NDArray[np.int16]
    """Together, as likely. A pair for which neither side has a view has no number and is not here."""


def allowed(
    people: Crowd[PersonProfile],
    households: Crowd[HouseholdProfile],
    weights: Weights,
    rules: Rules,
    prices: Prices,
    some: slice | None = None,
    threads: int = 1,
) -> Allowed:
    """The pairs of ``some`` of these people (all otherwise) with any household that are worth these prices."""
    some = some or slice(0, len(people))
    found: list[Allowed] = []
    with threadpool_limits(limits=1, user_api="blas"):
        for group, columns in by_whose_home(households) if some.stop > some.start else ():
            if compiled_look.worth_it(some.stop - some.start, len(group)):
                asked = prices.among(columns)
                for pairs in compiled_look.CompiledLook(people, group, weights, rules, threads).worth(asked, some):
                    row, column, turn, obstacles, points = pairs.T
                    found.append(
                        Allowed(
                            row,
                            columns[column],
                            turn.astype(np.int8),
                            obstacles.astype(np.uint8),
                            points.astype(np.int16),
                        )
                    )
                continue
            look = _Look(Sums(people, group, weights), Standings(people, group, rules), columns, prices)
            with ThreadPoolExecutor(threads) as pool:
                for each in pool.map(look.through, shares(some, threads)):
                    found += each
    return _in_order(found)


@dataclass(frozen=True, slots=True)
class _Look:
    """Looking through households among whom the home is always on the same side."""

    sums: Sums
    standings: Standings
    columns: Whole
    prices: Prices

    def through(self, part: slice) -> list[Allowed]:
        """What is there for some people, a tile after another."""
        beside = None
        found = []
        for tile in self.sums.tiles(part):
            if beside is None or beside.columns != tile.columns:
                beside = self.standings.beside(tile.columns)
            obstacles, turn = beside.best_wish(tile.rows)
            points, homes = tile.together[:, 1], self.columns[tile.columns]
            price = self.prices.person[tile.rows, None] + self.prices.household[homes]
            worth = self.prices.gains[tile.rows, None] * points.astype(np.int64)
            suits = (obstacles < NOT) & (points >= max(self.prices.least, 0)) & (worth >= price)
            row, column = np.nonzero(suits)
            found.append(
                Allowed(
                    row + tile.rows.start,
                    homes[column],
                    turn[row, column],
                    obstacles[row, column],
                    points[row, column].astype(np.int16),
                )
            )
        return found


def _in_order(found: list[Allowed]) -> Allowed:
    none = [np.zeros(0, dtype=kind) for kind in (np.int64, np.int64, np.int8, np.uint8, np.int16)]
    whole = [
        np.concatenate([blank, *(getattr(each, one.name) for each in found)])
        for one, blank in zip(fields(Allowed), none, strict=True)
    ]
    order = np.lexsort((whole[1], whole[0]))
    return Allowed(*(each[order] for each in whole))
