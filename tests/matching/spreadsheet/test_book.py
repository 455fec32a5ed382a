"""A whole spreadsheet read. Everyone here is invented."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.spreadsheet.book import ReadBook, read_book
from matching.spreadsheet.cells import CellValue, cell, plain
from matching.spreadsheet.found import ReadRow
from matching.spreadsheet.headers import About
from matching.spreadsheet.sheets import Row, Sheet
from matching.spreadsheet.values.answers import says_not_known
from matching.spreadsheet.values.reading import Context
from matching.spreadsheet.workbook import open_book
from scheme.kinds import ArrangementKind
from scheme.ways_of_living import Pet, PetsWish, YesNo
from tests.matching.spreadsheet.workbooks import HOUSEHOLDS, PEOPLE, the_workbook

CONTEXT = Context(date(2026, 11, 21))


def read() -> ReadBook:
    return read_book(open_book([the_workbook()]), CONTEXT)


def found(book: ReadBook, reference: str | None) -> ReadRow:
    return next(row for row in (*book.people, *book.households) if row.reference == reference)


def problems(book: ReadBook, sheet: str, row: int) -> dict[str, str]:
    return {one.column: one.found for one in book.problems if (one.sheet, one.row) == (sheet, row)}


def test_everyone_once_and_every_row_counted() -> None:
    book = read()
    assert [person.facts["known_as"] for person in book.people] == ["Ana", "Ben", "Cai", "Dee"]
    assert [household.facts["name"] for household in book.households] == ["Ffion & Una Gray", "Gil Hart", "Ida Jory"]
    assert book.blank == {About.PEOPLE: 1, About.HOUSEHOLDS: 1}
    assert book.duplicates == {About.PEOPLE: 2, About.HOUSEHOLDS: 0}
    assert book.refused == {About.PEOPLE: 1, About.HOUSEHOLDS: 0}


def test_what_is_understood_becomes_facts_and_what_is_not_stays_in_words() -> None:
    ben = found(read(), "P2")
    assert ben.facts["date_of_birth"] == date(1980, 8, 14)
    assert ben.facts["starts"] == date(2026, 10, 1)
    assert ben.facts["step_free_needed"] is YesNo.YES
    assert "postcode" not in ben.facts
    assert "kinds" not in ben.facts
    assert "pets_wish" not in ben.facts
    assert {(note.column, note.words) for note in ben.notes} >= {
        ("Post code", "Preston"),
        ("Looking for", "supported living flat"),
        ("OK with pets?", "x"),
        ("How far (miles)", "near mum"),
        ("Notes", "mum says no cats"),
    }
    assert problems(read(), "People waiting", 5) == {
        "Post code": "Preston",
        "Looking for": "supported living flat",
        "OK with pets?": "x",
        "How far (miles)": "near mum",
    }


def test_a_household_s_row() -> None:
    ffion = found(read(), "H1")
    assert ffion.facts["kinds"] == (ArrangementKind.SHORT_BREAK, ArrangementKind.DAY_SUPPORT)
    assert ffion.facts["spaces_from"] == date(2027, 1, 1)
    assert ffion.facts["pets"] == (Pet.CAT, Pet.SMALL)
    assert ffion.facts["living_there"] == 1
    assert ("Living there now", "1 - Gwen") in {(note.column, note.words) for note in ffion.notes}


def test_a_row_is_refused_only_when_it_names_nobody_and_its_words_are_in_the_report() -> None:
    refused = [one for one in read().problems if one.kept == "row refused"]
    assert [(one.sheet, one.row) for one in refused] == [("People waiting", 10)]
    assert "P4" in refused[0].found
    assert "who is this" in refused[0].found


def test_the_same_reference_twice_keeps_the_first_and_reports_the_difference() -> None:
    book = read()
    ana = found(book, "P1")
    assert ana.facts["postcode"] == "PR9 4ZZ"
    assert problems(book, "People waiting", 9) == {"Postcode": "LA1"}
    assert {"Postcode (row 9)": "LA1", "Notes (row 9)": "moved?"}.items() <= {
        note.column: note.words for note in ana.notes
    }.items()


def test_more_than_three_in_one_home_is_kept_reported_and_offers_no_space() -> None:
    book = read()
    ida = found(book, "H3")
    assert ida.facts["living_there"] == 4
    assert ida.facts["spaces"] == 0
    assert problems(book, "Carers", 5) == {"Living there now": "4"}


def test_an_x_waits_until_a_worker_says_what_it_means() -> None:
    assert set(read().unclear_columns) == {
        ("People waiting", "OK with pets?"),
        ("People waiting", "OK with smokers?"),
        ("Carers", "Smokers"),
    }
    book = read_book(open_book([the_workbook()]), CONTEXT, meanings={("People waiting", "OK with pets?"): YesNo.YES})
    assert found(book, "P2").facts["pets_wish"] is PetsWish.FINE
    assert ("People waiting", "OK with pets?") not in book.unclear_columns


def test_unknown_columns_are_listed_and_their_values_kept() -> None:
    book = read()
    assert book.unknown_columns == (("People waiting", "Bus pass"),)
    assert ("Bus pass", "yes") in {(note.column, note.words) for note in found(book, "P1").notes}


def test_workers_written_several_ways_are_proposed_once() -> None:
    assert [worker.written for worker in read().workers] == [("H Omar", "Helen O."), ("Jas K",), ("Sam P", "sam p")]


def test_a_sheet_of_something_else_is_reported_and_stops_nothing() -> None:
    book = read_book([Sheet("Read me", (Row(1, (cell("Updated weekly"),)),)), *open_book([the_workbook()])], CONTEXT)
    assert len(book.people) == 4
    assert next((one.sheet, one.row, one.kept) for one in book.problems) == ("Read me", 1, "row refused")


def a_sheet(rows: Sequence[Sequence[CellValue]], name: str = "Sheet") -> Sheet:
    kept = [Row(number, tuple(cell(value) for value in row)) for number, row in enumerate(rows, start=1)]
    return Sheet(name, tuple(row for row in kept if any(not one.blank for one in row.cells)))


def test_a_surname_alone_is_somebody() -> None:
    book = read_book([a_sheet([("Ref", "First name", "Surname"), ("P1", None, "Bold")])], CONTEXT)
    assert book.people[0].facts["known_as"] == "Bold"
    assert problems(book, "Sheet", 2) == {"First name": ""}


def test_lines_of_totals_are_nobody_and_their_words_are_in_the_report() -> None:
    rows: list[Sequence[CellValue]] = [
        ("Ref", "Name", "Spaces"),
        ("H1", "Una Gray", 1),
        ("TOTAL", 4, 1),
        ("Average per home", None, 1),
        (None, "12 carers", None),
        ("Grand total:", "4 homes", None),
        ("H2", "Total Count", None),
    ]
    book = read_book([a_sheet(rows, "Carers")], CONTEXT)
    assert [one.facts["name"] for one in book.households] == ["Una Gray", "Total Count"]
    assert book.refused[About.HOUSEHOLDS] == 4
    assert "Grand total:" in book.problems[-1].found


def test_a_name_has_a_letter_in_it() -> None:
    book = read_book([a_sheet([("Ref", "Name"), ("P1", 12), ("P2", "???!"), ("P3", "محمد")])], CONTEXT)
    assert [one.facts["known_as"] for one in book.people] == ["محمد"]
    assert book.refused[About.PEOPLE] == 2


@pytest.mark.parametrize("found", ["#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "Err:502", "=B2+1"])
def test_a_formula_that_went_wrong_says_nothing(found: str) -> None:
    rows = [("Ref", "Name", "Full name", "Loves", "What matters most"), ("P1", "Ana", found, found, found)]
    (ana,) = read_book([a_sheet(rows)], CONTEXT).people
    assert set(ana.facts) == {"reference", "known_as"}
    assert {note.words for note in ana.notes} == {found}
    assert ana.proposals == ()
    assert len(ana.problems) == 3


@pytest.mark.parametrize("words", ["tea " * 10_000, "x" * 40_000, f"a{' ' * 39_990}b", "1 - " * 10_000, "no " * 13_000])
def test_a_very_long_cell_is_kept_whole(words: str) -> None:
    """Each of these took minutes once: a pattern that looks back over a long cell shows here as a test that never ends."""
    for rows in (PEOPLE[2:3], HOUSEHOLDS[:1]):
        headers = rows[0]
        told = [words if header not in {"Ref", "First name", "Carer(s)"} else "Ana" for header in headers]
        book = read_book([a_sheet([headers, told])], CONTEXT)
        (row,) = list(book.people) + list(book.households)
        assert cell(words).words in {note.words for note in row.notes}


def test_one_fact_in_two_columns() -> None:
    rows = [
        ("Ref", "Name", "Language 1", "Language 2", "Phone", "Mobile"),
        ("P1", "Ana", "Welsh", "English", "01524 555010", "07700 900123"),
    ]
    book = read_book([a_sheet(rows)], CONTEXT)
    (ana,) = book.people
    assert [language.value for language in ana.facts["languages"]] == ["welsh", "english"]  # type: ignore[attr-defined]
    assert ana.facts["phone"] == "01524 555010"
    assert problems(book, "Sheet", 2) == {"Mobile": "07700 900123"}
    assert ("Mobile", "07700 900123") in {(note.column, note.words) for note in ana.notes}


def test_headers_printed_again_halfway_are_nobody() -> None:
    header = ("Ref", "First name", "Surname")
    book = read_book([a_sheet([header, ("P1", "Ana", "Bold"), header, ("P2", "Ben", "Cask")])], CONTEXT)
    assert len(book.people) == 2
    assert book.refused[About.PEOPLE] == 0


def test_one_reference_on_two_sheets_is_one_person() -> None:
    sheets = [
        a_sheet([("Ref", "First name"), (ref, name)], sheet)
        for sheet, ref, name in (("A", "P1", "Ana"), ("B", "p1", "Anna"))
    ]
    book = read_book(sheets, CONTEXT)
    assert [person.facts["known_as"] for person in book.people] == ["Ana"]
    assert ("B", 2) in {(one.sheet, one.row) for one in book.problems}


VALUES = st.one_of(
    st.text(max_size=60),
    st.text(alphabet="0123456789/-.,;&()?+ abdefmnorsxy\n", max_size=30),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
    st.sampled_from([value for row in (*PEOPLE[3:], *HOUSEHOLDS[1:]) for value in row]),
)
"""Any text, number or moment, and the kinds of thing real cells hold."""


def assert_nothing_dropped(headers: Sequence[CellValue], values: Sequence[CellValue]) -> None:
    book = read_book([a_sheet([headers, values])], CONTEXT)
    written = {str(header): cell(value) for header, value in zip(headers, values, strict=True) if not cell(value).blank}
    if not (book.people or book.households):
        words = " ".join(one.found for one in book.problems)
        assert all(one.words in words for one in written.values()), "a refused row keeps its words in the report"
        return
    row: ReadRow = next(iter((*book.people, *book.households)))
    notes = {note.column: note.words for note in row.notes}
    kept = plain("\n".join(row.sources.values()))
    for header, one in written.items():
        as_fact = plain(one.words) in kept
        assert as_fact or notes.get(header) == one.words or (header in row.not_known and says_not_known(one)), (
            header,
            one,
        )


@given(st.lists(VALUES, min_size=23, max_size=23))
def test_any_cells_about_a_person_never_stop_the_import_and_nothing_is_dropped(values: list[CellValue]) -> None:
    assert_nothing_dropped(PEOPLE[2], values)


@given(st.lists(VALUES, min_size=21, max_size=21))
def test_any_cells_about_a_household_never_stop_the_import_and_nothing_is_dropped(values: list[CellValue]) -> None:
    assert_nothing_dropped(HOUSEHOLDS[0], values)


@given(st.lists(st.lists(VALUES, max_size=6), max_size=6))
def test_any_sheet_at_all_can_be_read(rows: list[list[CellValue]]) -> None:
    read_book([a_sheet(rows)], CONTEXT)
