"""A visit in the words of whoever reads them, one idea a line: which part of the day it is, where, and what the home is like."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time

from matching.disclosure import Shown
from matching.kinds import VisitKind
from matching.models import STAYING_VISITS, Side, Visit, VisitPlace, VisitState
from scheme.clock import local_time
from scheme.look import and_list, clock, day
from scheme.ways_of_living import ChildrenAtHome, Pet, YesNo

PARTS_OF_THE_DAY: tuple[tuple[time, str], ...] = (
    (time(5), "in the morning"),
    (time(12), "lunch time"),
    (time(14), "in the afternoon"),
    (time(16), "tea time"),
    (time(18), "in the evening"),
    (time(22), "at night"),
)
"""From when each begins, by the clock on the wall (our judgement, as people in the UK speak)."""

PICTURES: Mapping[VisitKind, str] = {
    VisitKind.TEA: "teapot",
    VisitKind.MEAL: "fork-and-knife-with-plate",
    VisitKind.OUTING: "bus",
    VisitKind.OVERNIGHT: "bed",
    VisitKind.WEEKEND: "luggage",
}
"""The picture beside each kind of visit; words stand beside it always."""

WHERE: Mapping[tuple[Side, VisitPlace], str] = {
    (Side.PERSON, VisitPlace.HOUSEHOLD): "at their house",
    (Side.PERSON, VisitPlace.PERSON): "where you live",
    (Side.HOUSEHOLD, VisitPlace.HOUSEHOLD): "at your house",
    (Side.HOUSEHOLD, VisitPlace.PERSON): "where they live",
}


def part_of_the_day(at: time) -> str:
    """The part of the day a time belongs to, as it follows a day: "Tuesday, tea time"."""
    begun = [words for begins, words in PARTS_OF_THE_DAY if begins <= at]
    return begun[-1] if begun else PARTS_OF_THE_DAY[-1][1]


ANIMALS: Mapping[Pet, str] = {
    Pet.DOG: "a dog",
    Pet.CAT: "a cat",
    Pet.BIRD: "a bird",
    Pet.SMALL: "a small animal",
    Pet.OTHER: "other animals",
}
CHILDREN: Mapping[ChildrenAtHome, str] = {
    ChildrenAtHome.LIVE_HERE: "Children live there.",
    ChildrenAtHome.VISIT: "Children come to visit there.",
}

Line = tuple[str, str]
"""A picture, and the words beside it."""


@dataclass(frozen=True)
class Card:
    """A visit as one card: a picture, when, what and where in 10 to 15 words, and a line for each thing more."""

    picture: str
    when: str
    """The day and the part of the day: a heading."""
    what: str
    lines: tuple[str, ...]


def card(visit: Visit, side: Side, home: Shown) -> Card:
    """The card one side reads. ``home`` is what is open of the other side's: of its home only that, and only where the visit is there."""
    where = WHERE.get((side, visit.place)) if visit.place else None
    what = f"{visit.kind.label}, {where}." if where else f"{visit.kind.label}."
    there = _animals(home) if _in_the_others_home(visit, side) else []
    return Card(
        PICTURES[visit.kind], day_and_part(visit.starts_at), " ".join([what, *there]), tuple(_more(visit, side))
    )


def about_the_home(home: Shown) -> list[Line]:
    """What is good to know of a home before coming to it, as far as it is open, a line each."""
    lines: list[Line] = [("paw-prints", words) for words in _animals(home)]
    if home.children in CHILDREN:
        lines.append(("child", CHILDREN[home.children]))
    if home.others_supported:
        lines.append(("busts-in-silhouette", "Somebody else has support there too."))
    if home.step_free is YesNo.YES:
        lines.append(("wheelchair-symbol", "There are no steps to get in."))
    return lines


def day_and_part(moment: datetime) -> str:
    """``Tuesday 3 March, tea time``: no year, because it is near."""
    return f"{_day(moment)}, {part_of_the_day(local_time(moment))}"


def _day(moment: datetime) -> str:
    return " ".join(day(moment).split()[:3])


def _in_the_others_home(visit: Visit, side: Side) -> bool:
    return visit.place is (VisitPlace.HOUSEHOLD if side is Side.PERSON else VisitPlace.PERSON)


def _animals(home: Shown) -> list[str]:
    animals = [ANIMALS[pet] for animal in home.animals or () if (pet := Pet.read(animal))]
    return [f"They have {and_list(animals)}."] if animals else []


def _more(visit: Visit, side: Side) -> Iterator[str]:
    """What else is known, in order of time."""
    if visit.state is VisitState.CALLED_OFF:
        yield "This visit is off."
        if visit.called_off_because:
            yield visit.called_off_because.label
        return
    if visit.where:
        yield f"Where: {visit.where.rstrip('.')}."
    if visit.state is VisitState.HAPPENED:
        return
    yield f"It starts at {clock(visit.starts_at)}."
    if visit.kind in STAYING_VISITS and visit.ends_at:
        yield "You sleep there." if side is Side.PERSON else "They stay the night."
        yield f"{'You' if side is Side.PERSON else 'They'} go home on {_day(visit.ends_at)} at {clock(visit.ends_at)}."
    if visit.travel:
        yield f"Getting there: {visit.travel.rstrip('.')}."
    if visit.who_comes:
        yield f"Who comes: {visit.who_comes.rstrip('.')}."
