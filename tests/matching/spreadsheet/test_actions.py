"""Taking in a spreadsheet. Everyone here is invented."""

from collections.abc import Iterator
from datetime import date

import pytest
from flask import Flask
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlmodel import select

import carers.queries
import people.actions
import people.queries
from carers.models import Household
from matching.spreadsheet import actions, previewing, queries
from matching.spreadsheet.asking import group
from matching.spreadsheet.book import ReadBook, read_book
from matching.spreadsheet.cells import CellValue
from matching.spreadsheet.report import Report
from matching.spreadsheet.sheets import Source
from people.models import Person
from scheme.database import carry_out, db, enter_scheme
from scheme.errors import Refused
from scheme.kinds import ArrangementKind
from scheme.models import Scheme
from scheme.ways_of_living import AccessNeed, Contribution, HelpedBy, Helper, HelpWith, Pet, PetTemper, YesNo
from tests.ground.accounts import MakeScheme
from tests.matching.spreadsheet.bringing import bring, bring_rows, household, person
from tests.matching.spreadsheet.test_book import CONTEXT, VALUES, a_sheet
from tests.matching.spreadsheet.workbooks import HOUSEHOLDS, PEOPLE, Rows, the_workbook, workbook


@pytest.fixture
def inside(app: Flask, scheme: Scheme) -> Iterator[None]:
    """Inside the scheme, as a command is."""
    with app.app_context():
        enter_scheme(scheme.id)
        yield


pytestmark = pytest.mark.usefixtures("inside")


def test_everyone_in_the_file_has_a_profile() -> None:
    report = bring(the_workbook()).as_json()
    assert report["people"] == {"created": 4, "updated": 0, "unchanged": 0, "duplicates": 2, "blank": 1, "refused": 1}
    assert report["households"] == {
        "created": 3,
        "updated": 0,
        "unchanged": 0,
        "duplicates": 0,
        "blank": 1,
        "refused": 0,
    }
    ben = person("P2")
    assert (ben.known_as, ben.full_name, ben.date_of_birth) == ("Ben", "Ben Cask", date(1980, 8, 14))
    assert ben.access_needs == [AccessNeed.STEP_FREE]
    assert ben.matters_to_me == "people around, I hate being lonely"
    assert ben.crisis is YesNo.NO
    assert ben.notes
    for words in (
        "Post code: Preston",
        "Looking for: supported living flat",
        "How far (miles): near mum",
        "Notes: mum says no cats",
    ):
        assert words in ben.notes


def test_a_person_s_places_wishes_and_home() -> None:
    bring(the_workbook())
    ana = person("P1")
    assert [(place.label, place.postcode) for place in people.queries.places_of(ana)] == [
        ("college", "BB5"),
        ("day centre", "LA23 2ZZ"),
    ]
    assert [(one.kind, one.starts_on) for one in people.queries.wanted_of(ana)] == [
        (ArrangementKind.EMERGENCY, date(2026, 12, 21))
    ]
    home = people.queries.home_of(ana)
    assert home
    assert (home.postcode, home.area) == ("PR9 4ZZ", "PR9")
    assert ana.anywhere is YesNo.YES
    assert ana.access_needs is None, "a no to one need is not a no to all"
    assert "Step free needed: No" in (ana.notes or "")


def test_a_household_s_home_members_offers_and_checks() -> None:
    bring(the_workbook())
    ffion = household("H1")
    assert [member.label for member in carers.queries.members_of(ffion)] == ["Ffion Gray", "Una Gray", "Child, 5 to 10"]
    assert [(one.kind, one.spaces) for one in carers.queries.offers_of(ffion)] == [
        (ArrangementKind.SHORT_BREAK, 1),
        (ArrangementKind.DAY_SUPPORT, 1),
    ]
    assert ffion.pets == [Pet.CAT, Pet.SMALL]
    assert ffion.living_there == 1
    assert "Living there now: 1 - Gwen" in (ffion.notes or "")
    home = carers.queries.home_of(ffion)
    assert home
    assert (home.words, home.accessible_bathroom) == ("bungalow, wet room", YesNo.YES)
    assert (ffion.panel_on, ffion.approval_review_on) == (date(2012, 2, 2), date(2027, 3, 3))
    assert [check.done_on for check in carers.queries.checks_of(ffion)] == [date(2023, 2, 12)]


