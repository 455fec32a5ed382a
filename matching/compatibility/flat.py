"""What both sides answered and ask for as plain arrays, for :mod:`compiled` to loop over: no objects, no Python.

Nothing is worked out here that tiles do not work out too. Answers that many give become the tables that the shapes make
of them, distances the points that the shapes give each different spot and home; chosen things that hardly anybody else
chose stay a list for each voice.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from matching.compatibility.all_pairs import HOUSEHOLDS_AT_ONCE, slices
from matching.compatibility.asked import Asked
from matching.compatibility.coded import Coded, Whole
from matching.compatibility.essentials_at_once import (
    ASK,
    INTERIM,
    KINSHIP,
    ONLY_MOVERS,
    Bitwise,
    Standings,
    bitwise,
    within_reach,
)
from matching.compatibility.nearness import ByPlaces, different_spots
from matching.compatibility.sets import Sets

Bytes = NDArray[np.uint8]
Numbers32 = NDArray[np.int32]

SPOTS_AT_ONCE = 256
ANSWERS_AT_ONCE = 64

PAIRS_A_CELL = 10
"""What a table costs to make, a look into it saves for about so many pairs: more different answers stay chosen things."""

Share = Callable[[Callable[[Any], Any], Iterable[Any]], Iterator[Any]]
"""Like ``map``, several at once."""


class FlatSide(NamedTuple):
    """One side's sum. The *asker* is whose sum it is, the *other* whom they look at. Ways: tables, then places, then sets."""

    weight: Numbers32
    """Askers × ways."""
    whole: Numbers32
    """Σ weight of each asker."""
    of_sets: Numbers32
    """Of it, what the sets have."""
    cells: Bytes
    """``[low, likely, high]`` × the cells of all tables, one after another."""
    person_cell: Numbers32
    home_cell: Numbers32
    """People, and households × tables: the two add up to a cell."""
    set_row: Numbers32
    set_voices: Numbers32
    """Askers × sets: their first voice's row, and how many voices there are."""
    set_whole: Numbers32
    set_begins: Whole
    thing: Numbers32
    amount: Bytes
    """Of each row: Σ w, where its things begin; of each thing, which it is, and w."""
    makes: Bytes
    makes_at: Whole
    makes_voices: Numbers32
    makes_wide: Whole
    """What others make of each thing, voice after voice: where each other's begin (× sets), how many voices, how long one is."""
    place_row: Numbers32
    """Askers × places."""
    often: Numbers32
    place_begins: Whole
    spot: Numbers32
    visits: Numbers32
    """Of each row: how often they go anywhere, where its places begin; of each place, which spot it is, and how often."""
    points: Bytes
    spots_at: Whole
    spots_high: Whole
    spots_wide: Whole
    home_spot: Numbers32
    """Of each way: ``[low, likely, high]`` × spots × homes; where that begins and its size; others × ways: which home."""


class FlatStandings(NamedTuple):
    """What essentials read, and what they answer for each different wish and distance."""

    person_asks: NDArray[np.uint16]
    person_has: NDArray[np.uint16]
    person_perhaps: NDArray[np.uint16]
    home_asks: NDArray[np.uint16]
    home_has: NDArray[np.uint16]
    home_perhaps: NDArray[np.uint16]
    """Essentials that are bits × people, or × households."""
    only_movers: NDArray[np.bool_]
    """Which of them are not asked where nobody moves."""
    named_begins: Whole
    named_home: Whole
    named: Bytes
    """Of each person, the households that name them or are named, and what that answers."""
    crisis: Bytes
    wished: Numbers32
    """People × their wishes, in their order; −1 where there are fewer."""
    wishes_something: NDArray[np.bool_]
    kind: Numbers32
    interim: NDArray[np.bool_]
    kinship: int
    offered: NDArray[np.bool_]
    """Kinds × households."""
    offers_something: NDArray[np.bool_]
    by_wish: Bytes
    """Different wishes × a block of households: what depends on the kind and its dates, added up."""
    without_kind: int
    """The same where no kind is shared."""
    turned: bool
    reach: Numbers32
    square: Numbers32
    within: Bytes
    """Of each mover, which limits; of each home, which square; limits × squares: whether that is within."""


