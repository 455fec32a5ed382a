"""What one answer agrees with another, remembered: the same answers meet again and again, on every page.

Only answers are kept, never whose they were, and only so many of them; then it begins afresh.
"""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from matching.compatibility.agreement import Agreement, Rows, Shape
from matching.compatibility.coded import key_of

T = TypeVar("T")

ROWS, AGREEMENTS = 2**12, 2**16
"""How many are remembered at most: some ten megabytes of rows, and as much of agreements."""

_rows: dict[Hashable, Rows] = {}
_agreements: dict[Hashable, Agreement] = {}


def agreed(shape: Shape, wanted: Any, found: Any) -> Agreement:
    """How far what one voice wants agrees with what another brings: the sum of :meth:`Shape.agree` for this pair."""
    asks, brings = (id(shape), "wants", key_of(wanted)), (id(shape), "finds", key_of(found))

    def work_out() -> Agreement:
        wants = _remembered(_rows, ROWS, asks, lambda: shape.wants([wanted]))
        finds = _remembered(_rows, ROWS, brings, lambda: shape.finds([found]))
        low, likely, high = shape.agree(wants, finds)[:, 0, 0].tolist()
        return Agreement(int(low), int(likely), int(high))

    return _remembered(_agreements, AGREEMENTS, (asks, brings), work_out)


def _remembered(kept: dict[Hashable, T], most: int, name: Hashable, work_out: Callable[[], T]) -> T:
    if name in kept:
        return kept[name]
    if len(kept) >= most:
        kept.clear()
    found = kept[name] = work_out()
    return found
