"""Whether an answer nobody has given yet could change who comes first."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.compatibility.changing_first import First
from matching.compatibility.criteria import CRITERIA
from matching.compatibility.profiles import HomeFacts, HouseholdProfile, PersonProfile, Place
from matching.compatibility.score import compare, order
from matching.compatibility.weights import DEFAULT_WEIGHTS, Weights
from scheme.cells import Cell
from scheme.ways_of_living import (
    ChildrenWish,
    Company,
    DayRhythm,
    Noise,
    Routine,
    Setting,
    Smoking,
    SmokingWish,
    Stance,
    Visitors,
)
from tests.matching.compatibility.invented import HERE, HOUSEHOLDS, PEOPLE, household, member, person

NOTHING = dict.fromkeys((criterion.name for criterion in CRITERIA), 0)


def only(**points: int) -> Weights:
    """Weights that look at these criteria and at no others."""
    return Weights("test", NOTHING | points)


LIVELY, QUIET = household(reference="H1", noise=Noise.LIVELY), household(reference="H2", noise=Noise.QUIET)


def test_a_persons_answer_that_suits_another_better_could_change_who_comes_first() -> None:
    assert First(person(), [LIVELY, QUIET], only(noise=3)).could_change("noise")


def test_an_answer_that_suits_both_alike_could_not() -> None:
    both = [replace(each, noise=Noise.QUIET) for each in (LIVELY, QUIET)]
    assert not First(person(), both, only(noise=3)).could_change("noise")


def test_a_households_answer_could_put_it_first_or_take_it_down() -> None:
    """With "lively" H3 would be level with H1, and come after it by its reference."""
    last, unsaid = household(reference="H3"), household(reference="H0")
    assert First(person(noise=Noise.QUIET), [last, LIVELY], only(noise=3)).could_change("noise", "H3")
    assert not First(person(noise=Noise.QUIET), [unsaid, QUIET], only(noise=3)).could_change("noise", "H2")
    assert First(person(noise=Noise.QUIET), [unsaid, QUIET], only(noise=3)).could_change("noise", "H0")


def test_what_counts_nothing_could_change_nothing() -> None:
    assert not First(person(), [LIVELY, QUIET], only(routine=3)).could_change("noise")


def test_nor_could_anything_with_nobody_else_in_the_list() -> None:
    assert not First(person(), [LIVELY], only(noise=3)).could_change("noise")
    assert not First(person(), [], only(noise=3)).could_change("noise")
    assert not First(person(), [LIVELY, QUIET], only(noise=3)).could_change("noise", "H9")


def test_whoever_has_not_said_in_the_household_is_the_one_whose_answer_is_tried() -> None:
    """Gwen likes it quiet; with what the others might say the home could only be livelier than that."""
    divided = household(reference="H3", members=(member("Gwen", noise=Noise.QUIET), member("Huw")))
    lively = household(reference="H2", noise=Noise.LIVELY)
    assert First(person(noise=Noise.QUIET), [divided, lively], only(noise=3)).could_change("noise", "H3")
    assert not First(person(noise=Noise.LIVELY), [divided, lively], only(noise=3)).could_change("noise", "H3")


def test_several_answers_at_once_are_tried_where_several_may_be_given() -> None:
    """Town alone suits H1, countryside alone H2, which comes by its reference after it; both at once suit H1 and H2."""
    homes = [
        household(reference=name, home=HomeFacts(setting=setting))
        for name, setting in (("H1", Setting.TOWN), ("H2", Setting.COUNTRYSIDE))
    ]
    assert First(person(), homes, only(setting=3)).could_change("setting_wish")


def test_what_is_no_short_list_is_put_at_both_ends() -> None:
    loves = person(interests={"piano": Stance.LOVE})
    plays, unsaid = household(reference="H1", interests={"piano": Stance.LOVE}), household(reference="H0")
    assert First(loves, [plays, unsaid], only(interests=5)).could_change("interests", "H0")
    near, far = (
        household(reference=name, home=HomeFacts(cell=cell)) for name, cell in (("H1", HERE), ("H2", Cell(10, 10)))
    )
    assert First(person(), [near, far], only(nearness=5)).could_change("places")
    assert not First(person(places=(Place("Mum", HERE),)), [near, far], only(nearness=5)).could_change("places")


# --- held to giving every answer -------------------------------------------------------------------------------------------

SHORT_LISTS: dict[str, list[Any]] = {
    "day_rhythm": list(DayRhythm),
    "noise": list(Noise),
    "company": list(Company),
    "routine": list(Routine),
    "visitors": list(Visitors),
    "smoking": list(Smoking),
    "smoking_wish": list(SmokingWish),
    "children_wish": list(ChildrenWish),
}


def first_of(mine: PersonProfile, theirs: Sequence[HouseholdProfile], weights: Weights) -> str:
    """Who comes first by the arithmetic of explained pairs."""

    def key(one: HouseholdProfile) -> Any:
        both = compare(mine, one, weights)
        return order(both.person.score, both.household.score, both.together, one.reference)

    return min(theirs, key=key).reference


LISTS = st.lists(HOUSEHOLDS, min_size=2, max_size=4, unique_by=lambda one: one.reference)


@pytest.mark.parametrize("weights", [DEFAULT_WEIGHTS, only(noise=3, company=2, smoking=3, children=2)])
@settings(max_examples=25, deadline=None)
@given(PEOPLE, LISTS, st.sampled_from(sorted(SHORT_LISTS)))
def test_it_is_what_giving_every_answer_finds(
    weights: Weights, mine: PersonProfile, theirs: list[HouseholdProfile], fact: str
) -> None:
    unsaid: dict[str, Any] = {fact: None}
    mine = replace(mine, **unsaid)
    now = first_of(mine, theirs, weights)
    answered = [replace(mine, **{fact: answer}) for answer in SHORT_LISTS[fact]]
    changes = any(first_of(each, theirs, weights) != now for each in answered)
    assert First(mine, theirs, weights).could_change(fact) == changes


@settings(max_examples=25, deadline=None)
@given(PEOPLE, LISTS, st.sampled_from(sorted(SHORT_LISTS)))
def test_for_a_household_too(mine: PersonProfile, theirs: list[HouseholdProfile], fact: str) -> None:
    unsaid: dict[str, Any] = {fact: None}
    theirs = [replace(theirs[0], **unsaid), *theirs[1:]]
    now = first_of(mine, theirs, DEFAULT_WEIGHTS)
    answered = [[replace(theirs[0], **{fact: answer}), *theirs[1:]] for answer in SHORT_LISTS[fact]]
    changes = any(first_of(mine, each, DEFAULT_WEIGHTS) != now for each in answered)
    assert First(mine, theirs).could_change(fact, theirs[0].reference) == changes
