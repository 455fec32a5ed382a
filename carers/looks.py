"""Who looked, as people would say it: once a day and reason, however many pages somebody turned."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from flask import current_app

from scheme.models import Reading, Role


@dataclass(frozen=True)
class Look:
    """Somebody looked on a day, and why."""

    who: str
    role: Role
    on: date
    why: str


def looks(readings: Iterable[Reading]) -> list[Look]:
    """Readings, newest first, as looks."""
    zone = ZoneInfo(current_app.config["TIME_ZONE"])
    told = (Look(each.who, each.role, each.at.astimezone(zone).date(), each.why) for each in readings)
    return list(dict.fromkeys(told))
