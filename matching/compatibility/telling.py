"""Which reasons may be told to whom, and from which stage on.

Only good reasons are told in the portals, never a number, a rank or a shortfall. Essentials, must-nots, keep-apart and
earlier declines are not reasons and can never come out of here: they are not put in. What is told from a later stage
("you are both Catholic") waits for it, thing by thing; after a decline or an ending nothing is told at all. A carer hears
the carer's register, a person Easy Read (:class:`matching.compatibility.criterion.Says`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from matching.compatibility.criteria import CRITERIA
from matching.compatibility.criterion import FITS, OPENING, Compared, Criterion, Reader
from matching.compatibility.pairs import AnyParty, Pair
from matching.compatibility.readings import given
from matching.compatibility.sentences import close_by, naming
from matching.compatibility.sets import Sets
from matching.lifecycle import Stage

CLOSE_TOLD = 2
"""As many pairs of close things as are told from one stage on: the things both enjoy come first (our judgement)."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One sentence that may be told to one reader, from a stage on."""

    criterion: str
    reader: Reader
    told_from: Stage
    sentence: str
    things: tuple[str, ...] = ()
    """What is named in it, where there is something to name."""


def reasons(pair: Pair) -> tuple[Reason, ...]:
    """Every good reason of a pair, for both portals, the weightiest ways of fitting first."""
    both_ways = (
        (Reader.PERSON, Reader.CARER, pair.person, pair.household),
        (Reader.CARER, Reader.PERSON, pair.household, pair.person),
    )
    return tuple(
        reason
        for criterion in CRITERIA
        for reader, other, mine, theirs in both_ways
        if criterion.asked_of(mine, theirs)
        for reason in _heard(criterion, reader, other, mine, theirs)
    )


def may_tell(reason: Reason, reader: Reader, stage: Stage) -> bool:
    """Whether this reader may hear it at this stage. A worker sees what either side may ever hear."""
    if reader is Reader.WORKER:
        return True
    if stage not in OPENING or reason.reader is not reader:
        return False
    return OPENING.index(stage) >= OPENING.index(reason.told_from)


def _heard(criterion: Criterion, reader: Reader, other: Reader, mine: AnyParty, theirs: AnyParty) -> Iterator[Reason]:
    """What the asked side hears of it, and the other side: unless that is asked too, and would hear the same again."""
    compared = criterion.compare(mine, theirs)
    if not (given(compared.wanted.answer) and given(compared.found.answer)):
        return
    yield from _told(criterion, reader, compared, asked=True)
    if criterion.says.turns or not criterion.asked_of(theirs, mine):
        yield from _told(criterion, other, compared, asked=False)


def _told(criterion: Criterion, reader: Reader, compared: Compared, asked: bool) -> Iterator[Reason]:
    if isinstance(criterion.shape, Sets):
        yield from _shared(criterion, criterion.shape, reader, compared, asked)
        yield from _close(criterion, criterion.shape, reader, compared, asked)
    elif compared.agreement.likely >= FITS:
        sentence = criterion.says.sentence(reader, asked, compared)
        yield Reason(criterion.name, reader, criterion.told_from, sentence)


def _shared(criterion: Criterion, shape: Sets, reader: Reader, compared: Compared, asked: bool) -> Iterator[Reason]:
    """One reason for the shared things of each stage, so that a thing told later cannot be guessed from a count."""
    by_stage: dict[Stage, list[str]] = {}
    for thing in shape.shared(compared.wanted.answer, compared.found.answer):
        by_stage.setdefault(criterion.when(thing), []).append(thing)
    for stage in filter(by_stage.__contains__, OPENING):
        sentence = naming(str(criterion.says.to(reader, asked).fits), criterion, by_stage[stage], reader)
        yield Reason(criterion.name, reader, stage, sentence, tuple(by_stage[stage]))


def _close(criterion: Criterion, shape: Sets, reader: Reader, compared: Compared, asked: bool) -> Iterator[Reason]:
    """The closest things that are not the same, from the later stage of everything that lies between them; of each stage
    those that are closest among what may be told by then.

    What both enjoy is told already, and says more than that it is close to something else.
    """
    if not shape.some_are_close:
        return
    mine, theirs = compared.wanted.answer, compared.found.answer
    shared = shape.shared(mine, theirs)
    when = {thing: criterion.when(thing) for thing in (*mine, *theirs)}
    for stage in filter(set(when.values()).__contains__, OPENING):
        by_then = OPENING[: OPENING.index(stage) + 1]
        tellable = [{thing: said[thing] for thing in said if when[thing] in by_then} for said in (mine, theirs)]
        close = (both for both in shape.related(*tellable) if both[1] not in shared)
        now = (both for both in close if _told_from(criterion, (*both, *shape.path(*both).by_way_of)) is stage)
        for both in islice(now, CLOSE_TOLD):
            yield Reason(criterion.name, reader, stage, close_by(criterion, shape, both, reader, asked), both)


def _told_from(criterion: Criterion, things: Iterable[str]) -> Stage:
    return max((criterion.when(thing) for thing in things), key=OPENING.index)
