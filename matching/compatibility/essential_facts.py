"""What essentials read of many profiles, as arrays: each list of needs or must-nots a few bits of one number."""

from collections.abc import Callable, Sequence
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
    in_metres,
)
from matching.compatibility.pairs import AnyProfile, Party, Profile
from matching.compatibility.profiles import HomeFacts, HouseholdProfile, PersonProfile
from matching.compatibility.verdicts import CODES, Codes, Met, Rules
from scheme.cells import Cell
from scheme.ways_of_living import AccessNeed, HouseholdMustNot, MustNot, YesNo
from scheme.words import Words

Bits = NDArray[np.uint16]

ASK = np.uint16(1 << len(AccessNeed))
"""The bit of "nobody has said what is needed", which no home can be known to have."""

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
    limit_m: NDArray[np.float64]
    """How far they would go, in metres; endless if they set no limit."""
    places: NDArray[np.float64]
    """West, south and size of the places that count; no size where there is none, or we cannot tell where it is."""
    named: NDArray[np.int64]
    """How many places count: the first so many are theirs."""
    home: NDArray[np.float64]

    def some(self, which: slice) -> "SideFacts":
        """Some of these profiles."""
        return SideFacts(*(getattr(self, one.name)[which] for one in fields(self)))


@dataclass(frozen=True, slots=True)
class PeopleFacts:
    """What essentials read of people, beside what either side is asked."""

    sides: SideFacts
    crisis: Codes
    wishes: Windows
    """The different wishes of all of them."""
    wished: NDArray[np.int64]
    """People × their wishes in their order: which of the different ones; −1 where somebody has fewer."""


@dataclass(frozen=True, slots=True)
class HomesFacts:
    """What essentials read of households, beside what either side is asked."""

    sides: SideFacts
    calendars: Calendars
    offered: NDArray[np.bool_]
    """Kinds × households."""


def people_facts(people: Crowd[PersonProfile], gives_home: bool, rules: Rules) -> PeopleFacts:
    """These people's facts, with their wishes as of today."""
    different = {wish: number for number, wish in enumerate(dict.fromkeys(w for one in people for w in one.wishes))}

    parties = people.parties(gives_home)
    with_a_person = [WITH_A_PERSON[must_not] for must_not in HouseholdMustNot]

    def wished() -> NDArray[np.int64]:
        found = np.full((len(people), max((len(one.wishes) for one in people), default=0)), -1, dtype=np.int64)
        for row, one in enumerate(people):
            found[row, : len(one.wishes)] = [different[wish] for wish in one.wishes]
        return found

    return PeopleFacts(
        people.kept(("facts", gives_home), lambda: _side_facts(parties, MustNot, with_a_person)),
        people.kept("crisis", lambda: np.array([CRISIS[one.crisis] for one in people], dtype=np.uint8)),
        people.kept(("wishes", rules.today), lambda: windows(list(different), rules.today)),
        people.kept("wished", wished),
    )


def homes_facts(homes: Crowd[HouseholdProfile], gives_home: bool) -> HomesFacts:
    """These households' facts."""
    parties = homes.parties(gives_home)
    with_a_household = [WITH_A_HOUSEHOLD[must_not] for must_not in MustNot]
    found = homes.kept("calendars", lambda: calendars(homes))
    return HomesFacts(
        homes.kept(("facts", gives_home), lambda: _side_facts(parties, HouseholdMustNot, with_a_household)),
        found,
        homes.kept("offered", found.offered),
    )


def _side_facts(
    parties: Sequence[Party[Profile]], own: type[Words], with_them: Sequence[Callable[[Party[Profile]], There]]
) -> SideFacts:
    has = [[_has(party.home, need) for need in AccessNeed] for party in parties]
    comes = [[there(party) for there in with_them] for party in parties]
    going = [gone_to_regularly(party.profile) for party in parties]
    limits = (party.profile.distance_limit_miles for party in parties)
    return SideFacts(
        needs=_bits([_needs(party.profile) for party in parties]),
        lacks=_bits([[there is False for there in each] for each in has]),
        unclear=_bits([[there is None for there in each] for each in has]) | ASK,
        must_nots=_bits([[must_not in party.profile.must_nots for must_not in own] for party in parties]),
        with_them=_bits([[there is True for there in each] for each in comes]),
        perhaps_with_them=_bits([[there is None for there in each] for each in comes]),
        limit_m=np.array([inf if limit is None else in_metres(limit) for limit in limits], dtype=np.float64),
        places=_squares([[place.cell for place in each] for each in going]),
        named=np.array([len(each) for each in going], dtype=np.int64),
        home=_squares([[party.home.cell] for party in parties], at_least=1)[:, 0],
    )


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


def _squares(each: Sequence[Sequence[Cell | None]], at_least: int = 0) -> NDArray[np.float64]:
    found = np.zeros((len(each), max(map(len, each), default=at_least), 3))
    for row, cells in enumerate(each):
        for column, cell in enumerate(cells):
            if cell:
                found[row, column] = cell.west_m, cell.south_m, cell.size_m
    return found
