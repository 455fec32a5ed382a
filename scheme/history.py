"""The record of changes as somebody reads it: who did what and when, and which answers went from what to what.

Least data: addresses, phone numbers and notes are kept sealed and are only ever told as changed. An auditor reads answers from
closed lists, numbers and days; words that somebody wrote, names and contacts are told to them as changed.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Uuid
from sqlmodel import SQLModel, col, select

from scheme import record
from scheme.changing import parts_of, said_of, words_of
from scheme.database import SchemeTable, db, this_scheme
from scheme.look import day, when
from scheme.models import Account, Change
from scheme.numbers import BY_NAME, DEFAULTS
from scheme.pages import Page, page_of

SAYS_NOTHING = frozenset({"version", "created_at", "about_kind", "of_kind", "file_name", "cell"})
"""Columns that change with everything, or tell nobody anything."""

Names = Mapping[str, str]
"""The names of accounts by their ids as text."""

HEADINGS = {"created": "Added", "changed": "Changed", "removed": "Taken off"}


@dataclass(frozen=True)
class Answer:
    """One answer of a change: from what to what, or only what became of it (``only``) when its words may not be said."""

    name: str
    before: str = ""
    after: str = ""
    only: str = ""


@dataclass(frozen=True)
class Told:
    """One change as it is read."""

    at: datetime
    who: str
    what: str
    doing: str
    answers: tuple[Answer, ...]
    erased: bool
    """The key was erased: what it said can never be read again."""


def of_subjects(ids: Sequence[UUID], number: int, *, words: bool) -> Page[Told]:
    """What happened to these, newest first, 25 a page. ``words``: whether the reader may see what somebody wrote."""
    return _told(col(Change.subject_id).in_(ids), number, words=words)


def of_scheme(number: int, *, words: bool) -> Page[Told]:
    """What happened to the scheme's own accounts, weights and numbers. That somebody signed in is not among it."""
    ours = col(Change.subject_kind).in_(("scheme", "account", "weights_version"))
    return _told(ours & (col(Change.doing) != "note_sign_in"), number, words=words)


@dataclass(frozen=True)
class NumberSet:
    """One of the scheme's own numbers was set."""

    at: datetime
    who: str
    before: int
    after: int


def of_number(name: str) -> list[NumberSet]:
    """How one of the scheme's own numbers came to be what it is, newest first: under the name it had before too."""
    query = select(Change).where(Change.subject_id == this_scheme(), Change.doing == "set_number")
    changes = db.session.exec(query.order_by(col(Change.at).desc())).all()
    values = record.values_of_all(changes)
    found = []
    for change in changes:
        old, new = (values[change.id] or {}).get("numbers", [{}, {}])
        found += [
            NumberSet(change.at, change.who, old.get(each, DEFAULTS[name]), new[each])
            for each in filter(None, (name, BY_NAME[name].formerly))
            if each in new and old.get(each) != new[each]
        ]
    return found


def _told(condition: ColumnElement[bool], number: int, *, words: bool) -> Page[Told]:
    query = select(Change).where(condition).order_by(col(Change.at).desc(), col(Change.id))
    page = page_of(query, number)
    values = record.values_of_all(page.rows)
    names = _names(page.rows, values)
    told = [_one(change, values[change.id], names, words=words) for change in page.rows]
    return page.showing(told)


def _one(change: Change, values: record.Values | None, names: Names, *, words: bool) -> Told:
    model = _models().get(change.row_kind, SQLModel)
    told_here = {} if _is_told_apart(model, change) else values or {}
    told = (_answer(model, name, *both, names=names, words=words) for name, both in told_here.items())
    what = HEADINGS.get(change.what, change.what)
    return Told(
        at=change.at,
        who=change.who,
        what=f"{what}: {names.get(str(change.row_id)) or _plainly(change.row_kind)}",
        doing=_plainly(change.doing),
        answers=tuple(answer for answer in told if answer),
        erased=values is None,
    )


def _is_told_apart(model: type[SQLModel], change: Change) -> bool:
    """Whether what it says is for its own record alone, and this is another's."""
    return issubclass(model, SchemeTable) and model.told_apart and change.subject_kind != change.row_kind


def _answer(model: type[SQLModel], name: str, old: Any, new: Any, *, names: Names, words: bool) -> Answer | None:
    if name in SAYS_NOTHING or _is_another_row(model, name):
        return None
    question = _plainly(name.removesuffix("_sealed").removesuffix("_id"))
    say = _way_of_saying(model, name, names, words=words)
    if say is None:
        return (
            Answer(question, only="changed" if old and new else "written down" if new else "taken away")
            if old or new
            else None
        )
    before, after = (say(value) for value in _differing(old, new))
    return Answer(question, before, after) if before != after else None


def _differing(old: Any, new: Any) -> tuple[Any, Any]:
    """Of two mappings only what differs."""
    if not isinstance(old or {}, dict) or not isinstance(new or {}, dict):
        return old, new
    before, after = old or {}, new or {}
    keys = [key for key in before | after if before.get(key) != after.get(key)]
    return {key: before[key] for key in keys if key in before}, {key: after[key] for key in keys if key in after}


def _way_of_saying(model: type[SQLModel], name: str, names: Names, *, words: bool) -> Callable[[Any], str] | None:
    """How a value of this column is said to this reader; nothing when it is not."""
    contacts = model.contact_fields if issubclass(model, SchemeTable) else frozenset()
    field = model.model_fields.get(name)
    kinds = {part for part in parts_of(field.annotation) if isinstance(part, type)} if field else set()
    if name.endswith("_sealed") or (name in contacts and not words) or not kinds:
        return None
    if UUID in kinds:
        return lambda value: names.get(str(value), "")
    if datetime in kinds or date in kinds:
        return _moment
    if bool in kinds:
        return _yes_or_no
    if words or words_of(model, name) or int in kinds:
        return lambda value: said_of(model, name, value)
    return None


def _is_another_row(model: type[SQLModel], name: str) -> bool:
    """Whether a column holds the id of something that has no name here: whose part a row is, say."""
    column = model.__table__.columns.get(name) if hasattr(model, "__table__") else None
    if column is None or not isinstance(column.type, Uuid):
        return False
    return all(key.column.table.name != "account" for key in column.foreign_keys)


def _moment(value: str | None) -> str:
    if not value:
        return ""
    return day(date.fromisoformat(value)) if len(value) == len("2026-03-03") else when(datetime.fromisoformat(value))


def _yes_or_no(value: bool | None) -> str:
    return "" if value is None else "Yes" if value else "No"


def _names(changes: Sequence[Change], values: Mapping[UUID, record.Values | None]) -> Names:
    """The names of the accounts that these changes speak of, in one query."""
    spoken_of = [each for found in values.values() if found for both in found.values() for each in both]
    ids = {change.row_id for change in changes} | {UUID(each) for each in spoken_of if _looks_like_id(each)}
    accounts = db.session.exec(select(Account.id, Account.name).where(col(Account.id).in_(ids))).all()
    return {str(account_id): name for account_id, name in accounts}


def _looks_like_id(value: Any) -> bool:
    return isinstance(value, str) and bool(re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", value))


def _models() -> dict[str, type[SQLModel]]:
    return {str(mapper.class_.__tablename__): mapper.class_ for mapper in SQLModel._sa_registry.mappers}


def _plainly(name: str) -> str:
    return name.replace("_", " ").strip()
