"""What is said about one part of a sum, in three registers, and what to ask where it is open."""

from collections.abc import Sequence
from dataclasses import dataclass

from matching.compatibility.criterion import FITS, Compared, Criterion, Reader
from matching.compatibility.naming import first_letter, listed, mid_sentence
from matching.compatibility.nearness import ByPlaces
from matching.compatibility.reach import Reach
from matching.compatibility.readings import given
from matching.compatibility.sets import Sets
from matching.compatibility.ties import ties
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


@dataclass(frozen=True, slots=True)
class InCommon:
    """What two sets have to do with each other: the same, close, and at odds."""

    shared: tuple[str, ...]
    close: tuple[tuple[str, str], ...]
    opposed: tuple[str, ...]


def in_common(criterion: Criterion, compared: Compared) -> InCommon | None:
    """What two answers have in common, where they are sets; worked out once for every register."""
    both = compared.wanted.answer, compared.found.answer
    if not isinstance(criterion.shape, Sets) or not all(map(given, both)):
        return None
    shape = criterion.shape
    return InCommon(shape.shared(*both), shape.related(*both)[:FEW_CLOSE], shape.opposed(*both))


def said(
    criterion: Criterion,
    compared: Compared,
    reader: Reader,
    asked: bool = True,
    common: InCommon | None = None,
) -> tuple[str, ...]:
    """What a reader is told of a comparison, one idea each: as the side that was ``asked``, or as the other side.

    Only good reasons reach a portal, by :mod:`telling`. The rest is here so that a worker has kind words to say it with.
    Whoever says it to several readers hands in what the two have ``in_common``.
    """
    if not (given(compared.wanted.answer) and given(compared.found.answer)):
        return (NOT_KNOWN[reader],)
    shape = criterion.shape
    if isinstance(shape, Sets):
        common = common or in_common(criterion, compared) or InCommon((), (), ())
        fits = compared.agreement.likely >= FITS
        return (*_about_things(criterion, shape, common, fits, reader, asked), *_whose(compared, reader))
    if isinstance(shape, ByPlaces) and shape.cannot_tell(compared.wanted.answer, compared.found.answer):
        return (NOT_KNOWN[reader],)
    sentence = criterion.says.sentence(reader, asked, compared)
    more = _about_places(shape, compared) if isinstance(shape, ByPlaces) and reader is Reader.WORKER else ()
    return (sentence, *more, *_whose(compared, reader))


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
    unsaid = criterion.shape.unsaid(compared.wanted.answer, compared.found.answer)
    tellable = [thing for thing in unsaid if criterion.when(thing) is Stage.PROPOSED][:SOME]
    if not tellable:
        return Question(asks.unnamed or asks.wants, asks.unnamed_cy or asks.wants_cy)
    return Question(
        asks.finds.format(things=", ".join(mid_sentence(criterion.wording(thing)) for thing in tellable)),
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


def close_by(criterion: Criterion, shape: Sets, both: tuple[str, str], reader: Reader, asked: bool = True) -> str:
    """That two things are not the same but close, and what lies between them: for a worker, the whole way."""
    mine, theirs = (_named(criterion, thing) for thing in (both if asked else reversed(both)))
    path = shape.path(*both)
    words = path.words
    if reader is Reader.WORKER and path.by_way_of:
        words += f", by way of {listed([_named(criterion, step) for step in path.by_way_of])}"
    names = {"mine": mine, "theirs": theirs, "path": words}
    names |= {first_letter(name): first_letter(words) for name, words in names.items()}
    return criterion.says.to(reader, asked).close.format(**names)


def _named(criterion: Criterion, thing: str) -> str:
    return mid_sentence(criterion.wording(thing))


def _about_things(
    criterion: Criterion, shape: Sets, common: InCommon, fits: bool, reader: Reader, asked: bool
) -> tuple[str, ...]:
    says = criterion.says.to(reader, asked)
    lines = []
    if common.shared:
        lines.append(naming(str(says.fits if fits else says.partly), criterion, common.shared, reader))
    lines += [close_by(criterion, shape, both, reader, asked) for both in common.close]
    if common.opposed:
        lines.append(naming(OPPOSED[reader], criterion, common.opposed, reader))
    return tuple(lines) or (str(says.differs),)


def _about_places(shape: ByPlaces, compared: Compared) -> tuple[str, ...]:
    """For a worker: how many ties stay, counted, and that a comparison was rough."""
    places, home = compared.wanted.answer, compared.found.answer
    counted = (ties(places, home).sentence,) if isinstance(shape, Reach) else ()
    return (*counted, BY_DISTRICT) if shape.only_by_district(places, home) else counted


def _whose(compared: Compared, reader: Reader) -> tuple[str, ...]:
    return (WHOSE[reader].format(whose=compared.whose),) if compared.whose else ()
