"""A profile as it is read: each section's questions with what was answered, in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from people.forms.base import ProfileForm
from people.models import Person
from people.sections import PARTS, Part, Section, sections
from scheme.changing import said
from scheme.forms import Asked, MattersField, StanceField
from scheme.look import and_list


@dataclass(frozen=True)
class Line:
    """One question and its answer in words; nothing known is empty."""

    question: str
    words: str


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
    return [Read(section, tuple(_lines(section.asked(person, easy=portal), section.row(person)))) for section in chosen]


def read_parts(person: Person) -> list[ReadPart]:
    """Wishes, places and circle."""
    return [ReadPart(part, tuple((row, part.words(row)) for row in part.of(person))) for part in PARTS.values()]


def _lines(form: ProfileForm, row: object) -> Iterator[Line]:
    for question in form.questions:
        if isinstance(question, StanceField | MattersField):
            yield from _grid_lines(question)
        else:
            yield Line(question.label.text, _words(question, row))


def _words(question: Asked, row: object) -> str:
    none_of_these = getattr(question, "none_of_these", None)
    if question.data == [] and none_of_these:
        return str(none_of_these)
    words = said(row, question.short_name, question.data)
    unit = getattr(question, "unit", None)
    return f"{words} {unit}" if words and unit else words


def _grid_lines(field: StanceField | MattersField) -> Iterator[Line]:
    """One line an answer: what is loved, what is liked, what is not for them."""
    names: Mapping[str, str] = {row.key: row.label for group in field.groups for row in group.rows}
    for value, label in field.answers:
        chosen = [names.get(key, key.replace("-", " ")) for key, answer in field.data.items() if str(answer) == value]
        yield Line(label, and_list(chosen))
