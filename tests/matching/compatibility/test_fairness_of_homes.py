"""How evenly households are put forward, and whom nobody can welcome. Everybody here is invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.compatibility.essentials import Standing, check, standing
from matching.compatibility.fairness_of_homes import exposure, unwelcomed
from matching.compatibility.profiles import HouseholdProfile, Offer, PersonProfile, Wish
from matching.compatibility.verdicts import Met
from scheme.kinds import ArrangementKind
from tests.matching.compatibility.invented import HOUSEHOLDS_IN_QUESTION, PEOPLE_IN_NEED, RULES

LIVE_IN, DAYS = ArrangementKind.LIVE_IN, ArrangementKind.DAY_SUPPORT


def test_how_often_each_household_is_put_forward() -> None:
    found = exposure([0, 0, 1, 2, 7])
    assert (found.households, found.times, found.never, found.once, found.more_often) == (5, 10, 2, 1, 2)
    assert found.to_the_first_tenth == 0.7


@pytest.mark.parametrize("times", [[], [0, 0]])
def test_where_nobody_was_put_forward_there_is_no_share(times: list[int]) -> None:
    assert exposure(times).to_the_first_tenth is None


def test_somebody_no_household_can_welcome_and_why() -> None:
    days = PersonProfile(reference="P1", wishes=(Wish(DAYS),))
    lives_in = PersonProfile(reference="P2", wishes=(Wish(LIVE_IN),))
    homes = [HouseholdProfile(reference=f"H{n}", offers=(Offer(LIVE_IN, 1),)) for n in range(3)]
    (found,) = unwelcomed([days, lives_in], homes, RULES)
    assert found.reference == "P1"
    assert [(way.title, way.households, way.alone) for way in found.in_the_way] == [("A kind both want", 3, 3)]


def test_without_any_household_nobody_can_be_welcomed() -> None:
    (found,) = unwelcomed([PersonProfile(reference="P1")], [], RULES)
    assert (found.reference, found.in_the_way) == ("P1", ())


def test_nobody_looking_is_nobody_without_a_home() -> None:
    assert unwelcomed([], [HouseholdProfile(reference="H1")], RULES) == ()


@given(st.lists(PEOPLE_IN_NEED, max_size=4), st.lists(HOUSEHOLDS_IN_QUESTION, min_size=1, max_size=4))
def test_it_is_what_each_pair_s_essentials_say(some: list[PersonProfile], homes: list[HouseholdProfile]) -> None:
    found = unwelcomed(some, homes, RULES)
    checked = [[check(person, home, RULES) for home in homes] for person in some]
    nowhere = [
        (person.reference, pairs)
        for person, pairs in zip(some, checked, strict=True)
        if all(standing(checks) is Standing.RULED_OUT for checks in pairs)
    ]
    assert [each.reference for each in found] == [reference for reference, _ in nowhere]
    for each, (_, pairs) in zip(found, nowhere, strict=True):
        not_met = [{one.title for one in checks if one.met is Met.NOT_MET} for checks in pairs]
        for way in each.in_the_way:
            assert way.households == sum(way.title in titles for titles in not_met)
            assert way.alone == sum(titles == {way.title} for titles in not_met)
        assert {way.title for way in each.in_the_way} == set().union(*not_met)
