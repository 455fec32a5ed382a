"""Both sides' sums for one pair, and the two together."""

from dataclasses import replace
from fractions import Fraction
from math import floor
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.compatibility.agreement import Agreement
from matching.compatibility.criteria import CRITERIA
from matching.compatibility.criterion import Criterion
from matching.compatibility.profiles import HouseholdProfile, PersonProfile
from matching.compatibility.score import Comparison, Part, SideSum, compare, order
from matching.compatibility.weights import Weights
from scheme.ways_of_living import Company, DayRhythm, Noise, Routine, Visitors
from tests.matching.compatibility.invented import HOUSEHOLDS, PEOPLE, household, member, person

NOTHING = dict.fromkeys((criterion.name for criterion in CRITERIA), 0)


def only(**points: int) -> Weights:
    """Weights that look at these criteria and at no others."""
    return Weights("test", NOTHING | points)


def test_a_sum_that_can_be_done_with_a_pencil() -> None:
    """Noise 100 × 3, mattering most of all, and routine 25 × 2: (9 × 100 + 2 × 25) ÷ 11 = 86.36…"""
    mine = person(noise=Noise.QUIET, routine=Routine.REGULAR, matters={"noise": 3})
    theirs = household(noise=Noise.QUIET, routine=Routine.CHANGING)
    side = compare(mine, theirs, only(noise=3, routine=2)).person
    assert [(part.criterion, part.weight, part.points) for part in side.parts if part.weight] == [
        ("noise", 9, 900),
        ("routine", 2, 50),
    ]
    assert (side.total, side.weight, side.score) == (950, 11, Agreement(86, 86, 86))


def test_together_is_nearer_to_the_side_it_suits_least() -> None:
    """One side looks at noise alone (100), the other at company alone (15): 2·100·15 ÷ 115 = 26.09."""
    mine = person(noise=Noise.QUIET, company=Company.OWN_SPACE, matters={"company": 0})
    theirs = household(noise=Noise.QUIET, company=Company.TOGETHER, matters={"noise": 0})
    both = compare(mine, theirs, only(noise=1, company=1))
    assert (both.person.score, both.household.score) == (Agreement(100, 100, 100), Agreement(15, 15, 15))
    assert both.together == Agreement(26, 26, 26)


def test_what_was_not_said_to_matter_counts_as_one() -> None:
    parts = compare(person(matters={"noise": 0}), household()).person.parts
    matters = {part.criterion: part.matters for part in parts}
    assert matters.pop("noise") == 0
    assert set(matters.values()) == {1}


def test_somebody_who_cares_about_nothing_has_no_view_and_the_other_sides_stands() -> None:
    mine = person(day_rhythm=DayRhythm.EARLY, matters=NOTHING)
    theirs = household(day_rhythm=DayRhythm.BETWEEN)
    both = compare(mine, theirs, only(day_rhythm=1))
    assert both.person.score is None
    assert both.together == both.household.score == Agreement(60, 60, 60)


def test_without_any_view_there_is_no_number() -> None:
    assert compare(person(), household(), only()).together is None


def test_two_blank_profiles_are_fifty_give_or_take_everything() -> None:
    assert compare(person(), household()).together == Agreement(0, 50, 100)


def test_the_part_names_whose_answer_decided_it() -> None:
    home = household(members=(member("Gwen", noise=Noise.QUIET), member("Huw", noise=Noise.LIVELY)))
    parts = {part.criterion: part for part in compare(person(noise=Noise.QUIET), home).person.parts}
    assert (parts["noise"].whose, parts["routine"].whose) == ("Huw", None)


def test_how_much_something_matters_is_nought_to_three() -> None:
    with pytest.raises(ValueError, match="0 to 3"):
        compare(person(matters={"noise": 4}), household())


def side(likely: int, low: int | None = None) -> Agreement:
    """A score of one side."""
    return Agreement(likely if low is None else low, likely, 100)


