"""A visit in somebody's own calendar: what and when, never with whom or where."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import uuid4

import pytest
from icalendar import Calendar, Event

from matching.calendar_files import visit_file
from matching.models import Visit, VisitKind
from scheme.clock import local_moment
from tests.matching.conftest import Inside

PAGE = "https://alongside.example/me/1/introductions/2"

pytestmark = pytest.mark.usefixtures("context")


@pytest.fixture
def context(inside: Inside) -> Iterator[None]:
    """Inside a scheme, whose clock it is."""
    with inside():
        yield


def a_visit(**facts: Any) -> Visit:
    """A visit of an arrangement that does not matter here."""
    return Visit(**{"arrangement_id": uuid4()} | facts)


def read(visit: Visit) -> Event:
    """The one event of a visit's file."""
    (event,) = Calendar.from_ical(visit_file(visit, PAGE).get_data()).events
    return event


@pytest.mark.parametrize("kind", VisitKind)
def test_it_says_what_and_when_and_leads_back_for_the_rest(kind: VisitKind) -> None:
    starts_at = datetime(2027, 3, 2, 15, tzinfo=UTC)
    ends_at = starts_at + timedelta(days=1) if kind in (VisitKind.OVERNIGHT, VisitKind.WEEKEND) else None
    visit = a_visit(kind=kind, starts_at=starts_at, ends_at=ends_at, where="12 Invented Road", who_comes="Invented Nan")
    event = read(visit)
    assert event["summary"] == kind.label
    assert event.start == starts_at
    assert event.end > starts_at
    assert ends_at is None or event.end == ends_at
    assert event["url"] == PAGE
    assert "Invented" not in event.to_ical().decode()


@pytest.mark.parametrize(("day", "hour"), [(date(2027, 3, 27), 15), (date(2027, 3, 28), 14)])
def test_tea_at_three_is_at_three_before_and_after_the_clocks_change(day: date, hour: int) -> None:
    visit = a_visit(kind=VisitKind.TEA, starts_at=local_moment(day, time(15)))
    assert read(visit).start == datetime.combine(day, time(hour), UTC)


def test_taken_again_it_replaces_itself() -> None:
    visit = a_visit(kind=VisitKind.TEA, starts_at=datetime(2027, 3, 2, 15, tzinfo=UTC))
    first = read(visit)["uid"]
    visit.starts_at += timedelta(days=1)
    assert read(visit)["uid"] == first
