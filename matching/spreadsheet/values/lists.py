"""Closed lists: the words people use for an entry, and a reader for any column that chooses from one."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from matching.spreadsheet.cells import Cell, plain
from matching.spreadsheet.values.answers import says_not_known, says_not_known_plain
from matching.spreadsheet.values.phrases import phrases
from matching.spreadsheet.values.reading import NOT_KNOWN, Context, Fact, Misread, Reader, Reading
from scheme.words import Words

Synonyms = Mapping[str, Words]
"""Plain words (see ``cells.plain``) to the entry they mean."""

TAKEN_BACK = re.compile(
    r"\b(?:no|not|non|never|without|isn't|doesn't|don't|can't|cannot|won't|used to|formerly|ex|hates?|dislikes?|"
    r"allergic|afraid|scared|avoid|except|maybe|might|possibly|would|if|unless|lapsed)\b"
)
"""Words that turn an entry's name into something else: "no dogs" tells of no dog."""


def synonyms(*entries: tuple[Words, str]) -> dict[str, Words]:
    """A table from each entry and its other names, parted by ``|``; an entry's own label counts too."""
    table: dict[str, Words] = {}
    for entry, names in entries:
        for name in (entry.label, *names.split("|")):
            if plain(name):
                table[plain(name)] = entry
    return table


@dataclass(frozen=True, slots=True)
class Found:
    """One phrase of a cell, and the entry it means. ``exact`` is False when the phrase says more than the entry."""

    phrase: str
    entry: Words | None
    exact: bool = True


def look_up(phrase: str, table: Synonyms) -> Found:
    """The entry a phrase means: itself, or the one name it holds when nothing takes it back."""
    text = plain(phrase).strip(" .,!?:")
    if text in table:
        return Found(phrase, table[text])
    entries = {table[name] for name in table if holds(text, name)}
    if len(entries) == 1 and not TAKEN_BACK.search(text):
        return Found(phrase, entries.pop(), exact=False)
    return Found(phrase, None)


def holds(text: str, name: str) -> bool:
    """Whether plain ``text`` holds ``name`` as whole words."""
    return len(name) > 2 and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def unique(entries: Iterable[Words]) -> tuple[Words, ...]:
    """Each entry once, in the order of first mention."""
    return tuple(dict.fromkeys(entries))


def list_reader(fact: str, table: Synonyms, expected: str, single: bool = False, either: bool = False) -> Reader:
    """A reader for a column that chooses from a closed list.

    ``single`` facts hold one entry, and two different ones are a problem; ``either`` also parts at "or".
    """

    def read(cell: Cell, context: Context) -> Reading:
        if says_not_known(cell):
            return NOT_KNOWN
        return read_list(cell, table, expected, fact, single=single, either=either)

    return read


def read_list(
    cell: Cell, table: Synonyms, expected: str, fact: str, single: bool = False, either: bool = False
) -> Reading:
    """The entries a cell names: those understood become the fact, each of the others a problem."""
    found = find_all(cell, table, either)
    entries = unique(one.entry for one in found if one.entry)
    if single and len(entries) > 1:
        return Reading(keep=True, misread=(Misread(cell.words, f"{expected} (one answer)"),))
    missed = tuple(Misread(one.phrase, expected) for one in found if not one.entry)
    facts: dict[str, Fact] = {fact: entries[0] if single else entries} if entries else {}
    return Reading(facts=facts, keep=not all(one.exact and one.entry for one in found), misread=missed)


def find_all(cell: Cell, table: Synonyms, either: bool = False) -> list[Found]:
    """What each phrase of a cell means. The whole cell counts as one phrase when it is an entry's own name."""
    whole = cell.plain.strip(" .,!?:")
    if whole in table:
        return [Found(cell.words, table[whole])]
    return [
        look_up(phrase, table)
        for phrase in phrases(cell.words, table, either)
        if not says_not_known_plain(plain(phrase))
    ] or [Found(cell.words, None)]
