"""Rounds for profiles: which pairs, how much room, and why some are left out. Everybody here is invented."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.as_json import whole_round
from matching.compatibility.criteria import BY_NAME
from matching.compatibility.essentials import Standing, check, kind_to_propose, standing
from matching.compatibility.occupancy import needs_every_day, people_on
from matching.compatibility.profiles import Approval, Dates, HouseholdProfile, Offer, PersonProfile, Taken, Wish
from matching.compatibility.rounds_spaces import RoundOfProfiles, Terms, WhyNone, suggest
from matching.compatibility.score import compare
from matching.compatibility.weights import Weights
from scheme.kinds import ArrangementKind
from scheme.ways_of_living import Noise, YesNo
from tests.matching.compatibility.invented import RULES, TODAY, household, person

LIVE_IN, BREAK, DAYS = ArrangementKind.LIVE_IN, ArrangementKind.SHORT_BREAK, ArrangementKind.DAY_SUPPORT
JULY = Dates(date(2027, 7, 1), date(2027, 7, 14))
LATE_JULY = Dates(date(2027, 7, 10), date(2027, 7, 24))
AUGUST = Dates(date(2027, 8, 1), date(2027, 8, 14))


def looking(reference: str, *wishes: Wish, **facts: Any) -> PersonProfile:
    """Somebody in whose way nothing stands."""
    known = {"crisis": YesNo.NO, "access_needs": frozenset(), "wishes": wishes or (Wish(LIVE_IN),)}
    return person(**{"reference": reference} | known | facts)


def offering(reference: str, *offers: Offer, **facts: Any) -> HouseholdProfile:
    """A household in whose way nothing stands."""
    approval = Approval(TODAY - timedelta(days=9), TODAY + timedelta(days=300), frozenset(ArrangementKind))
    known = {"living_there": 0, "approval": approval, "offers": offers or (Offer(LIVE_IN, 1),)}
    return household(**{"reference": reference} | known | facts)


def pairs_of(found: RoundOfProfiles) -> set[tuple[str, str]]:
    return {(one.person, one.household) for one in found.round.suggestions}


TERMS = Terms(RULES, asks=3)


def test_no_more_people_than_there_are_spaces_of_that_kind() -> None:
    people = [looking(f"P{number}") for number in range(4)]
    found = suggest(people, [offering("H1", Offer(LIVE_IN, 2))], TERMS)
    assert len(found.round.suggestions) == 2
    assert set(found.without.values()) == {WhyNone.NO_ROOM}


def test_spaces_taken_already_are_taken() -> None:
    home = offering("H1", Offer(LIVE_IN, 2), taken=(Taken(LIVE_IN, Dates(TODAY)),))
    found = suggest([looking("P1"), looking("P2")], [home], TERMS)
    assert len(found.round.suggestions) == 1


def test_on_days_apart_the_same_space_serves_both() -> None:
    home = offering("H1", Offer(BREAK, 1))
    apart = [looking("P1", Wish(BREAK, JULY)), looking("P2", Wish(BREAK, AUGUST))]
    assert pairs_of(suggest(apart, [home], TERMS)) == {("P1", "H1"), ("P2", "H1")}
    overlapping = [looking("P1", Wish(BREAK, JULY)), looking("P2", Wish(BREAK, LATE_JULY))]
    assert len(suggest(overlapping, [home], TERMS).round.suggestions) == 1


def test_where_any_day_will_do_only_the_asks_count() -> None:
    people = [looking(f"P{number}", Wish(DAYS)) for number in range(5)]
    found = suggest(people, [offering("H1", Offer(DAYS, 1))], TERMS)
    assert len(found.round.suggestions) == TERMS.asks


def test_the_home_holds_three_people_whatever_the_kinds() -> None:
    home = offering("H1", Offer(LIVE_IN, 1), Offer(BREAK, 1), living_there=2)
    people = [looking("P1"), looking("P2", Wish(BREAK, JULY))]
    assert len(suggest(people, [home], TERMS).round.suggestions) == 1
    roomy = replace(home, living_there=1)
    assert len(suggest(people, [roomy], TERMS).round.suggestions) == 2


def test_what_is_under_way_counts_for_both_and_is_not_suggested_again() -> None:
    people = [looking("P1"), looking("P2"), looking("P3")]
    homes = [offering("H1", Offer(LIVE_IN, 3)), offering("H2", Offer(LIVE_IN, 3))]
    under_way = frozenset({("P1", "H1")})
    found = suggest(people, homes, replace(TERMS, asks=1, under_way=under_way))
    assert len(found.round.suggestions) == 1
    assert found.without["P1"] is WhyNone.HAS_ENOUGH
    assert [one.household for one in found.round.suggestions] == ["H2"]
    twice = suggest(people[:1], homes, replace(TERMS, introductions=2, under_way=under_way))
    assert pairs_of(twice) == {("P1", "H2")}
    together = suggest(people[:1], homes, replace(TERMS, together=under_way))
    assert pairs_of(together) == {("P1", "H2")}


def test_poor_pairs_do_not_make_the_count() -> None:
    one, home = looking("P1"), offering("H1")
    together = compare(one, home).together
    assert together is not None
    assert pairs_of(suggest([one], [home], replace(TERMS, least=together.likely))) == {("P1", "H1")}
    found = suggest([one], [home], replace(TERMS, least=together.likely + 1))
    assert found.without == {"P1": WhyNone.TOO_LITTLE}


def test_a_pair_without_a_number_is_not_suggested_and_nobody_is_told_that_its_score_is_low() -> None:
    nothing_counts = Weights("nothing counts", dict.fromkeys(BY_NAME, 0))
    found = suggest([looking("P1")], [offering("H1")], replace(TERMS, weights=nothing_counts))
    assert found.without == {"P1": WhyNone.TOO_LITTLE}
    assert "there is no score" in WhyNone.TOO_LITTLE.label


def test_what_is_not_known_is_marked_and_what_is_not_met_is_never_suggested() -> None:
    unsure, full = offering("H1", living_there=None), offering("H2", living_there=3)
    (one,) = suggest([looking("P1")], [unsure, full], TERMS).round.suggestions
    assert (one.household, one.check_first) == ("H1", True)
    assert suggest([looking("P1")], [full], TERMS).without == {"P1": WhyNone.RULED_OUT}


def test_the_kind_is_the_one_with_least_in_its_way() -> None:
    one = looking("P1", Wish(LIVE_IN), Wish(BREAK), crisis=None)
    home = offering("H1", Offer(LIVE_IN, 1), Offer(BREAK, 1, Dates(ends=TODAY - timedelta(days=1))))
    found = suggest([one], [home], TERMS)
    assert found.kind_of(found.round.suggestions[0]) is LIVE_IN is kind_to_propose(one, home, RULES)


@pytest.mark.parametrize(("people", "homes"), [([], []), ([looking("P1")], []), ([], [offering("H1")])])
def test_nobody_on_either_side_is_no_trouble(people: Any, homes: Any) -> None:
    found = suggest(people, homes, TERMS)
    assert found.round.is_the_best
    assert set(found.without) == {one.reference for one in people}


def test_who_has_waited_longest_comes_first_among_equals() -> None:
    people = [looking("P1"), looking("P2")]
    found = suggest(people, [offering("H1")], replace(TERMS, waited={"P2": 40, "P1": 7}))
    assert pairs_of(found) == {("P2", "H1")}


# --- whatever they tell us --------------------------------------------------------------------------------------------------

STRETCHES = st.sampled_from([Dates(), JULY, LATE_JULY, AUGUST, Dates(date(2027, 7, 5)), Dates(ends=date(2027, 7, 3))])
SHORT = st.sampled_from([LIVE_IN, BREAK, DAYS, ArrangementKind.KINSHIP])
SEEKING = st.builds(
    looking,
    st.just("P"),
    st.builds(Wish, SHORT, STRETCHES),
    st.builds(Wish, SHORT, STRETCHES),
    crisis=st.sampled_from([None, YesNo.NO, YesNo.YES]),
)
GIVING = st.builds(
    offering,
    st.just("H"),
    st.builds(Offer, SHORT, st.sampled_from([None, 0, 1, 2]), STRETCHES),
    st.builds(Offer, SHORT, st.sampled_from([None, 0, 1, 2]), st.just(Dates())),
    taken=st.lists(st.builds(Taken, SHORT, STRETCHES), max_size=2).map(tuple),
    living_there=st.sampled_from([None, 0, 1, 2]),
)


def named(letter: str, profiles: Sequence[Any]) -> list[Any]:
    return [replace(one, reference=f"{letter}{number}") for number, one in enumerate(profiles)]


@given(st.lists(SEEKING, max_size=7), st.lists(GIVING, max_size=3), st.integers(1, 3))
def test_no_suggestion_is_ruled_out_and_no_day_is_ever_too_full(people: Any, homes: Any, each: int) -> None:
    everybody, theirs = named("P", people), named("H", homes)
    found = suggest(everybody, theirs, replace(TERMS, introductions=each))
    assert found.round.is_the_best
    by_reference = {one.reference: one for one in (*everybody, *theirs)}
    staying: dict[str, list[Wish]] = {home.reference: [] for home in theirs}
    for one in found.round.suggestions:
        mine, home = by_reference[one.person], by_reference[one.household]
        stands = standing(check(mine, home, RULES))
        assert stands is not Standing.RULED_OUT
        assert one.check_first is (stands is Standing.CHECK_FIRST)
        assert found.kind_of(one) is kind_to_propose(mine, home, RULES)
        of_kind = [wish for wish in mine.wishes if wish.kind is found.kind_of(one)]
        # Of two wishes of one kind, the one that nothing rules out: days of any date may do where those of July do not.
        staying[one.household] += [wish for wish in of_kind if _stands(mine, wish, home) is stands][:1]
    met = Counter(one.person for one in found.round.suggestions)
    assert max(met.values(), default=0) <= each
    for home in theirs:
        assert sum(one.household == home.reference for one in found.round.suggestions) <= TERMS.asks
        assert_never_too_full(home, [wish for wish in staying[home.reference] if needs_every_day(wish)])


def _stands(somebody: PersonProfile, wish: Wish, home: HouseholdProfile) -> Standing:
    return standing(check(replace(somebody, wishes=(wish,)), home, RULES))


def assert_never_too_full(home: HouseholdProfile, wishes: Sequence[Wish]) -> None:
    """As if all of them came: at most three people on every day of theirs."""
    come = [Taken(wish.kind, Dates(wish.dates.starts or TODAY, wish.dates.ends)) for wish in wishes]
    for wish in wishes:
        if wish.kind is not ArrangementKind.KINSHIP:
            others = [stay for stay in come if stay.kind is not ArrangementKind.KINSHIP]
            assert people_on(wish, [*home.taken, *others], TODAY) + (home.living_there or 0) <= RULES.people_at_most
            of_kind = [stay for stay in (*home.taken, *others) if stay.kind is wish.kind]
            spaces = [offer.spaces or 1 for offer in home.offers or () if offer.kind is wish.kind]
            assert people_on(wish, of_kind, TODAY) <= max(
                max(spaces), 1 + people_on(wish, [t for t in home.taken if t.kind is wish.kind], TODAY)
            )


@given(st.lists(SEEKING, max_size=6), st.lists(GIVING, max_size=3), st.randoms(use_true_random=False))
def test_in_whatever_order_they_come(people: Any, homes: Any, lots: Any) -> None:
    everybody, theirs = named("P", people), named("H", homes)
    again = lots.sample(everybody, len(everybody)), lots.sample(theirs, len(theirs))
    assert suggest(*again, TERMS).round.suggestions == suggest(everybody, theirs, TERMS).round.suggestions


def test_anybody_can_check_the_proof_from_what_is_printed_alone() -> None:
    """Three people, two homes, and whoever is left out has waited too: the values add up to what the suggestions are worth."""
    people = [looking(f"P{number}", noise=noise) for number, noise in enumerate(Noise)]
    homes = [offering("H1", noise=Noise.QUIET), offering("H2", noise=Noise.LIVELY)]
    terms = replace(TERMS, asks=1, waited={"P0": 9, "P1": 90, "P2": 40})
    told = whole_round(suggest(people, homes, terms), terms)
    assert len(told["left_out"]) == 1
    nothing, by_name = (0, 0, 0, 0, 0), {one["name"]: one for one in told["limits"]}
    limits, persons = sorted(by_name), told["values_of_people"]
    in_order = sorted(persons)

    def less(one: Sequence[int], other: Sequence[int]) -> tuple[int, ...]:
        return tuple(mine - theirs for mine, theirs in zip(one, other, strict=True))

    def pair(one: Any) -> tuple[int, ...]:
        place = (len(in_order) - in_order.index(one["person"])) * (len(limits) - limits.index(one["limit"]))
        return 0, one["points"], 0, one["points"] * one["waited"], place

    def first(one: Any) -> tuple[int, ...]:
        return 1, 0, one["waited"], 0, 0

    made = told["suggestions"]
    worth = [tuple(map(sum, zip(pair(one), first(one), strict=True))) for one in made]
    over = [less(first(one), persons[one["person"]]) for one in (*made, *told["left_out"])]
    over += [less(pair(one), less(by_name[one["limit"]]["values"], persons[one["person"]])) for one in made]
    for one in told["limits"]:
        within = by_name[one["within"]]["values"] if one["within"] else nothing
        over += [less(one["values"], within)] * one["at_most"]
    assert tuple(map(sum, zip(*worth, strict=True))) == tuple(
        map(sum, zip(*(max(nothing, each) for each in over), strict=True))
    )
