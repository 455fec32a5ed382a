"""Both sides' sums for one pair, and the two together: a sum anyone can check with a pencil.

For each criterion a side is asked about, *weight* is the scheme's weight times how much it matters to this side, and a
*part* is weight × agreement. Parts add up to the side's total; its score is total ÷ Σ weight, rounded half up, once.
*Together* is the harmonic mean of the two shown scores, because a match is only as good as it is for the one it suits
least. Low and high are worked out just as likely is, and make the band.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from matching.compatibility.agreement import Agreement, half_up, harmonic
from matching.compatibility.both_asked import both_asked
from matching.compatibility.criterion import Compared, Criterion
from matching.compatibility.pairs import AnyParty, Pair, pair
from matching.compatibility.profiles import HouseholdProfile, PersonProfile
from matching.compatibility.weights import DEFAULT_WEIGHTS, Weights, mattering


@dataclass(frozen=True, slots=True)
class Part:
    """One criterion's share of a side's sum. ``whose`` names the member of a household whose answer decided it."""

    criterion: str
    scheme_weight: int
    matters: int
    agreement: Agreement
    whose: str | None = None

    @property
    def weight(self) -> int:
        """Scheme weight × how much it matters to this side."""
        return self.scheme_weight * self.matters

    @property
    def points(self) -> int:
        """What it adds to the total."""
        return self.weight * self.agreement.likely


Sums = tuple[int, int, int, int]
"""Σ weight, and Σ weight × agreement at its lowest, as likely and at its highest."""


@dataclass(frozen=True, slots=True)
class SideSum:
    """One side's parts. A side whose weights are all 0 has no view, and no score."""

    parts: tuple[Part, ...]

    whole: Sums = field(init=False, repr=False, compare=False)
    """What the score is worked out from."""
    by_name: Mapping[str, Part] = field(init=False, repr=False, compare=False)
    """Each part by its criterion's name."""

    def __post_init__(self) -> None:
        weights = low = likely = high = 0
        for part in self.parts:
            weight, agreement = part.weight, part.agreement
            weights += weight
            low += weight * agreement.low
            likely += weight * agreement.likely
            high += weight * agreement.high
        object.__setattr__(self, "whole", (weights, low, likely, high))
        object.__setattr__(self, "by_name", {part.criterion: part for part in self.parts})

    def sums(self, settled: str) -> Sums:
        """The same, as if one way of fitting, ``settled``, had turned out exactly as is likely."""
        weights, low, likely, high = self.whole
        if part := self.by_name.get(settled):
            low += part.weight * (part.agreement.likely - part.agreement.low)
            high += part.weight * (part.agreement.likely - part.agreement.high)
        return weights, low, likely, high

    @property
    def weight(self) -> int:
        """Σ weight."""
        return self.whole[0]

    @property
    def total(self) -> int:
        """Σ weight × agreement, as likely."""
        return self.whole[2]

    @property
    def total_low(self) -> int:
        """The total if every unknown turned out against."""
        return self.whole[1]

    @property
    def total_high(self) -> int:
        """The total if every unknown turned out well."""
        return self.whole[3]

    @property
    def score(self) -> Agreement | None:
        """Total ÷ Σ weight, rounded half up once; ``None`` without a view."""
        return scored(self.whole)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A pair, scored from both sides."""

    person: SideSum
    household: SideSum

    @property
    def together(self) -> Agreement | None:
        """Both sides as one; the other side's score if one has no view; ``None`` if neither has."""
        return together(self.person.score, self.household.score)


def scored(sums: Sums) -> Agreement | None:
    """Totals ÷ Σ weight, each rounded half up once; ``None`` without a view."""
    weight, low, likely, high = sums
    return Agreement(half_up(low, weight), half_up(likely, weight), half_up(high, weight)) if weight else None


def together(mine: Agreement | None, theirs: Agreement | None) -> Agreement | None:
    """Two sides' scores as one: see :attr:`Comparison.together`."""
    if mine is None or theirs is None:
        return mine or theirs
    return Agreement(
        harmonic(mine.low, theirs.low), harmonic(mine.likely, theirs.likely), harmonic(mine.high, theirs.high)
    )


def compare(person: PersonProfile, household: HouseholdProfile, weights: Weights = DEFAULT_WEIGHTS) -> Comparison:
    """Score one pair from both sides. Essentials are outside the sum: see :mod:`essentials`."""
    return compare_pair(pair(person, household), weights)


def compare_pair(pair: Pair, weights: Weights = DEFAULT_WEIGHTS) -> Comparison:
    """The same, for a pair already put side by side."""
    each = both_asked(pair)
    person = (_part(one.criterion, one.person, pair.person, weights) for one in each if one.person)
    household = (_part(one.criterion, one.household, pair.household, weights) for one in each if one.household)
    return Comparison(SideSum(tuple(person)), SideSum(tuple(household)))


Order = tuple[bool, int, int, int, str]


def order(person: Agreement | None, household: Agreement | None, together: Agreement | None, reference: str) -> Order:
    """Sort key: better together first, then the higher lesser side, then the higher band floor, then reference.

    Pairs without a number come last.
    """
    if together is None:
        return True, 0, 0, 0, reference
    lesser = min(score.likely for score in (person, household) if score is not None)
    return False, -together.likely, -lesser, -together.low, reference


def _part(criterion: Criterion, compared: Compared, mine: AnyParty, weights: Weights) -> Part:
    matters = mattering(mine.profile.matters, criterion.name)
    return Part(criterion.name, weights.of(criterion.name), matters, compared.agreement, compared.whose)
