"""A licence is made new within a year."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from matching.agreements.kinds import a_year_after


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)))
def test_a_year_after_is_the_same_day_or_the_last_of_february(day: date) -> None:
    after = a_year_after(day)
    assert after - day in {timedelta(days=365), timedelta(days=366)}
    assert (after.month, after.day) == ((2, 28) if (day.month, day.day) == (2, 29) else (day.month, day.day))
