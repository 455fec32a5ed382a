"""How near a home is to the places that matter, when both are only known to a square."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.compatibility.nearness import Nearness
from matching.compatibility.profiles import Place
from matching.compatibility.tables import PLACES
from scheme.cells import Cell, between
from scheme.ways_of_living import HowOften
from tests.matching.compatibility.invented import HERE, cells, places


def agreement(going: tuple[Place, ...], home: Cell | None) -> list[int]:
    """Low, likely and high of one home for one list of places."""
    points: list[int] = PLACES.agree(PLACES.wants([going]), PLACES.finds([home]))[:, 0, 0].tolist()
    return points


def points_for(metres: int) -> int:
    """The table of bands, read one row at a time."""
    return next((points for limit, points in PLACES.bands if metres <= limit), 0)


def test_the_same_square_is_as_near_as_can_be() -> None:
    assert agreement((Place("Mum", HERE),), HERE) == [100, 100, 100]


def test_a_place_nobody_could_find_is_not_known() -> None:
    assert agreement((Place("Mum", None),), HERE) == [0, 50, 100]
    assert agreement((Place("Mum", HERE),), None) == [0, 50, 100]
    assert agreement((), HERE) == [0, 50, 100]


def test_one_place_known_and_one_not_is_known_in_part() -> None:
    going = (Place("Mum", HERE, HowOften.WEEKLY), Place("Work", None, HowOften.WEEKLY))
    assert agreement(going, HERE) == [50, 75, 100]


def test_where_somebody_goes_most_days_weighs_most() -> None:
    far = Cell(HERE.east + 100, HERE.north)
    going = (Place("Work", HERE, HowOften.MOST_DAYS), Place("The sea", far, HowOften.MONTHLY))
    assert agreement(going, HERE) == [95, 95, 95]


def test_further_can_never_be_declared_better() -> None:
    with pytest.raises(ValueError, match="Further is never better"):
        Nearness(((1_000, 50), (2_000, 60)))


@given(cells, cells)
def test_one_place_scores_by_its_furthest_and_nearest_corners(place: Cell, home: Cell) -> None:
    nearest, furthest = between(place, home)
    low, likely, high = agreement((Place("A place", place),), home)
    assert (low, high) == (points_for(furthest), points_for(nearest))
    assert low <= likely <= high


@given(st.lists(places, max_size=4).map(tuple), st.none() | cells)
def test_low_likely_and_high_are_always_in_order(going: tuple[Place, ...], home: Cell | None) -> None:
    low, likely, high = agreement(going, home)
    assert 0 <= low <= likely <= high <= 100
