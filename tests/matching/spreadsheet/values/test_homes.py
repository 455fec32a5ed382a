"""Homes, animals and children in words. Everyone here is invented."""

from datetime import date

import pytest

from matching.spreadsheet.cells import CellValue, cell
from matching.spreadsheet.values.homes import home
from matching.spreadsheet.values.reading import Context
from scheme.ways_of_living import YesNo

CONTEXT = Context(date(2026, 11, 21))
YES, NO = YesNo.YES, YesNo.NO


@pytest.mark.parametrize(
    ("written", "facts"),
    [
        ("bungalow, wet room", {"accessible_bathroom": YES}),
        ("level access, own lounge", {"step_free": YES}),
        ("flat 2nd floor no lift", {"step_free": NO}),
        ("house, d/s bedroom and shower", {"ground_floor_bedroom": YES}),
        ("terraced, steep stairs", {"stairs": YES}),
        ("3 bed semi, bathroom upstairs", {"bedrooms": 3, "stairs": YES}),
        ("no garden, no stairs", {"garden": NO, "stairs": NO}),
        ("not level access", {"step_free": NO}),
        ("hoping for a wet room soon", {}),
        (
            "ground floor flat with parking, near bus stop",
            {"ground_floor_bedroom": YES, "parking": YES, "bus_nearby": YES},
        ),
        ("lovely", {}),
    ],
)
def test_only_what_the_words_say(written: CellValue, facts: dict[str, object]) -> None:
    reading = home(cell(written), CONTEXT)
    assert {name: fact for name, fact in reading.facts.items() if name != "home_words"} == facts
    assert reading.facts["home_words"] == written


def test_what_words_make_likely_is_for_a_worker_to_confirm() -> None:
    assert {one.topic for one in home(cell("bungalow, wet room"), CONTEXT).proposals} == {
        "ground_floor_bedroom",
        "step_free",
    }
    assert {one.topic for one in home(cell("house, d/s bedroom and shower"), CONTEXT).proposals} == {
        "accessible_bathroom"
    }
    assert not home(cell("might move to a bungalow"), CONTEXT).proposals


def test_words_too_long_for_their_place_become_a_note() -> None:
    reading = home(cell("level access " * 400), CONTEXT)
    assert reading.keep
    assert "home_words" not in reading.facts
