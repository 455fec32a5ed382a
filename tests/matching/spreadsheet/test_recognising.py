"""Whom a row is about: nobody is merged with somebody else because a number is the same. Everyone here is invented."""

from collections.abc import Iterator

import pytest
from flask import Flask

import carers.actions
import people.actions
from carers.models import Household
from matching.spreadsheet import answering, queries
from matching.spreadsheet.asking import Group, group
from matching.spreadsheet.report import ReportJson
from people.models import Person
from scheme.database import carry_out, enter_scheme
from scheme.models import Scheme
from tests.matching.spreadsheet.bringing import bring, bring_rows, household, person
from tests.matching.spreadsheet.workbooks import workbook

HEADER = ("Ref", "First name", "Surname", "DOB", "Post code", "OK with pets?")
ANA = ("P001", "Ana", "Bold", "23-11-1967", "PR9 4ZZ", "yes")


@pytest.fixture(autouse=True)
def inside(app: Flask, scheme: Scheme) -> Iterator[None]:
    with app.app_context():
        enter_scheme(scheme.id)
        yield


def typed_in(known_as: str, **facts: object) -> Person:
    """Somebody a worker wrote down at the desk; the first is P001."""
    return carry_out(people.actions.add_person, {"known_as": known_as, **facts})


def links() -> list[Group]:
    return [one for one in group(queries.open_questions()) if one.topic == "link"]


def answer(given: str) -> None:
    (link,) = links()
    assert carry_out(answering.answer, {link.name: given}) == 1


def counted(report: ReportJson) -> tuple[int, int, int]:
    return report["people"]["created"], report["people"]["updated"], report["people"]["unchanged"]


def test_a_reference_of_somebody_typed_in_with_another_name_waits_for_a_worker() -> None:
    zoe = typed_in("Zoe", full_name="Zoe Quill")
    report = bring_rows(HEADER, ANA)
    assert counted(report) == (0, 0, 1)
    assert report["to_confirm"] == 1
    assert (person("P001").known_as, person("P001").pets_wish) == ("Zoe", None)
    assert person("P001").version == zoe.version
    (link,) = links()
    assert link.opens[0].profile.reference == "P001"
    assert bring_rows(HEADER, ANA)["to_confirm"] == 1, "the same file asks nothing twice"


@pytest.mark.parametrize("full_name", [None, "Ana Bold"])
def test_a_reference_of_somebody_typed_in_with_the_same_name_is_believed(full_name: str | None) -> None:
    typed_in("ana ", full_name=full_name)
    assert counted(bring_rows(HEADER, ANA)) == (0, 1, 0)
    assert person("P001").pets_wish == "fine"


def test_the_same_person_is_written_where_they_are_and_what_differs_is_asked() -> None:
    typed_in("Zoe", full_name="Zoe Quill")
    bring_rows(HEADER, ANA)
    answer("same")
    assert (person("P001").known_as, person("P001").pets_wish) == ("Zoe", "fine")
    assert [one.topic for one in group(queries.open_questions())] == ["difference", "difference"]
    again = bring_rows(HEADER, ANA)
    assert counted(again) == (0, 0, 1)
    assert links() == []
    assert counted(bring_rows(HEADER, (*ANA[:5], "no"))) == (0, 1, 0)


def test_somebody_else_gets_a_reference_of_our_own_and_the_file_remembers() -> None:
    typed_in("Zoe", full_name="Zoe Quill")
    bring_rows(HEADER, ANA)
    answer("new")
    assert (person("P001").known_as, person("P001").pets_wish) == ("Zoe", None)
    assert (person("R1").full_name, person("R1").pets_wish) == ("Ana Bold", "fine")
    again = bring_rows(HEADER, ANA)
    assert counted(again) == (0, 0, 1)
    assert again["to_confirm"] == 0
    assert counted(bring_rows(HEADER, (*ANA[:5], "no"))) == (0, 1, 0)
    assert person("R1").pets_wish == "rather_not"
    assert person("P001").pets_wish is None


def test_a_row_that_changes_while_it_waits_is_asked_about_once_as_it_is_now() -> None:
    typed_in("Zoe")
    bring_rows(HEADER, ANA)
    assert bring_rows(HEADER, (*ANA[:5], "no"))["to_confirm"] == 1
    answer("new")
    assert person("R1").pets_wish == "rather_not"


