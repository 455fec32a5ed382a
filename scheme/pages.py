"""What every view shares: carrying out one action for a form, and turning pages of a list."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, ParamSpec, TypeVar

from flask import request
from sqlalchemy import Select, func
from sqlmodel import select

from scheme.database import carry_out, db
from scheme.errors import Refused
from scheme.forms import Form

P = ParamSpec("P")
T = TypeVar("T")

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
    """One page of a list: its rows, its number from 1, and how many there are in all."""

    rows: Sequence[T]
    number: int
    total: int

    @property
    def pages(self) -> int:
        """How many pages there are; at least one."""
        return max(1, -(-self.total // A_PAGE))


def asked_page() -> int:
    """The page number in the address; nonsense means the first."""
    text = request.args.get("page", "1")
    return min(max(1, int(text)), 100_000) if text.isascii() and text.isdigit() and len(text) < 7 else 1


def page_of(query: Select[Any], number: int) -> Page[Any]:
    """One page of a query's rows: two statements however many rows there are."""
    total = db.session.execute(select(func.count()).select_from(query.order_by(None).subquery())).scalar_one()
    last = max(1, -(-total // A_PAGE))
    number = min(number, last)
    rows = db.session.execute(query.limit(A_PAGE).offset((number - 1) * A_PAGE)).scalars().all()
    return Page(rows, number, total)
