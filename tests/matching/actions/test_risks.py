"""Risks: whose they are, what helps, who may know; never scored and never a veto."""

from typing import Any

import pytest

from matching import disclosure
from matching.actions import risks
from matching.models import AnswerWord, Risk, WhoseRisk
from matching.queries.due import Asked, one_item
from matching.queries.profiles import person_profiles
from matching.queries.risks import own_risk_of, own_risks_of, risks_of
from scheme.database import carry_out
from scheme.errors import Refused
from scheme.models import Role
from scheme.queries import our_scheme
from tests.ground.accounts import MakeAccount
from tests.matching.conftest import Story, days

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)

HELPS = "Invented: a phone in their pocket"


def told(**more: Any) -> dict[str, Any]:
    """What somebody wrote down."""
    said = {"whose": WhoseRisk.PERSON, "what": "Invented: getting lost in town", "helps": HELPS, "review_on": days(30)}
    return said | more


def written(story: Story, **more: Any) -> Risk:
    """A risk of the story's person."""
    return carry_out(risks.write_risk, story.worker, story.pair.person, told(**more))


def test_something_that_helps_is_always_written_beside_it(story: Story) -> None:
    story.begin()
    for answers, field in (
        (told(helps=" "), "helps"),
        (told(review_on=days(-1)), "review_on"),
        (told(household_knows=True), "told_because"),
    ):
        with pytest.raises(Refused) as refusal:
            carry_out(risks.write_risk, story.worker, story.pair.person, answers)
        assert refusal.value.field == field


def test_the_persons_own_are_theirs_to_say_and_the_schemes_are_not(story: Story) -> None:
    story.begin()
    own, ours = written(story), written(story, whose=WhoseRisk.ORGANISATION)
    person_id = story.pair.person.id
    assert [risk.id for risk in own_risks_of(person_id)] == [own.id]
    assert own_risk_of(person_id, ours.id) is None
    carry_out(risks.say_own_risk, own, {"what": "Invented: I lose my way", "review_on": days(90)}, own.version)
    assert (own.what, own.helps, own.review_on) == ("Invented: I lose my way", HELPS, days(30))
    with pytest.raises(Refused, match="not yours"):
        carry_out(risks.say_own_risk, ours, {"what": "Invented"}, ours.version)


def test_people_add_their_own_and_what_helps_may_come_later(story: Story, make_account: MakeAccount) -> None:
    story.begin()
    own, person = make_account(Role.PERSON), story.pair.person
    risk = carry_out(risks.add_own_risk, own, person, {"what": "Invented: big dogs", "whose": WhoseRisk.ORGANISATION})
    assert (risk.whose, risk.by_id, risk.helps, risk.household_knows) == (WhoseRisk.PERSON, own.id, None, False)
    assert [each.id for each in own_risks_of(person.id)] == [risk.id]
    listed = one_item(Asked(our_scheme(), story.worker, None), "risks", risk.id)
    assert listed is not None, "it is on the worker's list at once"
    assert "dogs" not in f"{listed.about} {listed.words}"
    carry_out(risks.say_own_risk, risk, {"helps": HELPS}, risk.version)
    assert (risk.what, risk.helps) == ("Invented: big dogs", HELPS)
    with pytest.raises(Refused) as refusal:
        carry_out(risks.add_own_risk, own, person, {"what": "  ", "helps": HELPS})
    assert refusal.value.field == "what"


def test_what_a_household_needs_to_know_opens_with_a_booked_visit_and_nothing_else_does(story: Story) -> None:
    story.begin().both_say(AnswerWord.YES)
    written(story)
    knows = {"household_knows": True, "told_because": "Invented: she said yes"}
    written(story, what="Invented: falls on stairs", whose=WhoseRisk.ORGANISATION, **knows)
    assert disclosure.person_to_household(story.pair).safety is None
    story.take("introduce")
    assert disclosure.person_to_household(story.pair).safety is None
    story.plan(3)
    assert disclosure.person_to_household(story.pair).safety == [("Invented: falls on stairs", HELPS)]
    story.take("decline_after_meeting", reason="plans_changed")
    assert disclosure.person_to_household(story.pair).safety is None


def test_it_is_never_scored_and_vetoes_nothing(story: Story) -> None:
    story.begin().both_say(AnswerWord.YES)
    person = story.pair.person
    before = person_profiles([person])
    written(story, whose=WhoseRisk.ORGANISATION)
    assert person_profiles([person]) == before
    story.take("introduce")


def test_what_was_put_away_is_history(story: Story) -> None:
    story.begin()
    risk = written(story)
    carry_out(risks.put_away, risk)
    assert risks_of(story.pair.person.id) == []
    with pytest.raises(Refused, match="put away before"):
        carry_out(risks.put_away, risk)
