"""Visits and stays for the calendar on somebody's phone: one visit as a file, or all of them at an address of their own.

Calendars are copied to other companies' computers and shown on locked screens, so they say what and when, and nothing
of with whom or where: for that each leads back to the page, which asks who is there. Times are by the clock on the wall, with
the rules of its changes, so that tea at four stays at four.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit
from uuid import UUID
from zoneinfo import ZoneInfo

from flask import Response, current_app
from icalendar import Calendar, Event

from matching.kinds import VisitKind
from matching.models import Visit, VisitState
from scheme.database import now

LASTS = {VisitKind.TEA: timedelta(hours=1), VisitKind.MEAL: timedelta(hours=2), VisitKind.OUTING: timedelta(hours=3)}
"""How long a visit within a day is shown in a calendar (our judgement); nights have an end of their own."""

ASK_AGAIN_AFTER = timedelta(hours=6)
"""How often a calendar is asked to look again (our judgement). Whether it listens is its own affair."""


@dataclass(frozen=True)
class Entry:
    """One thing in a calendar. ``id`` stays the same through every change, and ``changes`` counts them."""

    id: UUID
    title: str
    starts_at: datetime
    ends_at: datetime
    page: str
    """The whole address where the reader finds the rest."""
    changes: int = 0
    called_off: bool = False


def entry_of(visit: Visit, page: str) -> Entry:
    """A visit as it stands in a calendar."""
    return Entry(
        id=visit.id,
        title=visit.kind.label,
        starts_at=visit.starts_at,
        ends_at=visit.ends_at or visit.starts_at + LASTS[visit.kind],
        page=page,
        changes=visit.version - 1,
        called_off=visit.state is VisitState.CALLED_OFF,
    )


def visit_file(visit: Visit, page: str) -> Response:
    """The file of one visit. Taken again, it replaces itself: a visit keeps its name in the calendar."""
    disposition = {"Content-Disposition": "attachment; filename=visit.ics"}
    return _answer(_calendar([entry_of(visit, page)]), disposition)


def subscription(entries: Iterable[Entry]) -> Response:
    """Everything a calendar that asks again and again is told."""
    calendar = _calendar(entries)
    calendar.add("x-wr-calname", "Alongside")
    calendar.add("refresh-interval", ASK_AGAIN_AFTER, parameters={"value": "DURATION"})
    return _answer(calendar, {})


def _calendar(entries: Iterable[Entry]) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", "-//Alongside//EN")
    calendar.add("version", "2.0")
    for entry in entries:
        calendar.add_component(_event(entry))
    calendar.add_missing_timezones()
    return calendar


def _event(entry: Entry) -> Event:
    clock = ZoneInfo(current_app.config["TIME_ZONE"])
    event = Event()
    event.add("uid", f"{entry.id}@{urlsplit(entry.page).hostname}")
    event.add("dtstamp", now())
    event.add("sequence", entry.changes)
    event.add("status", "CANCELLED" if entry.called_off else "CONFIRMED")
    event.add("dtstart", entry.starts_at.astimezone(clock))
    event.add("dtend", entry.ends_at.astimezone(clock))
    event.add("summary", f"Called off: {entry.title}" if entry.called_off else entry.title)
    event.add("description", f"Where, and with whom: {entry.page}")
    event.add("url", entry.page)
    return event


def _answer(calendar: Calendar, headers: dict[str, str]) -> Response:
    return Response(calendar.to_ical(), content_type="text/calendar; charset=utf-8", headers=headers)
