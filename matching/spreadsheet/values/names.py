"""Names, references and ways to reach somebody."""

import re

from matching.spreadsheet.cells import Cell
from matching.spreadsheet.values.answers import says_not_known
from matching.spreadsheet.values.reading import NOT_KNOWN, Context, Misread, Reader, Reading, known, misread

LONGEST_REFERENCE = 40
_LONGEST_EMAIL = 254
_LONGEST_MEMBER = 120
_EMAIL = re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+")
_PHONE = re.compile(r"[+(]?[\d\s()\-]{9,20}")
_JOINED = re.compile(r"\s*(?:&|\+|/|\n|,|;|\band\b|\ba\b(?=\s+\w{3,}))\s*", re.IGNORECASE)
_TITLE = re.compile(r"^(?:mr|mrs|ms|miss|mx|dr|rev|sir|dame|the|family)\b\.?|\bfamily$|\bhousehold$", re.IGNORECASE)
_CALLED = re.compile(r"(?:mr|mrs|ms|miss|mx|dr|rev|sir|dame)\b\.?\s+(?=\S)", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_][\w'’.\- ]*")


def text_reader(fact: str, longest: int, expected: str) -> Reader:
    """A reader for a short text; one that is too long for its place is kept as a note, and is a problem."""

    def read(cell: Cell, context: Context) -> Reading:
        if says_not_known(cell):
            return NOT_KNOWN
        words = " ".join(cell.words.split())
        return known(**{fact: words}) if len(words) <= longest else misread(cell, expected)

    return read


def name_reader(fact: str, longest: int) -> Reader:
    """A reader for a name. A name too long for its place is cut there, the whole kept as a note and reported."""

    def read(cell: Cell, context: Context) -> Reading:
        if says_not_known(cell):
            return NOT_KNOWN
        words = " ".join(cell.words.split())
        if not any(mark.isalpha() for mark in words):
            return misread(cell, "a name: there is no letter in it")
        if len(words) <= longest:
            return known(**{fact: words})
        too_long = Misread(cell.words, f"a name of at most {longest} characters")
        return Reading(facts={fact: words[:longest].rstrip()}, keep=True, misread=(too_long,))

    return read


def email(cell: Cell, context: Context) -> Reading:
    """One email address."""
    if says_not_known(cell):
        return NOT_KNOWN
    found = _EMAIL.findall(cell.words)
    if len(found) != 1 or len(found[0]) > _LONGEST_EMAIL:
        return misread(cell, "one email address")
    return known(email=found[0]).and_keep(found[0] != cell.words)


def phone(cell: Cell, context: Context) -> Reading:
    """A telephone number. A number cell has lost its first nought, which is put back; words beside it are kept."""
    if says_not_known(cell):
        return NOT_KNOWN
    if isinstance(cell.value, int | float) and re.fullmatch(r"[1-9]\d{9}", cell.words):
        return known(phone=f"0{cell.words}")
    found = [number.strip(" (-") for number in _PHONE.findall(cell.words)]
    if not found:
        return misread(cell, "a telephone number")
    return known(phone=found[0]).and_keep(found[0] != cell.words)


def person_name(first: str | None, last: str | None, whole: str | None) -> tuple[str | None, str | None]:
    """What somebody is known as, and their full name, from whichever of the three a sheet gives.

    "Tomlinson, Paul" is turned round. A surname alone is better than nobody.
    """
    if whole and not first:
        first, last = _cut(whole)
        if _CALLED.match(whole):
            return first, whole
    full = " ".join(part for part in (first, last) if part)
    return first or last, full or None


def _cut(whole: str) -> tuple[str | None, str | None]:
    if whole.count(",") == 1:
        last, first = (part.strip() for part in whole.split(","))
        return first or None, last or None
    title = _CALLED.match(whole)
    if title:
        # "Mrs Edith Moss" is Edith; of "Mrs Moss" the file knows no more.
        rest = whole[title.end() :]
        return (rest.partition(" ")[0], None) if " " in rest else (whole, None)
    first, _, last = whole.partition(" ")
    return first, last or None


def carers_in(name: str) -> tuple[str, ...]:
    """Each carer a household's name tells of: "Sioned & Una Hussain" are two people called Hussain.

    Nothing when the name does not tell first names ("Mr and Mrs Hussain", "The Hussains").
    """
    parts = [part.strip() for part in _JOINED.split(name) if part.strip()]
    if not parts or any(_TITLE.search(part) or not _NAME.fullmatch(part) for part in parts):
        return ()
    if "," in name and not any(" " in part for part in parts):
        return ()  # "Khan, Aisha & Bilal": which of them is the surname?
    surname = parts[-1].split()[-1] if len(parts[-1].split()) > 1 else ""
    full = [part if " " in part or not surname else f"{part} {surname}" for part in parts]
    return tuple(full) if all(len(one) <= _LONGEST_MEMBER for one in full) else ()
