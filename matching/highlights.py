"""What is read first about a pair: the strongest reasons for it, and for a worker the strongest to talk about.

Reasons are in the order of how much they lift the score, but what is true of nearly everybody comes after everything else:
that both speak English says nothing of this household. Words only, never sums.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from matching.compatibility.criterion import DIFFERS, FITS, Compared, Reader
from matching.compatibility.explain import Explanation
from matching.compatibility.lifting import Lift, Lifts, lifts_of
from matching.compatibility.pairs import AnyParty, Pair, pair
from matching.compatibility.profiles import HouseholdProfile, PersonProfile
from matching.compatibility.sentences import part_sentence
from matching.compatibility.sets import Sets
from matching.compatibility.telling import Reason
from matching.compatibility.weights import Weights
from matching.lifecycle import Stage
from scheme.ways_of_living import Communication, Language

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
    """A way of fitting that counts for one side, and the two parties as that side sees them."""

    lift: Lift
    mine: AnyParty
    theirs: AnyParty

    @cached_property
    def compared(self) -> Compared:
        """The two answers it rests on."""
        return self.lift.criterion.compare(self.mine, self.theirs)

    @cached_property
    def shared(self) -> frozenset[str]:
        """The things both sides named, where there are things to name."""
        shape = self.lift.criterion.shape
        if not isinstance(shape, Sets):
            return frozenset()
        return frozenset(self.compared.between.common.shared)

    @property
    def fits(self) -> bool:
        """Whether it is a reason: it fits, or lifts the score by something both sides named."""
        return self.lift.likely >= FITS or (self.lift.by > 0 and bool(self.shared))

    @property
    def ordinary(self) -> bool:
        """Whether it would be true of nearly everybody."""
        name = self.lift.criterion.name
        return name in ORDINARY_WAYS or (name in ORDINARY_THINGS and _says_little(name, self.shared))

    @property
    def sentence(self) -> str:
        """What it says."""
        return part_sentence(self.lift.criterion, self.compared)


def highlights(
    person: PersonProfile, household: HouseholdProfile, weights: Weights, fits: int = 3, differs: int = 1
) -> Highlights:
    """Up to ``fits`` reasons and up to ``differs`` to talk about. A way of fitting is mentioned once, and only if it counts.

    Reasons: whatever fits, or lifts the score by something both sides named; by how much it lifts either side's score, and
    what is ordinary last. Equals stay in the order in which ways of fitting are declared.
    """
    both = pair(person, household)
    return highlights_of(both, lifts_of(both, weights), fits, differs)


def highlights_of(both: Pair, lifts: Lifts, fits: int = 3, differs: int = 1) -> Highlights:
    """The same, for a pair already put side by side; only as many of its answers are looked at as it takes."""
    parties: dict[bool, tuple[AnyParty, AnyParty]] = {
        True: (both.person, both.household),
        False: (both.household, both.person),
    }
    lines = (_Line(lift, *parties[lift.person_asks]) for lift in lifts)
    worst_first = (lift for lift in reversed(lifts) if lift.likely < DIFFERS)
    differing = (_Line(lift, *parties[lift.person_asks]) for lift in worst_first)
    return Highlights(_first(_ordinary_last(line for line in lines if line.fits), fits), _first(differing, differs))


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
    return reason.criterion in ORDINARY_WAYS or _says_little(reason.criterion, frozenset(reason.things))


def _says_little(name: str, things: frozenset[str]) -> bool:
    """Whether most people share these things."""
    return bool(things) and things <= ORDINARY_THINGS.get(name, frozenset())


def _ordinary_last(lines: Iterable[_Line]) -> Iterator[_Line]:
    """In their order, those that would be true of nearly everybody after everything else."""
    ordinary = []
    for line in lines:
        if line.ordinary:
            ordinary.append(line)
        else:
            yield line
    yield from ordinary


def _first(lines: Iterable[_Line], most: int) -> tuple[str, ...]:
    """The first few, each way of fitting once."""
    first: dict[str, str] = {}
    for line in lines:
        if len(first) == most:
            break
        if line.lift.criterion.name not in first:
            first[line.lift.criterion.name] = line.sentence
    return tuple(first.values())
