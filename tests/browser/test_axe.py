"""Contrast is looked at once for each look; nothing that looks different goes by because of it, and nothing else is left out."""

from urllib.parse import quote

import pytest
from playwright.sync_api import Browser

from tests.browser.axe import Axe

PAGE = "<!doctype html><html lang=en><title>Invented</title><style>%s</style><main><h1>Words</h1>%s</main>"
PALE = "p { color: #eee }"
WORDS, MORE, LATER = "<p>These words.</p>", "<p>Other words.</p>", "<div><p>These words.</p></div>"


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ((PALE, ""), (PALE, WORDS), ["color-contrast"]),
        ((PALE, WORDS), (PALE, MORE), []),
        ((PALE, WORDS), (PALE, LATER), ["color-contrast"]),
        (("", WORDS), (PALE, WORDS), ["color-contrast"]),
        (("", WORDS), ("main { background: #222 }", WORDS), ["color-contrast"]),
        (("p { display: none }" + PALE, WORDS), (PALE, WORDS), ["color-contrast"]),
        ((PALE, "<details><summary>More</summary><p>Folded.</p></details>"), (PALE, WORDS), ["color-contrast"]),
        (("", "<img src='data:,'>"), ("", "<img src='data:,'>"), ["image-alt"]),
    ],
)
def test_what_looks_different_is_looked_at(
    browser: Browser, first: tuple[str, str], second: tuple[str, str], found: list[str]
) -> None:
    axe, reader = Axe(), browser.new_context()
    axe.comes_along(reader)
    page = reader.new_page()
    for each in (first, second):
        page.goto(f"data:text/html,{quote(PAGE % each)}")
        problems = [problem.partition(":")[0] for problem in axe.finds(page)]
    reader.close()
    assert problems == found
