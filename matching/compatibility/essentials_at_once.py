"""The essentials of many people with many households: the same verdicts as :mod:`essentials`, in tiles, as numbers.

One function for each essential, under the name it has there. Each takes the facts of both sides as arrays and answers
for every pair of them; what depends on one side alone is a column or a row. A property test holds every essential to
the answer that is explained for one pair, and every pair to the kind that stands best.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matching.compatibility import essentials_about_people as about_people
from matching.compatibility.calendars import KINDS, NEVER, NOT_KNOWN, Calendars, Windows, people_on
from matching.compatibility.coded import Crowd, Whole, by_whose_home, crowd
from matching.compatibility.essential_facts import (
    NO_LIMIT,
    Bits,
    PeopleFacts,
    Reaches,
    SideFacts,
    homes_facts,
    people_facts,
)
from matching.compatibility.nearness import squared_distances
from matching.compatibility.pairs import Pair, pair
from matching.compatibility.profiles import HouseholdProfile, PersonProfile, Wish
from matching.compatibility.verdicts import CODES, Codes, Met, Rules, Verdict
from scheme.kinds import INTERIM_KINDS, ArrangementKind

MET, ASK, NOT = (np.uint8(CODES[met]) for met in (Met.MET, Met.NOT_KNOWN, Met.NOT_MET))
Answers = Codes | np.uint8
"""For each pair or, where one side decides it alone, for each column or row, or for all of them."""

MORE_THAN_ANY = np.uint8(255)
"""No pair can have so much in its way: eleven not met are 176."""

Turns = NDArray[np.int8]
"""Which of a person's wishes, counted in the order they told them."""

NO_WISH = -1
"""No kind is shared."""

Check = Callable[[Pair, Wish | None, Rules], Verdict]

KINSHIP, HOMESHARE = KINDS[ArrangementKind.KINSHIP], KINDS[ArrangementKind.HOMESHARE]
ONLY_MOVERS = ("access", "distance")
"""What is not asked where nobody moves: of kinship."""

INTERIM = np.array([kind in INTERIM_KINDS for kind in KINDS])


@dataclass(frozen=True, slots=True)
class Looked:
    """What every essential answers, for one kind each person may wish for, or for none."""

    answers: Mapping[str, Answers]
    wanted: NDArray[np.bool_]
    """Which pairs both want that kind."""

    def obstacles(self, shape: tuple[int, ...]) -> Codes:
        """So many not met × ``NOT``, and so many not known."""
        found = np.zeros(shape, dtype=np.uint8)
        for codes in self.answers.values():
            found += codes
        return found


class Standings:
    """The essentials of a crowd of people and households among whom the home is always on the same side."""

    def __init__(self, people: Crowd[PersonProfile], homes: Crowd[HouseholdProfile], rules: Rules) -> None:
        self.turned = homes[0].is_homesharer
        self.people = people_facts(people, self.turned, rules)
        self.homes = homes_facts(homes, not self.turned)
        self.exceptions = _exceptions(people, homes, rules)
        self._rules = rules

    def by_wish(self, columns: slice) -> dict[str, Codes]:
        """Essential → different wishes × these households: what depends on the kind and its dates."""
        homes, rules, wishes = self.homes.calendars.some(columns), self._rules, self.people.wishes
        every_wish = wishes.some(np.arange(len(wishes.kind)))
        return {
            "space": _space(every_wish, homes),
            "three_people": _three_people(every_wish, homes, rules.people_at_most),
            "approval": _approval(homes, rules.today.toordinal())[wishes.kind],
        }

    def beside(self, columns: slice) -> "Beside":
        """These households, with what can be worked out about them for everybody once done."""
        sides = self.homes.sides.some(columns)
        return Beside(
            columns=columns,
            turned=self.turned,
            people=self.people,
            homes=sides,
            offered=self.homes.offered[:, columns],
            by_wish=self.by_wish(columns),
            within_reach=within_reach(self.people.reaches, sides.home),
            reaches=self.homes.reaches,
            exceptions=self.exceptions,
        )


