"""Which reasons may be told to whom, and from which stage on.

Only good reasons are told in the portals, never a number, a rank or a shortfall. Essentials, must-nots, keep-apart and
earlier declines are not reasons and can never come out of here: they are not put in. What is told from a later stage
("you are both Catholic") waits for it, thing by thing; after a decline or an ending nothing is told at all. A carer hears
the carer's register, a person Easy Read (:class:`matching.compatibility.criterion.Says`).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from matching.compatibility.between import Between
from matching.compatibility.both_asked import both_asked
from matching.compatibility.criterion import FITS, OPENING, Criterion, Reader
from matching.compatibility.pairs import Pair
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
    found = list[Reason]()
    for criterion, person, household in both_asked(pair):
        if person and person.between.given:
            found += _heard(criterion, Reader.PERSON, Reader.CARER, person.between, both=household is not None)
        if household and household.between.given:
            found += _heard(criterion, Reader.CARER, Reader.PERSON, household.between, both=person is not None)
    return tuple(found)


def may_tell(reason: Reason, reader: Reader, stage: Stage) -> bool:
    """Whether this reader may hear it at this stage. A worker sees what either side may ever hear."""
    if reader is Reader.WORKER:
        return True
    if stage not in OPENING or reason.reader is not reader:
        return False
    return OPENING.index(stage) >= OPENING.index(reason.told_from)


def _heard(criterion: Criterion, reader: Reader, other: Reader, between: Between, both: bool) -> tuple[Reason, ...]:
    """What the asked side hears of it, and the other side: unless that is asked too, and would hear the same again."""
    heard = between.kept((reader, True), _told, criterion, reader, True)
    if both and not criterion.says.turns:
        return heard
    return heard + between.kept((other, False), _told, criterion, other, False)


def _told(criterion: Criterion, reader: Reader, asked: bool, between: Between) -> tuple[Reason, ...]:
    shape = criterion.shape
    if isinstance(shape, Sets):
        shared = _shared(criterion, reader, asked, between) if between.common.shared else ()
        close = _close(criterion, shape, reader, asked, between) if between.common.related else ()
        return (*shared, *close)
    if between.agreement.likely < FITS:
        return ()
    return (Reason(criterion.name, reader, criterion.told_from, criterion.says.sentence(reader, asked, between)),)


def _shared(criterion: Criterion, reader: Reader, asked: bool, between: Between) -> Iterator[Reason]:
    """One reason for the shared things of each stage, so that a thing told later cannot be guessed from a count."""
    by_stage: dict[Stage, list[str]] = {}
    for thing in between.common.shared:
        by_stage.setdefault(criterion.when(thing), []).append(thing)
    for stage in filter(by_stage.__contains__, OPENING):
        sentence = naming(str(criterion.says.to(reader, asked).fits), criterion, by_stage[stage], reader)
        yield Reason(criterion.name, reader, stage, sentence, tuple(by_stage[stage]))


def _close(criterion: Criterion, shape: Sets, reader: Reader, asked: bool, between: Between) -> Iterator[Reason]:
    """One reason for each two things that are not the same but close."""
    for stage, both in between.kept("close", _close_by_stage, criterion, shape):
        yield Reason(criterion.name, reader, stage, close_by(criterion, shape, both, reader, asked), both)


Both = tuple[str, str]


def _close_by_stage(criterion: Criterion, shape: Sets, between: Between) -> Sequence[tuple[Stage, Both]]:
    """The closest things that are not the same, from the later stage of everything that lies between them; of each stage
    those that are closest among what may be told by then.

    What both enjoy is told already, and says more than that it is close to something else.
    """
    found, shared = list[tuple[Stage, Both]](), between.common.shared
    for stage, related in _related_by_stage(criterion, shape, between):
        close = (both for both in related if both[1] not in shared)
        if criterion.told_later:
            close = (both for both in close if _told_from(criterion, (*both, *shape.path(*both).by_way_of)) is stage)
        found += [(stage, both) for both in islice(close, CLOSE_TOLD)]
    return found


def _related_by_stage(criterion: Criterion, shape: Sets, between: Between) -> Iterator[tuple[Stage, Sequence[Both]]]:
    """At each stage from which something may be told: what is close among all that may be told by then."""
    sides = between.wanted, between.found
    if all(map(criterion.told_later.keys().isdisjoint, sides)):
        yield criterion.told_from, between.common.related
        return
    when = {thing: criterion.when(thing) for side in sides for thing in side}
    *earlier, last = (stage for stage in OPENING if stage in when.values())
    for number, stage in enumerate(earlier, start=1):
        yield (
            stage,
            shape.related(
                *({thing: side[thing] for thing in side if when[thing] in earlier[:number]} for side in sides)
            ),
        )
    yield last, between.common.related


def _told_from(criterion: Criterion, things: Iterable[str]) -> Stage:
    return max(map(criterion.when, things), key=OPENING.index)
