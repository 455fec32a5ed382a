"""What a round is asked, and what it answers: suggestions, the proof, and what would be otherwise (see :mod:`rounds`)."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest

import numpy as np
from numpy.typing import NDArray

from matching.compatibility.rounds_network import Exact, Network, Whole, settled

PEOPLE, POINTS = 0, 1
"""The first two of the stages."""


@dataclass(frozen=True, slots=True)
class Seeker:
    """A person to be introduced: for how many days they have waited, and how many introductions they may have at most."""

    reference: str
    waited: int = 0
    at_most: int = 1


@dataclass(frozen=True, slots=True)
class Limit:
    """How many introductions there may be at most somewhere: to a household, or to its spaces of one kind on some dates.

    Everything ``within`` another limit counts there as well; the widest ones are the households.
    """

    name: str
    at_most: int
    within: str | None = None


@dataclass(frozen=True, slots=True)
class Allowed:
    """A pair that may be suggested: a person, the limit they would count in, and what it is worth, 0 or more."""

    person: str
    limit: str
    points: int
    check_first: bool = False


@dataclass(frozen=True, slots=True)
class Gain:
    """What a change would do: so many more people with an introduction (fewer, if negative), and so many points."""

    people: int
    points: int


@dataclass(frozen=True, slots=True)
class Move:
    """Somebody's introduction in place of another; ``None`` where there is none."""

    person: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Otherwise:
    """What would be best without one of the suggestions, and what it would change."""

    gain: Gain
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class Values:
    """The proof, stage by stage: what one more introduction would be worth at each limit, and what each person brings."""

    limits: Mapping[str, tuple[int, ...]]
    people: Mapping[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One introduction that is suggested."""

    person: str
    household: str
    limit: str
    """What it counts in: the household, or its spaces of a kind on some dates."""
    points: int
    check_first: bool
    number: int
    """Which of the pairs it is."""


@dataclass(frozen=True)
class Round:
    """The best suggestions there are, what proves it, and what would be otherwise."""

    net: Network
    people: tuple[Seeker, ...]
    limits: tuple[Limit, ...]
    stages: tuple[Exact, ...]
    check_first: NDArray[np.bool_]
    flow: Whole
    distances: tuple[Exact, ...]

    @cached_property
    def suggestions(self) -> tuple[Suggestion, ...]:
        """Every suggestion, by the person's reference."""
        return tuple(self._suggestion(number) for number in np.flatnonzero(self.flow[: self.net.pairs]).tolist())

    @property
    def left_out(self) -> tuple[str, ...]:
        """The people nothing can be suggested to this time."""
        met = self.flow[self.net.firsts]
        return tuple(one.reference for one, number in zip(self.people, met.tolist(), strict=True) if not number)

    @property
    def totals(self) -> tuple[int, ...]:
        """What the suggestions are worth together: people, points, days waited, points × days waited, place."""
        return tuple(int((self.flow * worth).sum()) for worth in self.stages)

    @property
    def bound(self) -> tuple[int, ...]:
        """What no suggestions whatever could be worth more than, from the values alone."""
        net = self.net
        over = [self._reduced(stage) for stage in range(len(self.stages))]
        positive = np.zeros(len(net.tails), dtype=bool)
        undecided = np.ones(len(net.tails), dtype=bool)
        for worth in over:
            positive |= undecided & (worth > 0)
            undecided &= worth == 0
        return tuple(int((worth * net.capacity)[positive].sum()) for worth in over)

    @property
    def is_the_best(self) -> bool:
        """Whether the values prove that nothing can be better: every limit kept, and the bound reached exactly."""
        within = bool((self.flow >= 0).all() and (self.flow <= self.net.capacity).all())
        as_it_must = np.array_equal(self.net.flow_of(np.flatnonzero(self.flow[: self.net.pairs])), self.flow)
        return within and as_it_must and self.totals == self.bound

    @cached_property
    def values(self) -> Values:
        """The proof, to be checked by anyone."""
        found = [tuple(-int(distance[node]) for distance in self.distances) for node in range(self.net.nodes)]
        return Values(
            {one.name: found[1 + self.net.people + number] for number, one in enumerate(self.limits)},
            {one.reference: found[1 + number] for number, one in enumerate(self.people)},
        )

    def one_more(self, limit: str) -> Gain:
        """What one more introduction there would do, with room for it in every limit that one is within."""
        worth = [self.values.limits[one][: POINTS + 1] for one in self.widening(limit)]
        return Gain(*max((0, 0), *worth))

    def household_of(self, limit: str) -> str:
        """The household a limit belongs to: the widest it is within."""
        return self.widening(limit)[-1]

    def widening(self, limit: str) -> tuple[str, ...]:
        """A limit and those it is within, the widest last."""
        found = [limit]
        while (wider := self._within[found[-1]]) is not None:
            found.append(wider)
        return tuple(found)

    @cached_property
    def _within(self) -> Mapping[str, str | None]:
        return {one.name: one.within for one in self.limits}

    def without(self, suggestion: Suggestion) -> Otherwise:
        """The best there would be if this one were not made, and who would meet whom instead."""
        together = self.net.exact(self._people_and_points)
        flow = self.flow.copy()
        kept = np.flatnonzero(flow[: self.net.pairs])
        flow = self.net.flow_of(kept[kept != suggestion.number])
        free = np.ones(len(flow), dtype=bool)
        free[suggestion.number] = False
        after = settled(self.net, flow, free, together).flow
        changed = after - self.flow
        gain = Gain(*(int((changed * self.stages[stage]).sum()) for stage in (PEOPLE, POINTS)))
        return Otherwise(gain, self._moves(changed[: self.net.pairs]))

    @cached_property
    def _people_and_points(self) -> Exact:
        """Both first stages as one: no number of points is worth a person."""
        points = self.stages[POINTS].astype(object)
        heavy = int(points.sum()) + 1
        found: Exact = self.stages[PEOPLE].astype(object) * heavy + points
        return found

    def _reduced(self, stage: int) -> Exact:
        distance, net = self.distances[stage], self.net
        found: Exact = self.stages[stage] + distance[net.heads] - distance[net.tails]
        return found

    def _moves(self, changed: Whole) -> tuple[Move, ...]:
        before: dict[str, list[str]] = {}
        after: dict[str, list[str]] = {}
        for number in np.flatnonzero(changed).tolist():
            one = self._suggestion(number)
            (before if changed[number] < 0 else after).setdefault(one.person, []).append(one.household)
        return tuple(
            Move(person, was, now)
            for person in sorted({*before, *after})
            for was, now in zip_longest(before.get(person, []), after.get(person, []))
        )

    def _suggestion(self, number: int) -> Suggestion:
        limit = self.limits[int(self.net.heads[number]) - 1 - self.net.people].name
        return Suggestion(
            person=self.people[int(self.net.tails[number]) - 1].reference,
            household=self.household_of(limit),
            limit=limit,
            points=int(self.stages[POINTS][number]),
            check_first=bool(self.check_first[number]),
            number=number,
        )