@dataclass(frozen=True, slots=True)
class Beside:
    """Some households, as any of the people may stand beside them."""

    columns: slice
    turned: bool
    people: PeopleFacts
    homes: SideFacts
    offered: NDArray[np.bool_]
    """Kinds × households."""
    by_wish: Mapping[str, Codes]
    """Essential → different wishes × households."""
    within_reach: Codes
    """Different places and limits of the people × households; nothing of use if the people have the home."""
    reaches: Reaches
    """The households' own places and limits, for when they would move."""
    exceptions: "Exceptions"

    def obstacles(self, rows: slice) -> Codes:
        """What stands in each pair's way, for the kind with least in it: nothing, or from ``NOT`` on something not met."""
        shape = rows.stop - rows.start, self.columns.stop - self.columns.start
        by_kind, without = self._looked(rows)
        best = np.full(shape, MORE_THAN_ANY, dtype=np.uint8)
        for each in by_kind:
            np.minimum(best, each.obstacles(shape), out=best, where=each.wanted)
        return _or_without(best, without)

    def best_wish(self, rows: slice) -> tuple[Codes, Turns]:
        """The same, and for which of the person's wishes: the first of those with least in the way, or ``NO_WISH``."""
        shape = rows.stop - rows.start, self.columns.stop - self.columns.start
        by_kind, without = self._looked(rows)
        best, turn = np.full(shape, MORE_THAN_ANY, dtype=np.uint8), np.full(shape, NO_WISH, dtype=np.int8)
        for number, each in enumerate(by_kind):
            obstacles = each.obstacles(shape)
            better = each.wanted & (obstacles < best)
            np.copyto(best, obstacles, where=better)
            np.copyto(turn, number, where=better)
        return _or_without(best, without), turn

    def verdicts(self, rows: slice) -> dict[str, Codes]:
        """Every essential's answer for each of these pairs, for the kind with least in its way."""
        shape = rows.stop - rows.start, self.columns.stop - self.columns.start
        by_kind, without = self._looked(rows)
        found = {name: np.broadcast_to(codes, shape).copy() for name, codes in without.answers.items()}
        best = np.full(shape, MORE_THAN_ANY, dtype=np.uint8)
        for each in by_kind:
            obstacles = each.obstacles(shape)
            better = each.wanted & (obstacles < best)
            np.copyto(best, obstacles, where=better)
            for name, codes in each.answers.items():
                np.copyto(found[name], codes, where=better)
        return found

    def _looked(self, rows: slice) -> tuple[list[Looked], Looked]:
        """Each wish in the order people told them, and what is left if no kind is shared."""
        whatever_kind, crisis = self._whatever_kind(rows), self.people.crisis[rows, None]
        by_kind: list[Looked] = []
        for wished in self.people.wished[rows].T:
            kind = self.people.wishes.kind[wished, None]
            answers: dict[str, Answers] = whatever_kind | {
                "kind": MET,
                "crisis": np.where(INTERIM[kind], MET, crisis),
                **{name: np.take(codes, wished, axis=0) for name, codes in self.by_wish.items()},
            }
            if (kind == KINSHIP).any():
                answers |= {name: np.where(kind == KINSHIP, MET, answers[name]) for name in ONLY_MOVERS}
            by_kind.append(Looked(answers, self.offered[kind[:, 0]] & (wished >= 0)[:, None]))
        wishes_nothing = np.all(self.people.wished[rows] < 0, axis=1, keepdims=True)
        said_nothing = wishes_nothing | ~self.offered.any(axis=0)
        without: dict[str, Answers] = dict.fromkeys(self.by_wish, ASK)
        without |= {"kind": np.where(said_nothing, ASK, NOT), "crisis": crisis}
        return by_kind, Looked(whatever_kind | without, np.ones((1, 1), dtype=bool))

    def _whatever_kind(self, rows: slice) -> dict[str, Answers]:
        """The answers that are the same for every kind (of which kinship then is excused from two)."""
        people, homes = self.people.sides.some(rows), self.homes
        if self.turned:
            distance = _distance(homes, within_reach(self.reaches, people.home)).T
        else:
            distance = _distance(people, self.within_reach)
        return {
            **{name: one.answers() for name, one in bitwise(people, homes, self.turned).items()},
            "distance": distance,
            **self.exceptions.at(rows, self.columns),
        }


