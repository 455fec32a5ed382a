"""Whole numbers: spaces, and people living there already."""

import re
from datetime import date

from matching.spreadsheet.cells import Cell
from matching.spreadsheet.values.answers import NO_WORDS, says_not_known
from matching.spreadsheet.values.dates import date_in_words
from matching.spreadsheet.values.reading import NOT_KNOWN, Context, Reading, known, misread

MOST_IN_ONE_HOME = 3
"""People supported in one home at any moment: law in most of the UK (DOMAIN §1)."""
_MOST_BELIEVED = 12
"""More people living in one home than this is taken for a slip of the keyboard (our judgement)."""

EXPECTED_SPACES = "a number of spaces from 0 to 3"
EXPECTED_LIVING_THERE = "how many people live there already, as a number"

_NUMBER_WORDS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
NUMBER = r"\d{1,2}|" + "|".join(_NUMBER_WORDS[1:])
_SPACES = re.compile(
    rf"(?P<count>{NUMBER})\s*(?:spaces?|rooms?|beds?|bedrooms?|free|available|places?|\s)*"
    r"\s*[(,\-]?\s*(?:(?P<now>now|at the moment|currently|free now)|(?:free\s+|available\s+)?(?P<when>from\s+[^)]+))?\)?"
)
_NO_SPACES = NO_WORDS | {
    "full",
    "nil",
    "full up",
    "no spaces",
    "no space",
    "none at the moment",
    "none now",
    "currently full",
}
_NOBODY = NO_WORDS | {"nobody", "no one", "no-one", "nil", "none at the moment", "none now", "empty"}
_COUNT_AND_WORDS = re.compile(rf"(?P<count>{NUMBER})\b(?!\s*(?:st|nd|rd|th|/|\.\d))\s*(?P<rest>[^\d?].*)?")


def whole_number(cell: Cell) -> int | None:
    """The whole number a cell holds and nothing more, negative ones included."""
    if isinstance(cell.value, bool):
        return None
    if isinstance(cell.value, int):
        return cell.value
    if isinstance(cell.value, float):
        return int(cell.value) if cell.value.is_integer() else None
    text = cell.plain
    if re.fullmatch(r"[+-]?\d{1,9}(?:\.0+)?", text, re.ASCII):
        return int(text.split(".")[0])
    return number_word(text)


def number_word(text: str) -> int | None:
    """The number that plain digits or a word ("two") say."""
    if re.fullmatch(r"\d{1,9}", text, re.ASCII):
        return int(text)
    return _NUMBER_WORDS.index(text) if text in _NUMBER_WORDS[1:] else None


def spaces(cell: Cell, context: Context) -> Reading:
    """Spaces free, 0 to 3; "1 (from Jan)" is one space from that date, "full" none. Anything else is a problem."""
    if says_not_known(cell):
        return NOT_KNOWN
    if cell.plain in _NO_SPACES:
        return known(spaces=0)
    count = whole_number(cell)
    if count is not None:
        return known(spaces=count) if 0 <= count <= MOST_IN_ONE_HOME else misread(cell, EXPECTED_SPACES)
    return _spaces_in_words(cell, context.today)


def _spaces_in_words(cell: Cell, today: date) -> Reading:
    found = _SPACES.fullmatch(cell.plain)
    count = number_word(found["count"]) if found else None
    if found is None or count is None or count > MOST_IN_ONE_HOME:
        return misread(cell, EXPECTED_SPACES)
    if not found["when"]:
        return known(spaces=count).and_keep()
    when = date_in_words(found["when"], today)
    if when is None:
        return misread(cell, f"{EXPECTED_SPACES}, and a date they are free from")
    return known(spaces=count, spaces_from=when.date).and_keep()


def living_there(cell: Cell, context: Context) -> Reading:
    """How many people supported live there already. Names and other words beside the number are kept.

    More than three is believed, so that the home is never offered; the row says so as a problem.
    """
    if says_not_known(cell):
        return NOT_KNOWN
    if cell.plain in _NOBODY:
        return known(living_there=0)
    count = whole_number(cell)
    if count is None:
        found = _COUNT_AND_WORDS.fullmatch(cell.plain)
        count = number_word(found["count"]) if found else None
        if count is None or count > _MOST_BELIEVED:
            return misread(cell, EXPECTED_LIVING_THERE)
        return known(living_there=count).and_keep()
    if not 0 <= count <= _MOST_BELIEVED:
        return misread(cell, EXPECTED_LIVING_THERE)
    return known(living_there=count)


def bedrooms(cell: Cell, context: Context) -> Reading:
    """How many bedrooms a home has."""
    if says_not_known(cell):
        return NOT_KNOWN
    count = whole_number(cell)
    return known(bedrooms=count) if count is not None and 0 < count <= 20 else misread(cell, "a number of bedrooms")