def flat_side(asked: Sequence[Asked], person_asks: bool, people: int, homes: int, share: Share) -> FlatSide:
    """One side's sum, but for the points of places, which :func:`with_points` fills in for a block of households.

    ``share`` has several things worked out at once.
    """
    askers, others = (people, homes) if person_asks else (homes, people)
    tables, places = of_kind(asked, None), of_kind(asked, ByPlaces)
    sets = sorted(of_kind(asked, Sets), key=_effort)
    weight = _columns([each.weight for each in (*tables, *places, *sets)], askers)
    return FlatSide(
        weight=weight,
        whole=weight.sum(axis=1, dtype=np.int32),
        of_sets=weight[:, len(tables) + len(places) :].sum(axis=1, dtype=np.int32),
        **_tables(tables, people, homes, share),
        **_sets(sets, askers, others),
        **_places(places, askers, others),
    )


def of_kind(asked: Sequence[Asked], shape: type | None) -> list[Asked]:
    """Those whose chosen things or places are added up pair by pair; ``None``: those that are looked up in a table."""
    return [each for each in asked if _kind(each) is shape]


def _kind(asked: Asked) -> type | None:
    if asked.table is not None:
        return None
    if isinstance(asked.criterion.shape, Sets):
        return None if _pays(asked.people, asked.homes) else Sets
    one_voice = all(
        len(each.codes) == 0 or each.different == each.rows[0].shape[0] for each in (asked.people, asked.homes)
    )
    return ByPlaces if isinstance(asked.criterion.shape, ByPlaces) and one_voice else None


def _pays(people: Coded, homes: Coded) -> bool:
    """Whether a table of what different answers make of each other is looked into often enough."""
    return people.different * homes.different * PAIRS_A_CELL <= len(people.codes) * len(homes.codes)


def _effort(asked: Asked) -> float:
    """About how many things are compared for a pair. Sets that ask little come first: they may settle it."""
    mine = asked.people if asked.person_asks else asked.homes
    voices = [one.rows[0].shape[0] / one.different for one in (asked.people, asked.homes)]
    return float(csr_array(mine.rows[0]).nnz / mine.rows[0].shape[0] * voices[0] * voices[1])


def _tables(asked: Sequence[Asked], people: int, homes: int, share: Share) -> dict[str, Any]:
    each = list(share(_table, asked))
    begins = np.cumsum([0, *(table.shape[1] * table.shape[2] for table in each)])
    return {
        "cells": np.concatenate([np.zeros((3, 0), dtype=np.uint8), *(table.reshape(3, -1) for table in each)], axis=1),
        "person_cell": _columns(
            [
                begin + one.people.codes * table.shape[2]
                for begin, one, table in zip(begins.tolist(), asked, each, strict=False)
            ],
            people,
        ),
        "home_cell": _columns([one.homes.codes for one in asked], homes),
    }


def _table(asked: Asked) -> Bytes:
    """``[low, likely, high]`` × different answers of people × of households, some at a time: memory stays small on the way."""
    people, homes = asked.people.different, asked.homes.different
    found = np.empty((3, people, homes), dtype=np.uint8)
    if asked.table is not None:
        found[:] = asked.table.transpose(1, 0, 2)
        return found
    against = asked.against(np.arange(homes))
    for some in slices(0, people, ANSWERS_AT_ONCE):
        found[:, some] = against(asked.people.of(np.arange(some.start, some.stop))[0])
    return found


def _sets(asked: Sequence[Asked], askers: int, others: int) -> dict[str, Any]:
    mine = [one.people if one.person_asks else one.homes for one in asked]
    theirs = [one.homes if one.person_asks else one.people for one in asked]
    weights = [csr_array(one.rows[0]) for one in mine]
    makes = [np.ascontiguousarray(one.rows[0]) for one in theirs]
    rows = np.cumsum([0, *(one.shape[0] for one in weights)]).tolist()
    things = np.cumsum([0, *(one.nnz for one in weights)]).tolist()
    bytes_ = np.cumsum([0, *(one.size for one in makes)]).tolist()
    return {
        "set_row": _columns([row + _first(one) for row, one in zip(rows, mine, strict=False)], askers),
        "set_voices": _columns([_voices(one) for one in mine], askers),
        "set_whole": _joined([one.rows[1] for one in mine], np.int32),
        "set_begins": _joined([[0], *(t + one.indptr[1:] for t, one in zip(things, weights, strict=False))], np.int64),
        "thing": _joined([one.indices for one in weights], np.int32),
        "amount": _joined([one.data for one in weights], np.uint8),
        "makes": _joined([one.ravel() for one in makes], np.uint8),
        "makes_at": _columns(
            [at + _first(one) * table.shape[1] for at, one, table in zip(bytes_, theirs, makes, strict=False)],
            others,
            np.int64,
        ),
        "makes_voices": _columns([_voices(one) for one in theirs], others),
        "makes_wide": np.array([one.shape[1] for one in makes], dtype=np.int64),
    }


