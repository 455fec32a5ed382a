"""What every database test stands on (DESIGN §3)."""

import pytest
from flask import Flask
from sqlalchemy import text

from scheme.database import db
from tests.ground.applications import MakeApp


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_the_application_is_neither_superuser_nor_owner_of_any_table(app: Flask) -> None:
    with app.app_context(), db.engine.connect() as connection:
        role = connection.execute(
            text("SELECT rolsuper OR rolbypassrls OR rolcreaterole FROM pg_roles WHERE rolname = current_user")
        )
        owned = connection.execute(
            text("SELECT tableowner = current_user, count(*) FROM pg_tables WHERE schemaname = 'public' GROUP BY 1")
        )
        assert role.scalar() is False
        assert [bool(ours) for ours, _ in owned] == [False]


def test_each_test_begins_with_an_empty_database_and_may_leave_rows_behind(app: Flask) -> None:
    with app.app_context(), db.engine.begin() as connection:
        assert connection.execute(text("SELECT count(*) FROM scheme")).scalar() == 0


def test_every_transaction_is_serializable_and_outlives_a_power_cut(make_app: MakeApp) -> None:
    with make_app().app_context(), db.engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            assert connection.execute(text("SHOW transaction_isolation")).scalar() == "serializable"
        else:
            assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
            assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1
            assert connection.execute(text("PRAGMA synchronous")).scalar() == 2  # FULL
