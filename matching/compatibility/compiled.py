"""The same sums and essentials for one pair after another, compiled: what tiles cannot leave out, a loop can.

Most pairs are ruled out: what excludes most is looked at first, for many households in one step. Of the rest, most cannot
reach what is asked for (a person's tenth best so far, or a price): a side's sum is given up as soon as the most it could
still become is too little, so what is dear to work out, interests and distances, is worked out for few. Nothing is
guessed: whatever is passed over could not have been chosen.

Whole numbers throughout, from the arrays of :mod:`flat`. Tests hold every figure to the one that is explained. Only this
module needs numba, which is an extra; without it :mod:`looking` finds the same in tiles.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import numba
import numpy as np
from numpy.typing import NDArray

from matching.compatibility.flat import FlatSide, FlatStandings

if TYPE_CHECKING:
    from matching.compatibility.allowed import Prices

Whole = NDArray[np.int64]
Bytes = NDArray[np.uint8]
Sides = tuple[FlatSide, FlatSide]
"""The person's, and the household's."""

Number = Any
"""A whole number of the machine's: what it is of, the compiler finds out."""

F = TypeVar("F", bound=Callable[..., Any])

NOT, ASK, NOTHING_SHARED = 16, 1, 255
LOW, LIKELY, HIGH = 0, 1, 2
NO_NUMBER, TOO_LITTLE = -1, -2
STEPS, BITS = 102, 7
OPPOSED = 101


AS_NUMBERS: dict[str, Any] = {"error_model": "numpy", "_nrt": False}
"""Nothing is counted or made on the way: every array comes from outside, and two threads that count one array wait."""


def compiled(function: F) -> F:
    """Compiled when it is first called; it holds no lock, so threads run beside each other.

    It is kept on disk beside the source or in the user's cache; where neither may be written, for this process only.
    """
    try:
        made: F = numba.njit(cache=True, nogil=True, **AS_NUMBERS)(function)
    except RuntimeError:
        made = numba.njit(nogil=True, **AS_NUMBERS)(function)
    return made


def inside(function: F) -> F:
    """A part of what is compiled, put where it is called."""
    made: F = numba.njit(forceinline=True, **AS_NUMBERS)(function)
    return made


class Kept(NamedTuple):
    """What is worked out about one person and a block of households, an entry for each of these; afresh for the next."""

    found: Bytes
    at_home: Bytes
    best: Bytes
    """What stands in the way: whatever the kind, and besides only of those who move; of the best kind, but for distance."""
    there: Whole
    """The places, in the block, of those that are still looked at; the rest is about them."""
    check_first: Whole
    turn: Whole
    mine: Whole
    theirs: Whole
    most: Whole
    """Both totals so far, and what together can still become."""
    order: Whole
    buckets: Whole


def room(wide: int) -> Kept:
    """Room for so many households."""
    some = [np.empty(wide, dtype=np.uint8) for _ in range(3)]
    numbers = [np.empty(wide + 1, dtype=np.int64) for _ in range(7)]
    return Kept(some[0], some[1], some[2], *numbers, np.empty(102, dtype=np.int64))  # type: ignore[call-arg]


# --- what stands in the way -------------------------------------------------------------------------------------------------


@inside
def _bits(
    asked: Number, has: Number, perhaps: Number, theirs_asked: Number, theirs_has: Number, theirs_perhaps: Number
) -> Number:
    """Whether any of what either side asks is certainly with the other, or perhaps."""
    if (asked & theirs_has) | (theirs_asked & has):
        return np.uint8(NOT)
    return np.uint8(ASK) if (asked & theirs_perhaps) | (theirs_asked & perhaps) else np.uint8(0)