def _places(asked: Sequence[Asked], askers: int, others: int) -> dict[str, Any]:
    mine = [one.people if one.person_asks else one.homes for one in asked]
    rows = np.cumsum([0, *(len(one.rows[0]) for one in mine)]).tolist()
    visits = [one.rows[2] for one in mine]
    begins, none = 0, np.zeros(len(asked), dtype=np.int64)
    each = []
    for table in visits:
        each.append(begins + np.arange(1, len(table) + 1) * table.shape[1])
        begins += table.size
    return {
        "place_row": _columns([row + _first(one) for row, one in zip(rows, mine, strict=False)], askers),
        "often": _joined([one.rows[3] for one in mine], np.int32),
        "place_begins": _joined([[0], *each], np.int64),
        "spot": np.zeros(begins, dtype=np.int32),
        "visits": _joined([table.ravel() for table in visits], np.int32),
        "points": np.zeros(0, dtype=np.uint8),
        "spots_at": none,
        "spots_high": none,
        "spots_wide": none,
        "home_spot": np.zeros((others, len(asked)), dtype=np.int32),
    }


def with_points(side: FlatSide, asked: Sequence[Asked], columns: slice) -> FlatSide:
    """The same, with the points of every different spot and home that can meet in this block of households."""
    found, spot, home_spot = [], [], side.home_spot.copy()
    for way, one in enumerate(of_kind(asked, ByPlaces)):
        (spots, which, *_), (homes,) = (one.people if one.person_asks else one.homes).rows, _finds(one).rows
        here = one.homes.codes[columns]
        askers = slice(None) if one.person_asks else np.unique(here)
        others = np.unique(here) if one.person_asks else np.arange(len(homes))
        different, place = different_spots(spots[askers].reshape(-1, spots.shape[-1]), which[askers].ravel())
        known = np.zeros(which.max(initial=0) + 1, dtype=np.int32)
        known[: len(place)] = place
        spot.append(known[which.ravel()])
        squares, square = np.unique(homes[others], axis=0, return_inverse=True)
        among = np.zeros(len(homes), dtype=np.int32)
        among[others] = square
        home_spot[:, way] = among[_finds(one).codes]
        found.append(_points(one.criterion.shape, different, squares))
    sizes = np.cumsum([0, *(each.size for each in found)])
    return side._replace(
        points=_joined([each.ravel() for each in found], np.uint8),
        spots_at=sizes[:-1].astype(np.int64),
        spots_high=np.array([each.shape[1] for each in found], dtype=np.int64),
        spots_wide=np.array([each.shape[2] for each in found], dtype=np.int64),
        spot=_joined(spot, np.int32),
        home_spot=home_spot,
    )


def _points(shape: Any, spots: Whole, homes: Whole) -> Bytes:
    """``[low, likely, high]`` × spots × homes, some spots at a time, so that memory stays small on the way."""
    found = np.empty((3, len(spots), len(homes)), dtype=np.uint8)
    for begin in range(0, len(spots), SPOTS_AT_ONCE):
        some = slice(begin, begin + SPOTS_AT_ONCE)
        found[:, some] = shape.points(spots[some, None], homes[None])
    return found


