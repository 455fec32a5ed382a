"""Children in a home. Everyone here is invented."""

from datetime import date

import pytest

from matching.spreadsheet.cells import CellValue, cell
from matching.spreadsheet.values.children import children
from matching.spreadsheet.values.reading import Context
from scheme.ways_of_living import AgeBand, ChildrenAtHome

CONTEXT = Context(date(2026, 11, 21))
FIVE, TEENS, SMALL = AgeBand.FIVE_TO_TEN, AgeBand.ELEVEN_TO_SEVENTEEN, AgeBand.UNDER_FIVE


@pytest.mark.parametrize(
    ("written", "at_home", "bands"),
    [
        ("none", ChildrenAtHome.NONE, None),
        ("N", ChildrenAtHome.NONE, None),
        (0, ChildrenAtHome.NONE, None),
        ("grown up", ChildrenAtHome.NONE, None),
        ("adult son left home", ChildrenAtHome.NONE, None),
        ("1 (aged 19)", ChildrenAtHome.NONE, None),
        ("grandkids visit", ChildrenAtHome.VISIT, None),
        ("1 (aged 9)", ChildrenAtHome.LIVE_HERE, (FIVE,)),
        ("2 (4 and 12)", ChildrenAtHome.LIVE_HERE, (SMALL, TEENS)),
        ("Tom (14), Isla (9)", ChildrenAtHome.LIVE_HERE, (TEENS, FIVE)),
        ("2 teenagers", ChildrenAtHome.LIVE_HERE, (TEENS, TEENS)),
        ("a toddler", ChildrenAtHome.LIVE_HERE, (SMALL,)),
        ("two girls", ChildrenAtHome.LIVE_HERE, None),
        (2, ChildrenAtHome.LIVE_HERE, None),
        ("yes", ChildrenAtHome.LIVE_HERE, None),
    ],
)
def test_children(written: CellValue, at_home: ChildrenAtHome, bands: tuple[AgeBand, ...] | None) -> None:
    reading = children(cell(written), CONTEXT)
    assert reading.facts["children_at_home"] is at_home
    assert reading.facts.get("children_bands") == bands
    assert not reading.misread


@pytest.mark.parametrize("written", ["expecting a baby", "used to foster", -1, 99, "Preston", "no longer"])
def test_unclear_words_leave_it_unknown(written: CellValue) -> None:
    reading = children(cell(written), CONTEXT)
    assert not reading.facts
    assert reading.keep
    assert reading.misread
