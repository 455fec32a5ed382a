"""Spaces, and people living there already. Everyone here is invented."""

from datetime import date

import pytest

from matching.spreadsheet.cells import CellValue, cell
from matching.spreadsheet.values.numbers import bedrooms, living_there, spaces
from matching.spreadsheet.values.reading import Context

CONTEXT = Context(date(2026, 11, 21))


@pytest.mark.parametrize(
    ("written", "count", "kept"),
    [(0, 0, False), (3, 3, False), (2.0, 2, False), ("1", 1, False), ("two", 2, False), ("full", 0, False), ("Full up", 0, False),
     ("none", 0, False), ("1 space", 1, True), ("2 rooms free", 2, True), ("1 now", 1, True)],
)  # fmt: skip
def test_a_number_of_spaces(written: CellValue, count: int, kept: bool) -> None:
    reading = spaces(cell(written), CONTEXT)
    assert reading.facts == {"spaces": count}
    assert reading.keep is kept


@pytest.mark.parametrize(
    ("written", "free_from"),
    [
        ("1 (from Jan)", date(2027, 1, 1)),
        ("1 from January 2027", date(2027, 1, 1)),
        ("1 (from 15/02/27)", date(2027, 2, 15)),
        ("1 - from March", date(2027, 3, 1)),
        ("1 space, free from Nov", date(2026, 11, 1)),
    ],
)
def test_a_space_that_comes_free(written: str, free_from: date) -> None:
    reading = spaces(cell(written), CONTEXT)
    assert reading.facts == {"spaces": 1, "spaces_from": free_from}
    assert reading.keep


@pytest.mark.parametrize(
    "written", [-1, 5, 4, 1.5, "lots", "1-2", "-1", "1 (from somewhen)", "4 rooms", "1?", True, 10**30, "0x1"]
)
def test_a_number_nobody_can_offer_is_a_problem(written: CellValue) -> None:
    reading = spaces(cell(written), CONTEXT)
    assert not reading.facts
    assert reading.keep
    assert reading.misread[0].found == cell(written).words


@pytest.mark.parametrize(
    ("written", "count", "kept"),
    [
        (0, 0, False),
        (2, 2, False),
        ("2 ladies", 2, True),
        ("1 - Gwen", 1, True),
        ("none", 0, False),
        ("two men", 2, True),
        ("4", 4, False),
        ("1 (Dean)", 1, True),
    ],
)
def test_people_living_there_with_the_words_beside_the_number_kept(written: CellValue, count: int, kept: bool) -> None:
    reading = living_there(cell(written), CONTEXT)
    assert reading.facts == {"living_there": count}
    assert reading.keep is kept


@pytest.mark.parametrize("written", [-1, 40, "Gwen", "1st May", "1/2", "several"])
def test_people_living_there_that_cannot_be_counted(written: CellValue) -> None:
    reading = living_there(cell(written), CONTEXT)
    assert not reading.facts
    assert reading.misread


def test_bedrooms() -> None:
    assert bedrooms(cell(3), CONTEXT).facts == {"bedrooms": 3}
    assert bedrooms(cell("99"), CONTEXT).misread
