"""Days and times by the clock on the wall, also where it is changed, in leap years and round the world."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine
from flask import Flask
from hypothesis import example, given
from hypothesis import strategies as st

from scheme.clock import local_day, local_moment, local_time, on_the_clock, today

SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)
"""The nights on which British clocks are changed."""

ZONES = ("Europe/London", "Etc/GMT-12", "America/Sao_Paulo", "Australia/Lord_Howe")
"""Where clocks change by an hour at one in the morning, never, at midnight, and by half an hour."""

DAYS = st.dates(date(2012, 1, 1), date(2040, 12, 31))
MINUTES = st.integers(0, 24 * 60 - 1).map(lambda minute: time(minute // 60, minute % 60))
LEAP_DAYS = st.sampled_from([date(year, 2, 29) for year in range(2012, 2041, 4)])
ROUND_THE_CHANGE = st.sampled_from([day + timedelta(days=n) for day in (SPRING, AUTUMN) for n in (-1, 0, 1)])
ANY_DAY = DAYS | LEAP_DAYS | ROUND_THE_CHANGE


@pytest.fixture(scope="module")
def bare() -> Flask:
    """As little of an application as a clock needs."""
    app = Flask(__name__)
    app.config["TIME_ZONE"] = "Europe/London"
    return app


@pytest.fixture
def inside(bare: Flask) -> Iterator[None]:
    with bare.app_context():
        yield


def in_zone(app: Flask, zone: str) -> None:
    app.config["TIME_ZONE"] = zone


@given(day=ANY_DAY, at=MINUTES, zone=st.sampled_from(ZONES))
@example(day=SPRING, at=time(1, 30), zone="Europe/London")
@example(day=AUTUMN, at=time(1, 30), zone="Europe/London")
def test_a_time_on_a_day_falls_on_that_day_and_reads_as_that_time(bare: Flask, day: date, at: time, zone: str) -> None:
    with bare.app_context():
        in_zone(bare, zone)
        if not on_the_clock(day, at):
            in_zone(bare, "Europe/London")
            return
        kept = local_moment(day, at).astimezone(UTC)
        read = local_day(kept), local_time(kept)
        in_zone(bare, "Europe/London")
    assert read == (day, at)


@given(first=st.tuples(ANY_DAY, MINUTES), second=st.tuples(ANY_DAY, MINUTES))
@example(first=(SPRING, time(0, 59)), second=(SPRING, time(2)))
@example(first=(AUTUMN, time(1, 59)), second=(AUTUMN, time(2)))
def test_what_is_later_on_the_clock_is_later(bare: Flask, first: tuple[date, time], second: tuple[date, time]) -> None:
    """Python compares two times of one zone by the wall; what is kept is compared by moments. They must not differ."""
    with bare.app_context():
        if not (on_the_clock(*first) and on_the_clock(*second)):
            return
        one, other = local_moment(*first), local_moment(*second)
    assert (one < other) == (first < second) == (one.astimezone(UTC) < other.astimezone(UTC))


@given(at=st.datetimes(datetime(2012, 1, 1), datetime(2040, 1, 1)))  # noqa: DTZ001 - in UTC below
def test_today_is_the_day_of_this_moment(bare: Flask, at: datetime) -> None:
    moment = at.replace(tzinfo=UTC)
    with bare.app_context(), time_machine.travel(moment, tick=False):
        assert today() == local_day(moment)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-03-28T23:59Z", date(2026, 3, 28)),
        ("2026-03-29T22:59Z", date(2026, 3, 29)),
        ("2026-03-29T23:00Z", date(2026, 3, 30)),
        ("2026-10-24T23:00Z", date(2026, 10, 25)),
        ("2026-10-25T23:59Z", date(2026, 10, 25)),
        ("2028-02-29T23:59Z", date(2028, 2, 29)),
    ],
)
def test_in_summer_a_day_begins_an_hour_earlier_than_in_utc(inside: None, moment: str, day: date) -> None:
    assert local_day(datetime.fromisoformat(moment)) == day


def test_the_hour_jumped_over_is_not_on_the_clock_and_the_hour_had_twice_is(inside: None) -> None:
    assert not on_the_clock(SPRING, time(1, 30))
    assert on_the_clock(SPRING, time(2))
    assert on_the_clock(AUTUMN, time(1, 30))
    assert local_moment(AUTUMN, time(1, 30)).astimezone(UTC).hour == 0, "the first of the two"


@given(day=ANY_DAY, nights=st.integers(1, 400), at=MINUTES)
def test_so_many_nights_later_it_is_the_same_time_on_the_clock(bare: Flask, day: date, nights: int, at: time) -> None:
    """However many hours the nights had: a stay from four till four is one of whole days."""
    with bare.app_context():
        last = day + timedelta(days=nights)
        if on_the_clock(day, at) and on_the_clock(last, at):
            later = local_moment(day, at) + timedelta(days=nights)
            assert later.astimezone(UTC) == local_moment(last, at).astimezone(UTC)


def test_the_night_the_clock_changes_has_an_hour_less_or_more(inside: None) -> None:
    for day, hours in ((SPRING, 23), (AUTUMN, 25), (date(2028, 2, 29), 24)):
        night = local_moment(day, time(12)).astimezone(UTC) - local_moment(day - timedelta(days=1)).astimezone(UTC)
        assert night == timedelta(hours=hours)
