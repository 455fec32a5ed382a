"""The first letters of Welsh words, as far as a list of interests needs them."""

import pytest

from scheme.interests.welsh import mutations


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("canu", ("ganu", "chanu")),
        ("pobi", ("bobi", "phobi")),
        ("teithio", ("deithio", "theithio")),
        ("bowlio", ("fowlio",)),
        ("dawnsio", ("ddawnsio",)),
        ("garddio", ("arddio",)),
        ("marchogaeth", ("farchogaeth",)),
        ("llyfrau", ("lyfrau",)),
        ("rhedeg", ("redeg",)),
    ],
)
def test_a_word_changes_its_first_letter(word: str, forms: tuple[str, ...]) -> None:
    assert mutations(word) == forms


@pytest.mark.parametrize("word", ["nofio", "siopa", "ffilmiau", "chwaraeon", "theatr", "adar", "radio", "ci"])
def test_some_words_do_not_change(word: str) -> None:
    assert mutations(word) == ()
