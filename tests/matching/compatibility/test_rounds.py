"""Rounds: the best for everybody at once, held to brute force, to networkx and to its own proof. Everybody is invented."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, combinations
from typing import Any

import networkx as nx
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from matching.compatibility.rounds import Allowed, Limit, Round, Seeker, best_round
from matching.compatibility.rounds_suggested import Gain, Move

Asked = tuple[list[Seeker], list[Limit], list[Allowed]]
NONE = (0, 0, 0, 0, 0)


@st.composite
def asked(draw: st.DrawFn, people: int, households: int, pairs: int, most: int = 100) -> Asked:
    """People, households each with two kinds of spaces within what they may be asked, and some allowed pairs."""
    numbers = st.integers(0, most)
    seekers = [
        Seeker(f"P{number}", draw(st.sampled_from([0, 3, 3, 200])), draw(st.integers(0, 2)))
        for number in range(draw(st.integers(0, people)))
    ]
    limits = []
    for number in range(draw(st.integers(0, households))):
        limits.append(Limit(f"H{number}", draw(st.integers(0, 3))))
        limits += [Limit(f"H{number} {kind}", draw(st.integers(0, 2)), within=f"H{number}") for kind in ("a", "b")]
    possible = [(one.reference, limit.name) for one in seekers for limit in limits]
    chosen = draw(st.lists(st.sampled_from(possible), unique=True, max_size=pairs)) if possible else []
    return seekers, limits, [Allowed(*pair, draw(numbers), draw(st.booleans())) for pair in chosen]


def worth(people: Sequence[Seeker], limits: Sequence[Limit], pair: Allowed) -> tuple[int, ...]:
    """What a pair adds in each stage, without what its person's first introduction adds."""
    references, names = sorted(one.reference for one in people), sorted(one.name for one in limits)
    waited = {one.reference: one.waited for one in people}[pair.person]
    place = (len(people) - references.index(pair.person)) * (len(limits) - names.index(pair.limit))
    return 0, pair.points, 0, pair.points * waited, place


def plus(*each: Sequence[int]) -> tuple[int, ...]:
    return tuple(map(sum, zip(*each, strict=True))) if each else NONE


def times(number: int, each: Sequence[int]) -> tuple[int, ...]:
    return tuple(number * one for one in each)


def widening(limits: Sequence[Limit], name: str | None) -> Iterator[Limit]:
    named = {one.name: one for one in limits}
    while name is not None:
        yield named[name]
        name = named[name].within


def total_of(given: Asked, chosen: Sequence[Allowed]) -> tuple[int, ...] | None:
    """What these pairs are worth together; nothing if they break a limit."""
    people, limits, _ = given
    each = Counter(pair.person for pair in chosen)
    held = Counter(limit.name for pair in chosen for limit in widening(limits, pair.limit))
    if any(each[one.reference] > one.at_most for one in people) or any(held[one.name] > one.at_most for one in limits):
        return None
    firsts = [(1, 0, one.waited, 0, 0) for one in people if each[one.reference]]
    return plus(NONE, *firsts, *(worth(people, limits, pair) for pair in chosen))


def best_by_trying(given: Asked) -> tuple[int, ...]:
    pairs = given[2]
    every = chain.from_iterable(combinations(pairs, size) for size in range(len(pairs) + 1))
    return max(total for chosen in every if (total := total_of(given, chosen)) is not None)


def bound_of(given: Asked, found: Round) -> tuple[int, ...]:
    """What no suggestions could be worth more than: worked out from the published values alone, with a pencil."""
    people, limits, pairs = given
    at_limit, at_person = found.values.limits, found.values.people

    def over(*each: Sequence[int]) -> tuple[int, ...]:
        return max(NONE, plus(*each))

    prices = [
        times(one.at_most, over(at_limit[one.name], times(-1, at_limit[one.within] if one.within else NONE)))
        for one in limits
    ]
    shares = [
        plus(
            times(min(one.at_most, 1), over((1, 0, one.waited, 0, 0), times(-1, at_person[one.reference]))),
            times(max(one.at_most - 1, 0), over(times(-1, at_person[one.reference]))),
        )
        for one in people
    ]
    surplus = [over(worth(people, limits, one), at_person[one.person], times(-1, at_limit[one.limit])) for one in pairs]
    return plus(NONE, *prices, *shares, *surplus)


def chosen_of(given: Asked, found: Round) -> list[Allowed]:
    by_name = {(pair.person, pair.limit): pair for pair in given[2]}
    return [by_name[one.person, one.limit] for one in found.suggestions]


@given(asked(people=4, households=2, pairs=8))
def test_no_suggestions_could_be_better_as_trying_all_of_them_shows(given: Asked) -> None:
    found = best_round(*given)
    assert found.totals == total_of(given, chosen_of(given, found)) == best_by_trying(given)


@given(asked(people=12, households=6, pairs=60))
def test_the_proof_holds_and_anybody_can_check_it(given: Asked) -> None:
    found = best_round(*given)
    assert found.is_the_best
    assert found.totals == total_of(given, chosen_of(given, found)) == bound_of(given, found)


