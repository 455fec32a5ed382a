"""One pair in full: it adds up, it says why, and it can be kept."""

import json
from typing import Any

import pytest
from hypothesis import given, settings

from matching.compatibility.criterion import Reader
from matching.compatibility.essentials import Standing
from matching.compatibility.explain import Explanation, explain
from matching.compatibility.profiles import HomeFacts, HouseholdProfile, Offer, PersonProfile, Wish
from matching.compatibility.score import compare
from matching.compatibility.verdicts import Met
from matching.compatibility.weights import Weights
from matching.lifecycle import Stage
from scheme.kinds import ArrangementKind
from scheme.ways_of_living import Faith, Noise, Pet, Stance
from tests.matching.compatibility.invented import HOUSEHOLDS, PEOPLE, RULES, household, member, person

MARY = person(
    interests={"piano": Stance.LOVE, "reggae": Stance.LIKE},
    noise=Noise.QUIET,
    faiths=frozenset({Faith.CATHOLIC}),
    wishes=(Wish(ArrangementKind.LIVE_IN),),
    matters={"interests": 3},
)
GWEN_AND_HUW = household(
    interests={"piano": Stance.LIKE},
    faiths=frozenset({Faith.CATHOLIC}),
    members=(member("Gwen", noise=Noise.QUIET), member("Huw", noise=Noise.LIVELY)),
    offers=(Offer(ArrangementKind.LIVE_IN, 0),),
    home=HomeFacts(pets=frozenset({Pet.CAT})),
)


def line(explanation: Explanation, criterion: str) -> Any:
    """The person's part for one way of fitting."""
    return next(part for part in explanation.person_side.parts if part.criterion == criterion)


@settings(max_examples=30)
@given(PEOPLE, HOUSEHOLDS)
def test_every_line_can_be_checked_and_the_lines_add_up(mine: PersonProfile, theirs: HouseholdProfile) -> None:
    explanation = explain(mine, theirs, RULES)
    for side in (explanation.person_side, explanation.household_side):
        assert all(part.scheme_weight * part.matters == part.weight for part in side.parts)
        assert all(part.weight * part.agreement.likely == part.points for part in side.parts)
        assert sum(part.points for part in side.parts) == side.total
        assert sum(part.weight for part in side.parts) == side.weight
    assert explanation.together == compare(mine, theirs).together


@settings(max_examples=30)
@given(PEOPLE, HOUSEHOLDS)
def test_what_was_explained_can_be_kept_and_read_again(mine: PersonProfile, theirs: HouseholdProfile) -> None:
    explanation = explain(mine, theirs, RULES)
    kept = json.loads(json.dumps(explanation.as_json()))
    assert Explanation.from_json(kept) == explanation


def test_an_interest_taken_off_the_list_since_stops_no_explanation() -> None:
    old = {"quoits": Stance.LOVE}
    explanation = explain(person(interests=old), household(interests=old), RULES)
    assert line(explanation, "interests").agreement.likely == 50


def test_what_is_not_an_explanation_is_refused() -> None:
    with pytest.raises(ValueError, match="Explanation"):
        Explanation.from_json({"person": "P001"})


def test_each_line_says_why_in_words() -> None:
    explanation = explain(MARY, GWEN_AND_HUW, RULES)
    assert line(explanation, "interests").sentence == (
        "Both enjoy piano and keyboard. One enjoys reggae, the other piano and keyboard: both are about music and dancing,"
        " by way of listening to music and playing an instrument."
    )
    assert line(explanation, "noise").sentence == (
        "One likes home quiet and the other lively. The answer that fits least is Huw's."
    )
    assert line(explanation, "routine").sentence == "Not known yet."


def test_what_mattered_to_the_person_is_in_the_sum() -> None:
    part = line(explain(MARY, GWEN_AND_HUW, RULES), "interests")
    assert (part.scheme_weight, part.matters, part.weight, part.points) == (5, 3, 15, 15 * part.agreement.likely)


def test_it_carries_the_version_of_the_weights_and_the_kind_it_looked_at() -> None:
    explanation = explain(MARY, GWEN_AND_HUW, RULES, Weights("4", {"noise": 9}))
    assert (explanation.weights_version, explanation.kind) == ("4", ArrangementKind.LIVE_IN)
    assert line(explanation, "noise").weight == 9


def test_what_stands_in_the_way_comes_with_the_worst_first() -> None:
    explanation = explain(MARY, GWEN_AND_HUW, RULES)
    assert explanation.standing is Standing.RULED_OUT
    met = [checked.met for checked in explanation.in_the_way]
    assert met == sorted(met, key=[Met.NOT_MET, Met.NOT_KNOWN].index)
    assert explanation.in_the_way[0].name == "space"


def test_a_kept_explanation_still_knows_what_may_be_told() -> None:
    kept = Explanation.from_json(explain(MARY, GWEN_AND_HUW, RULES).as_json())
    assert "You both enjoy piano and keyboard." in kept.reasons_for(Reader.PERSON, Stage.PROPOSED)
