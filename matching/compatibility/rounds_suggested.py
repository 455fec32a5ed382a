"""What a round is asked, and what it answers: suggestions, the proof, and what would be otherwise (see :mod:`rounds`)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest

import numpy as np

from matching.compatibility.rounds_grid import Pairs
from matching.compatibility.rounds_network import Exact, Whole
from matching.compatibility.rounds_settling import Best, Others, Room, best_without
from matching.compatibility.rounds_stages import POINTS, STAGES, Stages, apart


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


@dataclass(frozen=True)
class Round:
    """The best suggestions there are, what proves it, and what would be otherwise."""

    people: tuple[Seeker, ...]
    limits: tuple[Limit, ...]
    room: Room
    stages: Stages
    best: Best
    others: Others

    @cached_property
    def suggestions(self) -> tuple[Suggestion, ...]:
        """Every suggestion, by the person's reference."""
        return tuple(self._suggestion(number) for number in self._chosen.tolist())

    @property
    def left_out(self) -> tuple[str, ...]:
        """The people nothing can be suggested to this time."""
        met = self.best.flow[self.best.net.firsts]
        return tuple(one.reference for one, number in zip(self.people, met.tolist(), strict=True) if not number)

    @cached_property
    def totals(self) -> tuple[int, ...]:
        """What the suggestions are worth together: people, points, days waited, points × days waited, place."""
        return tuple(sum((self.best.flow * worth).tolist()) for worth in self._worth)

    @cached_property
    def bound(self) -> tuple[int, ...]:
        """What no suggestions whatever could be worth more than, from the values alone."""
        net = self.best.net
        over = [self._reduced(stage) for stage in STAGES]
        positive = np.zeros(len(net.tails), dtype=bool)
        undecided = np.ones(len(net.tails), dtype=bool)
        for worth in over:
            positive |= undecided & (worth > 0)
            undecided &= worth == 0
        return tuple(sum((worth * net.capacity)[positive].tolist()) for worth in over)

    @cached_property
    def is_the_best(self) -> bool:
        """Whether the values prove that nothing can be better.

        Every limit is kept, the bound reached exactly, and no pair of all the others is worth more than it would pay.
        """
        flow, net = self.best.flow, self.best.net
        within = bool((flow >= 0).all() and (flow <= net.capacity).all())
        as_it_must = np.array_equal(net.flow_of(self._chosen), flow)
        more, _ = self.others.calling(self.stages, self.best.prices, self.best.pairs)
        return within and as_it_must and self.totals == self.bound and not more

    @cached_property
    def values(self) -> Values:
        """The proof, to be checked by anyone."""
        found = list(zip(*((-distance).tolist() for distance in self._distances), strict=True))
        return Values(
            {one.name: found[1 + len(self.people) + number] for number, one in enumerate(self.limits)},
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

    def without(self, suggestion: Suggestion) -> Otherwise:
        """The best there would be if this one were not made, and who would meet whom instead."""
        before = self._number_of(suggestion)
        pairs, chosen = best_without(self.room, self.stages, self.best, before, self.others)
        was, now = self._met(self.best.pairs, self._chosen), self._met(pairs, chosen)
        gone, come = was - now, now - was
        people = len({person for person, _, _ in now}) - len({person for person, _, _ in was})
        points = sum(points for _, _, points in come) - sum(points for _, _, points in gone)
        return Otherwise(Gain(people, points), self._moves(gone, come))

    @cached_property
    def _chosen(self) -> Whole:
        return np.flatnonzero(self.best.flow[: self.best.net.pairs])

    def _number_of(self, suggestion: Suggestion) -> int:
        """Which of the pairs it is."""
        return self._numbers[suggestion.person, suggestion.limit]

    @cached_property
    def _numbers(self) -> Mapping[tuple[str, str], int]:
        each = zip(self.suggestions, self._chosen.tolist(), strict=True)
        return {(one.person, one.limit): number for one, number in each}

    @staticmethod
    def _met(pairs: Pairs, chosen: Whole) -> set[tuple[int, int, int]]:
        """Person, limit and points of each."""
        each = (pairs.person[chosen], pairs.limit[chosen], pairs.points[chosen])
        return set(zip(*(one.tolist() for one in each), strict=True))

    def _moves(self, gone: Iterable[tuple[int, int, int]], come: Iterable[tuple[int, int, int]]) -> tuple[Move, ...]:
        before: dict[str, list[str]] = {}
        after: dict[str, list[str]] = {}
        for met, which in ((gone, before), (come, after)):
            for person, limit, _ in sorted(met):
                which.setdefault(self.people[person].reference, []).append(self.household_of(self.limits[limit].name))
        return tuple(
            Move(person, was, now)
            for person in sorted({*before, *after})
            for was, now in zip_longest(before.get(person, []), after.get(person, []))
        )

    def _suggestion(self, number: int) -> Suggestion:
        pairs = self.best.pairs
        limit = self.limits[int(pairs.limit[number])].name
        return Suggestion(
            person=self.people[int(pairs.person[number])].reference,
            household=self.household_of(limit),
            limit=limit,
            points=int(pairs.points[number]),
            check_first=bool(pairs.check_first[number]),
        )

    @cached_property
    def _within(self) -> Mapping[str, str | None]:
        return {one.name: one.within for one in self.limits}

    @cached_property
    def _worth(self) -> list[Exact]:
        """What each arc is worth, in each of the stages."""
        return [self.stages.arcs(((stage, 1),), self.best.net, self.best.pairs.points) for stage in STAGES]

    @cached_property
    def _distances(self) -> list[Exact]:
        """How far each node is from the hub, in each of the stages."""
        return [each for word, distance in self.best.prices for each in apart(word, distance)]

    def _reduced(self, stage: int) -> Exact:
        distance, net = self._distances[stage], self.best.net
        found: Exact = self._worth[stage] + distance[net.heads] - distance[net.tails]
        return found
