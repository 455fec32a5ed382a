"""A round for profiles: which pairs may be suggested, what each is worth, and how much room each household has when.

A pair is looked at for the kind with least in its way, as everywhere. An introduction takes no space, but more people
are not suggested for the same days than there is room: as many as there are spaces of that kind, and as the home may
hold. Which sets of dated wishes fit beside each other on every day is a question nobody can answer quickly for many
homes at once, so wishes whose days overlap, or overlap with one that overlaps, count as being at the same time: on no
day can that be too many. Where any day will do, the days are agreed later one by one, and only the asks count.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from matching.compatibility.all_pairs import score_all
from matching.compatibility.calendars import KINDS, NOT_KNOWN, Windows, calendars, people_on, windows
from matching.compatibility.coded import Whole, crowd
from matching.compatibility.essentials_at_once import NOT, obstacles_of_all
from matching.compatibility.profiles import HouseholdProfile, PersonProfile, Wish
from matching.compatibility.progress import Progress, unheard
from matching.compatibility.rounds import Limit, Round, Seeker, round_of
from matching.compatibility.rounds_suggested import Suggestion
from matching.compatibility.verdicts import Codes, Rules
from matching.compatibility.weights import DEFAULT_WEIGHTS, Weights
from scheme.kinds import ArrangementKind
from scheme.words import Words

LIKELY = 1
NO_WISH = -1
LOOKING = "Looking at everybody with every household"
BY_CODE = {code: kind for kind, code in KINDS.items()}
WITHOUT_SPACE = KINDS[ArrangementKind.KINSHIP]
WITHOUT_THREE = KINDS[ArrangementKind.HOMESHARE]


@dataclass(frozen=True, slots=True)
class Terms:
    """What a round keeps to. Its numbers count what is under way already."""

    rules: Rules
    introductions: int = 1
    """How many each person may have side by side."""
    asks: int = 2
    """How many people each household may be asked about at once."""
    least: int = 0
    """A pair that is worth less together is not suggested, so that poor ones do not make the count."""
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
    TOO_LITTLE = "too_little", "Where nothing stands in the way, the score is below the scheme’s minimum."
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
) -> RoundOfProfiles:
    """The best introductions for all these people at once. The order in which they come makes no difference.

    Raises ``ValueError`` if two of them share a reference.
    """
    everybody = crowd(sorted(people, key=lambda one: one.reference))
    homes = crowd(sorted(households, key=lambda one: one.reference))
    progress(0, len(everybody), LOOKING)
    points = score_all(everybody, homes, terms.weights).together[LIKELY]
    looked = _looked(everybody, homes, terms)
    suiting = (looked.obstacles < NOT) & (points >= terms.least) & (points >= 0)
    rooms = _Rooms.of(looked, homes, suiting, terms)
    row, column = np.nonzero(suiting)
    order = np.lexsort((rooms.limit[row, column], row))
    row, column = row[order], column[order]
    progress(len(everybody), len(everybody), LOOKING)
    found = round_of(
        [_seeker(one, terms) for one in everybody],
        rooms.limits,
        row,
        rooms.limit[row, column],
        points[row, column].astype(np.int64),
        looked.obstacles[row, column] > 0,
        progress,
    )
    pairs = {s: (int(row[s.number]), int(column[s.number])) for s in found.suggestions}
    return RoundOfProfiles(
        found,
        {(s.person, s.household): looked.kind(at) for s, at in pairs.items()},
        {everybody[place].reference: why for place, why in _without(found, looked.obstacles, suiting)},
    )


def _seeker(person: PersonProfile, terms: Terms) -> Seeker:
    has = sum(reference == person.reference for reference, _ in terms.under_way)
    waited = max(0, terms.waited.get(person.reference, 0))
    return Seeker(person.reference, waited, max(0, terms.introductions - has))


def _without(found: Round, obstacles: Codes, suiting: NDArray[np.bool_]) -> list[tuple[int, WhyNone]]:
    left_out = set(found.left_out)
    why = []
    for place, one in enumerate(found.people):
        if one.reference not in left_out:
            continue
        if not one.at_most:
            why.append((place, WhyNone.HAS_ENOUGH))
        elif suiting[place].any():
            why.append((place, WhyNone.NO_ROOM))
        else:
            why.append((place, WhyNone.TOO_LITTLE if (obstacles[place] < NOT).any() else WhyNone.RULED_OUT))
    return why


# --- for which wish ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Looked:
    """What stands in each pair's way, for the wish with least in it, and which of the different wishes that is."""

    obstacles: Codes
    wish: Whole
    wishes: Sequence[Wish]
    windows: Windows

    def kind(self, at: tuple[int, int]) -> ArrangementKind | None:
        """The kind a pair is looked at for."""
        wish = int(self.wish[at])
        return None if wish == NO_WISH else self.wishes[wish].kind


