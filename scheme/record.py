"""The record of what happened: every change in the same transaction as the change, every reading before the page is shown.

Nobody calls anything for changes: whatever an action changes is written down when the session flushes, under the action's
name. Values are sealed under a key of the subject's own, so that erasing the key erases them (DESIGN §7).
"""

import base64
import json
import secrets
from collections.abc import Sequence
from datetime import date, datetime
from enum import Enum
from typing import Any, cast
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from flask import Flask, g, has_request_context
from flask_security import current_user
from sqlalchemy import event, inspect
from sqlmodel import Session, col, select

from scheme.database import SchemeTable, alone, db
from scheme.encryption import NONCE_BYTES, key_ring, place_of
from scheme.jobs.models import Job
from scheme.models import Account, Change, KeptForm, Message, Reading, Scheme, Seal, SignInLink, SubjectKey

NOT_RECORDED: tuple[type[SchemeTable], ...] = (
    Change,
    Reading,
    Seal,
    SubjectKey,
    Message,
    SignInLink,
    KeptForm,
    Job,
)
"""Rows that are themselves a record, a key, on their way out, or only there for a day."""

NEVER_IN_VALUES = frozenset({"password", "tf_totp_secret", "fs_uniquifier", "recovery_codes"})


def set_up(app: Flask) -> None:
    """Write down every change from here on."""
    with app.app_context():
        event.listen(db.sessionmaker, "before_flush", _write_down)


def who_is_acting() -> Account | None:
    """The signed-in account, or the one a command acts for."""
    if has_request_context() and getattr(current_user, "is_authenticated", False):
        return cast(Account, current_user._get_current_object())
    return cast(Account | None, g.get("acting"))


def _write_down(session: Session, _context: Any, _instances: Any) -> None:
    changed = [
        (row, what, values)
        for what, rows in (("created", session.new), ("changed", session.dirty), ("removed", session.deleted))
        for row in rows
        if _is_recorded(session, row)
        if (values := _values(row, what)) or what != "changed"
    ]
    keys = _keys_for(session, {row.recorded_under()[1] for row, _, _ in changed})
    for row, what, values in changed:
        session.add(_change(session, row, what, values, keys))


def _is_recorded(session: Session, row: object) -> bool:
    """Rows of a scheme, and what the scheme itself is set to once somebody is inside it."""
    if isinstance(row, Scheme):
        # Its own first row comes before the record it will hold.
        return row.id == session.info.get("scheme_id") and row not in session.new
    return isinstance(row, SchemeTable) and not isinstance(row, NOT_RECORDED)


def _change(session: Session, row: SchemeTable | Scheme, what: str, values: "Values", keys: "Keys") -> Change:
    account = who_is_acting()
    subject_kind, subject_id = row.recorded_under()
    change = Change(
        scheme_id=session.info["scheme_id"],
        account_id=account.id if account else None,
        who=account.name if account else "Alongside",
        doing=session.info.get("doing", "unnamed"),
        subject_kind=subject_kind,
        subject_id=subject_id,
        row_kind=str(row.__tablename__),
        row_id=row.id,
        what=what,
        fields=sorted(values),
    )
    key = _opened(keys[change.subject_id])
    change.values_sealed = _seal(key, change, values) if key else None
    return change


def _values(row: SchemeTable | Scheme, what: str) -> "Values":
    """Field to ``[old, new]`` for every column that differs."""
    found: Values = {}
    state = inspect(row)
    for attribute in state.mapper.column_attrs:
        name = attribute.key
        if name in NEVER_IN_VALUES or name in {"id", "scheme_id"}:
            continue
        history = state.attrs[name].history
        old = history.deleted[0] if history.deleted else None
        new = getattr(row, name) if what != "removed" else None
        if what == "removed":
            old = getattr(row, name)
        if (what != "changed" or history.has_changes()) and old != new:
            found[name] = [_plain(old), _plain(new)]
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, UUID | date | datetime):
        return str(value)
    if isinstance(value, bytes):
        return "sealed:" + base64.b64encode(value).decode()
    return value


# --- sealing under the subject's own key -----------------------------------------------------------------------------------


Keys = dict[UUID, SubjectKey]
Values = dict[str, list[Any]]
"""Field to ``[old, new]``."""


def _keys_for(session: Session, subjects: set[UUID]) -> Keys:
    """The subjects' keys in one query, made for those who have none yet."""
    if not subjects:
        return {}
    with session.no_autoflush:
        kept = session.exec(select(SubjectKey).where(col(SubjectKey.subject_id).in_(subjects))).all()
    keys = {key.subject_id: key for key in kept}
    for subject_id in subjects - keys.keys():
        keys[subject_id] = SubjectKey(scheme_id=session.info["scheme_id"], subject_id=subject_id)
        keys[subject_id].key_sealed = key_ring().seal(secrets.token_bytes(32), _place_of(keys[subject_id]))
        session.add(keys[subject_id])
    return keys


def _place_of(key: SubjectKey) -> str:
    return place_of("subject_key", "key_sealed", key.id)


def _opened(key: SubjectKey) -> bytes | None:
    """The key itself; ``None`` once it has been erased, and then values are neither read nor written any more."""
    return key_ring().unseal(key.key_sealed, _place_of(key)) if key.key_sealed else None


def _seal(key: bytes, change: Change, values: Values) -> bytes:
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, json.dumps(values).encode(), change.id.bytes)


def values_of(change: Change) -> Values | None:
    """What a change changed; ``None`` when the subject's key has been erased."""
    return values_of_all([change])[change.id]


def values_of_all(changes: Sequence[Change]) -> dict[UUID, Values | None]:
    """The same for several, by the change's id: one look-up of keys however many there are."""
    subjects = {change.subject_id for change in changes}
    kept = db.session.exec(select(SubjectKey).where(col(SubjectKey.subject_id).in_(subjects))).all()
    keys = {key.subject_id: _opened(key) for key in kept}
    return {change.id: _unsealed(change, keys.get(change.subject_id)) for change in changes}


def _unsealed(change: Change, key: bytes | None) -> Values | None:
    sealed = change.values_sealed
    if key is None or sealed is None:
        return None
    opened = AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], change.id.bytes)
    return cast(Values, json.loads(opened))


# --- readings --------------------------------------------------------------------------------------------------------------


def viewed(kind: str, subject_id: UUID, page: str, why: str) -> None:
    """Write down that the signed-in account opens somebody's profile; call it before the page is shown.

    It commits on its own. If it cannot be written down the error goes up and the page is not shown.
    """
    account = who_is_acting()
    if account is None:
        raise LookupError("nobody is signed in")
    # Read from the account before its session ends its transaction: on SQLite a new one would hold the only pen.
    reading = Reading(
        account_id=account.id,
        who=account.name,
        role=account.role,
        subject_kind=kind,
        subject_id=subject_id,
        page=page,
        why=why,
    )
    with alone() as session:
        session.add(reading)


def readings_of(subject_id: UUID, limit: int = 100) -> Sequence[Reading]:
    """Who opened this, newest first."""
    query = select(Reading).where(Reading.subject_id == subject_id).order_by(col(Reading.at).desc()).limit(limit)
    return db.session.exec(query).all()
