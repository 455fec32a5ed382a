"""What is looked for, as it stands in the address of a list: nonsense narrows nothing."""

from collections.abc import Mapping
from typing import TypeVar
from uuid import UUID

from carers.models import HouseholdState
from carers.queries import Availability, Order, Wanted
from scheme.kinds import ArrangementKind
from scheme.words import Words

AnyWords = TypeVar("AnyWords", bound=Words)


def wanted_from(address: Mapping[str, str]) -> Wanted:
    """Read ``q``, ``state``, ``kind``, ``worker``, ``spaces`` and ``sort``."""
    return Wanted(
        search=address.get("q", "")[:200],
        state=_member(HouseholdState, address.get("state")),
        kind=_member(ArrangementKind, address.get("kind")),
        worker_id=_id(address.get("worker")),
        availability=_member(Availability, address.get("spaces")),
        order=_member(Order, address.get("sort")) or Order.NAME,
    )


def _member(words: type[AnyWords], value: str | None) -> AnyWords | None:
    return next((member for member in words if member.value == value), None)


def _id(value: str | None) -> UUID | None:
    try:
        return UUID(value or "")
    except ValueError:
        return None
