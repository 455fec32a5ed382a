"""Backing up and restoring: one file with the database, the photographs and the signed papers, and never the keys.

A backup without the keys shows nobody anything, so it may be kept where other backups are. The keys must be kept as well,
somewhere else: without them the sealed values in a backup can never be read again.
"""

import io
import json
import os
import shutil
import sqlite3
import subprocess
import tarfile
import tempfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from flask import current_app
from psycopg.conninfo import conninfo_to_dict
from sqlalchemy import make_url, text

from scheme.database import db
from scheme.encryption import key_ring
from scheme.errors import Refused

DATABASE = "database"
FOLDERS = ("photographs", "papers")
"""Where files of our own are kept."""
ABOUT = "about.json"

ALREADY_HERE = "There is already something here. Nothing was touched. To replace it, say so with --over."


def back_up(path: Path) -> int:
    """Write everything but the keys to one file, readable by this user only. Returns how many files beside the database are in it.

    Safe while people work: SQLite is copied through its backup interface, PostgreSQL by ``pg_dump``. Raises ``Refused``
    when the file is already there or PostgreSQL's own command is not.
    """
    if path.exists():
        raise Refused(f"{path} is already there. Nothing was written over it: choose another name.")
    with tempfile.TemporaryDirectory(dir=path.resolve().parent, prefix=".backup-") as folder:
        copy = Path(folder) / DATABASE
        _copy_sqlite(copy) if _is_sqlite() else _dump_postgresql(copy)
        kept = [file for folder in FOLDERS for file in _kept_in(folder).rglob("*") if file.is_file()]
        finished = Path(folder) / "finished"
        with (
            open(os.open(finished, os.O_WRONLY | os.O_CREAT, 0o600), "wb") as file,  # noqa: PTH123
            tarfile.open(fileobj=file, mode="w:gz") as tar,
        ):
            _add_about(tar)
            tar.add(copy, DATABASE)
            for each in kept:
                tar.add(each, each.relative_to(_kept_in("")).as_posix())
        finished.rename(path)
    return len(kept)


def restore(path: Path, *, over: bool = False) -> bool:
    """Put a backup back. Returns whether this deployment's keys open it.

    Raises ``Refused`` when something is here already (unless ``over``), or when the file is not one of our backups.
    """
    if not over and _something_here():
        raise Refused(ALREADY_HERE)
    with tempfile.TemporaryDirectory(dir=current_app.config["INSTANCE_PATH"], prefix=".restore-") as folder:
        _unpack(path, Path(folder))
        for engine in db.engines.values():
            engine.dispose()
        if _is_sqlite():
            _put_sqlite_back(Path(folder) / DATABASE)
        else:
            _put_postgresql_back(Path(folder) / DATABASE)
        for each in FOLDERS:
            _put_files_back(Path(folder) / each, _kept_in(each))
    return _keys_open_it()


def _is_sqlite() -> bool:
    return bool(db.engine.dialect.name == "sqlite")


def _kept_in(folder: str) -> Path:
    return Path(current_app.config["INSTANCE_PATH"]) / folder


def _add_about(tar: tarfile.TarFile) -> None:
    about = {
        "application": "Alongside",
        "database": db.engine.dialect.name,
        "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "keys_needed": sorted(key_ring().keys),
    }
    content = json.dumps(about, indent=2).encode()
    entry = tarfile.TarInfo(ABOUT)
    entry.size = len(content)
    tar.addfile(entry, io.BytesIO(content))


def _unpack(path: Path, folder: Path) -> None:
    """Only what we put there, and nothing outside the folder."""
    try:
        with tarfile.open(path) as tar:
            for entry in tar:
                first = PurePosixPath(entry.name).parts[0]
                if entry.isfile() and first in {ABOUT, DATABASE, *FOLDERS}:
                    tar.extract(entry, folder, filter="data")
        about = json.loads((folder / ABOUT).read_text())
    except (OSError, tarfile.TarError, ValueError, IndexError, EOFError):
        raise Refused(f"{path} is not a backup of Alongside, or it is not whole. Nothing was touched.") from None
    if not isinstance(about, dict) or about.get("application") != "Alongside":
        raise Refused(f"{path} is not a backup of Alongside. Nothing was touched.")
    if about.get("database") != db.engine.dialect.name:
        raise Refused(
            f"This backup is of {about.get('database')}, and Alongside runs on {db.engine.dialect.name} here."
        )


def _something_here() -> bool:
    if any(file for folder in FOLDERS for file in _kept_in(folder).rglob("*.*")):
        return True
    with db.engine.connect() as connection:
        if not db.engine.dialect.has_table(connection, "scheme"):
            return False
        return connection.execute(text("SELECT 1 FROM scheme LIMIT 1")).first() is not None


# --- SQLite --------------------------------------------------------------------------------------------------------------


def _sqlite_path() -> Path:
    return Path(db.engine.url.database or "")


def _copy_sqlite(copy: Path) -> None:
    with closing(sqlite3.connect(_sqlite_path())) as ours, closing(sqlite3.connect(copy)) as theirs:
        ours.backup(theirs)


def _put_sqlite_back(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as backup:
        try:
            whole = backup.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            whole = whole and backup.execute("SELECT count(*) FROM scheme").fetchone() is not None
        except sqlite3.DatabaseError:
            whole = False
        if not whole:
            raise Refused("The database in this backup is damaged. Nothing was touched.")
        with closing(sqlite3.connect(_sqlite_path())) as ours:
            backup.backup(ours)


# --- PostgreSQL ----------------------------------------------------------------------------------------------------------


def _run(command: str, *arguments: str) -> None:
    found = shutil.which(command)
    if not found:
        raise Refused(
            f"PostgreSQL's own {command} is needed for this. Install PostgreSQL's own programs and try again."
        )
    environment = os.environ | _for_libpq(_owners_address())
    done = subprocess.run(  # noqa: S603 - our own words only
        [found, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise Refused(
            f"{command} could not finish. It said: {done.stderr.strip()[:500]}\n"
            "MIGRATIONS_DATABASE_URL must name a role that sees every row: a superuser, for this command only."
        )


def _owners_address() -> dict[str, str]:
    url = make_url(current_app.config["MIGRATIONS_DATABASE_URL"]).set(drivername="postgresql")
    return {name: str(value) for name, value in conninfo_to_dict(url.render_as_string(hide_password=False)).items()}


def _for_libpq(address: dict[str, str]) -> dict[str, str]:
    """Where the database is, as variables: on the command line everybody on the machine could read the password."""
    return {"PGDATABASE" if name == "dbname" else f"PG{name.upper()}": value for name, value in address.items()}


def _dump_postgresql(copy: Path) -> None:
    _run("pg_dump", "--format=custom", f"--file={copy}")


def _put_postgresql_back(copy: Path) -> None:
    _run(
        "pg_restore",
        "--clean",
        "--if-exists",
        "--single-transaction",
        "--dbname",
        _owners_address()["dbname"],
        str(copy),
    )


# --- after a restore -----------------------------------------------------------------------------------------------------


def _put_files_back(saved: Path, place: Path) -> None:
    if place.exists():
        shutil.rmtree(place)
    if saved.exists():
        shutil.move(saved, place)


def _keys_open_it() -> bool:
    """Whether the newest sealed key in the record is one of ours; nothing sealed yet is nothing lost."""
    with db.engine.connect() as connection:
        sealed = connection.execute(
            text("SELECT key_sealed FROM subject_key WHERE key_sealed IS NOT NULL LIMIT 1")
        ).scalar()
    return sealed is None or bytes(sealed).partition(b":")[0].decode() in key_ring().keys