@inside
def _whatever_kind(
    stands: FlatStandings, person: Number, start: Number, wide: Number, found: Bytes, at_home: Bytes
) -> None:
    """What stands in the way whatever the kind: of all, and of what is asked only of those who move."""
    found[:wide] = 0
    at_home[:wide] = 0
    for one in range(len(stands.person_asks)):
        mine = stands.person_asks[one, person], stands.person_has[one, person], stands.person_perhaps[one, person]
        into = at_home if stands.only_movers[one] else found
        asks, has, perhaps = stands.home_asks[one], stands.home_has[one], stands.home_perhaps[one]
        for place in range(wide):
            home = start + place
            into[place] += _bits(mine[0], mine[1], mine[2], asks[home], has[home], perhaps[home])
    for at in range(stands.named_begins[person], stands.named_begins[person + 1]):
        place = stands.named_home[at] - start
        if 0 <= place < wide:
            found[place] += stands.named[at]


@inside
def _crisis(stands: FlatStandings, person: Number, wish: Number) -> Number:
    return np.uint8(0) if stands.interim[stands.kind[wish]] else stands.crisis[person]


@inside
def _nothing_shared(stands: FlatStandings, person: Number, home: Number) -> Number:
    """What is in the way of a pair that wants no kind in common, besides what is whatever the kind."""
    said = stands.wishes_something[person] and stands.offers_something[home]
    return stands.without_kind + np.int64(stands.crisis[person]) + (NOT if said else ASK)


@inside
def _possible(stands: FlatStandings, person: Number, start: Number, wide: Number, kept: Kept) -> Number:
    """The places of the households that nothing but perhaps distance rules out; how many they are."""
    found, at_home, best, there = kept.found, kept.at_home, kept.best, kept.there
    _whatever_kind(stands, person, start, wide, found, at_home)
    best[:wide] = NOTHING_SHARED
    for turn in range(stands.wished.shape[1]):
        wish = stands.wished[person, turn]
        if wish < 0:
            continue
        crisis, kind = _crisis(stands, person, wish), stands.kind[wish]
        moves = np.uint8(0) if kind == stands.kinship else np.uint8(255)
        offered, by_wish = stands.offered[kind], stands.by_wish[wish]
        for place in range(wide):
            worst = np.uint8(by_wish[place] + crisis + found[place] + (at_home[place] & moves))
            if offered[start + place] and worst < best[place]:
                best[place] = worst
    count: Number = 0
    for place in range(wide):
        least = np.int64(best[place])
        if least == NOTHING_SHARED:
            whatever_kind = np.int64(found[place]) + np.int64(at_home[place])
            least = whatever_kind + _nothing_shared(stands, person, start + place)
        there[count] = place
        count += least < NOT
    return count


@inside
def _distance(stands: FlatStandings, person: Number, home: Number) -> Number:
    """The worst over the places of whoever would move."""
    reach = stands.reach[home] if stands.turned else stands.reach[person]
    square = stands.square[person] if stands.turned else stands.square[home]
    worst: Number = 0
    for one in range(len(reach)):
        worst = max(worst, np.int64(stands.within[reach[one], square]))
    return worst


@inside
def _standing(stands: FlatStandings, person: Number, place: Number, start: Number, kept: Kept) -> tuple[Number, Number]:
    """What stands in one pair's way, with distance; and for which of the person's wishes."""
    home = start + place
    best: Number = NOTHING_SHARED
    best_turn: Number = -1
    whatever_kind = np.int64(kept.found[place])
    far = np.int64(kept.at_home[place]) + _distance(stands, person, home)
    for turn in range(stands.wished.shape[1]):
        wish = stands.wished[person, turn]
        if wish < 0 or not stands.offered[stands.kind[wish], home]:
            continue
        obstacles = np.int64(stands.by_wish[wish, place]) + np.int64(_crisis(stands, person, wish)) + whatever_kind
        if stands.kind[wish] != stands.kinship:
            obstacles += far
        if obstacles < best:
            best, best_turn = obstacles, turn
    if best_turn < 0:
        best = whatever_kind + far + _nothing_shared(stands, person, home)
    return best, best_turn


# --- one side's sum ---------------------------------------------------------------------------------------------------------


@inside
def _half_up(total: Number, weight: Number) -> Number:
    return (2 * total + weight) // (2 * weight + (weight == 0))


