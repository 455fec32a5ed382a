"""Finding the row of headers, and what each header means."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from enum import StrEnum
from functools import lru_cache

from openpyxl.utils import get_column_letter

from matching.spreadsheet.cells import plain
from matching.spreadsheet.header_words import HOMESHARE, HOUSEHOLDS, PEOPLE, SHARED, Headers
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


Own = tuple[tuple[str, str, About | None], ...]
"""A scheme's own headers as ``key`` makes them, the fact of each, and the sheets it is for (nothing: both)."""

ROWS_SEARCHED = 20
"""How far down the headers may be: titles and notes come before them."""
_FEWEST_HEADERS = 2
_ALIKE = 0.86
"""How alike a misspelt header must be (our judgement: one slip in seven letters)."""
_SHORTEST_MISSPELT = 6
_LONGEST_HEADER = 80

_TABLES: Mapping[About, Headers] = {About.PEOPLE: PEOPLE, About.HOUSEHOLDS: HOUSEHOLDS}
_NAMES = {"first_name", "last_name", "full_name", "known_as", "name"}
_HOUSEHOLD_SHEET = re.compile(r"carer|household(?!er)|host|homesharer|famil|gofal")
_OUTRIGHT: Mapping[About, re.Pattern[str]] = {
    About.PEOPLE: re.compile(r"\bhouseholders?\b"),
    About.HOUSEHOLDS: re.compile(r"\b(?:home ?)?sharers?\b"),
}
_BRACKETED = re.compile(r"\([^)]*\)?|\[[^\]]*\]?")
_NAME_OF = re.compile(r"^(?:full )?names?(?:/s)? of (?:the )?(.+?)\s*$")
_ANY_NAME = {
    About.PEOPLE: re.compile(r"\b(?:names?|person|people|clients?|individuals?|householders?)\b"),
    About.HOUSEHOLDS: re.compile(r"\b(?:names?|carers?|households?|hosts?|famil(?:y|ies)|homesharers?|sharers?)\b"),
}
"""What a column of names is called when it is called nothing we know, and no other column has the names."""
_SOMEBODY_ELSE_S = re.compile(
    r"\b(?:worker|officer|manager|coordinator|social|gp|doctor|surgery|school|college|contact|kin|advocate|file|pet|"
    r"council|authority|referrer|dates?|no|number|type|level|notes?|last|second)\b"
)
_FILLER = re.compile(
    r"^(?:the|your|their|clients?|persons?|persons|carers?|service users?|su|current|main)\s+|\s+(?:y n|yes no)$"
)


def key(header: str) -> str:
    """A header without case, spaces and punctuation."""
    return "".join(mark for mark in plain(header).replace("'s ", "s ") if mark.isalnum())


def find_headers(
    sheet: Sheet, extra_synonyms: Mapping[str, str] | None = None, is_homeshare: bool = False
) -> HeaderRow | None:
    """The header row: of the first rows, the one with the most headers we know. ``None`` when no row has two.

    Whom the sheet lists follows from its headers; only when they fit both does its name decide.
    ``extra_synonyms`` are a scheme's own: header → fact; a fact we do not know keeps the column as notes. In Homeshare
    a person's sheet tells of their home.
    """
    own = _own(tuple(sorted((extra_synonyms or {}).items())), is_homeshare)
    best: tuple[tuple[int, int, int], About, Row] | None = None
    for row in sheet.rows[:ROWS_SEARCHED]:
        for about in About:
            score = _score(row, about, own, sheet.name)
            if score[0] >= _FEWEST_HEADERS and (best is None or score > best[0]):
                best = (score, about, row)
    if best is None:
        return None
    _, about, row = best
    below = next((one for one in sheet.rows if one.number == row.number + 1), None)
    if below and _goes_on(row, below, about, own):
        return HeaderRow(about, below.number, _columns(sheet, row, about, own, below))
    return HeaderRow(about, row.number, _columns(sheet, row, about, own))


def _goes_on(row: Row, below: Row, about: About, own: Own) -> bool:
    """Whether the headers go on in the next row ("Name" over "First" and "Last"): nobody is called by a header we know."""
    facts = {fact for cell in below.cells for fact in [_meaning(cell.words, about, own, misspelt=False)] if fact}
    return (
        len(facts) >= _FEWEST_HEADERS
        and not any(mark.isdigit() for cell in below.cells for mark in cell.words)
        and all(
            below.cells[index].blank or _meaning(below.cells[index].words, about, own, misspelt=False)
            for index, cell in enumerate(row.cells[: len(below.cells)])
            if _meaning(cell.words, about, own) in _NAMES | {"reference"}
        )
    )


def _own(taught: tuple[tuple[str, str], ...], is_homeshare: bool) -> Own:
    homes = HOMESHARE if is_homeshare else {}
    of_homes = (
        (key(variant), fact, About.PEOPLE) for fact, variants in homes.items() for variant in variants.split("|")
    )
    return (*of_homes, *((key(header), fact, None) for header, fact in taught))


