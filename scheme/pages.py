"""What every view shares: carrying out one action for a form, and turning pages of a list."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, ParamSpec, TypeVar

from flask import request
from sqlalchemy import Select, func
from sqlmodel import select

from scheme.database import carry_out, db
from scheme.errors import Refused
from scheme.forms import Form

P = ParamSpec("P")
T = TypeVar("T")
Shown = TypeVar("Shown")

A_PAGE = 25


def carried_out(form: Form, action: Callable[P, object], *args: P.args, **kwargs: P.kwargs) -> bool:
    """Carry out one action with a form's answers. A refused rule is pinned to the form, and the page is shown again."""
    try:
        carry_out(action, *args, **kwargs)
    except Refused as refusal:
        form.refuse(refusal)
        return False
    return True


@dataclass(frozen=True)
class Page(Generic[T]):
    """One page of a list: its rows, its number from 1, how many there are in all, and how many go on a page."""

    rows: Sequence[T]
    number: int
    total: int
    size: int = A_PAGE

    @property
    def pages(self) -> int:
        """How many pages there are; at least one."""
        return max(1, -(-self.total // self.size))

    @property
    def first(self) -> int:
        """The place in the whole list of the first row here, from 1."""
        return (self.number - 1) * self.size + 1

    def showing(self, rows: Sequence[Shown]) -> "Page[Shown]":
        """The same page, with something else to show for each row."""
        return Page(rows, self.number, self.total, self.size)


def asked_number(argument: str = "page") -> int:
    """The number in the address, from 1; nonsense means 1."""
    text = request.args.get(argument, "1")
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 7 else 1


def page_of(query: Select[Any], number: int) -> Page[Any]:
    """One page of a query's rows, the nearest there is: two statements however many rows there are."""
    total = db.session.execute(select(func.count()).select_from(query.order_by(None).subquery())).scalar_one()
    page = _nearest(number, total, A_PAGE)
    rows = query.limit(page.size).offset(page.first - 1)
    return page.showing(db.session.execute(rows).scalars().all())


def part_of(rows: Sequence[T], number: int, size: int = A_PAGE) -> Page[T]:
    """One page of rows that are all here already, the nearest there is."""
    page = _nearest(number, len(rows), size)
    return page.showing(rows[page.first - 1 : page.first - 1 + size])


def _nearest(number: int, total: int, size: int) -> Page[Any]:
    asked = Page[Any]((), number, total, size)
    return replace(asked, number=min(number, asked.pages))
