"""Whether an answer that nobody has given yet could change who comes first in somebody's list.

Where the answers are a short list, each of them is given in turn to every way of fitting that reads it, and everybody is
scored again: "could" means that one of them does it. Where they are not (interests, places), what is open is put at both
ends of its band instead: "could" then means that nothing rules it out.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, combinations
from typing import Any

import numpy as np

from matching.compatibility.choices import Choices
from matching.compatibility.coded import Whole, by_whose_home, crowd
from matching.compatibility.criteria import CRITERIA
from matching.compatibility.criterion import Criterion
from matching.compatibility.firm_lines import (
    HIGH,
    LOW,
    Table,
    agreements,
    goods_as_told,
    side_scores,
    table,
)
from matching.compatibility.pairs import Pair, pair
from matching.compatibility.profiles import HouseholdProfile, PersonProfile
from matching.compatibility.readings import Reading, given
from matching.compatibility.weights import DEFAULT_WEIGHTS, Weights
from scheme.words import Words

SEVERAL = 6
"""Up to so many options every choice of several of them is tried; of more, each alone and all at once."""


@dataclass(frozen=True, slots=True)
class _Read:
    """One place where a fact is read: a criterion, by its column, and whether the person is the one who asks it."""

    column: int
    person_asks: bool

    @property
    def criterion(self) -> Criterion:
        return CRITERIA[self.column]

    def reading(self, of_person: bool) -> Reading:
        """How the fact is read of this side."""
        return self.criterion.wants if of_person == self.person_asks else self.criterion.finds

    def options(self, of_person: bool) -> Sequence[Words]:
        """What this side may answer, where the answers are a short list."""
        shape = self.criterion.shape
        if not isinstance(shape, Choices):
            return ()
        return shape.wanted if of_person == self.person_asks else shape.found


class First:
    """Who comes first for one person among these households; leave out those that are ruled out."""

    def __init__(
        self, person: PersonProfile, households: Sequence[HouseholdProfile], weights: Weights = DEFAULT_WEIGHTS
    ) -> None:
        self._person, self._households = person, crowd(households)
        self._table = table(person, self._households, weights)
        self._later = self._table.later
        self._first = int(self._places(self._table).argmax()) if len(self._households) else 0
        self._known: dict[tuple[str | None, str], bool] = {}

    def could_change(self, fact: str, household: str | None = None) -> bool:
        """Whether the person's answer about ``fact`` (a reading's name), or this household's, could."""
        if (household, fact) not in self._known:
            rows = self._households.places().get(household, ()) if household else range(len(self._households))
            could = len(self._households) > 1 and bool(rows) and self._could(fact, rows[0] if household else None)
            self._known[household, fact] = could
        return self._known[household, fact]

    def _could(self, fact: str, row: int | None) -> bool:
        reads = list(self._reads(fact, row))
        options = next(filter(None, (each.options(row is None) for each in reads)), ())
        if not reads:
            return False
        if not options:
            return self._could_at_ends(reads, row)
        tried = self._persons(reads, options) if row is None else self._households_own(reads, options, row)
        return any(int(self._places(each).argmax()) != self._first for each in tried)

    def _reads(self, fact: str, row: int | None) -> Iterator[_Read]:
        """Wherever this fact of the person's, or of this household's, is read and counts."""
        for lines, person_asks in ((self._table.person, True), (self._table.household, False)):
            weight = lines.weight if row is None else lines.weight[[row]]
            for column in np.flatnonzero(weight.any(axis=0)).tolist():
                read = _Read(column, person_asks)
                if read.reading(row is None).fact == fact:
                    yield read

    def _places(self, beside: Table) -> Whole:
        """What orders: the larger, the earlier."""
        sides = (side_scores(one.weight, one.matters, one.agreement) for one in (beside.person, beside.household))
        return goods_as_told(*sides) * len(self._later) + self._later

    def _changed(self, changes: Iterable[tuple[_Read, slice, Whole]]) -> Table:
        """The same lines with other agreements in these rows."""
        sides = {True: self._table.person.agreement.copy(), False: self._table.household.agreement.copy()}
        for read, rows, agreement in changes:
            sides[read.person_asks][:, rows, read.column] = agreement
        person, household = self._table.person, self._table.household
        return replace(
            self._table,
            person=replace(person, agreement=sides[True]),
            household=replace(household, agreement=sides[False]),
        )

    # --- every answer of a short list -----------------------------------------------------------------------------------------

    def _persons(self, reads: Sequence[_Read], options: Sequence[Words]) -> Iterator[Table]:
        """Everybody's lines with each answer the person might give."""
        answers = list(self._persons_answers(reads[0], options))
        found = [(each, self._agreements(each, answers)) for each in reads]
        for number in range(len(answers)):
            yield self._changed((each, slice(None), bands[:, number]) for each, bands in found)

    def _persons_answers(self, read: _Read, options: Sequence[Words]) -> Iterator[Words | frozenset[Words]]:
        """Each option; where several may be chosen, several."""
        yield from options
        if read.reading(of_person=True).heard(pair(self._person, self._households[0]).person)[0].answer == frozenset():
            sizes = range(2, len(options) + 1) if len(options) <= SEVERAL else (len(options),)
            yield from map(frozenset, chain.from_iterable(combinations(options, size) for size in sizes))

    def _agreements(self, read: _Read, answers: Sequence[Any]) -> Whole:
        """``[low, likely, high]`` × these answers × households; 0 beside a household where it is not asked."""
        shape = read.criterion.shape
        rows = shape.wants(answers) if read.person_asks else shape.finds(answers)
        found = np.zeros((3, len(answers), len(self._later)), dtype=np.int64)
        for group, places in by_whose_home(self._households):
            found[:, :, places] = agreements(read.criterion, rows, group, read.person_asks)
        return found

    def _households_own(self, reads: Sequence[_Read], options: Sequence[Words], row: int) -> Iterator[Table]:
        """Everybody's lines with each answer this household might give, where somebody in it has not."""
        both = pair(self._person, self._households[row])
        for option in options:
            yield self._changed((each, slice(row, row + 1), _least(each, both, option)[:, None]) for each in reads)

    # --- either end of a band -------------------------------------------------------------------------------------------------

    def _could_at_ends(self, reads: Sequence[_Read], row: int | None) -> bool:
        """Whether another could come first if what is open here turned out as well, or as badly, as it can."""
        rows = slice(None) if row is None else slice(row, row + 1)
        lowest, highest = (self._places(self._changed(self._at_end(reads, rows, end))) for end in (LOW, HIGH))
        return bool(np.delete(highest, self._first).max() > lowest[self._first])

    def _at_end(self, reads: Sequence[_Read], rows: slice, end: int) -> Iterator[tuple[_Read, slice, Whole]]:
        for read in reads:
            lines = self._table.person if read.person_asks else self._table.household
            yield read, rows, lines.agreement[end, rows, read.column]


def _least(read: _Read, both: Pair, option: Words) -> Whole:
    """``[low, likely, high]`` were this answer given wherever the household has none: the least over its voices."""
    wants = read.criterion.wants.heard(both.person if read.person_asks else both.household)
    finds = read.criterion.finds.heard(both.household if read.person_asks else both.person)
    theirs, mine = (finds, wants) if read.person_asks else (wants, finds)
    each = []
    for voice in theirs:
        answer = voice.answer if given(voice.answer) else option
        asked = (mine[0].answer, answer) if read.person_asks else (answer, mine[0].answer)
        found = read.criterion.between(*asked).agreement
        each.append((found.low, found.likely, found.high))
    least: Whole = np.array(each, dtype=np.int64).min(axis=0)
    return least
