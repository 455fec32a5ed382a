"""What is planned, for the calendar on somebody's phone: one visit as a file, or everything at an address of their own.

Calendars are copied to other companies' computers and shown on locked screens, so they say what and when, and nothing
of with whom or where: for that each leads back to the page, which asks who is there. Times are by the clock on the wall, with
the rules of its changes, so that tea at four stays at four; where only a day is known, it is that whole day.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit
from uuid import UUID
from zoneinfo import ZoneInfo

from flask import Response, current_app
from icalendar import Calendar, Event

from matching.kinds import KINDS, Booked, VisitKind
from matching.models import CheckIn, DecisionMeeting, Stay, Visit, VisitState
from matching.queries.calendars import Dated, Row, last_day
from scheme.database import now
from scheme.kinds import ArrangementKind

LASTS = {VisitKind.TEA: timedelta(hours=1), VisitKind.MEAL: timedelta(hours=2), VisitKind.OUTING: timedelta(hours=3)}
"""How long a visit within a day is shown in a calendar (our judgement); nights have an end of their own."""

ASK_AGAIN_AFTER = timedelta(hours=6)
"""How often a calendar is asked to look again (our judgement). Whether it listens is its own affair."""


ASKED_HOW_IT_IS = "How is it going?"
DECIDING = "Deciding together"


@dataclass(frozen=True)
class Entry:
    """One thing in a calendar. ``id`` stays the same through every change, and ``changes`` counts them."""

    id: UUID
    title: str
    starts: datetime | date
    """A moment, or a day where nothing more is known. ``ends`` is of the same kind and lies outside."""
    ends: datetime | date
    page: str
    """The whole address where the reader finds the rest."""
    changes: int = 0
    called_off: bool = False


def entry_of(one: Dated, page: str) -> Entry:
    """Something of an arrangement as it stands in a calendar."""
    title, starts, ends = _told(one.row, one.pair.arrangement.kind)
    return Entry(one.row.id, title, starts, ends, page, one.changes, one.called_off)


Told = tuple[str, datetime | date, datetime | date]
"""What, from when, and until when."""


def _told(row: Row, kind: ArrangementKind) -> Told:
    match row:
        case Visit():
            return _of_visit(row)
        case Stay():
            return (KINDS[kind].booked or Booked.STAY).label, row.starts_at, row.ends_at or row.starts_at
        case CheckIn():
            return _whole_day(ASKED_HOW_IT_IS, last_day(row))
        case DecisionMeeting():
            return _whole_day(DECIDING, last_day(row))


def _of_visit(visit: Visit) -> Told:
    return visit.kind.label, visit.starts_at, visit.ends_at or visit.starts_at + LASTS[visit.kind]


def _whole_day(title: str, day: date) -> Told:
    return title, day, day + timedelta(days=1)


def visit_file(visit: Visit, page: str) -> Response:
    """The file of one visit. Taken again, it replaces itself: a visit keeps its name in the calendar."""
    entry = Entry(visit.id, *_of_visit(visit), page, visit.version - 1, visit.state is VisitState.CALLED_OFF)
    return _answer(_calendar([entry]), {"Content-Disposition": "attachment; filename=visit.ics"})


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
    for name, at in (("dtstart", entry.starts), ("dtend", entry.ends)):
        event.add(name, at.astimezone(clock) if isinstance(at, datetime) else at)
    event.add("summary", f"Called off: {entry.title}" if entry.called_off else entry.title)
    event.add("description", f"Where, and with whom: {entry.page}")
    event.add("url", entry.page)
    return event


def _answer(calendar: Calendar, headers: dict[str, str]) -> Response:
    return Response(calendar.to_ical(), content_type="text/calendar; charset=utf-8", headers=headers)
