"""Who would meet other households first with other weights. Everybody here is invented."""

from hypothesis import given
from hypothesis import strategies as st

from matching.compatibility.moving import FIRST_FEW, who_moves
from matching.compatibility.profiles import HouseholdProfile, PersonProfile
from matching.compatibility.ranking import top
from matching.compatibility.weights import DEFAULT_WEIGHTS, Weights
from scheme.ways_of_living import Noise, Routine
from tests.matching.compatibility.invented import HOUSEHOLDS_IN_QUESTION, PEOPLE_IN_NEED, RULES

QUIET_COUNTS, ROUTINE_COUNTS = (
    Weights(name, {**dict.fromkeys(DEFAULT_WEIGHTS.points, 0), name: 5}) for name in ("noise", "routine")
)
PERSON = PersonProfile(reference="P1", noise=Noise.QUIET, routine=Routine.REGULAR)
QUIET = HouseholdProfile(reference="H1", noise=Noise.QUIET, routine=Routine.CHANGING)
STEADY = HouseholdProfile(reference="H2", noise=Noise.LIVELY, routine=Routine.REGULAR)


def test_somebody_whose_first_household_is_another_with_other_weights() -> None:
    (moved,) = who_moves([PERSON], [QUIET, STEADY], RULES, QUIET_COUNTS, ROUTINE_COUNTS)
    assert moved.reference == "P1"
    assert [each.reference for each in moved.before] == ["H1", "H2"]
    assert [each.reference for each in moved.after] == ["H2", "H1"]
    assert moved.another_first


def test_the_same_weights_move_nobody() -> None:
    assert who_moves([PERSON], [QUIET, STEADY], RULES, QUIET_COUNTS, QUIET_COUNTS) == ()


@given(
    st.lists(PEOPLE_IN_NEED, max_size=3, unique_by=lambda one: one.reference),
    st.lists(HOUSEHOLDS_IN_QUESTION, max_size=4),
)
def test_it_is_everybody_whose_list_differs(some: list[PersonProfile], homes: list[HouseholdProfile]) -> None:
    before, after = (top(some, homes, FIRST_FEW, each, RULES) for each in (QUIET_COUNTS, DEFAULT_WEIGHTS))
    lists = [{name: [each.reference for each in found[name]] for name in found} for found in (before, after)]
    moved = who_moves(some, homes, RULES, QUIET_COUNTS, DEFAULT_WEIGHTS)
    assert {each.reference for each in moved} == {name for name in before if lists[0][name] != lists[1][name]}
    firsts = [each.another_first for each in moved]
    assert firsts == sorted(firsts, reverse=True)
