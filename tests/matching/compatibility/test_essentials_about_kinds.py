"""Offered, free on the dates, within the limit, approved, and not in a crisis: one story for each way it can go."""

from datetime import date, timedelta

import pytest

from matching.compatibility.essentials import check
from matching.compatibility.profiles import Approval, Dates, HouseholdProfile, Offer, PersonProfile, Taken, Wish
from matching.compatibility.verdicts import Met, Rules
from scheme.kinds import ArrangementKind
from scheme.ways_of_living import YesNo
from tests.matching.compatibility.invented import RULES, TODAY, homesharer, household, person

LIVE_IN, SHORT_BREAK = ArrangementKind.LIVE_IN, ArrangementKind.SHORT_BREAK
MET, NOT_MET, NOT_KNOWN = Met.MET, Met.NOT_MET, Met.NOT_KNOWN
WEEK = Dates(date(2027, 4, 5), date(2027, 4, 11))
LONGING = person(wishes=(Wish(LIVE_IN),))


def answer(name: str, mine: PersonProfile, theirs: HouseholdProfile, rules: Rules = RULES) -> Met:
    """One essential's answer."""
    return next(checked.met for checked in check(mine, theirs, rules) if checked.name == name)


def test_a_kind_both_want_is_met_another_is_not_and_a_blank_is_asked() -> None:
    assert answer("kind", LONGING, household(offers=(Offer(LIVE_IN, 1),))) is MET
    assert answer("kind", LONGING, household(offers=(Offer(SHORT_BREAK, 1),))) is NOT_MET
    assert answer("kind", LONGING, household()) is NOT_KNOWN
    assert answer("kind", person(), household(offers=(Offer(LIVE_IN, 1),))) is NOT_KNOWN


@pytest.mark.parametrize(("spaces", "expected"), [(1, MET), (0, NOT_MET), (None, NOT_KNOWN)])
def test_a_space_is_there_or_not_or_nobody_has_said(spaces: int | None, expected: Met) -> None:
    assert answer("space", LONGING, household(offers=(Offer(LIVE_IN, spaces),))) is expected


def test_somebody_who_lives_there_for_good_takes_the_space() -> None:
    taken = (Taken(LIVE_IN, Dates(date(2020, 1, 1))),)
    assert answer("space", LONGING, household(offers=(Offer(LIVE_IN, 1),), taken=taken)) is NOT_MET
    assert answer("space", LONGING, household(offers=(Offer(LIVE_IN, 2),), taken=taken)) is MET


def test_a_stay_that_ends_the_day_before_leaves_the_space_free() -> None:
    wish = person(wishes=(Wish(SHORT_BREAK, WEEK),))
    assert WEEK.starts
    before = Taken(SHORT_BREAK, Dates(date(2027, 4, 1), WEEK.starts - timedelta(days=1)))
    overlapping = Taken(SHORT_BREAK, Dates(date(2027, 4, 1), WEEK.starts))
    assert answer("space", wish, household(offers=(Offer(SHORT_BREAK, 1),), taken=(before,))) is MET
    assert answer("space", wish, household(offers=(Offer(SHORT_BREAK, 1),), taken=(overlapping,))) is NOT_MET


def test_a_household_on_holiday_cannot_have_anybody_that_week() -> None:
    wish = person(wishes=(Wish(SHORT_BREAK, WEEK),))
    away = household(offers=(Offer(SHORT_BREAK, 1),), away=(Dates(date(2027, 4, 10), date(2027, 4, 20)),))
    assert answer("space", wish, away) is NOT_MET


def test_a_holiday_does_not_stop_somebody_moving_in() -> None:
    away = household(offers=(Offer(LIVE_IN, 1),), away=(Dates(date(2027, 4, 10), date(2027, 4, 20)),))
    assert answer("space", LONGING, away) is MET


def test_short_breaks_from_now_on_need_only_some_days_with_room() -> None:
    busy = household(offers=(Offer(SHORT_BREAK, 1),), taken=(Taken(SHORT_BREAK, WEEK),))
    assert answer("space", person(wishes=(Wish(SHORT_BREAK),)), busy) is MET


def test_a_space_that_comes_later_or_ends_sooner_is_not_on_those_dates() -> None:
    soon = person(wishes=(Wish(LIVE_IN, Dates(date(2027, 4, 1))),))
    assert answer("space", soon, household(offers=(Offer(LIVE_IN, 1, Dates(date(2027, 6, 1))),))) is NOT_MET
    assert answer("space", soon, household(offers=(Offer(LIVE_IN, 1, Dates(None, date(2027, 6, 1))),))) is NOT_MET
    assert answer("space", LONGING, household(offers=(Offer(LIVE_IN, 1, Dates(date(2027, 6, 1))),))) is MET


def test_a_week_before_a_space_is_free_is_too_soon() -> None:
    until = person(wishes=(Wish(SHORT_BREAK, Dates(None, date(2027, 4, 1))),))
    assert answer("space", until, household(offers=(Offer(SHORT_BREAK, 1, Dates(date(2027, 6, 1))),))) is NOT_MET


