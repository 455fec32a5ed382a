"""Which wishes and offers meet, and how many people a home would hold on each day of a wish.

A lasting kind, or a wish with an end, needs its place on every day. A wish for short breaks or days "from now on" needs
only that some day has room: the days themselves are agreed later, one by one.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

from matching.compatibility.pairs import Pair
from matching.compatibility.profiles import Dates, Taken, Wish
from scheme.kinds import ArrangementKind

LASTING = frozenset({ArrangementKind.LIVE_IN, ArrangementKind.KINSHIP, ArrangementKind.HOMESHARE})


def shared_wishes(pair: Pair) -> tuple[Wish, ...]:
    """The person's wishes for a kind the household offers, in the person's order."""
    offered = {offer.kind for offer in pair.household.profile.offers or ()}
    return tuple(wish for wish in pair.person.profile.wishes if wish.kind in offered)


def people_on(wish: Wish, taken: Iterable[Taken], today: date) -> int:
    """How many are there already on the days that count for this wish: the fullest, or the emptiest if any will do."""
    counts = list(_counts(Dates(max(wish.dates.starts or today, today), wish.dates.ends), tuple(taken)))
    return max(counts) if needs_every_day(wish) else min(counts)


def needs_every_day(wish: Wish) -> bool:
    """Whether the place has to be free on each day of the wish."""
    return wish.kind in LASTING or wish.dates.ends is not None


def overlap(a: Dates, b: Dates) -> bool:
    """Whether two stretches share a day. An end that is not given is open."""
    return (a.starts or date.min) <= (b.ends or date.max) and (b.starts or date.min) <= (a.ends or date.max)


@lru_cache(2**12)
def in_words(day: date) -> str:
    """A date as people say it: 3 March 2027."""
    return f"{day.day} {day:%B %Y}"


def _counts(window: Dates, taken: tuple[Taken, ...]) -> Iterable[int]:
    """The number of people on each day on which that number can change."""
    first = window.starts or date.min
    comings = (stay.dates.starts for stay in taken if stay.dates.starts)
    goings = (stay.dates.ends + timedelta(days=1) for stay in taken if stay.dates.ends and stay.dates.ends < date.max)
    for day in {first, *(day for day in (*comings, *goings) if overlap(Dates(day, day), window))}:
        yield sum(overlap(stay.dates, Dates(day, day)) for stay in taken)
