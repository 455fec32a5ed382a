"""Yes, no and not known. Everyone here is invented."""

from datetime import date

import pytest

from matching.spreadsheet.cells import CellValue, cell
from matching.spreadsheet.values.answers import answer_reader
from matching.spreadsheet.values.reading import Context
from scheme.ways_of_living import YesNo

CONTEXT = Context(date(2026, 11, 21))
read = answer_reader("answer")


@pytest.mark.parametrize(
    "written", ["y", "Y", "yes", "YES ", "Yes", "✓", "✔", "true", True, 1, "Yes please", "ok", "yes.", "t", "Ydy"]
)
def test_yes(written: CellValue) -> None:
    reading = read(cell(written), CONTEXT)
    assert reading.facts == {"answer": YesNo.YES}
    assert not reading.keep


@pytest.mark.parametrize("written", ["n", "N", "no", "no ", "NO", "✗", "false", False, 0, "None", "nope", "never"])
def test_no(written: CellValue) -> None:
    assert read(cell(written), CONTEXT).facts == {"answer": YesNo.NO}


@pytest.mark.parametrize(
    "written",
    [
        "?",
        "??",
        "n/k",
        "N/K",
        "nk",
        "TBC",
        "tba",
        "ask",
        "not known",
        "Not Known",
        "-",
        "–",
        "—",
        "unknown",
        "dk",
        "don't know",
        "don’t know",
        "N/A",
        "not sure",
    ],
)
def test_not_known_is_never_no(written: str) -> None:
    reading = read(cell(written), CONTEXT)
    assert reading.not_known
    assert not reading.facts
    assert not reading.misread


@pytest.mark.parametrize("written", ["x", "X", " x ", "☒"])
def test_an_x_says_nothing_until_somebody_says_what_it_means(written: str) -> None:
    reading = read(cell(written), CONTEXT)
    assert reading.unclear_mark
    assert reading.keep
    assert not reading.facts
    assert "what" in reading.misread[0].expected


def test_an_answer_with_words_after_it_is_taken_and_the_words_kept() -> None:
    for written, answer in (("Yes - loves them", YesNo.YES), ("N (asthma)", YesNo.NO), ("y, very much", YesNo.YES)):
        reading = read(cell(written), CONTEXT)
        assert reading.facts == {"answer": answer}, written
        assert reading.keep


@pytest.mark.parametrize(
    "written",
    [
        "yes but not cats",
        "no, unless outside",
        "no dogs",
        "maybe",
        "yes/no",
        "depends",
        "2",
        "Preston",
        "Y (only small ones)",
    ],
)
def test_a_hedged_answer_is_no_answer(written: str) -> None:
    reading = read(cell(written), CONTEXT)
    assert not reading.facts
    assert reading.keep
    assert reading.misread[0].found == written
