"""The database: one session a request, every transaction serializable, one place that commits, every row inside its scheme.

``carry_out(action, …)`` is the only commit site for changes. It repeats the whole action a few times when another
transaction got in the way, so rules such as "never more than three people in one home" are plain checks in the action.
Two append-only paths commit on their own, through ``alone()``: readings of a profile and attempts to sign in (DESIGN §3).
"""

import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from inspect import iscoroutinefunction
from typing import Any, ClassVar, ParamSpec, TypeVar, cast
from uuid import UUID, uuid4

from flask import Flask, has_request_context, request
from flask_alembic import Alembic
from flask_sqlalchemy_lite import SQLAlchemy
from pydantic import ConfigDict
from sqlalchemy import JSON, Engine, Enum, Uuid, column, create_engine, event, text
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import ORMExecuteState, with_loader_criteria
from sqlalchemy.orm.exc import ObjectDeletedError
from sqlmodel import Field, Session, SQLModel
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

from scheme.errors import Refused
from scheme.words import Words

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

ATTEMPTS = 8
"""How often an action is tried before somebody is asked to try again. Each try waits a little longer (our judgement)."""

SECONDS_TO_WAIT = 15
"""How long a write waits for its turn on SQLite before it is tried again (our judgement)."""

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})

P = ParamSpec("P")
R = TypeVar("R")


class _Database(SQLAlchemy):
    """Flask-SQLAlchemy-Lite with SQLModel's session."""

    @property
    def session(self) -> Session:
        """This request's or command's session, closed when it ends."""
        return cast(Session, super().session)


db = _Database(session_options={"class_": Session})


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
    somebody who only checks how the scheme works (an auditor) is not told.
    """

    record_kind: ClassVar[str | None] = None
    record_field: ClassVar[str] = "id"
    contact_fields: ClassVar[frozenset[str]] = frozenset()

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


# --- engines -------------------------------------------------------------------------------------------------------------

NO_SCHEME = UUID(int=0)
NO_COLUMN: Any = column("scheme_id", Uuid())

_writing: ContextVar[bool] = ContextVar("writing", default=False)


def set_up(app: Flask) -> None:
    """Connect the application to its database and hang the rules of this page on its sessions."""
    app.config["SQLALCHEMY_ENGINES"] = {
        "default": {"url": app.config["DATABASE_URL"]} | _options(app.config["DATABASE_URL"])
    }
    db.init_app(app)
    # It would start an event loop after every request to close asynchronous sessions, and we have none.
    app.teardown_appcontext_funcs = [f for f in app.teardown_appcontext_funcs if not iscoroutinefunction(f)]
    with app.app_context():
        _watch(db.engine)
        event.listen(db.sessionmaker, "do_orm_execute", _only_this_scheme)
        event.listen(db.sessionmaker, "before_flush", _keep_to_the_rules)
        event.listen(db.sessionmaker, "after_begin", _tell_postgresql)
    _set_up_migrations(app)
    app.before_request(_note_method)
    app.teardown_request(_forget_method)


def _options(url: str) -> dict[str, Any]:
    """Values never stand in an error's words: they may be somebody's life."""
    if url.startswith("sqlite"):
        return {"connect_args": {"timeout": SECONDS_TO_WAIT}, "hide_parameters": True}
    return {"isolation_level": "SERIALIZABLE", "pool_pre_ping": True, "hide_parameters": True}


def _watch(engine: Engine) -> None:
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves
    # FULL: NORMAL loses acknowledged writes at a power cut.
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Any) -> None:
    # A write that begins as a read cannot be promised its place in the queue, so a write says so at once.
    connection.exec_driver_sql("BEGIN IMMEDIATE" if _writing.get() else "BEGIN")


def _set_up_migrations(app: Flask) -> None:
    """Migrations run as the role that owns the tables."""
    app.config["ALEMBIC"] = {"script_location": f"{app.root_path}/migrations"}
    app.config["ALEMBIC_CONTEXT"] = {"render_as_batch": True, "compare_type": True, "render_item": _render_plainly}
    engine = create_engine(app.config["MIGRATIONS_DATABASE_URL"])
    Alembic(run_mkdir=False, metadatas=SQLModel.metadata, engines=engine).init_app(app)


def _render_plainly(kind: str, item: Any, _context: Any) -> str | bool:
    """In migrations a closed list is text and a moment carries its zone: what the database sees, not how we read it."""
    if kind == "type" and isinstance(item, Enum | AutoString):
        return f"sa.String(length={item.length})" if item.length else "sa.String()"
    if kind == "type" and isinstance(item, UTCDateTime):
        return "sa.DateTime(timezone=True)"
    return False


def _note_method() -> None:
    _writing.set(request.method not in SAFE_METHODS)


def _forget_method(_error: BaseException | None) -> None:
    # The thread goes on to other work, which begins as a read again.
    _writing.set(False)


# --- the scheme ----------------------------------------------------------------------------------------------------------


def enter_scheme(scheme_id: UUID | None) -> None:
    """From here on this session sees and saves only this scheme's rows. ``None``: none at all."""
    session = db.session
    session.info["scheme_id"] = scheme_id
    if session.in_transaction():
        _tell_postgresql(session, None, session.connection())