def test_a_file_that_is_put_right_asks_no_more() -> None:
    typed_in("Zoe")
    bring_rows(HEADER, ANA)
    report = bring_rows(HEADER, ("P001", "Zoe", *ANA[2:]))
    assert counted(report) == (0, 1, 0)
    assert links() == []


def test_a_reference_given_out_again_to_somebody_else_waits() -> None:
    bring_rows(HEADER, ANA)
    report = bring_rows(HEADER, ("P001", "Zoe", "Quill", "01-02-1990", "LA1 4YZ", "no"))
    assert counted(report) == (0, 0, 1)
    assert (person("P001").known_as, person("P001").pets_wish) == ("Ana", "fine")
    answer("new")
    assert person("R1").known_as == "Zoe"
    again = bring_rows(HEADER, ("P001", "Zoe", "Quill", "01-02-1990", "LA1 4YZ", "no"))
    assert counted(again) == (0, 0, 1)
    assert links() == []


@pytest.mark.parametrize(
    "row",
    [
        ("P001", "Anna", "Bold", "23-11-1967", "PR9 4ZZ", "no"),
        ("P001", "Ana", "Married-Name", "23-11-1967", "LA1 4YZ", "no"),
        ("P001", "Ana", "Bold", "24-11-1968", "LA1 4YZ", "no"),
        ("P001", "Nan", None, "23-11-1967", None, "no"),
    ],
)
def test_what_is_put_right_in_the_file_is_still_the_same_person(row: tuple[str | None, ...]) -> None:
    bring_rows(HEADER, ANA)
    assert counted(bring_rows(HEADER, row)) == (0, 1, 0)
    assert person("P001").pets_wish == "rather_not"


def test_a_name_changed_here_since_does_not_make_the_file_s_row_a_stranger() -> None:
    bring_rows(HEADER, ANA)
    ana = person("P001")
    carry_out(people.actions.change_person, ana, {"known_as": "Nan", "full_name": "Nan Fenn"}, ana.version)
    ana = person("P001")
    carry_out(people.actions.change_person, ana, {"date_of_birth": None}, ana.version)
    assert counted(bring_rows(HEADER, (*ANA[:4], "LA1 4YZ", "no"))) == (0, 1, 0)
    assert (person("P001").known_as, person("P001").pets_wish) == ("Nan", "rather_not")


def test_somebody_typed_in_under_another_reference_is_proposed_and_not_made_twice() -> None:
    bring_rows(HEADER, ("P7", "Ida", None, None, None, None))
    typed_in("Ana", full_name="Ana Bold", date_of_birth="1967-11-23")
    report = bring_rows(HEADER, ("S55", *ANA[1:]))
    assert counted(report) == (0, 0, 1)
    answer("same")
    assert person("P008").pets_wish == "fine"
    assert counted(bring_rows(HEADER, ("S55", *ANA[1:5], "no"))) == (0, 1, 0)
    assert person("P008").pets_wish == "rather_not"


def test_two_in_one_file_who_look_alike_are_two() -> None:
    assert counted(bring_rows(HEADER, ANA, ("P002", *ANA[1:]))) == (2, 0, 0)


def homes(*rows: tuple[str, ...]) -> ReportJson:
    return bring(workbook({"Carers": [("Ref", "Carer(s)", "Post code", "Pets"), *rows]})).as_json()


def test_a_household_typed_in_with_another_name_waits_too() -> None:
    typed: Household = carry_out(carers.actions.add_household, {"name": "Gil Hart"})
    assert typed.reference == "H001"
    report = homes(("h001", "Sioned & Una Gray", "LA23 4ZZ", "dog"))
    assert (report["households"]["created"], report["households"]["updated"], report["to_confirm"]) == (0, 0, 1)
    assert household("H001").pets is None
    answer("new")
    assert household("R1").name == "Sioned & Una Gray"
    assert homes(("h001", "Sioned & Una Gray", "LA23 4ZZ", "dog"))["households"]["unchanged"] == 1


def test_references_in_small_letters_are_found_again() -> None:
    row = ("slc7", "Gil Hart", "LA23 4ZZ", "dog")
    assert homes(row)["households"]["created"] == 1
    assert homes(row)["households"]["unchanged"] == 1
    assert household("SLC7").name == "Gil Hart"
    assert bring_rows(HEADER, ("é1", *ANA[1:]))["people"]["created"] == 1
    assert bring_rows(HEADER, ("É1", *ANA[1:]))["people"]["unchanged"] == 1
