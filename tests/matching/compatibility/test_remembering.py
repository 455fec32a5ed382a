"""What is remembered is what would be worked out, and never grows without end."""

from unittest.mock import patch

from matching.compatibility import remembering
from matching.compatibility.choices import Choices
from matching.compatibility.criteria import BY_NAME, CRITERIA
from matching.compatibility.criterion import Reader
from matching.compatibility.pairs import pair
from matching.compatibility.profiles import Tie
from matching.compatibility.remembering import Remembered
from matching.compatibility.sentences import said
from scheme.ways_of_living import Noise, Stance
from tests.matching.compatibility.invented import HERE, household, member, person

NOISE = BY_NAME["noise"]


def test_what_one_wants_is_not_mistaken_for_what_one_brings() -> None:
    pets = BY_NAME["pets"]
    assert isinstance(pets.shape, Choices)
    for wanted, found in pets.shape.table:
        assert pets.between(wanted, found).agreement == pets.shape.alone(wanted, found)


def test_two_ways_of_fitting_with_the_same_answers_are_two() -> None:
    assert NOISE.between(Noise.QUIET, None) is not BY_NAME["company"].between(Noise.QUIET, None)


def test_after_so_many_it_begins_afresh_and_says_the_same() -> None:
    with patch.multiple(remembering, SO_MANY=2, _between={}):
        answers = [None, *Noise]
        twice = [[NOISE.between(wanted, found).agreement for wanted in answers for found in answers] for _ in range(2)]
        assert twice[0] == twice[1]
        assert len(remembering._between) <= 2


def test_nobody_is_remembered_by_name_nor_by_where_they_go() -> None:
    """What was said of the same answers before is said again, about whoever gave them now."""
    mine = person(noise=Noise.QUIET, ties=(Tie("Helen", HERE),), interests={"piano": Stance.LOVE})
    with patch.multiple(remembering, _between={}):
        for name in ("Gwen", "Huw"):
            home = household(
                noise=Noise.QUIET, members=(member("Sam", noise=Noise.QUIET), member(name, noise=Noise.LIVELY))
            )
            both = pair(mine, home)
            told = {one.name: said(one, one.compare(both.person, both.household), Reader.WORKER) for one in CRITERIA}
            assert told["noise"][-1] == f"The answer that fits least is {name}'s."
        kept = str([(answers, one._kept) for answers, one in remembering._between.items()])
        assert not any(word in kept for word in ("Gwen", "Huw", "Helen", "piano"))


def test_what_takes_more_room_than_there_is_begins_afresh() -> None:
    remembered, worked_out = Remembered[str](room=6), list[str]()

    def find(name: str) -> str:
        def work_out() -> str:
            worked_out.append(name)
            return name

        return remembered.find(name, work_out, len)

    assert [find(name) for name in ("one", "two", "one", "three", "one")] == ["one", "two", "one", "three", "one"]
    assert worked_out == ["one", "two", "three", "one"]
