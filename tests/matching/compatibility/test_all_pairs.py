"""Everybody with everybody gives the integers that are explained one by one."""

from collections.abc import Sequence
from unittest.mock import patch

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.compatibility import all_pairs
from matching.compatibility.agreement import Agreement, Numbers
from matching.compatibility.all_pairs import NO_NUMBER, Sums
from matching.compatibility.coded import Crowd, by_whose_home
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


def tables(people: Sequence[PersonProfile], households: Sequence[HouseholdProfile], weights: Weights) -> Numbers:
    """Person, household, together × low, likely, high × people × households, put together from tiles."""
    found = np.full((3, 3, len(people), len(households)), NO_NUMBER, dtype=np.float32)
    everybody = Crowd(people)
    for group, places in by_whose_home(Crowd(households)) if people else ():
        for tile in Sums(everybody, group, weights).tiles():
            for side, scores in zip(found, (tile.person, tile.household, tile.together), strict=True):
                side[:, tile.rows, places[tile.columns]] = scores.transpose(1, 0, 2)
    return found


def agreement_in(table: Numbers, row: int, column: int) -> Agreement | None:
    """One pair's score, or none."""
    low, likely, high = (int(points) for points in table[:, row, column])
    return None if likely == NO_NUMBER else Agreement(low, likely, high)


def assert_same(people: list[PersonProfile], households: list[HouseholdProfile], weights: Weights) -> None:
    """Every pair's three figures are what explaining it alone says."""
    person_side, household_side, together = tables(people, households, weights)
    for row, mine in enumerate(people):
        for column, theirs in enumerate(households):
            alone = compare(mine, theirs, weights)
            assert agreement_in(person_side, row, column) == alone.person.score
            assert agreement_in(household_side, row, column) == alone.household.score
            assert agreement_in(together, row, column) == alone.together


@given(st.lists(PEOPLE, max_size=4), st.lists(HOUSEHOLDS, max_size=5), WEIGHTS)
def test_many_at_once_and_one_explained_give_identical_integers(
    people: list[PersonProfile], households: list[HouseholdProfile], weights: Weights
) -> None:
    assert_same(people, households, weights)


@settings(max_examples=20)
@given(st.lists(PEOPLE, min_size=3, max_size=5), st.lists(HOUSEHOLDS, min_size=3, max_size=7))
def test_where_tiles_meet_nothing_changes(people: list[PersonProfile], households: list[HouseholdProfile]) -> None:
    whole = tables(people, households, DEFAULT_WEIGHTS)
    with patch.multiple(all_pairs, PEOPLE_AT_ONCE=2, HOUSEHOLDS_AT_ONCE=3):
        assert np.array_equal(tables(people, households, DEFAULT_WEIGHTS), whole)


def test_homesharers_and_households_may_stand_in_one_list() -> None:
    assert_same([person(), person()], [homesharer(), household(), homesharer()], DEFAULT_WEIGHTS)


def test_weights_of_nought_leave_no_number() -> None:
    *_, together = tables([person()], [household()], Weights("nothing", dict.fromkeys(NAMES, 0)))
    assert agreement_in(together, 0, 0) is None


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
