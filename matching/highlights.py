"""What is read first about a pair: the strongest reasons for it, and for a worker the strongest to talk about.

Reasons are in the order of how much they lift the score, but what is true of nearly everybody comes after everything else:
that both speak English says nothing of this household. Words only, never sums.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from matching.compatibility.criteria import BY_NAME
from matching.compatibility.criterion import DIFFERS, FITS, Compared, Criterion, Reader
from matching.compatibility.explain import Explanation
from matching.compatibility.pairs import AnyParty, Pair, pair
from matching.compatibility.profiles import HouseholdProfile, PersonProfile
from matching.compatibility.score import Part, compare_pair
from matching.compatibility.sentences import part_sentence
from matching.compatibility.sets import Sets
from matching.compatibility.telling import Reason
from matching.compatibility.weights import Weights
from matching.lifecycle import Stage
from scheme.ways_of_living import Communication, Language

HALFWAY = 50
"""What somebody nobody has asked counts as: an agreement above it adds to a score, one below takes away."""

ORDINARY_THINGS: Mapping[str, frozenset[str]] = {
    "languages": frozenset({Language.ENGLISH}),
    "communication": frozenset({Communication.SPEECH}),
}
"""Of a way of fitting: things that say little while nothing else is shared (our judgement: most people share them)."""

ORDINARY_WAYS = frozenset({"smoking", "bus", "helpers", "pet_tempers"})
"""Ways of fitting that say little when they fit, because they mostly do: nobody smokes, nobody needs a bus (our judgement)."""


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
    def criterion(self) -> Criterion:
        """The way of fitting."""
        return BY_NAME[self.part.criterion]

    @cached_property
    def compared(self) -> Compared:
        """The two answers it rests on."""
        return self.criterion.compare(self.mine, self.theirs)

    @property
    def shared(self) -> frozenset[str]:
        """The things both sides named, where there are things to name."""
        shape = self.criterion.shape
        both = self.compared.wanted.answer, self.compared.found.answer
        return frozenset(shape.shared(*both)) if isinstance(shape, Sets) else frozenset()

    @property
    def fits(self) -> bool:
        """Whether it is a reason: it fits, or lifts the score by something both sides named."""
        return self.part.agreement.likely >= FITS or (self.pull > 0 and bool(self.shared))

    @property
    def ordinary(self) -> bool:
        """Whether it would be true of nearly everybody."""
        things = ORDINARY_THINGS.get(self.criterion.name, frozenset())
        return self.criterion.name in ORDINARY_WAYS or bool(self.shared and self.shared <= things)

    @property
    def sentence(self) -> str:
        """What it says."""
        return part_sentence(self.criterion, self.compared)


def highlights(
    person: PersonProfile, household: HouseholdProfile, weights: Weights, fits: int = 3, differs: int = 1
) -> Highlights:
    """Up to ``fits`` reasons and up to ``differs`` to talk about. A way of fitting is mentioned once, and only if it counts.

    Reasons: whatever fits, or lifts the score by something both sides named; by how much it lifts either side's score, and
    what is ordinary last. Equals stay in the order in which ways of fitting are declared.
    """
    return highlights_of(pair(person, household), weights, fits, differs)


def highlights_of(both: Pair, weights: Weights, fits: int = 3, differs: int = 1) -> Highlights:
    """The same, for a pair already put side by side."""
    compared = compare_pair(both, weights)
    lines = [_Line(part, both.person, both.household) for part in compared.person.parts]
    lines += [_Line(part, both.household, both.person) for part in compared.household.parts]
    counting = [line for line in lines if line.pull]
    best_first = sorted(counting, key=lambda line: -line.pull)
    return Highlights(
        _first(sorted((line for line in best_first if line.fits), key=lambda line: line.ordinary), fits),
        _first((line for line in reversed(best_first) if line.part.agreement.likely < DIFFERS), differs),
    )


def told_in_order(explanation: Explanation, reader: Reader, stage: Stage) -> tuple[str, ...]:
    """What a portal may tell this reader at this stage: what counts most for them first, what is true of nearly everybody last."""
    side = explanation.person_side if reader is Reader.PERSON else explanation.household_side
    weight = {part.criterion: part.weight for part in side.parts}
    behind = {reason.sentence: reason for reason in reversed(explanation.reasons)}

    def place(sentence: str) -> tuple[bool, int]:
        return _ordinary(behind[sentence]), -weight.get(behind[sentence].criterion, 0)

    return tuple(sorted(explanation.reasons_for(reader, stage), key=place))


def _ordinary(reason: Reason) -> bool:
    """As for a line, from what is told alone: an explanation that was kept holds no more."""
    things = frozenset(reason.things)
    return reason.criterion in ORDINARY_WAYS or bool(
        things and things <= ORDINARY_THINGS.get(reason.criterion, frozenset())
    )


def _first(lines: Iterable[_Line], most: int) -> tuple[str, ...]:
    """The first few, each way of fitting once."""
    first: dict[str, _Line] = {}
    for line in lines:
        first.setdefault(line.part.criterion, line)
    return tuple(line.sentence for line in islice(first.values(), most))
