"""What is said about one part of a sum, in three registers, and what to ask where it is open."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from matching.compatibility.between import Between
from matching.compatibility.criterion import FITS, Compared, Criterion, Reader
from matching.compatibility.naming import first_letter, listed, mid_sentence
from matching.compatibility.nearness import ByPlaces
from matching.compatibility.reach import Reach
from matching.compatibility.sets import Sets
from matching.compatibility.ties import counted, what_holds
from matching.lifecycle import Stage

SOME = 5
"""As many things as one sentence can name and still be read."""

EASY = 15
"""As many words as a sentence of Easy Read may have."""

FEW_CLOSE = 3
"""As many things that are not the same but close as are told of one way of fitting, the closest first."""

NOT_KNOWN = {
    Reader.WORKER: "Not known yet.",
    Reader.CARER: "We do not know this yet.",
    Reader.PERSON: "We do not know this yet.",
}
OPPOSED = {
    Reader.WORKER: "Liked by one and not for the other: {things}.",
    Reader.CARER: "Liked by one of you and not for the other: {things}.",
    Reader.PERSON: "One of you likes this and one does not: {things}.",
}
WHOSE = {
    Reader.WORKER: "The answer that fits least is {whose}'s.",
    Reader.CARER: "That is about {whose}.",
    Reader.PERSON: "That is not so for all of them.",
}
"""Added where the people of a household differ. Who they are is not told to the person before they meet."""
BY_DISTRICT = "Only postcode districts could be compared, so this is a rough guess."


def part_sentence(criterion: Criterion, compared: Compared) -> str:
    """A few plain sentences for a worker, naming whose answer decided it where a household is divided."""
    return " ".join(said(criterion, compared, Reader.WORKER))


def said(criterion: Criterion, compared: Compared, reader: Reader, asked: bool = True) -> tuple[str, ...]:
    """What a reader is told of a comparison, one idea each: as the side that was ``asked``, or as the other side.

    Only good reasons reach a portal, by :mod:`telling`. The rest is here so that a worker has kind words to say it with.
    """
    if not _known(criterion, compared.between):
        return (NOT_KNOWN[reader],)
    return (*_lines(criterion, reader, asked, compared.between), *_whose(compared.whose, reader))


class Registers(NamedTuple):
    """What is said to each reader, one idea each."""

    worker: tuple[str, ...]
    carer: tuple[str, ...]
    easy_read: tuple[str, ...]


UNKNOWN_TO_ALL = Registers((NOT_KNOWN[Reader.WORKER],), (NOT_KNOWN[Reader.CARER],), (NOT_KNOWN[Reader.PERSON],))


def in_registers(criterion: Criterion, compared: Compared, person_asks: bool) -> Registers:
    """All that is :func:`said` of a comparison by one side."""
    told = compared.between.kept(person_asks, _in_registers, criterion, person_asks)
    whose = compared.whose
    if not whose or told is UNKNOWN_TO_ALL:
        return told
    return Registers(
        told.worker + _whose(whose, Reader.WORKER),
        told.carer + _whose(whose, Reader.CARER),
        told.easy_read + _whose(whose, Reader.PERSON),
    )


def _in_registers(criterion: Criterion, person_asks: bool, between: Between) -> Registers:
    if not _known(criterion, between):
        return UNKNOWN_TO_ALL
    return Registers(
        _lines(criterion, Reader.WORKER, True, between),
        _lines(criterion, Reader.CARER, not person_asks, between),
        _lines(criterion, Reader.PERSON, person_asks, between),
    )


def _known(criterion: Criterion, between: Between) -> bool:
    """Whether there is anything to say of two answers."""
    shape = criterion.shape
    return between.given and not (isinstance(shape, ByPlaces) and shape.cannot_tell(between.wanted, between.found))


def _lines(criterion: Criterion, reader: Reader, asked: bool, between: Between) -> tuple[str, ...]:
    """What a reader is told of two answers, whoever gave them."""
    shape = criterion.shape
    if isinstance(shape, Sets):
        return _about_things(criterion, shape, reader, asked, between)
    sentence = criterion.says.sentence(reader, asked, between)
    if reader is Reader.WORKER and isinstance(shape, ByPlaces):
        return (sentence, *_about_places(shape, between))
    return (sentence,)


@dataclass(frozen=True, slots=True)
class Question:
    """A question in English and in Welsh."""

    en: str
    cy: str


def question(criterion: Criterion, compared: Compared) -> Question:
    """What to ask the side that is looked at, naming what the asking side chose and this side has not mentioned.

    A worker may read it aloud, so nothing is named that could not be told at the very first stage.
    """
    asks = criterion.asks
    if not isinstance(criterion.shape, Sets):
        return Question(asks.finds, asks.finds_cy)
    unsaid = compared.between.common.unsaid
    tellable = [thing for thing in unsaid if criterion.when(thing) is Stage.PROPOSED][:SOME]
    if not tellable:
        return Question(asks.unnamed or asks.wants, asks.unnamed_cy or asks.wants_cy)
    return Question(
        asks.finds.format(things=", ".join([_named(criterion, thing) for thing in tellable])),
        asks.finds_cy.format(things=", ".join(map(criterion.wording_cy, tellable))),
    )


def in_words(criterion: Criterion, things: Sequence[str]) -> str:
    """Things by name for a worker, who hears how many more there are: "chess, gardening and 3 more"."""
    more = f"{len(things) - SOME} more" if len(things) > SOME else ""
    return listed([_named(criterion, thing) for thing in things[:SOME]], more)


def naming(sentence: str, criterion: Criterion, things: Sequence[str], reader: Reader) -> str:
    """A sentence with its ``{things}``: for a person no more of them than an easy sentence has room for."""
    if reader is Reader.WORKER:
        return sentence.format(things=in_words(criterion, things))
    names = [_named(criterion, thing) for thing in things]
    for most in range(min(SOME, len(names)), 0, -1):
        told = sentence.format(things=listed(names[:most], "more" if len(names) > most else ""))
        if reader is Reader.CARER or len(told.split()) <= EASY:
            return told
    return told


@lru_cache(2**13)
def close_by(criterion: Criterion, shape: Sets, both: tuple[str, str], reader: Reader, asked: bool = True) -> str:
    """That two things are not the same but close, and what lies between them: for a worker, the whole way."""
    mine, theirs = (_named(criterion, thing) for thing in (both if asked else reversed(both)))
    path = shape.path(*both)
    words = path.words
    if reader is Reader.WORKER and path.by_way_of:
        words += f", by way of {listed([_named(criterion, step) for step in path.by_way_of])}"
    begins = {"Mine": first_letter(mine), "Theirs": first_letter(theirs), "Path": first_letter(words)}
    return criterion.says.to(reader, asked).close.format(mine=mine, theirs=theirs, path=words, **begins)


@lru_cache(2**12)
def _named(criterion: Criterion, thing: str) -> str:
    return mid_sentence(criterion.wording(thing))


def _about_things(criterion: Criterion, shape: Sets, reader: Reader, asked: bool, between: Between) -> tuple[str, ...]:
    says, common = criterion.says.to(reader, asked), between.common
    lines = []
    if common.shared:
        sentence = says.fits if between.agreement.likely >= FITS else says.partly
        lines.append(naming(str(sentence), criterion, common.shared, reader))
    lines += [close_by(criterion, shape, both, reader, asked) for both in common.related[:FEW_CLOSE]]
    if common.opposed:
        lines.append(naming(OPPOSED[reader], criterion, common.opposed, reader))
    return tuple(lines) or (str(says.differs),)


def _about_places(shape: ByPlaces, between: Between) -> tuple[str, ...]:
    """For a worker: how many ties stay, counted, and that a comparison was rough."""
    places, home = between.wanted, between.found
    told = (counted((tie, what_holds(tie, home)) for tie in places),) if isinstance(shape, Reach) else ()
    return (*told, BY_DISTRICT) if shape.only_by_district(places, home) else told


def _whose(whose: str | None, reader: Reader) -> tuple[str, ...]:
    return (WHOSE[reader].format(whose=whose),) if whose else ()
