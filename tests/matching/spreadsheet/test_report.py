"""The report for other programs. Everyone here is invented."""

import json
from datetime import date

from matching.spreadsheet.book import read_book
from matching.spreadsheet.report import Applied, Report
from matching.spreadsheet.values.reading import Context
from matching.spreadsheet.workbook import open_book
from tests.matching.spreadsheet.workbooks import the_workbook


def test_the_report_has_exactly_the_promised_shape() -> None:
    book = read_book(open_book([the_workbook()]), Context(date(2026, 11, 21)))
    report = json.loads(json.dumps(Report(book, Applied(3, 1, 0), Applied(2, 0, 1), to_confirm=7).as_json()))
    assert report["people"] == {"created": 3, "updated": 1, "unchanged": 0, "duplicates": 2, "blank": 1, "refused": 1}
    assert report["households"] == {
        "created": 2,
        "updated": 0,
        "unchanged": 1,
        "duplicates": 0,
        "blank": 1,
        "refused": 0,
    }
    assert report["unknown_columns"] == [{"sheet": "People waiting", "column": "Bus pass"}]
    assert report["to_confirm"] == 7
    assert list(report) == ["people", "households", "problems", "unknown_columns", "to_confirm"]
    assert all(list(one) == ["sheet", "row", "column", "found", "expected", "kept"] for one in report["problems"])
    assert {one["kept"] for one in report["problems"]} == {"note", "row refused"}
    assert {"sheet": "Carers", "row": 3, "column": "Spaces", "found": "-1"}.items() <= next(
        one for one in report["problems"] if one["column"] == "Spaces"
    ).items()
