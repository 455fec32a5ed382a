"""Settling what is best, word after word, over every pair there is: pairs come in as the prices call for them.

It begins with the pairs that look best to either side. When those are settled, their prices are held beside all the
others: whatever is worth more than it would pay is brought in, and it is settled again. When nothing is, the prices
prove it for all of them. What an earlier word decided, no later one can change.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from matching.compatibility.progress import Progress, unheard
from matching.compatibility.rounds_grid import Pairs, Prices, among
from matching.compatibility.rounds_network import WORD, Exact, Network, Whole, inside_first, network, settled
from matching.compatibility.rounds_proposals import proposal
from matching.compatibility.rounds_stages import PEOPLE, POINTS, Stages, Word, apart, total_of

FEW_ENOUGH = 5
"""So many pairs that were called change little: what was best is bettered, not proposed afresh (measured)."""

CHOOSING = "Choosing what is best for everybody together"


class Others(Protocol):
    """Whatever pairs there are besides."""

    def calling(self, stages: Stages, prices: Prices, known: Pairs, of: Whole | None = None) -> tuple[int, Pairs]:
        """How many besides those ``known`` are worth more than they would pay, and which to bring in.

        ``of``: only these people need looking at, because nothing changed for the others.
        """


class Nobody:
    """All pairs take part already."""

    def calling(self, stages: Stages, prices: Prices, known: Pairs, of: Whole | None = None) -> tuple[int, Pairs]:
        """Nothing."""
        none = np.zeros(0, dtype=np.int64)
        return 0, Pairs(none, none, none, none.astype(bool))


@dataclass(frozen=True, slots=True)
class Room:
    """How many introductions each person may have, and each limit; and which limit each is within, or -1."""

    of_people: Whole
    of_limits: Whole
    above: Whole

    def network(self, pairs: Pairs) -> Network:
        """With these pairs."""
        return network(self.of_people, self.above, self.of_limits, pairs.person, pairs.limit)


@dataclass(frozen=True, slots=True)
class Best:
    """The best flow over every pair, the pairs that mattered to it, and the prices that prove it."""

    pairs: Pairs
    net: Network
    flow: Whole
    prices: Prices


def best_flow(room: Room, stages: Stages, pairs: Pairs, others: Others, progress: Progress = unheard) -> Best:
    """The best there is in all stages, one word after another."""
    words, aside, prices = stages.words(), [], list[tuple[Word, Exact]]()
    part = Part(pairs, room.network(pairs))
    every = sum(map(len, words))
    for word in words:
        progress(sum(len(done) for done, _ in prices), every, CHOOSING)
        distance = part.settle(room, stages, [*prices], word, others)
        prices.append((word, distance))
        aside.append(part.put_aside(room, stages, prices[-1]))
    part.take_back(room, aside)
    progress(every, every, CHOOSING)
    return Best(part.pairs, part.net, part.flow, prices)


class Part:
    """The pairs that take part, and the best of them so far."""

    def __init__(self, pairs: Pairs, net: Network) -> None:
        self.pairs, self.net = pairs, net
        self.flow: Whole = np.zeros(len(net.tails), dtype=np.int64)

    def settle(self, room: Room, stages: Stages, prices: Prices, word: Word, others: Others) -> Exact:
        """Make one more word the best there is over all pairs; its prices."""
        more = FEW_ENOUGH + 1
        while True:
            free, must = self._left_open(stages, prices)
            worth = stages.arcs(word, self.net, self.pairs.points)
            if more > FEW_ENOUGH:
                self.flow = _begun(self.net, self.flow, free, must, worth)
            best = settled(self.net, self.flow, free, worth, unit=word[0][1])
            self.flow = best.flow
            more, called = others.calling(stages, [*prices, (word, best.distance)], self.pairs)
            if not more:
                return best.distance
            self.bring_in(room, called)

    def bring_in(self, room: Room, called: Pairs) -> None:
        """Those that were called take part, and the flow is as it was."""
        limits = self.net.limits
        here, there = self.pairs.places(limits), called.places(limits)
        new = ~among(there, here)
        together = self.pairs.beside(called.some(new))
        order = np.argsort(together.places(limits), kind="stable")
        flow = np.concatenate([self.flow[: self.net.pairs], np.zeros(int(new.sum()), dtype=np.int64)])
        self.flow = np.concatenate([flow[order], self.flow[self.net.pairs :]])
        self.pairs = together.some(order)
        self.net = room.network(self.pairs)

    def put_aside(self, room: Room, stages: Stages, price: tuple[Word, Exact]) -> Pairs:
        """Pairs that this word decided against have no part in those after it."""
        word, distance = price
        cost = distance[self.net.tails] - distance[self.net.heads] - stages.arcs(word, self.net, self.pairs.points)
        open_still = (cost[: self.net.pairs] == 0) | (self.flow[: self.net.pairs] > 0)
        aside = self.pairs.some(~open_still)
        self.flow = np.concatenate([self.flow[: self.net.pairs][open_still], self.flow[self.net.pairs :]])
        self.pairs = self.pairs.some(open_still)
        self.net = room.network(self.pairs)
        return aside

    def take_back(self, room: Room, aside: Sequence[Pairs]) -> None:
        """For whoever asks what would be otherwise."""
        for pairs in aside:
            self.bring_in(room, pairs)

    def _left_open(self, stages: Stages, prices: Prices) -> tuple[NDArray[np.bool_], Whole]:
        """Which arcs earlier words leave open; and of the others which must be full (1) or empty (−1)."""
        net = self.net
        free, must = np.ones(len(net.tails), dtype=bool), np.zeros(len(net.tails), dtype=np.int64)
        for word, distance in prices:
            cost = distance[net.tails] - distance[net.heads] - stages.arcs(word, net, self.pairs.points)
            must = np.where(free, -np.sign(cost).astype(np.int64), must)
            free &= cost == 0
        return free, must


def best_without(room: Room, stages: Stages, best: Best, number: int, others: Others) -> tuple[Pairs, Whole]:
    """The most people, then points, if one of the chosen pairs were not allowed; pairs, and which of them are chosen."""
    part, word = Part(best.pairs, best.net), stages.word((PEOPLE, POINTS))
    proved = nearly = _in_words(best.prices, word)
    closed = best.pairs.places(best.net.limits)[number]
    kept, more = np.flatnonzero(best.flow[: best.net.pairs]), 1
    part.flow = best.net.flow_of(kept[kept != number])
    while more:
        free = np.ones(len(part.net.tails), dtype=bool)
        free[np.searchsorted(part.pairs.places(part.net.limits), closed)] = False
        worth = stages.arcs(word, part.net, part.pairs.points)
        found = settled(part.net, part.flow, free, worth, nearly=nearly)
        part.flow, nearly = found.flow, found.distance
        # A pair comes to be worth more than it would pay only where its person would now bring more than they did.
        dearer = np.flatnonzero((found.distance < proved)[1 : 1 + part.net.people])
        more, called = others.calling(stages, [(word, found.distance)], part.pairs, dearer)
        if more:
            part.bring_in(room, called)
    return part.pairs, np.flatnonzero(part.flow[: part.net.pairs])


def _in_words(prices: Prices, word: Word) -> Exact:
    """The prices of some stages, at once."""
    by_stage = [each for settled_word, distance in prices for each in apart(settled_word, distance)]
    return total_of((unit, by_stage[stage]) for stage, unit in word)


def _begun(net: Network, flow: Whole, free: NDArray[np.bool_], must: Whole, worth: Exact) -> Whole:
    """A flow to begin with: what SciPy proposes if it is better and leaves earlier words alone."""
    heavy = 2 * (net.people + 1) * (int(np.abs(worth).max(initial=0)) + 1)
    weigh = worth + must.astype(np.int64 if 4 * heavy < WORD else object) * heavy
    within = weigh[net.within].copy()
    for limits in reversed(inside_first(net.above)):
        within[limits] += within[net.above[limits]]
    adds = weigh[: net.pairs] + within[net.heads[: net.pairs] - 1 - net.people]
    proposed = net.flow_of(proposal(net, adds, weigh[net.firsts]))
    as_before = np.array_equal(proposed[~free], flow[~free])
    return proposed if as_before and (proposed * worth).sum() > (flow * worth).sum() else flow
