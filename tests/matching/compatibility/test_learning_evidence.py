"""What became of pairs, as numbers. Everybody here is invented."""

import numpy as np
import pytest

from matching.compatibility.explain import explain
from matching.compatibility.learning_evidence import Looked, Outcome, Said, evidence, kept_sides
from matching.compatibility.profiles import HouseholdProfile, PersonProfile
from matching.compatibility.verdicts import Rules
from scheme.ways_of_living import Noise
from tests.matching.compatibility.invented import TODAY

NAMES = ("noise", "pets")


@pytest.mark.parametrize(
    ("said", "went_well"),
    [
        (Said(), None),
        (Said(met=True), True),
        (Said(met=True, felt=-1.5), False),
        (Said(met=False, felt=2), True),
        (Said(met=True, felt=0), True),
        (Said(met=True, felt=2, later=False), False),
    ],
)
def test_the_later_it_was_said_the_more_it_counts(said: Said, went_well: bool | None) -> None:
    assert said.went_well is went_well


def test_what_a_proposal_kept_is_read_from_its_json() -> None:
    person, household = (
        PersonProfile(reference="P", noise=Noise.QUIET, matters={"noise": 3}),
        HouseholdProfile(reference="H", noise=Noise.LIVELY),
    )
    kept = kept_sides({"explanation": explain(person, household, Rules(today=TODAY)).as_json()})
    assert kept
    mine, theirs = kept
    assert mine["noise"].matters == 3
    assert mine["noise"].agreement < 50
    assert theirs["noise"] == Looked(1, mine["noise"].agreement)


@pytest.mark.parametrize(
    "frozen",
    [
        {},
        {"explanation": None},
        {"explanation": {"person_side": {}}},
        {"explanation": {"person_side": {"parts": [{}]}}},
    ],
)
def test_what_cannot_be_read_teaches_nothing(frozen: dict[str, object]) -> None:
    assert kept_sides(frozen) is None


def test_agreements_weigh_as_they_do_in_a_score() -> None:
    mine = {"noise": Looked(3, 100), "pets": Looked(1, 0), "food": Looked(2, 50)}
    found = evidence([Outcome("H", mine, {"noise": Looked(0, 0)})], NAMES)
    assert found.person.agreements.tolist() == [[1.5, -0.5]]
    assert found.person.asked.tolist() == [[1.5, 0.5]]
    assert found.household.agreements.tolist() == [[0, 0]]


def test_both_go_on_only_if_both_do_and_one_no_is_enough() -> None:
    yes, no, unknown = Said(later=True), Said(later=False), Said()
    outcomes = [Outcome("H", {}, {}, a, b) for a, b in [(yes, yes), (yes, no), (unknown, no), (yes, unknown)]]
    found = evidence(outcomes, NAMES)
    assert found.together.tolist()[:3] == found.later.tolist()[:3] == [1, 0, 0]
    assert np.isnan(found.together[3])


def test_a_visit_felt_as_it_felt_to_whom_it_felt_worse() -> None:
    outcomes = [
        Outcome("A", {}, {}, Said(felt=2), Said(felt=-1)),
        Outcome("B", {}, {}, Said(felt=1)),
        Outcome("A", {}, {}),
    ]
    found = evidence(outcomes, NAMES)
    assert found.felt.tolist()[:2] == [-1, 1]
    assert np.isnan(found.felt[2])
    assert found.group.tolist() == [0, 1, 0]


def test_nobody_at_all_is_no_evidence() -> None:
    found = evidence([], NAMES)
    assert found.person.agreements.shape == (0, 2)
    assert len(found.together) == 0
