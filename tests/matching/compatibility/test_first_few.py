"""Everybody's first few households, in tiles or compiled, on several threads, are those that are explained one by one."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.compatibility import all_pairs, compiled_look, first_few, flat
from matching.compatibility.coded import Crowd
from matching.compatibility.criteria import BY_NAME
from matching.compatibility.essentials import Standing, check, standing
from matching.compatibility.profiles import HouseholdProfile, PersonProfile
from matching.compatibility.ranking import Ranked, rank_households, rank_people, top
from matching.compatibility.score import compare, order
from matching.compatibility.verdicts import Met
from matching.compatibility.weights import DEFAULT_WEIGHTS, Weights
from scheme.ways_of_living import Noise
from tests.matching.compatibility.invented import (
    HOUSEHOLDS,
    HOUSEHOLDS_IN_QUESTION,
    PEOPLE,
    PEOPLE_IN_NEED,
    RULES,
    household,
    person,
)

pytestmark = pytest.mark.usefixtures("either_way")

EVERYBODY = st.lists(PEOPLE | PEOPLE_IN_NEED, max_size=5, unique_by=lambda each: each.reference)
EVERY_HOME = st.lists(HOUSEHOLDS | HOUSEHOLDS_IN_QUESTION, max_size=7, unique_by=lambda each: each.reference)


@contextmanager
def in_small_pieces(tables_for_all: bool = False) -> Iterator[None]:
    """Tiles, blocks and shares of a few, so that whatever can meet does; chosen things as lists, or all as tables."""
    with ExitStack() as pieces:
        pieces.enter_context(patch.multiple(all_pairs, PEOPLE_AT_ONCE=2, HOUSEHOLDS_AT_ONCE=3))
        pieces.enter_context(patch.object(first_few, "WORTH_SHARING", 1))
        pieces.enter_context(patch.object(compiled_look, "HOUSEHOLDS_AT_ONCE", 3))
        pieces.enter_context(patch.object(flat, "PAIRS_A_CELL", 0 if tables_for_all else 2**30))
        yield


def explained(mine: PersonProfile, households: list[HouseholdProfile]) -> list[Ranked]:
    """One person's households, each looked at alone, in the order that comes of it, those ruled out last."""
    found = []
    for theirs in households:
        both, stands = compare(mine, theirs), standing(check(mine, theirs, RULES))
        place = order(both.person.score, both.household.score, both.together, theirs.reference)
        ranked = Ranked(theirs.reference, both.person.score, both.household.score, both.together, stands)
        found.append((stands is Standing.RULED_OUT, place, ranked))
    return [ranked for *_, ranked in sorted(found, key=lambda each: each[:2])]


@given(EVERYBODY, EVERY_HOME, st.integers(0, 4), st.booleans())
def test_they_are_the_best_of_those_explained_one_by_one(
    people: list[PersonProfile], households: list[HouseholdProfile], few: int, tables_for_all: bool
) -> None:
    with in_small_pieces(tables_for_all):
        found = top(people, households, few, rules=RULES)
    for mine in people:
        allowed = [each for each in explained(mine, households) if each.standing is not Standing.RULED_OUT]
        assert list(found[mine.reference]) == allowed[:few]


@settings(max_examples=30)
@given(PEOPLE | PEOPLE_IN_NEED, EVERY_HOME)
def test_one_persons_list_is_those_explained_one_by_one(
    mine: PersonProfile, households: list[HouseholdProfile]
) -> None:
    found = rank_households(mine, households, RULES)
    assert list(found) == explained(mine, households)
    for place, theirs in enumerate(households):
        not_known = [each.title for each in check(mine, theirs, RULES) if each.met is Met.NOT_KNOWN]
        assert found.to_check_first(place) == not_known


@settings(max_examples=30)
@given(EVERYBODY, HOUSEHOLDS | HOUSEHOLDS_IN_QUESTION)
def test_a_households_list_says_the_same_of_each_pair(people: list[PersonProfile], theirs: HouseholdProfile) -> None:
    for ranked in rank_people(theirs, people, RULES):
        mine = next(each for each in people if each.reference == ranked.reference)
        (alone,) = explained(mine, [theirs])
        assert (ranked.person, ranked.household, ranked.together) == (alone.person, alone.household, alone.together)
        assert ranked.standing is alone.standing


def test_equals_are_listed_by_reference_whichever_tile_they_come_in() -> None:
    homes = [household(reference=f"H{number:03}") for number in (7, 2, 9, 4, 1, 8, 3)]
    with in_small_pieces():
        found = top([person()], homes, 4)
    assert [each.reference for each in found["P001"]] == ["H001", "H002", "H003", "H004"]


@pytest.mark.parametrize("threads", [1, 2, 3])
def test_however_many_threads_look_they_find_the_same(threads: int) -> None:
    people = Crowd(person(reference=f"P{number}", noise=list(Noise)[number % 3]) for number in range(7))
    homes = Crowd(household(reference=f"H{number}", noise=list(Noise)[number % 3]) for number in range(5))
    alone = first_few.first_few(people, homes, 3, DEFAULT_WEIGHTS, RULES, threads=1)
    with in_small_pieces():
        shared = first_few.first_few(people, homes, 3, DEFAULT_WEIGHTS, RULES, threads=threads)
    assert np.array_equal(alone.columns, shared.columns)
    assert np.array_equal(alone.figures, shared.figures)
    assert np.array_equal(alone.check_first, shared.check_first)


@pytest.mark.parametrize(
    "version", [Weights("nothing", dict.fromkeys(BY_NAME, 0)), Weights("one", dict.fromkeys(BY_NAME, 0) | {"noise": 3})]
)
def test_sides_without_a_view_are_listed_as_they_are_explained(version: Weights) -> None:
    people = [
        person(),
        person(reference="P2", matters=dict.fromkeys(BY_NAME, 0)),
        person(reference="P3", noise=Noise.QUIET),
    ]
    homes = [household(), household(reference="H2", noise=Noise.QUIET, matters=dict.fromkeys(BY_NAME, 0))]
    found = top(people, homes, 3, version)
    for mine in people:
        alone = [(theirs.reference, compare(mine, theirs, version)) for theirs in homes]
        alone.sort(key=lambda one: order(one[1].person.score, one[1].household.score, one[1].together, one[0]))
        listed = [(each.reference, each.person, each.household, each.together) for each in found[mine.reference]]
        assert listed == [(name, both.person.score, both.household.score, both.together) for name, both in alone]


def test_a_crowd_handed_in_twice_is_read_once() -> None:
    homes = Crowd([household(reference="H1"), household(reference="H2", noise=Noise.QUIET)])
    mine = person(noise=Noise.QUIET)
    first = rank_households(mine, homes, RULES)
    with patch.object(HouseholdProfile, "noise", property(lambda home: pytest.fail("read again"))):
        assert rank_households(mine, homes, RULES) == first
        with pytest.raises(pytest.fail.Exception):
            rank_households(mine, list(homes), RULES)
