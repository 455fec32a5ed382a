"""One cell: what the file holds, and the words a person would read there."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

CellValue = str | int | float | bool | date | datetime | time | timedelta | None

_DASHES = re.compile("[‐‑‒–—―−]")
_QUOTES = re.compile("[‘’‛`´]")
# Control characters mean nothing in a spreadsheet, and a database refuses some of them; surrogates cannot be stored.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\xad\u200b\u2060\ufeff]")
# How a workbook's XML writes a control character inside a text.
_ESCAPED_CONTROL = re.compile(r"_x00[01][0-9A-Fa-f]_")
_LINE_ENDS = re.compile("\r\n?|\u2028|\u2029|\x85")
_LINE_END_ESCAPED = re.compile(r"_x000[dD]_(?=\n)")


@dataclass(frozen=True, slots=True)
class Cell:
    """What the file holds (``value``) and the words a person would read (``words``, trimmed; empty when blank)."""

    value: CellValue
    words: str

    @property
    def blank(self) -> bool:
        """Whether nobody wrote anything here."""
        return not self.words

    @property
    def plain(self) -> str:
        """The words made easy to compare."""
        return plain(self.words)


BLANK = Cell(None, "")


def cell(value: CellValue) -> Cell:
    """A cell from whatever a spreadsheet gave. Never raises."""
    if isinstance(value, str):
        value = clean(value)
    return Cell(value, words(value))


def clean(text: str) -> str:
    """The text without what cannot be seen or stored, its line ends made alike."""
    text = _LINE_END_ESCAPED.sub("", text)
    text = _LINE_ENDS.sub("\n", text)
    text = _ESCAPED_CONTROL.sub(" ", text)
    return _UNPRINTABLE.sub("", text).replace("\xa0", " ").strip()


def words(value: CellValue) -> str:
    """The value as a person reads it: dates the British way round, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime):
        return _moment(value)
    if isinstance(value, date):
        return _day(value)
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return clean(str(value))


def plain(text: str) -> str:
    """Text made easy to compare: one case, one kind of dash, quote and space."""
    text = unicodedata.normalize("NFKC", text)
    text = _QUOTES.sub("'", _DASHES.sub("-", text))
    return " ".join(text.casefold().split())


def _moment(value: datetime) -> str:
    if value.time() == time():
        return _day(value)
    return f"{_day(value)} {value:%H:%M}"


def _day(value: date) -> str:
    # Not strftime: it pads years before 1000 differently from machine to machine.
    return f"{value.day:02}/{value.month:02}/{value.year:04}"