def _looked(people: Sequence[PersonProfile], homes: Sequence[HouseholdProfile], terms: Terms) -> _Looked:
    """Each wish by itself, the first of those with least in the way; the whole person where no kind is shared."""
    number = {wish: place for place, wish in enumerate(dict.fromkeys(w for one in people for w in one.wishes))}
    offered = _offered(homes)
    least = np.full((len(people), len(homes)), 255, dtype=np.uint8)
    wish = np.full(least.shape, NO_WISH, dtype=np.int64)
    for turn in range(max((len(one.wishes) for one in people), default=0)):
        rows = np.array([row for row, one in enumerate(people) if len(one.wishes) > turn], dtype=np.int64)
        alone = [replace(people[row], wishes=people[row].wishes[turn : turn + 1]) for row in rows.tolist()]
        found = obstacles_of_all(alone, homes, terms.rules)
        kinds = np.array([KINDS[one.wishes[0].kind] for one in alone], dtype=np.int64)
        better = offered[kinds] & (found < least[rows])
        least[rows] = np.where(better, found, least[rows])
        mine = np.array([number[one.wishes[0]] for one in alone], dtype=np.int64)
        wish[rows] = np.where(better, mine[:, None], wish[rows])
    unshared = wish == NO_WISH
    if unshared.any():
        rows = np.flatnonzero(unshared.any(axis=1))
        whole = obstacles_of_all([people[row] for row in rows.tolist()], homes, terms.rules)
        least[rows] = np.where(unshared[rows], whole, least[rows])
    least = _not_again(least, people, homes, terms)
    return _Looked(least, wish, list(number), windows(list(number), terms.rules.today))


def _offered(homes: Sequence[HouseholdProfile]) -> NDArray[np.bool_]:
    """Kinds × households."""
    return np.array([[any(o.kind is k for o in h.offers or ()) for h in homes] for k in KINDS], dtype=bool).reshape(
        len(KINDS), len(homes)
    )


def _not_again(found: Codes, people: Sequence[PersonProfile], homes: Sequence[HouseholdProfile], terms: Terms) -> Codes:
    row = {one.reference: place for place, one in enumerate(people)}
    column = {one.reference: place for place, one in enumerate(homes)}
    for person, household in terms.under_way | terms.together:
        if person in row and household in column:
            found[row[person], column[household]] = NOT
    return found


# --- how much room there is -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Rooms:
    """Limits in order of their names, and in which of them each pair counts."""

    limits: list[Limit]
    limit: Whole

    @classmethod
    def of(
        cls, looked: _Looked, homes: Sequence[HouseholdProfile], suiting: NDArray[np.bool_], terms: Terms
    ) -> "_Rooms":
        """The limits these pairs need."""
        room = _Room.of(looked, homes, terms)
        asked: dict[str, int] = {}
        for _, household in terms.under_way:
            asked[household] = asked.get(household, 0) + 1
        limits: list[Limit] = []
        place = np.zeros(suiting.shape, dtype=np.int64)
        for column, home in enumerate(homes):
            asks = max(0, terms.asks - asked.get(home.reference, 0))
            mine = room.limits_of(column, home.reference, asks, np.unique(looked.wish[suiting[:, column], column]))
            by_wish = np.full(len(looked.wishes) + 1, len(limits))  # the last stands for no wish, as -1 does
            for wish, number in mine.of_wish.items():
                by_wish[wish] = len(limits) + number
            place[:, column] = by_wish[looked.wish[:, column]]
            limits += mine.limits
        order = sorted(range(len(limits)), key=lambda number: limits[number].name)
        rank = np.argsort(order) if order else np.zeros(0, dtype=np.int64)
        return cls([limits[number] for number in order], rank[place] if order else place)


@dataclass(frozen=True, slots=True)
class _Of:
    """One household's limits, the widest first, and in which of them each wish counts if not in that."""

    limits: list[Limit]
    of_wish: dict[int, int]


@dataclass(frozen=True, slots=True)
class _Room:
    """Different wishes × households: how many spaces of that kind are free, and how many more people the home may hold."""

    windows: Windows
    free: Whole
    room: Whole

    @classmethod
    def of(cls, looked: _Looked, homes: Sequence[HouseholdProfile], terms: Terms) -> "_Room":
        """Never less than one: a pair comes here only when nothing stands in its way."""
        known, wishes = calendars(homes), looked.windows.some(np.arange(len(looked.wishes)))
        same_kind, all_kinds = (people_on(wishes, known, same_kind=one) for one in (True, False))
        free = np.full(same_kind.shape, np.iinfo(np.int32).max, dtype=np.int64)
        for one in range(known.offers.kind.shape[1]):
            starts, ends, spaces = known.offers.starts[:, one], known.offers.ends[:, one], known.spaces[:, one]
            then = (known.offers.kind[:, one] == wishes.kind) & (starts <= wishes.until) & (ends >= wishes.wanted_from)
            left = np.where(spaces == NOT_KNOWN, 1, spaces - same_kind)
            np.minimum(free, left, out=free, where=then & (left > 0))
        there = all_kinds + np.maximum(known.living_there, 0)
        return cls(looked.windows, np.maximum(free, 1), np.maximum(terms.rules.people_at_most - there, 1))

    def limits_of(self, column: int, reference: str, asks: int, wishes: Whole) -> _Of:
        """One household's limits for these wishes: for the asks, then for each stretch of days, then for each kind."""
        found = _Of([Limit(reference, asks)], {})
        kind, dated = self.windows.kind, wishes[wishes != NO_WISH]
        dated = dated[self.windows.every_day[dated] & (kind[dated] != WITHOUT_SPACE)]
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
