"""A visit as a file for the calendar on somebody's phone.

Calendars are copied to other companies' computers and shown on locked screens, so a file says what and when, and nothing
of with whom or where: for that it leads back to the page, which asks who is there.
"""

from datetime import UTC, timedelta
from urllib.parse import urlsplit

from flask import Response
from icalendar import Calendar, Event

from matching.models import Visit, VisitKind
from scheme.database import now

LASTS = {VisitKind.TEA: timedelta(hours=1), VisitKind.MEAL: timedelta(hours=2), VisitKind.OUTING: timedelta(hours=3)}
"""How long a visit within a day is shown in a calendar (our judgement); nights have an end of their own."""


def visit_file(visit: Visit, page: str) -> Response:
    """The file of one visit; ``page`` is the whole address where the reader finds the rest. Times are in UTC.

    Taken again, it replaces itself: a visit keeps its name in the calendar.
    """
    event = Event()
    event.add("uid", f"{visit.id}@{urlsplit(page).hostname}")
    event.add("dtstamp", now())
    event.add("dtstart", visit.starts_at.astimezone(UTC))
    event.add("dtend", (visit.ends_at or visit.starts_at + LASTS[visit.kind]).astimezone(UTC))
    event.add("summary", visit.kind.label)
    event.add("description", f"Where, and with whom: {page}")
    event.add("url", page)
    calendar = Calendar()
    calendar.add("prodid", "-//Alongside//EN")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    return Response(
        calendar.to_ical(),
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": "attachment; filename=visit.ics"},
    )
