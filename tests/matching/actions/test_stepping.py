"""From a proposal to a shared life, and everything that may stand in between."""

from datetime import timedelta

import pytest

from carers.models import MemberKind
from matching.actions import answering, clearing, holding, staying
from matching.lifecycle import EndingReason, KindReason, MoreTimeReason, Need, Stage
from matching.models import AnswerWord, KeepApart, LegalBasis, Side
from matching.queries import arrangements
from people.models import PersonState, WantedArrangement
from scheme.clock import local_moment, today
from scheme.database import carry_out, db
from scheme.errors import ChangedMeanwhile, Refused
from scheme.kinds import ArrangementKind
from scheme.models import Account
from scheme.ways_of_living import YesNo
from tests.matching.conftest import Story, a_household, a_member, a_person, days

YES = AnswerWord.YES


def test_a_proposal_becomes_a_shared_life(story: Story) -> None:
    story.to_trial()
    assert story.arrangement.stage is Stage.TRIAL
    assert story.arrangement.trial_ends_on == days(28)
    settled = story.both_say(YES).agree().take("settle")
    assert settled.arrangement.stage is Stage.LONG_TERM
    assert settled.pair.person.state is PersonState.SETTLED
    assert [step.step for step in arrangements.steps_taken(story.arrangement.id)] == [
        "propose",
        "introduce",
        "start_trial",
        "settle",
    ]


def test_one_yes_is_not_enough(story: Story) -> None:
    story.begin()
    carry_out(answering.answer, story.worker, story.pair, Side.PERSON, YES)
    with pytest.raises(Refused, match="Still to say yes: the household"):
        story.take("introduce")
    assert story.arrangement.stage is Stage.PROPOSED


def test_everybody_at_home_is_asked(story: Story) -> None:
    def a_full_house() -> object:
        household = a_household()
        a_member(household, MemberKind.CARER, "Invented Ana")
        a_member(household, MemberKind.RESIDENT, "Invented Dean")
        a_member(household, MemberKind.CHILD, "Invented Bo")
        return household

    story.begin(household=carry_out(a_full_house)).both_say(YES)
    with pytest.raises(Refused, match="Still to say yes: Invented Ana, Invented Dean"):
        story.take("introduce")
    for member in arrangements.asked_members(story.pair.household.id):
        carry_out(answering.answer, story.worker, story.pair, Side.HOUSEHOLD, YES, member=member)
    story.take("introduce")
    assert story.arrangement.stage is Stage.INTRODUCTION


def test_they_meet_as_often_as_the_scheme_says_before_a_trial(story: Story) -> None:
    story.begin().both_say(YES).take("introduce").visit(5).write_plans()
    with pytest.raises(Refused, match=r"Visits so far: 1\. Needed: 3"):
        story.take("start_trial")


def test_nobody_starts_a_trial_without_a_place_to_go_back_to(story: Story) -> None:
    story.begin().both_say(YES).take("introduce").visit(9).visit(6).visit(3)
    with pytest.raises(Refused, match="where whoever moves can go back to"):
        story.take("start_trial")


def test_a_crisis_during_a_trial_stops_nobodys_stay_only_the_step_to_long_term(story: Story) -> None:
    story.to_trial().both_say(YES)

    def crisis() -> None:
        story.pair.person.crisis = YesNo.YES

    carry_out(crisis)
    assert staying.stays_left(story.arrangement)
    with pytest.raises(Refused, match="crisis"):
        story.take("settle")
    assert story.arrangement.stage is Stage.TRIAL


def test_a_hold_stops_every_step_towards_living_together_and_no_step_away(story: Story) -> None:
    story.to_trial().both_say(YES)
    carry_out(holding.hold, story.worker, story.arrangement, LegalBasis.CARE_ACT, "Invented words", days(7))
    with pytest.raises(Refused, match="There is a hold: talk to Invented Wyn"):
        story.take("settle")
    story.take("end_trial", reason=EndingReason.SAFETY)
    assert story.arrangement.stage is Stage.ENDED


