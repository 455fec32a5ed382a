"""Which day it is, by the deployment's own clock."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from flask import current_app


def today() -> date:
    """Today, by the clock that dates and due times are told by (``TIME_ZONE``)."""
    return datetime.now(ZoneInfo(current_app.config["TIME_ZONE"])).date()


def local_day(moment: datetime) -> date:
    """The day a moment falls on, by the same clock."""
    return moment.astimezone(ZoneInfo(current_app.config["TIME_ZONE"])).date()


def local_time(moment: datetime) -> time:
    """What clocks on the wall show at a moment, by the same clock."""
    return moment.astimezone(ZoneInfo(current_app.config["TIME_ZONE"])).time()


def local_moment(day: date, at: time = time(12)) -> datetime:
    """A time of day, by the same clock, as an aware moment; noon when only the day is known."""
    return datetime.combine(day, at, ZoneInfo(current_app.config["TIME_ZONE"]))


def after_quiet_hours(moment: datetime, begin: int, end: int) -> datetime:
    """The same moment or, between the evening hour ``begin`` and the morning hour ``end``, the morning after. By the same clock."""
    local = moment.astimezone(ZoneInfo(current_app.config["TIME_ZONE"]))
    if end <= local.hour < begin:
        return moment
    return local_moment(local.date() + timedelta(days=local.hour >= begin), time(end))


def on_the_clock(day: date, at: time) -> bool:
    """Whether clocks show this time on that day: not in the hour that is jumped over in spring."""
    moment = local_moment(day, at)
    return moment.astimezone(UTC).astimezone(moment.tzinfo).time() == at
