"""What a worker reads about one part of a sum, and what to ask where it is open."""

from collections.abc import Sequence
from dataclasses import dataclass

from matching.compatibility.criterion import DIFFERS, FITS, Compared, Criterion
from matching.compatibility.nearness import ByPlaces
from matching.compatibility.reach import Reach
from matching.compatibility.readings import given
from matching.compatibility.sets import Sets
from matching.compatibility.ties import ties
from matching.lifecycle import Stage

SOME = 5
"""As many things as one sentence can name and still be read."""

NOT_KNOWN = "Not known yet."
BY_DISTRICT = "Only postcode districts could be compared, so this is a rough guess."
NOTHING_SHARED = "Nothing shared has been mentioned yet."


def part_sentence(criterion: Criterion, compared: Compared) -> str:
    """One or two plain sentences about an agreement, naming whose answer decided it where a household is divided."""
    if not (given(compared.wanted.answer) and given(compared.found.answer)):
        sentence = NOT_KNOWN
    elif isinstance(criterion.shape, ByPlaces):
        sentence = _about_places(criterion, criterion.shape, compared)
    elif isinstance(criterion.shape, Sets):
        sentence = _about_things(criterion, criterion.shape, compared)
    else:
        sentence = _by_how_far(criterion, compared.agreement.likely)
    return f"{sentence} The answer that fits least is {compared.whose}'s." if compared.whose else sentence


def question(criterion: Criterion, compared: Compared) -> str:
    """What to ask the side that is looked at, naming what the asking side chose and this side has not mentioned.

    A worker may read it aloud, so nothing is named that could not be told at the very first stage.
    """
    if not isinstance(criterion.shape, Sets):
        return criterion.asks.finds
    unsaid = criterion.shape.unsaid(compared.wanted.answer, compared.found.answer)
    tellable = [thing for thing in unsaid if criterion.when(thing) is Stage.PROPOSED]
    if not tellable:
        return criterion.asks.wants
    return criterion.asks.finds.format(things=in_words(criterion, tellable))


def in_words(criterion: Criterion, things: Sequence[str]) -> str:
    """Things by name: "chess, gardening and 3 more"."""
    names = [criterion.wording(thing) for thing in things[:SOME]]
    more = f" and {len(things) - SOME} more" if len(things) > SOME else ""
    return ", ".join(names) + more


def _by_how_far(criterion: Criterion, likely: int) -> str:
    if likely >= FITS:
        return criterion.says.fits
    return criterion.says.partly if likely >= DIFFERS else criterion.says.differs


def _about_places(criterion: Criterion, shape: ByPlaces, compared: Compared) -> str:
    places, home = compared.wanted.answer, compared.found.answer
    if shape.cannot_tell(places, home):
        return NOT_KNOWN
    sentence = _by_how_far(criterion, compared.agreement.likely)
    if isinstance(shape, Reach):
        sentence = f"{sentence} {ties(places, home).sentence}"
    return f"{sentence} {BY_DISTRICT}" if shape.only_by_district(places, home) else sentence


@dataclass(frozen=True, slots=True)
class InCommon:
    """What two sets have to do with each other: the same, close, and at odds."""

    shared: tuple[str, ...]
    close: tuple[tuple[str, str], ...]
    opposed: tuple[str, ...]


def _about_things(criterion: Criterion, shape: Sets, compared: Compared) -> str:
    mine, theirs = compared.wanted.answer, compared.found.answer
    common = InCommon(shape.shared(mine, theirs), shape.related(mine, theirs), shape.opposed(mine, theirs))
    close = [f"{criterion.wording(one)} is close to {criterion.wording(other)}" for one, other in common.close]
    things = in_words(criterion, common.shared) or "; ".join(close[:SOME])
    opposed = f" Liked by one and not for the other: {in_words(criterion, common.opposed)}." if common.opposed else ""
    if not things:
        return opposed.strip() or NOTHING_SHARED
    fits = common.shared and compared.agreement.likely >= FITS
    return (criterion.says.fits if fits else criterion.says.partly).format(things=things) + opposed
