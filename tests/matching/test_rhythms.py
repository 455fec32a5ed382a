"""The days on which people are spoken with: whatever day it begins, whatever numbers a scheme chose."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.rhythms import (
    Notice,
    Rhythm,
    check_in_days,
    early_notice,
    further_check_in_days,
    months_later,
    notice,
    usual_notice,
)
from scheme.kinds import ArrangementKind, SchemeKind
from scheme.models import Scheme
from scheme.numbers import KIND_NUMBER, name_for

DAYS = st.dates(date(2024, 1, 1), date(2032, 12, 31))
RHYTHMS = st.builds(Rhythm, st.integers(7, 90), st.integers(0, 12), st.integers(28, 365))
AS_USUAL = Rhythm(28, 6, 365)
GAPS = st.integers(1, 28)


def days_from(rhythm: Rhythm, starts_on: date) -> Iterator[date]:
    """Every review's day, without an end, if each is held on its day."""
    day = rhythm.next_after(starts_on)
    while True:
        yield day
        day = rhythm.next_after(starts_on, day)


def scheme(**numbers: int) -> Scheme:
    return Scheme(name="Invented", kind=SchemeKind.SHARED_LIVES, numbers=numbers)


# --- check-ins -------------------------------------------------------------------------------------------------------------


def test_four_weeks_are_asked_about_often_at_first_and_weekly_then() -> None:
    starts = date(2027, 3, 1)
    days = check_in_days(starts, starts + timedelta(days=28), 1, 7)
    assert [(day - starts).days for day in days] == [1, 3, 7, 14, 21]


@given(DAYS, st.integers(1, 180), st.integers(1, 14), GAPS)
def test_check_ins_grow_apart_and_never_further_than_the_scheme_says(
    starts: date, lasts: int, first: int, gap: int
) -> None:
    ends = starts + timedelta(days=lasts)
    days = check_in_days(starts, ends, first, gap)
    gaps = [(later - earlier).days for earlier, later in pairwise(days)]
    assert gaps == sorted(gaps)
    assert all(1 <= each <= gap for each in gaps)
    assert all(starts < day <= ends for day in days), "there is always at least one, and none when it is over"
    assert days == [ends] or (days[0] == starts + timedelta(days=first) and (ends - days[-1]).days <= gap)


@given(DAYS, st.integers(1, 180), GAPS)
def test_more_time_goes_on_as_before(last: date, more: int, gap: int) -> None:
    ends = last + timedelta(days=more)
    days = [last, *further_check_in_days(last, ends, gap)]
    assert all((later - earlier).days == gap for earlier, later in pairwise(days))
    assert (ends - days[-1]).days <= gap
    assert days == [last] or days[-1] < ends


# --- months ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2027, 12, 31), 2, date(2028, 2, 29)),
        (date(2027, 10, 30), 4, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2027, 3, 1), 0, date(2027, 3, 1)),
    ],
)
def test_a_month_too_short_ends_on_its_last_day(day: date, months: int, later: date) -> None:
    assert months_later(day, months) == later


