"""What somebody brings, enjoys and would like a hand with, as schemes write it. Everyone here is invented."""

from datetime import date

import pytest

from matching.spreadsheet.cells import cell
from matching.spreadsheet.values.giving import (
    contributes,
    experienced_with,
    help_with,
    helped_by,
    helpers,
    pet_temper_wish,
    pet_tempers,
)
from matching.spreadsheet.values.reading import Context
from scheme.ways_of_living import Contribution, HelpedBy, Helper, HelpWith, PetTemperWish

CONTEXT = Context(date(2026, 11, 21))


def test_what_somebody_would_bring() -> None:
    reading = contributes(cell("baking, walking the dog and a good chat"), CONTEXT)
    assert reading.facts == {"contributes": (Contribution.COOKING, Contribution.ANIMALS, Contribution.STORIES)}


def test_what_is_not_on_the_list_is_kept_and_told() -> None:
    reading = contributes(cell("cooking, beekeeping"), CONTEXT)
    assert reading.facts == {"contributes": (Contribution.COOKING,)}
    assert reading.keep
    assert [one.found for one in reading.misread] == ["beekeeping"]


def test_what_help_is_wanted_and_what_was_helped_with() -> None:
    assert help_with(cell("bills; personal care"), CONTEXT).facts == {"help_with": (HelpWith.MONEY, HelpWith.WASHING)}
    assert experienced_with(cell("travel training"), CONTEXT).facts == {"experienced_with": (HelpWith.GETTING_OUT,)}


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("female", HelpedBy.WOMAN),
        ("A man", HelpedBy.MAN),
        ("no preference", HelpedBy.EITHER),
        ("none needed", HelpedBy.NOBODY),
    ],
)
def test_who_somebody_would_like_to_be_helped_by(words: str, who: HelpedBy) -> None:
    reading = helped_by(cell(words), CONTEXT)
    assert (reading.facts, reading.proposals) == ({"helped_by": who}, ())


def test_only_a_woman_is_a_wish_and_perhaps_a_must_not() -> None:
    reading = helped_by(cell("Female only"), CONTEXT)
    assert reading.facts == {"helped_by": HelpedBy.WOMAN}
    assert [(one.topic, one.options) for one in reading.proposals] == [("must_nots", ("only_men",))]


def test_who_could_help() -> None:
    assert helpers(cell("female"), CONTEXT).facts == {"helpers": (Helper.WOMAN,)}
    assert helpers(cell("both"), CONTEXT).facts == {"helpers": (Helper.WOMAN, Helper.MAN)}
    assert helpers(cell("ask Gwen"), CONTEXT).misread


def test_how_each_animal_is() -> None:
    assert pet_tempers(cell("lively dog, cat is shy"), CONTEXT).facts == {
        "pet_tempers": (("dog", "lively"), ("cat", "shy"))
    }
    assert pet_tempers(cell("calm"), CONTEXT).facts == {"pet_tempers": (("", "calm"),)}
    assert pet_tempers(cell("bites"), CONTEXT).misread


def test_which_animals_somebody_would_be_happy_with() -> None:
    assert pet_temper_wish(cell("calm only"), CONTEXT).facts == {"pet_temper_wish": PetTemperWish.CALM_ONLY}
