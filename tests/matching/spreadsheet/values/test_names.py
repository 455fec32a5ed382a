"""Names and ways to reach somebody. Everyone here is invented."""

from datetime import date

import pytest

from matching.spreadsheet.cells import cell
from matching.spreadsheet.values.names import carers_in, email, name_reader, person_name, phone
from matching.spreadsheet.values.reading import Context

CONTEXT = Context(date(2026, 11, 21))


@pytest.mark.parametrize(
    ("first", "last", "whole", "expected"),
    [
        ("Paul", "Tomlinson", None, ("Paul", "Paul Tomlinson")),
        (None, None, "Paul Tomlinson", ("Paul", "Paul Tomlinson")),
        (None, None, "Tomlinson, Paul", ("Paul", "Paul Tomlinson")),
        (None, None, "Paul", ("Paul", "Paul")),
        (None, "Tomlinson", None, ("Tomlinson", "Tomlinson")),
        (None, None, "Mrs Edith Moss", ("Edith", "Mrs Edith Moss")),
        (None, None, "Mrs. Moss", ("Mrs. Moss", "Mrs. Moss")),
        (None, None, None, (None, None)),
    ],
)
def test_what_somebody_is_known_as(
    first: str | None, last: str | None, whole: str | None, expected: tuple[str | None, str | None]
) -> None:
    assert person_name(first, last, whole) == expected


@pytest.mark.parametrize(
    ("name", "carers"),
    [
        ("Sioned & Una Hussain", ("Sioned Hussain", "Una Hussain")),
        ("Sioned Rees and Una Hussain", ("Sioned Rees", "Una Hussain")),
        ("Una Pilkington", ("Una Pilkington",)),
        ("Una", ("Una",)),
        ("Mr & Mrs Hussain", ()),
        ("The Hussain family", ()),
        ("Stan & Sioned O'Neill", ("Stan O'Neill", "Sioned O'Neill")),
        ("Khan, Aisha & Bilal", ()),
        ("???", ()),
    ],
)
def test_each_carer_of_a_household(name: str, carers: tuple[str, ...]) -> None:
    assert carers_in(name) == carers


def test_a_very_long_name_is_cut_and_kept_whole_as_a_note() -> None:
    reading = name_reader("known_as", 80)(cell("Ana" * 40), CONTEXT)
    assert reading.facts == {"known_as": ("Ana" * 40)[:80]}
    assert reading.keep
    assert reading.misread


def test_reaching_somebody() -> None:
    assert email(cell("una@example.org"), CONTEXT).facts == {"email": "una@example.org"}
    assert email(cell("una at example"), CONTEXT).misread
    assert phone(cell("01524 555 0100"), CONTEXT).facts == {"phone": "01524 555 0100"}
    assert phone(cell(7700900123), CONTEXT).facts == {"phone": "07700900123"}
    with_words = phone(cell("07700 900123 (mum)"), CONTEXT)
    assert with_words.facts == {"phone": "07700 900123"}
    assert with_words.keep
    assert phone(cell("ring mum"), CONTEXT).misread
