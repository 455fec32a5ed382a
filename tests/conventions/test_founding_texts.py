"""``docs/what-the-founding-texts-ask.md`` leads to pages, needs, numbers and rules that are there."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask

from matching.lifecycle import Need
from matching.queries.due import RULES
from scheme.access import ACCESS
from scheme.numbers import NUMBERS

PAGE = Path(__file__).parents[2] / "docs" / "what-the-founding-texts-ask.md"
NAMED = re.compile(r"(?:(need|number|due) )?`([a-z_.]+)`")
LINES = [line.strip("|").split("|") for line in PAGE.read_text().splitlines() if line.startswith("|")][2:]

TABLES: dict[str, Callable[[], set[str]]] = {
    "need": lambda: {need.value for need in Need},
    "number": lambda: {number.name for number in NUMBERS},
    "due": lambda: {rule.name for rule in RULES},
    "": lambda: set(ACCESS),
}
"""What a name in the last column may be, by the word before it; without one it is a page."""


@pytest.mark.parametrize("line", LINES, ids=lambda line: line[0].strip()[:40])
def test_what_is_asked_is_somewhere(line: list[str]) -> None:
    named = NAMED.findall(line[-1])
    assert named, "nobody meets this anywhere"
    assert [name for kind, name in named if name not in TABLES[kind]()] == []


def test_the_pages_open_for_somebody(app: Flask) -> None:
    named = {name for line in LINES for kind, name in NAMED.findall(line[-1]) if not kind}
    assert named <= {rule.endpoint for rule in app.url_map.iter_rules()}
