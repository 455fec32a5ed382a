"""Dates as schemes write them, the British way round. Everyone here is invented."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.spreadsheet.cells import CellValue, cell
from matching.spreadsheet.values.dates import birth_year, date_of_birth, date_reader, next_month, starts, two_digit_year
from matching.spreadsheet.values.reading import Context

TODAY = date(2026, 11, 21)
CONTEXT = Context(TODAY)
read = date_reader("day")


@pytest.mark.parametrize(
    "written",
    [
        datetime.fromisoformat("2026-02-15"),
        date(2026, 2, 15),
        "15/02/2026",
        "15-02-2026",
        "15.02.26",
        "15.2.26",
        "15 2 26",
        "2026-02-15",
        "2026-02-15 00:00:00",
        "15 February 2026",
        "15th Feb 2026",
        "15th of February 2026",
        "15-Feb-26",
        "15feb26",
        "Sunday 15 February 2026",
        "Sun 15th Feb '26",
        "February 15, 2026",
        "FEB 15 2026",
        "15 Chwefror 2026",
        " 15/02/2026 ",
    ],
)
def test_every_usual_writing_gives_the_day(written: CellValue) -> None:
    reading = read(cell(written), CONTEXT)
    assert reading.facts == {"day": date(2026, 2, 15)}
    assert not reading.keep


@pytest.mark.parametrize("written", ["Jan 2026", "January 2026", "jan-26", "01/2026", "2026-01", "Ionawr 2026"])
def test_a_month_alone_gives_its_first_day_and_keeps_the_words(written: str) -> None:
    reading = read(cell(written), CONTEXT)
    assert reading.facts == {"day": date(2026, 1, 1)}
    assert reading.keep


def test_a_month_without_a_year_is_the_next_to_come() -> None:
    assert read(cell("from Jan"), CONTEXT).facts == {"day": date(2027, 1, 1)}
    assert next_month(11, TODAY) == date(2026, 11, 1), "we are in it"
    assert next_month(10, TODAY) == date(2027, 10, 1)


@pytest.mark.parametrize(
    "written",
    [
        "31/02/1980",
        "2026-13-01",
        "12/25/2026",
        "29/02/2026",
        "soon",
        "Preston",
        "32 Jan 2026",
        "1.5",
        -3,
        12.5,
        True,
        "15/02/0026",
        "99999",
    ],
)
def test_an_impossible_date_leaves_the_fact_unknown_and_says_what_was_expected(written: CellValue) -> None:
    reading = read(cell(written), CONTEXT)
    assert not reading.facts
    assert reading.keep
    assert reading.misread[0].found == cell(written).words
    assert "a date" in reading.misread[0].expected


@pytest.mark.parametrize("written", ["?", "TBC", "n/k", "-", "not known", "ask", "N/A"])
def test_not_known_is_neither_a_date_nor_a_problem(written: str) -> None:
    reading = read(cell(written), CONTEXT)
    assert reading.not_known
    assert not reading.facts
    assert not reading.misread


def test_a_date_that_lost_its_format_is_understood_and_kept_in_words() -> None:
    reading = read(cell(46068), CONTEXT)
    assert reading.facts == {"day": date(2026, 2, 15)}
    assert reading.keep


def test_a_birth_date_needs_its_day_and_lies_in_the_past() -> None:
    assert date_of_birth(cell("23-11-1967"), CONTEXT).facts == {"date_of_birth": date(1967, 11, 23)}
    for written in ("Nov 1967", "1967", "31/02/1980", "22/11/2026", "1 January 2030", "01/01/1901"):
        reading = date_of_birth(cell(written), CONTEXT)
        assert not reading.facts, written
        assert reading.keep
        assert reading.misread


@pytest.mark.parametrize(
    ("digits", "year"), [(67, 1967), (99, 1999), (0, 2000), (12, 2012), (13, 1913), (16, 1916), (26, 1926)]
)
def test_two_digits_of_a_birth_year_give_somebody_between_14_and_110(digits: int, year: int) -> None:
    assert birth_year(digits, TODAY) == year


def test_two_digits_of_any_other_year_reach_twenty_years_ahead() -> None:
    assert two_digit_year(26, TODAY) == 2026
    assert two_digit_year(46, TODAY) == 2046
    assert two_digit_year(47, TODAY) == 1947


def test_as_soon_as_possible_is_understood_without_a_date() -> None:
    reading = starts(cell("ASAP"), CONTEXT)
    assert reading.keep
    assert not reading.misread
    assert not reading.facts


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)))
def test_every_date_survives_every_shape(day: date) -> None:
    for shape in ("%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%B %d, %Y"):
        assert read(cell(day.strftime(shape)), CONTEXT).facts == {"day": day}