def _outright(sheet_name: str, row: Row) -> About | None:
    """Whom the sheet's name, or else its headers, say outright that it lists: Homeshare's two words are much alike."""
    for words in (plain(sheet_name), " ".join(cell.plain for cell in row.cells if len(cell.words) <= _LONGEST_HEADER)):
        said = {about for about, word in _OUTRIGHT.items() if word.search(words)}
        if len(said) == 1:
            return said.pop()
    return None


def _score(row: Row, about: About, own: Own, sheet_name: str) -> tuple[int, int, int]:
    """How many different facts the row's cells name, how many of them only this kind of sheet has, and its name's vote."""
    if _outright(sheet_name, row) not in {None, about}:
        return 0, 0, 0
    # Misspelt headers are looked for only in the row that is chosen: most rows are not headers, and it takes time.
    facts = {fact for cell in row.cells for fact in [_meaning(cell.words, about, own, misspelt=False)] if fact}
    if not facts & (_NAMES | {"reference"}):
        return 0, 0, 0
    other = set(_TABLES[About.HOUSEHOLDS if about is About.PEOPLE else About.PEOPLE])
    named_household = bool(_HOUSEHOLD_SHEET.search(plain(sheet_name)))
    return len(facts), len(facts - other - set(SHARED)), int(named_household == (about is About.HOUSEHOLDS))


def _columns(sheet: Sheet, row: Row, about: About, own: Own, below: Row | None = None) -> tuple[Column, ...]:
    """Every column with a header, or with anything below one that is missing. Headers may go on in the row ``below``."""
    width = max((len(one.cells) for one in sheet.rows if one.number >= row.number), default=0)
    columns = []
    for index in range(width):
        over, under = (
            " ".join(one.cells[index].words.split()) if one and index < len(one.cells) else "" for one in (row, below)
        )
        header = f"{over} {under}".strip() or f"Column {get_column_letter(index + 1)}"
        ways = dict.fromkeys((under, f"{under} {over}", header, over)) if under else (over,)
        fact = next((fact for way in ways for fact in [_meaning(way, about, own)] if fact), None)
        columns.append(Column(index, header, fact))
    return _told_apart(_with_names(tuple(columns), about))


def _with_names(columns: tuple[Column, ...], about: About) -> tuple[Column, ...]:
    """Without a column of names everybody would be nobody: then the likeliest of those we do not know is it."""
    if any(column.fact in _NAMES for column in columns):
        return columns
    unknown = (column for column in columns if not column.fact and not _SOMEBODY_ELSE_S.search(plain(column.header)))
    likely = next((column for column in unknown if _ANY_NAME[about].search(plain(column.header))), None)
    fact = "full_name" if about is About.PEOPLE else "name"
    return tuple(replace(column, fact=fact) if column is likely else column for column in columns)


def _told_apart(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Two columns with one header and no fact get their letters, so that a report can tell them apart."""
    counts = Counter(column.header for column in columns if not column.fact)
    return tuple(
        Column(column.index, f"{column.header} ({get_column_letter(column.index + 1)})", None)
        if not column.fact and counts[column.header] > 1
        else column
        for column in columns
    )


def _meaning(header: str, about: About, own: Own, misspelt: bool = True) -> str | None:
    words = plain(header)
    # A long sentence is a title or a remark, never a header.
    if not 0 < len(words) <= _LONGEST_HEADER:
        return None
    return _known(words, about, own) or (_misspelt(words, about, own) if misspelt else None)


@lru_cache(maxsize=32)
def _variants(about: About, own: Own) -> dict[str, str]:
    table = {
        key(variant): fact
        for headers in (SHARED, _TABLES[about])
        for fact, variants in headers.items()
        for variant in (fact.replace("_", " "), *variants.split("|"))
    }
    return table | {variant: fact for variant, fact, whose in own if whose in {None, about}}


def _known(words: str, about: About, own: Own) -> str | None:
    table = _variants(about, own)
    bare = _BRACKETED.sub(" ", words)
    spaced = _NAME_OF.sub(r"\1 name", bare.replace("/s", "s"))
    shorter = _FILLER.sub("", " ".join(re.sub(r"[^\w]+", " ", spaced.replace("'", "")).split()))
    for candidate in (key(words), key(bare), key(spaced), key(shorter), key(shorter).rstrip("0123456789")):
        if candidate in table:
            return table[candidate]
    return None


def _misspelt(words: str, about: About, own: Own) -> str | None:
    table = _variants(about, own)
    attempt = key(_BRACKETED.sub(" ", words))
    if len(attempt) < _SHORTEST_MISSPELT:
        return None
    close = get_close_matches(attempt, [known for known in table if len(known) >= _SHORTEST_MISSPELT], 1, _ALIKE)
    return table[close[0]] if close else None
