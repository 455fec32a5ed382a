"""What every table is made of: an id made in Python, its scheme, and columns for closed lists, sets and moments."""

from datetime import UTC, datetime
from typing import Any, ClassVar, cast
from uuid import UUID, uuid4

from pydantic import ConfigDict
from sqlalchemy import JSON, Enum, event
from sqlmodel import Field, SQLModel

from scheme.engines import db
from scheme.words import Words

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Table(SQLModel):
    """The parent of every table: an id made in Python, and values checked whenever they are set."""

    model_config = ConfigDict(validate_assignment=True)  # type: ignore[assignment]

    id: UUID = Field(default_factory=uuid4, primary_key=True)


def this_scheme() -> UUID:
    """The scheme this session is in. Raises ``LookupError`` outside one."""
    current = db.session.info.get("scheme_id")
    if current is None:
        raise LookupError("this session is in no scheme")
    return cast(UUID, current)


class SchemeTable(Table):
    """The parent of every table whose rows belong to a scheme. A new row is made inside the session's scheme.

    ``record_field`` names the column holding the id of the profile or arrangement this row is part of, so that what
    happened to it is told in one place; ``record_kind`` names that thing. Left alone, a row is its own subject. A row that
    may be part of several kinds of thing overrides ``recorded_under`` instead. ``contact_fields`` are names and the like that
    somebody who only checks how the scheme works (an auditor) is not told. ``told_apart``: only the row's own record tells what
    it says; where a change to it was once written down under something else, that record tells that it was changed, and no more.
    """

    record_kind: ClassVar[str | None] = None
    record_field: ClassVar[str] = "id"
    contact_fields: ClassVar[frozenset[str]] = frozenset()
    told_apart: ClassVar[bool] = False

    scheme_id: UUID = Field(default_factory=this_scheme, foreign_key="scheme.id", index=True, nullable=False)

    def recorded_under(self) -> tuple[str, UUID]:
        """The kind and the id of what a change to this row is told of."""
        return self.record_kind or str(self.__tablename__), getattr(self, self.record_field)


@event.listens_for(SchemeTable, "attribute_instrument", propagate=True)
def _remember_what_was(_model: type[SchemeTable], _name: str, attribute: Any) -> None:
    """The record tells old and new, so what a value was is looked up before it is overwritten, even if nobody read it."""
    event.listen(attribute, "set", _nothing_else, active_history=True)


def _nothing_else(_row: Any, _new: Any, _old: Any, _initiator: Any) -> None:
    """Listening is enough."""


def now() -> datetime:
    """This moment, aware and in UTC: how every moment is kept."""
    return datetime.now(UTC)


def choice(kind: type[Words], **options: Any) -> Any:
    """A column holding one member of a closed list by its value; nothing when it is not known."""
    column_type = Enum(
        kind,
        native_enum=False,
        length=40,
        values_callable=lambda words: [word.value for word in words],
    )
    return Field(**({"default": None} | options), sa_type=column_type)


def chosen() -> Any:
    """A column holding a list of values. Assign a new list; changing one in place is not noticed."""
    return Field(default_factory=list, sa_type=JSON, nullable=False)


def mapped() -> Any:
    """A column holding a mapping. Assign a new one; changing it in place is not noticed."""
    return Field(default_factory=dict, sa_type=JSON, nullable=False)
