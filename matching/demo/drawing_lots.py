"""Choosing at random, the same each time: from decks that do not repeat before they run out, and with honest blanks."""

from collections.abc import Sequence
from random import Random
from typing import Generic, TypeVar

Card = TypeVar("Card")

SEED = 1979
"""What every choice begins from. Any number would do; the same one gives the same scheme."""


class Deck(Generic[Card]):
    """Cards dealt in a shuffled order; shuffled again when all have been dealt."""

    def __init__(self, rng: Random, cards: Sequence[Card]) -> None:
        self._rng, self._cards, self._left = rng, list(cards), list[Card]()

    def deal(self) -> Card:
        """The next card."""
        if not self._left:
            self._left = self._rng.sample(self._cards, len(self._cards))
        return self._left.pop()


def perhaps(rng: Random, percent: int, value: Card) -> Card | None:
    """The value, so many times in a hundred; otherwise nothing, because nobody has asked yet."""
    return value if rng.random() * 100 < percent else None


def some(rng: Random, cards: Sequence[Card], least: int, most: int) -> list[Card]:
    """Between ``least`` and ``most`` different cards."""
    return rng.sample(list(cards), rng.randint(least, min(most, len(cards))))


def one_of(rng: Random, weighted: dict[Card, int]) -> Card:
    """One key, as often as its number says."""
    return rng.choices(list(weighted), weights=list(weighted.values()))[0]