@inside
def _together(mine: Number, theirs: Number) -> Number:
    if mine == NO_NUMBER or theirs == NO_NUMBER:
        return max(mine, theirs)
    return _half_up(2 * mine * theirs, mine + theirs)


@inside
def _chosen(side: FlatSide, row: Number, at: Number, band: Number) -> Number:
    """One voice's chosen things beside what another makes of them: the formula of :mod:`sets`."""
    whole: Number = np.int64(side.set_whole[row])
    near: Number = 0
    opposed: Number = 0
    if whole == 0:
        return 50 * band
    for one in range(side.set_begins[row], side.set_begins[row + 1]):
        makes, amount = np.int64(side.makes[at + side.thing[one]]), np.int64(side.amount[one])
        is_opposed = np.int64(makes == OPPOSED)
        opposed += amount * is_opposed
        near += amount * (makes - OPPOSED * is_opposed)
    if band == LOW:
        return (2 * near + whole) // (2 * whole)
    if band == LIKELY:
        return (101 * whole + near - 100 * opposed) // (2 * whole)
    return (201 * whole - 200 * opposed) // (2 * whole)


@inside
def _set(side: FlatSide, way: Number, asker: Number, other: Number, band: Number) -> Number:
    """The least over the voices of either side."""
    least = 100
    row, at = side.set_row[asker, way], side.makes_at[other, way]
    for mine in range(side.set_voices[asker, way]):
        for theirs in range(side.makes_voices[other, way]):
            least = min(least, _chosen(side, row + mine, at + theirs * side.makes_wide[way], band))
    return least


@inside
def _places(side: FlatSide, way: Number, asker: Number, other: Number, band: Number) -> Number:
    """The mean over the places somebody goes to, by how often, rounded half up."""
    row = side.place_row[asker, way]
    often = np.int64(side.often[row])
    if often == 0:
        return 50 * band
    table, total = side.spots_at[way] + band * side.spots_high[way] * side.spots_wide[way], 0
    for one in range(side.place_begins[row], side.place_begins[row + 1]):
        at = table + side.spot[one] * side.spots_wide[way] + side.home_spot[other, way]
        total += side.visits[one] * np.int64(side.points[at])
    return _half_up(total, often)


@inside
def _looked_up(side: FlatSide, asker: Number, other: Number, person: Number, home: Number, band: Number) -> Number:
    """The total of all but the sets: what is read from tables, and nearness."""
    tables = side.home_cell.shape[1]
    total: Number = 0
    for way in range(tables):
        cell = side.person_cell[person, way] + side.home_cell[home, way]
        total += side.weight[asker, way] * np.int64(side.cells[band, cell])
    for way in range(side.place_row.shape[1]):
        total += side.weight[asker, tables + way] * _places(side, way, asker, other, band)
    return total


@compiled
def _score(side: FlatSide, asker: Number, other: Number, person: Number, home: Number, band: Number) -> Number:
    """Total ÷ Σ weight, rounded half up."""
    whole = np.int64(side.whole[asker])
    if whole == 0:
        return NO_NUMBER
    total, sets = _looked_up(side, asker, other, person, home, band), side.set_row.shape[1]
    for way in range(sets):
        total += side.weight[asker, side.weight.shape[1] - sets + way] * _set(side, way, asker, other, band)
    return _half_up(total, whole)


# --- both sides' sums, as far as they matter --------------------------------------------------------------------------------


@inside
def _at_most(side: FlatSide, asker: Number, total: Number, rest: Number) -> Number:
    """What a side's score can still become."""
    whole = np.int64(side.whole[asker])
    return _half_up(total + 100 * rest, whole) if whole else NO_NUMBER


