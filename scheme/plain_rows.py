"""Rows to read and nothing else, for those who read thousands at once: a model's own values and properties, without what a session
needs to keep track of them. Several times quicker than the rows themselves. What is sealed stays in the database.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, TypeVar
from typing import cast as seen_as

from sqlalchemy import Text, cast, func, inspect, select
from sqlmodel import col

from scheme.database import SchemeTable, db

T = TypeVar("T", bound=SchemeTable)


def columns(*named: Any) -> Any:
    """A statement for a few columns of the session's scheme, however many a type checker can count."""
    return select(*named)


def plain_rows(model: type[T], *conditions: Any) -> Sequence[T]:
    """The rows of the session's scheme that fulfil these, by id. They know what the model's rows know, and can be changed by nobody."""
    names, kind = _kind_of(model)
    query = select(*(getattr(model, name) for name in names)).where(*conditions).order_by(col(model.id))
    found = []
    for values in db.session.execute(query):
        row = kind()
        row.__dict__.update(zip(names, values, strict=True))
        found.append(row)
    return seen_as(Sequence[T], found)


def as_texts(*statements: Any) -> Any:
    """One statement for all rows of each of these as a text, equal to another exactly if they hold the same in the same order.

    To be compared, not read: whether thousands of rows are what they were is known without making any of them.
    """
    every_row, one_row = _AS_JSON[db.engine.dialect.name]
    each = (statement.subquery() for statement in statements)
    return select(*(select(cast(every_row(one_row(*rows.c)), Text)).scalar_subquery() for rows in each))


_AS_JSON = {
    "sqlite": (func.json_group_array, func.json_array),
    "postgresql": (func.json_agg, func.json_build_array),
}


@lru_cache(maxsize=64)
def _kind_of(model: type[SchemeTable]) -> tuple[tuple[str, ...], type[Any]]:
    """The columns that are not sealed, and a class with the model's own properties and nothing else of it."""
    names = tuple(column.key for column in inspect(model).column_attrs if not column.key.endswith("_sealed"))
    ours = (parent for parent in reversed(model.__mro__) if not parent.__module__.startswith(("pydantic", "sqlmodel")))
    own = {name: each for parent in ours for name, each in vars(parent).items() if isinstance(each, property)}
    return names, type(f"Plain{model.__name__}", (), own)
