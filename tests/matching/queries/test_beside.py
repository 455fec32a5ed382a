"""What is said of one profile beside everybody is kept only while everything it rests on is equal. Everybody is invented."""

from dataclasses import replace
from datetime import timedelta
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from matching.compatibility.coded import Crowd
from matching.compatibility.profiles import HouseholdProfile, PersonProfile
from matching.compatibility.ranking import rank_households, rank_people
from matching.compatibility.verdicts import Rules
from matching.compatibility.weights import DEFAULT_WEIGHTS, Weights
from matching.highlights import highlights
from matching.queries import beside as kept
from matching.queries.beside import beside
from scheme.ways_of_living import Noise
from tests.matching.compatibility.invented import HOUSEHOLDS, PEOPLE, RULES, household, person

OTHERWISE = Weights("otherwise", {"noise": 100})
ALTERNATIVES = st.tuples(
    st.integers(0, 2),
    st.sampled_from([RULES, Rules(RULES.today + timedelta(days=400))]),
    st.sampled_from([DEFAULT_WEIGHTS, OTHERWISE]),
)


@given(
    st.lists(PEOPLE, min_size=3, max_size=3),
    st.lists(HOUSEHOLDS, min_size=1, max_size=3, unique_by=lambda one: one.reference),
    st.lists(ALTERNATIVES, min_size=1, max_size=6),
)
def test_whatever_was_kept_it_says_what_would_be_worked_out(
    people: list[PersonProfile], homes: list[HouseholdProfile], asked: list[tuple[int, Rules, Weights]]
) -> None:
    """Three profiles of one person, one after another in any order, on other days and with other weights."""
    profiles, crowd = [replace(each, reference="P001") for each in people], Crowd(homes)
    for which, rules, weights in asked:
        found = beside(profiles[which], crowd, rules, weights)
        assert found.ranked == rank_households(profiles[which], homes, rules, weights)
        expected = [highlights(profiles[which], home, weights) for home in homes]
        assert found.highlights(range(len(homes))) == expected


@given(HOUSEHOLDS, st.lists(PEOPLE, min_size=1, max_size=3, unique_by=lambda one: one.reference))
def test_a_household_beside_people_the_same(home: HouseholdProfile, people: list[PersonProfile]) -> None:
    crowd = Crowd(people)
    for _ in range(2):
        found = beside(home, crowd, RULES, DEFAULT_WEIGHTS)
        assert found.ranked == rank_people(home, people, RULES, DEFAULT_WEIGHTS)
        assert [found.sides(place) for place in range(len(people))] == [(one, home) for one in people]
        expected = [highlights(one, home, DEFAULT_WEIGHTS) for one in people]
        assert found.highlights(range(len(people))) == expected


def test_an_equal_profile_read_again_finds_what_was_worked_out_and_another_does_not() -> None:
    crowd = Crowd([household(noise=Noise.QUIET)])
    quiet = person(noise=Noise.QUIET)
    first = beside(quiet, crowd, RULES, DEFAULT_WEIGHTS)
    assert beside(replace(quiet), crowd, RULES, DEFAULT_WEIGHTS) is first
    assert beside(replace(quiet, noise=Noise.LIVELY), crowd, RULES, DEFAULT_WEIGHTS) is not first
    assert beside(quiet, crowd, RULES, DEFAULT_WEIGHTS) is not first, "one of each reference is kept"


def test_no_more_are_kept_than_may_be() -> None:
    crowd = Crowd([household()])
    with patch.object(kept, "MOST_KEPT", 2):
        first, second, _ = (
            beside(person(reference=each), crowd, RULES, DEFAULT_WEIGHTS) for each in ("P1", "P2", "P3")
        )
        assert beside(person(reference="P2"), crowd, RULES, DEFAULT_WEIGHTS) is second
        assert beside(person(reference="P1"), crowd, RULES, DEFAULT_WEIGHTS) is not first
