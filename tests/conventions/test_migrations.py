"""Migrations make what the models say, on both databases, and can be taken back."""

from flask import Flask
from sqlalchemy import inspect, text

LEFT_BEHIND = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type IN ('trigger', 'view')",
    "postgresql": "SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace",
}
"""Triggers, views and functions that no table holds on to."""


def test_after_all_migrations_nothing_differs_from_the_models(app: Flask) -> None:
    with app.app_context():
        assert app.extensions["alembic"].compare_metadata() == []


def test_migrations_are_one_line_without_branches(app: Flask) -> None:
    with app.app_context():
        alembic = app.extensions["alembic"]
        assert len(alembic.heads()) == 1
        assert alembic.current() == alembic.heads()


def test_everything_can_be_taken_back_and_made_again(app: Flask) -> None:
    with app.app_context():
        alembic = app.extensions["alembic"]
        engine = alembic.engines["default"]
        alembic.downgrade("base")
        assert inspect(engine).get_table_names() == ["alembic_version"]
        with engine.connect() as connection:
            assert connection.execute(text(LEFT_BEHIND[connection.dialect.name])).all() == []
        alembic.upgrade()
        assert alembic.compare_metadata() == []
