"""One criterion as one side sees it, for a whole crowd beside another.

Either few different answers meet, and then each answer of the people is set beside the households of a tile once,
whoever gave it; or nearly everybody's answer is their own, and then all are compared with all. Both use the criterion's
own shape, and nothing else is a sum of agreements.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from matching.compatibility.agreement import Bands, Numbers, Rows
from matching.compatibility.coded import Coded, Crowd, Whole, key_of
from matching.compatibility.criteria import CRITERIA
from matching.compatibility.criterion import Criterion
from matching.compatibility.profiles import HouseholdProfile, PersonProfile
from matching.compatibility.remembering import Remembered
from matching.compatibility.weights import Weights, mattering

Against = Callable[[Rows], Bands]
"""How some people's answers agree with households that are already known."""

ONE_TABLE = 2**19
"""Up to so many pairs of different answers are compared once for all; more are compared tile by tile."""

REMEMBERED = 2**22
"""So many numbers are remembered of what answers of one profile agree with a crowd's: 16 MB beside each crowd at most."""

NO_WEIGHT: Numbers = np.zeros(0, dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Asked:
    """What one side is asked about, and how much it weighs for each profile of that side."""

    criterion: Criterion
    person_asks: bool
    people: Coded
    homes: Coded
    weight: Numbers
    table: Bands | None
    """People's different answers × ``[low, likely, high]`` × households' different answers, if they are few."""

    @property
    def personal(self) -> bool:
        """Whether nearly every person's answer is their own, so that setting different ones apart saves nothing."""
        return self.table is None and 2 * self.people.different > len(self.people.codes)

    def worth(self, columns: slice) -> Numbers:
        """What each different answer of people gets: × ``[low, likely, high]`` × these households.

        That is the agreement if the person asks, and the household's own weight × the agreement if the household does.
        """
        codes = self.homes.codes[columns]
        if self.table is None:
            by_answer = self.against(codes)(self.people.rows).transpose(1, 0, 2)
        else:
            by_answer = np.take(self.table, codes, axis=2)
        return by_answer if self.person_asks else by_answer * self.weight[columns]

    def points(self, rows: slice, mine: Rows, columns: slice, against: Against) -> Bands:
        """Weight × agreement of these people (``mine`` are their answers) with these households, each pair by itself."""
        bands = against(mine)
        bands *= self.weight[rows, None] if self.person_asks else self.weight[columns]
        return bands

    def lay_out(self, into: Numbers) -> None:
        """Write ``[low, likely, high]`` × the crowd. ``ValueError`` unless one profile is beside it."""
        if self.table is None:
            raise ValueError("Only of one beside many is all of it laid out.")
        if len(self.people.codes) == 1:
            np.take(self.table[self.people.codes[0]], self.homes.codes, axis=1, out=into, mode="clip")
        else:
            into.T[...] = np.take(self.table[:, :, self.homes.codes[0]], self.people.codes, axis=0)

    def weighing(self, weight: Numbers) -> "Asked":
        """The same, weighing so much for each profile of the side that is asked."""
        return Asked(self.criterion, self.person_asks, self.people, self.homes, weight, self.table)

    def answers(self, rows: slice) -> Rows:
        """These people's answers."""
        return self.people.of(self.people.codes[rows])[0]

    def against(self, homes: Whole) -> Against:
        """How any of the people's answers agree with these different answers of households: the least over the voices.

        A person has one voice.
        """
        theirs, begins = self.homes.of(homes)
        shape = self.criterion.shape
        ready = shape.ready(self.people.rows, theirs) if self.person_asks else None

        def agreed(mine: Rows) -> Bands:
            bands = ready(mine) if ready else shape.agree(theirs, mine, True).transpose(0, 2, 1)
            return bands if bands.shape[2] == len(homes) else np.minimum.reduceat(bands, begins[:-1], axis=2)

        return agreed


def all_asked(people: Crowd[PersonProfile], homes: Crowd[HouseholdProfile], weights: Weights) -> Sequence[Asked]:
    """Everything either side is asked about. Who is asked depends only on whose home it is, so one pair tells."""
    sides = _Sides(people, homes, turned=homes[0].is_homesharer)
    mine, theirs = people.parties(sides.turned)[0], homes.parties(not sides.turned)[0]
    asked = []
    for criterion in CRITERIA:
        points = weights.of(criterion.name)
        if criterion.asked_of(mine, theirs):
            asked.append(sides.asked(criterion, True).weighing(_weight(people, criterion.name, points)))
        if criterion.asked_of(theirs, mine):
            asked.append(sides.asked(criterion, False).weighing(_weight(homes, criterion.name, points)))
        people.let_go()
        homes.let_go()
    return [each for each in asked if each.weight.any()]


def _weight(whose: Crowd[Any], name: str, points: int) -> Numbers:
    """The scheme's weight × how much it matters to each."""
    if len(whose) == 1:
        return np.array([points * mattering(whose[0].matters, name)], dtype=np.float32)
    return whose.kept(("weight", name, points), lambda: (points * whose.matters(name, mattering)).astype(np.float32))


@dataclass(frozen=True, slots=True)
class _Sides:
    """The two crowds, and whether the home is the people's."""

    people: Crowd[PersonProfile]
    homes: Crowd[HouseholdProfile]
    turned: bool

    def asked(self, criterion: Criterion, person_asks: bool) -> Asked:
        """A way of fitting that is asked about, by whatever weight."""
        if (len(self.people) == 1) == (len(self.homes) == 1):
            return self._compared(criterion, person_asks)
        return self._one_beside_many(criterion, person_asks)

    def _one_beside_many(self, criterion: Criterion, person_asks: bool) -> Asked:
        """One profile after another is set beside the same crowd, and what they answer has mostly been answered before."""
        one_is_person = len(self.people) == 1
        one: Crowd[Any] = self.people if one_is_person else self.homes
        many: Crowd[Any] = self.homes if one_is_person else self.people
        reading = criterion.wants if person_asks is one_is_person else criterion.finds
        [party] = one.parties(self.turned is one_is_person)
        heard = frozenset([key_of(voice.answer) for voice in reading.heard(party)])
        remembered = many.kept("answered before", lambda: Remembered[Asked](REMEMBERED))
        return remembered.find(
            (criterion.name, person_asks, self.turned, heard),
            lambda: self._compared(criterion, person_asks),
            lambda found: found.table.size if found.table is not None else 0,
        )

    def _compared(self, criterion: Criterion, person_asks: bool) -> Asked:
        """Both sides' answers, and how each different one agrees with each, if that is worth knowing beforehand."""
        people, homes = self.people, self.homes
        wants = (criterion.name, "wants"), criterion.wants, criterion.shape.wants
        finds = (criterion.name, "finds"), criterion.finds, criterion.shape.finds
        mine = people.coded(*(wants if person_asks else finds), self.turned)
        theirs = homes.coded(*(finds if person_asks else wants), not self.turned)
        asked = Asked(criterion, person_asks, mine, theirs, NO_WEIGHT, None)
        few = mine.rows[0].shape[0] * theirs.rows[0].shape[0] <= ONE_TABLE and 2 * theirs.different <= len(homes)
        if not few and 1 not in (len(people), len(homes)):
            return asked
        table = asked.against(np.arange(theirs.different))(mine.rows)
        return replace(asked, table=np.ascontiguousarray(table.transpose(1, 0, 2)))
