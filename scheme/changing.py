"""Changing a row that somebody else may have changed meanwhile: looked at inside the transaction, nothing overwritten unseen.

A form carries the version of the row it was made from. When the row has moved on, the record of changes says which fields
were touched since; only where one of those differs from what is being saved does anybody have to look at both.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, Protocol, get_args
from uuid import UUID

from sqlmodel import SQLModel, col, select

from scheme.database import db
from scheme.errors import ChangedMeanwhile, Refused
from scheme.look import when
from scheme.models import Change
from scheme.ways_of_living import HowMuch
from scheme.words import Words

Answers = Mapping[str, Any]
"""A form's answers: field to value. A field that is not in it stays as it is."""


class Versioned(Protocol):
    """A row that counts its changes."""

    id: UUID
    version: int


def change(row: Versioned, answers: Answers, version: int | None) -> None:
    """Write ``answers`` to the row and count one change, if anything differs.

    ``version`` is the one the answers were made from; ``None`` is as if from before the row was there.
    Raises ``ChangedMeanwhile`` when somebody else has since changed one of the answers to something else.
    """
    refuse_if_changed(row, answers, version)
    differing = {name: value for name, value in answers.items() if getattr(row, name) != value}
    for name, value in differing.items():
        setattr(row, name, value)
    if differing:
        row.version += 1


def refuse_twice(rows: Iterable[object], answers: Answers) -> None:
    """Raises ``Refused`` where one of the rows says just this already: a button pressed twice, or a form sent again after going back."""
    if any(all(getattr(row, name) == value for name, value in answers.items()) for row in rows):
        raise Refused("This is written down already. It was not added a second time.")


def refuse_if_changed(row: Versioned, answers: Answers, version: int | None) -> None:
    """Raises ``ChangedMeanwhile`` as ``change`` does, and changes nothing."""
    if version == row.version:
        return
    touched = _touched_since(row, version or 0)
    differing = {
        name: (said(row, name, getattr(row, name)), said(row, name, value))
        for name, value in answers.items()
        if touched & {name, f"{name}_sealed"} and getattr(row, name) != value
    }
    if differing:
        raise ChangedMeanwhile(differing, row.version)


def _touched_since(row: Versioned, version: int) -> set[str]:
    """The columns changed since then, as the record tells them."""
    query = select(Change).where(Change.row_id == row.id).order_by(col(Change.at).desc())
    touched: set[str] = set()
    steps_back = row.version - version
    for past in db.session.exec(query):
        if steps_back <= 0:
            break
        touched.update(past.fields)
        steps_back -= "version" in past.fields
    return touched


def said(row: object, name: str, value: Any) -> str:
    """A stored value in words fit to show beside another; nothing known is empty."""
    return said_of(type(row), name, value)


def said_of(model: type, name: str, value: Any) -> str:
    """The same for a value that stood in a row of ``model`` once."""
    words = words_of(model, name)
    if value is None:
        return ""
    if isinstance(value, datetime):
        return when(value)
    if isinstance(value, date):
        return f"{value.day} {value:%B %Y}"
    if isinstance(value, Mapping):
        return ", ".join(f"{key.replace('_', ' ')}: {_label(words, level)}" for key, level in value.items())
    if isinstance(value, list):
        return ", ".join(_label(words, one) for one in value)
    return _label(words, value)


def _label(words: type[Words] | None, value: Any) -> str:
    return dict(words.choices()).get(str(value), str(value)) if words else str(value)


def words_of(model: type, name: str) -> type[Words] | None:
    """The closed list a field's values come from, if any."""
    field = model.model_fields.get(name) if issubclass(model, SQLModel) else None
    if field is None:
        return None
    found = [part for part in parts_of(field.annotation) if isinstance(part, type)]
    if name == "matters_most":
        return HowMuch
    return next((part for part in found if issubclass(part, Words)), None)


def parts_of(annotation: Any) -> list[Any]:
    """``dict[str, int] | None`` → the types it is made of."""
    inside = get_args(annotation)
    if not inside:
        return [annotation]
    origin = getattr(annotation, "__origin__", None)
    return [origin, *(part for each in inside for part in parts_of(each))]
