"""Metres on the National Grid to degrees."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheme.cells import metres
from scheme.national_grid import degrees


def in_degrees(whole: int, minutes: int, seconds: float) -> float:
    """Degrees, minutes and seconds as the survey prints them."""
    return whole + minutes / 60 + seconds / 3600


def test_the_worked_example_of_the_ordnance_survey() -> None:
    """A guide to coordinate systems in Great Britain, annexe C: a water tower at Caister, to within five centimetres."""
    latitude, longitude = degrees(651_409.903, 313_177.270)
    assert latitude == pytest.approx(in_degrees(52, 39, 27.2531), abs=5e-7)
    assert longitude == pytest.approx(in_degrees(1, 43, 4.5177), abs=5e-7)


def test_the_true_origin() -> None:
    """49° north, 2° west lies 400 km east of the grid's corner and 100 km south of it: so just off the grid."""
    latitude, longitude = degrees(400_000, 0)
    assert latitude == pytest.approx(49 + 100_000 / 111_200, abs=0.01)
    assert longitude == pytest.approx(-2, abs=1e-9)


@pytest.mark.parametrize("off", [(-1, 0), (0, -1), (700_001, 0), (0, 1_300_001), (float("nan"), 0), (0, float("inf"))])
def test_what_is_off_the_grid_is_refused(off: tuple[float, float]) -> None:
    with pytest.raises(ValueError, match="National Grid"):
        degrees(*off)


@given(
    st.integers(100_000, 640_000),
    st.integers(10_000, 1_200_000),
    st.integers(-5_000, 5_000),
    st.integers(-5_000, 5_000),
)
def test_metres_apart_on_the_grid_are_as_far_apart_on_ours(east: int, north: int, right: int, up: int) -> None:
    """Two projections made apart from each other agree about distances to within one per cent."""
    here, there = metres(*degrees(east, north)), metres(*degrees(east + right, north + up))
    apart = ((here[0] - there[0]) ** 2 + (here[1] - there[1]) ** 2) ** 0.5
    assert apart == pytest.approx((right**2 + up**2) ** 0.5, rel=0.01, abs=1)
