"""Agreement between two sides' chosen things, each with a stance: love, like, not for me.

From one side's chosen things *i*, each with a weight *wᵢ* and what the other side makes of it, *rᵢ*:

    50 + Σ wᵢ·rᵢ / (2·Σ wᵢ), rounded half up

A thing somebody loves weighs 2; liked, 1; not for them, 1 (our judgement). *rᵢ* is +100 where both like it, or for
neither it is; −100 where one likes what is not for the other; and 0 where the other side never mentioned it.

*Not mentioned is not known*: an unticked interest may be loved or loathed. So rᵢ is likely 0, but anything from −100 to
+100, and the band says so. When the other side chose something close (both chose gardening's neighbour, say), closeness
*c* counts in part: likely +c, and what the closeness leaves open stays open (from 2c − 100 to +100). "Not for me" says
nothing about neighbours: somebody who would rather not play football may love rugby.

An empty set is the end of that line: nothing mentioned, so 0, 50, 100. Nothing needs an exception.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, issparse

from matching.compatibility.agreement import UNKNOWN, Agreement, Bands, Numbers, Rows, open_where
from scheme.ways_of_living import Stance

Opinion = Mapping[str, Stance]
"""Thing → how somebody feels about it. Things that are not keys were not mentioned."""

WEIGHT = {Stance.LOVE: 2, Stance.LIKE: 1, Stance.NOT_FOR_ME: 1}
LIKED = frozenset({Stance.LOVE, Stance.LIKE})

UNSAID, SAME, OPPOSED = 0, 100, 101
"""What one side makes of a thing, in one byte: how near it is to what they like, 0 to 100, or that it is opposed."""

FEW = 8
"""Up to so many answers a full table is quicker than a sparse one."""

EXACT = 2**24
"""Up to here floats carry whole numbers exactly. Beyond, doubles do."""


@dataclass(frozen=True, slots=True)
class Path:
    """Why two different things are close: in words that may end a sentence, and the things that lie between them."""

    words: str
    by_way_of: tuple[str, ...] = ()


def unexplained(one: str, other: str) -> Path:
    """For a list in which nothing is close to anything else."""
    return Path("the two are close")


class InCommon(NamedTuple):
    """What two sides' chosen things have to do with each other.

    ``shared``: what both like, and ``opposed``: what one likes and is not for the other, both in the list's order.
    ``related``: for each thing I like that they never mentioned, the closest of the things they like, where any is close;
    the closest pairs first; of pairs as close, in the order of their names. ``unsaid``: what I chose and they never
    mentioned, the most loved first: what one could ask them about.
    """

    agreement: Agreement
    shared: tuple[str, ...] = ()
    related: tuple[tuple[str, str], ...] = ()
    opposed: tuple[str, ...] = ()
    unsaid: tuple[str, ...] = ()


NOTHING = InCommon(UNKNOWN)
"""What an empty set has in common with anything: not known."""


@dataclass(frozen=True, eq=False)
class Sets:
    """The listed things, how close each is to each (whole numbers 0 to 100, 100 only on the diagonal), and why.

    A thing that is not listed (taken off the list since) is passed over. Raises ``ValueError`` if the closeness is not
    one row and one column for each thing, or is out of range.
    """

    things: tuple[str, ...]
    closeness: NDArray[np.int64]
    path: Callable[[str, str], Path] = unexplained
    """What lies between two things that are close. Words only, never sums."""
    place: Mapping[str, int] = field(init=False)
    some_are_close: bool = field(init=False)
    _neighbours: Mapping[str, Mapping[str, tuple[int, str]]] = field(init=False, repr=False)
    """What is close to each thing, and by what to find the closest: how close, negative, then its name."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "place", {thing: number for number, thing in enumerate(self.things)})
        apart = self.closeness[~np.eye(len(self.things), dtype=bool)]
        if self.closeness.shape != (len(self.things),) * 2 or ((apart < 0) | (apart >= SAME)).any():
            raise ValueError("Closeness is a square of whole numbers, 0 to 99 between different things.")
        object.__setattr__(self, "some_are_close", bool(apart.any()))
        object.__setattr__(self, "_neighbours", dict(self._near_each()))

    def wants(self, answers: Sequence[Opinion]) -> Rows:
        """For each answer: the weight of each thing if it is liked, then of each thing if it is not for them.

        People choose a few things of many, so the weights of many people are kept as a sparse table.
        """
        chosen = [self._listed(opinion) for opinion in answers]
        if len(answers) <= FEW:
            few = np.zeros((len(answers), 2 * len(self.things)), dtype=np.float32)
            for row, each in enumerate(chosen):
                for thing, stance in each:
                    few[row, self._column(thing, stance)] = WEIGHT[stance]
            return few, few.sum(axis=1)
        weights = np.array([WEIGHT[stance] for each in chosen for _, stance in each], dtype=np.float32)
        columns = np.array([self._column(thing, stance) for each in chosen for thing, stance in each], dtype=np.int64)
        begins = np.cumsum([0, *map(len, chosen)])
        table = csr_array((weights, columns, begins), shape=(len(answers), 2 * len(self.things)))
        return table, table.sum(axis=1)

    def finds(self, answers: Sequence[Opinion]) -> Rows:
        """For each answer: what it makes of each thing liked, then of each thing not wanted, a byte each.

        Lying thing by thing in memory, as the multiplication reads them.
        """
        makes = np.empty((2 * len(self.things), len(answers)), dtype=np.uint8)
        for row, opinion in enumerate(answers):
            makes[:, row] = self._regard(opinion)
        return (makes.T,)

    def agree(self, wants: Rows, finds: Rows, wanted_together: bool = False) -> Bands:
        """The formula above, for every pair at once, as one multiplication of tables.

        With *s* = Σ w over what is the same and *o* over what is opposed, and *c* = Σ w·closeness over the rest, Σ wᵢ·rᵢ
        is −100·W + 200·s + 2·c at the lowest, 100·s − 100·o + c as likely, and 100·W − 200·o at the highest: two sums,
        100·s + c and o, which travel in one number: the first × more than the second can be, plus the second.
        """
        (weights, whole), (makes,) = wants, finds
        most = int(whole.max(initial=0))
        apart = 1 << most.bit_length()
        exact: type[np.floating[Any]] = np.float32 if SAME * most * apart < EXACT else np.float64
        worth = np.append(np.arange(0, SAME * apart + 1, apart), 1).astype(exact)
        makes = makes.T
        if not issparse(weights):
            chosen = np.flatnonzero(weights.any(axis=0))
            weights, makes = weights[:, chosen], makes[chosen]
        sums = weights.astype(exact, copy=False) @ worth[np.ascontiguousarray(makes)]
        if wanted_together:
            sums = np.ascontiguousarray(sums.T).T
        near = np.floor(sums * exact(1 / apart))
        opposed = (sums - near * exact(apart)).astype(np.float32, copy=False)
        near = near.astype(np.float32, copy=False)
        total = whole[:, None]
        return open_where(total == 0, _bands(near, opposed, total))

    def alone(self, mine: Opinion, theirs: Opinion) -> Agreement:
        """The same for one pair of answers, thing by thing."""
        return self.common(mine, theirs).agreement

    def common(self, mine: Opinion, theirs: Opinion) -> InCommon:
        """All that two sides' chosen things have to do with each other, looked through once."""
        if not mine:
            return NOTHING
        near = against = whole = 0
        shared, opposed, unsaid = list[str](), list[str](), list[str]()
        for thing in self._in_order(mine):
            weight, wanted, said = WEIGHT[mine[thing]], mine[thing] in LIKED, theirs.get(thing)
            whole += weight
            if said is None:
                unsaid.append(thing)
            elif (said in LIKED) != wanted:
                against += weight
                opposed.append(thing)
            else:
                near += weight * SAME
                if wanted:
                    shared.append(thing)
        close = self._close(mine, unsaid, theirs) if self.some_are_close and unsaid else ()
        near += sum([WEIGHT[mine[thing]] * points for points, thing, _ in close])
        return InCommon(
            _rounded(near, against, whole),
            tuple(sorted(shared, key=self.place.__getitem__)) if shared else (),
            tuple([(thing, other) for _, thing, other in close]),
            tuple(sorted(opposed, key=self.place.__getitem__)) if opposed else (),
            tuple(sorted(unsaid, key=lambda thing: -WEIGHT[mine[thing]])) if unsaid else (),
        )

    def related(self, mine: Opinion, theirs: Opinion) -> tuple[tuple[str, str], ...]:
        """What is close and not the same: as in :class:`InCommon`."""
        unsaid = [thing for thing in self._in_order(mine) if thing not in theirs]
        return tuple([(thing, other) for _, thing, other in self._close(mine, unsaid, theirs)])

    def _close(self, mine: Opinion, unsaid: Sequence[str], theirs: Opinion) -> Sequence[tuple[int, str, str]]:
        """Of the things I like that they never mentioned: how close the closest that they like is, and both. Closest first."""
        close = []
        for thing in unsaid:
            near = self._neighbours[thing]
            if near and mine[thing] in LIKED:
                found = [near[other] for other in near.keys() & theirs.keys() if theirs[other] in LIKED]
                if found:
                    points, other = min(found)
                    close.append((-points, thing, other))
        close.sort(key=lambda each: -each[0])
        return close

    def ready(self, wants: Rows, finds: Rows) -> Callable[[Rows], Bands]:
        """Nothing to do beforehand."""
        return lambda some: self.agree(some, finds)

    def _near_each(self) -> Iterator[tuple[str, Mapping[str, tuple[int, str]]]]:
        for thing, row in zip(self.things, self.closeness.tolist(), strict=True):
            near = zip(row, self.things, strict=True)
            yield thing, {other: (-points, other) for points, other in near if points and other != thing}

    def _regard(self, opinion: Opinion) -> NDArray[np.int64]:
        """What one side makes of everything on the list, by the rules in this module's docstring."""
        stances = dict(self._listed(opinion))
        liked = [self.place[thing] for thing, stance in stances.items() if stance in LIKED]
        of_liked = self.closeness[:, liked].max(axis=1, initial=UNSAID)
        of_unwanted = np.full_like(of_liked, UNSAID)
        for thing, stance in stances.items():
            of_liked[self.place[thing]] = SAME if stance in LIKED else OPPOSED
            of_unwanted[self.place[thing]] = OPPOSED if stance in LIKED else SAME
        return np.concatenate([of_liked, of_unwanted])

    def _listed(self, opinion: Opinion) -> list[tuple[str, Stance]]:
        return [(thing, opinion[thing]) for thing in self._in_order(opinion)]

    def _in_order(self, opinion: Opinion) -> list[str]:
        return [thing for thing in sorted(opinion) if thing in self.place]

    def _column(self, thing: str, stance: Stance) -> int:
        return self.place[thing] + (0 if stance in LIKED else len(self.things))


