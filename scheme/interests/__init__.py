"""What people love doing: our own list, in English and Welsh, each with a picture, and how its entries are connected.

People and households choose from the same list (`interests`, or `groups` for a form with headings). A profile keeps an
entry's key, which never changes. `nearest` and `closeness_matrix` say how close two interests are, in whole numbers;
`proposals` finds entries in the words of a scheme's own spreadsheet. Pure: no web, no database.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from scheme.interests.connections import (
    CLOSENESS,
    Connection,
    Link,
    closeness_matrix,
    graph,
    nearest,
    related_graph,
)
from scheme.interests.listing import Interest, UnknownInterest, WrongInList, listing
from scheme.interests.phrases import proposals

__all__ = [
    "CLOSENESS",
    "Connection",
    "Group",
    "Interest",
    "Link",
    "UnknownInterest",
    "WrongInList",
    "closeness_matrix",
    "graph",
    "groups",
    "interests",
    "name",
    "nearest",
    "proposals",
    "related_graph",
]


@dataclass(frozen=True, slots=True)
class Group:
    """A heading, which nobody chooses, and the interests a form shows under it."""

    heading: Interest
    entries: tuple[Interest, ...]


@lru_cache(maxsize=1)
def interests() -> Mapping[str, Interest]:
    """Every interest by key, in the order a form shows them. Headings are not among them."""
    return MappingProxyType({key: line.interest for key, line in listing().lines.items()})


@lru_cache(maxsize=1)
def groups() -> tuple[Group, ...]:
    """The headings in order, each with its interests. Every interest is in exactly one group."""
    return tuple(
        Group(heading, tuple(line.interest for line in listing().lines.values() if line.heading == key))
        for key, heading in listing().headings.items()
    )


@cache
def name(key: str, language: str = "en_GB") -> str:
    """The name of an interest or heading, in Welsh for ``cy`` (or ``cy_GB``) and in English for any other language.

    Raises `UnknownInterest` for a key that is not on the list.
    """
    found = interests().get(key) or listing().headings.get(key)
    if found is None:
        raise UnknownInterest(f"{key!r} is not on the interests list.")
    return found.name_cy if language.split("_")[0].split("-")[0] == "cy" else found.name_en
