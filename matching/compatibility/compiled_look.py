"""Looking through all pairs with the compiled loop, a block of households at a time, people shared out among threads."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from importlib.util import find_spec
from typing import TYPE_CHECKING

import numpy as np

from matching.compatibility import flat
from matching.compatibility.all_pairs import slices
from matching.compatibility.asked import all_asked
from matching.compatibility.coded import Crowd, Whole
from matching.compatibility.essentials_at_once import Standings
from matching.compatibility.profiles import HouseholdProfile, PersonProfile
from matching.compatibility.verdicts import Rules
from matching.compatibility.weights import Weights

if TYPE_CHECKING:
    from matching.compatibility.allowed import Prices

WORTH_COMPILING = 1_000_000
"""From so many pairs on. Fewer take less than half a second in tiles, and compiling takes seconds the first time of all."""

HOUSEHOLDS_AT_ONCE = 4096
"""So many households' facts stay close to a processor while everybody is set beside them."""

PAIRS_AT_ONCE = 2**15


@cache
def installed() -> bool:
    """Whether the extra is there."""
    return find_spec("numba") is not None


def worth_it(people: int, households: int) -> bool:
    """Whether the compiled loop is there and so much is to be done that it pays."""
    return people * households >= WORTH_COMPILING and installed()


@dataclass(frozen=True, slots=True)
class _Block:
    """Some households, and all that the loop needs to set people beside them."""

    start: int
    wide: int
    sides: tuple[flat.FlatSide, flat.FlatSide]
    stands: flat.FlatStandings


class CompiledLook:
    """A crowd of people and households among whom the home is always on the same side."""

    def __init__(
        self,
        people: Crowd[PersonProfile],
        homes: Crowd[HouseholdProfile],
        weights: Weights,
        rules: Rules | None,
        threads: int,
    ) -> None:
        asked = all_asked(people, homes, weights)
        mine, theirs = ([each for each in asked if each.person_asks is person_asks] for person_asks in (True, False))
        self._people, self._homes, self._threads = len(people), len(homes), threads
        with ThreadPoolExecutor(threads) as pool:
            self._person = flat.flat_side(mine, True, len(people), len(homes), pool.map), mine
            self._household = flat.flat_side(theirs, False, len(people), len(homes), pool.map), theirs
        self._standings = Standings(people, homes, rules) if rules else None
        self._stands = flat.flat_standings(self._standings, len(people)) if self._standings else flat.no_standings()

    def better(self, best: Whole, names: Whole, size: int) -> None:
        """Better everybody's best so far: places in the order of :class:`first_few.Order`, and figures."""
        from matching.compatibility import compiled

        order = np.argsort(-best[0], axis=1, kind="stable")
        best[:] = np.take_along_axis(best, order[None], axis=2)
        ruled = self._standings is not None

        def look(block: _Block, part: slice) -> None:
            rows, kept = (part.start, part.stop), compiled.room(block.wide)
            compiled.first_few(block.sides, block.stands, ruled, block.start, block.wide, rows, best, names, size, kept)

        with ThreadPoolExecutor(self._threads) as pool:
            for block in self._blocks(pool):
                list(pool.map(partial(look, block), self._parts(slice(0, self._people))))

    def worth(self, prices: "Prices", some: slice) -> Iterator[Whole]:
        """A row for each pair worth these prices: person, household, wish, what stands in the way, points."""
        from matching.compatibility import compiled

        def look(block: _Block, part: slice) -> list[Whole]:
            found, begin, kept = [], part.start, compiled.room(block.wide)
            pairs = np.empty((max(block.wide, PAIRS_AT_ONCE), 5), dtype=np.int64)
            while begin < part.stop:
                rows = begin, part.stop
                count, begin = compiled.worth(
                    block.sides, block.stands, block.start, block.wide, rows, prices, pairs, kept
                )
                found.append(pairs[:count].copy())
            return found

        with ThreadPoolExecutor(self._threads) as pool:
            for block in self._blocks(pool):
                for found in pool.map(partial(look, block), self._parts(some)):
                    yield from found

    def _blocks(self, pool: ThreadPoolExecutor) -> Iterator[_Block]:
        for columns in slices(0, self._homes, HOUSEHOLDS_AT_ONCE):
            person, household = (flat.with_points(*side, columns) for side in (self._person, self._household))
            stands = self._stands
            if self._standings:
                stands = flat.with_answers(stands, self._standings, columns, pool.map)
            yield _Block(columns.start, columns.stop - columns.start, (person, household), stands)

    def _parts(self, some: slice) -> list[slice]:
        """Shorter than each thread's share, so that none waits long for another."""
        return list(slices(some.start, some.stop, max(1, -(-(some.stop - some.start) // (4 * self._threads)))))
