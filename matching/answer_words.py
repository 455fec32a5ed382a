"""One answer of a profile as the words in a cell, and back: by the type its field declares, and nothing else.

A closed list is read by its value or its label, in any case. A number is whole and not below nought. Whatever is not
understood raises :class:`Misread`, whose words follow the cell's own: “loud” *is not one of …*
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any, get_args, get_origin

from matching.compatibility.criteria import BY_NAME
from matching.compatibility.weights import MOST_OF_ALL
from scheme.cells import AREA_M, DISTRICT_M, HOME_M, RURAL_M, Cell
from scheme.interests import interests
from scheme.words import Words

NONE, BETWEEN, ABOUT = "none", ";", ":"
FEW = 12
"""A closed list no longer than this is told whole to whoever chose something else."""

MOST = 10_000
"""No count in a profile is larger (our judgement: miles and people are far from it)."""

FORMULA = frozenset("=+-@\t\r")
"""What makes a spreadsheet take words for a formula."""

SQUARES = frozenset({HOME_M, RURAL_M, DISTRICT_M, AREA_M})
FURTHEST = 10_000
"""Squares of the smallest size from the grid's corner: all of Britain lies well within."""


class Misread(ValueError):
    """What a cell says is no answer to its question."""


@dataclass(frozen=True, slots=True)
class Answer:
    """How one field is read and written. ``written`` takes ``None`` for what is not known."""

    read: Callable[[str], Any]
    written: Callable[[Any], str]


def answer_to(name: str, hint: Any, none_differs: bool) -> Answer:
    """The answer to this field, of this type. ``none_differs``: an empty set is an answer, not the lack of one."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin is frozenset:
        return _set_of(_one(name, inner[0]), none_differs)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _each(_key(name, inner[0]), _one(name, inner[1]))
    return _one(name, hint)


def _one(name: str, kind: Any) -> Answer:
    """A single value."""
    if isinstance(kind, type) and issubclass(kind, Enum):
        return Answer(lambda words: _chosen(kind, words), lambda value: value.value if value else "")
    if kind is int:
        most = MOST_OF_ALL if name == "matters" else MOST
        return Answer(lambda words: _count(words, most), lambda value: "" if value is None else str(value))
    return PLAIN[kind]


def _key(name: str, kind: Any) -> Answer:
    """What an answer is about: an entry of one of our own lists, or of a closed one."""
    listed = KEYS.get(name)
    return Answer(lambda words: _listed(listed(), words), str) if listed else _one(name, kind)


def _set_of(each: Answer, none_differs: bool) -> Answer:
    def read(words: str) -> frozenset[Any]:
        return frozenset() if words.casefold() == NONE else frozenset(each.read(word) for word in _parts(words))

    def written(values: Any) -> str:
        if values is None or not (values or none_differs):
            return ""
        return f"{BETWEEN} ".join(sorted(each.written(value) for value in values)) or NONE

    return Answer(read, written)


def _each(key: Answer, value: Answer) -> Answer:
    def read(words: str) -> dict[Any, Any]:
        found = {}
        for part in _parts(words):
            about, colon, said = part.rpartition(ABOUT)
            if not colon:
                raise Misread(f"needs a colon: what it is about, then the answer (“{part}”).")
            found[key.read(about.strip())] = value.read(said.strip())
        return found

    def written(values: Any) -> str:
        pairs = (values or {}).items()
        return f"{BETWEEN} ".join(sorted(f"{key.written(about)}{ABOUT} {value.written(said)}" for about, said in pairs))

    return Answer(read, written)


def _parts(words: str) -> list[str]:
    return [part.strip() for part in words.split(BETWEEN) if part.strip()]


def _chosen(listed: type[Enum], words: str) -> Enum:
    wanted = words.casefold()
    for member in listed:
        if wanted in (str(member.value).casefold(), _label(member).casefold()):
            return member
    values = [str(member.value) for member in listed]
    raise Misread(f"is not one of {', '.join(values[:FEW])}{' and more' if len(values) > FEW else ''}.")


def _label(member: Enum) -> str:
    return member.label if isinstance(member, Words) else str(member.value)


def _listed(names: Mapping[str, str], words: str) -> str:
    wanted = words.casefold()
    for key, name in names.items():
        if wanted in (key.casefold(), name.casefold()):
            return key
    raise Misread(f"names “{words}”, which is not on our list.")


def _count(words: str, most: int) -> int:
    if not (words.isascii() and words.isdigit() and int(words[:9]) <= most and len(words) < 9):
        raise Misread(f"is not a whole number from 0 to {most}.")
    return int(words)


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise Misread("is not a date such as 2027-03-01.") from None


def _square(words: str) -> Cell:
    try:
        square = Cell.parse(words)
    except ValueError:
        square = None
    if (
        square is None
        or square.size_m not in SQUARES
        or not all(abs(at) <= FURTHEST for at in (square.east, square.north))
    ):
        raise Misread(
            "is not a square of the grid, such as 2000:459:362 (its side in metres, then how far east and north)."
        )
    return square


def _guarded(value: str | None) -> str:
    """Free words as a spreadsheet may open them: an apostrophe before whatever it would take for a formula."""
    return f"'{value}" if value and value[0] in FORMULA else (value or "")


def _unguarded(words: str) -> str:
    return words[1:] if words[0] == "'" and words[1:2] in FORMULA else words


def _yes_or_no(words: str) -> bool:
    if words.casefold() not in ("yes", "no"):
        raise Misread("is not yes or no.")
    return words.casefold() == "yes"


PLAIN: Mapping[Any, Answer] = {
    str: Answer(_unguarded, _guarded),
    date: Answer(_day, lambda value: value.isoformat() if value else ""),
    Cell: Answer(_square, lambda value: str(value) if value else ""),
    bool: Answer(_yes_or_no, lambda value: "" if value is None else ("yes" if value else "no")),
}
"""How a value is read that is neither chosen from a list nor a count."""

KEYS: Mapping[str, Callable[[], Mapping[str, str]]] = {
    "interests": lambda: {key: one.name_en for key, one in interests().items()},
    "matters": lambda: {name: criterion.title for name, criterion in BY_NAME.items()},
}
"""Fields whose answers are about an entry of a list of ours: key → name."""