def _rounded(near: int, opposed: int, whole: int) -> Agreement:
    """``50 + Σ wᵢ·rᵢ / (2·W)`` rounded half up, at its lowest, as likely and at its highest; not known of an empty set."""
    if not whole:
        return UNKNOWN
    twice, against = 2 * whole, 100 * opposed
    return Agreement(
        (2 * near + whole) // twice,
        (near + 100 * whole - against + whole) // twice,
        (200 * whole - 2 * against + whole) // twice,
    )


def _bands(near: Numbers, opposed: Numbers, whole: Numbers) -> Bands:
    """``50 + Σ wᵢ·rᵢ / (2·W)`` rounded half up, at its lowest, as likely and at its highest."""
    half = np.float32(0.5) / np.maximum(whole, np.float32(0.5))
    if near.flags.c_contiguous:
        bands = np.empty((3, *near.shape), dtype=np.float32)
    else:
        bands = np.empty((3, *near.shape[::-1]), dtype=np.float32).transpose(0, 2, 1)
    np.multiply(near, 2 * half, out=bands[0])
    np.subtract(near, np.float32(100) * opposed, out=bands[1])
    bands[1] *= half
    np.multiply(opposed, -200 * half, out=bands[2])
    for band, rise in zip(bands, (1, 101, 201), strict=True):
        band += (rise * whole + np.float32(0.5)) * half
    return np.floor(bands, out=bands)


def listed(things: Sequence[str], close: Mapping[tuple[str, str], tuple[int, str]] | None = None) -> Sets:
    """Sets over a short list, with the few pairs that are close (both ways round): how close, and why in words."""
    names = tuple(str(thing) for thing in things)
    closeness = np.eye(len(names), dtype=np.int64) * SAME
    paths: dict[frozenset[str], Path] = {}
    for (one, other), (points, why) in (close or {}).items():
        first, second = names.index(one), names.index(other)
        closeness[first, second] = closeness[second, first] = points
        paths[frozenset((str(one), str(other)))] = Path(why)
    return Sets(names, closeness, lambda one, other: paths[frozenset((one, other))])
