"""The pairs worth a price are those that are found by explaining every pair by itself."""

from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.compatibility import all_pairs, compiled_look, first_few
from matching.compatibility.allowed import Prices, allowed
from matching.compatibility.coded import Crowd
from matching.compatibility.essentials import Standing, check, kind_to_propose, standing
from matching.compatibility.essentials_at_once import NO_WISH
from matching.compatibility.profiles import HouseholdProfile, PersonProfile
from matching.compatibility.score import compare
from matching.compatibility.weights import DEFAULT_WEIGHTS
from scheme.kinds import ArrangementKind
from tests.matching.compatibility.invented import (
    HOUSEHOLDS,
    HOUSEHOLDS_IN_QUESTION,
    PEOPLE,
    PEOPLE_IN_NEED,
    RULES,
    homesharer,
    household,
    person,
)

pytestmark = pytest.mark.usefixtures("either_way")

EVERYBODY = st.lists(PEOPLE | PEOPLE_IN_NEED, min_size=1, max_size=4)
EVERY_HOME = st.lists(HOUSEHOLDS | HOUSEHOLDS_IN_QUESTION, max_size=6)
AMOUNTS = st.integers(-50, 150)


def explained(
    people: list[PersonProfile], homes: list[HouseholdProfile], prices: Prices
) -> list[tuple[int, int, ArrangementKind | None, bool, int]]:
    """Each pair looked at alone: row, column, kind, whether to check first, points."""
    found = []
    for row, mine in enumerate(people):
        for column, theirs in enumerate(homes):
            both, stands = compare(mine, theirs).together, standing(check(mine, theirs, RULES))
            if both is None or stands is Standing.RULED_OUT or both.likely < prices.least:
                continue
            if prices.gains[row] * both.likely >= prices.person[row] + prices.household[column]:
                kind, ask = kind_to_propose(mine, theirs, RULES), stands is Standing.CHECK_FIRST
                found.append((row, column, kind, ask, both.likely))
    return found


@given(EVERYBODY, EVERY_HOME, st.data())
def test_they_are_those_explained_one_by_one(
    people: list[PersonProfile], homes: list[HouseholdProfile], data: st.DataObject
) -> None:
    amounts = [data.draw(st.lists(AMOUNTS, min_size=len(each), max_size=len(each))) for each in (people, homes)]
    gains = data.draw(st.lists(st.integers(1, 3), min_size=len(people), max_size=len(people)))
    person_pays, home_asks, gain = (np.array(each, dtype=np.int64) for each in (*amounts, gains))
    prices = Prices(person_pays, home_asks, gain, data.draw(st.integers(0, 60)))
    tiles = patch.multiple(all_pairs, PEOPLE_AT_ONCE=2, HOUSEHOLDS_AT_ONCE=3)
    blocks = patch.multiple(compiled_look, HOUSEHOLDS_AT_ONCE=3, PAIRS_AT_ONCE=4)
    with tiles, blocks, patch.object(first_few, "WORTH_SHARING", 1):
        found = allowed(Crowd(people), Crowd(homes), DEFAULT_WEIGHTS, RULES, prices, threads=2)
    kinds = [
        None if turn == NO_WISH else people[row].wishes[turn].kind
        for row, turn in zip(found.row.tolist(), found.turn.tolist(), strict=True)
    ]
    listed = zip(
        found.row.tolist(),
        found.column.tolist(),
        kinds,
        (found.obstacles > 0).tolist(),
        found.points.tolist(),
        strict=True,
    )
    assert list(listed) == explained(people, homes, prices)


def test_some_people_are_looked_at_as_among_all_of_them() -> None:
    people = Crowd([person(reference="P1"), person(reference="P2"), person(reference="P3")])
    homes = Crowd([household(reference="H1"), homesharer(reference="H2")])
    prices = Prices.none(len(people), len(homes))
    found = allowed(people, homes, DEFAULT_WEIGHTS, RULES, prices, slice(1, 2))
    whole = allowed(people, homes, DEFAULT_WEIGHTS, RULES, prices)
    assert found.row.tolist() == [1, 1]
    assert found.points.tolist() == whole.points[whole.row == 1].tolist()


def test_nobody_and_nowhere_are_no_pairs() -> None:
    nobody, nowhere = Crowd[PersonProfile]([]), Crowd[HouseholdProfile]([])
    assert not len(allowed(nobody, Crowd([household()]), DEFAULT_WEIGHTS, RULES, Prices.none(0, 1)).row)
    assert not len(allowed(Crowd([person()]), nowhere, DEFAULT_WEIGHTS, RULES, Prices.none(1, 0)).row)
