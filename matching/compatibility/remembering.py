"""What was worked out before, remembered: the same answers from short lists meet again and again, on every page.

Only answers are kept, never whose they were, and only so many of them; then it begins afresh.
"""

from collections.abc import Callable, Hashable
from typing import Any, Generic, TypeVar

from matching.compatibility.agreement import Shape
from matching.compatibility.between import Between
from matching.compatibility.choices import Choices

SO_MANY = 2**13
"""How many pairs of answers are remembered at most: some ten megabytes, with what is said of them."""

_between: dict[Hashable, Between] = {}

T = TypeVar("T")


def between(name: str, shape: Shape, wanted: Any, found: Any) -> Between:
    """What one voice wants beside what another brings, in the way of fitting of this name.

    Remembered where answers come from a short list. Chosen things and places are hardly ever the same twice, and may say
    who somebody is: they are looked at anew.
    """
    if not isinstance(shape, Choices):
        return Between(shape, wanted, found)
    answers = name, wanted, found
    known = _between.get(answers)
    if known is None:
        if len(_between) >= SO_MANY:
            _between.clear()
        known = _between[answers] = Between(shape, wanted, found)
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
