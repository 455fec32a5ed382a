"""When we next look together at how it is going. Pure: it knows no clock."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Rhythm:
    """How often: first after so many days, then every month for so many months, then within so many days of the last."""

    first_days: int
    months: int
    days: int

    def next_after(self, started: date, last: date | None) -> date:
        """The day by which it is next looked at; it may have gone by. ``last`` is when it was looked at last, if ever."""
        first = started + timedelta(days=self.first_days)
        if last is None:
            return first
        if self.months and (monthly := months_after(last, 1)) <= months_after(first, self.months):
            return monthly
        return last + timedelta(days=self.days)


def months_after(day: date, months: int) -> date:
    """The same day so many months later; the month's last where it has fewer days."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
