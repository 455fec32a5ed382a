"""One clock says which day it is, and on which day and at what time something happened: ``scheme/clock.py``."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.conventions.tree import PACKAGES, parsed, python

CLOCK = Path("scheme/clock.py")

WITHOUT_A_CLOCK = {
    Path("matching/__main__.py"),  # works without an application, so by the machine's own clock
    Path("matching/spreadsheet/cells.py"),  # days and times as they stand in a spreadsheet, which knows no zones
    Path("matching/spreadsheet/values/dates.py"),
}


def test_nothing_else_takes_the_day_or_the_time_of_a_moment() -> None:
    """In London's summer the day of a moment, which is kept in UTC, is not the day on the wall after midnight."""
    found = {path for path in python(*PACKAGES, "wsgi.py") if any(_taken(path))}
    assert found - WITHOUT_A_CLOCK == {CLOCK}
    assert found >= WITHOUT_A_CLOCK, "no longer needed here"


def _taken(path: Path) -> Iterator[ast.Call]:
    """``….date()``, and ``….time()`` of anything but the module of that name."""
    for call in ast.walk(parsed(path)):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and not call.args:
            of = call.func.value
            seconds = isinstance(of, ast.Name) and of.id == "time"
            if call.func.attr in {"date", "timetz"} or (call.func.attr == "time" and not seconds):
                yield call
