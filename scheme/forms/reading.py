"""A form as it is read: each question with what was answered, in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from scheme.changing import said
from scheme.forms.base import Asked, Form
from scheme.forms.grids import StanceField
from scheme.look import and_list


@dataclass(frozen=True)
class Line:
    """One question and its answer in words; nothing known is empty."""

    question: str
    words: str


def lines(form: Form, row: object) -> Iterator[Line]:
    """What ``form``, filled from ``row``, says. A grid gives one line for each of its answers."""
    for question in form.questions:
        if isinstance(question, StanceField) and question.line_by_answer:
            yield from _grid_lines(question)
        else:
            yield Line(question.label.text, _words(question, row))


def _words(question: Asked, row: object) -> str:
    none_of_these = getattr(question, "none_of_these", None)
    if question.data == [] and none_of_these:
        return str(none_of_these)
    labels = dict(getattr(question, "options", ()))
    if isinstance(question.data, str) and question.data in labels:
        return str(labels[question.data])
    words = said(row, question.short_name, question.data)
    unit = getattr(question, "unit", None)
    return f"{words} {unit}" if words and unit else words


def _grid_lines(field: StanceField) -> Iterator[Line]:
    """One line an answer: what is loved, what is liked, what is not for them."""
    names = {row.key: row.label for group in field.groups for row in group.rows}
    for value, label in field.answers:
        chosen = [names.get(key, key.replace("-", " ")) for key, answer in field.data.items() if str(answer) == value]
        yield Line(label, and_list(chosen))
