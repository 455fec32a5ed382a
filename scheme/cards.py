"""Cards to sort: how much each thing that may matter does, one card at a time, kept as each is put down.

Which cards there are is handed over by ``matching``, which alone knows what is looked at and whom it asks: a function of
the side and of whether this is Homeshare, under ``app.extensions["cards"]``.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from flask import current_app, flash, request

from scheme.changing import Versioned, change
from scheme.database import carry_out
from scheme.forms.reading import Line
from scheme.look import NOT_DONE, and_list
from scheme.queries import is_homeshare
from scheme.ways_of_living import HowMuch

MOST_FIRST = tuple(reversed(HowMuch))
"""The piles, as they lie on the table."""

FACES = {
    HowMuch.MOST_OF_ALL: "two-hearts",
    HowMuch.QUITE_A_LOT: "red-heart",
    HowMuch.A_LITTLE: "slightly-smiling-face",
    HowMuch.NOT_AT_ALL: "neutral-face",
}
"""The picture on each pile; the words stand beside it always."""


class CardsOf(StrEnum):
    """Whose cards."""

    PERSON = "person"
    HOUSEHOLD = "household"


@dataclass(frozen=True, slots=True)
class Card:
    """One thing that may matter: its name, what it is called, a few words to whoever sorts it, and a picture."""

    name: str
    title: str
    words: str
    picture: str


Dealt = Callable[[CardsOf, bool], Sequence[Card]]
"""The cards of a side; whether this is Homeshare."""


@dataclass(frozen=True)
class Hand:
    """Somebody's cards in order, and what they said of them: card's name → 0 not at all to 3 most of all."""

    cards: Sequence[Card]
    said: Mapping[str, int]

    def card(self, name: str) -> Card | None:
        """The card of this name, if it is theirs."""
        return next((card for card in self.cards if card.name == name), None)

    def how_much(self, card: Card) -> HowMuch | None:
        """The pile it lies on; nothing if it is not sorted."""
        return HowMuch.read(str(self.said[card.name])) if card.name in self.said else None

    @property
    def piles(self) -> Iterator[tuple[HowMuch, str, Sequence[Card]]]:
        """Each pile with its picture, most of all first."""
        for how_much in MOST_FIRST:
            yield how_much, FACES[how_much], [card for card in self.cards if self.how_much(card) is how_much]

    @property
    def left(self) -> Sequence[Card]:
        """What is not sorted."""
        return [card for card in self.cards if self.how_much(card) is None]

    def number(self, card: Card) -> int:
        """Its number, from 1."""
        return 1 + self.cards.index(card)

    def before(self, card: Card) -> Card | None:
        """The one before it, to go back to."""
        return self.cards[self.number(card) - 2] if self.number(card) > 1 else None

    def next_left(self, card: Card) -> Card | None:
        """The next after it that is not sorted."""
        return next((each for each in self.left if self.number(each) > self.number(card)), None)

    def after(self, card: Card) -> Card | None:
        """What comes once this card is put down: the next one left, unless it was sorted before and only changed."""
        return None if self.how_much(card) else self.next_left(card)

    def lines(self) -> Iterator[Line]:
        """As a profile is read: each pile that holds something, and what."""
        for how_much, _, cards in self.piles:
            if cards:
                yield Line(how_much.label, and_list(card.title for card in cards))


def hand(of: CardsOf, said: Mapping[str, int]) -> Hand:
    """This side's cards in this kind of scheme."""
    dealt: Dealt | None = current_app.extensions.get("cards")
    return Hand(dealt(of, is_homeshare()) if dealt else (), said)


class Sorted(Versioned, Protocol):
    """A row that keeps how much things matter."""

    matters_most: dict[str, int]


def put_down(row: Sorted, card: Card, how_much: HowMuch | None) -> None:
    """Put one card on a pile, or take it off. Whatever is said of the other cards meanwhile stays as it is."""
    said = {name: points for name, points in row.matters_most.items() if name != card.name}
    if how_much is not None:
        said[card.name] = int(how_much)
    change(row, {"matters_most": said}, row.version)


LEFT_OUT = "left_out"
"""What the button sends that leaves a card out."""


def put_down_as_sent(row: Sorted, card: Card) -> bool:
    """Carry out what the button on a card asked for. Whether it was understood."""
    sent = request.form.get("how_much")
    how_much = HowMuch.read(sent)
    if how_much is None and sent != LEFT_OUT:
        flash("Please choose one of the answers.", NOT_DONE)
        return False
    carry_out(put_down, row, card, how_much)
    flash(f"{card.title}: {how_much.label.lower()}. You can go back." if how_much else f"{card.title} is left out.")
    return True
