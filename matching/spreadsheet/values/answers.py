"""Yes, no and not known, in the many ways people write them."""

import re

from matching.spreadsheet.cells import Cell
from matching.spreadsheet.values.reading import NOT_KNOWN, Context, Misread, Reader, Reading, known, misread
from scheme.ways_of_living import YesNo

EXPECTED = "yes, no, or not known"

YES_WORDS = frozenset(
    [
        "y",
        "yes",
        "yep",
        "yeah",
        "ya",
        "ye",
        "yess",
        "true",
        "t",
        "1",
        "ok",
        "okay",
        "fine",
        "✓",
        "✔",
        "☑",
        "✅",
        "tick",
        "ticked",
        "agreed",
        "definitely",
        "always",
        "ie",
        "oes",
        "ydy",
    ]
) | {"yes please", "yes definitely", "yes - definitely", "yes, please", "no problem", "happy to", "is fine"}
NO_WORDS = frozenset(
    ["n", "no", "nope", "nah", "false", "f", "0", "✗", "✘", "❌", "never", "none", "na-no", "nage"]
) | {
    "no thanks",
    "no thank you",
    "no, thanks",
    "definitely not",
    "not needed",
    "not required",
    "no need",
}
NOT_KNOWN_WORDS = frozenset(
    [
        "-",
        "--",
        "---",
        ".",
        "..",
        "...",
        "_",
        "?",
        "n/k",
        "nk",
        "n.k.",
        "n.k",
        "dk",
        "d/k",
        "tbc",
        "tba",
        "tbd",
        "t.b.c.",
        "unknown",
        "unkown",
        "unsure",
        "ask",
        "asked",
        "pending",
        "n/a",
        "na",
        "n.a.",
        "n.a",
        "#n/a",
        "nil-known",
        "nyk",
    ]
) | {
    "not known",
    "not known yet",
    "not yet known",
    "not sure",
    "not yet",
    "don't know",
    "dont know",
    "do not know",
    "to be confirmed",
    "to be checked",
    "to check",
    "to ask",
    "need to ask",
    "will ask",
    "not asked",
    "not asked yet",
    "not recorded",
    "not stated",
    "not given",
    "not applicable",
    "no info",
    "no information",
    "awaiting",
    "waiting to hear",
    "ask again",
    "ddim yn gwybod",
}
UNCLEAR_MARKS = frozenset({"x", "xx", "☒", "*", "✕", "✖", "×"})
"""Marks that say yes on one form and no on another."""

_ONLY_MARKS = re.compile(r"[?\s./\-_]*")
_PLAIN_START = re.compile(r"(?P<answer>\w+)\s*(?:[-,;:.(!]|$)")
_HEDGES = re.compile(
    r"\b(but|unless|except|excluding|only|if|depends?|depending|when|maybe|not|no|yes|sometimes|or|until|apart)\b"
)


def says_not_known(cell: Cell) -> bool:
    """Whether the cell says nobody knows: "TBC", "?", a dash, or nothing at all."""
    return says_not_known_plain(cell.plain)


def says_not_known_plain(text: str) -> bool:
    """The same for words already made plain. Only question marks, dashes and dots also count."""
    return text in NOT_KNOWN_WORDS or not _ONLY_MARKS.sub("", text) or text.strip("?!. ") in NOT_KNOWN_WORDS


def yes_or_no(cell: Cell) -> YesNo | None:
    """The plain answer the cell gives, if it gives one and nothing more."""
    text = cell.plain.rstrip(".! ")
    if text in YES_WORDS:
        return YesNo.YES
    if text in NO_WORDS:
        return YesNo.NO
    return None


def answered_with_more(cell: Cell) -> YesNo | None:
    """The answer at the start of a longer cell ("Yes - loves them"), when nothing after it takes it back."""
    start = _PLAIN_START.match(cell.plain)
    if not start or _HEDGES.search(cell.plain[start.end() - 1 :]):
        return None
    if start["answer"].isdigit():
        return None
    return yes_or_no(Cell(start["answer"], start["answer"]))


def unclear(cell: Cell) -> Reading:
    """A mark such as x: unknown until a worker says once what it means in that column."""
    question = f"{EXPECTED}: please say once what “{cell.words}” means in this column"
    return Reading(keep=True, misread=(Misread(cell.words, question),), unclear_mark=True)


def answer_reader(fact: str, yes: object = YesNo.YES, no: object = YesNo.NO) -> Reader:
    """A reader for a yes-or-no column: ``yes`` and ``no`` are what the answers mean for the fact.

    Not known leaves the fact out. An unclear mark does too, until a worker has said what it means in that column.
    """

    def read(cell: Cell, context: Context) -> Reading:
        if says_not_known(cell):
            return NOT_KNOWN
        if cell.plain in UNCLEAR_MARKS:
            return unclear(cell)
        plainly = yes_or_no(cell)
        answer = plainly or answered_with_more(cell)
        if answer is None:
            return misread(cell, EXPECTED)
        return known(**{fact: yes if answer is YesNo.YES else no}).and_keep(plainly is None)

    return read