@inside
def _begin(sides: Sides, person: Number, home: Number) -> tuple[Number, Number, Number]:
    """Both totals without the sets, and what together can still become."""
    mine = _looked_up(sides[0], person, home, person, home, LIKELY)
    theirs = _looked_up(sides[1], home, person, person, home, LIKELY)
    most_mine = _at_most(sides[0], person, mine, np.int64(sides[0].of_sets[person]))
    most_theirs = _at_most(sides[1], home, theirs, np.int64(sides[1].of_sets[home]))
    return mine, theirs, _together(most_mine, most_theirs)


@inside
def _add(
    side: FlatSide, way: Number, asker: Number, other: Number, total: Number, rest: Number
) -> tuple[Number, Number]:
    """One set more, if there are as many: the total, and the weight of those still to come."""
    sets = side.set_row.shape[1]
    if way < sets:
        weight = np.int64(side.weight[asker, side.weight.shape[1] - sets + way])
        if weight:
            total += weight * _set(side, way, asker, other, LIKELY)
            rest -= weight
    return total, rest


@inside
def _finish(
    sides: Sides, person: Number, home: Number, mine: Number, theirs: Number, need: Number
) -> tuple[Number, Number]:
    """Both scores as likely, or ``TOO_LITTLE`` as soon as together they cannot be ``need``."""
    rest_mine, rest_theirs = np.int64(sides[0].of_sets[person]), np.int64(sides[1].of_sets[home])
    most_mine = _at_most(sides[0], person, mine, rest_mine)
    most_theirs = _at_most(sides[1], home, theirs, rest_theirs)
    for way in range(max(sides[0].set_row.shape[1], sides[1].set_row.shape[1])):
        mine, rest_mine = _add(sides[0], way, person, home, mine, rest_mine)
        most_mine = _at_most(sides[0], person, mine, rest_mine)
        if _together(most_mine, most_theirs) < need:
            return TOO_LITTLE, TOO_LITTLE
        theirs, rest_theirs = _add(sides[1], way, home, person, theirs, rest_theirs)
        most_theirs = _at_most(sides[1], home, theirs, rest_theirs)
        if _together(most_mine, most_theirs) < need:
            return TOO_LITTLE, TOO_LITTLE
    return most_mine, most_theirs


# --- what is looked for -----------------------------------------------------------------------------------------------------


@inside
def _put(places: Whole, figures: Whole, place: Number, packed: Number) -> None:
    """Among the best, which are in order, in the place of the last."""
    at = len(places) - 1
    while at > 0 and places[at - 1] < place:
        places[at], figures[at] = places[at - 1], figures[at - 1]
        at -= 1
    places[at], figures[at] = place, packed


