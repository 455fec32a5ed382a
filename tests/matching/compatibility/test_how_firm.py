"""How firmly an order holds, held to trying everything."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.compatibility.agreement import Agreement
from matching.compatibility.criteria import CRITERIA
from matching.compatibility.firm_lines import Lines, Table, table
from matching.compatibility.how_firm import HowFirm, Step, how_firm, how_firm_is
from matching.compatibility.profiles import HouseholdProfile, PersonProfile
from matching.compatibility.score import Comparison, Order, Part, SideSum, compare, order
from matching.compatibility.weights import DEFAULT_WEIGHTS, Weights
from matching.compatibility.what_to_ask import Side
from scheme.ways_of_living import Company, Noise, Routine
from tests.matching.compatibility.invented import HOUSEHOLDS, PEOPLE, homesharer, household, person

NAMES = [criterion.name for criterion in CRITERIA]


def only(**points: int) -> Weights:
    """Weights that look at these criteria and at no others."""
    return Weights("test", dict.fromkeys(NAMES, 0) | points)


# --- stories ---------------------------------------------------------------------------------------------------------------


def test_nobody_to_put_in_order_is_firm() -> None:
    found = how_firm(person(), [])
    assert (found.among, found.reaches, found.stays, found.firm) == (0, (), True, True)


def test_one_household_is_first_whatever_moves() -> None:
    found = how_firm(person(), [household()])
    assert found.firm
    assert found.reaches[0].everything.worst == 1


def test_one_step_that_turns_the_order_is_named() -> None:
    """Quiet suits H1, company suits H2. Both matter 1: H1 leads by its weight of 3 to 2. With company at 2 it is 3 to 4."""
    mine = person(noise=Noise.QUIET, company=Company.OWN_SPACE, matters={"noise": 1, "company": 1})
    one = household(reference="H1", noise=Noise.QUIET, company=Company.TOGETHER, matters=dict.fromkeys(NAMES, 0))
    two = household(reference="H2", noise=Noise.LIVELY, company=Company.OWN_SPACE, matters=dict.fromkeys(NAMES, 0))
    found = how_firm(mine, [one, two], only(noise=3, company=2))
    turns = {(turn.step.side, turn.step.criterion, turn.step.more, turn.first) for turn in found.turns}
    assert (Side.PERSON, "company", True, "H2") in turns
    assert (Side.PERSON, "noise", False, "H2") in turns
    assert (Side.PERSON, "noise", True, "H2") not in turns
    assert not found.stays
    assert found.reaches[0].falls_by is not None
    assert found.reaches[1].rises_by in {turn.step for turn in found.turns}


def test_an_order_that_no_step_can_turn_is_firm() -> None:
    """Better in everything, and everything known."""
    wishes = {"noise": Noise.QUIET, "routine": Routine.REGULAR}
    mine = person(**wishes)
    one, two = (
        household(reference="H2", **wishes),
        household(reference="H1", noise=Noise.LIVELY, routine=Routine.CHANGING),
    )
    found = how_firm(mine, [one, two], only(noise=3, routine=2))
    assert found.firm
    assert [(reach.reference, reach.place, reach.everything.best) for reach in found.reaches] == [
        ("H2", 1, 1),
        ("H1", 2, 2),
    ]


def test_what_is_not_known_may_turn_an_order_that_weights_cannot() -> None:
    mine = person(noise=Noise.QUIET)
    quiet, unsaid = household(reference="H2", noise=Noise.QUIET), household(reference="H1")
    found = how_firm(mine, [quiet, unsaid], only(noise=3))
    first = found.reaches[0]
    assert (first.reference, first.weights.worst, first.weights.exact) == ("H2", 1, True)
    assert (first.unknowns.worst, first.unknowns.exact) == (2, False)
    assert found.stays
    assert not found.firm


def test_a_tie_goes_by_reference_in_the_ranges_too() -> None:
    """Were H2 to say "quiet" as well, both would be at 100 and H1 still first; were it called H0, it would not be."""
    mine = person(noise=Noise.QUIET)
    quiet = household(reference="H1", noise=Noise.QUIET)
    assert how_firm(mine, [quiet, household(reference="H2")], only(noise=3)).firm
    assert not how_firm(mine, [quiet, household(reference="H0")], only(noise=3)).firm


# --- held to trying everything ---------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Tiny:
    """A few households, two ways of fitting: weights, how much they matter, and agreements, side by side."""

    weights: tuple[int, ...]
    person_matters: tuple[int, ...]
    household_matters: tuple[tuple[int, ...], ...]
    person: tuple[tuple[Agreement, ...], ...]
    household: tuple[tuple[Agreement, ...], ...]

    def table(self) -> Table:
        """The same as rows of numbers."""
        length = len(self.household)
        matters = np.array([self.person_matters] * length), np.array(self.household_matters)
        weight = np.array([self.weights] * length)
        sides = [
            np.array([[[a.low, a.likely, a.high] for a in row] for row in side])
            for side in (self.person, self.household)
        ]
        lines = [Lines(weight, how, np.moveaxis(side, 2, 0)) for how, side in zip(matters, sides, strict=True)]
        return Table(tuple(f"H{number}" for number in range(length)), *lines)

    def key(
        self, number: int, mine: Sequence[int], theirs: Sequence[int], agreed: Sequence[Agreement] | None = None
    ) -> Order:
        """Where this pair comes, by the arithmetic of an explained pair."""
        agreed = agreed or (*self.person[number], *self.household[number])
        sides = [
            SideSum(tuple(map(Part, NAMES, self.weights, how, agreements)))
            for how, agreements in ((mine, agreed[: len(mine)]), (theirs, agreed[len(mine) :]))
        ]
        both = Comparison(*sides)
        return order(both.person.score, both.household.score, both.together, f"H{number}")

    def turned_out(self, number: int) -> Iterator[tuple[Agreement, ...]]:
        """Everything not known about a pair, turned out at either end or as is likely."""
        agreed = (*self.person[number], *self.household[number])
        for points in product(*({each.low, each.likely, each.high} for each in agreed)):
            yield tuple(Agreement(each, each, each) for each in points)


def has_a_view(tiny: Tiny, matters: Sequence[int]) -> bool:
    """Whether anything that counts matters at all."""
    return any(map(int.__mul__, tiny.weights, matters))


def within_a_step(tiny: Tiny, matters: Sequence[int]) -> list[tuple[int, ...]]:
    """Everything that may be said of what matters, each at most a step from now; a view is not lost."""
    said = product(*(range(max(0, each - 1), min(3, each + 1) + 1) for each in matters))
    return [each for each in said if has_a_view(tiny, each) or not has_a_view(tiny, matters)]


AGREEMENTS = st.lists(st.sampled_from([0, 10, 33, 50, 51, 67, 100]), min_size=3, max_size=3).map(
    lambda three: Agreement(*sorted(three))
)
KNOWN = st.sampled_from([0, 10, 33, 50, 51, 67, 100]).map(lambda points: Agreement(points, points, points))


@st.composite
def tinies(
    draw: st.DrawFn, households: int, ways: int = 2, agreements: st.SearchStrategy[Agreement] = KNOWN | AGREEMENTS
) -> Tiny:
    """Tiny instances, ties and noughts among them."""

    def some(each: st.SearchStrategy[int] | st.SearchStrategy[Agreement]) -> tuple[object, ...]:
        return tuple(draw(each) for _ in range(ways))

    matters, weights = st.integers(0, 3), st.sampled_from([0, 1, 2, 3, 7])
    return Tiny(
        some(weights),  # type: ignore[arg-type]
        some(matters),  # type: ignore[arg-type]
        tuple(some(matters) for _ in range(households)),  # type: ignore[misc]
        tuple(some(agreements) for _ in range(households)),  # type: ignore[misc]
        tuple(some(agreements) for _ in range(households)),  # type: ignore[misc]
    )


def places(keys: Sequence[Order]) -> list[int]:
    """Everybody's place."""
    return [1 + sum(other < key for other in keys) for key in keys]


