"""What a worker reads first about a pair: the strongest reasons for it, and the strongest to talk about."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice

from matching.compatibility.criteria import BY_NAME
from matching.compatibility.criterion import DIFFERS, FITS
from matching.compatibility.pairs import AnyParty, pair
from matching.compatibility.profiles import HouseholdProfile, PersonProfile
from matching.compatibility.score import Part, compare_pair
from matching.compatibility.sentences import part_sentence
from matching.compatibility.weights import Weights

HALFWAY = 50
"""What somebody nobody has asked counts as: an agreement above it adds to a score, one below takes away."""


@dataclass(frozen=True)
class Highlights:
    """Sentences in a worker's words: what fits, and what differs, the weightiest for either side first."""

    reasons: tuple[str, ...]
    to_talk_about: tuple[str, ...]


@dataclass(frozen=True)
class _Line:
    """A part of one side's sum, and the two parties as that side sees them."""

    part: Part
    mine: AnyParty
    theirs: AnyParty

    @property
    def pull(self) -> int:
        """By how much it lifts or lowers this side's total."""
        return self.part.weight * (self.part.agreement.likely - HALFWAY)

    @property
    def sentence(self) -> str:
        """What it says."""
        criterion = BY_NAME[self.part.criterion]
        return part_sentence(criterion, criterion.compare(self.mine, self.theirs))


def highlights(
    person: PersonProfile, household: HouseholdProfile, weights: Weights, fits: int = 3, differs: int = 1
) -> Highlights:
    """Up to ``fits`` reasons and up to ``differs`` to talk about. A way of fitting is mentioned once, and only if it counts."""
    both = pair(person, household)
    compared = compare_pair(both, weights)
    lines = [_Line(part, both.person, both.household) for part in compared.person.parts]
    lines += [_Line(part, both.household, both.person) for part in compared.household.parts]
    counting = sorted((line for line in lines if line.pull), key=lambda line: line.pull)
    return Highlights(
        _first(reversed(counting), fits, lambda line: line.part.agreement.likely >= FITS),
        _first(counting, differs, lambda line: line.part.agreement.likely < DIFFERS),
    )


def _first(lines: Iterable[_Line], most: int, wanted: Callable[[_Line], bool]) -> tuple[str, ...]:
    first: dict[str, _Line] = {}
    for line in filter(wanted, lines):
        first.setdefault(line.part.criterion, line)
    return tuple(line.sentence for line in islice(first.values(), most))