@given(asked(people=9, households=4, pairs=40))
def test_networkx_finds_the_same(given: Asked) -> None:
    """As one sum of Python's whole numbers, which are never rounded: each stage far heavier than all after it."""
    people, limits, pairs = given
    graph: Any = nx.MultiDiGraph()
    graph.add_node("hub")
    heavy = [10**weight for weight in (60, 40, 30, 20, 0)]

    def cost(each: Sequence[int]) -> int:
        return -sum(weight * one for weight, one in zip(heavy, each, strict=True))

    for one in people:
        graph.add_edge("hub", one.reference, capacity=min(1, one.at_most), weight=cost((1, 0, one.waited, 0, 0)))
        graph.add_edge("hub", one.reference, capacity=max(0, one.at_most - 1), weight=0)
    for limit in limits:
        graph.add_edge(limit.name, limit.within or "hub", capacity=limit.at_most, weight=0)
    for pair in pairs:
        graph.add_edge(pair.person, pair.limit, capacity=1, weight=cost(worth(people, limits, pair)))
    least, _ = nx.network_simplex(graph)
    assert least == cost(best_round(*given).totals)


@given(asked(people=8, households=4, pairs=30), st.randoms(use_true_random=False))
def test_the_order_in_which_they_come_makes_no_difference(given: Asked, lots: Any) -> None:
    shuffled = tuple(lots.sample(each, len(each)) for each in given)
    assert best_round(*shuffled).suggestions == best_round(*given).suggestions


@given(asked(people=6, households=3, pairs=20))
def test_without_one_it_says_what_would_be_best(given: Asked) -> None:
    people, limits, pairs = given
    found = best_round(*given)
    for suggestion in found.suggestions:
        otherwise = found.without(suggestion)
        others = [pair for pair in pairs if (pair.person, pair.limit) != (suggestion.person, suggestion.limit)]
        again = best_round(people, limits, others)
        assert plus(found.totals[:2], (otherwise.gain.people, otherwise.gain.points)) == again.totals[:2]
        met = Counter((one.person, one.household) for one in found.suggestions)
        for move in otherwise.moves:
            met[move.person, str(move.before)] -= move.before is not None
            met[move.person, str(move.after)] += move.after is not None
        assert min(met.values()) >= 0
        assert sum(met.values()) == sum(one.person in {pair[0] for pair in met} for one in found.suggestions) + sum(
            (move.after is not None) - (move.before is not None) for move in otherwise.moves
        )


@given(asked(people=6, households=3, pairs=20))
def test_the_values_say_what_one_more_space_would_do(given: Asked) -> None:
    people, limits, pairs = given
    found = best_round(*given)
    for limit in limits:
        wider = {one.name for one in widening(limits, limit.name)}
        more = [replace(one, at_most=one.at_most + 1) if one.name in wider else one for one in limits]
        gained = found.one_more(limit.name)
        assert plus(found.totals[:2], (gained.people, gained.points)) == best_round(people, more, pairs).totals[:2]


@given(asked(people=6, households=3, pairs=14, most=2**70))
@example(
    (
        [Seeker("P0"), Seeker("P1")],
        [Limit("H0", 1), Limit("H1", 1)],
        [
            Allowed("P0", "H0", 2**60),
            Allowed("P0", "H1", 2**60 + 1),
            Allowed("P1", "H0", 2**60),
            Allowed("P1", "H1", 2**60 + 2),
        ],
    )
)
def test_it_is_exact_where_floats_no_longer_tell_numbers_apart(given: Asked) -> None:
    found = best_round(*given)
    assert found.totals == bound_of(given, found) == total_of(given, chosen_of(given, found))


def test_one_point_counts_beside_numbers_too_large_for_floats() -> None:
    assert float(2**60) == float(2**60 + 1)
    homes = [Limit("H0", 1), Limit("H1", 1)]
    crossed = {("P0", "H0"): 2**60, ("P0", "H1"): 2**60, ("P1", "H0"): 2**60 + 1, ("P1", "H1"): 2**60}
    found = best_round([Seeker("P0"), Seeker("P1")], homes, [Allowed(*pair, crossed[pair]) for pair in crossed])
    assert {(one.person, one.household) for one in found.suggestions} == {("P0", "H1"), ("P1", "H0")}
    assert found.totals[1] == 2**61 + 1


@pytest.mark.parametrize("most", [2**53 + 1, 2**61, 10**30])
def test_what_would_be_otherwise_is_as_exact_however_large_the_numbers(most: int) -> None:
    people = [Seeker("P0"), Seeker("P1")]
    pairs = [Allowed("P0", "H0", most), Allowed("P1", "H0", most - 1), Allowed("P1", "H1", 3)]
    found = best_round(people, [Limit("H0", 1), Limit("H1", 1)], pairs)
    first, second = found.suggestions
    assert found.without(first).gain == Gain(people=-1, points=-4)
    assert found.without(first).moves == (Move("P0", "H0", None), Move("P1", "H1", "H0"))
    assert found.without(second).gain == Gain(people=-1, points=-3)


# --- stories ---------------------------------------------------------------------------------------------------------------


