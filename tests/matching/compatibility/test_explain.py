"""One pair in full: it adds up, it says why, and it can be kept."""

import json
import re
from typing import Any

import pytest
from hypothesis import given, settings

from matching.compatibility.criterion import Reader
from matching.compatibility.essentials import Standing
from matching.compatibility.explain import Explanation, explain
from matching.compatibility.profiles import HomeFacts, HouseholdProfile, Offer, PersonProfile, Wish
from matching.compatibility.score import compare
from matching.compatibility.sentences import EASY
from matching.compatibility.verdicts import Met
from matching.compatibility.weights import Weights
from matching.lifecycle import Stage
from scheme.kinds import ArrangementKind
from scheme.ways_of_living import Faith, Noise, Pet, Smoking, SmokingWish, Stance
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


def in_words(explanation: Explanation, title: str) -> Any:
    """One way of fitting in three registers."""
    return next(words for words in explanation.in_words if words.title == title)


def test_each_register_says_it_from_where_its_reader_stands() -> None:
    words = in_words(explain(MARY, GWEN_AND_HUW, RULES), "Quiet or lively")
    assert words.worker == ("One likes home quiet and the other lively. The answer that fits least is Huw's.",)
    assert words.easy_read == ("They like home much livelier than you.", "That is not so for all of them.")
    assert words.carer == (
        "They like home quiet where you like it lively, so talk together about how that would be.",
        "That is about Huw.",
    )


def test_what_is_said_differently_from_either_side_is_said_from_both() -> None:
    smoker = person(smoking=Smoking.OUTSIDE, smoking_wish=SmokingWish.FINE)
    home = household(smoking=Smoking.NOBODY, smoking_wish=SmokingWish.OUTSIDE_FINE)
    words = in_words(explain(smoker, home, RULES), "Smoking")
    assert words.easy_read == (
        "They do not smoke, and that is fine with you.",
        "You only smoke outside, and that is fine with them.",
    )
    assert words.carer == (
        "They only smoke outside, and that is fine with you.",
        "You do not smoke, and that suits them.",
    )


def test_what_nobody_knows_is_not_put_into_words() -> None:
    assert explain(person(), household(), RULES).in_words == ()


def test_an_explanation_that_was_kept_before_there_were_registers_can_still_be_read() -> None:
    kept = explain(MARY, GWEN_AND_HUW, RULES).as_json()
    for side in ("person_side", "household_side"):
        for part in kept[side]["parts"]:
            del part["carer"], part["easy_read"]
    for told in kept["reasons"]:
        del told["things"]
    for ask in kept["unknowns"]:
        del ask["question_cy"]
    again = Explanation.from_json(kept)
    assert again.reasons_for(Reader.PERSON, Stage.PROPOSED)
    assert in_words(again, "Quiet or lively").easy_read == ()


@settings(max_examples=60)
@given(PEOPLE, HOUSEHOLDS)
def test_every_register_can_be_read_of_any_two(mine: PersonProfile, theirs: HouseholdProfile) -> None:
    """Whoever they are: nothing left to fill in, no number for a household or a person, nothing too long for Easy Read."""
    explanation = explain(mine, theirs, RULES)
    for words in explanation.in_words:
        for line in (*words.worker, *words.carer, *words.easy_read):
            assert line.endswith(".")
            assert not {"{", "}"} & set(line)
        assert not re.search(r"\d", " ".join((*words.carer, *words.easy_read)))
        for line in words.easy_read:
            assert all(len(one.split()) <= EASY for one in re.split(r"(?<=\.) ", line)), line
    told = {line for words in explanation.in_words for line in (*words.carer, *words.easy_read)}
    alone = {one.sentence for one in explanation.reasons if not one.things}
    assert alone <= told
