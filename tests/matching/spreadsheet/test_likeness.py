"""Whether a row and a profile can be the same. Everyone here is invented."""

import pytest

from matching.spreadsheet.headers import About
from matching.spreadsheet.likeness import Known, agrees, is_somebody_else, same_details

DAVID = Known(About.PEOPLE, "David", "David Bold", "1970-01-01", "LA1 4YZ")


def person(called: str, full_name: str = "", born: str = "", postcode: str = "") -> Known:
    return Known(About.PEOPLE, called, full_name, born, postcode)


def household(name: str, postcode: str = "") -> Known:
    return Known(About.HOUSEHOLDS, name, postcode=postcode)


@pytest.mark.parametrize(
    "other",
    [
        person("David"),
        person("Dave", "david  BOLD"),
        person("David Bold"),
        person("David", "David Cask", born="1970-01-01"),
    ],
)
def test_the_same_name_in_any_case_and_either_place(other: Known) -> None:
    assert agrees(DAVID, other)
    assert agrees(other, DAVID)


@pytest.mark.parametrize(
    "other",
    [
        person("Ana"),
        person("David", "David Cask"),
        person("David", "David Cask", born="1980-02-02"),
        person("Dave", ""),
    ],
)
def test_another_name_and_another_david(other: Known) -> None:
    assert not agrees(DAVID, other)
    assert not agrees(other, DAVID)


def test_carers_told_in_full_are_the_household_s_names_too() -> None:
    assert agrees(household("Sioned & Una Hussain"), household("Una Hussain"))
    assert agrees(household("Sioned and Una Hussain"), household("Una Hussain and Sioned Hussain"))
    assert not agrees(household("Sioned & Una Hussain"), household("Mr and Mrs Hussain"))
    assert not agrees(household("Sioned & Una"), household("Una & Gil"))


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (person("Ana", "Ana Quill", born="1990-01-01", postcode="PR1 1AA"), True),
        (person("Ana", "Ana Quill"), True),
        (person("Ana", "Ana Quill", born="1990-01-01", postcode="LA1 4YZ"), True),
        (person("Ana", "Ana Quill", born="1970-01-01"), False),
        (person("Ana", "Ana Quill", postcode="LA1 4YZ"), False),
        (person("Davidd", "Davidd Quill"), False),
        (person("David", "David Cask", born="1990-01-01"), False),
        (person("Dai", "Dai Bolt"), False),
    ],
)
def test_somebody_else_shares_no_word_of_the_name_and_no_birth_date_or_postcode(other: Known, expected: bool) -> None:
    assert is_somebody_else(DAVID, other) is expected


def test_titles_and_joining_words_are_nobody_s_name() -> None:
    assert is_somebody_else(household("Mr and Mrs Hussain"), household("Mr & Mrs Gray"))


@pytest.mark.parametrize(
    ("postcode", "other", "same"),
    [
        ("LA1 4YZ", "LA1 4YZ", True),
        ("LA1 4YZ", "LA1 4YY", False),
        ("LA1", "LA1 4YZ", None),
        ("LA1", "LA2", False),
        ("", "LA1", None),
    ],
)
def test_a_district_says_only_where_two_are_apart(postcode: str, other: str, same: bool | None) -> None:
    assert same_details(person("Ana", postcode=postcode), person("Ana", postcode=other)) is same


def test_what_the_file_said_last_is_in_its_own_words() -> None:
    said: dict[str, list[object]] = {"known_as": ["Ana Bold", None], "date_of_birth": ["1/2/70", "1970-02-01"]}
    last = Known.last_told(About.PEOPLE, said)
    assert (last.called, last.born) == ("Ana Bold", "1970-02-01")
    assert last.in_a_line("P1") == "P1, Ana Bold, born 01/02/1970"
