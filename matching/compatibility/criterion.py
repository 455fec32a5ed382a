"""What one way of fitting is made of. The ways themselves are declared in :mod:`criteria`."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any, NamedTuple

from matching.compatibility.agreement import Agreement, Shape
from matching.compatibility.between import Between
from matching.compatibility.choices import options
from matching.compatibility.pairs import AnyParty
from matching.compatibility.readings import Reading, Voice
from matching.compatibility.remembering import between
from matching.lifecycle import Stage
from scheme.words import Words

FITS, DIFFERS = 70, 40
"""From here up an agreement reads as a fit, and below here as a difference (our judgement). Words only, never sums."""


class Reader(Words):
    """Who a sentence is for, and so its register. The carer's side is the homesharer's in Homeshare."""

    PERSON = "person", "The person, in Easy Read"
    CARER = "carer", "The carer"
    WORKER = "worker", "The worker"


Sentence = str | Mapping[str, str]
"""One sentence, or one for each word that the declaration's ``told_by`` may answer with."""


@dataclass(frozen=True, slots=True)
class Sentences:
    """What one register says when it fits, in part, and when it differs.

    Of sets, ``{things}`` becomes what both named, ``differs`` is said where nothing is shared, and ``close`` of two things
    that are not the same: ``{mine}`` is the reader's (a worker's: the asked side's), ``{theirs}`` the other side's, and
    ``{path}``, or ``{Path}`` at the start of a sentence, what lies between them.
    """

    fits: Sentence
    partly: Sentence
    differs: Sentence
    close: str = ""

    def by_how_far(self, likely: int) -> Sentence:
        """What is said of an agreement."""
        if likely >= FITS:
            return self.fits
        return self.partly if likely >= DIFFERS else self.differs


ToldBy = Callable[[Any, Any], str]
"""From what is wanted and what is found: which of several sentences is true."""


def by_what_is_found(wanted: Any, found: Any) -> str:
    """One sentence for each answer of the side that is looked at."""
    return str(found)


def by_what_is_wanted(wanted: Any, found: Any) -> str:
    """One sentence for each answer of the side that is asked."""
    return str(wanted)


def by_more_or_less(steps: Sequence[Words]) -> ToldBy:
    """``more`` where what is found lies further along these steps than what is wanted, or as far; ``less`` otherwise.

    Of several options, those nearest to each other count.
    """

    def told(wanted: Any, found: Any) -> str:
        both = product(map(steps.index, options(wanted)), map(steps.index, options(found)))
        mine, theirs = min(both, key=lambda places: (abs(places[0] - places[1]), places))
        return "more" if theirs >= mine else "less"

    return told


TURNED = {"more": "less", "less": "more"}
"""What is more than I wanted is less than you bring."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Says:
    """What a criterion can say, in three registers.

    ``worker``: plain, complete, precise, about both sides. ``carer``: to a household at the end of the day, warm, whole
    sentences about them and the person. ``easy_read``: to the person, one idea, active, 15 words at most.

    In a portal "you" is whoever reads, "they" the other side, and neither may be taken for the one whose home it is:
    Homeshare turns that round. ``carer`` and ``easy_read`` speak to the side that was asked; ``…_other`` to the side
    whose answer is looked at, and is left out where the same sentence is true from there (``more`` and ``less`` turned).
    """

    worker: Sentences
    carer: Sentences
    easy_read: Sentences
    carer_other: Sentences | None = None
    easy_read_other: Sentences | None = None
    told_by: ToldBy | None = None

    registers: Mapping[tuple[Reader, bool], Sentences] = field(init=False)
    """What a reader is told, as the side that was asked or as the other."""

    def __post_init__(self) -> None:
        object.__setattr__(
            self,
            "registers",
            {
                (Reader.WORKER, True): self.worker,
                (Reader.WORKER, False): self.worker,
                (Reader.CARER, True): self.carer,
                (Reader.CARER, False): self.carer_other or self.carer,
                (Reader.PERSON, True): self.easy_read,
                (Reader.PERSON, False): self.easy_read_other or self.easy_read,
            },
        )

    @property
    def turns(self) -> bool:
        """Whether the side that is not asked has sentences of its own."""
        return self.carer_other is not None or self.easy_read_other is not None

    def to(self, reader: Reader, asked: bool) -> Sentences:
        """What a reader is told, as the side that was ``asked`` or as the other."""
        return self.registers[reader, asked]

    def sentence(self, reader: Reader, asked: bool, between: Between) -> str:
        """What a reader is told of two answers, unless the criterion is one of sets."""
        sentence = self.registers[reader, asked].by_how_far(between.agreement.likely)
        if isinstance(sentence, str) or self.told_by is None:
            return str(sentence)
        told_by = self.told_by(between.wanted, between.found)
        turned = not asked and reader is not Reader.WORKER and not self.turns
        return sentence[TURNED.get(told_by, told_by) if turned else told_by]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asks:
    """What a worker would ask, when it is not known: the side that wants, and the side that is looked at.

    In English and Welsh (``cy``); ``{things}`` becomes what the other side named. No Welsh speaker has read ours yet.
    """

    wants: str
    wants_cy: str
    finds: str
    finds_cy: str
    unnamed: str = ""
    """What the side that is looked at is asked where nothing may be named; left out, what it would be asked itself."""
    unnamed_cy: str = ""


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


@dataclass(frozen=True, slots=True, eq=False)
class Criterion:
    """One way two profiles may fit: everything about it, in one declaration."""

    name: str
    title: str
    question: str
    question_cy: str
    """The question in Welsh."""
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
    wording_cy: Callable[[str], str] = str
    """The same in Welsh."""
    picture: str = ""
    card: str = ""
    """What it is on a card, with its picture, to whoever is asked how much it matters: in Easy Read, 12 words at most."""

    def when(self, thing: str) -> Stage:
        """The earliest stage at which a thing in the set may be told: the later of its own and the criterion's."""
        if thing not in self.told_later:
            return self.told_from
        return max(self.told_from, self.told_later[thing], key=OPENING.index)

    def between(self, wanted: Any, found: Any) -> Between:
        """One answer beside one other."""
        return between(self.name, self.shape, wanted, found)

    def compare(self, mine: AnyParty, theirs: AnyParty) -> "Compared":
        """How far what I want agrees with what I would find."""
        wants, finds = self.wants.heard(mine), self.finds.heard(theirs)
        if len(wants) == len(finds) == 1:
            both = between(self.name, self.shape, wants[0].answer, finds[0].answer)
            return Compared(both.agreement, wants[0], finds[0], False, both)
        each = [(self.between(wanted.answer, found.answer), wanted, found) for wanted in wants for found in finds]
        agreements = [both.agreement for both, _, _ in each]
        likely = [agreement.likely for agreement in agreements]
        least = Agreement(
            min([agreement.low for agreement in agreements]),
            min(likely),
            min([agreement.high for agreement in agreements]),
        )
        both, wanted, found = each[likely.index(least.likely)]
        return Compared(least, wanted, found, max(likely) > least.likely, both)


class Compared(NamedTuple):
    """An agreement, and the two answers that decided it: those that agree least."""

    agreement: Agreement
    wanted: Voice
    found: Voice
    divided: bool
    """Whether a household's answers differ, so that it matters whose they are."""
    between: Between
    """Those two answers beside each other: as likely to agree as all of them together."""

    @property
    def whose(self) -> str | None:
        """The member of a household whose answer decided it; ``None`` if it would have been the same with any."""
        if self.divided:
            return self.wanted.whose or self.found.whose
        return self.found.whose if self.found.of_several else None
