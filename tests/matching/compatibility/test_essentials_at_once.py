"""Every essential gives many pairs at once the verdict it explains for one."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.compatibility.coded import Crowd
from matching.compatibility.essentials import ESSENTIALS, check
from matching.compatibility.essentials_at_once import Standings
from matching.compatibility.profiles import Approval, HouseholdProfile, Offer, PersonProfile, Wish
from matching.compatibility.verdicts import CODES, Met, Rules
from scheme.kinds import ArrangementKind
from scheme.ways_of_living import YesNo
from tests.matching.compatibility.invented import (
    HOUSEHOLDS_IN_QUESTION,
    PEOPLE_IN_NEED,
    RULES,
    TODAY,
    homesharer,
    household,
    person,
)

SEVERAL = 4

IN_CODES = {code: met for met, code in CODES.items()}


def assert_same(people: list[PersonProfile], households: list[HouseholdProfile], rules: Rules) -> None:
    """Every pair's eleven answers are what looking at it alone says, and so is what they add up to."""
    for turned in (False, True):
        homes = [each for each in households if each.is_homesharer is turned]
        if not (people and homes):
            continue
        at_once = Standings(Crowd(people), Crowd(homes), rules).beside(slice(0, len(homes)))
        verdicts, obstacles = at_once.verdicts(slice(0, len(people))), at_once.obstacles(slice(0, len(people)))
        for row, mine in enumerate(people):
            for column, theirs in enumerate(homes):
                alone = {checked.name: checked.met for checked in check(mine, theirs, rules)}
                assert {name: IN_CODES[int(codes[row, column])] for name, codes in verdicts.items()} == alone
                assert obstacles[row, column] == sum(CODES[met] for met in alone.values())


@given(
    st.lists(PEOPLE_IN_NEED, max_size=SEVERAL),
    st.lists(HOUSEHOLDS_IN_QUESTION, max_size=SEVERAL),
    st.sampled_from([RULES, Rules(TODAY, declined_for_days=90, people_at_most=2)]),
)
def test_many_at_once_and_one_explained_give_identical_verdicts(
    people: list[PersonProfile], households: list[HouseholdProfile], rules: Rules
) -> None:
    assert_same(people, households, rules)


@settings(max_examples=30)
@given(
    st.lists(PEOPLE_IN_NEED, min_size=3, max_size=5),
    st.lists(HOUSEHOLDS_IN_QUESTION.filter(lambda each: not each.is_homesharer), min_size=3, max_size=5),
)
def test_a_part_of_the_table_is_the_same_as_that_part_of_all_of_it(
    people: list[PersonProfile], households: list[HouseholdProfile]
) -> None:
    at_once = Standings(Crowd(people), Crowd(households), RULES)
    whole = at_once.beside(slice(0, len(households))).obstacles(slice(0, len(people)))
    assert np.array_equal(at_once.beside(slice(2, 3)).obstacles(slice(1, 3)), whole[1:3, 2:3])


def test_it_knows_the_same_essentials_by_the_same_names() -> None:
    verdicts = Standings(Crowd([person()]), Crowd([household()]), RULES).beside(slice(0, 1)).verdicts(slice(0, 1))
    assert set(verdicts) == {essential.name for essential in ESSENTIALS}


def test_each_kind_is_looked_at_as_a_whole_and_the_first_of_two_equals_is_shown() -> None:
    kinds = (ArrangementKind.LIVE_IN, ArrangementKind.SHORT_BREAK)
    home = household(
        offers=tuple(Offer(kind, 1) for kind in kinds),
        living_there=0,
        approval=Approval(TODAY, TODAY, frozenset({kinds[1]})),
    )
    both = person(wishes=tuple(map(Wish, kinds)), access_needs=frozenset(), crisis=YesNo.NO)
    assert_same([both, person(wishes=tuple(map(Wish, reversed(kinds))))], [home, homesharer()], RULES)


def test_the_numbers_count_what_is_not_met_before_what_is_not_known() -> None:
    assert CODES[Met.NOT_MET] > len(ESSENTIALS) * CODES[Met.NOT_KNOWN]
    assert len(ESSENTIALS) * CODES[Met.NOT_MET] < 255
