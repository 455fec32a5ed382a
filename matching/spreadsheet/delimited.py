"""Text files of rows: .csv, and the same with semicolons or tabs, in the encodings programs here really write."""

import codecs
import csv
import io
from collections.abc import Iterator

from scheme.errors import Refused

_DELIMITERS = ",;\t|"
_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_HEAD_LINES = 20


def read_delimited(content: bytes) -> Iterator[list[str]]:
    """Rows of text, a blank line being an empty row. Raises ``Refused`` for something that is not text."""
    text = _text(content)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        yield from rows
    except csv.Error as trouble:
        raise Refused(
            "We could not read this as rows and columns. Please save it again as .xlsx or .csv.", "workbook"
        ) from trouble


def _text(content: bytes) -> str:
    for mark, encoding in _MARKS.items():
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    if b"\0" in content:
        raise Refused("This is not a spreadsheet. Please choose an .xlsx or .csv file.", "workbook")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        # What Excel on Windows writes for "CSV". Five of its bytes mean nothing; those alone are replaced.
        return content.decode("cp1252", errors="replace")


def _delimiter(text: str) -> str:
    """The mark that parts the most cells in the first lines; a comma when none does."""
    head = text.splitlines()[:_HEAD_LINES]

    def most_cells(delimiter: str) -> int:
        return max((line.count(delimiter) for line in head), default=0)

    return max(_DELIMITERS, key=most_cells)
