"""Which reasons may be told to whom, and from which stage on.

Only good reasons are told in the portals, never a number, a rank or a shortfall. Essentials, must-nots, keep-apart and
earlier declines are not reasons and can never come out of here: they are not put in. What is told from a later stage
("you are both Catholic") waits for it, thing by thing; after a decline or an ending nothing is told at all.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from matching.compatibility.criteria import CRITERIA
from matching.compatibility.criterion import FITS, OPENING, Compared, Criterion
from matching.compatibility.pairs import AnyParty, Pair
from matching.compatibility.readings import given
from matching.compatibility.sentences import in_words
from matching.compatibility.sets import Sets
from matching.lifecycle import Stage
from scheme.words import Words


class Reader(Words):
    """Who a reason is for. The carer's side is the homesharer's in Homeshare."""

    PERSON = "person", "The person"
    CARER = "carer", "The carer"
    WORKER = "worker", "The worker"


@dataclass(frozen=True, slots=True)
class Reason:
    """One sentence that may be told to one reader, from a stage on."""

    criterion: str
    reader: Reader
    told_from: Stage
    sentence: str


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
    compared = criterion.compare(mine, theirs)
    if not (given(compared.wanted.answer) and given(compared.found.answer)):
        return
    if isinstance(criterion.shape, Sets):
        yield from _shared(criterion, criterion.shape, reader, compared)
    elif compared.agreement.likely >= FITS:
        yield Reason(criterion.name, reader, criterion.told_from, criterion.says.heard)
        if not criterion.asked_of(theirs, mine):
            yield Reason(criterion.name, other, criterion.told_from, criterion.says.heard_by_other)


def _shared(criterion: Criterion, shape: Sets, reader: Reader, compared: Compared) -> Iterator[Reason]:
    """One reason for the shared things of each stage, so that a thing told later cannot be guessed from a count."""
    shared = shape.shared(compared.wanted.answer, compared.found.answer)
    for stage in OPENING:
        things = [thing for thing in shared if criterion.when(thing) is stage]
        if things:
            yield Reason(criterion.name, reader, stage, criterion.says.heard.format(things=in_words(criterion, things)))
