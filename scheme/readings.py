"""Who looked, as people would say it: once a day and reason, with what they looked at, however many pages they turned."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from scheme.clock import local_day
from scheme.models import Reading, Role
from scheme.record import readings_of

READINGS = 500
"""How far back is looked: the newest this many readings (our judgement: years for most, months for the busiest)."""


@dataclass(frozen=True)
class Look:
    """Somebody looked on a day: at what, and why."""

    who: str
    on: date
    why: str
    pages: tuple[str, ...]


def looks_at(subject_id: UUID, *, but: Role | None = None) -> list[Look]:
    """Who looked at this, newest first; readers of one role (``but``) may be left out, as those whose own pages they are."""
    return looks(reading for reading in readings_of(subject_id, READINGS) if reading.role is not but)


def looks(readings: Iterable[Reading]) -> list[Look]:
    """Readings, newest first, as looks."""
    pages: dict[tuple[str, date, str], list[str]] = {}
    for each in readings:
        pages.setdefault((each.who, local_day(each.at), each.why), []).append(each.page)
    return [Look(*look, tuple(dict.fromkeys(reversed(seen)))) for look, seen in pages.items()]
