"""How near a home is to the places that matter, when both are only known to a square."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.compatibility.agreement import Agreement
from matching.compatibility.criterion import Reader
from matching.compatibility.explain import explain
from matching.compatibility.nearness import Nearness, Whereabouts
from matching.compatibility.profiles import HomeFacts, PersonProfile, Place
from matching.compatibility.sentences import BY_DISTRICT, NOT_KNOWN
from matching.compatibility.tables import PLACES
from scheme.cells import Cell, between
from scheme.ways_of_living import HowOften
from tests.matching.compatibility.invented import HERE, RULES, cells, household, person, places


def agreement(going: tuple[Place, ...], home: Cell | None) -> list[int]:
    """Low, likely and high of one home for one list of places."""
    return agreement_at(going, Whereabouts(home))


def agreement_at(going: tuple[Place, ...], home: Whereabouts | None) -> list[int]:
    """The same for a home of which more may be known than its square."""
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
        Nearness(((1_000, 50), (2_000, 60)), PLACES.by_district)


@pytest.mark.parametrize(
    ("home", "expected"),
    [
        ("LA1", PLACES.by_district.same_district),
        ("LA2", PLACES.by_district.same_area),
        ("LA14", PLACES.by_district.same_area),
        ("L1", PLACES.by_district.another_area),
        ("W1A", PLACES.by_district.another_area),
    ],
)
def test_with_no_map_the_first_halves_of_postcodes_are_compared(home: str, expected: Agreement) -> None:
    going = (Place("Mum", None, district="LA1"),)
    found = [expected.low, expected.likely, expected.high]
    assert agreement_at(going, Whereabouts(None, home)) == found
    assert agreement_at(going, Whereabouts(HERE, home)) == found
    assert agreement_at((Place("Mum", HERE, district="LA1"),), Whereabouts(None, home)) == found


def test_squares_are_compared_wherever_both_are_known() -> None:
    going = (Place("Mum", HERE, district="LA1"),)
    assert agreement_at(going, Whereabouts(HERE, "SW1A")) == [100, 100, 100]


def test_nearer_districts_are_never_worse() -> None:
    rule = PLACES.by_district
    for near, far in ((rule.same_district, rule.same_area), (rule.same_area, rule.another_area)):
        assert near.low >= far.low
        assert near.likely > far.likely
        assert near.high > far.high


def test_a_district_on_one_side_alone_tells_nothing() -> None:
    assert agreement_at((Place("Mum", None, district="LA1"),), Whereabouts()) == [0, 50, 100]
    assert agreement_at((Place("Mum", None),), Whereabouts(HERE, "LA1")) == [0, 50, 100]


def test_one_place_by_its_square_and_one_by_its_district() -> None:
    going = (Place("Mum", HERE, HowOften.WEEKLY), Place("Work", None, HowOften.WEEKLY, "LA1"))
    assert agreement_at(going, Whereabouts(HERE, "LA1")) == [75, 93, 100]


def test_the_sentence_says_that_only_districts_are_known() -> None:
    seeker = person(places=(Place("Mum", None, district="LA1"),))
    rough, known = (sentence(seeker, HomeFacts(cell=cell, district="LA1")) for cell in (None, HERE))
    assert rough == known == f"The home is near the places that matter to them. {BY_DISTRICT}"
    on_the_map = person(places=(Place("Mum", HERE, district="LA1"),))
    assert sentence(on_the_map, HomeFacts(cell=HERE)) == "The home is near the places that matter to them."


def test_nothing_is_said_of_places_that_cannot_be_compared() -> None:
    assert sentence(person(places=(Place("Mum", None),)), HomeFacts(cell=HERE)) == NOT_KNOWN[Reader.WORKER]


def sentence(seeker: PersonProfile, home: HomeFacts) -> str:
    """What a worker reads about how near a home is."""
    explained = explain(seeker, household(home=home), RULES)
    return next(part.sentence for part in explained.person_side.parts if part.criterion == "nearness")


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
