"""The list itself, read once from ``list.toml`` and checked as it is read: a wrong line stops the start, not a form."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

LIST = Path(__file__).with_name("list.toml")
KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
NAMES = {"name_en", "name_cy", "picture"}
HEADING_MAY_SAY = NAMES | {"special", "interests"}
INTEREST_MAY_SAY = NAMES | {"special", "is_a", "related", "also", "also_cy"}


class WrongInList(ValueError):
    """A line of the list breaks its rules; the message says which key and why."""


class UnknownInterest(LookupError):
    """A key that is not on the list. The message names it."""


@dataclass(frozen=True, slots=True)
class Interest:
    """One thing people love doing, or a heading of the list.

    ``special`` says that sharing it may tell something private (belief, politics, who someone loves), so a reader at an
    early stage is not told of it. Its value is our judgement.
    """

    key: str
    name_en: str
    name_cy: str
    picture: str
    special: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """An interest as its line in the list declares it, before anything is worked out from it."""

    interest: Interest
    heading: str
    is_a: tuple[str, ...]
    related: tuple[str, ...]
    also: tuple[str, ...]
    also_cy: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """Headings and lines, by key, in the order of the list."""

    headings: Mapping[str, Interest]
    lines: Mapping[str, Line]


def read(text: str) -> Listing:
    """Read a list written as TOML. Raises `WrongInList` for the first line that breaks the rules."""
    tables = tomllib.loads(text)
    headings = {key: _interest(key, table, HEADING_MAY_SAY) for key, table in tables.items()}
    lines: dict[str, Line] = {}
    for heading, table in tables.items():
        for key, entry in table.get("interests", {}).items():
            if key in lines or key in headings:
                raise WrongInList(f"{key} is on the list twice.")
            lines[key] = _line(key, heading, entry)
    _check_neighbours(headings, lines)
    return Listing(MappingProxyType(headings), MappingProxyType(_with_inherited_privacy(headings, lines)))


@lru_cache(maxsize=1)
def listing() -> Listing:
    """Our own list."""
    return read(LIST.read_text(encoding="utf-8"))


def _interest(key: str, entry: Mapping[str, Any], may_say: set[str]) -> Interest:
    if missing := NAMES - entry.keys():
        raise WrongInList(f"{key} does not say its {', '.join(sorted(missing))}.")
    if unknown := entry.keys() - may_say:
        raise WrongInList(f"{key} says {', '.join(sorted(unknown))}, which the list does not know.")
    for word in (key, entry["picture"]):
        if not KEBAB.fullmatch(word):
            raise WrongInList(f"{key}: {word!r} should be small letters, numbers and hyphens.")
    return Interest(key, entry["name_en"], entry["name_cy"], entry["picture"], bool(entry.get("special", False)))


def _line(key: str, heading: str, entry: Mapping[str, Any]) -> Line:
    return Line(
        interest=_interest(key, entry, INTEREST_MAY_SAY),
        heading=heading,
        is_a=tuple(entry.get("is_a", (heading,))),
        related=tuple(entry.get("related", ())),
        also=tuple(entry.get("also", ())),
        also_cy=tuple(entry.get("also_cy", ())),
    )


def _check_neighbours(headings: Mapping[str, Interest], lines: Mapping[str, Line]) -> None:
    for key, line in lines.items():
        for parent in line.is_a:
            if parent not in headings and parent not in lines:
                raise WrongInList(f"{key} is a kind of {parent}, which is not on the list.")
        for neighbour in line.related:
            if neighbour not in lines or neighbour == key:
                raise WrongInList(f"{key} is related to {neighbour}, which is not another interest on the list.")
    for key, line in lines.items():
        if line.heading not in _broader(key, lines, ()):
            raise WrongInList(f"{key} is written under {line.heading} but is not a kind of anything there.")


def _broader(key: str, lines: Mapping[str, Line], on_the_way: tuple[str, ...]) -> Iterator[str]:
    """Everything broader than ``key``. Raises `WrongInList` when the way up comes back to where it was."""
    if key in on_the_way:
        raise WrongInList(f"{' is a kind of '.join((*on_the_way, key))}: that goes in a circle.")
    for parent in lines[key].is_a if key in lines else ():
        yield parent
        yield from _broader(parent, lines, (*on_the_way, key))


def _with_inherited_privacy(headings: Mapping[str, Interest], lines: Mapping[str, Line]) -> dict[str, Line]:
    """A kind of something private is private too, so nobody has to remember to say it on every line."""
    private = {key for key, heading in headings.items() if heading.special}
    private |= {key for key, line in lines.items() if line.interest.special}
    return {key: _as_private(line) if private & set(_broader(key, lines, ())) else line for key, line in lines.items()}


def _as_private(line: Line) -> Line:
    it = line.interest
    private = Interest(it.key, it.name_en, it.name_cy, it.picture, special=True)
    return Line(private, line.heading, line.is_a, line.related, line.also, line.also_cy)
