"""The file itself, between looking at it and taking it in: sealed, outside the web root, and gone once it is taken in.

A file cannot be part of a transaction, and rows are recorded for good; so it is a file, written before its row.
"""

import time
from pathlib import Path
from uuid import UUID

from flask import current_app

from matching.spreadsheet.sheets import Source
from scheme.database import this_scheme
from scheme.encryption import key_ring, place_of
from scheme.errors import Refused

KEPT_SECONDS = 7 * 24 * 60 * 60
"""How long a file that was only looked at is kept (our judgement: until next week's team meeting)."""


def keep(import_id: UUID, source: Source) -> None:
    """Keep a file until it is taken in, and forget those nobody came back for."""
    folder = _folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    _path(import_id).write_bytes(key_ring().seal(source.content, _place(import_id)))
    for old in folder.glob("*.sealed"):
        if old.stat().st_mtime < time.time() - KEPT_SECONDS:
            old.unlink(missing_ok=True)


def kept(import_id: UUID, file_name: str) -> Source:
    """The file. Raises ``Refused`` when it is no longer kept."""
    try:
        sealed = _path(import_id).read_bytes()
    except FileNotFoundError:
        raise Refused("We no longer have this file. Please choose it again.", "workbook") from None
    return Source(file_name, key_ring().unseal(sealed, _place(import_id)))


def forget(import_id: UUID) -> None:
    """Delete the file. Doing so twice does no harm."""
    _path(import_id).unlink(missing_ok=True)


def _folder() -> Path:
    return Path(current_app.config["INSTANCE_PATH"]) / "spreadsheets" / str(this_scheme())


def _path(import_id: UUID) -> Path:
    return _folder() / f"{import_id}.sealed"


def _place(import_id: UUID) -> str:
    return place_of("spreadsheet", "file", import_id)
