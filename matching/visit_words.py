"""A visit in the words of whoever reads them: which part of the day it is, where, and what the home is like. Pure words."""

from collections.abc import Mapping
from datetime import time

from matching.models import Side, Visit, VisitKind, VisitPlace

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


def where_it_is(visit: Visit, side: Side) -> str:
    """Where a visit is, as one side would say it; empty when nobody has said."""
    known = WHERE.get((side, visit.place)) if visit.place else None
    return known or visit.where or ""


def more_about_where(visit: Visit, side: Side) -> str:
    """What somebody wrote about the place beyond whose home it is."""
    return visit.where if visit.where and visit.where != where_it_is(visit, side) else ""
