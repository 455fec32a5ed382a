"""Every setting of a deployment, once: its name, its default and what it is for.

Settings come from the environment and may be overridden by ``create_app(config)``. ``flask scheme settings`` prints this table.
Numbers that a scheme may change for itself (how many visits, how long a trial) are in ``scheme/numbers.py``.
"""

import os
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any


class SettingsError(Exception):
    """The settings are not safe or not understood; the message says which and how to mend it."""


@dataclass(frozen=True)
class Setting:
    """One setting. ``read`` turns the environment's text into its value."""

    name: str
    default: str
    help: str
    read: Callable[[str], Any] = str
    secret: bool = False


def _yes(text: str) -> bool:
    return text.strip().lower() in {"1", "yes", "true", "on"}


SETTINGS = (
    Setting(
        "ENVIRONMENT",
        "development",
        "development or production; production refuses unsafe settings",
    ),
    Setting(
        "INSTANCE_PATH",
        "instance",
        "folder for the SQLite database, secrets made here, photographs and the file outbox",
    ),
    Setting(
        "DATABASE_URL",
        "",
        "where the data lives; empty means SQLite in the instance folder; postgresql://… for PostgreSQL",
    ),
    Setting(
        "MIGRATIONS_DATABASE_URL",
        "",
        "the role that owns the tables, for `flask db`; empty means DATABASE_URL",
    ),
    Setting(
        "SECRET_KEY",
        "",
        "signs sessions; empty means one made once and kept in the instance folder",
        secret=True,
    ),
    Setting(
        "ENCRYPTION_KEYS",
        "",
        "id:base64 of 32 bytes, comma separated, newest first; empty means one made once and kept in the instance folder",
        secret=True,
    ),
    Setting(
        "JOBS_URL",
        "",
        "what wakes whoever carries jobs out; empty means a file in the instance folder, which is enough for one machine; for several, "
        "a PostgreSQL database or schema of its own that the same role may make tables in: postgresql://…",
        secret=True,
    ),
    Setting(
        "PUBLIC_ADDRESS",
        "http://127.0.0.1:5000",
        "the address people type, used in the links we send",
    ),
    Setting(
        "MAIL_URL",
        "",
        "smtp://user:password@server:port; empty means each message is a file in the outbox folder",
        secret=True,
    ),
    Setting("MAIL_FROM", "alongside@localhost", "the sender of our messages"),
    Setting(
        "SESSION_HOURS",
        "10",
        "a signed-in session ends after this many hours without use (a working day)",
        int,
    ),
    Setting("SIGN_IN_LINK_MINUTES", "60", "how long an emailed sign-in link works", int),
    Setting(
        "SIGN_IN_ATTEMPTS",
        "10",
        "attempts to sign in allowed for one account, or from one address, in an hour",
        int,
    ),
    Setting("UPLOAD_MEGABYTES", "20", "the largest spreadsheet or photograph accepted", int),
    Setting(
        "RECORD_HEADS",
        "",
        "the file outside the database that keeps the end of each scheme's sealed record; empty means record-heads.jsonl in "
        "the instance folder; best on another machine, or only ever appended to",
    ),
    Setting("TIME_ZONE", "Europe/London", "the clock that dates and due times are told by"),
    Setting(
        "PROXIES",
        "0",
        "how many proxies of yours stand in front; their X-Forwarded-For is then believed",
        int,
    ),
    Setting(
        "HTTPS",
        "no",
        "cookies only over https, and Strict-Transport-Security; always on in production",
        _yes,
    ),
)


def load(overrides: Mapping[str, Any]) -> dict[str, Any]:
    """Read every setting, make what may be made, and refuse what is not safe.

    Raises ``SettingsError`` in words fit for whoever starts the server.
    """
    config = {setting.name: _value(setting, overrides) for setting in SETTINGS}
    instance = Path(config["INSTANCE_PATH"]).resolve()
    production = config["ENVIRONMENT"] == "production"
    _refuse_unsafe(config, production, overrides)
    instance.mkdir(mode=0o700, parents=True, exist_ok=True)
    config["INSTANCE_PATH"] = str(instance)
    config["DATABASE_URL"] = _database_url(config["DATABASE_URL"], instance)
    config["MIGRATIONS_DATABASE_URL"] = _database_url(
        config["MIGRATIONS_DATABASE_URL"] or config["DATABASE_URL"], instance
    )
    config["SECRET_KEY"] = config["SECRET_KEY"] or _kept_secret(instance / "secret-key", secrets.token_urlsafe(48))
    config["ENCRYPTION_KEYS"] = config["ENCRYPTION_KEYS"] or _kept_secret(instance / "encryption-keys", _new_key())
    config["RECORD_HEADS"] = config["RECORD_HEADS"] or str(instance / "record-heads.jsonl")
    config["HTTPS"] = config["HTTPS"] or production
    return config | _of_flask(config) | {name: value for name, value in overrides.items() if name not in config}


def _value(setting: Setting, overrides: Mapping[str, Any]) -> Any:
    if setting.name in overrides:
        return overrides[setting.name]
    text = os.environ.get(setting.name, setting.default)
    try:
        return setting.read(text)
    except ValueError:
        raise SettingsError(f"{setting.name} is not understood: it should be {setting.help}.") from None


def _refuse_unsafe(config: Mapping[str, Any], production: bool, overrides: Mapping[str, Any]) -> None:
    if config["ENVIRONMENT"] not in {"development", "production"}:
        raise SettingsError("ENVIRONMENT must be development or production.")
    if not production:
        return
    if len(config["SECRET_KEY"]) < 32:
        raise SettingsError("In production SECRET_KEY must be set to at least 32 random characters.")
    if not config["ENCRYPTION_KEYS"]:
        raise SettingsError(
            "In production ENCRYPTION_KEYS must be set, and kept somewhere safe: without them the data cannot be read."
        )
    if _yes(os.environ.get("FLASK_DEBUG", "")) or overrides.get("DEBUG"):
        raise SettingsError("In production debug must be off: unset FLASK_DEBUG.")


def _database_url(url: str, instance: Path) -> str:
    if not url:
        return f"sqlite:///{instance / 'alongside.sqlite'}"
    for prefix in ("postgresql://", "postgres://"):
        if url.startswith(prefix):
            return "postgresql+psycopg://" + url.removeprefix(prefix)
    return url


def _new_key() -> str:
    from base64 import b64encode

    return "k1:" + b64encode(secrets.token_bytes(32)).decode()


def _kept_secret(path: Path, new: str) -> str:
    """The secret in the file; made the first time, readable by this user only."""
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(new)
    except FileExistsError:
        pass
    return path.read_text().strip()


def _of_flask(config: Mapping[str, Any]) -> dict[str, Any]:
    """What Flask and its extensions call the same things."""
    return {
        "MAX_CONTENT_LENGTH": config["UPLOAD_MEGABYTES"] * 1024 * 1024,
        "MAX_FORM_MEMORY_SIZE": 2 * 1024 * 1024,
        "PERMANENT_SESSION_LIFETIME": timedelta(hours=config["SESSION_HOURS"]),
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": config["HTTPS"],
        "WTF_CSRF_TIME_LIMIT": config["SESSION_HOURS"] * 3600,
    }
