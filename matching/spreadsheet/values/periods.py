"""Stretches of time away: dated where the words are sure, the words kept always."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from matching.spreadsheet.cells import Cell, plain
from matching.spreadsheet.values.answers import NO_WORDS, says_not_known
from matching.spreadsheet.values.dates import MONTH, MONTHS, date_in_words, next_month, read_date
from matching.spreadsheet.values.numbers import NUMBER, number_word
from matching.spreadsheet.values.reading import NOT_KNOWN, Context, Misread, Reading, known

EXPECTED = "dates away, such as 24/12/2026 - 2/1/2027, or a month"


@dataclass(frozen=True, slots=True)
class Period:
    """Away from one day to another, both included."""

    starts: date
    ends: date


_APART = re.compile(r"\s*(?:\n|;|,|&|\band\b)\s*")
_FROM_TO = re.compile(r"(?:from\s+)?(?P<start>.+?)\s*(?:\bto\b|\buntil\b|\btill\b|-)\s*(?P<end>.+)")
_WEEKS = re.compile(
    rf"(?:the\s+)?(?P<which>first|1st|last)\s*(?P<count>{NUMBER})?\s*(?P<unit>weeks?|fortnight|days?)"
    rf"\s*(?:of|in)\s*(?P<name>{MONTH})\.?(?:\s*(?P<year>\d{{4}}))?"
)
_HALF_DATE = re.compile(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s*(?P<name>{MONTH})\.?|[/.](?P<month>\d{{1,2}}))?")
_DAYS_IN = {"week": 7, "fortnight": 14, "day": 1}
_LONGEST = 100
"""Characters of one stretch of dates; more is a story, and slow to look through."""


def away(cell: Cell, context: Context) -> Reading:
    """The periods away a cell tells. Undated months mean the next to come."""
    if says_not_known(cell):
        return NOT_KNOWN
    if cell.plain in NO_WORDS:
        return known(away=())
    whole = _whole(cell, context.today)
    if whole:
        return known(away=(whole,)).and_keep()
    parts = [part for part in _APART.split(plain_lines(cell.words)) if part]
    found = [(part, period(part, context.today)) for part in parts]
    periods = tuple(sorted({one for _, one in found if one}, key=lambda one: (one.starts, one.ends)))
    missed = tuple(Misread(part, EXPECTED) for part, one in found if one is None)
    facts = {"away": periods} if periods else {}
    return Reading(facts=facts, keep=True, misread=missed)


def plain_lines(words: str) -> str:
    """Words made plain line by line."""
    return "\n".join(plain(line) for line in words.splitlines())


def _whole(cell: Cell, today: date) -> Period | None:
    if not isinstance(cell.value, str):
        found = read_date(cell, today)
        return Period(found.date, found.date) if found else None
    return period(cell.plain, today)


def period(text: str, today: date) -> Period | None:
    """The dated stretch some plain words mean, or ``None`` when they are not sure."""
    if len(text) > _LONGEST:
        return None
    return _single(text, today) or _weeks(text, today) or _from_to(text, today)


def _single(text: str, today: date) -> Period | None:
    found = date_in_words(text, today) or date_in_words(text.removeprefix("all ").removeprefix("of "), today)
    if not found:
        return None
    return Period(found.date, found.date) if found.day else Period(found.date, _month_end(found.date))


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _weeks(text: str, today: date) -> Period | None:
    found = _WEEKS.fullmatch(text)
    if not found:
        return None
    length = (number_word(found["count"] or "1") or 1) * _DAYS_IN[found["unit"].rstrip("s")]
    month = MONTHS[found["name"]]
    first = date(int(found["year"]), month, 1) if found["year"] else next_month(month, today)
    last = _month_end(first)
    if not 1 <= length <= last.day:
        return None
    if found["which"] == "last":
        return Period(last - timedelta(days=length - 1), last)
    return Period(first, first + timedelta(days=length - 1))


def _from_to(text: str, today: date) -> Period | None:
    for cut in _FROM_TO.finditer(text):
        start, end = cut["start"], cut["end"]
        both = _two_dates(start, end, today) or _borrowed(start, end, today)
        if both and both.starts <= both.ends:
            return both
    # A dash also parts the pieces of a date (24-12-26 - 2-1-27): then the spaced one is the one that counts.
    if " - " in text:
        start, end = text.split(" - ", 1)
        both = _two_dates(start, end, today)
        if both and both.starts <= both.ends:
            return both
    return None


def _two_dates(start: str, end: str, today: date) -> Period | None:
    begins, finishes = date_in_words(start, today), date_in_words(end, today)
    if not begins or not finishes or not _has_year(start) or not _has_year(end):
        return None
    return Period(begins.date, finishes.date if finishes.day else _month_end(finishes.date))


def _has_year(text: str) -> bool:
    return bool(re.search(r"\d{4}$|[/. -]'?\d{2}$", text))


def _borrowed(start: str, end: str, today: date) -> Period | None:
    """A start that borrows what it leaves out from the end ("24 - 31 Dec 2026"), or the next such days to come."""
    first, last = _HALF_DATE.fullmatch(start), date_in_words(end, today)
    if last and last.day and _has_year(end) and first:
        return _ending_on(first, last.date)
    second = _HALF_DATE.fullmatch(end)
    if not first or not second or not _month_of(second):
        return None
    for year in (today.year, today.year + 1):
        finish = _day(year, _month_of(second), int(second["day"]))
        if finish and finish >= today:
            return _ending_on(first, finish)
    return None


def _ending_on(first: re.Match[str], last: date) -> Period | None:
    month = _month_of(first) or last.month
    year = last.year - (month > last.month)
    start = _day(year, month, int(first["day"]))
    return Period(start, last) if start else None


def _month_of(half: re.Match[str]) -> int:
    return MONTHS[half["name"]] if half["name"] else int(half["month"] or 0)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