def test_more_than_three_in_one_home_is_kept_and_offers_no_space() -> None:
    bring(the_workbook())
    ida = household("H3")
    assert ida.living_there == 4
    assert [offer.spaces for offer in carers.queries.offers_of(ida)] == [0]


def test_the_same_file_twice_changes_nothing() -> None:
    first = bring(the_workbook()).as_json()
    versions = _versions()
    second = bring(the_workbook()).as_json()
    assert second["people"] | {"created": 4, "unchanged": 0} == first["people"]
    assert (second["people"]["unchanged"], second["households"]["unchanged"]) == (4, 3)
    assert second["to_confirm"] == first["to_confirm"]
    assert _versions() == versions


def _versions() -> dict[str, int]:
    everybody: list[Person | Household] = [
        *db.session.exec(select(Person)).all(),
        *db.session.exec(select(Household)).all(),
    ]
    return {f"{one.record_kind} {one.reference}": one.version for one in everybody}


HEADER = ("Ref", "First name", "Surname", "DOB", "Post code", "Looking for", "OK with pets?", "Notes", "Worker")
ANA = ("P1", "Ana", "Bold", "23-11-1967", "PR9 4ZZ", "live in", "yes", "likes tea", None)


def edited(**changes: CellValue) -> tuple[CellValue, ...]:
    places = {"known_as": 1, "postcode": 4, "kinds": 5, "pets": 6, "notes": 7, "worker": 8}
    row: list[CellValue] = list(ANA)
    for name, value in changes.items():
        row[places[name]] = value
    return tuple(row)


def test_an_edited_file_updates_by_reference_in_any_case() -> None:
    bring_rows(HEADER, ANA)
    report = bring_rows(
        HEADER, ("p1", *edited(postcode="LA1 4ZZ", kinds="respite", pets="no", notes="likes coffee")[1:])
    )
    assert report["people"]["updated"] == 1
    ana = person("P1")
    home = people.queries.home_of(ana)
    assert home
    assert home.postcode == "LA1 4ZZ"
    assert [one.kind for one in people.queries.wanted_of(ana)] == [ArrangementKind.SHORT_BREAK]
    assert ana.pets_wish == "rather_not"
    assert ana.notes == "Notes: likes coffee"


def test_what_somebody_has_changed_here_is_kept_and_asked_about() -> None:
    before = bring_rows(HEADER, ANA)["to_confirm"]
    ana = person("P1")
    carry_out(people.actions.change_person, ana, {"pets_wish": "love"}, ana.version)
    report = bring_rows(HEADER, edited(pets="no", postcode="LA1 4ZZ"))
    assert person("P1").pets_wish == "love"
    assert report["to_confirm"] == before + 1
    home = people.queries.home_of(person("P1"))
    assert home
    assert home.postcode == "LA1 4ZZ", "the rest of the row is still taken in"
    assert bring_rows(HEADER, edited(pets="no", postcode="LA1 4ZZ"))["people"]["unchanged"] == 1


def test_a_cell_that_was_emptied_says_nothing() -> None:
    bring_rows(HEADER, ANA)
    bring_rows(HEADER, edited(pets=None, postcode="?"))
    ana = person("P1")
    assert ana.pets_wish == "fine"
    home = people.queries.home_of(ana)
    assert home
    assert home.postcode == "PR9 4ZZ"


def test_somebody_without_a_reference_is_never_merged_by_itself() -> None:
    bring_rows(HEADER, ANA)
    report = bring_rows(HEADER, (None, *edited(pets="no")[1:]))
    assert report["people"]["created"] == 0
    assert person("P1").pets_wish == "fine"
    assert [one.topic for one in group(queries.open_questions())].count("link") == 1
    again = bring_rows(HEADER, (None, *edited(pets="no")[1:]))
    assert again["to_confirm"] == report["to_confirm"]