def ends(everything: Iterator[list[int]]) -> list[tuple[int, int]]:
    """The best and the worst place each was ever at."""
    found = list(zip(*everything, strict=True))
    return [(min(each), max(each)) for each in found]


def with_weights(tiny: Tiny) -> Iterator[list[int]]:
    """Everybody's places with everything that may be said of what matters."""
    length = len(tiny.household)
    for mine in within_a_step(tiny, tiny.person_matters):
        keys = [
            [tiny.key(n, mine, theirs) for theirs in within_a_step(tiny, tiny.household_matters[n])]
            for n in range(length)
        ]
        yield from map(places, product(*keys))


def with_unknowns(tiny: Tiny, *, weights: bool) -> Iterator[list[int]]:
    """The same however what is not known turns out; for each pair only its earliest and latest are kept."""
    length = len(tiny.household)
    for mine in within_a_step(tiny, tiny.person_matters) if weights else [tiny.person_matters]:
        keys = []
        for n in range(length):
            own = within_a_step(tiny, tiny.household_matters[n]) if weights else [tiny.household_matters[n]]
            each = [tiny.key(n, mine, theirs, agreed) for theirs in own for agreed in tiny.turned_out(n)]
            keys.append([min(each), max(each)])
        yield from map(places, product(*keys))


