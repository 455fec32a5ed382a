"""One profile beside a crowd of the other side: every agreement laid out once, and from it all their scores and every lift.

The same sums as :mod:`all_pairs`, where all of them fit into a table: everything either side is asked
about × low, likely, high × the crowd. Property tests hold it to what is explained for one pair.
"""

from collections.abc import Iterable, Iterator, Reversible, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from matching.compatibility.agreement import UNKNOWN, Numbers, halves_up
from matching.compatibility.all_pairs import NO_NUMBER, together_of
from matching.compatibility.asked import Asked, all_asked
from matching.compatibility.coded import Crowd, Whole, by_whose_home
from matching.compatibility.lifting import Lift, Lifts
from matching.compatibility.profiles import HouseholdProfile, PersonProfile
from matching.compatibility.weights import Weights


@dataclass(frozen=True)
class OneBesideMany:
    """One person beside households or, if there is one household, it beside people. ``ValueError`` if both are crowds."""

    people: Crowd[PersonProfile]
    households: Crowd[HouseholdProfile]
    weights: Weights

    def __post_init__(self) -> None:
        if 1 not in (len(self.people), len(self.households)):
            raise ValueError("One of the two sides is one profile.")

    @cached_property
    def scores(self) -> Numbers:
        """``[person, household, together]`` × ``[low, likely, high]`` × the crowd; ``NO_NUMBER`` where there is none."""
        found = np.full((3, 3, len(self.people) * len(self.households)), NO_NUMBER, dtype=np.float32)
        for group in self._groups:
            person, household = group.score(person_asks=True), group.score(person_asks=False)
            found[:, :, group.places] = person, household, together_of(person, household)
        return found

    def lifts(self, places: Sequence[int]) -> Sequence[Lifts]:
        """By how much each way of fitting lifts a side's total, with whoever stands at these places in the crowd."""
        found: dict[int, Lifts] = {}
        for group in self._groups:
            here, _, columns = np.intersect1d(places, group.places, return_indices=True)
            found |= zip(here.tolist(), group.lifts(columns), strict=True)
        return [found[place] for place in places]

    @cached_property
    def _groups(self) -> "Sequence[_Group]":
        """Whose home it is decides who is asked what, so the two groups of households are looked at apart."""
        if not len(self.people):
            return ()
        groups = by_whose_home(self.households)
        if len(self.households) == 1:
            return [_group(self.people, group, self.weights, np.arange(len(self.people))) for group, _ in groups]
        return [_group(self.people, group, self.weights, places) for group, places in groups]


@dataclass(frozen=True, slots=True)
class _Group:
    """Those of the crowd for whom the home is on the same side: at which places they stand, and how they agree."""

    places: Whole
    asked: Sequence[Asked]
    """What the person is asked about, then what the household is."""
    agreements: Numbers
    """What is asked × ``[low, likely, high]`` × these."""
    weights: Numbers
    """What is asked × these."""

    def score(self, person_asks: bool) -> Numbers:
        """One side's total ÷ Σ weight, rounded half up once."""
        of_person = sum(each.person_asks for each in self.asked)
        mine = slice(0, of_person) if person_asks else slice(of_person, None)
        weights = self.weights[mine]
        weight, totals = weights.sum(axis=0), np.einsum("an,abn->bn", weights, self.agreements[mine])
        return np.where(weight == 0, np.float32(NO_NUMBER), halves_up(totals, weight))

    def lifts(self, columns: Whole) -> Sequence[Lifts]:
        """Of each of these pairs."""
        likely = self.agreements[:, 1, columns]
        by = self.weights[:, columns] * (likely - np.float32(UNKNOWN.likely))
        in_order = np.argsort(-by, axis=0, kind="stable")
        each = zip(*(table.astype(np.int64).T.tolist() for table in (in_order, by, likely)), strict=True)
        return [_BestFirst(self.asked, *pair) for pair in each]


@dataclass(frozen=True, slots=True)
class _BestFirst(Reversible[Lift]):
    """The lifts of one pair, each made when it is looked at: a list says a few of them, from either end."""

    asked: Sequence[Asked]
    in_order: Sequence[int]
    by: Sequence[int]
    likely: Sequence[int]

    def __iter__(self) -> Iterator[Lift]:
        return self._made(self.in_order)

    def __reversed__(self) -> Iterator[Lift]:
        return self._made(reversed(self.in_order))

    def _made(self, places: Iterable[int]) -> Iterator[Lift]:
        for place in places:
            if self.by[place]:
                asked = self.asked[place]
                yield Lift(asked.criterion, asked.person_asks, self.by[place], self.likely[place])


def _group(people: Crowd[PersonProfile], homes: Crowd[HouseholdProfile], weights: Weights, places: Whole) -> _Group:
    asked = sorted(all_asked(people, homes, weights), key=lambda each: not each.person_asks)
    agreements = np.empty((len(asked), 3, len(places)), dtype=np.float32)
    weighs = np.empty((len(asked), len(places)), dtype=np.float32)
    for number, each in enumerate(asked):
        each.lay_out(agreements[number])
        weighs[number] = each.weight
    return _Group(places, asked, agreements, weighs)
