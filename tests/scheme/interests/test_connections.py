"""How close two interests are: whole numbers, the same from both sides, with a path anyone can follow."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheme.interests import (
    CLOSENESS,
    Link,
    UnknownInterest,
    closeness_matrix,
    graph,
    groups,
    interests,
    nearest,
    related_graph,
)

any_interest = st.sampled_from(list(interests()))


@pytest.mark.parametrize(
    ("a", "b", "link", "closeness", "path"),
    [
        ("bingo", "bingo", Link.SAME, 100, ("bingo",)),
        ("karaoke", "singing", Link.KIND_OF, 60, ("karaoke", "singing")),
        ("singing", "karaoke", Link.KIND_OF, 60, ("singing", "karaoke")),
        ("elvis", "listening-to-music", Link.KIND_OF, 30, ("elvis", "rock-and-roll", "listening-to-music")),
        ("football", "cricket", Link.SHARED, 40, ("football", "team-sports", "cricket")),
        ("rugby-league", "football", Link.SHARED, 20, ("rugby-league", "rugby", "team-sports", "football")),
        ("karaoke", "discos", Link.RELATED, 40, ("karaoke", "discos")),
        ("fishing", "camping", Link.SAME_HEADING, 10, ("fishing", "outdoors", "camping")),
    ],
)
def test_how_two_interests_are_connected(a: str, b: str, link: Link, closeness: int, path: tuple[str, ...]) -> None:
    connection = nearest(a, b)
    assert connection is not None
    assert (connection.link, connection.closeness, connection.path) == (link, closeness, path)


def test_interests_with_nothing_in_common_are_not_connected() -> None:
    assert nearest("bingo", "nails") is None


def test_a_connection_names_what_both_are_kinds_of() -> None:
    choir_and_karaoke, walking_and_running = nearest("choir", "karaoke"), nearest("fishing", "camping")
    assert choir_and_karaoke is not None
    assert walking_and_running is not None
    assert choir_and_karaoke.through == "singing"
    assert walking_and_running.through == "outdoors"


def test_a_connection_that_meets_nowhere_else_names_nothing() -> None:
    kind_of, related = nearest("karaoke", "singing"), nearest("karaoke", "discos")
    assert kind_of is not None
    assert related is not None
    assert kind_of.through is None
    assert related.through is None


def test_something_not_on_the_list_is_refused() -> None:
    with pytest.raises(UnknownInterest, match="hang-gliding"):
        nearest("bingo", "hang-gliding")
    with pytest.raises(UnknownInterest, match="hang-gliding"):
        nearest("hang-gliding", "hang-gliding")


def test_a_heading_is_not_something_to_be_close_to() -> None:
    with pytest.raises(UnknownInterest, match="music"):
        nearest("karaoke", "music")


@given(any_interest, any_interest)
def test_a_connection_is_the_same_from_both_sides(a: str, b: str) -> None:
    there, back = nearest(a, b), nearest(b, a)
    if there is None or back is None:
        assert there is back is None
        return
    assert (there.link, there.closeness, there.path) == (back.link, back.closeness, back.path[::-1])


@given(any_interest, any_interest)
def test_closeness_is_a_whole_number_from_0_to_100_and_only_the_same_is_100(a: str, b: str) -> None:
    connection = nearest(a, b)
    if connection is not None:
        assert type(connection.closeness) is int
        assert 0 < connection.closeness <= 100
        assert (connection.closeness == 100) == (a == b)


@given(any_interest, any_interest)
def test_every_step_of_a_path_is_in_one_of_the_graphs(a: str, b: str) -> None:
    connection = nearest(a, b)
    if connection is None:
        return
    assert (connection.path[0], connection.path[-1]) == (a, b)
    for here, there in zip(connection.path, connection.path[1:], strict=False):
        steps = graph().has_edge(here, there), graph().has_edge(there, here), related_graph().has_edge(here, there)
        assert any(steps)


@given(any_interest, any_interest)
def test_the_nearest_connection_is_the_closest_there_is(a: str, b: str) -> None:
    """Worked out a second way: by trying every row of the table against plain distances in the graphs."""
    up_a, up_b = (nx.single_source_shortest_path_length(graph(), key) for key in (a, b))
    headings = {group.heading.key for group in groups()}
    found = [CLOSENESS[Link.RELATED, 1]] if related_graph().has_edge(a, b) else []
    for meeting in set(up_a) & set(up_b):
        steps = up_a[meeting] + up_b[meeting]
        one_is_above = meeting in (a, b)
        link = Link.SAME if a == b == meeting else Link.KIND_OF if one_is_above else Link.SHARED
        found.append(CLOSENESS.get((Link.SAME_HEADING if meeting in headings else link, steps), 0))
    connection = nearest(a, b)
    assert (connection.closeness if connection else 0) == max(found, default=0)


def test_two_interests_under_one_heading_are_always_a_little_connected() -> None:
    for group in groups():
        for first, second in zip(group.entries, group.entries[1:], strict=False):
            assert nearest(first.key, second.key) is not None


def test_the_matrix_says_what_nearest_says() -> None:
    keys, closeness = closeness_matrix()
    assert keys == tuple(interests())
    assert np.issubdtype(closeness.dtype, np.integer)
    assert (closeness == closeness.T).all()
    assert (closeness.diagonal() == 100).all()
    assert closeness.min() == 0
    row, column = keys.index("karaoke"), keys.index("singing")
    assert closeness[row, column] == 60


@given(any_interest, any_interest)
def test_any_cell_of_the_matrix_is_the_nearest_connection(a: str, b: str) -> None:
    keys, closeness = closeness_matrix()
    connection = nearest(a, b)
    assert closeness[keys.index(a), keys.index(b)] == (connection.closeness if connection else 0)


def test_nobody_can_write_in_the_matrix() -> None:
    _, closeness = closeness_matrix()
    with pytest.raises(ValueError, match="read-only"):
        closeness[0, 0] = 1


def test_the_table_falls_with_every_step() -> None:
    kinds = [CLOSENESS[Link.KIND_OF, steps] for steps in (1, 2, 3)]
    assert kinds == sorted(kinds, reverse=True)
    assert CLOSENESS[Link.SAME, 0] > max(kinds)
    assert min(CLOSENESS.values()) == CLOSENESS[Link.SAME_HEADING, 2]


def test_of_two_ways_as_short_the_first_by_name_is_taken() -> None:
    """Animation is both television and films; either way it comes under the same heading."""
    connection = nearest("animation", "radio")
    assert connection is not None
    assert connection.path == ("animation", "films", "screen", "radio")
