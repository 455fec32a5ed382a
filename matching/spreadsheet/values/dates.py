"""Dates in the ways people write them, the British way round."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from matching.spreadsheet.cells import Cell, plain
from matching.spreadsheet.values.answers import says_not_known
from matching.spreadsheet.values.reading import NOT_KNOWN, Context, Reader, Reading, known, misread

EXPECTED = "a date, such as 23/11/2026 or 23 November 2026"
EXPECTED_PAST = "a date up to today, such as 23/11/2024"
EXPECTED_BIRTH = "a date of birth with its day, month and year, such as 23/11/1967"

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan ionawr",
            "february feb chwefror",
            "march mar mawrth",
            "april apr ebrill",
            "may mai",
            "june jun mehefin",
            "july jul gorffennaf",
            "august aug awst",
            "september sept sep medi",
            "october oct hydref",
            "november nov tachwedd",
            "december dec rhagfyr",
        ),
        start=1,
    )
    for name in names.split()
}
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>'?\d{2}|\d{4})"
_GAP = r"\s*[-/., ]\s*"
_TIME = r"(?:[t ,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:z)?)?"
_SHAPES = tuple(
    re.compile(shape + _TIME)
    for shape in (
        r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})",
        rf"{_DAY}\s*[-/. ]\s*(?P<month>\d{{1,2}})\s*[-/. ]\s*{_YEAR}",
        rf"{_DAY}(?:{_GAP}|\s+of\s+)?(?P<name>{MONTH})\.?(?:{_GAP})?{_YEAR}",
        rf"(?P<name>{MONTH})\.?{_GAP}{_DAY}(?:{_GAP}){_YEAR}",
        rf"(?P<name>{MONTH})\.?(?:{_GAP})?{_YEAR}",
        r"(?P<month>\d{1,2})[-/.](?P<year>\d{4})",
        r"(?P<year>\d{4})-(?P<month>\d{1,2})",
    )
)
_MONTH_ALONE = re.compile(rf"(?P<name>{MONTH})\.?")
_WEEKDAY = re.compile(r"^(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun)[a-z]*[., ]+(?=\d)")
_LEAD = re.compile(r"^(?:from|since|on|by|due|starting|starts|start of|beginning of|c|circa|approx)[.: ]+")
_DAY_NUMBERS = range(7_306, 73_051)
"""Excel's own count of days, from 1920 to 2100: a date cell that lost its format shows one."""
_DAY_ZERO = date(1899, 12, 30)
_YEARS = range(1900, 2101)
_AGES = range(14, 111)
"""Ages a two-digit year of birth may give: planning starts at 14 (DOMAIN §1), and few live past 110."""
_OLDEST = 120


@dataclass(frozen=True, slots=True)
class DateRead:
    """A date and how sure it is: ``day`` is False when only the month was written and the first was taken."""

    date: date
    day: bool = True
    exact: bool = True
    """False when something beside the date was left over, such as "about"."""


def next_month(month: int, today: date) -> date:
    """The first of that month: this one if we are in it, otherwise the next to come."""
    return date(today.year + (month < today.month), month, 1)


def two_digit_year(year: int, today: date) -> int:
    """The year two digits mean: no later than twenty years ahead (our judgement), otherwise the last century."""
    this_century = today.year - today.year % 100 + year
    return this_century if this_century <= today.year + 20 else this_century - 100


def birth_year(year: int, today: date) -> int:
    """The year two digits mean for a birth: the latest that gives an age between 14 and 110."""
    this_century = today.year - today.year % 100 + year
    return this_century if today.year - this_century in _AGES else this_century - 100


def read_date(cell: Cell, today: date, birth: bool = False) -> DateRead | None:
    """The date a cell holds, or ``None``. Impossible dates (31/02/1980) are ``None`` too."""
    value = cell.value
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return DateRead(value) if value.year in _YEARS else None
    if isinstance(value, int | float):
        if not isinstance(value, bool) and value in _DAY_NUMBERS:
            return DateRead(_DAY_ZERO + timedelta(days=int(value)), exact=False)
        return None
    return date_in_words(cell.words, today, birth)


def date_in_words(words: str, today: date, birth: bool = False) -> DateRead | None:
    """The same for words."""
    text = plain(words).strip(" .,")
    bare = _WEEKDAY.sub("", _LEAD.sub("", text))
    for shape in _SHAPES:
        found = shape.fullmatch(bare)
        if found:
            return _build(found.groupdict(), today, birth, exact=bare == text or not _LEAD.match(text))
    alone = _MONTH_ALONE.fullmatch(bare)
    if alone and not birth:
        return DateRead(next_month(MONTHS[alone["name"]], today), day=False, exact=False)
    return None


def _build(parts: dict[str, str | None], today: date, birth: bool, exact: bool) -> DateRead | None:
    written = (parts["year"] or "").lstrip("'")
    year = int(written)
    if len(written) == 2:
        year = birth_year(year, today) if birth else two_digit_year(year, today)
    name = parts.get("name")
    month = MONTHS[name] if name else int(parts["month"] or 0)
    day = parts.get("day")
    try:
        found = date(year, month, int(day) if day else 1)
    except ValueError:
        return None
    return DateRead(found, day=bool(day), exact=exact) if year in _YEARS else None


def date_of_birth(cell: Cell, context: Context) -> Reading:
    """A date of birth, in full and in the past. A month or a year alone is a problem: it is no birthday."""
    if says_not_known(cell):
        return NOT_KNOWN
    found = read_date(cell, context.today, birth=True)
    if found is None or not found.day or not _could_be_born(found.date, context.today):
        return misread(cell, EXPECTED_BIRTH)
    return known(date_of_birth=found.date).and_keep(not found.exact)


def _could_be_born(day: date, today: date) -> bool:
    return day <= today and today.year - day.year <= _OLDEST


def date_reader(fact: str, past: bool = False) -> Reader:
    """A reader for a date column. Where only a month is written its first day is taken, and the words are kept.

    ``past``: what it tells has happened, so a day still to come is a problem.
    """

    def read(cell: Cell, context: Context) -> Reading:
        if says_not_known(cell):
            return NOT_KNOWN
        found = read_date(cell, context.today)
        if found is None:
            return misread(cell, EXPECTED)
        if past and found.date > context.today:
            return misread(cell, EXPECTED_PAST)
        return known(**{fact: found.date}).and_keep(not (found.day and found.exact))

    return read


_ANY_TIME = frozenset(
    {
        "asap",
        "as soon as possible",
        "now",
        "straight away",
        "immediately",
        "any time",
        "anytime",
        "urgent",
        "soon",
        "flexible",
    }
)


def starts(cell: Cell, context: Context) -> Reading:
    """When somebody would like to begin. "As soon as possible" is understood: no date, the words kept."""
    if cell.plain.rstrip("!. ") in _ANY_TIME:
        return Reading(keep=True)
    return date_reader("starts")(cell, context)
