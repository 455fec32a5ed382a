"""What connects two interests, in words."""

import pytest

from matching.compatibility.interests import INTERESTS, between
from matching.compatibility.sets import Path


@pytest.mark.parametrize(
    ("one", "other", "path"),
    [
        ("karaoke", "singing", Path("one is a kind of the other")),
        ("elvis", "listening-to-music", Path("one is a kind of the other", ("rock-and-roll",))),
        ("football", "cricket", Path("both are about team sports")),
        ("rugby-league", "football", Path("both are about team sports", ("rugby",))),
        ("karaoke", "discos", Path("the two often go together")),
        (
            "elvis",
            "karaoke",
            Path("both are about music and dancing", ("rock-and-roll", "listening-to-music", "singing")),
        ),
    ],
)
def test_each_link_has_its_words(one: str, other: str, path: Path) -> None:
    assert between(one, other) == path
    assert between(other, one) == Path(path.words, path.by_way_of[::-1])


def test_two_that_nothing_connects_have_no_path() -> None:
    with pytest.raises(LookupError, match="bingo"):
        between("bingo", "nails")


def test_interests_that_are_close_are_exactly_those_with_a_path() -> None:
    for row, one in enumerate(INTERESTS.things):
        for column, other in enumerate(INTERESTS.things):
            if one < other and INTERESTS.closeness[row, column]:
                assert INTERESTS.path(one, other).words
