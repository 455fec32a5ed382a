"""How many contacts a home keeps, when both it and the places people meet at are only known to a square."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.compatibility.agreement import half_up
from matching.compatibility.nearness import Whereabouts
from matching.compatibility.profiles import Tie
from matching.compatibility.tables import TIES
from scheme.cells import Cell, between, in_metres
from scheme.ways_of_living import HowOften
from tests.matching.compatibility.invented import HERE, cells, ties

NEXT_TOWN = Cell(HERE.east + 5, HERE.north)
FAR = Cell(HERE.east + 50, HERE.north)


def agreement(known: tuple[Tie, ...], home: Whereabouts | None) -> list[int]:
    """Low, likely and high of one home for these ties."""
    points: list[int] = TIES.agree(TIES.wants([known]), TIES.finds([home]))[:, 0, 0].tolist()
    return points


def tie(who: str, cell: Cell | None, often: HowOften = HowOften.WEEKLY, reach_miles: int = 10) -> Tie:
    """Somebody met in this square."""
    return Tie(who, cell, often, reach_miles=reach_miles)


def test_a_friend_seen_most_days_weighs_more_than_one_seen_every_month() -> None:
    known = (tie("Lou", NEXT_TOWN, HowOften.MOST_DAYS), tie("Nan", FAR, HowOften.MONTHLY))
    assert agreement(known, Whereabouts(HERE)) == [95, 95, 95]


def test_the_same_friend_is_within_reach_by_bus_and_out_of_reach_on_foot() -> None:
    home = Whereabouts(HERE)
    assert agreement((tie("Lou", NEXT_TOWN),), home) == [100, 100, 100]
    assert agreement((tie("Lou", NEXT_TOWN, reach_miles=2),), home) == [0, 0, 0]


def test_a_friend_on_the_edge_may_or_may_not_be_within_reach() -> None:
    edge = Cell(HERE.east + 8, HERE.north)
    assert agreement((tie("Lou", edge),), Whereabouts(HERE)) == [0, 100, 100]


def test_somebody_met_we_do_not_know_where_is_not_known() -> None:
    assert agreement((tie("Lou", None),), Whereabouts(HERE)) == [0, 50, 100]
    assert agreement((tie("Lou", None), tie("Helen", HERE)), Whereabouts(HERE)) == [50, 75, 100]
    assert agreement((), Whereabouts(HERE)) == agreement((tie("Lou", HERE),), None) == [0, 50, 100]


def test_somebody_who_is_only_phoned_is_kept_wherever_the_home_is() -> None:
    known = (Tie("Nan", None, HowOften.WEEKLY, wherever=True),)
    assert agreement(known, Whereabouts(FAR)) == agreement(known, None) == [100, 100, 100]


@pytest.mark.parametrize(
    ("home", "reach_miles", "expected"),
    [
        ("LA1", 10, [100, 100, 100]),
        ("LA1", 2, [0, 0, 100]),
        ("LA2", 10, [0, 0, 100]),
        ("LA2", 20, [0, 100, 100]),
        ("L1", 10, [0, 0, 100]),
        ("L1", 2, [0, 0, 0]),
    ],
)
def test_with_no_map_districts_say_what_they_can(home: str, reach_miles: int, expected: list[int]) -> None:
    known = (Tie("Lou", None, HowOften.WEEKLY, "LA1", reach_miles=reach_miles),)
    assert agreement(known, Whereabouts(None, home)) == expected


@given(cells, cells, st.sampled_from([2, 10, 20]))
def test_a_contact_is_kept_for_certain_only_if_the_furthest_corners_are_within_reach(
    place: Cell, home: Cell, reach_miles: int
) -> None:
    nearest, furthest = between(place, home)
    low, likely, high = agreement((tie("Lou", place, reach_miles=reach_miles),), Whereabouts(home))
    assert (low, high) == (100 * (furthest <= in_metres(reach_miles)), 100 * (nearest <= in_metres(reach_miles)))
    assert low <= likely <= high


@given(st.lists(ties, min_size=1, max_size=5).map(tuple), st.none() | cells)
def test_several_are_the_mean_of_each_by_how_often_they_are_in_touch(known: tuple[Tie, ...], home: Cell | None) -> None:
    alone = [agreement((each,), Whereabouts(home)) for each in known]
    often = [each.how_often.times_a_month for each in known]
    means = [
        half_up(sum(points * times for points, times in zip(band, often, strict=True)), sum(often))
        for band in zip(*alone, strict=True)
    ]
    assert agreement(known, Whereabouts(home)) == means
