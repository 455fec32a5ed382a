"""What each side sees of the other: every fact, at every stage, for both readers, against the design's own list."""

from typing import Any

import pytest

from matching import disclosure
from matching.disclosure import OF_THE_HOUSEHOLD, OF_THE_PERSON, Opens, open_now
from matching.lifecycle import GOING_ON, Stage
from matching.models import AnswerWord
from people.actions import give_consent, withdraw_consent
from people.models import ConsentFor
from scheme.database import carry_out
from scheme.errors import Refused
from tests.matching.conftest import Story, a_household, a_person

WORDS = {"good_life": "A garden", "liked_for": "My jokes", "best_support": "Go slowly", "bad_days": "Shouting"}
ABOUT: dict[str, Any] = {"about_us": "Two of us and a cat", "ordinary_day": "Up early"}


@pytest.fixture
def told(story: Story) -> Story:
    """Two who have written about themselves, with an address on the household's home."""

    def write() -> tuple[object, object]:
        person, household = a_person(interests={"gardening": "love"}), a_household(**ABOUT)
        for name, words in WORDS.items():
            setattr(person, name, words)
        return person, household

    person, household = carry_out(write)
    story.begin(person=person, household=household)

    def address() -> None:
        from scheme.database import db
        from scheme.models import Home

        db.session.get_one(Home, story.pair.household.home_id).address = "1 Invented Street"

    carry_out(address)
    return story


def test_nothing_is_open_after_a_decline_or_an_ending_and_everything_from_a_trial_on() -> None:
    assert open_now(Stage.DECLINED, True) == open_now(Stage.ENDED, True) == frozenset()
    assert open_now(Stage.TRIAL, False) == open_now(Stage.LONG_TERM, False) == frozenset(Opens)


def test_a_planned_visit_opens_nothing_before_both_said_yes() -> None:
    assert open_now(Stage.PROPOSED, True) == {Opens.PROPOSED}


@pytest.mark.parametrize("stage", Stage)
def test_the_person_is_anonymous_and_nobodys_address_is_told_when_they_are_put_forward(stage: Stage) -> None:
    opened = open_now(stage, False)
    if stage is Stage.PROPOSED:
        assert OF_THE_PERSON["name"] not in opened
        assert OF_THE_HOUSEHOLD["name"] in opened
    if stage in {Stage.PROPOSED, Stage.INTRODUCTION}:
        assert {OF_THE_PERSON["address"], OF_THE_HOUSEHOLD["address"], OF_THE_PERSON["best_support"]}.isdisjoint(opened)
    if stage not in GOING_ON:
        assert not opened


def test_what_the_household_hears_grows_stage_by_stage(told: Story) -> None:
    seen = disclosure.person_to_household(told.pair)
    assert (seen.name, seen.good_life, seen.best_support) == (None, None, None)
    assert seen.interests

    told.both_say(AnswerWord.YES).take("introduce")
    seen = disclosure.person_to_household(told.pair)
    assert (seen.name, seen.good_life, seen.best_support) == (told.pair.person.known_as, "A garden", None)

    told.visit(2)
    assert disclosure.person_to_household(told.pair).best_support == "Go slowly"


def test_the_person_sees_faces_and_words_first_and_the_address_only_once_a_visit_is_planned(told: Story) -> None:
    seen = disclosure.household_to_person(told.pair)
    assert (seen.about_us, seen.address) == ("Two of us and a cat", None)
    told.both_say(AnswerWord.YES).take("introduce")
    assert disclosure.household_to_person(told.pair).address is None
    told.visit(2)
    assert disclosure.household_to_person(told.pair).address == "1 Invented Street"


def test_after_an_ending_neither_sees_anything(told: Story) -> None:
    told.both_say(AnswerWord.YES).take("introduce").visit(2).take("decline_after_meeting", reason="plans_changed")
    assert not disclosure.person_to_household(told.pair).facts
    assert not disclosure.household_to_person(told.pair).facts


def test_who_takes_back_that_households_hear_about_them_is_told_of_no_more_and_not_put_forward(told: Story) -> None:
    person = told.pair.person
    agreed = carry_out(give_consent, person, ConsentFor.INTRODUCTIONS)
    assert disclosure.person_to_household(told.pair).interests
    carry_out(withdraw_consent, agreed)
    assert disclosure.person_to_household(told.pair).facts == {}
    assert disclosure.person_to_resident(told.pair).facts == {}
    told.both_say(AnswerWord.YES).take("introduce")
    assert disclosure.person_to_household(told.pair).name is None
    with pytest.raises(Refused, match="has taken back"):
        told.begin(person=person, household=carry_out(a_household, "H009"))
    carry_out(give_consent, person, ConsentFor.INTRODUCTIONS)
    assert disclosure.person_to_household(told.pair).name == person.known_as
