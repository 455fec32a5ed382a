"""Parting a cell without cutting a phrase or a sentence in two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.spreadsheet.cells import plain
from matching.spreadsheet.values.phrases import phrases


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("church on Sunday; Lego; reading", ("church on Sunday", "Lego", "reading")),
        ("birds, museums,charity shop volunteering", ("birds", "museums", "charity shop volunteering")),
        ("the cinema / gardening / pub quiz", ("the cinema", "gardening", "pub quiz")),
        ("football/cricket", ("football", "cricket")),
        ("dancing\nkaraoke", ("dancing", "karaoke")),
        ("• dancing\n• karaoke", ("dancing", "karaoke")),
        ("1. dancing\n2. karaoke", ("dancing", "karaoke")),
        (
            "birds and the cinema and country and western and photography",
            ("birds", "the cinema", "country and western", "photography"),
        ),
        ("drawing and painting, rugby league", ("drawing and painting", "rugby league")),
        ("people around, I hate being lonely", ("people around, I hate being lonely",)),
        (
            "a garden,people around, I hate being lonely; not moving again",
            ("a garden", "people around, I hate being lonely", "not moving again"),
        ),
        ("the countryside, too quiet and loud noise", ("the countryside, too quiet", "loud noise")),
        ("a dog, because dogs are calm, swimming", ("a dog, because dogs are calm", "swimming")),
        ("a quiet house,halal food,not moving again", ("a quiet house", "halal food", "not moving again")),
        ("house with d/s bedroom", ("house with d/s bedroom",)),
        ("music (Elvis, Queen), reading", ("music (Elvis, Queen)", "reading")),
        ("24/7 company", ("24/7 company",)),
        ("tea & cake + walks", ("tea", "cake", "walks")),
        ("Lego, lego , LEGO", ("Lego",)),
        (";,/ and", ("and",)),
        ("", ()),
    ],
)
def test_phrases(words: str, parts: tuple[str, ...]) -> None:
    assert phrases(words) == parts


def test_a_scheme_s_own_names_stay_whole_in_any_case_and_spacing() -> None:
    assert phrases("Salt  and Vinegar crisps, tea", {"salt and vinegar crisps"}) == ("Salt  and Vinegar crisps", "tea")


def test_or_parts_only_where_asked() -> None:
    assert phrases("live in or short breaks") == ("live in or short breaks",)
    assert phrases("live in or short breaks", either=True) == ("live in", "short breaks")


@given(st.text())
def test_no_letter_is_lost(words: str) -> None:
    """Only what parts (and, commas, bullets, repeats) goes; every other word is in some phrase."""
    kept = " ".join(plain(phrase) for phrase in phrases(words)).split()
    for word in plain(words).split():
        bare = word.strip(" .,;:/|•·●▪◦*‣()+&-\ue000\ue001")
        if bare and bare not in {"and"} and not any(mark in bare for mark in ";,/|•·●▪◦*‣\ue000\ue001.)"):
            assert any(bare in one for one in kept) or bare in " ".join(kept)