def test_what_is_never_waived_is_never_waived(story: Story, manager: Account) -> None:
    story.begin()
    for need in (Need.BOTH_YES, Need.APPROVAL, Need.THREE_PEOPLE, Need.KEEP_APART, Need.CRISIS_RULE, Need.NO_HOLD):
        with pytest.raises(Refused, match="never let pass"):
            carry_out(clearing.waive, manager, story.pair, need, "because", days(7))


def test_a_manager_lets_the_number_of_visits_pass_until_a_day(story: Story, manager: Account) -> None:
    story.begin().both_say(YES).take("introduce").visit(5).write_plans()
    carry_out(clearing.waive, manager, story.pair, Need.VISITS, "They have known each other for years", days(7))
    story.take("start_trial")
    assert story.arrangement.stage is Stage.TRIAL


def test_a_worker_lets_nothing_pass(story: Story) -> None:
    story.begin()
    with pytest.raises(Refused, match="Only a manager"):
        carry_out(clearing.waive, story.worker, story.pair, Need.VISITS, "because", days(7))


def test_keeping_apart_outvotes_everything(story: Story) -> None:
    story.begin().both_say(YES)

    def keep_apart() -> None:
        db.session.add(KeepApart(person_id=story.pair.person.id, household_id=story.pair.household.id))

    carry_out(keep_apart)
    with pytest.raises(Refused, match="kept apart"):
        story.take("introduce")


def test_nobody_lives_in_two_homes_and_no_manager_lets_it_pass(story: Story, manager: Account) -> None:
    person = story.to_trial().pair.person
    story.begin(person=person, household=carry_out(a_household, "H002")).both_say(YES).take("introduce")
    story.visit(9).visit(6).visit(3).write_plans()
    with pytest.raises(Refused, match="lives in another home already"):
        story.take("start_trial")
    with pytest.raises(Refused, match="never let pass"):
        carry_out(clearing.waive, manager, story.pair, Need.ONE_HOME, "Moving week", days(7))


def test_short_breaks_go_on_beside_living_somewhere(story: Story) -> None:
    story.to_trial()
    person = story.pair.person

    def a_break() -> object:
        db.session.add(WantedArrangement(person_id=person.id, kind=ArrangementKind.SHORT_BREAK))
        return a_household("H002", ArrangementKind.SHORT_BREAK)

    story.begin(ArrangementKind.SHORT_BREAK, person=person, household=carry_out(a_break))
    story.both_say(YES).take("introduce").visit(9).visit(6).visit(3).write_plans()
    story.take("start_trial", starts_on=days(2), ends_on=days(4))
    assert story.arrangement.stage is Stage.TRIAL


def test_a_trial_may_step_back_to_getting_to_know_each_other_and_gives_its_place_back(story: Story) -> None:
    story.to_trial().take("back_to_introductions", reason=KindReason.NOT_THE_RIGHT_TIME)
    assert story.arrangement.stage is Stage.INTRODUCTION
    assert not staying.stays_left(story.arrangement)


def test_a_trial_is_given_more_time_but_never_less(story: Story) -> None:
    longer = MoreTimeReason.WOULD_LIKE_LONGER
    story.to_trial()
    with pytest.raises(Refused, match="choose a reason"):
        story.take("extend_trial", ends_on=days(42))
    story.take("extend_trial", reason=longer, ends_on=days(42))
    assert story.arrangement.trial_ends_on == days(42)
    with pytest.raises(Refused, match="later day"):
        story.take("extend_trial", reason=longer, ends_on=days(30))
    with pytest.raises(Refused, match="within a year"):
        story.take("extend_trial", reason=longer, ends_on=days(36_500))


