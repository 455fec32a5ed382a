"""What a browser sees does not depend on the database, so these tests run once, on SQLite."""

import pytest

from tests.ground.databases import Database


@pytest.fixture
def database(sqlite_database: Database) -> Database:
    """An empty SQLite database."""
    return sqlite_database
