"""A round for profiles: which pairs may be suggested, what each is worth, and how much room each household has when.

A pair is looked at for the kind with least in its way, as everywhere. An introduction takes no space, but more people
are not suggested for the same days than there is room: as many as there are spaces of that kind, and as the home may
hold. Which sets of dated wishes fit beside each other on every day is a question nobody can answer quickly for many
homes at once, so wishes whose days overlap, or overlap with one that overlaps, count as being at the same time: on no
day can that be too many. Where any day will do, the days are agreed later one by one, and only the asks count.
"""

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from matching.compatibility.calendars import KINDS, NOT_KNOWN, Calendars, Days, Windows, calendars, people_on, windows
from matching.compatibility.coded import Crowd, Whole, crowd
from matching.compatibility.essentials_at_once import NOT, obstacles_of_all
from matching.compatibility.profiles import HouseholdProfile, PersonProfile, Wish
from matching.compatibility.progress import Progress, unheard
from matching.compatibility.rounds import ALL_AT_ONCE, Limit, Round, Seeker, round_among
from matching.compatibility.rounds_grid import NOT_ALLOWED, Grid
from matching.compatibility.rounds_looking import PEOPLE_AT_ONCE, Backend, Seen, look_at_all
from matching.compatibility.rounds_suggested import Suggestion
from matching.compatibility.verdicts import Rules
from matching.compatibility.weights import DEFAULT_WEIGHTS, Weights
from scheme.kinds import ArrangementKind
from scheme.words import Words

Party = TypeVar("Party", PersonProfile, HouseholdProfile)

BY_CODE = {code: kind for kind, code in KINDS.items()}
WITHOUT_SPACE = KINDS[ArrangementKind.KINSHIP]
WITHOUT_THREE = KINDS[ArrangementKind.HOMESHARE]
HOMES_AT_ONCE, FEWER_AT_ONCE = 500, 50
"""Households set beside all wishes, and people beside all households: so that memory does not grow with both."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What a round keeps to. Its numbers count what is under way already."""

    rules: Rules
    introductions: int = 1
    """How many each person may have side by side."""
    asks: int = 2
    """How many people each household may be asked about at once."""
    least: int = 0
    """A pair that is worth less together is not suggested, so that poor ones do not make the count; nor is one without a number."""
    weights: Weights = DEFAULT_WEIGHTS
    waited: Mapping[str, int] = field(default_factory=dict)
    """Person reference → days. Who is not named has not waited."""
    under_way: frozenset[tuple[str, str]] = frozenset()
    """Person and household references of introductions under way: they count, and are not suggested again."""
    together: frozenset[tuple[str, str]] = frozenset()
    """The same of those who already try out or share a life: not suggested again."""


class WhyNone(Words):
    """Why nothing is suggested to somebody this time."""

    HAS_ENOUGH = "has_enough", "They have as many introductions as they may have side by side."
    RULED_OUT = "ruled_out", "Something essential stands in the way with every household."
    TOO_LITTLE = (
        "too_little",
        "Where nothing stands in the way, there is no score, or it is below the scheme’s minimum.",
    )
    NO_ROOM = (
        "no_room",
        "Every household that might suit is suggested to others this time, or is asked about enough people.",
    )


@dataclass(frozen=True, slots=True)
class RoundOfProfiles:
    """A round, with the kind of each suggestion and why others have none."""

    round: Round
    kinds: Mapping[tuple[str, str], ArrangementKind | None]
    """Person and household reference of each suggestion → the kind it is for; ``None`` while that is not known."""
    without: Mapping[str, WhyNone]
    """Person reference → why nothing is suggested."""

    def kind_of(self, suggestion: Suggestion) -> ArrangementKind | None:
        """The kind a suggestion is for."""
        return self.kinds[suggestion.person, suggestion.household]


def suggest(
    people: Sequence[PersonProfile],
    households: Sequence[HouseholdProfile],
    terms: Terms,
    progress: Progress = unheard,
    backend: Backend = "threading",
    all_at_once: int = ALL_AT_ONCE,
) -> RoundOfProfiles:
    """The best introductions for all these people at once. The order in which they come makes no difference.

    Nor does ``backend``, which says who looks at them. Up to ``all_at_once`` pairs all take part from the beginning; what
    is found is as good in all five stages either way. Raises ``ValueError`` if two of them share a reference.
    """
    everybody, homes = _in_order(people), _in_order(households)
    seen = look_at_all(everybody, homes, terms.weights, terms.rules, terms.least, progress, backend)
    _not_again(seen, everybody, homes, terms)
    wished = _Wished.of(everybody, terms)
    rooms = _Rooms.of(wished, homes, wished.used(seen), terms)
    grid = Grid(seen.points, seen.turn, seen.check_first, wished.number, rooms.limit)
    has = Counter(reference for reference, _ in terms.under_way)
    seekers = [_seeker(one, terms, has[one.reference]) for one in everybody]
    found = round_among(seekers, rooms.limits, grid, all_at_once, progress)
    return RoundOfProfiles(
        found, _kinds(found, wished, seen, homes), dict(_without(found, everybody, homes, seen, terms))
    )