@contextmanager
def signing_in() -> Iterator[None]:
    """The one named exemption: looking up an account before its scheme is known."""
    session = db.session
    session.info["signing_in"] = True
    try:
        if session.in_transaction():
            _tell_postgresql(session, None, session.connection())
        yield
    finally:
        session.info["signing_in"] = False
        if session.in_transaction():
            _tell_postgresql(session, None, session.connection())


def _only_this_scheme(state: ORMExecuteState) -> None:
    """Every query, lazy load and bulk statement is narrowed to the session's scheme; outside one it finds nothing."""
    if state.is_column_load or state.session.info.get("signing_in"):
        return
    current = state.session.info.get("scheme_id") or NO_SCHEME
    # SQLAlchemy first tries the condition on the parent class itself, which has no columns of its own.
    narrowed = with_loader_criteria(
        SchemeTable, lambda table: getattr(table, "scheme_id", NO_COLUMN) == current, include_aliases=True
    )
    state.statement = state.statement.options(narrowed)


def _tell_postgresql(session: Any, _transaction: Any, connection: Any) -> None:
    """Tell PostgreSQL's row-level security, for this transaction only, which scheme we are in."""
    if connection.dialect.name != "postgresql":
        return
    current = session.info.get("scheme_id")
    connection.execute(
        text(
            "SELECT set_config('alongside.scheme', :scheme, true), set_config('alongside.signing_in', :signing, true)"
        ),
        {
            "scheme": str(current or ""),
            "signing": "on" if session.info.get("signing_in") else "",
        },
    )


# --- changes -------------------------------------------------------------------------------------------------------------


class Conflict(Refused):
    """Others kept getting in the way. Nothing was changed."""

    def __init__(self) -> None:
        super().__init__(
            "Somebody else was changing the same thing at the same moment. Nothing was lost: please try again."
        )


def _keep_to_the_rules(session: Any, _context: Any, _instances: Any) -> None:
    if has_request_context() and request.method in SAFE_METHODS and not session.info.get("append_only"):
        raise RuntimeError("opening a page changes nothing")
    for row in session.new:
        if isinstance(row, SchemeTable) and row.scheme_id != session.info.get("scheme_id"):
            raise RuntimeError("a row of another scheme")


def carry_out(action: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """Carry out one action in one serializable transaction and commit it: the only place that commits changes.

    The action may be run several times, each time on fresh rows, so it does nothing but read and change rows.
    Raises ``Refused`` when a rule says no (nothing is changed) and ``Conflict`` when others kept getting in the way.
    """
    with _for_writing():
        for attempt in range(ATTEMPTS):
            try:
                db.session.info["doing"] = action.__name__
                result = action(*args, **kwargs)
                db.session.commit()
                return result
            except DBAPIError as error:
                db.session.rollback()
                if not _got_in_the_way(error):
                    raise
                time.sleep(random.uniform(0, 0.02 * 2**attempt))  # noqa: S311 - only spreads the tries out
            except ObjectDeletedError:
                db.session.rollback()
                raise Refused("Somebody else has removed this in the meantime. Nothing was changed.") from None
            except BaseException:
                db.session.rollback()
                raise
    raise Conflict


@contextmanager
def _for_writing() -> Iterator[None]:
    """A transaction that began as a read is ended first: it could not be promised its place in the queue."""
    if not _writing.get() and db.session.in_transaction():
        db.session.rollback()
    token = _writing.set(True)
    try:
        yield
    finally:
        _writing.reset(token)


def _got_in_the_way(error: DBAPIError) -> bool:
    if isinstance(error, IntegrityError):
        return True  # a rule the action checks too: on the next try it refuses in words, or succeeds
    code = getattr(error.orig, "sqlstate", None)
    return code in {"40001", "40P01"} or "database is locked" in str(error.orig)


@contextmanager
def alone() -> Iterator[Session]:
    """A session of its own for the append-only paths, committed at the end whatever happens to the page.

    On SQLite a request that writes already holds the only pen, so its own transaction, which has changed nothing, is ended.
    """
    if any((db.session.new, db.session.dirty, db.session.deleted)):
        raise RuntimeError("an append-only path inside an action")
    if _writing.get():
        db.session.rollback()
    info = {
        "scheme_id": db.session.info.get("scheme_id"),
        "signing_in": True,
        "append_only": True,
    }
    token = _writing.set(True)
    try:
        with cast(Session, db.sessionmaker(info=info)) as session:
            yield session
            session.commit()
    finally:
        _writing.reset(token)
