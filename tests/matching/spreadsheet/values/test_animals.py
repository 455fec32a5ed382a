"""Animals in a home. Everyone here is invented."""

from datetime import date

import pytest

from matching.spreadsheet.cells import CellValue, cell
from matching.spreadsheet.values.animals import pets_reader
from matching.spreadsheet.values.reading import Context
from scheme.ways_of_living import Pet

CONTEXT = Context(date(2026, 11, 21))
read = pets_reader("pets")


@pytest.mark.parametrize(
    ("written", "pets"),
    [
        ("dog", (Pet.DOG,)),
        ("2 dogs", (Pet.DOG,)),
        ("2 cats + rabbit", (Pet.CAT, Pet.SMALL)),
        ("parrot", (Pet.BIRD,)),
        ("a guinea pig and two budgies", (Pet.SMALL, Pet.BIRD)),
        ("none", ()),
        ("N", ()),
        ("No pets", ()),
        (0, ()),
    ],
)
def test_pets(written: CellValue, pets: tuple[Pet, ...]) -> None:
    reading = read(cell(written), CONTEXT)
    assert reading.facts == {"pets": pets}
    assert not reading.keep


def test_more_words_are_kept() -> None:
    reading = read(cell("old labrador, very gentle"), CONTEXT)
    assert reading.facts == {"pets": (Pet.DOG,)}
    assert reading.keep


@pytest.mark.parametrize("written", ["yes", "no dogs", "used to have a cat", "allergic to cats", "3", "lots"])
def test_unclear_words_leave_it_unknown(written: str) -> None:
    reading = read(cell(written), CONTEXT)
    assert not reading.facts
    assert reading.keep
    assert reading.misread


def test_a_dash_is_not_known_and_an_x_waits() -> None:
    assert read(cell("-"), CONTEXT).not_known
    assert read(cell("x"), CONTEXT).unclear_mark
