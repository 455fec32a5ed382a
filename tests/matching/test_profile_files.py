"""Profiles in a folder of CSV files say what they said before, and what cannot be read is told by file, row and column."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.compatibility.profiles import Approval, HomeFacts, HouseholdProfile, MemberKind, PersonProfile, Place
from matching.profile_files import FolderNotRead, Problem, Profiles, read_profiles, write_profiles
from scheme.kinds import ArrangementKind
from scheme.ways_of_living import Noise, Pet, Stance, SupportLevel
from tests.matching.compatibility.invented import (
    HOUSEHOLDS,
    HOUSEHOLDS_IN_QUESTION,
    PEOPLE,
    PEOPLE_IN_NEED,
    household,
    person,
)


def as_told(profile: PersonProfile | HouseholdProfile) -> PersonProfile | HouseholdProfile:
    """The same profile, without what is only another way of saying that nothing is known."""
    if profile.home == HomeFacts():
        profile = replace(profile, home=None)
    if isinstance(profile, HouseholdProfile):
        approval = None if profile.approval == Approval() else profile.approval
        return replace(profile, offers=profile.offers or None, approval=approval)
    return profile


@given(
    st.lists(PEOPLE | PEOPLE_IN_NEED, max_size=3, unique_by=lambda one: one.reference),
    st.lists(HOUSEHOLDS | HOUSEHOLDS_IN_QUESTION, max_size=3, unique_by=lambda one: one.reference),
)
def test_whatever_is_written_is_read_again(people: list[PersonProfile], households: list[HouseholdProfile]) -> None:
    with TemporaryDirectory() as folder:
        write_profiles(Path(folder), people, households)
        read = read_profiles(Path(folder))
    assert read.problems == ()
    assert list(map(as_told, read.people)) == list(map(as_told, people))
    assert list(map(as_told, read.households)) == list(map(as_told, households))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_profiles(tmp_path, [], [])
    return tmp_path


def test_a_table_made_by_hand(folder: Path) -> None:
    (folder / "people.csv").write_text(
        "reference,interests,noise,home.pets,brings_pets\nP1,Chess and draughts: love; gardening: Not for me,QUIET,,none\n",
        encoding="utf-8-sig",
    )
    (folder / "people.wishes.csv").write_text("of,kind,dates.starts\nP1,Short break,2027-03-01\nP1,live_in,\n")
    (folder / "households.csv").write_text("reference,pets_wish,home.pets\nH1,,dog; cat\n")
    (folder / "households.members.csv").write_text("of,label,kind,reference\nH1,Gwen,adult,\nH1,Sanjay,resident,P9\n")
    read = read_profiles(folder)
    assert read.problems == ()
    (someone,), (home,) = read.people, read.households
    assert someone.interests == {"chess-and-draughts": Stance.LOVE, "gardening": Stance.NOT_FOR_ME}
    assert (someone.noise, someone.home, someone.brings_pets) == (Noise.QUIET, None, frozenset())
    assert [wish.kind for wish in someone.wishes] == [ArrangementKind.SHORT_BREAK, ArrangementKind.LIVE_IN]
    assert home.home is not None
    assert home.home.pets == frozenset({Pet.DOG, Pet.CAT})
    assert [(one.label, one.kind, one.reference) for one in home.members] == [
        ("Gwen", MemberKind.ADULT, None),
        ("Sanjay", MemberKind.RESIDENT, "P9"),
    ]


MISREAD = [
    ("noise", "loud", "is not one of"),
    ("interests", "chess-and-draughts", "needs a colon"),
    ("interests", "juggling wasps: love", "not on our list"),
    ("matters", "noise: 4", "from 0 to 3"),
    ("distance_limit_miles", "-1", "whole number"),
    ("distance_limit_miles", "9" * 30, "whole number"),
    ("distance_limit_miles", "²", "whole number"),
    ("home.cell", "here", "square of the grid"),
    ("home.cell", "1:2:3", "square of the grid"),
    ("home.cell", "2000:99999999999:3", "square of the grid"),
]


@pytest.mark.parametrize(("column", "words", "why"), MISREAD)
def test_what_cannot_be_read_counts_as_not_known_and_is_told(folder: Path, column: str, words: str, why: str) -> None:
    (folder / "people.csv").write_text(
        f"reference,support_level,{column}\nP1,low,\nP2,high,{words}\n", encoding="utf-8"
    )
    read = read_profiles(folder)
    assert [one.reference for one in read.people] == ["P1", "P2"]
    assert as_told(read.people[1]) == person(reference="P2", support_level=SupportLevel.HIGH)
    (problem,) = read.problems
    assert (problem.file, problem.row, problem.column, problem.words) == ("people.csv", 3, column, words)
    assert why in str(problem)


def test_rows_that_cannot_be_anybodys_are_left_out_and_told(folder: Path) -> None:
    (folder / "households.csv").write_text("reference,noise,colour\nH1,,blue\n,quiet,\nH1,lively,\n\n")
    (folder / "households.offers.csv").write_text("of,kind,spaces\nH1,live_in,2\nH1,,1\nH7,live_in,1\n")
    read = read_profiles(folder)
    assert [(one.reference, one.noise) for one in read.households] == [("H1", None)]
    assert [(one.kind, one.spaces) for one in read.households[0].offers or ()] == [(ArrangementKind.LIVE_IN, 2)]
    left_out = "has to be there, so this row was left out."
    assert read.problems == (
        Problem("households.csv", 1, "colour", "colour", "is no column we know."),
        Problem("households.csv", 3, "reference", "", left_out),
        Problem("households.csv", 4, "reference", "H1", "is there already, so this row was left out."),
        Problem("households.offers.csv", 3, "kind", "", left_out),
        Problem("households.offers.csv", 4, "of", "H7", "is not in households.csv, so this row was left out."),
    )


def test_headings_are_read_in_any_case_and_with_the_line_ends_of_any_machine(folder: Path) -> None:
    (folder / "people.csv").write_bytes("\ufeffReference , NOISE,Home.Pets,\r\nP1,quiet,dog,\r\n".encode())
    (folder / "people.wishes.csv").write_bytes(b"Of,KIND\r\nP1,live_in\r\n")
    read = read_profiles(folder)
    assert read.problems == ()
    (someone,) = read.people
    assert (someone.reference, someone.noise, len(someone.wishes)) == ("P1", Noise.QUIET, 1)
    assert someone.home == HomeFacts(pets=frozenset({Pet.DOG}))


def test_what_stands_under_no_heading_or_a_second_time_is_told(folder: Path) -> None:
    (folder / "people.csv").write_text("reference,noise,noise\nP1,quiet,lively,low\n")
    read = read_profiles(folder)
    assert [(one.reference, one.noise) for one in read.people] == [("P1", Noise.QUIET)]
    assert read.problems == (
        Problem("people.csv", 1, "noise", "noise", "is there already, so the second was left out."),
        Problem("people.csv", 2, "column 4", "low", "stands under no heading."),
    )


@pytest.mark.parametrize(
    ("file", "column"), [("people", "reference"), ("households", "reference"), ("people.wishes", "of")]
)
def test_columns_apart_by_semicolons_are_told_and_not_taken_for_nobody(folder: Path, file: str, column: str) -> None:
    (folder / f"{file}.csv").write_text(f"{column};noise\nP1;quiet\n")
    with pytest.raises(FolderNotRead, match=rf"{file}\.csv has no column “{column}”\. Columns stand apart by commas"):
        read_profiles(folder)


def test_without_its_two_tables_a_folder_says_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(FolderNotRead, match=r"no people\.csv"):
        read_profiles(tmp_path)
    (tmp_path / "people.csv").write_bytes(b"reference\nP\xff1\n")
    with pytest.raises(FolderNotRead, match=r"people\.csv is not a CSV file in UTF-8"):
        read_profiles(tmp_path)


def test_only_the_two_tables_are_needed_and_they_may_be_empty(tmp_path: Path) -> None:
    for name in ("people", "households"):
        (tmp_path / f"{name}.csv").write_text("")
    assert read_profiles(tmp_path) == Profiles((), (), ())


def test_words_that_a_spreadsheet_would_work_out_stay_words(folder: Path) -> None:
    evil = person(places=(Place("=1+1", None),))
    write_profiles(folder, [evil], [household()])
    assert "'=1+1" in (folder / "people.places.csv").read_text()
    assert read_profiles(folder).people == (evil,)
