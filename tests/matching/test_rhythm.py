"""The rhythm of looking at how it goes: over leap days and short months, never later than the law's year."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from matching.rhythm import Rhythm, months_after

DAYS = st.dates(date(2000, 1, 1), date(2090, 1, 1))
LIVE_IN = Rhythm(28, 6, 365)


def test_after_four_weeks_then_monthly_for_six_months_then_yearly() -> None:
    started, last, dates = date(2026, 1, 1), None, []
    for _ in range(9):
        last = LIVE_IN.next_after(started, last)
        dates.append(last)
    assert dates[:3] == [date(2026, 1, 29), date(2026, 2, 28), date(2026, 3, 28)]
    assert dates[6] == date(2026, 7, 28)
    assert dates[7:] == [date(2027, 7, 28), date(2028, 7, 27)]


@given(DAYS, st.integers(0, 2000), st.integers(1, 90), st.integers(0, 12), st.integers(28, 365))
def test_the_next_is_always_after_the_last_and_within_a_year_of_it(
    started: date, later: int, first: int, months: int, days: int
) -> None:
    last = started + timedelta(days=later)
    following = Rhythm(first, months, days).next_after(started, last)
    assert last < following <= last + timedelta(days=365)


@given(DAYS, st.integers(0, 40))
def test_so_many_months_later_is_the_same_day_or_the_months_last(day: date, months: int) -> None:
    after = months_after(day, months)
    assert (after.year * 12 + after.month) - (day.year * 12 + day.month) == months
    assert after.day == day.day or (after.day < day.day and (after + timedelta(days=1)).day == 1)
