"""The list itself: whole, in both languages, and refused at once when a line is wrong."""

from collections import Counter

import networkx as nx
import pytest

from scheme.interests import UnknownInterest, WrongInList, graph, groups, interests, name, related_graph
from scheme.interests.listing import KEBAB, listing, read

HEADING = 'name_en = "Music"\nname_cy = "Cerddoriaeth"\npicture = "guitar"\n'
SINGING = 'singing = { name_en = "Singing", name_cy = "Canu", picture = "microphone" }\n'


def a_list(lines: str) -> str:
    return f"[music]\n{HEADING}[music.interests]\n{SINGING}{lines}"


def test_there_is_plenty_to_choose_from() -> None:
    assert len(interests()) >= 180


def test_every_entry_has_a_name_in_both_languages_and_a_picture() -> None:
    for shown in (*interests().values(), *(group.heading for group in groups())):
        assert shown.name_en.strip() == shown.name_en != ""
        assert shown.name_cy.strip() == shown.name_cy != ""
        assert KEBAB.fullmatch(shown.key)
        assert KEBAB.fullmatch(shown.picture)


@pytest.mark.parametrize("language", ["en_GB", "cy"])
def test_no_two_entries_share_a_name(language: str) -> None:
    names = Counter(name(key, language).casefold() for key in graph())
    assert [shared for shared, times in names.items() if times > 1] == []


def test_the_welsh_list_is_welsh_and_not_the_english_again() -> None:
    assert [key for key in graph() if name(key, "cy") == name(key)] == []


def test_nothing_is_broader_than_itself() -> None:
    assert nx.is_directed_acyclic_graph(graph())


def test_every_interest_reaches_a_heading_and_headings_are_the_top() -> None:
    headings = {group.heading.key for group in groups()}
    assert headings == {key for key, out in graph().out_degree() if out == 0}
    for key in interests():
        assert nx.descendants(graph(), key) & headings, key


def test_every_interest_is_in_exactly_one_group_in_the_order_of_the_list() -> None:
    grouped = [entry.key for group in groups() for entry in group.entries]
    assert grouped == list(interests())
    assert all(group.entries for group in groups())


def test_nothing_is_related_to_what_it_is_already_a_kind_of() -> None:
    said_twice = [(a, b) for a, b in related_graph().edges if nx.has_path(graph(), a, b) or nx.has_path(graph(), b, a)]
    assert said_twice == []


def test_the_graphs_cannot_be_changed_by_accident() -> None:
    for built in (graph(), related_graph()):
        with pytest.raises(nx.NetworkXError):
            built.add_node("something-else")


@pytest.mark.parametrize(
    ("key", "parents"),
    [
        ("karaoke", {"singing"}),
        ("elvis", {"rock-and-roll"}),
        ("rugby-league", {"rugby"}),
        ("walking-the-dog", {"dogs", "walking"}),
        ("pub-quizzes", {"quizzes", "going-to-the-pub"}),
        ("gardening", {"outdoors"}),
    ],
)
def test_what_some_entries_are_kinds_of(key: str, parents: set[str]) -> None:
    assert set(graph().successors(key)) == parents


def test_names_come_in_the_language_asked_for() -> None:
    assert name("walking-the-dog") == "Walking the dog"
    assert name("walking-the-dog", "cy") == "Mynd â'r ci am dro"
    assert name("walking-the-dog", "cy_GB") == name("walking-the-dog", "cy")
    assert name("music", "cy") == "Cerddoriaeth a dawnsio"


def test_a_name_for_something_not_on_the_list_is_refused() -> None:
    with pytest.raises(UnknownInterest, match="hang-gliding"):
        name("hang-gliding")


@pytest.mark.parametrize("key", ["mosque", "church", "gurdwara", "diwali", "hymns", "pride", "politics"])
def test_what_tells_something_private_is_marked(key: str) -> None:
    assert interests()[key].special


@pytest.mark.parametrize("key", ["football", "choir", "christmas", "eisteddfod", "knitting"])
def test_what_tells_nothing_private_is_not(key: str) -> None:
    assert not interests()[key].special


def test_a_kind_of_something_private_is_private() -> None:
    lines = read(
        a_list(
            'hymns = { name_en = "Hymns", name_cy = "Emynau", picture = "dove", special = true }\n'
            'psalms = { name_en = "Psalms", name_cy = "Salmau", picture = "harp", is_a = ["hymns"] }'
        )
    ).lines
    assert lines["psalms"].interest.special
    assert not lines["singing"].interest.special


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ('choir = { name_en = "Choir", name_cy = "Côr" }', "does not say its picture"),
        ('choir = { name_en = "Choir", name_cy = "Côr", picture = "Harp!" }', "small letters"),
        ('Choir = { name_en = "Choir", name_cy = "Côr", picture = "harp" }', "small letters"),
        ('choir = { name_en = "Choir", name_cy = "Côr", picture = "harp", colour = "red" }', "colour"),
        ('choir = { name_en = "Choir", name_cy = "Côr", picture = "harp", is_a = ["noise"] }', "noise"),
        ('choir = { name_en = "Choir", name_cy = "Côr", picture = "harp", related = ["noise"] }', "noise"),
        ('choir = { name_en = "Choir", name_cy = "Côr", picture = "harp", related = ["choir"] }', "another"),
        ('choir = { name_en = "Choir", name_cy = "Côr", picture = "harp", is_a = [] }', "written under music"),
        ('music = { name_en = "Music too", name_cy = "Mwy", picture = "harp" }', "twice"),
    ],
)
def test_a_wrong_line_is_refused_with_the_reason(lines: str, why: str) -> None:
    with pytest.raises(WrongInList, match=why):
        read(a_list(lines))


def test_a_circle_is_refused_and_walked_through() -> None:
    lines = (
        'solos = { name_en = "Solos", name_cy = "Unawdau", picture = "harp", is_a = ["duets"] }\n'
        'duets = { name_en = "Duets", name_cy = "Deuawdau", picture = "harp", is_a = ["solos", "music"] }'
    )
    with pytest.raises(WrongInList, match="solos is a kind of duets is a kind of solos"):
        read(a_list(lines))


def test_our_own_list_is_the_one_that_is_read() -> None:
    assert "karaoke" in listing().lines
