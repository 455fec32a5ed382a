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

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from matching.compatibility.agreement import Bands, Rows, half_up, open_where
from scheme.ways_of_living import Stance

Opinion = Mapping[str, Stance]
"""Thing → how somebody feels about it. Things that are not keys were not mentioned."""

WEIGHT = {Stance.LOVE: 2, Stance.LIKE: 1, Stance.NOT_FOR_ME: 1}
LIKED = frozenset({Stance.LOVE, Stance.LIKE})

OPPOSED, UNSAID, SAME = -100, 0, 100


@dataclass(frozen=True)
class Sets:
    """The listed things, and how close each is to each: whole numbers 0 to 100, 100 only on the diagonal.

    A thing that is not listed (taken off the list since) is passed over. Raises ``ValueError`` if the closeness is not
    one row and one column for each thing, or is out of range.
    """

    things: tuple[str, ...]
    closeness: NDArray[np.int64]
    place: Mapping[str, int] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "place", {thing: number for number, thing in enumerate(self.things)})
        apart = self.closeness[~np.eye(len(self.things), dtype=bool)]
        if self.closeness.shape != (len(self.things),) * 2 or ((apart < 0) | (apart >= SAME)).any():
            raise ValueError("Closeness is a square of whole numbers, 0 to 99 between different things.")

    def wants(self, answers: Sequence[Opinion]) -> Rows:
        """For each answer: the weight of each thing if it is liked, then of each thing if it is not for them."""
        weights = np.zeros((len(answers), 2 * len(self.things)), dtype=np.float32)
        for row, opinion in enumerate(answers):
            for thing, stance in self._listed(opinion):
                weights[row, self._column(thing, stance)] = WEIGHT[stance]
        return (weights,)

    def finds(self, answers: Sequence[Opinion]) -> Rows:
        """For each answer: what it makes (low, likely, high) of each thing liked, then of each thing not wanted."""
        makes = np.empty((len(answers), 3, 2 * len(self.things)), dtype=np.float32)
        for row, opinion in enumerate(answers):
            makes[row] = self._regard(opinion)
        return (makes,)

    def agree(self, wants: Rows, finds: Rows) -> Bands:
        """The formula above, for every pair at once, as one multiplication of tables.

        Floats carry whole numbers here, and exactly: a sum of 100 × 2 for each thing on a list stays far below 2²⁴.
        """
        (weights,), (makes,) = wants, finds
        products = makes.reshape(-1, makes.shape[2]) @ weights.T
        sums = products.reshape(*makes.shape[:2], len(weights)).transpose(1, 2, 0).astype(np.int64)
        total_weight = weights.sum(axis=1).astype(np.int64)[:, None]
        bands = half_up(100 * total_weight + sums, 2 * total_weight)
        return open_where(total_weight == 0, bands)

    def shared(self, mine: Opinion, theirs: Opinion) -> tuple[str, ...]:
        """The things both sides like, in the list's order."""
        return tuple(thing for thing in self.things if mine.get(thing) in LIKED and theirs.get(thing) in LIKED)

    def opposed(self, mine: Opinion, theirs: Opinion) -> tuple[str, ...]:
        """The things one side likes and that are not for the other."""
        both = (thing for thing in self.things if thing in mine and thing in theirs)
        return tuple(thing for thing in both if (mine[thing] in LIKED) != (theirs[thing] in LIKED))

    def related(self, mine: Opinion, theirs: Opinion) -> tuple[tuple[str, str], ...]:
        """For each thing I like that they never mentioned: the closest of the things they like, where any is close."""
        liked = [thing for thing, stance in self._listed(theirs) if stance in LIKED]
        unsaid = [thing for thing, stance in self._listed(mine) if stance in LIKED and thing not in theirs]
        nearest = ((thing, max(liked, key=lambda other: self._close(thing, other), default=thing)) for thing in unsaid)
        return tuple((thing, other) for thing, other in nearest if thing != other and self._close(thing, other))

    def unsaid(self, mine: Opinion, theirs: Opinion) -> tuple[str, ...]:
        """The things I chose that they never mentioned, the most loved first: what one could ask them about."""
        missing = [(thing, stance) for thing, stance in self._listed(mine) if thing not in theirs]
        return tuple(thing for thing, stance in sorted(missing, key=lambda item: -WEIGHT[item[1]]))

    def _regard(self, opinion: Opinion) -> NDArray[np.int64]:
        """What one side makes of everything on the list, by the rules in this module's docstring."""
        stances = dict(self._listed(opinion))
        liked = [self.place[thing] for thing, stance in stances.items() if stance in LIKED]
        close = self.closeness[:, liked].max(axis=1, initial=UNSAID)
        of_liked = np.stack([2 * close - 100, close, np.full_like(close, SAME)])
        of_unwanted = np.repeat(np.array([[OPPOSED], [UNSAID], [SAME]]), len(self.things), axis=1)
        for thing, stance in stances.items():
            of_liked[:, self.place[thing]] = SAME if stance in LIKED else OPPOSED
            of_unwanted[:, self.place[thing]] = OPPOSED if stance in LIKED else SAME
        return np.concatenate([of_liked, of_unwanted], axis=1)

    def _listed(self, opinion: Opinion) -> list[tuple[str, Stance]]:
        return [(thing, opinion[thing]) for thing in sorted(opinion) if thing in self.place]

    def _column(self, thing: str, stance: Stance) -> int:
        return self.place[thing] + (0 if stance in LIKED else len(self.things))

    def _close(self, thing: str, other: str) -> int:
        return int(self.closeness[self.place[thing], self.place[other]])


def listed(things: Sequence[str], close: Mapping[tuple[str, str], int] | None = None) -> Sets:
    """Sets over a short list, with the few pairs that are close (both ways round)."""
    names = tuple(str(thing) for thing in things)
    closeness = np.eye(len(names), dtype=np.int64) * SAME
    for (one, other), points in (close or {}).items():
        first, second = names.index(one), names.index(other)
        closeness[first, second] = closeness[second, first] = points
    return Sets(names, closeness)
