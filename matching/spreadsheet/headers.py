"""Finding the row of headers, and what each header means."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from functools import lru_cache

from openpyxl.utils import get_column_letter

from matching.spreadsheet.cells import plain
from matching.spreadsheet.header_words import HOUSEHOLDS, PEOPLE, SHARED, Headers
from matching.spreadsheet.sheets import Row, Sheet


class About(StrEnum):
    """Whom a sheet lists."""

    PEOPLE = "people"
    HOUSEHOLDS = "households"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its place from 0, its header as written (or its letter), and the fact it means, if we know."""

    index: int
    header: str
    fact: str | None


@dataclass(frozen=True, slots=True)
class HeaderRow:
    """The header row of a sheet, whom the sheet lists, and its columns."""

    about: About
    number: int
    columns: tuple[Column, ...]


ROWS_SEARCHED = 20
"""How far down the headers may be: titles and notes come before them."""
_FEWEST_HEADERS = 2
_ALIKE = 0.86
"""How alike a misspelt header must be (our judgement: one slip in seven letters)."""
_SHORTEST_MISSPELT = 6
_LONGEST_HEADER = 80

_TABLES: Mapping[About, Headers] = {About.PEOPLE: PEOPLE, About.HOUSEHOLDS: HOUSEHOLDS}
_NAMES = {"first_name", "last_name", "full_name", "known_as", "name"}
_HOUSEHOLD_SHEET = re.compile(r"carer|household|host|homesharer|famil|gofal")
_BRACKETED = re.compile(r"\([^)]*\)?|\[[^\]]*\]?")
_FILLER = re.compile(
    r"^(?:the|your|their|clients?|persons?|persons|carers?|service users?|su|current|main)\s+|\s+(?:y n|yes no)$"
)


def key(header: str) -> str:
    """A header without case, spaces and punctuation."""
    return "".join(mark for mark in plain(header).replace("'s ", "s ") if mark.isalnum())


def find_headers(sheet: Sheet, extra_synonyms: Mapping[str, str] | None = None) -> HeaderRow | None:
    """The header row: of the first rows, the one with the most headers we know. ``None`` when no row has two.

    Whom the sheet lists follows from its headers; only when they fit both does its name decide.
    ``extra_synonyms`` are a scheme's own: header → fact; a fact we do not know keeps the column as notes.
    """
    extra = tuple(sorted((key(header), fact) for header, fact in (extra_synonyms or {}).items()))
    best: tuple[tuple[int, int, int], About, Row] | None = None
    for row in sheet.rows[:ROWS_SEARCHED]:
        for about in About:
            score = _score(row, about, extra, sheet.name)
            if score[0] >= _FEWEST_HEADERS and (best is None or score > best[0]):
                best = (score, about, row)
    if best is None:
        return None
    _, about, row = best
    return HeaderRow(about, row.number, _columns(sheet, row, about, extra))


def _score(row: Row, about: About, extra: tuple[tuple[str, str], ...], sheet_name: str) -> tuple[int, int, int]:
    """How many different facts the row's cells name, how many of them only this kind of sheet has, and its name's vote."""
    # Misspelt headers are looked for only in the row that is chosen: most rows are not headers, and it takes time.
    facts = {fact for cell in row.cells for fact in [_meaning(cell.words, about, extra, misspelt=False)] if fact}
    if not facts & (_NAMES | {"reference"}):
        return 0, 0, 0
    other = set(_TABLES[About.HOUSEHOLDS if about is About.PEOPLE else About.PEOPLE])
    named_household = bool(_HOUSEHOLD_SHEET.search(plain(sheet_name)))
    return len(facts), len(facts - other - set(SHARED)), int(named_household == (about is About.HOUSEHOLDS))


def _columns(sheet: Sheet, row: Row, about: About, extra: tuple[tuple[str, str], ...]) -> tuple[Column, ...]:
    """Every column with a header, or with anything below one that is missing."""
    width = max((len(one.cells) for one in sheet.rows if one.number >= row.number), default=0)
    columns = []
    for index in range(width):
        words = row.cells[index].words if index < len(row.cells) else ""
        header = " ".join(words.split()) or f"Column {get_column_letter(index + 1)}"
        columns.append(Column(index, header, _meaning(words, about, extra)))
    return _told_apart(tuple(columns))


def _told_apart(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Two columns with one header and no fact get their letters, so that a report can tell them apart."""
    counts = Counter(column.header for column in columns if not column.fact)
    return tuple(
        Column(column.index, f"{column.header} ({get_column_letter(column.index + 1)})", None)
        if not column.fact and counts[column.header] > 1
        else column
        for column in columns
    )


def _meaning(header: str, about: About, extra: tuple[tuple[str, str], ...], misspelt: bool = True) -> str | None:
    words = plain(header)
    # A long sentence is a title or a remark, never a header.
    if not 0 < len(words) <= _LONGEST_HEADER:
        return None
    return _known(words, about, extra) or (_misspelt(words, about, extra) if misspelt else None)


@lru_cache(maxsize=32)
def _variants(about: About, extra: tuple[tuple[str, str], ...]) -> dict[str, str]:
    table = {
        key(variant): fact
        for headers in (SHARED, _TABLES[about])
        for fact, variants in headers.items()
        for variant in (fact.replace("_", " "), *variants.split("|"))
    }
    return table | dict(extra)


def _known(words: str, about: About, extra: tuple[tuple[str, str], ...]) -> str | None:
    table = _variants(about, extra)
    bare = _BRACKETED.sub(" ", words)
    shorter = _FILLER.sub("", " ".join(re.sub(r"[^\w]+", " ", bare.replace("'", "")).split()))
    for candidate in (key(words), key(bare), key(shorter), key(shorter).rstrip("0123456789")):
        if candidate in table:
            return table[candidate]
    return None


def _misspelt(words: str, about: About, extra: tuple[tuple[str, str], ...]) -> str | None:
    table = _variants(about, extra)
    attempt = key(_BRACKETED.sub(" ", words))
    if len(attempt) < _SHORTEST_MISSPELT:
        return None
    close = get_close_matches(attempt, [known for known in table if len(known) >= _SHORTEST_MISSPELT], 1, _ALIKE)
    return table[close[0]] if close else None
