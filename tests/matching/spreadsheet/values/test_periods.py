"""When a household is away. Everyone here is invented."""

from datetime import date, datetime

import pytest

from matching.spreadsheet.cells import cell
from matching.spreadsheet.values.periods import Period, away
from matching.spreadsheet.values.reading import Context

CONTEXT = Context(date(2026, 11, 21))


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("24/12/26 - 2/1/27", date(2026, 12, 24), date(2027, 1, 2)),
        ("24/12/2026-02/01/2027", date(2026, 12, 24), date(2027, 1, 2)),
        ("24-12-26 - 2-1-27", date(2026, 12, 24), date(2027, 1, 2)),
        ("24/12/26 to 2/1/27", date(2026, 12, 24), date(2027, 1, 2)),
        ("from 24 December 2026 until 2 January 2027", date(2026, 12, 24), date(2027, 1, 2)),
        ("24 Dec – 2 Jan", date(2026, 12, 24), date(2027, 1, 2)),
        ("24/12 - 2/1", date(2026, 12, 24), date(2027, 1, 2)),
        ("24 - 31 Dec 2026", date(2026, 12, 24), date(2026, 12, 31)),
        ("1st-14th May", date(2027, 5, 1), date(2027, 5, 14)),
        ("Aug", date(2027, 8, 1), date(2027, 8, 31)),
        ("all of August", date(2027, 8, 1), date(2027, 8, 31)),
        ("November", date(2026, 11, 1), date(2026, 11, 30)),
        ("Feb 2028", date(2028, 2, 1), date(2028, 2, 29)),
        ("first 2 weeks of May", date(2027, 5, 1), date(2027, 5, 14)),
        ("first week in June", date(2027, 6, 1), date(2027, 6, 7)),
        ("last two weeks of July 2028", date(2028, 7, 18), date(2028, 7, 31)),
        ("first fortnight of May", date(2027, 5, 1), date(2027, 5, 14)),
        ("3/1/2027", date(2027, 1, 3), date(2027, 1, 3)),
    ],
)
def test_sure_words_are_dated_and_kept(written: str, start: date, end: date) -> None:
    reading = away(cell(written), CONTEXT)
    assert reading.facts == {"away": (Period(start, end),)}
    assert reading.keep
    assert not reading.misread


def test_several_stretches_in_one_cell() -> None:
    reading = away(cell("Aug; 24/12/26 - 2/1/27\nEaster"), CONTEXT)
    assert reading.facts == {
        "away": (Period(date(2026, 12, 24), date(2027, 1, 2)), Period(date(2027, 8, 1), date(2027, 8, 31)))
    }
    assert [one.found for one in reading.misread] == ["easter"]


def test_a_date_cell_is_one_day_away() -> None:
    assert away(cell(datetime.fromisoformat("2027-03-04")), CONTEXT).facts == {
        "away": (Period(date(2027, 3, 4), date(2027, 3, 4)),)
    }


def test_none_is_an_answer() -> None:
    assert away(cell("none"), CONTEXT).facts == {"away": ()}


@pytest.mark.parametrize(
    "written",
    [
        "2 weeks in July",
        "Easter",
        "school holidays",
        "9/1/27 - 2/1/27",
        "31/2/27 - 2/3/27",
        "first 9 weeks of May",
        "x",
    ],
)
def test_unsure_words_are_kept_and_reported(written: str) -> None:
    reading = away(cell(written), CONTEXT)
    assert "away" not in reading.facts
    assert reading.keep
    assert reading.misread
