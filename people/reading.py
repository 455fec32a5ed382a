"""A profile as it is read: each section's questions with what was answered, in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from people.models import Person
from people.sections import PARTS, Part, Section, sections
from scheme import cards
from scheme.forms.reading import Line, lines


@dataclass(frozen=True)
class Read:
    """One section as it is read."""

    section: Section
    lines: tuple[Line, ...]

    @property
    def known(self) -> tuple[Line, ...]:
        """The lines that say something."""
        return tuple(line for line in self.lines if line.words)


@dataclass(frozen=True)
class ReadPart:
    """One part of the profile as it is read: each row with its words."""

    part: Part
    rows: tuple[tuple[Any, str], ...]


def read(person: Person, *, portal: bool, contacts: bool = True) -> list[Read]:
    """The profile in reading order. Without ``contacts`` the sections with names and numbers are left out."""
    chosen = [section for section in sections(portal=portal) if contacts or not section.private]
    return [Read(section, tuple(_lines(section, person, easy=portal))) for section in chosen]


def _lines(section: Section, person: Person, *, easy: bool) -> Iterator[Line]:
    if section.cards:
        return cards.hand(cards.CardsOf.PERSON, person.matters_most).lines()
    return lines(section.asked(person, easy=easy), section.row(person))


def read_parts(person: Person, *, portal: bool) -> list[ReadPart]:
    """Wishes, places, circle and whatever else there are several of, apart from what has a page of its own."""
    shown = [part for part in PARTS.values() if not part.own_page and (part.in_portal or not portal)]
    return [ReadPart(part, tuple((row, part.words(row)) for row in part.of(person))) for part in shown]
