"""Postcodes as people write them."""

import pytest

from scheme.postcodes import area, district, tidy_postcode


@pytest.mark.parametrize(
    ("written", "tidy"),
    [
        ("CF10 3NQ", "CF10 3NQ"),
        ("cf103nq", "CF10 3NQ"),
        ("cf 10", "CF10"),
        ("W1A", "W1A"),
        ("L1 8JQ", "L1 8JQ"),
        ("GIR 0AA", "GIR 0AA"),
        ("BFPO 61", "BFPO 61"),
        ("", None),
        ("Cardiff", None),
        ("CF10 3N", None),
        ("QQ1 1AA", None),
        ("ＣＦ10", None),
    ],
)
def test_a_postcode_is_tidied_or_not_one(written, tidy):
    assert tidy_postcode(written) == tidy


def test_tidying_twice_changes_nothing():
    assert tidy_postcode("CF10 3NQ") == "CF10 3NQ"
    assert tidy_postcode("CF10") == "CF10"


def test_the_district_of_a_postcode():
    assert district("CF10 3NQ") == "CF10"
    assert district("CF10") == "CF10"


def test_the_area_of_a_postcode():
    assert area("CF10 3NQ") == "CF"
    assert area("L1") == "L"
    assert area("W1A") == "W"
    assert area("BFPO 61") == "BFPO"
