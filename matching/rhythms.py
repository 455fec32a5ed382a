"""How often people are spoken with: the days of check-ins and reviews, worked out from a kind's numbers.

Pure: a day in, days out. Days are whole, so no clock change moves them; a month later is the same day of the month, or the
month's last.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from scheme.kinds import ArrangementKind
from scheme.models import Scheme
from scheme.numbers import KIND_NUMBER


def number_of(scheme: Scheme, kind: ArrangementKind, name: str) -> int | None:
    """A number of a kind as the scheme has it; ``None`` where the kind has no such number."""
    return scheme.number_for(kind, name) if kind in KIND_NUMBER[name].cells else None


def months_later(day: date, months: int) -> date:
    """The same day so many months later, or the last day of a month that is too short."""
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(years, month + 1, min(day.day, monthrange(years, month + 1)[1]))


def check_in_days(starts_on: date, ends_on: date, first: int, gap: int) -> list[date]:
    """The days of check-ins between two days: the gaps double until they are as long as may be.

    With a first after 1 day and 7 days at most: day 1, 3, 7, 14, 21 of four weeks; the last day is for talking it over. What
    is too short for any has one on its last day. ``first`` and ``gap`` are whole numbers from 1.
    """
    days, step, day = [], min(2, gap), starts_on + timedelta(days=first)
    while day < ends_on:
        days.append(day)
        day, step = day + timedelta(days=step), min(step * 2, gap)
    return days or [ends_on]


def further_check_in_days(last: date, ends_on: date, gap: int) -> list[date]:
    """The days of check-ins when there is more time: they go on as they were, from the last one on."""
    days, day = [], last + timedelta(days=gap)
    while day < ends_on:
        days.append(day)
        day += timedelta(days=gap)
    return days


def check_ins_planned(scheme: Scheme, kind: ArrangementKind, starts_on: date, ends_on: date) -> list[date]:
    """The days of a trial's check-ins with the scheme's own numbers."""
    first, gap = (scheme.number_for(kind, name) for name in ("first_check_in_days", "check_in_gap_days"))
    return check_in_days(starts_on, ends_on, first, gap)


@dataclass(frozen=True)
class Rhythm:
    """When one kind of arrangement is talked over: once soon, then monthly for a while, then at longest so many days apart."""

    first_days: int
    months: int
    days: int

    @classmethod
    def of(cls, scheme: Scheme, kind: ArrangementKind) -> Self:
        """A kind's rhythm with the scheme's own numbers."""
        return cls(
            scheme.number_for(kind, "first_review_days"),
            number_of(scheme, kind, "monthly_review_months") or 0,
            scheme.number_for(kind, "review_days"),
        )

    def next_after(self, starts_on: date, last: date | None = None) -> date:
        """When the next review is due: ``starts_on`` is the day they began to try it out, ``last`` the last review's.

        A review held late or early moves the ones that follow; while they are monthly, they are so until the last month
        is over.
        """
        if last is None or last < starts_on:
            return starts_on + timedelta(days=self.first_days)
        monthly = months_later(last, 1)
        until = months_later(starts_on + timedelta(days=self.first_days), self.months)
        return monthly if monthly <= until else last + timedelta(days=self.days)


@dataclass(frozen=True)
class Notice:
    """How long before an end each side says so: whole months by the calendar, then days. Both at least 0."""

    months: int
    days: int

    def until(self, given_on: date) -> date:
        """The last day, when it is given on this one: a month from 31 January is the last day of February."""
        return months_later(given_on, self.months) + timedelta(days=self.days)

    def __str__(self) -> str:
        """In words: "28 days", "1 month"."""
        counted = ((self.months, "month"), (self.days, "day"))
        return " and ".join(_counted(*each) for each in counted if each[0]) or _counted(0, "day")


def usual_notice(scheme: Scheme, kind: ArrangementKind) -> Notice:
    """The notice a kind asks for in the long run. A kind has it in months or in days (``scheme/numbers.py``)."""
    return Notice(number_of(scheme, kind, "notice_months") or 0, number_of(scheme, kind, "notice_days") or 0)


def early_notice(scheme: Scheme, kind: ArrangementKind) -> Notice | None:
    """The notice a kind asks for in the first month, where that is another."""
    days = number_of(scheme, kind, "early_notice_days")
    return None if days is None else Notice(0, days)


def notice(scheme: Scheme, kind: ArrangementKind, starts_on: date, given_on: date) -> Notice:
    """The notice that is given on a day of an arrangement that began on another: less in the first month where a kind says so."""
    early = early_notice(scheme, kind) if given_on < months_later(starts_on, 1) else None
    return early or usual_notice(scheme, kind)


def _counted(number: int, unit: str) -> str:
    return f"{number} {unit}{'' if number == 1 else 's'}"
