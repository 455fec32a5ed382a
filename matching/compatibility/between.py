"""Two answers beside each other: how far they agree, what they have in common, and what was said of them so far."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from matching.compatibility.agreement import Shape
from matching.compatibility.readings import given
from matching.compatibility.sets import InCommon, Sets

T = TypeVar("T")


class Between:
    """What one side wants and what it would find, in one way of fitting. It knows the answers, and not whose they are."""

    __slots__ = ("_kept", "agreement", "common", "found", "given", "wanted")

    def __init__(self, shape: Shape, wanted: Any, found: Any) -> None:
        self.wanted, self.found = wanted, found
        self.given = given(wanted) and given(found)
        """Whether both sides answered at all."""
        self.common = shape.common(wanted, found) if isinstance(shape, Sets) else InCommon(shape.alone(wanted, found))
        """Of chosen things: what is the same, close, at odds and not mentioned."""
        self.agreement = self.common.agreement
        self._kept: dict[Hashable, Any] = {}

    def kept(self, name: Hashable, work_out: Callable[..., T], *by: Any) -> T:
        """What goes by this name, worked out the first time it is asked for: it must depend on the two answers alone."""
        found: T | None = self._kept.get(name)
        if found is None:
            found = self._kept[name] = work_out(*by, self)
        return found
