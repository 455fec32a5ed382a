"""How things are named inside a sentence."""

import pytest

from matching.compatibility.criteria import CRITERIA
from matching.compatibility.naming import first_letter, listed, mid_sentence
from matching.compatibility.sets import Sets


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("Gardening", "gardening"),
        ("Elvis songs", "Elvis songs"),
        ("Welsh", "Welsh"),
        ("DIY and mending things", "DIY and mending things"),
        ("Eastern European food", "Eastern European food"),
        ("Eating out", "eating out"),
    ],
)
def test_only_names_keep_their_capital_inside_a_sentence(name: str, inside: str) -> None:
    assert mid_sentence(name) == inside


def test_whatever_is_written_in_capitals_further_on_stays_as_it_is() -> None:
    for criterion in CRITERIA:
        if isinstance(criterion.shape, Sets):
            for thing in criterion.shape.things:
                assert mid_sentence(criterion.wording(thing))[1:] == criterion.wording(thing)[1:]


def test_a_list_reads_as_it_is_said() -> None:
    assert listed([]) == ""
    assert listed(["chess"]) == "chess"
    assert listed(["chess", "darts"]) == "chess and darts"
    assert listed(["chess", "darts", "golf"]) == "chess, darts and golf"
    assert listed(["chess", "darts"], "3 more") == "chess, darts and 3 more"
    assert listed(["piano and keyboard", "darts"]) == "piano and keyboard, and darts"


def test_a_sentence_begins_with_a_capital() -> None:
    assert first_letter("both are board games") == "Both are board games"