def test_somebody_new_without_a_reference_gets_one_of_ours_and_is_known_again() -> None:
    bring_rows(HEADER, (None, *ANA[1:]))
    assert person("R1").known_as == "Ana"
    assert bring_rows(HEADER, (None, *ANA[1:]))["people"]["unchanged"] == 1
    assert bring_rows(HEADER, ("P7", "Cai", *ANA[2:]))["people"]["created"] == 1


def test_a_kind_this_scheme_does_not_arrange_is_reported_and_kept() -> None:
    report = bring_rows(HEADER, edited(kinds="homeshare"))
    assert [one["column"] for one in report["problems"]] == ["Looking for"]
    assert "Looking for: homeshare" in (person("P1").notes or "")


def test_in_homeshare_a_household_has_no_home_of_its_own(make_scheme: MakeScheme) -> None:
    enter_scheme(make_scheme(kind="homeshare").id)
    rows: Rows = [
        ("Ref", "Homesharer", "Post code", "Home", "Approved"),
        ("S1", "Gil Hart", "LA1 4ZZ", "bungalow", "May 2026"),
    ]
    report = bring(workbook({"Homesharers": rows})).as_json()
    assert report["households"]["created"] == 1
    assert {one["column"] for one in report["problems"]} == {"Post code", "Home", "Approved"}
    assert "Home: bungalow" in (household("S1").notes or "")


def test_in_homeshare_a_person_s_sheet_fills_the_home_that_would_be_shared(make_scheme: MakeScheme) -> None:
    enter_scheme(make_scheme(kind="homeshare").id)
    rows: Rows = [
        (
            "Ref",
            "Householder",
            "Rooms",
            "Stairs",
            "Pets in the home",
            "Garden",
            "Parking",
            "On bus route",
            "Children at home",
            "Home",
        ),
        (
            "HH1",
            "Mrs Edith Moss",
            "3 bed",
            "yes",
            "1 cat",
            "Y",
            "street permit",
            "n",
            "none",
            "Terrace with a wet room",
        ),
        ("HH2", "Ken Vale", None, "-", "none", None, None, None, None, None),
    ]
    report = bring(
        workbook({"Householders": rows, "Homesharers": [("Ref", "Sharer", "Pets"), ("S1", "Bo Ng", "none")]})
    ).as_json()
    assert (report["people"]["created"], report["households"]["created"]) == (2, 1)
    edith = person("HH1")
    assert (edith.known_as, edith.full_name, edith.brings_pets, edith.children_at_home) == (
        "Edith",
        "Mrs Edith Moss",
        ["cat"],
        "none",
    )
    home = people.queries.home_of(edith)
    assert home
    assert (home.stairs, home.garden, home.bus_nearby, home.bedrooms, home.accessible_bathroom) == (
        "yes",
        "yes",
        "no",
        3,
        "yes",
    )
    assert (home.words, home.parking) == ("Terrace with a wet room", None)
    assert [one["column"] for one in report["problems"]] == ["Parking"]
    assert "Rooms: 3 bed" in (edith.notes or "")
    assert person("HH2").brings_pets == []


def test_looking_first_changes_nothing() -> None:
    book = previewing.read_sources([the_workbook()])
    looked = previewing.preview(book).as_json()
    assert db.session.exec(select(Person)).all() == []
    assert bring(the_workbook()).as_json() == looked


def test_a_text_file_for_each_sheet_says_the_same() -> None:
    def text(rows: Rows) -> bytes:
        lines = [
            ",".join('"{}"'.format(str("" if value is None else value).replace('"', '""')) for value in row)
            for row in rows
        ]
        return "\r\n".join(lines).encode()

    report = bring(Source("People.csv", text(PEOPLE)), Source("Carers.csv", text(HOUSEHOLDS))).as_json()
    assert (report["people"]["created"], report["households"]["created"]) == (4, 3)


REFERENCES = st.sampled_from([None, "P1", "p1", "P2", "H1", "R1", "n/a", "\u00e91", "\u00c91", "P1 "])
NAMES = st.sampled_from([None, "Ana", "ana", "Ben", "Ana Bold", "Una & Gil Hart", "Mrs Hart", "4", "\u00c5sa", "TBC"])


