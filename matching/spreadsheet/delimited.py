"""Text files of rows: .csv, and the same with semicolons or tabs, in the encodings programs here really write."""

import codecs
import csv
import io
import re
from collections.abc import Sequence

from scheme.errors import Refused

_DELIMITERS = ",;\t|"
_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_HEAD_LINES = 20
_LONGEST_CELL = 20_000_000
"""As long as a whole file may be: Python's own limit is 131,072 characters."""
_BINARY = re.compile("[\x01-\x08\x0e-\x1f]")
_PAGE = re.compile(r"\s*<(?:!doctype|html|\?xml|table|workbook)\b", re.IGNORECASE)


def read_delimited(content: bytes) -> Sequence[Sequence[str]]:
    """Rows of text, a blank line being an empty row. Raises ``Refused`` for something that is not text."""
    text = _text(content).replace("\0", "")
    if _PAGE.match(text):
        raise Refused(
            "This is a web page saved as a spreadsheet. Please open it in your spreadsheet program, "
            "choose Save as, then .xlsx, and try again.",
            "workbook",
        )
    csv.field_size_limit(_LONGEST_CELL)
    delimiter = _delimiter(text)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as trouble:
        raise Refused(
            "We could not read this as rows and columns. Please save it again as .xlsx or .csv.", "workbook"
        ) from trouble
    if _has_swallowed_rows(rows, delimiter):
        return [next(csv.reader([line], delimiter=delimiter), []) for line in text.splitlines()]
    return rows


def _has_swallowed_rows(rows: Sequence[Sequence[str]], delimiter: str) -> bool:
    """Whether a quotation mark that nobody closed made one cell of several rows."""
    # Two parting marks at least: a sentence on its own line may well hold one.
    marks = max(2, max((len(row) for row in rows), default=0) - 1)
    return any(line.count(delimiter) >= marks for row in rows for one in row for line in one.split("\n")[1:])


def _text(content: bytes) -> str:
    for mark, encoding in _MARKS.items():
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    if b"\0" in content:
        return _with_noughts(content)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        # What Excel writes for "CSV": on Windows, or, where lines end the old way, on a Mac. Five bytes of the first mean
        # nothing; those alone are replaced.
        is_mac = b"\r" in content and b"\n" not in content
        return content.decode("mac_roman" if is_mac else "cp1252", errors="replace")


def _with_noughts(content: bytes) -> str:
    """Text in which noughts stand: every other byte of UTF-16 without its mark, or a stray one. Anything else is no text."""
    half = len(content) // 2
    for encoding, noughts in (("utf-16-le", content[1::2]), ("utf-16-be", content[::2])):
        if half and noughts.count(0) * 10 > half * 8:
            return content.decode(encoding, errors="replace")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = ""
    if not text.strip("\0") or _BINARY.search(text):
        raise Refused("This is not a spreadsheet. Please choose an .xlsx or .csv file.", "workbook")
    return text


def _delimiter(text: str) -> str:
    """The mark that parts the most of the first lines, and of those the most cells; a comma when none does."""
    head = text.splitlines()[:_HEAD_LINES]

    def parted(delimiter: str) -> tuple[int, int]:
        marks = [line.count(delimiter) for line in head]
        return sum(map(bool, marks)), max(marks, default=0)

    return max(_DELIMITERS, key=parted)
