"""What a browser sees does not depend on the database, so these tests run once, on SQLite."""

from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Browser

from tests.browser.axe import Axe
from tests.browser.clock import DaysPass, days_that_pass
from tests.browser.reader import PHONE, NewDemoReader, Reader
from tests.ground.browser import LiveServer, served
from tests.ground.databases import Database


@pytest.fixture
def database(sqlite_database: Database) -> Database:
    """An empty SQLite database."""
    return sqlite_database


@pytest.fixture(scope="session")
def axe() -> Axe:
    """Axe, with what it met before."""
    return Axe()


@pytest.fixture
def days_pass() -> Iterator[DaysPass]:
    """``days_pass(6)``: the server's clock is six days further on."""
    with days_that_pass() as days_pass:
        yield days_pass


@pytest.fixture
def demo_server(demo_app: Flask) -> Iterator[LiveServer]:
    """The demo, served."""
    with served(demo_app) as server:
        yield server


@pytest.fixture
def at_demo(browser: Browser, demo_server: LiveServer) -> Iterator[NewDemoReader]:
    """Somebody who looks at the demo, on a phone unless said otherwise; keywords are Playwright's."""
    opened = []

    def open_one(**options: Any) -> Reader:
        opened.append(
            browser.new_context(base_url=demo_server.address, **({"viewport": PHONE, "locale": "en-GB"} | options))
        )
        opened[-1].set_default_timeout(60_000)
        return Reader(opened[-1])

    yield open_one
    for context in opened:
        context.close()


@pytest.fixture
def phone(at_demo: NewDemoReader) -> Reader:
    """A phone that looks at the demo."""
    return at_demo()
