"""Postcodes, places and distances. Everyone here is invented."""

from datetime import date

import pytest

from matching.spreadsheet.cells import CellValue, cell
from matching.spreadsheet.values.reading import Context
from matching.spreadsheet.values.whereabouts import ReadPlace, distance, places, postcode
from scheme.ways_of_living import HowOften, YesNo

CONTEXT = Context(date(2026, 11, 21))


@pytest.mark.parametrize(
    ("written", "tidy"),
    [
        ("PR94ZZ", "PR9 4ZZ"),
        (" PR4 2ZZ ", "PR4 2ZZ"),
        ("la20 8zz", "LA20 8ZZ"),
        ("WN6", "WN6"),
        ("bb11", "BB11"),
        ("CF10 3NQ", "CF10 3NQ"),
    ],
)
def test_a_postcode_in_any_case_and_spacing(written: str, tidy: str) -> None:
    reading = postcode(cell(written), CONTEXT)
    assert reading.facts == {"postcode": tidy}
    assert not reading.keep


def test_a_postcode_inside_an_address_counts_and_the_address_is_kept() -> None:
    reading = postcode(cell("12 Mill Lane, Preston PR1 2ZZ"), CONTEXT)
    assert reading.facts == {"postcode": "PR1 2ZZ"}
    assert reading.keep


@pytest.mark.parametrize("written", ["Preston", "PR", "ZZ99 9ZZ", "LA1 or LA2", "12345", 90210])
def test_a_town_is_a_problem(written: CellValue) -> None:
    reading = postcode(cell(written), CONTEXT)
    assert not reading.facts
    assert reading.keep
    assert reading.misread


def test_question_marks_say_nobody_knows() -> None:
    assert postcode(cell("???"), CONTEXT).not_known


def test_places_that_matter() -> None:
    reading = places(cell("day centre LA23 2ZZ, college BB5"), CONTEXT)
    assert reading.facts == {"places": (ReadPlace("day centre", "LA23 2ZZ"), ReadPlace("college", "BB5"))}
    assert not reading.keep
    weekly = places(cell("Mum LA16 every week"), CONTEXT)
    assert weekly.facts == {"places": (ReadPlace("Mum every week", "LA16", HowOften.WEEKLY),)}
    nowhere = places(cell("Mum LA16; the Legion"), CONTEXT)
    assert nowhere.facts == {"places": (ReadPlace("Mum", "LA16"),)}
    assert nowhere.misread[0].found == "the Legion"


@pytest.mark.parametrize(
    ("written", "miles"),
    [
        (5, 5),
        ("10", 10),
        ("10 miles", 10),
        ("15m", 15),
        ("up to 10 miles", 10),
        ("about 5", 5),
        ("ten miles", 10),
        ("16 km", 10),
        ("8kms", 5),
    ],
)
def test_miles(written: CellValue, miles: int) -> None:
    assert distance(cell(written), CONTEXT).facts == {"distance_limit_miles": miles}


def test_anywhere_is_an_answer() -> None:
    assert distance(cell("anywhere"), CONTEXT).facts == {"anywhere": YesNo.YES}


@pytest.mark.parametrize("written", ["near mum", "30 mins", "5-10 miles", "half an hour", -2, 10**9, "m"])
def test_what_is_no_distance_is_kept(written: CellValue) -> None:
    reading = distance(cell(written), CONTEXT)
    assert not reading.facts
    assert reading.keep
    assert reading.misread
