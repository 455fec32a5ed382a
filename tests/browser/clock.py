"""Days that pass at the server while nobody waits for them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import time_machine

LONDON = ZoneInfo("Europe/London")

DaysPass = Callable[[int], date]


def today_in_london() -> date:
    """The day it is at the server."""
    return datetime.now(LONDON).date()


@contextmanager
def days_that_pass() -> Iterator[DaysPass]:
    """``days_pass(6)``: the server's clock is six days further on. Returns the day it is then."""
    travelling: list[time_machine.travel] = []

    def forward(days: int) -> date:
        travelling.append(time_machine.travel(datetime.now(UTC) + timedelta(days=days), tick=True))
        travelling[-1].start()
        return today_in_london()

    yield forward
    for journey in reversed(travelling):
        journey.stop()
