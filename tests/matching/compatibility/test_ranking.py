"""The order in which a worker looks at candidates."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.compatibility.criteria import CRITERIA
from matching.compatibility.essentials import Standing
from matching.compatibility.profiles import HouseholdProfile, Offer, PersonProfile, Wish
from matching.compatibility.ranking import rank_households, rank_people, top
from matching.compatibility.score import compare, order
from matching.compatibility.weights import Weights
from scheme.kinds import ArrangementKind
from scheme.ways_of_living import Noise
from tests.matching.compatibility.invented import HOUSEHOLDS, PEOPLE, RULES, household, person

LIVE_IN, SHORT_BREAK = ArrangementKind.LIVE_IN, ArrangementKind.SHORT_BREAK
QUIET = person(noise=Noise.QUIET, wishes=(Wish(LIVE_IN),))


def home(reference: str, noise: Noise | None, kind: ArrangementKind = LIVE_IN) -> HouseholdProfile:
    """A household that differs from another only in how lively it is and what it offers."""
    return household(reference=reference, noise=noise, offers=(Offer(kind, 1),))


def test_the_quietest_home_comes_first_for_somebody_who_likes_quiet() -> None:
    found = rank_households(QUIET, [home("H1", Noise.LIVELY), home("H2", None), home("H3", Noise.QUIET)], RULES)
    assert [one.reference for one in found] == ["H3", "H2", "H1"]


def test_who_is_ruled_out_is_listed_last_and_says_so() -> None:
    found = rank_households(QUIET, [home("H1", Noise.QUIET, SHORT_BREAK), home("H2", Noise.LIVELY)], RULES)
    assert [(one.reference, one.standing) for one in found] == [
        ("H2", Standing.CHECK_FIRST),
        ("H1", Standing.RULED_OUT),
    ]


def test_equal_homes_are_listed_by_reference() -> None:
    found = rank_households(QUIET, [home("H3", None), home("H1", None), home("H2", None)], RULES)
    assert [one.reference for one in found] == ["H1", "H2", "H3"]


def test_a_household_sees_people_in_order_too() -> None:
    people = [person(reference="P1", noise=Noise.LIVELY), person(reference="P2", noise=Noise.QUIET)]
    assert [one.reference for one in rank_people(home("H1", Noise.QUIET), people, RULES)] == ["P2", "P1"]


def test_the_first_few_pass_over_who_is_ruled_out() -> None:
    homes = [home("H1", Noise.QUIET, SHORT_BREAK), home("H2", Noise.LIVELY), home("H3", Noise.BETWEEN)]
    assert [one.reference for one in top([QUIET], homes, 2, rules=RULES)["P001"]] == ["H3", "H2"]
    assert [one.reference for one in top([QUIET], homes, 2)["P001"]] == ["H1", "H3"]


def test_nobody_nowhere_and_none_are_fine_and_fewer_than_none_is_not() -> None:
    assert rank_households(QUIET, [], RULES) == rank_people(home("H1", None), [], RULES) == ()
    assert top([], [home("H1", None)], 3) == {}
    assert top([QUIET], [home("H1", None)], 0) == {"P001": ()}
    with pytest.raises(ValueError, match="not negative"):
        top([QUIET], [], -1)


@settings(max_examples=30)
@given(PEOPLE, st.lists(HOUSEHOLDS, max_size=6, unique_by=lambda one: one.reference), st.booleans())
def test_the_list_is_in_the_order_of_the_explained_scores(
    mine: PersonProfile, households: list[HouseholdProfile], nobody_minds: bool
) -> None:
    weights = Weights("test", dict.fromkeys((one.name for one in CRITERIA), 0) | ({} if nobody_minds else {"noise": 1}))
    expected = sorted(households, key=lambda theirs: place(mine, theirs, weights))
    found = top([mine], households, len(households), weights)[mine.reference]
    assert [one.reference for one in found] == [theirs.reference for theirs in expected]


def place(mine: PersonProfile, theirs: HouseholdProfile, weights: Weights) -> tuple[bool, int, int, int, str]:
    """Where an explained pair stands."""
    both = compare(mine, theirs, weights)
    return order(both.person.score, both.household.score, both.together, theirs.reference)