def everybody(people: Sequence[Seeker], homes: Sequence[Limit], points: Any) -> list[Allowed]:
    return [Allowed(one.reference, home.name, points(one, home)) for one in people for home in homes]


def test_with_nobody_there_is_nothing_to_suggest() -> None:
    found = best_round([], [], [])
    assert (found.suggestions, found.totals, found.is_the_best) == ((), NONE, True)


def test_a_person_with_nowhere_to_go_is_left_out() -> None:
    found = best_round([Seeker("P1")], [Limit("H1", 1)], [])
    assert found.left_out == ("P1",)


def test_one_person_meets_whoever_suits_best() -> None:
    homes = [Limit("H1", 1), Limit("H2", 1)]
    found = best_round([Seeker("P1")], homes, [Allowed("P1", "H1", 60), Allowed("P1", "H2", 61, check_first=True)])
    (one,) = found.suggestions
    assert (one.person, one.household, one.points, one.check_first) == ("P1", "H2", 61, True)


def test_more_people_meet_somebody_before_any_two_suit_better() -> None:
    """P1 would suit H1 at 90 and leave P2 with nobody."""
    pairs = [Allowed("P1", "H1", 90), Allowed("P1", "H2", 30), Allowed("P2", "H1", 30)]
    found = best_round([Seeker("P1"), Seeker("P2")], [Limit("H1", 1), Limit("H2", 1)], pairs)
    assert [(one.person, one.household) for one in found.suggestions] == [("P1", "H2"), ("P2", "H1")]


def test_whoever_waited_longest_comes_first_among_equals() -> None:
    people = [Seeker(f"P{number}", waited=days) for number, days in enumerate((5, 300, 20))]
    homes = [Limit("H1", 1), Limit("H2", 1)]
    found = best_round(people, homes, everybody(people, homes, lambda _, home: 70 if home.name == "H2" else 50))
    assert [(one.person, one.household) for one in found.suggestions] == [("P1", "H2"), ("P2", "H1")]
    assert found.left_out == ("P0",)


def test_among_complete_ties_earlier_references_come_first() -> None:
    people = [Seeker(f"P{number}") for number in range(4)]
    homes = [Limit(f"H{number}", 1) for number in range(3)]
    found = best_round(people, homes, everybody(people, homes, lambda *_: 50))
    assert [(one.person, one.household) for one in found.suggestions] == [("P0", "H0"), ("P1", "H1"), ("P2", "H2")]


def test_nobody_is_asked_about_more_people_than_they_may_be() -> None:
    people = [Seeker(f"P{number}") for number in range(9)]
    homes = [Limit("H1", 2), Limit("H1 a", 9, within="H1"), Limit("H2", 3)]
    found = best_round(people, homes, everybody(people, homes[1:], lambda *_: 50))
    assert Counter(one.household for one in found.suggestions) == {"H1": 2, "H2": 3}


def test_everybody_has_one_before_anybody_has_two() -> None:
    people = [Seeker("P1", at_most=3), Seeker("P2", at_most=3)]
    homes = [Limit("H1", 1), Limit("H2", 1), Limit("H3", 1)]
    found = best_round(people, homes, everybody(people, homes, lambda one, _: 90 if one.reference == "P1" else 10))
    assert Counter(one.person for one in found.suggestions) == {"P1": 2, "P2": 1}


def test_a_pair_worth_nothing_still_is_an_introduction() -> None:
    found = best_round([Seeker("P1")], [Limit("H1", 1)], [Allowed("P1", "H1", 0)])
    assert found.totals[:2] == (1, 0)


def test_it_says_who_would_move_up() -> None:
    people = [Seeker("P1", waited=9), Seeker("P2")]
    found = best_round(people, [Limit("H1", 1)], [Allowed("P1", "H1", 50), Allowed("P2", "H1", 50)])
    otherwise = found.without(found.suggestions[0])
    assert otherwise.gain == Gain(0, 0)
    assert [(move.person, move.before, move.after) for move in otherwise.moves] == [
        ("P1", "H1", None),
        ("P2", None, "H1"),
    ]


@pytest.mark.parametrize(
    ("people", "limits", "pairs"),
    [
        ([Seeker("P1"), Seeker("P1")], [], []),
        ([Seeker("P1", waited=-1)], [], []),
        ([Seeker("P1")], [Limit("H1", -1)], []),
        ([Seeker("P1")], [Limit("H1", 1, within="H2")], []),
        ([Seeker("P1")], [Limit("H1", 1, within="H2"), Limit("H2", 1, within="H1")], []),
        ([Seeker("P1")], [Limit("H1", 1)], [Allowed("P2", "H1", 1)]),
        ([Seeker("P1")], [Limit("H1", 1)], [Allowed("P1", "H1", -1)]),
        ([Seeker("P1")], [Limit("H1", 1)], [Allowed("P1", "H1", 1), Allowed("P1", "H1", 2)]),
    ],
)
def test_what_makes_no_sense_is_refused(people: Any, limits: Any, pairs: Any) -> None:
    with pytest.raises(ValueError, match=r"\."):
        best_round(people, limits, pairs)
