"""Everybody with everybody gives the integers that are explained one by one."""

from unittest.mock import patch

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.compatibility import all_pairs
from matching.compatibility.agreement import Agreement
from matching.compatibility.all_pairs import agreement_at, score_all
from matching.compatibility.criteria import CRITERIA
from matching.compatibility.pairs import pair
from matching.compatibility.profiles import HouseholdProfile, PersonProfile
from matching.compatibility.score import compare
from matching.compatibility.weights import DEFAULT_WEIGHTS, Weights
from tests.matching.compatibility.invented import HOUSEHOLDS, PEOPLE, homesharer, household, person

NAMES = [criterion.name for criterion in CRITERIA]
WEIGHTS = st.just(DEFAULT_WEIGHTS) | st.builds(
    Weights, st.just("test"), st.dictionaries(st.sampled_from(NAMES), st.integers(0, 5), max_size=20)
)


def assert_same(people: list[PersonProfile], households: list[HouseholdProfile], weights: Weights) -> None:
    """Every pair's three figures are what explaining it alone says."""
    scores = score_all(people, households, weights)
    for row, mine in enumerate(people):
        for column, theirs in enumerate(households):
            alone = compare(mine, theirs, weights)
            assert agreement_at(scores.person, row, column) == alone.person.score
            assert agreement_at(scores.household, row, column) == alone.household.score
            assert agreement_at(scores.together, row, column) == alone.together


@given(st.lists(PEOPLE, max_size=4), st.lists(HOUSEHOLDS, max_size=5), WEIGHTS)
def test_many_at_once_and_one_explained_give_identical_integers(
    people: list[PersonProfile], households: list[HouseholdProfile], weights: Weights
) -> None:
    assert_same(people, households, weights)


@settings(max_examples=20)
@given(st.lists(PEOPLE, min_size=3, max_size=5), st.lists(HOUSEHOLDS, min_size=3, max_size=7))
def test_where_tiles_meet_nothing_changes(people: list[PersonProfile], households: list[HouseholdProfile]) -> None:
    whole = score_all(people, households)
    with patch.multiple(all_pairs, PEOPLE_AT_ONCE=2, HOUSEHOLDS_AT_ONCE=3):
        tiled = score_all(people, households)
    for one, other in zip(figures(whole), figures(tiled), strict=True):
        assert np.array_equal(one, other)


def test_nobody_and_nowhere_make_an_empty_table() -> None:
    assert score_all([], [household()]).together.shape == (3, 0, 1)
    assert score_all([person()], []).together.shape == (3, 1, 0)
    assert score_all([], []).together.shape == (3, 0, 0)


def test_homesharers_and_households_may_stand_in_one_list() -> None:
    assert_same([person(), person()], [homesharer(), household(), homesharer()], DEFAULT_WEIGHTS)


def test_weights_of_nought_leave_no_number() -> None:
    scores = score_all([person()], [household()], Weights("nothing", dict.fromkeys(NAMES, 0)))
    assert agreement_at(scores.together, 0, 0) is None


def figures(scores: all_pairs.AllPairs) -> tuple[all_pairs.Scores, ...]:
    """The three tables."""
    return scores.person, scores.household, scores.together


@given(PEOPLE, HOUSEHOLDS)
def test_each_way_of_fitting_alone_agrees_as_it_does_among_many(mine: PersonProfile, theirs: HouseholdProfile) -> None:
    """The same formula written twice, for every shape: in plain whole numbers, and in tables."""
    both = pair(mine, theirs)
    for criterion in CRITERIA:
        for one, other in ((both.person, both.household), (both.household, both.person)):
            wanted = [voice.answer for voice in criterion.wants.heard(one)]
            found = [voice.answer for voice in criterion.finds.heard(other)]
            shape = criterion.shape
            bands = shape.agree(shape.wants(wanted), shape.finds(found))
            for row, asks in enumerate(wanted):
                for column, brings in enumerate(found):
                    low, likely, high = (int(points) for points in bands[:, row, column])
                    assert shape.alone(asks, brings) == Agreement(low, likely, high), criterion.name