@given(DAYS, st.integers(0, 24))
def test_a_month_later_is_in_that_month_and_never_on_a_later_day(day: date, months: int) -> None:
    later = months_later(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day <= day.day
    assert later.day == day.day or (later + timedelta(days=1)).day == 1


# --- reviews ---------------------------------------------------------------------------------------------------------------


def test_four_weeks_then_monthly_for_six_months_then_within_a_year() -> None:
    days = list(islice(days_from(AS_USUAL, date(2027, 3, 1)), 8))
    assert days == [
        date(2027, 3, 29), date(2027, 4, 29), date(2027, 5, 29), date(2027, 6, 29), date(2027, 7, 29), date(2027, 8, 29),
        date(2027, 9, 29), date(2028, 9, 28),
    ]  # fmt: skip


def test_the_clocks_going_back_and_forward_move_no_review() -> None:
    """28 March and 31 October 2027 are the days they change in the United Kingdom."""
    assert AS_USUAL.next_after(date(2027, 2, 28)) == date(2027, 3, 28)
    assert AS_USUAL.next_after(date(2027, 2, 28), date(2027, 3, 28)) == date(2027, 4, 28)
    assert AS_USUAL.next_after(date(2027, 9, 1), date(2027, 9, 30)) == date(2027, 10, 30)


@given(DAYS, RHYTHMS)
def test_reviews_never_stop_and_are_never_further_apart_than_the_scheme_says(starts: date, rhythm: Rhythm) -> None:
    days = list(islice(days_from(rhythm, starts), 30))
    assert days[0] == starts + timedelta(days=rhythm.first_days)
    longest = max(rhythm.days, 31 if rhythm.months else 0)
    assert all(1 <= (later - earlier).days <= longest for earlier, later in pairwise(days))
    monthly = [day for earlier, day in pairwise(days) if day == months_later(earlier, 1)]
    assert len(monthly) >= rhythm.months


@given(DAYS, RHYTHMS, st.integers(0, 800))
def test_a_review_held_late_still_leads_to_a_later_one(starts: date, rhythm: Rhythm, after: int) -> None:
    last = starts + timedelta(days=after)
    following = rhythm.next_after(starts, last)
    assert last < following <= last + timedelta(days=max(rhythm.days, 31))


# --- notice ----------------------------------------------------------------------------------------------------------------


@given(DAYS, st.integers(0, 400))
def test_homeshare_gives_a_week_in_the_first_month_and_a_month_after_it(starts: date, after: int) -> None:
    given_on = starts + timedelta(days=after)
    last_day = notice(scheme(), ArrangementKind.HOMESHARE, starts, given_on).until(given_on)
    in_the_first = given_on < months_later(starts, 1)
    assert last_day == (given_on + timedelta(days=7) if in_the_first else months_later(given_on, 1))


@given(DAYS)
def test_a_month_of_notice_ends_in_the_next_month_on_the_same_day_or_its_last(given_on: date) -> None:
    last_day = Notice(1, 0).until(given_on)
    assert (last_day.year * 12 + last_day.month) - (given_on.year * 12 + given_on.month) == 1
    tomorrow = last_day + timedelta(days=1)
    assert last_day.day == given_on.day or (last_day.day < given_on.day and tomorrow.day == 1)
    assert 28 <= (last_day - given_on).days <= 31


@pytest.mark.parametrize(
    ("given_on", "last_day"),
    [
        (date(2027, 1, 31), date(2027, 2, 28)),
        (date(2028, 1, 31), date(2028, 2, 29)),
        (date(2028, 2, 29), date(2028, 3, 29)),
        (date(2027, 10, 31), date(2027, 11, 30)),
        (date(2027, 12, 15), date(2028, 1, 15)),
    ],
)
def test_ends_of_months_leap_days_and_the_clocks_going_back(given_on: date, last_day: date) -> None:
    assert usual_notice(scheme(), ArrangementKind.HOMESHARE).until(given_on) == last_day


@pytest.mark.parametrize(
    ("asked", "words"),
    [((0, 28), "28 days"), ((1, 0), "1 month"), ((2, 0), "2 months"), ((0, 1), "1 day"), ((0, 0), "0 days")],
)
def test_notice_in_words(asked: tuple[int, int], words: str) -> None:
    assert str(Notice(*asked)) == words


@pytest.mark.parametrize("kind", [kind for kind in ArrangementKind if kind is not ArrangementKind.HOMESHARE])
def test_the_other_kinds_give_the_same_notice_from_the_first_day(kind: ArrangementKind) -> None:
    begins, chosen = date(2027, 3, 1), scheme(**{name_for(kind, "notice_days"): 14})
    assert notice(chosen, kind, begins, begins) == notice(chosen, kind, begins, date(2028, 3, 1)) == Notice(0, 14)
    assert early_notice(chosen, kind) is None
    assert kind not in KIND_NUMBER["notice_months"].cells
