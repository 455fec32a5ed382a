"""Values sealed at rest, each to the one place it belongs.

AES-GCM with the table, column and row id as associated data: a sealed value copied to another row or column does not open.
Keys have an id, so that new values are sealed under a new key while old ones still open. Sealed form: ``id:`` nonce (12 bytes)
ciphertext.
"""

import secrets
from base64 import b64decode
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from flask import Flask, current_app

from scheme.settings import SettingsError

NONCE_BYTES = 12
KEY_BYTES = 32


class CannotUnseal(Exception):
    """The value was sealed elsewhere, under a key we do not have, or has been tampered with."""


class KeyRing:
    """The deployment's keys by id; the first seals, all of them open."""

    def __init__(self, text: str) -> None:
        """``text`` is ``id:base64,id:base64``, newest first. Raises ``SettingsError`` when a key is not 32 bytes."""
        pairs = [part.strip().partition(":")[::2] for part in text.split(",") if part.strip()]
        if not pairs or not all(key_id.isalnum() and _is_key(key) for key_id, key in pairs):
            raise SettingsError(
                "ENCRYPTION_KEYS is not understood: each key is a short name, a colon, and base64 of 32 bytes."
            )
        self.keys = {key_id: AESGCM(b64decode(key)) for key_id, key in pairs}
        self.newest = pairs[0][0]

    def seal(self, value: bytes, place: str) -> bytes:
        """Seal ``value`` to ``place``."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        return f"{self.newest}:".encode() + nonce + self.keys[self.newest].encrypt(nonce, value, place.encode())

    def unseal(self, sealed: bytes, place: str) -> bytes:
        """Open what was sealed to ``place``. Raises ``CannotUnseal``."""
        key_id, _, rest = sealed.partition(b":")
        try:
            return self.keys[key_id.decode()].decrypt(rest[:NONCE_BYTES], rest[NONCE_BYTES:], place.encode())
        except (KeyError, InvalidTag, ValueError) as error:
            raise CannotUnseal(place) from error


def _is_key(text: str) -> bool:
    try:
        return len(b64decode(text, validate=True)) == KEY_BYTES
    except ValueError:
        return False


def set_up(app: Flask) -> None:
    """Give the application its keys."""
    app.extensions["key_ring"] = KeyRing(app.config["ENCRYPTION_KEYS"])


def key_ring() -> KeyRing:
    """The running application's keys."""
    ring: KeyRing = current_app.extensions["key_ring"]
    return ring


def place_of(table: str, column: str, row_id: UUID) -> str:
    """The name of the one place a sealed value belongs."""
    return f"{table}.{column}.{row_id}"


def sealed(name: str) -> Any:
    """A text property of a model kept sealed in its ``<name>_sealed`` column. Empty text is kept as nothing.

    The row's id is part of the seal, which is why ids are made in Python before anything is saved.
    """
    column = f"{name}_sealed"

    def read(row: Any) -> str | None:
        value = getattr(row, column)
        return None if value is None else key_ring().unseal(value, place_of(row.__tablename__, column, row.id)).decode()

    def write(row: Any, value: str | None) -> None:
        if value == read(row):
            return
        place = place_of(row.__tablename__, column, row.id)
        setattr(row, column, key_ring().seal(value.encode(), place) if value else None)

    return property(read, write)
