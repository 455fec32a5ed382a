"""What lifts a score is the same, whether one pair is looked at or one profile beside many. Everybody is invented."""

from hypothesis import given
from hypothesis import strategies as st

from matching.compatibility.coded import Crowd
from matching.compatibility.criteria import CRITERIA
from matching.compatibility.lifting import Lift, Lifts, lifts_of
from matching.compatibility.one_beside_many import OneBesideMany
from matching.compatibility.pairs import pair
from matching.compatibility.profiles import HouseholdProfile, PersonProfile
from matching.compatibility.weights import DEFAULT_WEIGHTS, Weights
from tests.matching.compatibility.invented import HOUSEHOLDS, PEOPLE

NOTHING_COUNTS = Weights("none", dict.fromkeys((criterion.name for criterion in CRITERIA), 0))
WEIGHTS = st.sampled_from([DEFAULT_WEIGHTS, NOTHING_COUNTS])


def both_ways(lifts: Lifts) -> tuple[list[Lift], list[Lift]]:
    """From either end."""
    return list(lifts), list(reversed(lifts))


@given(PEOPLE, st.lists(HOUSEHOLDS, min_size=1, max_size=4), WEIGHTS)
def test_of_a_person_beside_households(one: PersonProfile, homes: list[HouseholdProfile], weights: Weights) -> None:
    backwards = range(len(homes) - 1, -1, -1)
    found = OneBesideMany(Crowd([one]), Crowd(homes), weights).lifts(backwards)
    for place, lifts in zip(backwards, found, strict=True):
        assert both_ways(lifts) == both_ways(lifts_of(pair(one, homes[place]), weights))


@given(st.lists(PEOPLE, min_size=1, max_size=4), HOUSEHOLDS, WEIGHTS)
def test_of_a_household_beside_people(people: list[PersonProfile], home: HouseholdProfile, weights: Weights) -> None:
    found = OneBesideMany(Crowd(people), Crowd([home]), weights).lifts(range(len(people)))
    for one, lifts in zip(people, found, strict=True):
        assert both_ways(lifts) == both_ways(lifts_of(pair(one, home), weights))