def some_rows(width: int) -> st.SearchStrategy[list[list[CellValue]]]:
    """Up to three rows of any cells; references and names are often those of another row, or of nobody."""
    start = st.tuples(REFERENCES | VALUES, NAMES | VALUES)
    row = st.tuples(start, st.lists(VALUES, min_size=width - 2, max_size=width - 2))
    return st.lists(row.map(lambda parts: [*parts[0], *parts[1]]), min_size=1, max_size=3)


@settings(max_examples=max(20, settings().max_examples // 20))
@given(some_rows(23), some_rows(21))
def test_any_cells_at_all_are_taken_in_and_a_second_time_change_nothing(
    person_rows: list[list[CellValue]], household_rows: list[list[CellValue]]
) -> None:
    """An example is a whole workbook of up to 132 cells, written twice: so there are fewer of them than of single cells."""
    book = read_book([a_sheet([PEOPLE[2], *person_rows], "P"), a_sheet([HOUSEHOLDS[0], *household_rows], "H")], CONTEXT)
    first, second = carried_out_twice(book)
    assert (second.people.created, second.people.updated) == (0, 0)
    assert (second.households.created, second.households.updated) == (0, 0)
    assert second.to_confirm == first.to_confirm


def carried_out_twice(book: ReadBook) -> tuple[Report, Report]:
    """What the same file did, and did the second time, both then undone."""
    reports: list[Report] = []

    def write_twice() -> None:
        reports[:] = [actions.write_book(book), actions.write_book(book)]
        raise Refused("Only looked.")

    with pytest.raises(Refused, match="Only looked"):
        carry_out(write_twice)
    return reports[0], reports[1]


def test_what_each_side_brings_and_how_the_animals_are_come_along_and_stay_the_second_time() -> None:
    file = workbook(
        {
            "People": [
                ["Ref", "Name", "Would bring", "Would enjoy", "A hand with", "Gender of carer"],
                ["P9", "Invented Nia", "baking", "music, days out", "bills", "female only"],
            ],
            "Households": [
                ["Ref", "Carers", "Pets", "Pet temperament", "Can help with", "Personal care"],
                ["H9", "Invented Olwen", "dog, cat", "lively", "money", "female"],
                ["H8", "Invented Percy", "dog, cat", "dog noisy, cat shy", "", "both"],
            ],
        }
    )
    first = bring(file)
    nia, olwen, percy = person("P9"), household("H9"), household("H8")
    assert (nia.contributes, nia.would_enjoy) == ([Contribution.COOKING], [Contribution.MUSIC, Contribution.OUTINGS])
    assert (nia.help_with, nia.helped_by) == ([HelpWith.MONEY], HelpedBy.WOMAN)
    assert olwen.pet_tempers == {"dog": PetTemper.LIVELY, "cat": PetTemper.LIVELY}
    assert percy.pet_tempers == {"dog": PetTemper.NOISY, "cat": PetTemper.SHY}
    assert (olwen.experienced_with, percy.helpers) == ([HelpWith.MONEY], [Helper.WOMAN, Helper.MAN])
    assert first.as_json()["to_confirm"] == 1, "only a woman may be a must-not"
    assert bring(file).as_json()["households"]["unchanged"] == 2


def test_a_friend_is_still_met_where_they_were_when_the_places_come_again() -> None:
    rows = [["Ref", "Name", "Important places"], ["P9", "Invented Nia", "college BB5"]]
    bring_rows(*rows)
    (college,) = people.queries.places_of(person("P9"))
    carry_out(people.actions.add_to_circle, person("P9"), {"name": "Lou", "meet_at_id": college.id})
    bring_rows(rows[0], ["P9", "Invented Nia", "college BB5; day centre LA23 2ZZ"])
    (lou,) = people.queries.circle_of(person("P9"))
    assert lou.meet_at_id == college.id
    assert len(people.queries.places_of(person("P9"))) == 2
