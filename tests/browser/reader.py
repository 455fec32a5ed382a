"""Somebody with a browser of their own, and what they do with it: read, follow a link, fill in, press a button."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Locator, Page, ViewportSize

LINK = re.compile(r"https?://\S+/sign-in/link/\S+")

PHONE: ViewportSize = {"width": 320, "height": 640}


def addresses_in(words: str) -> list[str]:
    """The paths of the one-time links in a message or in what a command printed."""
    return [urlsplit(found).path for found in LINK.findall(words)]


def emails_to(outbox: Path, address: str) -> list[str]:
    """What was sent to an address, oldest first."""
    sent = sorted(outbox.glob("*.eml"), key=lambda path: path.stat().st_mtime_ns)
    read = [path.read_text().replace("=\n", "").replace("=3D", "=") for path in sent]
    return [words for words in read if f"To: {address}" in words]


class Reader:
    """One page in one browser. Whatever the browser complains about (a script, a blocked style) is kept in ``complaints``."""

    def __init__(self, context: BrowserContext) -> None:
        self.page: Page = context.new_page()
        self.complaints: list[str] = []
        self.page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    # --- reading -----------------------------------------------------------------------------------------------------------

    @property
    def main(self) -> Locator:
        """The main part of the page."""
        return self.page.locator("main")

    @property
    def words(self) -> str:
        """Everything the main part says, with single spaces, folded parts and all."""
        return " ".join((self.main.text_content() or "").split())

    @property
    def title(self) -> str:
        """The page's own heading."""
        return self.page.locator("h1").inner_text()

    def link(self, name: str, nth: int = 0) -> Locator:
        """A link by its exact name; links that look like buttons are links too."""
        named = self.page.get_by_role("link", name=name, exact=True)
        return named.or_(self.page.get_by_role("button", name=name, exact=True)).nth(nth)

    # --- going on ----------------------------------------------------------------------------------------------------------

    def open(self, path: str) -> "Reader":
        """Type an address."""
        answer = self.page.goto(path)
        assert answer is not None
        assert answer.ok, f"{path}: {answer.status}"
        return self

    def sign_in(self, link: str) -> "Reader":
        """Open a one-time link and press its button."""
        return self.open(link).press("Sign in")

    def sign_in_with(self, email: str, password: str) -> "Reader":
        """Sign in with a password."""
        return (
            self.open("/sign-in/password")
            .write("Your email address", email)
            .write("Your password", password)
            .press("Sign in")
        )

    def follow(self, name: str, nth: int = 0) -> "Reader":
        """Follow a link."""
        with self.page.expect_navigation():
            self.link(name, nth).click()
        return self

    def press(self, name: str) -> "Reader":
        """Press a button that sends something."""
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=name, exact=True).click()
        return self

    # --- filling in --------------------------------------------------------------------------------------------------------

    def write(self, question: str, words: str) -> "Reader":
        """Answer a question in words."""
        self.page.get_by_label(question, exact=True).fill(words)
        return self

    def choose(self, answer: str, question: str) -> "Reader":
        """Choose or tick one answer of a question."""
        self.page.get_by_role("group", name=question).get_by_label(answer, exact=True).check()
        return self

    def date(self, question: str, day: date) -> "Reader":
        """Answer a question with a date."""
        boxes = self.page.get_by_role("group", name=question)
        for box, part in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
            boxes.get_by_label(box, exact=True).fill(str(part))
        return self

    # --- other ways of doing the same --------------------------------------------------------------------------------------

    def follow_big(self, words: str) -> "Reader":
        """Follow one of a portal's big links, by the words it begins with."""
        with self.page.expect_navigation():
            self.page.get_by_role("link", name=re.compile(rf"^{re.escape(words)}\b")).first.click()
        return self

    def tap(self, name: str) -> "Reader":
        """Press a button with a finger."""
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=name, exact=True).tap()
        return self

    def tab_to(self, name: str, most: int = 80) -> "Reader":
        """Press Tab until what has the focus says ``name``."""
        said = []
        for _ in range(most):
            self.page.keyboard.press("Tab")
            said.append(" ".join(self.page.evaluate("document.activeElement.innerText || ''").split()))
            if said[-1] == name:
                return self
        raise AssertionError(f"Tab never came to “{name}”, only to {said}")

    def enter(self) -> "Reader":
        """Press Enter on what has the focus."""
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        return self


NewDemoReader = Callable[..., Reader]
