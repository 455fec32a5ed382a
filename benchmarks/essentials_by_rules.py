"""The essentials as plain rules: whether anything rules a pair out, and nothing about why. Days are whole numbers."""

from typing import Any, NamedTuple

from matching.compatibility.essentials_about_homes import WITH_A_HOUSEHOLD, WITH_A_PERSON, gone_to_regularly
from matching.compatibility.occupancy import needs_every_day
from matching.compatibility.pairs import Party
from matching.compatibility.profiles import Approval, Dates, HouseholdProfile, PersonProfile, Wish
from matching.compatibility.verdicts import Rules
from scheme.cells import Cell, in_metres
from scheme.kinds import INTERIM_KINDS, ArrangementKind
from scheme.ways_of_living import YesNo

NEVER = 10**7
"""A day nobody will see."""

Days = tuple[int, int]
"""The first and the last of a stretch."""

Square = tuple[float, float, float]
"""The middle of a square, east and north, and half its side, in metres."""


class Wanted(NamedTuple):
    """A wish as of today."""

    kind: ArrangementKind
    first: int
    last: int
    named_a_day: bool
    every_day: bool


class Seeker:
    """What essentials read of a person who would move."""

    def __init__(self, party: Party[PersonProfile], rules: Rules) -> None:
        person = party.profile
        self.reference = person.reference
        self.wishes = [_wanted(wish, rules) for wish in person.wishes]
        self.needs = person.access_needs or frozenset()
        self.must_nots = person.must_nots
        self.comes_with = {item for item, comes in WITH_A_PERSON.items() if comes(party)}
        self.keep_apart = person.keep_apart
        self.limit = None if person.distance_limit_miles is None else (in_metres(person.distance_limit_miles) + 1) ** 2
        self.goes_to = [square(place.cell) for place in gone_to_regularly(person)]
        self.in_crisis = person.crisis is YesNo.YES
        self.declined = {
            reference
            for reference, declined in person.declined.items()
            if not (declined.reopened_by_person and declined.reopened_by_household)
            and (rules.today - declined.on).days < rules.declined_for_days
        }


class Home:
    """What essentials read of a household whose home it would be."""

    def __init__(self, party: Party[HouseholdProfile], rules: Rules) -> None:
        household = party.profile
        self.reference = household.reference
        self.offers = [(offer.kind, *_days(offer.dates), offer.spaces) for offer in household.offers or ()]
        self.kinds = {kind for kind, *_ in self.offers}
        self.away = [_days(dates) for dates in household.away]
        self.taken = [(stay.kind, _days(stay.dates)) for stay in household.taken]
        self.room = rules.people_at_most - (household.living_there or 0)
        self.approved_for = _approved_for(household.approval or Approval(), rules)
        self.lacks = {need for need, there in party.home.access.items() if there is YesNo.NO}
        self.must_nots = household.must_nots
        self.comes_with = {item for item, comes in WITH_A_HOUSEHOLD.items() if comes(party)}
        self.keep_apart = household.keep_apart
        self.living_there = {member.reference for member in household.members if member.reference}
        self.where = square(party.home.cell)


def ruled_out(person: Seeker, home: Home) -> bool:
    """Whether an essential is not met: for every kind that both want, or whatever the kind."""
    return (
        not person.needs.isdisjoint(home.lacks)
        or not person.must_nots.isdisjoint(home.comes_with)
        or not home.must_nots.isdisjoint(person.comes_with)
        or home.reference in person.declined
        or home.reference in person.keep_apart
        or person.reference in home.keep_apart
        or not person.keep_apart.isdisjoint(home.living_there)
        or too_far(person, home)
        or no_kind(person, home)
    )


def too_far(person: Seeker, home: Home) -> bool:
    """Whether a place they go to regularly is beyond their limit even from the nearest corners."""
    limit = person.limit
    return limit is not None and any(apart(place, home.where)[0] >= limit for place in person.goes_to)


def no_kind(person: Seeker, home: Home) -> bool:
    """Whether there is none that both want and nothing stands in the way of."""
    shared = [wish for wish in person.wishes if wish.kind in home.kinds]
    if not shared:
        return bool(person.wishes and home.offers)
    return not any(possible(person, home, wish) for wish in shared)


def possible(person: Seeker, home: Home, wish: Wanted) -> bool:
    """Whether this wish can be had there."""
    if wish.kind not in home.approved_for or (person.in_crisis and wish.kind not in INTERIM_KINDS):
        return False
    if wish.last < NEVER and any(starts <= wish.last and wish.first <= ends for starts, ends in home.away):
        return False
    if people_there([days for _, days in home.taken], wish) >= home.room:
        return False
    return any(has_space(home, offer, wish) for offer in home.offers if offer[0] is wish.kind)


def has_space(home: Home, offer: Any, wish: Wanted) -> bool:
    """Whether an offer is open on the days of a wish, and not full."""
    kind, starts, ends, spaces = offer
    if starts > wish.last or ends < wish.first:
        return False
    if (wish.named_a_day and starts > wish.first) or (wish.every_day and ends < wish.last):
        return False
    return spaces is None or people_there([days for other, days in home.taken if other is kind], wish) < spaces


def people_there(taken: list[Days], wish: Wanted) -> int:
    """How many on the fullest day of a wish, or on the emptiest if any day will do."""
    days = {wish.first}
    for starts, ends in taken:
        days.update(day for day in (starts, ends + 1) if wish.first < day <= wish.last)
    counts = [sum([starts <= day <= ends for starts, ends in taken]) for day in days]
    return max(counts) if wish.every_day else min(counts)


def apart(a: Square, b: Square) -> tuple[float, float, float]:
    """Squared metres between two squares' nearest corners, middles and furthest corners."""
    east, north, reach = abs(a[0] - b[0]), abs(a[1] - b[1]), a[2] + b[2]
    nearest = max(east - reach, 0) ** 2 + max(north - reach, 0) ** 2
    return nearest, east**2 + north**2, (east + reach) ** 2 + (north + reach) ** 2


def square(cell: Cell | None) -> Square:
    """A cell by its middle. Everybody who is invented has one."""
    assert cell
    half = cell.size_m / 2
    return cell.west_m + half, cell.south_m + half, half


def _wanted(wish: Wish, rules: Rules) -> Wanted:
    starts, last = _days(wish.dates)
    named = wish.dates.starts is not None
    return Wanted(wish.kind, max(starts, rules.today.toordinal()), last, named, needs_every_day(wish))


def _days(dates: Dates) -> Days:
    return dates.starts.toordinal() if dates.starts else 0, dates.ends.toordinal() if dates.ends else NEVER


def _approved_for(approval: Approval, rules: Rules) -> frozenset[ArrangementKind]:
    """Nothing while the panel is still to meet or the review is overdue; anything if nobody said which kinds."""
    if (approval.on or rules.today) > rules.today or (approval.review_due or rules.today) < rules.today:
        return frozenset()
    return frozenset(ArrangementKind) if approval.kinds is None else approval.kinds