def _or_without(best: Codes, without: Looked) -> Codes:
    """The best of the kinds both want or, where there is none, what is in the way whatever the kind."""
    nothing_shared = best == MORE_THAN_ANY
    if nothing_shared.any():
        np.copyto(best, without.obstacles(best.shape), where=nothing_shared)
    return best


def obstacles_of_all(people: Sequence[PersonProfile], households: Sequence[HouseholdProfile], rules: Rules) -> Codes:
    """People × households: what stands in each pair's way, as one number."""
    everybody, found = crowd(people), np.zeros((len(people), len(households)), dtype=np.uint8)
    for group, places in by_whose_home(crowd(households)) if len(everybody) else ():
        beside = Standings(everybody, group, rules).beside(slice(0, len(group)))
        found[:, places] = beside.obstacles(slice(0, len(people)))
    return found


def verdicts_of_all(
    people: Sequence[PersonProfile], households: Sequence[HouseholdProfile], rules: Rules
) -> Mapping[str, Codes]:
    """Essential → people × households: what it answers, for the kind with least in the way. Added up they are the obstacles."""
    everybody, found = crowd(people), dict[str, Codes]()
    for group, places in by_whose_home(crowd(households)) if len(everybody) else ():
        beside = Standings(everybody, group, rules).beside(slice(0, len(group)))
        for name, codes in beside.verdicts(slice(0, len(people))).items():
            found.setdefault(name, np.zeros((len(people), len(households)), dtype=np.uint8))[:, places] = codes
    return found


# --- about the home and what comes with each side ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Bitwise:
    """An essential that asks whether any of some bits is with the other side: certainly, perhaps, or not."""

    person_asks: bool
    asked: Bits
    has: Bits
    perhaps: Bits

    def answers(self) -> Codes:
        """For each of these pairs."""
        asked = self.asked[:, None]
        found: Codes = ((asked & self.has) != 0).view(np.uint8) * NOT
        np.maximum(found, ((asked & self.perhaps) != 0).view(np.uint8), out=found)
        return found if self.person_asks else found.T


def bitwise(people: SideFacts, homes: SideFacts, turned: bool) -> dict[str, Bitwise]:
    """Those essentials, by name."""
    if turned:
        access = Bitwise(False, homes.needs, people.lacks, people.unclear)
    else:
        access = Bitwise(True, people.needs, homes.lacks, homes.unclear)
    return {
        "access": access,
        "person_must_nots": Bitwise(True, people.must_nots, homes.with_them, homes.perhaps_with_them),
        "household_must_nots": Bitwise(False, homes.must_nots, people.with_them, people.perhaps_with_them),
    }


def within_reach(reaches: Reaches, homes: NDArray[np.float64]) -> Codes:
    """Each different place and limit × homes: too far, perhaps too far, or within."""
    furthest, _, nearest = squared_distances(reaches[:, None], homes[None])
    limit = reaches[:, 3:]
    found = np.where(furthest > limit**2, ASK, MET)
    np.copyto(found, NOT, where=nearest >= (limit + 1) ** 2)
    np.copyto(found, ASK, where=(reaches[:, 2:3] == 0) | (homes[:, 2] == 0))
    found[NO_LIMIT] = MET
    return found


def _distance(movers: SideFacts, within_reach: Codes) -> Codes:
    """The worst over the places of whoever set a limit."""
    found = np.take(within_reach, movers.reach[:, 0], axis=0)
    for place in movers.reach[:, 1:].T:
        np.maximum(found, np.take(within_reach, place, axis=0), out=found)
    return found


# --- about the kind and its dates -------------------------------------------------------------------------------------------


def _space(wishes: Windows, homes: Calendars) -> Codes:
    """The best of the offers of that kind, unless the household is away then."""
    start, until, offers, away = wishes.wanted_from, wishes.until, homes.offers, homes.away
    taken = people_on(wishes, homes, same_kind=True)
    best = np.full(taken.shape, NOT)
    for one in range(offers.kind.shape[1]):
        starts, ends, spaces = offers.starts[:, one], offers.ends[:, one], homes.spaces[:, one]
        closed = (offers.kind[:, one] != wishes.kind) | (starts > until) | (ends < start)
        closed |= (wishes.named_a_day & (starts > start)) | (wishes.every_day & (ends < until))
        room = np.where(spaces == NOT_KNOWN, ASK, np.where(taken >= spaces, NOT, MET))
        np.minimum(best, np.where(closed, NOT, room), out=best)
    for one in range(away.kind.shape[1]):
        gone = (away.kind[:, one] >= 0) & (away.starts[:, one] <= until) & (away.ends[:, one] >= start)
        np.copyto(best, NOT, where=gone & (until < NEVER))
    np.copyto(best, ASK, where=until < start)  # the days asked for are over
    return np.where(wishes.kind == KINSHIP, MET, best)


