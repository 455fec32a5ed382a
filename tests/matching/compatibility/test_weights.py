"""How much each way of fitting counts in a scheme."""

import pytest

from matching.compatibility.criteria import CRITERIA
from matching.compatibility.weights import DEFAULT_WEIGHTS, Weights


def test_what_a_version_does_not_name_keeps_its_default() -> None:
    weights = Weights("2", {"noise": 7})
    assert (weights.of("noise"), weights.of("interests")) == (7, DEFAULT_WEIGHTS.of("interests"))


def test_every_way_of_fitting_has_a_default() -> None:
    assert {criterion.name: DEFAULT_WEIGHTS.of(criterion.name) for criterion in CRITERIA} == {
        criterion.name: criterion.weight for criterion in CRITERIA
    }


@pytest.mark.parametrize("points", [{"noise": -1}, {"noise": 101}, {"handwriting": 1}])
def test_a_weight_out_of_range_or_for_nothing_is_refused(points: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=r"weight|way of fitting"):
        Weights("2", points)
