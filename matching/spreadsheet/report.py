"""What an import did, or would do: the same numbers for the page and for other programs."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypedDict

from matching.spreadsheet.book import ReadBook
from matching.spreadsheet.found import Problem
from matching.spreadsheet.headers import About


class Counts(TypedDict):
    """Rows by what became of them."""

    created: int
    updated: int
    unchanged: int
    duplicates: int
    blank: int
    refused: int


class ProblemJson(TypedDict):
    """One problem, its row as the spreadsheet numbers it."""

    sheet: str
    row: int
    column: str
    found: str
    expected: str
    kept: str


class ColumnJson(TypedDict):
    """A column we have no place for."""

    sheet: str
    column: str


class ReportJson(TypedDict):
    """The whole report, exactly as ``flask scheme import --json`` prints it."""

    people: Counts
    households: Counts
    problems: list[ProblemJson]
    unknown_columns: list[ColumnJson]
    to_confirm: int


@dataclass(frozen=True, slots=True)
class Applied:
    """How many profiles of one kind were made, changed, or found as they were."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """What the file said, and what was done about it."""

    book: ReadBook
    people: Applied = field(default_factory=Applied)
    households: Applied = field(default_factory=Applied)
    to_confirm: int = 0
    """Things a worker is asked to confirm once: list entries, links, differences, meanings and workers' names."""

    def as_json(self) -> ReportJson:
        """The report for other programs."""
        return {
            "people": self._counts(About.PEOPLE, self.people),
            "households": self._counts(About.HOUSEHOLDS, self.households),
            "problems": problems_json(self.book.problems),
            "unknown_columns": [{"sheet": sheet, "column": column} for sheet, column in self.book.unknown_columns],
            "to_confirm": self.to_confirm,
        }

    def _counts(self, about: About, applied: Applied) -> Counts:
        return {
            "created": applied.created,
            "updated": applied.updated,
            "unchanged": applied.unchanged,
            "duplicates": self.book.duplicates.get(about, 0),
            "blank": self.book.blank.get(about, 0),
            "refused": self.book.refused.get(about, 0),
        }


def problems_json(problems: Sequence[Problem]) -> list[ProblemJson]:
    """Problems for other programs."""
    return [
        {
            "sheet": one.sheet,
            "row": one.row,
            "column": one.column,
            "found": one.found,
            "expected": one.expected,
            "kept": one.kept,
        }
        for one in problems
    ]
