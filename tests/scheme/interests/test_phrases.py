"""What a worker is offered to confirm, from the words in a scheme's own spreadsheet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheme.interests import interests, name, proposals
from scheme.interests.listing import listing
from scheme.interests.phrases import DOUBTS, dictionary


def proposed(phrase: str) -> list[str]:
    return [interest.key for interest in proposals(phrase)]


@pytest.mark.parametrize(
    ("phrase", "key"),
    [
        ("football - PNE", "football"),
        ("music (Elvis!)", "elvis"),
        ("country and western", "country-and-western"),
        ("cooking curry", "cooking-curry"),
        ("church on Sunday", "church"),
        ("charity shop volunteering", "charity-shop-volunteering"),
        ("the cinema", "cinema"),
        ("walking the dog", "walking-the-dog"),
        ("going to mosque", "mosque"),
        ("going to chapel", "chapel"),
        ("watching soaps", "soaps"),
        ("shopping in town", "shopping"),
        ("coffee with friends", "coffee-with-friends"),
        ("baking cakes", "baking"),
        ("allotment", "allotment"),
        ("bus rides", "bus-rides"),
        ("buses to town", "bus-rides"),
        ("pub quiz", "pub-quizzes"),
        ("rugby league", "rugby-league"),
        ("the seaside", "seaside"),
        ("Bollywood films", "bollywood-films"),
        ("spicy food", "spicy-food"),
        ("Rock 'n' Roll", "rock-and-roll"),
        ("rock & roll", "rock-and-roll"),
        ("fish ‘n’ chips", "fish-and-chips"),
        ("MEN’S SHED", "mens-shed"),
        ("Doctor Who", "science-fiction"),
        ("swimming pool", "swimming"),
        ("working in a café", "working-in-a-cafe"),
    ],
)
def test_the_words_schemes_write_find_their_entry(phrase: str, key: str) -> None:
    assert proposed(phrase) == [key]


@pytest.mark.parametrize(
    ("phrase", "key"),
    [
        ("hoffi ganu", "singing"),
        ("mynd i'r capel", "chapel"),
        ("te a chacen", "tea-and-cake"),
        ("gwau", "knitting"),
        ("hoffi wau", "knitting"),
        ("cŵn", "dogs"),
        ("CWN", "dogs"),
        ("chwarae pŵl", "snooker-and-pool"),
        ("mynd â'r ci am dro", "walking-the-dog"),
        ("pêl droed", "football"),
        ("gerddi", "gardening"),
    ],
)
def test_welsh_finds_its_entry_with_or_without_accents_and_mutations(phrase: str, key: str) -> None:
    assert proposed(phrase) == [key]


@pytest.mark.parametrize(
    ("phrase", "keys"),
    [
        ("drawing and painting", ["drawing", "painting"]),
        ("football, cricket & darts", ["football", "cricket", "darts"]),
        ("music and karaoke", ["listening-to-music", "karaoke"]),
        ("canu a phobi", ["singing", "baking"]),
        ("birds and the cinema and country and western", ["birds", "cinema", "country-and-western"]),
        ("bingo; bingo", ["bingo"]),
    ],
)
def test_a_cell_may_name_several_things(phrase: str, keys: list[str]) -> None:
    assert proposed(phrase) == keys


@pytest.mark.parametrize(
    "phrase",
    [
        "afraid of dogs",
        "no cats",
        "not swimming",
        "doesn't like bingo",
        "doesn’t like bingo",
        "hates football",
        "allergic to cats",
        "scared of horses and birds",
        "anything except karaoke",
        "cynophobia (dogs)",
        "ofn cŵn",
        "ddim yn hoffi canu",
    ],
)
def test_fear_dislike_or_a_no_proposes_nothing(phrase: str) -> None:
    assert proposed(phrase) == []


@pytest.mark.parametrize(
    "phrase",
    [
        "",
        "   ",
        "-",
        "early mornings",
        "being on my own at night",
        "my own front door key",
        "staying near my day centre",
        "takes pride in appearance",
        "blue",
        "ffrind gorau",
        "dogged",
        "hotdogs",
        "scar",
    ],
)
def test_words_that_name_no_interest_propose_nothing(phrase: str) -> None:
    assert proposed(phrase) == []


@pytest.mark.parametrize("language", ["en_GB", "cy"])
def test_every_entry_is_found_by_its_own_name(language: str) -> None:
    assert [key for key in interests() if proposed(name(key, language)) != [key]] == []


def test_every_other_word_for_an_entry_finds_it_too() -> None:
    lost = [
        (key, word)
        for key, line in listing().lines.items()
        for word in (*line.also, *line.also_cy)
        if key not in proposed(word)
    ]
    assert lost == []


def test_no_words_mean_two_things() -> None:
    known, longest = dictionary()
    assert set(known.values()) == set(interests())
    assert longest == max(len(words) for words in known)


@given(st.sampled_from(list(interests())), st.sampled_from(sorted(DOUBTS)), st.booleans())
def test_a_doubt_beside_any_entry_silences_it(key: str, doubt: str, before: bool) -> None:
    phrase = f"{doubt} {name(key)}" if before else f"{name(key)} {doubt}"
    assert proposed(phrase) == []


@given(st.text())
def test_any_text_is_read_without_complaint_and_the_same_way_twice(phrase: str) -> None:
    keys = proposed(phrase)
    assert keys == proposed(phrase)
    assert len(keys) == len(set(keys))
    assert set(keys) <= set(interests())


@given(st.lists(st.sampled_from(list(interests())), unique=True, min_size=1, max_size=5))
def test_entries_written_one_after_another_are_all_found_in_order(keys: list[str]) -> None:
    assert proposed("; ".join(name(key) for key in keys)) == keys
