"""What one way of fitting is made of. The ways themselves are declared in :mod:`criteria`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from matching.compatibility.agreement import Agreement, Shape
from matching.compatibility.pairs import AnyParty
from matching.compatibility.readings import Reading, Voice
from matching.compatibility.remembering import agreed
from matching.lifecycle import Stage
from scheme.words import Words

FITS, DIFFERS = 70, 40
"""From here up an agreement reads as a fit, and below here as a difference (our judgement). Words only, never sums."""


@dataclass(frozen=True, slots=True)
class Says:
    """What a criterion can say. ``{things}`` becomes the shared things, for the criteria that have some."""

    fits: str
    partly: str
    differs: str
    heard: str
    """To the side that was asked, when it fits. Easy Read: one idea, 15 words at most."""
    heard_by_other: str = ""
    """To the other side, where only one side is asked."""


@dataclass(frozen=True, slots=True)
class Asks:
    """What a worker would ask, when it is not known: the side that wants, and the side that is looked at."""

    wants: str
    finds: str


OPENING = (Stage.PROPOSED, Stage.INTRODUCTION, Stage.TRIAL, Stage.LONG_TERM)
"""The stages in the order in which each side hears more of the other; at any other stage nothing is told."""

AskedOf = Callable[[AnyParty, AnyParty], bool]
"""Whether a side (first) is asked at all, beside this other side."""


def both_sides(mine: AnyParty, theirs: AnyParty) -> bool:
    """Everybody has a view."""
    return True


def the_mover(mine: AnyParty, theirs: AnyParty) -> bool:
    """Whoever would come to live in the other's home has a view."""
    return not mine.gives_home


def the_home_giver(mine: AnyParty, theirs: AnyParty) -> bool:
    """Whoever's home it is has a view."""
    return mine.gives_home


def labels(listed: type[Words]) -> Callable[[str], str]:
    """What each value of a closed list is called."""
    return dict(listed.choices()).__getitem__


@dataclass(frozen=True, slots=True)
class Criterion:
    """One way two profiles may fit: everything about it, in one declaration."""

    name: str
    title: str
    question: str
    shape: Shape
    wants: Reading
    finds: Reading
    weight: int
    source: str
    """Where the default weight comes from: a scheme's practice, or our judgement."""
    told_from: Stage
    """The earliest stage at which the other side may hear it."""
    says: Says
    asks: Asks
    asked_of: AskedOf = both_sides
    told_later: Mapping[str, Stage] = field(default_factory=dict)
    """Things in the set that may only be told later than the rest."""
    wording: Callable[[str], str] = str
    """What a thing in the set is called."""

    def when(self, thing: str) -> Stage:
        """The earliest stage at which a thing in the set may be told: the later of its own and the criterion's."""
        return max(self.told_from, self.told_later.get(thing, self.told_from), key=OPENING.index)

    def compare(self, mine: AnyParty, theirs: AnyParty) -> "Compared":
        """How far what I want agrees with what I would find."""
        beside, compared = mine.remembered.get((self.name, "compared"), (None, None))
        found: Compared = compared if beside is theirs else self._compare(mine, theirs)
        mine.remembered[self.name, "compared"] = theirs, found
        return found

    def _compare(self, mine: AnyParty, theirs: AnyParty) -> "Compared":
        found_by_them = self.finds.heard(theirs)
        each = [
            (agreed(self.shape, wanted.answer, found.answer), wanted, found)
            for wanted in self.wants.heard(mine)
            for found in found_by_them
        ]
        if len(each) == 1:
            return Compared(*each[0], divided=False)
        agreements = [agreement for agreement, *_ in each]
        least = Agreement(
            min(agreement.low for agreement in agreements),
            min(agreement.likely for agreement in agreements),
            min(agreement.high for agreement in agreements),
        )
        _, wanted, found = min(each, key=lambda one: one[0].likely)
        return Compared(least, wanted, found, any(agreement.likely > least.likely for agreement in agreements))


@dataclass(frozen=True, slots=True)
class Compared:
    """An agreement, and the two answers that decided it: those that agree least."""

    agreement: Agreement
    wanted: Voice
    found: Voice
    divided: bool
    """Whether a household's answers differ, so that it matters whose they are."""

    @property
    def whose(self) -> str | None:
        """The member of a household whose answer decided it; ``None`` if it would have been the same with any."""
        return (self.wanted.whose or self.found.whose) if self.divided else None
