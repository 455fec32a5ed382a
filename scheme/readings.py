"""Who looked, as people would say it: once a day and reason, with what they looked at, however many pages they turned."""

from collections.abc import Callable, Iterable
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


Called = Callable[[Reading], str]
"""What a reader is called to whoever was looked at: the other side learns no more of a name than its own pages tell."""


def in_full(reading: Reading) -> str:
    """By the whole name: for the desk."""
    return reading.who


def looks_at(subject_id: UUID, *, but: Role | None = None, called: Called = in_full) -> list[Look]:
    """Who looked at this, newest first; readers of one role (``but``) may be left out, as those whose own pages they are."""
    return looks((reading for reading in readings_of(subject_id, READINGS) if reading.role is not but), called)


def looks(readings: Iterable[Reading], called: Called = in_full) -> list[Look]:
    """Readings, newest first, as looks."""
    pages: dict[tuple[str, date, str], list[str]] = {}
    for each in readings:
        pages.setdefault((called(each), local_day(each.at), each.why), []).append(each.page)
    return [Look(*look, tuple(dict.fromkeys(reversed(seen)))) for look, seen in pages.items()]
