"""A real browser, and the application served as in a deployment."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import BrowserContext
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


@dataclass(frozen=True)
class LiveServer:
    """The application, listening."""

    app: Flask
    address: str


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """How the browser is started. Fails when there is none: a page nobody looked at is not tested."""
    if not BROWSER.exists():
        pytest.fail("There is no browser to test with. Run `make browser`.")
    return {**browser_type_launch_args, "executable_path": BROWSER, "args": list(QUIET)}


@pytest.fixture
def live_server(make_app: MakeApp) -> Iterator[LiveServer]:
    """The application on a free port, with several threads and every protection on."""
    app = make_app()
    server = create_server(app, host="127.0.0.1", port=0, threads=4, clear_untrusted_proxy_headers=True)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield LiveServer(app, f"http://127.0.0.1:{server.effective_port}")
    server.trigger.pull_trigger(lambda: close_all(server._map))
    thread.join(timeout=10)
    server.task_dispatcher.shutdown()


@pytest.fixture
def context(new_context: Callable[..., BrowserContext], live_server: LiveServer) -> BrowserContext:
    """One reader's browser, at home on the live server: ``page.goto("/")``."""
    return new_context(base_url=live_server.address, locale="en-GB", timezone_id="Europe/London")
