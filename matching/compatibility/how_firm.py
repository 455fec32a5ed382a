"""How firmly an order holds: where each household could come in somebody's list if things turned out otherwise.

Two things may turn out otherwise. *What matters*: each answer to "how much does this matter" may be a step less or more,
0 to 3; the person's are the same beside every household, each household has its own. *What is not known*: each agreement
may be anything in its band. Nobody is left without a view: the last thing that matters to a side stays. Four ranges of places are told for each of the first few, among all that are handed in:

``any_one``     one answer about what matters, of the person or of any one household, a step less or more
``weights``     all of those at once
``unknowns``    everything not known, with what matters as it is
``everything``  both

``any_one`` is worked out by doing each of them, so it is exact. The others come from pairs: how many could pass, and how
many could be passed (see :mod:`firm_bounds`). No place outside such a range is possible. It is called exact where both
of its ends were also reached, for everybody at once, and nothing in it rests on an unknown: bands are taken to be apart
from one another, though one answer of the person's would move several of them, so the truth may be narrower, never wider.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from matching.compatibility.coded import Whole
from matching.compatibility.criteria import CRITERIA
from matching.compatibility.firm_lines import Lines, Table, goods_as_told, scores, side_scores, table
from matching.compatibility.firm_ranges import EVERYTHING, UNKNOWNS, WEIGHTS, Range, Variation
from matching.compatibility.profiles import HouseholdProfile, PersonProfile
from matching.compatibility.weights import DEFAULT_WEIGHTS, Weights
from matching.compatibility.what_to_ask import Side

FIRST_FEW = 5
"""For so many places it is told how firm they are (our judgement: more are rarely looked at side by side)."""


@dataclass(frozen=True, slots=True)
class Step:
    """One answer about what matters, a step less or more: the person's, or that of the household named."""

    side: Side
    household: str | None
    criterion: str
    title: str
    more: bool


@dataclass(frozen=True, slots=True)
class Turn:
    """A single step that alone would put another household first, and which."""

    step: Step
    first: str


@dataclass(frozen=True, slots=True)
class Reach:
    """One household's place now, and where it could come. ``rises_by``, ``falls_by``: the single step that does most."""

    reference: str
    place: int
    any_one: Range
    weights: Range
    unknowns: Range
    everything: Range
    rises_by: Step | None
    falls_by: Step | None


@dataclass(frozen=True, slots=True)
class HowFirm:
    """How firm somebody's order is: the first few in order, ``among`` so many."""

    among: int
    reaches: tuple[Reach, ...]
    turns: tuple[Turn, ...]
    """Every single step that would put another first, the person's own before the households'."""

    @property
    def stays(self) -> bool:
        """Whether the first stays first whatever one answer moves by a step."""
        return not self.turns

    @property
    def firm(self) -> bool:
        """Whether the first stays first whatever moves by a step and however everything unknown turns out."""
        return all(reach.everything.worst == 1 for reach in self.reaches[:1])


def how_firm(
    person: PersonProfile,
    households: Sequence[HouseholdProfile],
    weights: Weights = DEFAULT_WEIGHTS,
    few: int = FIRST_FEW,
) -> HowFirm:
    """How firm the order of these households is for this person. Leave out those ruled out: weights never change that."""
    return how_firm_is(table(person, households, weights), few)


def how_firm_is(beside: Table, few: int = FIRST_FEW) -> HowFirm:
    """The same, for lines already put beside each other."""
    if not beside.references:
        return HowFirm(0, (), ())
    moves = _Moves(beside)
    variations = [Variation(beside, each) for each in (WEIGHTS, UNKNOWNS, EVERYTHING)]
    reaches = tuple(
        _reach(moves, variations, row, place) for place, row in enumerate(moves.order[:few].tolist(), start=1)
    )
    return HowFirm(len(beside.references), reaches, tuple(moves.turns()))


def _reach(moves: "_Moves", variations: Sequence[Variation], row: int, place: int) -> Reach:
    weights, unknowns, everything = (each.range_of(row, place) for each in variations)
    any_one, rises_by, falls_by = moves.of(row, place)
    return Reach(moves.references[row], place, any_one, weights, unknowns, everything, rises_by, falls_by)


