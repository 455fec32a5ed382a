"""What evidence suggests about the weights: on answers that are chance, and on answers made with known weights.

Every answer here is invented.
"""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from scipy.stats import spearmanr

from matching.compatibility.criteria import CRITERIA
from matching.compatibility.learning import IN_USE, LEARNED, LEAST_HOUSEHOLDS, LEAST_OF_EACH, Learned, learn
from matching.compatibility.learning_checks import Telling
from matching.compatibility.learning_evidence import Looked, Outcome, Said
from matching.compatibility.weights import DEFAULT_WEIGHTS

NAMES = [criterion.name for criterion in CRITERIA]
TURNED_ROUND = {name: 0.5 * place for place, name in enumerate(NAMES)}
"""Weights quite unlike the usual ones: what usually counts most counts nothing, and what usually counts least most."""

SEEDS = range(4)


def invented(pairs: int, speaks: float, seed: int, households: int = 60, felt: bool = False) -> list[Outcome]:
    """Pairs whose sides say yes the likelier, the more they agree by ``TURNED_ROUND``; ``speaks`` 0: by lot alone.

    Households differ in how warm they are to everybody. ``felt``: some met, and how that felt decides what comes later.
    """
    lots = np.random.default_rng(seed)
    weights = np.array([TURNED_ROUND[name] for name in NAMES])
    weights /= np.linalg.norm(weights)
    warmth = lots.normal(0, 0.4, households)
    return [
        _pair(lots, weights * speaks, int(home), warmth[home], felt) for home in lots.integers(households, size=pairs)
    ]


def _pair(lots: np.random.Generator, speaks: np.ndarray, home: int, warmth: float, felt: bool) -> Outcome:
    agreements = lots.choice([0, 30, 50, 50, 70, 100], (2, len(NAMES)))
    odds = (agreements - 50) / 50 @ speaks + warmth
    met = lots.random(2) < 1 / (1 + np.exp(-odds))
    mine, theirs = (dict(zip(NAMES, (Looked(1, int(each)) for each in side), strict=True)) for side in agreements)
    person, household = (_said(lots, bool(yes), felt and bool(met.all())) for yes in met)
    return Outcome(f"H{home}", mine, theirs, person, household)


def _said(lots: np.random.Generator, yes: bool, visited: bool) -> Said:
    if not visited:
        return Said(met=yes)
    feels = float(lots.choice([-2, -1, 1, 2]))
    return Said(met=yes, felt=feels, later=bool(lots.random() < (0.9 if feels > 0 else 0.2)))


@cache
def learned(pairs: int, speaks: float, seed: int) -> Learned:
    return learn(invented(pairs, speaks, seed), DEFAULT_WEIGHTS, heaviest=10)


def told(by: Learned, title: str) -> Telling:
    return next(each for each in by.tellings if each.title == title)


@pytest.mark.parametrize("seed", SEEDS)
def test_answers_by_lot_suggest_nothing_and_say_so(seed: int) -> None:
    found = learned(600, 0, seed)
    assert found.enough
    auc = told(found, LEARNED)
    assert auc.interval is not None
    assert auc.interval.holds(0.5)
    assert [each.criterion for each in found.suggestions if each.says_otherwise] == []
    assert all(each.low <= each.present <= each.high for each in found.suggestions)
    assert not found.tells
    assert found.changes == {}


@pytest.mark.parametrize("seed", SEEDS)
def test_answers_made_with_known_weights_give_their_order_back(seed: int) -> None:
    found = learned(2500, 1.5, seed)
    suggested = [each.suggests or 0 for each in found.suggestions]
    assert spearmanr([TURNED_ROUND[each.criterion] for each in found.suggestions], suggested).statistic > 0.85
    assert found.tells
    learned_auc, used_auc = told(found, LEARNED).likely, told(found, IN_USE).likely
    assert learned_auc is not None
    assert used_auc is not None
    assert learned_auc > used_auc + 0.03
    changes = found.changes
    assert changes[NAMES[0]] < DEFAULT_WEIGHTS.of(NAMES[0])
    assert changes[NAMES[-1]] > DEFAULT_WEIGHTS.of(NAMES[-1])


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_said_of_a_hundred_is_what_happens_to_a_hundred(seed: int) -> None:
    fifths = learned(2500, 1.5, seed).fifths
    assert len(fifths) == 5
    assert [each.said for each in fifths] == sorted(each.said for each in fifths)
    assert sum(abs(each.said - each.did) * each.pairs for each in fifths) / 2500 < 0.05


def test_all_together_the_suggestions_keep_the_sum() -> None:
    suggestions = learned(2500, 1.5, 0).suggestions
    before = sum(each.present for each in suggestions)
    assert sum(each.suggests or 0 for each in suggestions) == pytest.approx(before, abs=6)
    assert all(0 <= each.low <= (each.suggests or 0) <= each.high <= 10 for each in suggestions)


def test_the_same_outcomes_give_the_same_answer() -> None:
    outcomes = invented(300, 1, 9)
    assert learn(outcomes, DEFAULT_WEIGHTS, 10) == learn(outcomes, DEFAULT_WEIGHTS, 10)


def test_too_little_is_not_enough_to_know() -> None:
    for outcomes in ([], invented(LEAST_OF_EACH, 2, 1), invented(400, 2, 1, households=LEAST_HOUSEHOLDS - 1)):
        found = learn(outcomes, DEFAULT_WEIGHTS, 10)
        assert not found.enough
        assert (found.suggestions, found.tellings, found.changes) == ((), (), {})


def test_answers_that_are_nearly_all_yes_are_not_enough_either() -> None:
    outcomes = [Outcome(f"H{n % 40}", {}, {}, Said(met=n > 20), Said(met=n > 20)) for n in range(500)]
    assert not learn(outcomes, DEFAULT_WEIGHTS, 10).enough


def test_nothing_known_of_any_pair_leaves_every_weight_open() -> None:
    lots = np.random.default_rng(3)
    outcomes = [
        Outcome(f"H{n % 40}", {}, {}, *(Said(met=bool(yes)) for yes in lots.random(2) < 0.5)) for n in range(300)
    ]
    found = learn(outcomes, DEFAULT_WEIGHTS, 10)
    assert found.enough
    assert {(each.suggests, each.low, each.high) for each in found.suggestions} == {(None, 0, 10)}
    assert not found.tells


def test_feelings_after_visits_tell_what_came_later() -> None:
    found = learn(invented(900, 0.5, 2, felt=True), DEFAULT_WEIGHTS, 10)
    felt = found.tellings[-1]
    assert felt.likely is not None
    assert felt.likely > 0.7
    assert felt.pairs < 900


def test_a_way_of_fitting_seldom_known_is_left_open() -> None:
    unknown = {"pets": Looked(1, 50)}
    outcomes = [
        replace(each, person_side={**each.person_side, **unknown}, household_side={**each.household_side, **unknown})
        for each in invented(600, 1.5, 3)
    ]
    pets = next(each for each in learn(outcomes, DEFAULT_WEIGHTS, 10).suggestions if each.criterion == "pets")
    assert (pets.seen, pets.suggests, pets.low, pets.high) == (0, None, 0, 10)