def with_one_step(tiny: Tiny) -> Iterator[tuple[Step | None, list[int]]]:
    """Everybody's places as they are, and after every single step."""
    everybody = [tiny.person_matters, *tiny.household_matters]
    yield None, places([tiny.key(n, everybody[0], theirs) for n, theirs in enumerate(everybody[1:])])
    for whose, said in enumerate(everybody):
        for column, matters in enumerate(said):
            for moved in (matters + 1, matters - 1):
                after = [*everybody]
                after[whose] = (*said[:column], moved, *said[column + 1 :])
                if 0 <= moved <= 3 and (has_a_view(tiny, after[whose]) or not has_a_view(tiny, said)):
                    side = Side.HOUSEHOLD if whose else Side.PERSON
                    step = Step(
                        side, f"H{whose - 1}" if whose else None, NAMES[column], CRITERIA[column].title, moved > matters
                    )
                    yield step, places([tiny.key(n, after[0], theirs) for n, theirs in enumerate(after[1:])])


def by_number(found: HowFirm) -> list[int]:
    """Where each household, in the order of their numbers, stands among the reaches."""
    return sorted(range(len(found.reaches)), key=lambda at: found.reaches[at].reference)


@settings(max_examples=60, deadline=None)
@given(tinies(3, 3))
def test_one_step_is_exactly_what_doing_each_of_them_finds(tiny: Tiny) -> None:
    found = how_firm_is(tiny.table())
    tried = list(with_one_step(tiny))
    reaches = [found.reaches[at] for at in by_number(found)]
    assert [reach.place for reach in reaches] == tried[0][1]
    assert [(reach.any_one.best, reach.any_one.worst) for reach in reaches] == ends(each for _, each in tried)
    was_first = tried[0][1].index(1)
    turned = {(step, f"H{each.index(1)}") for step, each in tried if each.index(1) != was_first}
    assert {(turn.step, turn.first) for turn in found.turns} == turned | {
        (turn.step, turn.first) for turn in found.turns if not weighs(tiny, turn.step)
    }
    for number, reach in enumerate(reaches):
        for step, end in ((reach.rises_by, reach.any_one.best), (reach.falls_by, reach.any_one.worst)):
            assert step is None or dict(tried)[step][number] == end


def weighs(tiny: Tiny, step: Step) -> bool:
    """Whether the scheme gives it any weight."""
    return tiny.weights[NAMES.index(step.criterion)] > 0