def _three_people(wishes: Windows, homes: Calendars, at_most: int) -> Codes:
    there = people_on(wishes, homes, same_kind=False) + np.maximum(homes.living_there, 0)
    within = np.where(homes.living_there == NOT_KNOWN, ASK, MET)
    return np.where(wishes.kind == HOMESHARE, MET, np.where(there + 1 > at_most, NOT, within))


def _approval(homes: Calendars, today: int) -> Codes:
    """Kinds × households: whatever the dates."""
    panel = np.where(homes.approved_on == NOT_KNOWN, ASK, np.where(homes.approved_on > today, NOT, MET))
    review = np.where(homes.review_due == NOT_KNOWN, ASK, np.where(homes.review_due < today, NOT, MET))
    kinds = np.where(homes.kinds_known, np.where(homes.approved_for.T, MET, NOT), ASK)
    found: Codes = np.maximum(kinds, np.maximum(panel, review))
    found[HOMESHARE] = MET
    return found


# --- about who is who -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Exceptions:
    """The few pairs that name each other: which they are, and for each of two essentials what it answers."""

    rows: Whole
    columns: Whole
    answers: Mapping[str, Codes]

    def at(self, rows: slice, columns: slice) -> dict[str, Answers]:
        """The answers for these pairs: met, but for the few."""
        first, last = np.searchsorted(self.columns, (columns.start, columns.stop))
        here = first + np.flatnonzero((self.rows[first:last] >= rows.start) & (self.rows[first:last] < rows.stop))
        if not len(here):
            return dict.fromkeys(self.answers, MET)
        found: dict[str, Answers] = {}
        for name, codes in self.answers.items():
            some = np.zeros((rows.stop - rows.start, columns.stop - columns.start), dtype=np.uint8)
            some[self.rows[here] - rows.start, self.columns[here] - columns.start] = codes[here]
            found[name] = some
        return found


def _exceptions(people: Crowd[PersonProfile], homes: Crowd[HouseholdProfile], rules: Rules) -> Exceptions:
    """Every pair of which either side, or somebody who lives there, is named by the other: looked at one by one."""
    at_row, at_column = people.places(), homes.places()
    residents = homes.kept("residents", lambda: _residents(homes))
    by_people = people.kept("named", lambda: _named((*one.keep_apart, *one.declined) for one in people))
    by_homes = homes.kept("named", lambda: _named(one.keep_apart for one in homes))
    named = {
        (row, column)
        for reference, rows in by_people.items()
        for column in (*at_column.get(reference, ()), *residents.get(reference, ()))
        for row in rows
    } | {
        (row, column)
        for reference in by_homes.keys() & at_row.keys()
        for column in by_homes[reference]
        for row in at_row[reference]
    }
    in_order = sorted(named, key=lambda place: (place[1], place[0]))
    pairs = [pair(people[row], homes[column]) for row, column in in_order]
    return Exceptions(
        np.array([row for row, _ in in_order], dtype=np.int64),
        np.array([column for _, column in in_order], dtype=np.int64),
        {
            "keep_apart": _each(about_people.keep_apart, pairs, rules),
            "declined": _each(about_people.not_declined_recently, pairs, rules),
        },
    )


def _named(each: Iterable[Iterable[str]]) -> Mapping[str, Sequence[int]]:
    """Reference → the places of those who name it."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for place, references in enumerate(each):
        for reference in references:
            found[reference].append(place)
    return found


def _each(check: Check, pairs: Sequence[Pair], rules: Rules) -> Codes:
    return np.array([CODES[check(each, None, rules).met] for each in pairs], dtype=np.uint8)


def _residents(homes: Crowd[HouseholdProfile]) -> Mapping[str, Sequence[int]]:
    return _named((member.reference for member in home.members if member.reference) for home in homes)
