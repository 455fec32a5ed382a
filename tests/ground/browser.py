"""A real browser, and the application served as in a deployment."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from waitress.server import create_server
from waitress.wasyncore import close_all

from tests.ground.applications import MakeApp

BROWSER = Path(__file__).parents[2] / ".browser" / "chromium"

QUIET = (
    "--no-sandbox",  # its sandbox refuses to run as root
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


NewReader = Callable[..., BrowserContext]


@dataclass(frozen=True)
class LiveServer:
    """The application, listening."""

    app: Flask
    address: str


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A browser. Fails when there is none: a page nobody looked at is not tested."""
    if not BROWSER.exists():
        pytest.fail("There is no browser to test with. Run `make browser`.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=QUIET)
        yield browser
        browser.close()


@contextmanager
def served(app: Flask) -> Iterator[LiveServer]:
    """An application on a free port, with several threads, as long as it is needed."""
    server = create_server(app, host="127.0.0.1", port=0, threads=4, clear_untrusted_proxy_headers=True)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield LiveServer(app, f"http://127.0.0.1:{server.effective_port}")
    server.trigger.pull_trigger(lambda: close_all(server._map))
    thread.join(timeout=10)
    server.task_dispatcher.shutdown()


@pytest.fixture
def live_server(make_app: MakeApp) -> Iterator[LiveServer]:
    """The application on a free port, with every protection on."""
    with served(make_app()) as server:
        yield server


@pytest.fixture
def new_reader(browser: Browser, live_server: LiveServer) -> Iterator[NewReader]:
    """Another reader's browser, at home on the live server; keywords are Playwright's, as ``java_script_enabled=False``."""
    opened: list[BrowserContext] = []

    def open_one(**options: Any) -> BrowserContext:
        reader = browser.new_context(
            base_url=live_server.address, locale="en-GB", timezone_id="Europe/London", **options
        )
        reader.set_default_timeout(15_000)
        opened.append(reader)
        return reader

    yield open_one
    for reader in opened:
        reader.close()


@pytest.fixture
def page(new_reader: NewReader) -> Page:
    """One page in the browser: ``page.goto("/")``."""
    return new_reader().new_page()