def test_nothing_ends_before_it_began_and_is_paused_after(story: Story) -> None:
    story.to_trial()
    with pytest.raises(Refused, match="It began on") as refused:
        story.take("end_trial", reason=EndingReason.MOVED_ON, ends_on=days(-2000))
    assert refused.value.field == "ends_on"
    with pytest.raises(Refused, match="within a year"):
        carry_out(clearing.pause, story.pair, days(63_000))
    story.take("end_trial", reason=EndingReason.MOVED_ON, ends_on=today())
    with pytest.raises(Refused, match="nothing to pause"):
        carry_out(clearing.pause, story.pair, days(7))


def test_a_decline_needs_a_kind_reason(story: Story) -> None:
    story.begin()
    with pytest.raises(Refused, match="choose a reason") as refused:
        story.take("decline", reason=EndingReason.MONEY)
    assert refused.value.field == "reason"
    story.take("decline", reason=KindReason.PLANS_CHANGED, words="They moved to Leeds")
    assert story.arrangement.stage is Stage.DECLINED


def test_an_ending_frees_the_place_and_the_person_is_ready_to_meet_again(story: Story) -> None:
    story.to_trial().both_say(YES).agree().take("settle").take("end", reason=EndingReason.HOUSEHOLD_CHANGED)
    assert story.arrangement.ended_on == today()
    assert story.pair.person.state is PersonState.READY
    assert not staying.stays_left(story.arrangement)


def test_a_step_that_does_not_lead_on_from_here_is_refused_in_words(story: Story) -> None:
    story.begin()
    with pytest.raises(Refused, match="is not the next step here"):
        story.take("settle")


def test_two_workers_taking_a_step_at_once_the_second_is_told(story: Story) -> None:
    story.begin().both_say(YES)
    seen = story.arrangement.version
    story.take("introduce", version=seen)
    with pytest.raises(Refused, match="this is now “Getting to know each other”"):
        story.take("introduce", version=seen)
    with pytest.raises(ChangedMeanwhile):
        story.take("decline_after_meeting", reason=KindReason.PLANS_CHANGED, version=seen)


def test_an_emergency_stays_for_now_without_introductions_and_never_becomes_long_term(story: Story) -> None:
    def in_crisis() -> object:
        return a_person(kind=ArrangementKind.EMERGENCY, crisis=YesNo.YES)

    story.begin(ArrangementKind.EMERGENCY, person=carry_out(in_crisis)).both_say(YES).write_plans().take("stay_for_now")
    assert story.arrangement.stage is Stage.TRIAL
    assert story.arrangement.trial_ends_on == today() + timedelta(days=42)
    with pytest.raises(Refused, match="is not the next step"):
        story.take("settle")


def test_both_are_told_and_nothing_private_is_in_the_message(story: Story) -> None:
    from sqlmodel import select

    from scheme.models import Message

    story.begin().take("decline", reason=KindReason.PLANS_CHANGED, words="A private reason")
    messages = db.session.exec(select(Message)).all()
    assert messages
    assert not any("private" in (message.body or "") or "Invented P001" in (message.body or "") for message in messages)


def test_a_first_stay_ends_on_the_day_that_was_agreed(story: Story) -> None:
    kind = ArrangementKind.SHORT_BREAK
    story.begin(kind).both_say(AnswerWord.YES).take("introduce").visit(9).visit(6).visit(3).write_plans()
    with pytest.raises(Refused, match="the day they go home"):
        story.take("start_trial")
    story.take("start_trial", ends_on=days(2))
    (stay,) = arrangements.stays_of(story.arrangement.id)
    assert stay.ends_at == local_moment(days(2))


def test_visits_go_on_while_somebody_stays_for_now(story: Story) -> None:
    """An interim kind needs no visits before it starts, and may have some all the same."""
    story.begin(ArrangementKind.EMERGENCY).both_say(YES).write_plans().take("stay_for_now")
    story.plan(3)
    assert len(arrangements.visits_of(story.arrangement.id)) == 1