def test_days_that_are_over_are_asked_about_again_and_never_count_as_free() -> None:
    january = Dates(date(2027, 1, 4), date(2027, 1, 10))
    stale = person(wishes=(Wish(SHORT_BREAK, january),))
    for offer in (Offer(SHORT_BREAK, 1), Offer(SHORT_BREAK, 1, january)):
        assert answer("space", stale, household(offers=(offer,))) is NOT_KNOWN
    until_today = person(wishes=(Wish(SHORT_BREAK, Dates(january.starts, TODAY)),))
    assert answer("space", until_today, household(offers=(Offer(SHORT_BREAK, 1),))) is MET


def test_in_kinship_nobody_needs_a_space() -> None:
    kin = person(wishes=(Wish(ArrangementKind.KINSHIP),))
    assert answer("space", kin, household(offers=(Offer(ArrangementKind.KINSHIP, 0),))) is MET


@pytest.mark.parametrize(("living_there", "expected"), [(0, MET), (2, MET), (3, NOT_MET), (None, NOT_KNOWN)])
def test_a_fourth_person_never_moves_in(living_there: int | None, expected: Met) -> None:
    home = household(offers=(Offer(LIVE_IN, 5),), living_there=living_there)
    assert answer("three_people", LONGING, home) is expected


def test_everybody_supported_there_counts_whatever_the_kind() -> None:
    stays = tuple(Taken(kind, WEEK) for kind in (ArrangementKind.DAY_SUPPORT, SHORT_BREAK, ArrangementKind.EMERGENCY))
    home = household(offers=(Offer(SHORT_BREAK, 5),), living_there=None, taken=stays)
    assert answer("three_people", person(wishes=(Wish(SHORT_BREAK, WEEK),)), home) is NOT_MET


def test_stays_that_do_not_overlap_are_not_added_up() -> None:
    stays = tuple(Taken(SHORT_BREAK, Dates(date(2027, 4, day), date(2027, 4, day))) for day in (5, 6, 7))
    home = household(offers=(Offer(SHORT_BREAK, 5),), living_there=1, taken=stays)
    assert answer("three_people", person(wishes=(Wish(SHORT_BREAK, WEEK),)), home) is MET


def test_a_scheme_with_a_lower_limit_keeps_to_it() -> None:
    home = household(offers=(Offer(LIVE_IN, 1),), living_there=2)
    assert answer("three_people", LONGING, home, Rules(TODAY, people_at_most=2)) is NOT_MET


def approved(**approval: object) -> HouseholdProfile:
    """A household with this approval."""
    known = {"on": TODAY, "review_due": TODAY, "kinds": frozenset({LIVE_IN})} | approval
    return household(offers=(Offer(LIVE_IN, 1),), approval=Approval(**known))  # type: ignore[arg-type]


def test_approval_holds_from_the_panel_to_the_review_both_days_included() -> None:
    assert answer("approval", LONGING, approved()) is MET
    assert answer("approval", LONGING, approved(on=TODAY + timedelta(days=1))) is NOT_MET
    assert answer("approval", LONGING, approved(review_due=TODAY - timedelta(days=1))) is NOT_MET


def test_approval_for_another_kind_is_not_approval_for_this() -> None:
    assert answer("approval", LONGING, approved(kinds=frozenset({SHORT_BREAK}))) is NOT_MET


@pytest.mark.parametrize("blank", ["on", "review_due", "kinds"])
def test_an_approval_with_a_blank_is_checked_first(blank: str) -> None:
    assert answer("approval", LONGING, approved(**{blank: None})) is NOT_KNOWN
    assert answer("approval", LONGING, household(offers=(Offer(LIVE_IN, 1),))) is NOT_KNOWN


def test_homeshare_has_neither_carer_approval_nor_the_limit_of_three() -> None:
    householder = person(wishes=(Wish(ArrangementKind.HOMESHARE),))
    assert answer("approval", householder, homesharer()) is MET
    assert answer("three_people", householder, homesharer(living_there=None)) is MET


@pytest.mark.parametrize(("crisis", "expected"), [(YesNo.NO, MET), (YesNo.YES, NOT_MET), (None, NOT_KNOWN)])
def test_nothing_long_term_is_planned_in_a_crisis_and_a_blank_is_never_no(crisis: YesNo | None, expected: Met) -> None:
    upset = person(wishes=(Wish(LIVE_IN),), crisis=crisis)
    assert answer("crisis", upset, household(offers=(Offer(LIVE_IN, 1),))) is expected


@pytest.mark.parametrize("crisis", [YesNo.YES, YesNo.NO, None])
def test_somewhere_to_stay_for_now_may_always_be_proposed(crisis: YesNo | None) -> None:
    upset = person(wishes=(Wish(ArrangementKind.EMERGENCY),), crisis=crisis)
    assert answer("crisis", upset, household(offers=(Offer(ArrangementKind.EMERGENCY, 1),))) is MET
