"""What a browser sees does not depend on the database, so these tests run once, on SQLite."""

from collections.abc import Iterator

import pytest

from tests.browser.clock import DaysPass, days_that_pass
from tests.ground.databases import Database


@pytest.fixture
def database(sqlite_database: Database) -> Database:
    """An empty SQLite database."""
    return sqlite_database


@pytest.fixture
def days_pass() -> Iterator[DaysPass]:
    """``days_pass(6)``: the server's clock is six days further on."""
    with days_that_pass() as days_pass:
        yield days_pass
