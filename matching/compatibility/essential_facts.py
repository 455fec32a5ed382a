"""What essentials read of many profiles, as arrays: each list of needs or must-nots a few bits of one number."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from math import inf

import numpy as np
from numpy.typing import NDArray

from matching.compatibility.calendars import Calendars, Windows, calendars, windows
from matching.compatibility.coded import Crowd
from matching.compatibility.essentials_about_homes import (
    WITH_A_HOUSEHOLD,
    WITH_A_PERSON,
    There,
    gone_to_regularly,
)
from matching.compatibility.pairs import AnyProfile, Party, Profile
from matching.compatibility.profiles import HomeFacts, HouseholdProfile, PersonProfile, Wish
from matching.compatibility.verdicts import CODES, Codes, Met, Rules
from scheme.cells import Cell, in_metres
from scheme.ways_of_living import AccessNeed, HouseholdMustNot, MustNot, YesNo
from scheme.words import Words

Bits = NDArray[np.uint16]

ASK = np.uint16(1 << len(AccessNeed))
"""The bit of "nobody has said what is needed", which no home can be known to have."""

NOWHERE = (0.0, 0.0, 0.0)
NO_LIMIT, FROM_WHERE = 0, 1

CRISIS = {YesNo.NO: CODES[Met.MET], None: CODES[Met.NOT_KNOWN], YesNo.YES: CODES[Met.NOT_MET]}
"""What an essential answers for a kind that is not for now."""


@dataclass(frozen=True, slots=True)
class SideFacts:
    """What either side of a pair may be asked for, one entry for each profile."""

    needs: Bits
    """What they need of a home if they move."""
    lacks: Bits
    unclear: Bits
    """What their home has not, and what is not known of it, if the home is theirs."""
    must_nots: Bits
    with_them: Bits
    perhaps_with_them: Bits
    """What comes with them of the other side's must-nots, and what is not known."""
    reach: NDArray[np.int64]
    """Profiles × the places from which they set a limit: which of ``reaches``; the first where there are no more."""
    home: NDArray[np.float64]

    def some(self, which: slice) -> "SideFacts":
        """Some of these profiles."""
        return SideFacts(*(getattr(self, one.name)[which] for one in fields(self)))


Reaches = NDArray[np.float64]
"""Different places and limits: west, south and size of the place (no size if we cannot tell), and metres.

The first stands for no place and no limit, the second for a limit from we do not know where.
"""


@dataclass(frozen=True, slots=True)
class PeopleFacts:
    """What essentials read of people, beside what either side is asked."""

    sides: SideFacts
    reaches: Reaches
    crisis: Codes
    wishes: Windows
    """The different wishes of all of them."""
    wished: NDArray[np.int64]
    """People × their wishes in their order: which of the different ones; −1 where somebody has fewer."""


@dataclass(frozen=True, slots=True)
class HomesFacts:
    """What essentials read of households, beside what either side is asked."""

    sides: SideFacts
    reaches: Reaches
    calendars: Calendars
    offered: NDArray[np.bool_]
    """Kinds × households."""


def people_facts(people: Crowd[PersonProfile], gives_home: bool, rules: Rules) -> PeopleFacts:
    """These people's facts, with their wishes as of today."""
    different = people.kept("different wishes", lambda: _different_wishes(people))
    parties = people.parties(gives_home)
    with_a_person = [WITH_A_PERSON[must_not] for must_not in HouseholdMustNot]

    def wished() -> NDArray[np.int64]:
        found = np.full((len(people), max((len(one.wishes) for one in people), default=0)), -1, dtype=np.int64)
        for row, one in enumerate(people):
            found[row, : len(one.wishes)] = [different[wish] for wish in one.wishes]
        return found

    sides, reaches = people.kept(("facts", gives_home), lambda: _side_facts(parties, MustNot, with_a_person))
    return PeopleFacts(
        sides,
        reaches,
        people.kept("crisis", lambda: np.array([CRISIS[one.crisis] for one in people], dtype=np.uint8)),
        people.kept(("wishes", rules.today), lambda: windows(list(different), rules.today)),
        people.kept("wished", wished),
    )


def _different_wishes(people: Crowd[PersonProfile]) -> Mapping[Wish, int]:
    return {wish: number for number, wish in enumerate(dict.fromkeys(wish for one in people for wish in one.wishes))}


def homes_facts(homes: Crowd[HouseholdProfile], gives_home: bool) -> HomesFacts:
    """These households' facts."""
    parties = homes.parties(gives_home)
    with_a_household = [WITH_A_HOUSEHOLD[must_not] for must_not in MustNot]
    found = homes.kept("calendars", lambda: calendars(homes))
    sides, reaches = homes.kept(("facts", gives_home), lambda: _side_facts(parties, HouseholdMustNot, with_a_household))
    return HomesFacts(
        sides,
        reaches,
        found,
        homes.kept("offered", found.offered),
    )


def _side_facts(
    parties: Sequence[Party[Profile]], own: type[Words], with_them: Sequence[Callable[[Party[Profile]], There]]
) -> tuple[SideFacts, Reaches]:
    has = [[_has(party.home, need) for need in AccessNeed] for party in parties]
    comes = [[there(party) for there in with_them] for party in parties]
    reach, reaches = _reach([party.profile for party in parties])
    sides = SideFacts(
        needs=_bits([_needs(party.profile) for party in parties]),
        lacks=_bits([[there is False for there in each] for each in has]),
        unclear=_bits([[there is None for there in each] for each in has]) | ASK,
        must_nots=_bits([[must_not in party.profile.must_nots for must_not in own] for party in parties]),
        with_them=_bits([[there is True for there in each] for each in comes]),
        perhaps_with_them=_bits([[there is None for there in each] for each in comes]),
        reach=reach,
        home=np.array([_square(party.home.cell) for party in parties], dtype=np.float64).reshape(-1, 3),
    )
    return sides, reaches


def _reach(profiles: Sequence[AnyProfile]) -> tuple[NDArray[np.int64], Reaches]:
    known = {(*NOWHERE, inf): NO_LIMIT, (*NOWHERE, 0.0): FROM_WHERE}
    each = []
    for profile in profiles:
        limit = profile.distance_limit_miles
        going = gone_to_regularly(profile) if limit is not None else ()
        places = [(*_square(place.cell), float(in_metres(limit or 0))) for place in going]
        found = [known.setdefault(place if place[2] else (*NOWHERE, 0.0), len(known)) for place in places]
        each.append(found or [NO_LIMIT if limit is None else FROM_WHERE])
    reach = np.full((len(each), max(map(len, each), default=0)), NO_LIMIT, dtype=np.int64)
    for row, found in enumerate(each):
        reach[row, : len(found)] = found
    return reach, np.array(list(known), dtype=np.float64)


def _square(cell: Cell | None) -> tuple[float, float, float]:
    return (cell.west_m, cell.south_m, cell.size_m) if cell else NOWHERE


def _has(home: HomeFacts, need: AccessNeed) -> There:
    return home.access[need] is YesNo.YES if need in home.access else None


def _needs(profile: AnyProfile) -> Sequence[bool]:
    needs = profile.access_needs
    return [need in (needs or ()) for need in AccessNeed] + [needs is None]


def _bits(each: Sequence[Sequence[bool]]) -> Bits:
    """Each list of yes and no as one number, the first as its lowest bit."""
    table = np.array(each, dtype=np.uint16).reshape(len(each), -1)
    found: Bits = (table << np.arange(table.shape[1], dtype=np.uint16)).sum(axis=1, dtype=np.uint16)
    return found