def _in_order(profiles: Sequence[Party]) -> Crowd[Party]:
    """By reference; a crowd that is in order already keeps what was worked out about it."""
    if all(one.reference <= other.reference for one, other in pairwise(profiles)):
        return crowd(profiles)
    return crowd(sorted(profiles, key=lambda one: one.reference))


def _seeker(person: PersonProfile, terms: Terms, has: int) -> Seeker:
    return Seeker(person.reference, max(0, terms.waited.get(person.reference, 0)), max(0, terms.introductions - has))


def _not_again(seen: Seen, people: Sequence[PersonProfile], homes: Sequence[HouseholdProfile], terms: Terms) -> None:
    row = {one.reference: place for place, one in enumerate(people)}
    column = {one.reference: place for place, one in enumerate(homes)}
    for person, household in terms.under_way | terms.together:
        if person in row and household in column:
            seen.points[row[person], column[household]] = NOT_ALLOWED


def _kinds(
    found: Round, wished: "_Wished", seen: Seen, homes: Sequence[HouseholdProfile]
) -> dict[tuple[str, str], ArrangementKind | None]:
    row = {one.reference: place for place, one in enumerate(found.people)}
    column = {one.reference: place for place, one in enumerate(homes)}
    pairs = [(one.person, one.household) for one in found.suggestions]
    return {pair: wished.kind(row[pair[0]], int(seen.turn[row[pair[0]], column[pair[1]]])) for pair in pairs}


def _without(
    found: Round,
    people: Sequence[PersonProfile],
    homes: Sequence[HouseholdProfile],
    seen: Seen,
    terms: Terms,
) -> Iterator[tuple[str, WhyNone]]:
    left_out = set(found.left_out)
    places = [place for place, one in enumerate(found.people) if one.reference in left_out]
    nowhere = [place for place in places if found.people[place].at_most and (seen.points[place] == NOT_ALLOWED).all()]
    too_little = _not_ruled_out(nowhere, people, homes, terms)
    for place in places:
        reference = found.people[place].reference
        if not found.people[place].at_most:
            yield reference, WhyNone.HAS_ENOUGH
        elif (seen.points[place] != NOT_ALLOWED).any():
            yield reference, WhyNone.NO_ROOM
        else:
            yield reference, WhyNone.TOO_LITTLE if place in too_little else WhyNone.RULED_OUT


def _not_ruled_out(
    places: Sequence[int], people: Sequence[PersonProfile], homes: Sequence[HouseholdProfile], terms: Terms
) -> set[int]:
    """Which of these people have nothing in the way with some household, however little that is worth."""
    again = terms.under_way | terms.together

    def open_to(some: Sequence[int]) -> list[int]:
        found = np.nonzero(obstacles_of_all([people[place] for place in some], homes, terms.rules) < NOT)
        pairs = zip(*(each.tolist() for each in found), strict=True)
        return [some[row] for row, one in pairs if (people[some[row]].reference, homes[one].reference) not in again]

    parts = [places[start : start + FEWER_AT_ONCE] for start in range(0, len(places), FEWER_AT_ONCE)]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return {place for found in pool.map(open_to, parts) for place in found}


# --- for which wish ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Wished:
    """The different wishes of all people."""

    wishes: Sequence[Wish]
    windows: Windows
    number: Whole
    """People × their turns, and last for none: which of the different wishes; the number after the last for none."""

    @classmethod
    def of(cls, people: Sequence[PersonProfile], terms: Terms) -> "_Wished":
        """As of the day of these terms."""
        different = {wish: place for place, wish in enumerate(dict.fromkeys(w for one in people for w in one.wishes))}
        number = np.full((len(people), 1 + max((len(one.wishes) for one in people), default=0)), len(different))
        for row, one in enumerate(people):
            number[row, : len(one.wishes)] = [different[wish] for wish in one.wishes]
        return cls(list(different), windows(list(different), terms.rules.today), number)

    def used(self, seen: Seen) -> NDArray[np.bool_]:
        """Different wishes, and last none × households: which of them some pair is for."""
        found = np.zeros((len(self.wishes) + 1, seen.points.shape[1]), dtype=bool)
        for rows in (slice(start, start + PEOPLE_AT_ONCE) for start in range(0, len(seen.points), PEOPLE_AT_ONCE)):
            row, column = np.nonzero(seen.points[rows] != NOT_ALLOWED)
            found[self.number[row + rows.start, seen.turn[rows][row, column]], column] = True
        return found

    def kind(self, row: int, turn: int) -> ArrangementKind | None:
        """The kind of one of somebody's wishes."""
        number = int(self.number[row, turn])
        return self.wishes[number].kind if number < len(self.wishes) else None


