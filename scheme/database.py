"""The database as everybody uses it: every row inside its scheme, one place that commits, tried again when others were in the way.

``carry_out(action, …)`` is the only commit site for changes. It repeats the whole action a few times when another
transaction got in the way, so rules such as "never more than three people in one home" are plain checks in the action.
Two append-only paths commit on their own, through ``alone()``: readings of a profile and attempts to sign in (DESIGN §3).

The engines underneath are in ``scheme/engines.py``, what tables are made of in ``scheme/tables.py``.
"""

import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, ParamSpec, TypeVar, cast
from uuid import UUID

import structlog
from flask import Flask, has_request_context, request
from sqlalchemy import Uuid, column, event, text
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import ORMExecuteState, with_loader_criteria
from sqlalchemy.orm.exc import ObjectDeletedError
from sqlmodel import Session

from scheme import engines
from scheme.engines import SAFE_METHODS, db, writing
from scheme.errors import Refused
from scheme.tables import SchemeTable, Table, choice, chosen, mapped, now, this_scheme

__all__ = [
    "ATTEMPTS",
    "SAFE_METHODS",
    "Conflict",
    "SchemeTable",
    "Table",
    "alone",
    "carry_out",
    "choice",
    "chosen",
    "db",
    "enter_scheme",
    "mapped",
    "now",
    "set_up",
    "signing_in",
    "this_scheme",
]

ATTEMPTS = 8
"""How often an action is tried before somebody is asked to try again. Each try waits a little longer (our judgement)."""

NO_SCHEME = UUID(int=0)
NO_COLUMN: Any = column("scheme_id", Uuid())

log = structlog.get_logger("alongside.database")

P = ParamSpec("P")
R = TypeVar("R")


def set_up(app: Flask) -> None:
    """Connect the application to its database and hang the rules of this page on its sessions."""
    engines.set_up(app)
    with app.app_context():
        event.listen(db.sessionmaker, "do_orm_execute", _only_this_scheme)
        event.listen(db.sessionmaker, "before_flush", _keep_to_the_rules)
        event.listen(db.sessionmaker, "after_begin", _tell_postgresql)


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


def _name_of(action: Callable[..., Any]) -> str:
    """What an action is called, also where some of what it is given was given before."""
    return str(getattr(action, "__name__", None) or getattr(action, "func", action).__name__)


def carry_out(action: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """Carry out one action in one serializable transaction and commit it: the only place that commits changes.

    The action may be run several times, each time on fresh rows, so it does nothing but read and change rows.
    Raises ``Refused`` when a rule says no (nothing is changed) and ``Conflict`` when others kept getting in the way.
    """
    in_the_way: DBAPIError | None = None
    with _for_writing():
        for attempt in range(ATTEMPTS):
            try:
                db.session.info["doing"] = _name_of(action)
                result = action(*args, **kwargs)
                db.session.commit()
                return result
            except DBAPIError as error:
                db.session.rollback()
                if not _got_in_the_way(error):
                    raise
                in_the_way = error
                time.sleep(random.uniform(0, 0.02 * 2**attempt))  # noqa: S311 - only spreads the tries out
            except ObjectDeletedError:
                db.session.rollback()
                raise Refused("Somebody else has removed this in the meantime. Nothing was changed.") from None
            except BaseException:
                db.session.rollback()
                raise
    # A constraint that no action checks looks like this too, each time: whoever runs it has to be able to tell.
    log.error("gave up", doing=_name_of(action), why=type(in_the_way).__name__, at=in_the_way and in_the_way.statement)
    raise Conflict from in_the_way


@contextmanager
def _for_writing() -> Iterator[None]:
    """A transaction that began as a read is ended first: it could not be promised its place in the queue."""
    if not writing.get() and db.session.in_transaction():
        db.session.rollback()
    token = writing.set(True)
    try:
        yield
    finally:
        writing.reset(token)


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
    if writing.get():
        db.session.rollback()
    info = {
        "scheme_id": db.session.info.get("scheme_id"),
        "signing_in": True,
        "append_only": True,
    }
    token = writing.set(True)
    try:
        with cast(Session, db.sessionmaker(info=info)) as session:
            yield session
            session.commit()
    finally:
        writing.reset(token)
