"""Who is to be kept apart, and who said no not long ago."""

from datetime import timedelta

import pytest

from matching.compatibility.essentials import check
from matching.compatibility.profiles import Declined, HouseholdProfile, MemberKind, PersonProfile
from matching.compatibility.verdicts import Met, Rules
from tests.matching.compatibility.invented import RULES, TODAY, household, member, person


def answer(name: str, mine: PersonProfile, theirs: HouseholdProfile, rules: Rules = RULES) -> Met:
    """One essential's answer."""
    return next(checked.met for checked in check(mine, theirs, rules) if checked.name == name)


def test_two_who_are_to_be_kept_apart_are_never_brought_together_whoever_said_so() -> None:
    assert answer("keep_apart", person(), household()) is Met.MET
    assert answer("keep_apart", person(keep_apart=frozenset({"H001"})), household()) is Met.NOT_MET
    assert answer("keep_apart", person(), household(keep_apart=frozenset({"P001"}))) is Met.NOT_MET


def test_somebody_who_lives_there_may_be_the_reason() -> None:
    resident = member("Sanjay", kind=MemberKind.RESIDENT, reference="P009")
    assert answer("keep_apart", person(keep_apart=frozenset({"P009"})), household(members=(resident,))) is Met.NOT_MET


def declined(days_ago: int, **reopened: bool) -> PersonProfile:
    """Somebody with whom this household was declined so many days ago."""
    return person(declined={"H001": Declined(TODAY - timedelta(days=days_ago), **reopened)})


@pytest.mark.parametrize(("days_ago", "expected"), [(0, Met.NOT_MET), (364, Met.NOT_MET), (365, Met.MET)])
def test_a_no_is_respected_for_as_long_as_the_scheme_says(days_ago: int, expected: Met) -> None:
    assert answer("declined", declined(days_ago), household()) is expected


def test_a_scheme_sets_how_long() -> None:
    assert answer("declined", declined(100), household(), Rules(TODAY, declined_for_days=90)) is Met.MET


def test_it_takes_both_sides_to_think_again() -> None:
    assert answer("declined", declined(1, reopened_by_person=True), household()) is Met.NOT_MET
    assert answer("declined", declined(1, reopened_by_household=True), household()) is Met.NOT_MET
    both = declined(1, reopened_by_person=True, reopened_by_household=True)
    assert answer("declined", both, household()) is Met.MET


def test_a_no_to_one_household_is_no_answer_to_another() -> None:
    assert answer("declined", declined(1), household(reference="H002")) is Met.MET
