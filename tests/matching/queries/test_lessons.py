"""What endings taught a scheme, without names and without small numbers. Everybody here is invented."""

import pytest

from matching.actions import ending
from matching.lifecycle import EndingReason, Stage
from matching.models import LooksBack
from matching.queries.lessons import FEWEST, lessons, without_names
from scheme.database import carry_out
from tests.matching.conftest import Story, a_household, a_person


@pytest.mark.parametrize(
    ("words", "names", "left"),
    [
        ("Josie missed Ruth and Colin.", ["Josie Braithwaite", "Ruth and Colin Ashworth"], "somebody missed somebody and somebody."),
        ("Josie Braithwaite sang.", ["Josie Braithwaite"], "somebody sang."),
        ("Josiefield is a town, and the park was near.", ["Josie", "the Ashworths"], "Josiefield is a town, and the park was near."),
        ("Nothing to hide.", ["", "Al"], "Nothing to hide."),
    ],
)  # fmt: skip
def test_names_are_taken_out(words: str, names: list[str], left: str) -> None:
    assert without_names(words, names) == left


NAME = ["", "Nora Vale", "Olive Vale", "Peg Vale", "Queenie Vale", "Rose Vale", "Sal Vale"]


def test_of_a_few_nothing_is_told_one_by_one(story: Story) -> None:
    def ends(number: int, reason: EndingReason) -> None:
        one = Story(story.inside, story.worker)
        person, household = carry_out(a_person, f"P{number}"), carry_out(a_household, f"H{number}", name=NAME[number])
        one.begin(person=person, household=household)
        carry_out(move_in, one)
        one.take("end_trial", reason=reason.value)
        learned = {"good": "Kept", "lesson": f"Ask {NAME[number].split()[0]} about nights, lesson {number}"}
        carry_out(ending.reflect, story.worker, one.pair, LooksBack.WORKER, learned)
        shared = {"good": f"Tea {number}", "may_share": number == 1}
        carry_out(ending.reflect, story.worker, one.pair, LooksBack.HOUSEHOLD, shared)

    for number in range(1, FEWEST - 1):
        ends(number, EndingReason.MONEY)
    few = lessons()
    assert few.reasons == [(EndingReason.MONEY, None)]
    assert few.words == []
    ends(FEWEST - 1, EndingReason.MONEY)
    ends(FEWEST, EndingReason.SAFETY)
    enough = lessons()
    assert enough.reasons == [(EndingReason.MONEY, None), (EndingReason.SAFETY, None)]
    ends(FEWEST + 1, EndingReason.MONEY)
    enough = lessons()
    assert enough.reasons == [(EndingReason.MONEY, FEWEST), (EndingReason.SAFETY, None)]
    said = [f"Ask somebody about nights, lesson {number}" for number in range(1, FEWEST + 2)]
    assert sorted(enough.words) == sorted([*said, "Tea 1"])


def move_in(one: Story) -> None:
    """Straight to a trial: how they came there is no matter here."""

    one.arrangement.stage = Stage.TRIAL
