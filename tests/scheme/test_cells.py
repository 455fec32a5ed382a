"""Squares instead of points, and the least and most that two can be apart."""

from math import ceil, dist, floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheme.cells import AREA_M, DISTRICT_M, HOME_M, RURAL_M, Cell, between, cell_of, metres

sizes = st.sampled_from([HOME_M, RURAL_M, DISTRICT_M, AREA_M])
cells = st.builds(Cell, st.integers(-100, 600), st.integers(-100, 600), sizes)
shares = st.floats(0, 1)
LATITUDES, LONGITUDES = st.floats(49.5, 61), st.floats(-9, 2)


def test_a_cell_is_written_as_size_east_north_and_read_back() -> None:
    assert str(Cell(183, 214)) == "2000:183:214"
    assert Cell.parse("5000:73:85") == Cell(73, 85, RURAL_M)


@pytest.mark.parametrize("text", ["", "2000", "2000:1", "2000:1:2:3", "wide:1:2", "0:1:2", "-5:1:2"])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Cell.parse(text)


@given(cells)
def test_every_cell_survives_being_written_down(cell: Cell) -> None:
    assert Cell.parse(str(cell)) == cell


def test_two_homes_in_one_square_may_be_next_door_or_across_it() -> None:
    assert between(Cell(1, 1), Cell(1, 1)) == (0, 2829)


def test_squares_three_apart_leave_two_between_them() -> None:
    assert between(Cell(0, 0), Cell(3, 0)) == (4000, 8247)


@given(cells, cells)
def test_it_is_as_far_there_as_back(one: Cell, other: Cell) -> None:
    assert between(one, other) == between(other, one)


@given(cells, cells, shares, shares, shares, shares)
def test_no_two_points_are_nearer_or_further_than_their_squares(
    one: Cell, other: Cell, east: float, north: float, there_east: float, there_north: float
) -> None:
    here = (one.west_m + east * one.size_m, one.south_m + north * one.size_m)
    there = (other.west_m + there_east * other.size_m, other.south_m + there_north * other.size_m)
    nearest, furthest = between(one, other)
    assert nearest <= ceil(dist(here, there))
    assert furthest >= floor(dist(here, there))


@given(LATITUDES, LONGITUDES, sizes)
def test_a_place_lies_in_its_square(latitude: float, longitude: float, size_m: int) -> None:
    east, north = metres(latitude, longitude)
    cell = cell_of(latitude, longitude, size_m)
    assert cell.west_m <= east <= cell.west_m + size_m
    assert cell.south_m <= north <= cell.south_m + size_m


def test_distances_between_towns_are_right_to_within_half_a_per_cent() -> None:
    """Great-circle distances by the haversine formula, which any atlas gives."""
    cardiff, swansea, inverness, london = (51.4816, -3.1791), (51.6214, -3.9436), (57.4778, -4.2247), (51.5074, -0.1278)
    assert dist(metres(*cardiff), metres(*swansea)) == pytest.approx(55_100, rel=0.005)
    assert dist(metres(*london), metres(*inverness)) == pytest.approx(714_300, rel=0.005)


def test_a_place_that_is_not_on_earth_is_refused() -> None:
    with pytest.raises(ValueError, match="Latitude"):
        cell_of(91, 0)