@inside
def _last_together(last: Number, size: Number) -> Number:
    """How well the last so far fit together."""
    return (last // (2 * size)) // (STEPS * STEPS) - 1 if last >= 0 else NO_NUMBER


@compiled
def _place(
    sides: Sides,
    person: Number,
    home: Number,
    scores: tuple[Number, Number],
    last: Number,
    name: Number,
    size: Number,
    check_first: Number,
) -> tuple[Number, Number]:
    """This pair's place in the order and its figures, or ``last`` if it is no better than that."""
    mine, theirs = scores
    together = _together(mine, theirs)
    lesser = min(100 if mine == NO_NUMBER else mine, 100 if theirs == NO_NUMBER else theirs)
    good = ((together + 1) * STEPS + lesser) * STEPS
    if (good + STEPS) * size * 2 <= last:
        return last, np.int64(0)
    mine_low = _score(sides[0], person, home, person, home, LOW)
    theirs_low = _score(sides[1], home, person, person, home, LOW)
    floor = _together(mine_low, theirs_low)
    place = ((good + floor + 1) * size + name) * 2 + (check_first != 0)
    if place <= last:
        return last, np.int64(0)
    mine_high = _score(sides[0], person, home, person, home, HIGH)
    theirs_high = _score(sides[1], home, person, person, home, HIGH)
    ceiling = _together(mine_high, theirs_high)
    shown = (mine_low, mine, mine_high, theirs_low, theirs, theirs_high, floor, together, ceiling)
    packed = np.int64(0)
    for one in range(9):
        packed |= (shown[one] + 1) << (BITS * one)
    return place, packed


@inside
def _promising(sides: Sides, person: Number, start: Number, count: Number, kept: Kept, need: Number) -> Number:
    """Begin with each of these, and put those that can still be ``need`` in order, the most promising first."""
    buckets, left = kept.buckets, 0
    buckets[:] = 0
    for one in range(count):
        mine, theirs, most = _begin(sides, person, start + kept.there[one])
        if most >= need:
            kept.there[left], kept.check_first[left] = kept.there[one], kept.check_first[one]
            kept.mine[left], kept.theirs[left], kept.most[left] = mine, theirs, most
            buckets[100 - most] += 1
            left += 1
    before = 0
    for bucket in range(len(buckets)):
        buckets[bucket], before = before, before + buckets[bucket]
    for one in range(left):
        bucket = 100 - kept.most[one]
        kept.order[buckets[bucket]] = one
        buckets[bucket] += 1
    return left


@inside
def _allowed(stands: FlatStandings, person: Number, start: Number, wide: Number, kept: Kept) -> Number:
    """The places of the households that nothing rules out; how many they are."""
    count = _possible(stands, person, start, wide, kept)
    left = 0
    for one in range(count):
        obstacles, turn = _standing(stands, person, kept.there[one], start, kept)
        kept.there[left], kept.check_first[left], kept.turn[left] = kept.there[one], obstacles, turn
        left += obstacles < NOT
    return left


@compiled
def first_few(
    sides: Sides,
    stands: FlatStandings,
    looks_at_standing: bool,
    start: Number,
    wide: Number,
    rows: tuple[int, int],
    best: Whole,
    names: Whole,
    size: Number,
    kept: Kept,
) -> None:
    """Better what is best so far of some people (``rows``) with what they find in a block of households."""
    for person in range(rows[0], rows[1]):
        places, figures = best[0, person], best[1, person]
        if looks_at_standing:
            count = _allowed(stands, person, start, wide, kept)
        else:
            count = wide
            for one in range(wide):
                kept.there[one], kept.check_first[one] = one, 0
        for one in range(_promising(sides, person, start, count, kept, _last_together(places[-1], size))):
            at = kept.order[one]
            home, last = start + kept.there[at], places[-1]
            need = _last_together(last, size)
            if kept.most[at] < need:
                break
            mine, theirs = _finish(sides, person, home, kept.mine[at], kept.theirs[at], need)
            if theirs == TOO_LITTLE:
                continue
            check_first = kept.check_first[at]
            place, packed = _place(sides, person, home, (mine, theirs), last, names[home], size, check_first)
            if place > last:
                _put(places, figures, place, packed)


@compiled
def worth(
    sides: Sides,
    stands: FlatStandings,
    start: Number,
    wide: Number,
    rows: tuple[int, int],
    prices: "Prices",
    pairs: Whole,
    kept: Kept,
) -> tuple[int, int]:
    """Of some people and a block of households: row, household, wish, obstacles and points of each pair worth its price.

    As many people as there is surely room for in ``pairs``: returns how many pairs, and who is next.
    """
    count = 0
    for person in range(rows[0], rows[1]):
        if count + wide > len(pairs):
            return count, person
        for one in range(_allowed(stands, person, start, wide, kept)):
            home = start + kept.there[one]
            need = max(prices.least, -(-(prices.person[person] + prices.household[home]) // prices.gains[person]))
            if need > 100:
                continue
            mine, theirs, most = _begin(sides, person, home)
            if most < need:
                continue
            mine, theirs = _finish(sides, person, home, mine, theirs, need)
            points = TOO_LITTLE if theirs == TOO_LITTLE else _together(mine, theirs)
            if points < max(need, 0):
                continue
            pairs[count, 0], pairs[count, 1], pairs[count, 2] = person, home, kept.turn[one]
            pairs[count, 3], pairs[count, 4] = kept.check_first[one], points
            count += 1
    return count, rows[1]