@settings(max_examples=40, deadline=None)
@given(tinies(3))
def test_no_place_outside_a_range_is_possible_and_an_exact_range_is_reached(tiny: Tiny) -> None:
    found = how_firm_is(tiny.table())
    reaches = [found.reaches[at] for at in by_number(found)]
    tried = (
        ([reach.weights for reach in reaches], ends(with_weights(tiny))),
        ([reach.unknowns for reach in reaches], ends(with_unknowns(tiny, weights=False))),
        ([reach.everything for reach in reaches], ends(with_unknowns(tiny, weights=True))),
    )
    for ranges, really in tried:
        for said, (best, worst) in zip(ranges, really, strict=True):
            assert said.best <= best <= worst <= said.worst
            if said.exact:
                assert (said.best, said.worst) == (best, worst)


@settings(max_examples=60, deadline=None)
@given(tinies(2, 3, KNOWN))
def test_of_two_that_are_known_it_is_always_told_exactly(tiny: Tiny) -> None:
    found = how_firm_is(tiny.table())
    really = ends(with_weights(tiny))
    for at, (best, worst) in zip(by_number(found), really, strict=True):
        reach = found.reaches[at]
        assert (reach.weights.best, reach.weights.worst, reach.weights.exact) == (best, worst, True)
        assert (reach.everything.best, reach.everything.worst) == (best, worst)
        assert reach.unknowns == type(reach.unknowns)(reach.place, reach.place, exact=True)


@settings(max_examples=30, deadline=None)
@given(tinies(2))
def test_of_two_it_is_told_exactly_what_unknowns_apart_from_one_another_could_do(tiny: Tiny) -> None:
    found = how_firm_is(tiny.table())
    really = ends(with_unknowns(tiny, weights=True))
    said = [found.reaches[at].everything for at in by_number(found)]
    assert [(each.best, each.worst) for each in said] == really


# --- the same numbers as everywhere else -----------------------------------------------------------------------------------


@settings(max_examples=30, deadline=None)
@given(PEOPLE, st.lists(HOUSEHOLDS, min_size=1, max_size=4, unique_by=lambda one: one.reference))
def test_the_lines_are_those_of_an_explained_pair(mine: PersonProfile, theirs: list[HouseholdProfile]) -> None:
    beside = table(mine, theirs, DEFAULT_WEIGHTS)
    for row, one in enumerate(theirs):
        both = compare(mine, one)
        for lines, side in ((beside.person, both.person), (beside.household, both.household)):
            asked = {part.criterion: part for part in side.parts}
            for column, name in enumerate(NAMES):
                part = asked.get(name)
                weight = part.scheme_weight if part else 0
                agreement = part.agreement if part else Agreement(0, 0, 0)
                assert lines.weight[row, column] == weight
                assert tuple(lines.agreement[:, row, column].tolist()) == (
                    agreement.low,
                    agreement.likely,
                    agreement.high,
                )
                assert part is None or lines.matters[row, column] == part.matters


@settings(max_examples=20, deadline=None)
@given(PEOPLE, st.lists(HOUSEHOLDS, min_size=2, max_size=5, unique_by=lambda one: one.reference))
def test_places_are_those_of_the_list(mine: PersonProfile, theirs: list[HouseholdProfile]) -> None:
    def key(one: HouseholdProfile) -> Order:
        both = compare(mine, one)
        return order(both.person.score, both.household.score, both.together, one.reference)

    found = how_firm(mine, theirs)
    assert [reach.reference for reach in found.reaches] == [one.reference for one in sorted(theirs, key=key)]
    for reach in found.reaches:
        for said in (reach.any_one, reach.weights, reach.unknowns, reach.everything):
            assert said.best <= reach.place <= said.worst <= found.among


def test_somebody_who_would_move_and_somebody_who_gives_a_home_stand_in_one_list() -> None:
    found = how_firm(
        person(noise=Noise.QUIET), [household(reference="H1"), homesharer(reference="H2", noise=Noise.QUIET)]
    )
    assert {reach.reference for reach in found.reaches} == {"H1", "H2"}
