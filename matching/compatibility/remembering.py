"""What one answer agrees with another, or with everybody's, remembered: the same answers meet again and again, on every page.

Only answers are kept, never whose they were, and only so many of them; then it begins afresh.
"""

from collections.abc import Callable, Hashable
from typing import Any, Generic, TypeVar

from matching.compatibility.agreement import Agreement, Shape
from matching.compatibility.coded import key_of

AGREEMENTS = 2**16
"""How many are remembered at most: some ten megabytes."""

_agreements: dict[Hashable, Agreement] = {}

T = TypeVar("T")


def agreed(shape: Shape, wanted: Any, found: Any) -> Agreement:
    """How far what one voice wants agrees with what another brings: :meth:`Shape.alone`."""
    name = id(shape), key_of(wanted), key_of(found)
    known = _agreements.get(name)
    if known is None:
        if len(_agreements) >= AGREEMENTS:
            _agreements.clear()
        known = _agreements[name] = shape.alone(wanted, found)
    return known


class Remembered(Generic[T]):
    """What goes by a name, for as long as all there is takes no more room than this."""

    def __init__(self, room: int) -> None:
        self._room, self._taken = room, 0
        self._found: dict[Hashable, T] = {}

    def find(self, name: Hashable, work_out: Callable[[], T], size_of: Callable[[T], int]) -> T:
        """The very same as the last time; worked out the first time."""
        found = self._found.get(name)
        if found is None:
            found = work_out()
            if self._taken + size_of(found) > self._room:
                self._found, self._taken = {}, 0
            self._found[name] = found
            self._taken += size_of(found)
        return found
