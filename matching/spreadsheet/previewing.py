"""Reading a scheme's file with what it has taught us, and looking at what it would do without doing it."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from matching.compatibility.progress import Progress, unheard
from matching.spreadsheet import actions, queries
from matching.spreadsheet.book import ReadBook, read_book
from matching.spreadsheet.headers import find_headers
from matching.spreadsheet.report import Report
from matching.spreadsheet.sheets import Sheet, Source
from matching.spreadsheet.values.reading import Context
from matching.spreadsheet.workbook import open_book
from scheme.clock import today
from scheme.database import carry_out
from scheme.interests import interests, proposals
from scheme.interests.listing import listing
from scheme.queries import is_homeshare


class _OnlyLooked(Exception):
    """Carries the report out of a transaction that is then undone."""

    def __init__(self, report: Report) -> None:
        super().__init__()
        self.report = report


def read_sources(sources: Sequence[Source]) -> ReadBook:
    """The files, read for this scheme. Raises ``Refused`` for what is no spreadsheet."""
    sheets = open_book(sources)
    headers, homeshare = queries.learned("header"), is_homeshare()
    meanings = queries.mark_meanings(_columns(sheets, headers, homeshare))
    return read_book(sheets, context(), headers, meanings, homeshare)


def context() -> Context:
    """Today, and the interests list."""
    return Context(today(), lambda phrase: [found.key for found in proposals(phrase)], _phrases())


@lru_cache(maxsize=1)
def _phrases() -> frozenset[str]:
    """Every name of an interest that a comma or an "and" must not cut."""
    also = (name for line in listing().lines.values() for name in (*line.also, *line.also_cy))
    named = (name for one in interests().values() for name in (one.name_en, one.name_cy))
    return frozenset(name for name in (*named, *also) if set(name) & set(",/&;+") or f" {name} ".count(" and "))


def _columns(sheets: Sequence[Sheet], headers: Mapping[str, str], homeshare: bool) -> list[tuple[str, str]]:
    found = ((sheet.name, find_headers(sheet, headers, homeshare)) for sheet in sheets)
    return [(name, column.header) for name, row in found if row for column in row.columns]


def preview(book: ReadBook, tell: Progress = unheard) -> Report:
    """What taking in the file would do. Everything is really written, reported on, and undone."""
    try:
        carry_out(_look, book, tell)
    except _OnlyLooked as looked:
        return looked.report
    raise AssertionError("looking always ends in a report")


def _look(book: ReadBook, tell: Progress) -> None:
    raise _OnlyLooked(actions.write_book(book, tell))
