"""Made-up postcodes look like postcodes and lie in their own squares."""

from matching.demo.districts import DISTRICTS, positions
from scheme.cells import cell_of
from scheme.postcodes import district, tidy_postcode


def test_made_up_postcodes_are_taken_for_postcodes():
    for each in DISTRICTS:
        assert tidy_postcode(each.name) == each.name
        assert all(tidy_postcode(postcode) == postcode for postcode in each.postcodes())
        assert all(district(postcode) == each.name for postcode in each.postcodes())


def test_every_district_and_postcode_has_a_position_of_its_own():
    found = positions()
    assert len(found) == len(DISTRICTS) * 5
    squares = {cell_of(*where) for name, where in found.items() if len(name) > 4}
    assert len(squares) > len(DISTRICTS) * 2
