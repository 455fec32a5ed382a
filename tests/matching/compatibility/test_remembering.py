"""What is remembered is what would be worked out, and never grows without end."""

from unittest.mock import patch

from matching.compatibility import remembering
from matching.compatibility.remembering import Remembered, agreed
from matching.compatibility.tables import FOOD, NOISE
from scheme.ways_of_living import Food, Noise, Stance


def test_a_set_is_the_same_in_any_order_and_another_is_not() -> None:
    one = {Food.SPICY: Stance.LIKE, Food.VEGAN: Stance.LOVE}
    again = {Food.VEGAN: Stance.LOVE, Food.SPICY: Stance.LIKE}
    assert agreed(FOOD, one, again) == agreed(FOOD, one, one)
    assert agreed(FOOD, one, {Food.VEGAN: Stance.NOT_FOR_ME}) != agreed(FOOD, one, one)


def test_what_one_wants_is_not_mistaken_for_what_one_brings() -> None:
    loved, liked = {Food.SPICY: Stance.LOVE, Food.VEGAN: Stance.LIKE}, {Food.SPICY: Stance.LIKE}
    assert agreed(FOOD, loved, liked) != agreed(FOOD, liked, loved)


def test_after_so_many_it_begins_afresh_and_says_the_same() -> None:
    with patch.multiple(remembering, AGREEMENTS=2, _agreements={}):
        answers = [None, *Noise]
        twice = [[agreed(NOISE, wanted, found) for wanted in answers for found in answers] for _ in range(2)]
        assert twice[0] == twice[1]
        assert len(remembering._agreements) <= 2


def test_what_takes_more_room_than_there_is_begins_afresh() -> None:
    remembered, worked_out = Remembered[str](room=6), list[str]()

    def find(name: str) -> str:
        def work_out() -> str:
            worked_out.append(name)
            return name

        return remembered.find(name, work_out, len)

    assert [find(name) for name in ("one", "two", "one", "three", "one")] == ["one", "two", "one", "three", "one"]
    assert worked_out == ["one", "two", "three", "one"]
