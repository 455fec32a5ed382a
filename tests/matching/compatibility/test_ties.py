"""Ties kept and cut by a home, as a graph: the same as the score says, in words a worker reads."""

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from matching.compatibility.agreement import half_up
from matching.compatibility.explain import explain
from matching.compatibility.nearness import Whereabouts
from matching.compatibility.profiles import HomeFacts, Tie
from matching.compatibility.tables import TIES
from matching.compatibility.ties import HOME, ties, ties_graph
from scheme.cells import Cell
from scheme.ways_of_living import HowOften
from tests.matching.compatibility.invented import HERE, RULES, cells, household, person
from tests.matching.compatibility.invented import ties as any_tie

FAR = Cell(HERE.east + 50, HERE.north)

LOU = Tie("Lou", HERE, HowOften.WEEKLY, at="The café", reach_miles=10)
PATEL = Tie("Mrs Patel", HERE, HowOften.MOST_DAYS, at="The café", reach_miles=10)
HELEN = Tie("Helen", FAR, HowOften.WEEKLY, at="Helen's", reach_miles=10)
NAN = Tie("Nan", None, HowOften.MONTHLY, wherever=True)
ALF = Tie("Alf", None, HowOften.WEEKLY, at="The pub", reach_miles=10)


def labels(found: tuple[Tie, ...]) -> list[str]:
    """Who they are."""
    return sorted(tie.label for tie in found)


def test_a_home_keeps_some_cuts_some_and_about_some_we_cannot_tell() -> None:
    found = ties((LOU, PATEL, HELEN, NAN, ALF), Whereabouts(HERE))
    assert labels(found.kept) == ["Lou", "Mrs Patel", "Nan"]
    assert labels(found.cut) == ["Helen"]
    assert labels(found.not_known) == ["Alf"]


def test_the_place_most_meetings_go_through_comes_first() -> None:
    cafe, helens, _ = ties((HELEN, LOU, PATEL, ALF), Whereabouts(HERE)).through
    assert (cafe.at, cafe.who, cafe.a_week, cafe.kept) == ("The café", ("Lou", "Mrs Patel"), 6, 6)
    assert (helens.at, helens.a_week, helens.kept) == ("Helen's", 1, 0)


def test_friends_of_one_place_hang_on_it_in_the_graph() -> None:
    graph = ties_graph((LOU, PATEL, HELEN, NAN), Whereabouts(HERE))
    assert nx.is_tree(graph)
    (cafe,) = (node for node in graph.neighbors(HOME) if node[:2] == ("place", "The café"))
    assert graph.degree(cafe, weight="a_week") == 6 + 1  # an edge without a count is one
    assert nx.shortest_path_length(graph, HOME, ("who", 3)) == 1


def test_contacts_are_counted_by_the_week_and_nobody_is_named() -> None:
    assert ties((LOU, PATEL, HELEN), Whereabouts(HERE)).sentence == "6 of 7 weekly contacts stay within reach."
    with_alf = ties((LOU, HELEN, ALF), Whereabouts(HERE)).sentence
    assert with_alf == "1 of 3 weekly contacts stay within reach. About 1 we cannot tell yet."


def test_a_friend_on_the_edge_of_a_walk_is_probably_within_reach() -> None:
    edge = Tie("Lou", Cell(HERE.east + 1, HERE.north), HowOften.WEEKLY, at="Lou's flat", reach_miles=2)
    found = ties((edge, HELEN), Whereabouts(HERE))
    assert (labels(found.probably), labels(found.cut)) == (["Lou"], ["Helen"])
    assert found.sentence == "Probably 1 of 2 weekly contacts stay within reach."


def test_people_seen_now_and_then_are_counted_as_people() -> None:
    assert ties((NAN,), Whereabouts(FAR)).sentence == "1 of 1 contact stays within reach."


def test_a_worker_reads_the_count_and_a_kept_explanation_names_nobody() -> None:
    explained = explain(person(ties=(LOU, PATEL, HELEN)), household(home=HomeFacts(cell=HERE)), RULES)
    (said,) = (part.sentence for part in explained.person_side.parts if part.criterion == "ties")
    assert said == "They could go on seeing the people who matter to them. 6 of 7 weekly contacts stay within reach."
    assert not any(who in str(explained.as_json()) for who in ("Lou", "Patel", "Helen"))


@given(st.lists(any_tie, min_size=1, max_size=6).map(tuple), st.none() | cells)
def test_the_graph_and_the_score_say_the_same(known: tuple[Tie, ...], cell: Cell | None) -> None:
    home = Whereabouts(cell, "LA1")
    found = ties(known, home)
    assert sorted(id(tie) for some in found.by_holds.values() for tie in some) == sorted(map(id, known))

    def months(some: tuple[Tie, ...]) -> int:
        return sum(tie.how_often.times_a_month for tie in some)

    low, _, high = TIES.agree(TIES.wants([known]), TIES.finds([home]))[:, 0, 0].tolist()
    assert low == half_up(100 * months(found.kept), months(known))
    open_ = found.probably + found.not_known
    assert high == half_up(100 * months(found.kept + open_), months(known))
