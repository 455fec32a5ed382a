"""The engines: SQLite and PostgreSQL set up alike, every transaction serializable; and migrations, which own the tables."""

from contextvars import ContextVar
from inspect import iscoroutinefunction
from typing import Any, cast

from flask import Flask, request
from flask_alembic import Alembic
from flask_sqlalchemy_lite import SQLAlchemy
from sqlalchemy import Engine, Enum, create_engine, event
from sqlmodel import Session, SQLModel
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

SECONDS_TO_WAIT = 15
"""How long a write waits for its turn on SQLite before it is tried again (our judgement)."""

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})

writing: ContextVar[bool] = ContextVar("writing", default=False)
"""Whether what begins now begins as a write."""


class _Database(SQLAlchemy):
    """Flask-SQLAlchemy-Lite with SQLModel's session."""

    @property
    def session(self) -> Session:
        """This request's or command's session, closed when it ends."""
        return cast(Session, super().session)


db = _Database(session_options={"class_": Session})


def set_up(app: Flask) -> None:
    """Connect the application to its database."""
    app.config["SQLALCHEMY_ENGINES"] = {
        "default": {"url": app.config["DATABASE_URL"]} | _options(app.config["DATABASE_URL"])
    }
    db.init_app(app)
    # It would start an event loop after every request to close asynchronous sessions, and we have none.
    app.teardown_appcontext_funcs = [f for f in app.teardown_appcontext_funcs if not iscoroutinefunction(f)]
    with app.app_context():
        _watch(db.engine)
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
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing.get() else "BEGIN")


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
    writing.set(request.method not in SAFE_METHODS)


def _forget_method(_error: BaseException | None) -> None:
    # The thread goes on to other work, which begins as a read again.
    writing.set(False)