# --- how much room there is -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Rooms:
    """Limits in order of their names, and in which of them a pair counts: households × different wishes, and last none."""

    limits: list[Limit]
    limit: NDArray[np.int32]

    @classmethod
    def of(cls, wished: _Wished, homes: Sequence[HouseholdProfile], used: NDArray[np.bool_], terms: Terms) -> "_Rooms":
        """The limits that pairs need which use these wishes."""
        room, asked = _Room.of(wished, homes, terms), Counter(household for _, household in terms.under_way)
        limits: list[Limit] = []
        place = np.full((len(homes), len(used)), -1, dtype=np.int32)
        for column, home in enumerate(homes):
            asks = max(0, terms.asks - asked[home.reference])
            wishes = np.flatnonzero(used[:, column])
            mine = room.limits_of(column, home.reference, asks, wishes[wishes < len(wished.wishes)])
            place[column, wishes] = [len(limits) + mine.of_wish.get(wish, 0) for wish in wishes.tolist()]
            limits += mine.limits
        order = sorted(range(len(limits)), key=lambda number: limits[number].name)
        rank = np.append(np.argsort(order), -1).astype(np.int32)
        return cls([limits[number] for number in order], rank[place])


@dataclass(frozen=True, slots=True)
class _Of:
    """One household's limits, the widest first, and in which of them each wish counts if not in that."""

    limits: list[Limit]
    of_wish: dict[int, int]


@dataclass(frozen=True, slots=True)
class _Room:
    """Different wishes × households: how many spaces of that kind are free, and how many more people the home may hold."""

    windows: Windows
    free: Days
    room: Days

    @classmethod
    def of(cls, wished: _Wished, homes: Sequence[HouseholdProfile], terms: Terms) -> "_Room":
        """Never less than one: a pair comes here only when nothing stands in its way."""
        known, wishes = calendars(homes), wished.windows.some(np.arange(len(wished.wishes)))
        shape = len(wished.wishes), len(homes)
        free, room = np.zeros(shape, dtype=np.int32), np.zeros(shape, dtype=np.int32)
        for start in range(0, len(homes), HOMES_AT_ONCE):
            some = slice(start, start + HOMES_AT_ONCE)
            free[:, some], room[:, some] = _free_and_room(wishes, known.some(some), terms.rules.people_at_most)
        return cls(wished.windows, free, room)

    def limits_of(self, column: int, reference: str, asks: int, wishes: Whole) -> _Of:
        """One household's limits for these wishes: for the asks, then for each stretch of days, then for each kind."""
        found = _Of([Limit(reference, asks)], {})
        kind = self.windows.kind
        dated = wishes[self.windows.every_day[wishes] & (kind[wishes] != WITHOUT_SPACE)]
        for number, together in enumerate(self._stretches(dated)):
            held = together[kind[together] != WITHOUT_THREE]
            name = f"{reference} {number:03}"
            most = int(self.room[held, column].min()) if len(held) else asks
            found.limits.append(Limit(name, most, within=reference))
            for code in np.unique(kind[together]).tolist():
                of_kind = together[kind[together] == code]
                least = int(self.free[of_kind, column].min())
                found.of_wish.update(dict.fromkeys(of_kind.tolist(), len(found.limits)))
                found.limits.append(Limit(f"{name} {BY_CODE[code].value}", least, within=name))
        return found

    def _stretches(self, wishes: Whole) -> list[Whole]:
        """These wishes, apart where no day of some is a day of the others."""
        if not len(wishes):
            return []
        wishes = wishes[np.argsort(self.windows.wanted_from[wishes], kind="stable")]
        until = np.maximum.accumulate(self.windows.until[wishes])
        begins = np.flatnonzero(self.windows.wanted_from[wishes][1:] > until[:-1]) + 1
        return list(np.split(wishes, begins))


def _free_and_room(wishes: Windows, homes: Calendars, people_at_most: int) -> tuple[Days, Days]:
    """Different wishes × some households: spaces of that kind that are free, and how many more the home may hold."""
    same_kind, all_kinds = (people_on(wishes, homes, same_kind=one) for one in (True, False))
    not_then = np.iinfo(np.int32).max
    free = np.full(same_kind.shape, not_then, dtype=np.int32)
    for one in range(homes.offers.kind.shape[1]):
        starts, ends, spaces = homes.offers.starts[:, one], homes.offers.ends[:, one], homes.spaces[:, one]
        then = (homes.offers.kind[:, one] == wishes.kind) & (starts <= wishes.until) & (ends >= wishes.wanted_from)
        left = np.where(spaces == NOT_KNOWN, 1, spaces - same_kind)
        np.minimum(free, left, out=free, where=then & (left > 0))
    there = all_kinds + np.maximum(homes.living_there, 0)
    return np.where(free == not_then, 1, np.maximum(free, 1)), np.maximum(people_at_most - there, 1).astype(np.int32)
