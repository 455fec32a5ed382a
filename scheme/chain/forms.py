"""What of a row is sealed: its stored columns in one canonical form, the same on SQLite and PostgreSQL and after a restore.

A form is never changed, because seals made with it must still be checked: a new column begins a new form.
"""

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from enum import Enum
from typing import Any, cast
from uuid import UUID

from sqlmodel import col, select

from scheme.database import db
from scheme.models import Change, Reading, Seal

Recorded = Change | Reading

TABLES: Mapping[str, type[Change] | type[Reading]] = {"change": Change, "reading": Reading}
"""The tables whose rows are sealed, by name."""

FORMS: Mapping[int, Mapping[str, tuple[str, ...]]] = {
    1: {
        "change": (
            "id", "scheme_id", "at", "account_id", "who", "doing", "subject_kind", "subject_id", "row_kind", "row_id",
            "what", "fields", "values_sealed",
        ),
        "reading": (
            "id", "scheme_id", "at", "account_id", "who", "role", "subject_kind", "subject_id", "page", "why",
        ),
    },
}  # fmt: skip
"""The columns that each form seals, by table."""

NEWEST = max(FORMS)


def row_digest(form: int, row: Recorded) -> str:
    """SHA-256 over a row as it is stored."""
    table = str(row.__tablename__)
    values = {column: _plain(getattr(row, column)) for column in FORMS[form][table]}
    canonical = json.dumps([form, table, values], sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def seal_digest(previous: str, seal: Seal) -> str:
    """SHA-256 over a seal and the digest before it; before the first stands its scheme's id."""
    parts = (
        previous, str(seal.number), seal.row_table, str(seal.row_id), str(seal.form), seal.row_digest,
        str(_plain(seal.sealed_at)),
    )  # fmt: skip
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    return value


def stored(table: str, ids: Sequence[UUID]) -> dict[UUID, Recorded | None]:
    """The rows with these ids as they are stored now; ``None`` for one that cannot even be read any more."""
    model = TABLES[table]
    query = select(model).where(col(model.id).in_(ids)).execution_options(populate_existing=True)
    try:
        return {row.id: cast(Recorded, row) for row in db.session.exec(query)}
    except (LookupError, ValueError, TypeError):
        if len(ids) == 1:
            return {ids[0]: None}
        return {row_id: row for one in ids for row_id, row in stored(table, [one]).items()}
