"""Cards to sort, as a hand: piles, what is left, and what comes next."""

from scheme.cards import Card, Hand
from scheme.ways_of_living import HowMuch

NOISE, PETS, FOOD, BUS = (Card(name, name.title(), f"{name}.", "ear") for name in ("noise", "pets", "food", "bus"))
CARDS = (NOISE, PETS, FOOD, BUS)


def test_cards_lie_on_the_pile_they_were_put_on_most_of_all_first() -> None:
    piles = Hand(CARDS, {"food": 3, "noise": 0, "bus": 3}).piles
    assert [(how_much.label, list(cards)) for how_much, _, cards in piles] == [
        ("Most of all", [FOOD, BUS]),
        ("Quite a lot", []),
        ("A little", []),
        ("Not at all", [NOISE]),
    ]


def test_what_was_said_of_a_thing_that_is_no_longer_asked_about_lies_nowhere() -> None:
    hand = Hand(CARDS, {"chess": 3})
    assert hand.left == list(CARDS)
    assert not any(cards for _, _, cards in hand.piles)
    assert hand.card("chess") is None


def test_the_next_card_is_the_next_one_left() -> None:
    hand = Hand(CARDS, {"pets": 2})
    assert hand.after(NOISE) == FOOD
    assert hand.after(BUS) is None


def test_a_card_that_is_only_changed_leads_back_to_all_of_them() -> None:
    assert Hand(CARDS, {"noise": 2}).after(NOISE) is None


def test_there_is_always_a_card_to_go_back_to_but_from_the_first() -> None:
    hand = Hand(CARDS, {})
    assert [hand.before(card) for card in CARDS] == [None, NOISE, PETS, FOOD]
    assert [hand.number(card) for card in CARDS] == [1, 2, 3, 4]


def test_it_is_read_as_a_line_for_each_pile_that_holds_something() -> None:
    lines = Hand(CARDS, {"pets": 3, "noise": 3, "bus": 1}).lines()
    assert [(line.question, line.words) for line in lines] == [("Most of all", "Noise and Pets"), ("A little", "Bus")]


def test_nought_is_an_answer() -> None:
    assert Hand(CARDS, {"noise": 0}).how_much(NOISE) is HowMuch.NOT_AT_ALL