class _Moves:
    """Every single step, done: the person's, which moves everybody, and each household's own, which moves that one."""

    def __init__(self, beside: Table) -> None:
        self.references = beside.references
        self._later, self._length = beside.later, len(beside.references)
        person, household = (
            side_scores(each.weight, each.matters, each.agreement) for each in (beside.person, beside.household)
        )
        self.now = self._places(person, household)
        self.order: Whole = np.argsort(-self.now, kind="stable")
        self._persons, stepped = _stepped(beside.person)
        self._by_person = self._places(stepped, household[None])
        self._households, stepped = _stepped(beside.household)
        self._by_household = self._places(person[None], stepped)

    def _places(self, person: Whole, household: Whole) -> Whole:
        """What orders: the larger, the earlier. Bands are the last axis but one, households the last."""
        both = (np.moveaxis(each, -2, 0) for each in np.broadcast_arrays(person, household))
        return goods_as_told(*both) * max(1, self._length) + self._later

    def of(self, row: int, place: int) -> tuple[Range, Step | None, Step | None]:
        """The best and worst place one step could bring this one to, and the step that does."""
        found = list(self._places_of(row))
        best, rises_by = min(found, key=lambda each: each[0], default=(place, None))
        worst, falls_by = max(found, key=lambda each: each[0], default=(place, None))
        return (
            Range(min(best, place), max(worst, place), exact=True),
            rises_by if best < place else None,
            falls_by if worst > place else None,
        )

    def _places_of(self, row: int) -> Iterator[tuple[int, Step]]:
        """This one's place after every step that could change it."""
        after = 1 + (self._by_person > self._by_person[:, row, None]).sum(axis=1)
        yield from ((int(place), self._own(step)) for place, step in zip(after, self._persons, strict=True))
        others = np.delete(self.now, row)
        mine = 1 + (others[None] > self._by_household[:, row, None]).sum(axis=1)
        yield from ((int(place), self._theirs(step, row)) for place, step in zip(mine, self._households, strict=True))
        was, place = self.now > self.now[row], 1 + int((self.now > self.now[row]).sum())
        passing = (self._by_household > self.now[row]) != was
        passing[:, row] = False
        for number, other in np.argwhere(passing).tolist():
            yield place + (-1 if was[other] else 1), self._theirs(self._households[number], other)

    def turns(self) -> Iterator[Turn]:
        """Every single step after which another is first."""
        if self._length < 2:
            return
        first, second = self.order[:2].tolist()
        for step, new in zip(self._persons, self._by_person.argmax(axis=1).tolist(), strict=True):
            if new != first:
                yield Turn(self._own(step), self.references[new])
        falls = self._by_household[:, first] < self.now[second]
        for number in np.flatnonzero(falls).tolist():
            yield Turn(self._theirs(self._households[number], first), self.references[second])
        rises = self._by_household > self.now[first]
        rises[:, first] = False
        for number, new in np.argwhere(rises).tolist():
            yield Turn(self._theirs(self._households[number], new), self.references[new])

    def _own(self, step: tuple[int, bool]) -> Step:
        return _step(Side.PERSON, None, *step)

    def _theirs(self, step: tuple[int, bool], row: int) -> Step:
        return _step(Side.HOUSEHOLD, self.references[row], *step)


def _step(side: Side, household: str | None, column: int, more: bool) -> Step:
    return Step(side, household, CRITERIA[column].name, CRITERIA[column].title, more)


def _stepped(lines: Lines) -> tuple[Sequence[tuple[int, bool]], Whole]:
    """Every single step (column, whether more), and this side's scores after it: steps × bands × households.

    Where somebody's answer is at its end already it stays as it is.
    """
    share = lines.weight * lines.matters
    whole, total = share.sum(axis=1), (share * lines.agreement).sum(axis=2)
    steps: list[tuple[int, bool]] = []
    found = []
    for more, moved in ((True, lines.most), (False, lines.least)):
        by = lines.weight * (moved - lines.matters)
        columns = np.flatnonzero(by.any(axis=0))
        by, agreement = by[:, columns].T, np.moveaxis(lines.agreement[:, :, columns], 2, 0)
        by = np.where(whole + by == 0, 0, by)  # nobody is left without a view they have
        found.append(scores(total + by[:, None] * agreement, (whole + by)[:, None]))
        steps += [(column, more) for column in columns.tolist()]
    return steps, np.concatenate(found)