def flat_standings(standings: Standings, people: int) -> FlatStandings:
    """What essentials read, but for what :func:`with_answers` fills in for a block of households."""
    facts, homes = standings.people, standings.homes
    bits = bitwise(facts.sides, homes.sides, standings.turned)
    named = standings.exceptions
    by_row = np.lexsort((named.columns, named.rows))
    wishes = facts.wishes
    movers = homes.sides if standings.turned else facts.sides
    return FlatStandings(
        **_bits(list(bits.values()), people, homes.offered.shape[1]),
        only_movers=np.array([name in ONLY_MOVERS for name in bits], dtype=bool),
        named_begins=np.searchsorted(named.rows[by_row], np.arange(people + 1)).astype(np.int64),
        named_home=named.columns[by_row],
        named=sum(named.answers.values(), np.zeros(len(named.rows), dtype=np.uint8))[by_row].astype(np.uint8),
        crisis=facts.crisis,
        wished=facts.wished.astype(np.int32),
        wishes_something=np.any(facts.wished >= 0, axis=1),
        kind=wishes.kind.astype(np.int32),
        interim=INTERIM,
        kinship=KINSHIP,
        offered=homes.offered,
        offers_something=np.any(homes.offered, axis=0),
        by_wish=np.zeros((len(wishes.kind), 0), dtype=np.uint8),
        without_kind=len(standings.by_wish(slice(0, 0))) * int(ASK),
        turned=standings.turned,
        reach=movers.reach.astype(np.int32),
        square=np.zeros(0, dtype=np.int32),
        within=np.zeros((0, 0), dtype=np.uint8),
    )


def _bits(each: Sequence[Bitwise], people: int, homes: int) -> dict[str, Any]:
    """Of both sides what it asks, has, and perhaps has; one of them asks."""
    found = {}
    for side, length, asks in (("person", people, True), ("home", homes, False)):
        none = np.zeros(length, dtype=np.uint16)
        for name, fact, mine in (("asks", "asked", asks), ("has", "has", not asks), ("perhaps", "perhaps", not asks)):
            found[f"{side}_{name}"] = np.stack(
                [getattr(one, fact) if one.person_asks is mine else none for one in each]
            )
    return found


def with_answers(flat: FlatStandings, standings: Standings, columns: slice, share: Share) -> FlatStandings:
    """The same, with what is answered for a block of households; ``share`` has several worked out at once."""
    givers = standings.people.sides.home if standings.turned else standings.homes.sides.home
    here = np.zeros(len(givers), dtype=bool)
    here[slice(None) if standings.turned else columns] = True
    squares, square = np.unique(givers[here], axis=0, return_inverse=True)
    among = np.zeros(len(givers), dtype=np.int32)
    among[here] = square

    def added_up(some: slice) -> Bytes:
        none = np.zeros((len(flat.kind), some.stop - some.start), dtype=np.uint8)
        return sum(standings.by_wish(some).values(), none)

    def reached(some: slice) -> Bytes:
        return within_reach(standings.homes.reaches if standings.turned else standings.people.reaches, squares[some])

    def side_by_side(work: Callable[[slice], Bytes], these: slice) -> Bytes:
        return np.concatenate(list(share(work, slices(these.start, these.stop, HOUSEHOLDS_AT_ONCE))), axis=1)

    return flat._replace(
        by_wish=side_by_side(added_up, columns), square=among, within=side_by_side(reached, slice(0, len(squares)))
    )


def no_standings() -> FlatStandings:
    """For when nobody asks for the essentials: nothing, of the kinds that the compiled loop expects."""
    bits, bytes_, whole = (np.zeros((0, 0), dtype=kind) for kind in (np.uint16, np.uint8, np.int32))
    row, yes = np.zeros(0, dtype=np.int64), np.zeros(0, dtype=bool)
    return FlatStandings(
        *(bits,) * 6,
        yes,
        row,
        row,
        bytes_[0:0].ravel(),
        bytes_.ravel(),
        whole,
        yes,
        whole.ravel(),
        yes,
        0,
        yes.reshape(0, 0),
        yes,
        bytes_,
        0,
        False,
        whole,
        whole.ravel(),
        bytes_,
    )


def _finds(asked: Asked) -> Coded:
    return asked.homes if asked.person_asks else asked.people


def _first(coded: Coded) -> Whole:
    """The row of each profile's first voice."""
    return coded.begins[coded.codes]


def _voices(coded: Coded) -> Whole:
    return np.diff(coded.begins)[coded.codes]


def _columns(each: Sequence[Any], length: int, kind: type = np.int32) -> Any:
    """Beside each other, a row for each profile."""
    return np.array(each, dtype=kind).reshape(len(each), length).T.copy()


def _joined(each: Sequence[Any], kind: type) -> Any:
    return np.concatenate([np.zeros(0, dtype=kind), *each]).astype(kind)
