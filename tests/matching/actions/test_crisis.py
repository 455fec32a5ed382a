"""In a crisis: a plan for now, something other than a service first, a contact each day, and nothing long-term."""

import pytest
from sqlmodel import select

from matching.actions import crisis, proposing
from matching.actions.crisis import LONGEST
from matching.models import AnswerWord, HelpFrom
from matching.queries.crisis import Plan, is_spoken_with_each_day, plan_of, plans_of, spoken_today
from people.models import Person
from scheme.database import carry_out, db
from scheme.errors import Refused
from scheme.kinds import ArrangementKind
from scheme.models import Conversation, WhichConversation
from scheme.ways_of_living import YesNo
from tests.matching.conftest import Story, a_household, a_person, days

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)

HOPE = "Invented: to sleep through a night"


def in_crisis(story: Story) -> Person:
    """Somebody in a crisis since today."""
    return carry_out(lambda: a_person("P007", crisis=YesNo.YES, crisis_noted_on=days(0)))


def planned(story: Story, person: Person) -> Plan:
    """With a plan for now."""
    carry_out(crisis.make_plan, story.worker, person, HOPE, days(3))
    plan = plan_of(person.id)
    assert plan
    return plan


def test_a_plan_is_for_now_and_there_is_one_at_a_time(story: Story) -> None:
    person = in_crisis(story)
    for day in (days(-1), days(LONGEST.days + 1)):
        with pytest.raises(Refused, match="a plan for now"):
            carry_out(crisis.make_plan, story.worker, person, HOPE, day)
    plan = planned(story, person)
    with pytest.raises(Refused, match="a plan already"):
        carry_out(crisis.make_plan, story.worker, person, HOPE, days(3))
    carry_out(crisis.look_at_plan_again, plan.row, "Invented: quiet", days(9), plan.row.version)
    assert (plan.row.hope, plan.row.review_on) == ("Invented: quiet", days(9))


def test_a_service_comes_after_something_nearer_and_is_shown_last(story: Story) -> None:
    person = in_crisis(story)
    service = HelpFrom.SERVICE, "Invented: a bed for a week", "The council", days(2)
    with pytest.raises(Refused, match="A service may come after it"):
        carry_out(crisis.add_step, planned(story, person), *service)
    around = HelpFrom.AROUND, "Invented: stays the night", "Her sister", days(5)
    plan = plan_of(person.id)
    assert plan
    carry_out(crisis.add_step, plan, *around)
    plan = plan_of(person.id)
    assert plan
    carry_out(crisis.add_step, plan, *service)
    plan = plan_of(person.id)
    assert plan
    assert [step.who for step in plan.steps] == ["Her sister", "The council"]
    carry_out(crisis.step_done, plan.steps[0])
    with pytest.raises(Refused, match="done before"):
        carry_out(crisis.step_done, plan.steps[0])
    with pytest.raises(Refused, match="still to come"):
        carry_out(crisis.add_step, plan, HelpFrom.NEARBY, "Invented", "The library", days(-1))


def test_a_closed_plan_stays_with_what_helped_and_a_new_one_may_be_made(story: Story) -> None:
    person = in_crisis(story)
    plan = planned(story, person)
    carry_out(crisis.close_plan, plan.row, "Invented: her sister and sleep")
    assert plan_of(person.id) is None
    for action in (
        lambda: crisis.close_plan(plan.row, "x"),
        lambda: crisis.look_at_plan_again(plan.row, "x", days(1), 1),
    ):
        with pytest.raises(Refused, match="closed"):
            carry_out(action)
    planned(story, person)
    assert [each.row.what_helped for each in plans_of(person.id)] == [None, "Invented: her sister and sleep"]


def test_a_contact_is_one_of_the_three_conversations_and_counts_for_today(story: Story) -> None:
    person = in_crisis(story)
    assert is_spoken_with_each_day(person)
    assert not spoken_today(person)
    carry_out(crisis.spoke_with, story.worker, person, None)
    assert spoken_today(person)
    found = db.session.exec(select(Conversation).where(Conversation.about_id == person.id)).one()
    assert found.which is WhichConversation.CRISIS


def test_whoever_stays_for_now_in_an_emergency_is_spoken_with_each_day(story: Story) -> None:
    story.begin(ArrangementKind.EMERGENCY)
    person = story.pair.person
    assert not is_spoken_with_each_day(person)
    story.both_say(AnswerWord.YES).write_plans().take("stay_for_now")
    assert is_spoken_with_each_day(person)


def test_what_is_refused_in_a_crisis_says_why_names_the_plan_and_what_can_be_done(story: Story) -> None:
    person, household = carry_out(lambda: (a_person("P007", crisis=YesNo.YES), a_household()))
    with pytest.raises(Refused, match="There is no plan for now yet for Invented P007: make one together") as refusal:
        carry_out(proposing.propose, story.worker, person, household, ArrangementKind.LIVE_IN)
    assert "put forward a stay for now" in refusal.value.message
    assert refusal.value.message.lower().count("crisis") == 1, "said once"
    planned(story, person)
    with pytest.raises(Refused, match="The plan for now for Invented P007 is looked at again on"):
        carry_out(proposing.propose, story.worker, person, household, ArrangementKind.LIVE_IN)


def test_a_stay_for_now_may_be_put_forward_in_a_crisis(story: Story) -> None:
    kind = ArrangementKind.EMERGENCY
    them = carry_out(lambda: (a_person("P007", kind, crisis=YesNo.YES), a_household(kind=kind)))
    story.begin(kind, person=them[0], household=them[1])
    assert story.arrangement.kind is kind
