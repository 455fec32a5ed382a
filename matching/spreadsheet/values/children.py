"""Children in a home."""

import re

from matching.spreadsheet.cells import Cell
from matching.spreadsheet.values.answers import NO_WORDS, UNCLEAR_MARKS, YES_WORDS, says_not_known, unclear
from matching.spreadsheet.values.numbers import NUMBER, number_word, whole_number
from matching.spreadsheet.values.reading import NOT_KNOWN, Context, Reading, known, misread
from scheme.ways_of_living import AgeBand, ChildrenAtHome

EXPECTED = "children at home, such as none, 1 (aged 9), 2 teenagers or grandchildren visit"
_MOST_CHILDREN = 12
_GROWN_UP_AT = 18

_NONE = NO_WORDS | {"no children", "no kids", "nil", "childless", "no children at home", "none at home"}
_GROWN = re.compile(
    r"\bgrown[- ]?up\b|\bgrown\b|\badult (?:children|son|daughter|sons|daughters)\b|\bleft home\b|\bmoved out\b|\bflown\b"
)
_VISIT = re.compile(r"\bvisit(?:s|ing)?\b|\bweekends?\b|\bcome(?:s)? (?:over|to stay|round)\b|\bstay(?:s)? over\b")
_AGES = re.compile(r"(?:\baged?\b|\()\s*(?P<ages>\d{1,2}(?:\s*(?:,|&|and|/|\+)\s*\d{1,2})*)")
_BANDS = (
    (re.compile(r"\bteen(?:ager)?s?\b|\bsecondary\b"), AgeBand.ELEVEN_TO_SEVENTEEN),
    (re.compile(r"\bbab(?:y|ies)\b|\btoddlers?\b|\binfants?\b|\bunder 5s?\b"), AgeBand.UNDER_FIVE),
    (re.compile(r"\bprimary\b"), AgeBand.FIVE_TO_TEN),
)
_COUNT = re.compile(rf"\b(?P<count>{NUMBER})\b")
_THEIRS = re.compile(r"\b(?:child|children|kids?|sons?|daughters?|boys?|girls?|teen\w*|bab(?:y|ies)|toddlers?)\b")
_DOUBTED = re.compile(r"\b(?:no|not|expecting|hoping|planning|maybe|fostering|foster|would)\b")


def children(cell: Cell, context: Context) -> Reading:
    """Whether children live in or visit the home, and the age bands of those who live there where it is said."""
    if says_not_known(cell):
        return NOT_KNOWN
    text = cell.plain.rstrip(".! ")
    if text in UNCLEAR_MARKS:
        return unclear(cell)
    if text in _NONE:
        return known(children_at_home=ChildrenAtHome.NONE)
    count = whole_number(cell)
    if count is not None:
        return _by_count(cell, count)
    if text in YES_WORDS:
        return known(children_at_home=ChildrenAtHome.LIVE_HERE).and_keep()
    return _in_words(cell, text)


def _by_count(cell: Cell, count: int) -> Reading:
    if not 0 < count <= _MOST_CHILDREN:
        return misread(cell, EXPECTED)
    return known(children_at_home=ChildrenAtHome.LIVE_HERE).and_keep()


def _in_words(cell: Cell, text: str) -> Reading:
    if _VISIT.search(text) and not _DOUBTED.search(text):
        return known(children_at_home=ChildrenAtHome.VISIT).and_keep()
    if _GROWN.search(text) and not _COUNT.search(text) and not _DOUBTED.search(text):
        return known(children_at_home=ChildrenAtHome.NONE).and_keep()
    bands = _bands(text)
    if _DOUBTED.search(text) or _GROWN.search(text) or not (bands or _THEIRS.search(text)):
        return misread(cell, EXPECTED)
    if bands and set(bands) == {None}:
        return known(children_at_home=ChildrenAtHome.NONE).and_keep()
    young = tuple(band for band in bands if band)
    facts: dict[str, object] = {"children_bands": young} if young else {}
    return known(children_at_home=ChildrenAtHome.LIVE_HERE, **facts).and_keep()


def _bands(text: str) -> list[AgeBand | None]:
    """A band for each child the words count; ``None`` for one who is grown up by age."""
    ages = [age for found in _AGES.finditer(text) for age in re.findall(r"\d{1,2}", found["ages"])]
    if ages:
        return [_band(int(age)) for age in ages]
    for pattern, band in _BANDS:
        if pattern.search(text):
            count = _COUNT.search(text)
            number = number_word(count["count"]) if count else None
            return [band] * min(number or 1, _MOST_CHILDREN)
    return []


def _band(age: int) -> AgeBand | None:
    if age >= _GROWN_UP_AT:
        return None
    if age >= 11:
        return AgeBand.ELEVEN_TO_SEVENTEEN
    return AgeBand.FIVE_TO_TEN if age >= 5 else AgeBand.UNDER_FIVE
