"""Finding the headers and what they mean. Everyone here is invented."""

import pytest

from matching.spreadsheet.cells import cell
from matching.spreadsheet.columns import READERS
from matching.spreadsheet.header_words import HOMESHARE, HOUSEHOLDS, PEOPLE, SHARED
from matching.spreadsheet.headers import About, find_headers, key
from matching.spreadsheet.sheets import Row, Sheet
from matching.spreadsheet.workbook import open_book
from tests.matching.spreadsheet.workbooks import the_workbook


def sheet(*rows: tuple[str | None, ...], name: str = "Sheet1") -> Sheet:
    return Sheet(
        name, tuple(Row(number, tuple(cell(one) for one in row)) for number, row in enumerate(rows, start=1) if row)
    )


def test_title_rows_are_passed_by_and_each_sheet_is_known_by_its_headers() -> None:
    people, households = (find_headers(one) for one in open_book([the_workbook()]))
    assert people
    assert households
    assert (people.about, people.number) == (About.PEOPLE, 3)
    assert (households.about, households.number) == (About.HOUSEHOLDS, 1)
    assert [column.header for column in people.columns if not column.fact] == ["Bus pass"]
    assert all(column.fact for column in households.columns)


@pytest.mark.parametrize("name", ["Sheet1", "Carers", "People", "2026"])
def test_the_sheet_s_name_does_not_decide(name: str) -> None:
    found = find_headers(sheet(("Client ID", "Forename", "Last name", "Date of birth", "Service required"), name=name))
    assert found
    assert found.about is About.PEOPLE
    assert [column.fact for column in found.columns] == [
        "reference",
        "first_name",
        "last_name",
        "date_of_birth",
        "kinds",
    ]


def test_only_headers_that_fit_both_leave_it_to_the_name() -> None:
    rows = ("Ref", "Name", "Post code", "Notes")
    people, households = find_headers(sheet(rows, name="Waiting")), find_headers(sheet(rows, name="Our carers"))
    assert people
    assert households
    assert people.about is About.PEOPLE
    assert households.about is About.HOUSEHOLDS


@pytest.mark.parametrize(
    ("header", "fact"),
    [
        ("D.O.B.", "date_of_birth"),
        ("DOB (dd/mm/yyyy)", "date_of_birth"),
        ("Date of Birth:", "date_of_birth"),
        ("POSTCODE", "postcode"),
        ("Post-code", "postcode"),
        ("Postcde ", "postcode"),
        ("How far\n(miles)", "distance"),
        ("OK w/ pets", "pets_wish"),
        ("Likes / interests", "loves"),
        ("Interests and hobbies", "loves"),
        ("Language 2", "languages"),
        ("Client's first name", "first_name"),
        ("Religion/belief", "faiths"),
        ("Named worker", "worker"),
        ("National Insurance number", None),
        ("Social worker", None),
    ],
)
def test_variants_of_a_header(header: str, fact: str | None) -> None:
    found = find_headers(sheet(("Ref", "First name", "Looking for", "Surname", header)))
    assert found
    assert found.columns[4].fact == fact


def test_a_scheme_adds_its_own_headers() -> None:
    rows = sheet(("Ref", "Carer(s)", "Room at the inn", "Pets"))
    plainly, theirs = find_headers(rows), find_headers(rows, {"room at the INN": "spaces", "Pets": "unheard_of"})
    assert plainly
    assert theirs
    assert plainly.columns[2].fact is None
    assert theirs.columns[2].fact == "spaces"


def test_columns_without_a_header_and_headers_used_twice_are_told_apart() -> None:
    found = find_headers(
        sheet(("Ref", "Name", "", "Colour", "Colour"), ("P1", "Ana", "left over", "red", "blue", "last"))
    )
    assert found
    assert [column.header for column in found.columns] == [
        "Ref",
        "Name",
        "Column C",
        "Colour (D)",
        "Colour (E)",
        "Column F",
    ]


def test_a_sheet_of_something_else_has_no_headers() -> None:
    assert find_headers(sheet(("Please read me",), ("We update this weekly",))) is None
    assert find_headers(sheet(("Month", "Miles", "Cost"), ("Jan", "10", "4"))) is None
    assert find_headers(sheet()) is None


def test_no_header_means_two_things() -> None:
    for table in (PEOPLE, HOUSEHOLDS):
        meanings: dict[str, str] = {}
        for fact, variants in {**SHARED, **table}.items():
            for variant in variants.split("|"):
                assert meanings.setdefault(key(variant), fact) == fact, variant


def test_every_header_s_fact_has_a_reader() -> None:
    assert set(READERS[About.PEOPLE]) == {*SHARED, *PEOPLE, *HOMESHARE}
    assert set(READERS[About.HOUSEHOLDS]) == {*SHARED, *HOUSEHOLDS}


def test_headers_may_go_on_in_a_second_row() -> None:
    rows: list[tuple[str | None, ...]] = [
        ("Personal", None, None, None, "Preferences"),
        ("ID", "Name", None, "DOB", "Pets", "Smoking", "Tel", "Tel"),
        (None, "First", "Last", "dd/mm/yy", "OK with?", "OK with?", "home", "mobile"),
        ("7", "Ana", "Bold", "1/2/80", "Y", "N", "01524 555010", None),
    ]
    found = find_headers(sheet(*rows))
    assert found
    assert found.number == 3
    assert [column.fact for column in found.columns] == [
        "reference",
        "first_name",
        "last_name",
        "date_of_birth",
        "pets_wish",
        "smoking_wish",
        "phone",
        "phone",
    ]
    assert found.columns[1].header == "Name First"


def test_a_person_below_the_headers_is_no_second_row_of_them() -> None:
    rows = [("Ref", "Carer", "Type", "Town or village"), ("H1", "Una", "Children", "Town")]
    found = find_headers(sheet(*rows))
    assert found
    assert found.number == 1


@pytest.mark.parametrize("header", ["Names of carer/s", "Name of Household", "Our carer names", "Our lovely families"])
def test_a_column_of_names_by_any_name(header: str) -> None:
    found = find_headers(sheet(("Ref", header, "Vacancies", "Worker name", "DBS")))
    assert found
    assert [column.fact for column in found.columns] == ["reference", "name", "spaces", "worker", "dbs"]


@pytest.mark.parametrize(
    ("name", "header", "about"),
    [
        ("Householders", "Name", About.PEOPLE),
        ("List", "Householder", About.PEOPLE),
        ("Homesharers", "Name", About.HOUSEHOLDS),
        ("List", "Sharer", About.HOUSEHOLDS),
    ],
)
def test_homeshare_s_two_words_say_outright_whom_a_sheet_lists(name: str, header: str, about: About) -> None:
    row = ("Ref", header, "DOB", "Postcode", "Pets", "Garden", "Parking", "Bedrooms", "Home")
    found = find_headers(sheet(row, name=name), is_homeshare=True)
    assert found
    assert found.about is about


def test_in_homeshare_a_person_s_sheet_tells_of_their_home() -> None:
    row = ("Ref", "Householder", "Pets in the home", "Stairs", "Bus")
    facts = {}
    for is_homeshare in (False, True):
        found = find_headers(sheet(row, name="Householders"), is_homeshare=is_homeshare)
        assert found
        facts[is_homeshare] = [column.fact for column in found.columns[2:]]
    assert facts == {False: ["pets_wish", None, "needs_bus"], True: ["brings_pets", "stairs", "bus_nearby"]}
