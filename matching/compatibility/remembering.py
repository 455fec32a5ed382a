"""What one answer agrees with another, remembered: the same answers meet again and again, on every page.

Only answers are kept, never whose they were, and only so many of them; then it begins afresh.
"""

from collections.abc import Hashable
from typing import Any

from matching.compatibility.agreement import Agreement, Shape
from matching.compatibility.coded import key_of

AGREEMENTS = 2**16
"""How many are remembered at most: some ten megabytes."""

_agreements: dict[Hashable, Agreement] = {}


def agreed(shape: Shape, wanted: Any, found: Any) -> Agreement:
    """How far what one voice wants agrees with what another brings: :meth:`Shape.alone`."""
    name = id(shape), key_of(wanted), key_of(found)
    known = _agreements.get(name)
    if known is None:
        if len(_agreements) >= AGREEMENTS:
            _agreements.clear()
        known = _agreements[name] = shape.alone(wanted, found)
    return known