def test_better_together_comes_first_then_the_kinder_to_the_lesser_side_then_the_surer_then_by_reference() -> None:
    listed = [
        ("better together", order(side(80), side(80), side(80), "H9")),
        ("higher lesser side", order(side(60), side(62), side(61), "H9")),
        ("lower lesser side", order(side(55), side(69), side(61, 50), "H8")),
        ("lower band floor", order(side(55), side(69), side(61, 40), "H1")),
        ("later reference", order(side(55), side(69), side(61, 40), "H2")),
        ("no number", order(None, None, None, "H0")),
    ]
    assert sorted(listed, key=lambda item: item[1]) == listed


def test_one_side_without_a_view_is_placed_by_the_other() -> None:
    assert order(None, side(61), side(61), "H1") < order(side(60), side(62), side(61), "H0")


@given(PEOPLE, HOUSEHOLDS)
def test_parts_add_up_and_low_likely_and_high_are_in_order(mine: PersonProfile, theirs: HouseholdProfile) -> None:
    both = compare(mine, theirs)
    for one in (both.person, both.household):
        assert sum(part.points for part in one.parts) == one.total
        assert one.total_low <= one.total <= one.total_high <= 100 * one.weight
        assert (one.score is None) == (one.weight == 0)
        if one.score is not None:
            assert one.score.likely == floor(Fraction(one.total, one.weight) + Fraction(1, 2))


@given(PEOPLE, HOUSEHOLDS)
def test_two_people_in_each_others_place_swap_their_figures(mine: PersonProfile, theirs: HouseholdProfile) -> None:
    """Where both sides are asked the same question, it does not matter who is called the person."""
    shared = {name: getattr(mine, name) for name in SAME_QUESTIONS} | {"matters": mine.matters}
    other = {name: getattr(theirs, name) for name in SAME_QUESTIONS} | {"matters": theirs.matters}
    weights = only(**dict.fromkeys(SAME_QUESTIONS, 2))
    there = compare(person(**shared), household(**other), weights)
    back = compare(person(**other), household(**shared), weights)
    assert (there.person.score, there.household.score) == (back.household.score, back.person.score)
    assert there.together == back.together


SAME_QUESTIONS = ("interests", "languages", "day_rhythm", "noise", "company", "routine", "visitors", "values")

FACTS: dict[str, list[Any]] = {
    "day_rhythm": list(DayRhythm),
    "noise": list(Noise),
    "company": list(Company),
    "routine": list(Routine),
    "visitors": list(Visitors),
}


@given(PEOPLE, HOUSEHOLDS, st.sampled_from(sorted(FACTS)), st.data())
def test_answering_what_was_not_known_never_widens_a_side(
    mine: PersonProfile, theirs: HouseholdProfile, fact: str, data: st.DataObject
) -> None:
    answer = data.draw(st.sampled_from(FACTS[fact]))
    unsaid: dict[str, Any] = {fact: None}
    before = compare(replace(mine, **unsaid), theirs)
    after = compare(replace(mine, **unsaid | {fact: answer}), theirs)
    for earlier, later in ((before.person, after.person), (before.household, after.household)):
        assert later.total_high - later.total_low <= earlier.total_high - earlier.total_low


def test_a_side_is_the_sum_of_parts_handed_to_it() -> None:
    parts = (Part("noise", 3, 2, Agreement(10, 20, 30)), Part("bus", 1, 0, Agreement(0, 50, 100)))
    whole = SideSum(parts)
    assert (whole.weight, whole.total_low, whole.total, whole.total_high) == (6, 60, 120, 180)
    assert Comparison(whole, SideSum(())).together == Agreement(10, 20, 30)


@given(PEOPLE, HOUSEHOLDS, st.sampled_from(CRITERIA))
def test_what_is_settled_counts_as_is_likely_and_nothing_else_moves(
    mine: PersonProfile, theirs: HouseholdProfile, criterion: Criterion
) -> None:
    for side in (compare(mine, theirs).person, compare(mine, theirs).household):
        settled = SideSum(tuple(as_likely(part) if part.criterion == criterion.name else part for part in side.parts))
        assert side.sums(settled=criterion.name) == settled.whole


def as_likely(part: Part) -> Part:
    """A part of which nothing is open any more."""
    return replace(part, agreement=Agreement(*[part.agreement.likely] * 3))
