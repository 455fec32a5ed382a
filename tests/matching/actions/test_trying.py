"""Trying it out: how it starts, check-ins, what makes it home, deciding together, and every kind's own way through."""

from typing import Any

import pytest
from sqlmodel import select

from carers.models import Household, Offer
from matching.actions import answering, clearing, measuring, trying
from matching.kinds import KINDS
from matching.lifecycle import TRIAL_ENDINGS, EndingReason, KindReason, MoreTimeReason, Need, Stage
from matching.models import AnswerWord, CheckIn, Feels, Side
from matching.queries import trials
from matching.queries.due import Asked
from matching.queries.due.check_ins import check_ins as due_check_ins
from people.models import Person
from scheme.clock import today
from scheme.database import carry_out, db
from scheme.errors import ChangedMeanwhile, Refused
from scheme.kinds import ArrangementKind
from scheme.models import Home
from scheme.queries import our_scheme
from scheme.ways_of_living import YesNo
from tests.matching.conftest import Story, a_household, a_person, days

YES = AnswerWord.YES


def days_planned(story: Story) -> list[int]:
    """On which days from today check-ins are still to come."""
    found = trials.check_ins_of(story.arrangement.id)
    return [(one.due_on - today()).days for one in found if one.held_on is None]


def hold_one(story: Story, **said: Any) -> CheckIn:
    """A check-in today."""
    told = {"due_on": today(), "held_on": today(), "who_spoke": "Wyn with both", **said}
    return carry_out(trying.add_check_in, story.worker, story.pair, told)


def sad(story: Story) -> list[str]:
    return [
        item.words for item in due_check_ins(Asked(our_scheme(), story.worker, None)) if "talk about it" in item.words
    ]


# --- the plan --------------------------------------------------------------------------------------------------------------


def test_a_trial_waits_for_what_happens_when_it_gets_too_much(story: Story) -> None:
    story.begin().both_say(YES).take("introduce").visit(9).visit(6).visit(3).write_plans()
    plan = trials.plan_of(story.arrangement.id)
    assert plan
    carry_out(trying.plan_trial, story.pair, {"backup": None}, plan.version)
    with pytest.raises(Refused, match="gets too much"):
        story.take("start_trial")


def test_a_household_that_offers_short_breaks_may_be_the_backup_and_no_other(story: Story) -> None:
    story.begin()
    helping, other = carry_out(a_household, "H002", ArrangementKind.SHORT_BREAK), carry_out(a_household, "H003")
    assert [one.id for one in trials.short_break_households(story.pair.household.id)] == [helping.id]
    with pytest.raises(Refused, match="offers short breaks") as refused:
        carry_out(trying.plan_trial, story.pair, {"backup_household_id": other.id}, None)
    assert refused.value.field == "backup_household_id"
    carry_out(trying.plan_trial, story.pair, {"backup_household_id": helping.id}, None)
    carry_out(_stop_offering, helping.id)
    carry_out(trying.plan_trial, story.pair, {"backup_household_id": helping.id, "who_brings": "Nan"}, 2)
    plan = trials.plan_of(story.arrangement.id)
    assert plan
    assert plan.who_brings == "Nan", "what was agreed stays although they stopped offering"


def _stop_offering(household_id: Any) -> None:
    for offer in db.session.exec(select(Offer).where(Offer.household_id == household_id)):
        db.session.delete(offer)


def test_two_who_write_the_plan_at_once_hear_of_each_other(story: Story) -> None:
    story.begin()
    carry_out(trying.plan_trial, story.pair, {"backup": "Nan"}, None)
    with pytest.raises(ChangedMeanwhile):
        carry_out(trying.plan_trial, story.pair, {"backup": "Uncle"}, None)


# --- check-ins -------------------------------------------------------------------------------------------------------------


def test_check_ins_are_planned_when_it_starts_often_at_first(story: Story) -> None:
    story.to_trial()
    assert days_planned(story) == [1, 3, 7, 14, 21]


def test_a_scheme_sets_how_often(story: Story) -> None:
    carry_out(_set, {"first_check_in_days.live_in": 2, "check_in_gap_days.live_in": 10, "trial_days.live_in": 21})
    story.to_trial()
    assert days_planned(story) == [2, 4, 8, 16]


def _set(numbers: dict[str, int]) -> None:
    our_scheme().numbers = numbers


def test_days_that_have_gone_by_when_it_is_written_down_are_not_asked_for(story: Story) -> None:
    story.begin().both_say(YES).take("introduce").visit(19).visit(16).visit(13).write_plans()
    story.take("start_trial", starts_on=days(-10))
    assert days_planned(story) == [4, 11]


def test_more_time_has_a_reason_and_goes_on_with_check_ins(story: Story) -> None:
    story.to_trial().take("extend_trial", reason=MoreTimeReason.TOO_LITTLE_TIME, ends_on=days(42))
    assert days_planned(story) == [1, 3, 7, 14, 21, 28, 35]


@pytest.mark.parametrize(
    ("step", "reason"),
    [("back_to_introductions", KindReason.NOT_THE_RIGHT_TIME), ("end_trial", EndingReason.NOT_THE_RIGHT_FIT)],
)
def test_what_was_written_down_stays_when_they_step_back_or_stop(story: Story, step: str, reason: str) -> None:
    story.to_trial()
    held = hold_one(story, words="Mornings are loud", person_feels=Feels.NOT_SURE)
    story.take(step, reason=reason)
    (kept,) = trials.check_ins_of(story.arrangement.id)
    assert (kept.id, kept.words) == (held.id, "Mornings are loud")
    assert trials.plan_of(story.arrangement.id)


def test_nobody_says_how_it_went_before_they_have_spoken(story: Story) -> None:
    story.to_trial()
    planned = trials.check_ins_of(story.arrangement.id)[0]
    moved = {"due_on": days(2)}
    with pytest.raises(Refused, match="still to come"):
        carry_out(trying.write_check_in, story.worker, planned, moved | {"held_on": days(2)}, planned.version)
    with pytest.raises(Refused, match="Which day did you speak"):
        carry_out(trying.write_check_in, story.worker, planned, moved | {"words": "Fine"}, planned.version)
    carry_out(trying.write_check_in, story.worker, planned, moved, planned.version)
    assert days_planned(story)[0] == 2


def test_a_check_in_that_felt_bad_to_anybody_is_due_until_the_next_one(story: Story) -> None:
    story.to_trial()
    hold_one(story, person_feels=Feels.SAD, household_feels=Feels.HAPPY)
    assert sad(story) == ["It did not feel good to somebody: talk about it"]
    carry_out(_a_day_ago, story)
    hold_one(story, person_feels=Feels.HAPPY, household_feels=Feels.HAPPY)
    assert sad(story) == []


def _a_day_ago(story: Story) -> None:
    for one in trials.check_ins_of(story.arrangement.id):
        if one.held_on:
            one.held_on = days(-1)


def test_a_check_in_whose_day_has_gone_by_is_due_and_not_one_in_a_week(story: Story) -> None:
    story.to_trial()
    due = [item.by for item in due_check_ins(Asked(our_scheme(), story.worker, None))]
    assert due == [days(1), days(3)]


# --- what makes it home ----------------------------------------------------------------------------------------------------


def test_their_own_sentences_are_answered_with_faces_and_shown_over_time(story: Story) -> None:
    story.to_trial()
    sleep = carry_out(measuring.add_measure, story.worker, story.pair, "I sleep well here")
    music = carry_out(measuring.add_measure, story.worker, story.pair, "I can play my music")
    for face in (Feels.SAD, Feels.HAPPY):
        carry_out(measuring.answer_measures, story.worker, story.pair, {sleep.id: face})
    table = trials.measure_table(story.arrangement.id)
    assert table.days == (today(),)
    assert {one.words: dict(said) for one, said in table.lines} == {
        "I sleep well here": {today(): Feels.HAPPY},
        "I can play my music": {},
    }
    carry_out(measuring.leave_out_measure, music)
    assert [one.words for one, _ in trials.measure_table(story.arrangement.id).lines] == ["I sleep well here"]


def test_there_are_only_a_few_sentences_and_none_twice(story: Story) -> None:
    story.to_trial()
    for number in range(measuring.MOST):
        carry_out(measuring.add_measure, story.worker, story.pair, f"Sentence {number}")
    with pytest.raises(Refused, match="Leave one out first"):
        carry_out(measuring.add_measure, story.worker, story.pair, "One more")
    with pytest.raises(Refused, match="already"):
        carry_out(measuring.add_measure, story.worker, story.pair, "sentence 1")


def test_no_face_at_all_says_nothing(story: Story) -> None:
    story.to_trial()
    with pytest.raises(Refused, match="at least one face"):
        carry_out(measuring.answer_measures, story.worker, story.pair, {})
    assert not trials.answers_to(story.arrangement.id)


# --- deciding together -----------------------------------------------------------------------------------------------------


def test_it_becomes_long_term_once_both_sat_down_together(story: Story) -> None:
    story.to_trial()
    for side in Side:
        carry_out(answering.answer, story.worker, story.pair, side, YES)
    with pytest.raises(Refused, match="Meet with both sides"):
        story.take("settle")
    said = {"on": today(), "person_said": "I want to stay", "household_said": "Gladly"}
    meeting = carry_out(trying.meet_to_decide, story.worker, story.pair, {"on": days(2)})
    with pytest.raises(Refused, match="nobody has said anything yet"):
        carry_out(trying.write_meeting, story.worker, meeting, said | {"on": days(1)}, meeting.version)
    carry_out(trying.write_meeting, story.worker, meeting, said, meeting.version)
    assert story.agree().take("settle").arrangement.stage is Stage.LONG_TERM
    assert days_planned(story) == [], "from now on there are reviews"


def test_an_earlier_trials_meeting_does_not_count_for_the_next(story: Story) -> None:
    story.to_trial()
    said = {"on": days(-30), "person_said": "Yes", "household_said": "Yes"}
    carry_out(trying.meet_to_decide, story.worker, story.pair, said)
    for side in Side:
        carry_out(answering.answer, story.worker, story.pair, side, YES)
    with pytest.raises(Refused, match="Meet with both sides"):
        story.take("settle")


def test_nobody_is_to_blame_when_a_trial_stops() -> None:
    labels = " ".join(reason.label for reason in TRIAL_ENDINGS)
    assert "nobody is to blame" in labels
    assert EndingReason.NOT_GETTING_ON not in TRIAL_ENDINGS


# --- each kind's own way ---------------------------------------------------------------------------------------------------


def test_a_short_breaks_way(story: Story) -> None:
    """Two visits, a first stay with the day they go home, and regular stays: no backup and no meeting, they go home."""
    kind = ArrangementKind.SHORT_BREAK
    story.begin(kind).both_say(YES).take("introduce").visit(6)
    with pytest.raises(Refused, match=r"Visits so far: 1\. Needed: 2\."):
        story.take("start_trial", ends_on=days(2))
    story.visit(3).write_plans().take("start_trial", ends_on=days(2))
    assert days_planned(story) == [1]
    story.both_say(YES).agree().take("settle")
    assert KINDS[kind].label(story.arrangement.stage) == "Regular stays"
    assert not {Need.BACKUP, Need.DECISION_MEETING} - KINDS[kind].not_needed


def test_a_homeshares_way(story: Story) -> None:
    """One visit, four weeks' trial with check-ins, a decision together, and a home shared."""
    person, household = carry_out(_who_share_a_home)
    story.begin(ArrangementKind.HOMESHARE, person=person, household=household).both_say(YES).take("introduce")
    carry_out(clearing.check_essential, story.worker, story.pair, "access", True, "They walked round it together")
    with pytest.raises(Refused, match=r"Visits so far: 0\. Needed: 1\."):
        story.take("start_trial")
    story.visit(3).write_plans().take("start_trial")
    assert story.arrangement.trial_ends_on == days(28)
    assert days_planned(story) == [1, 3, 7, 14, 21]
    story.both_say(YES).agree().take("settle")
    assert KINDS[story.arrangement.kind].label(story.arrangement.stage) == "Sharing the home"


def _who_share_a_home() -> tuple[Person, Household]:
    home = Home(area="LA1")
    db.session.add(home)
    db.session.flush()
    kind = ArrangementKind.HOMESHARE
    return a_person(kind=kind, home_id=home.id), a_household(kind=kind, home_id=None, access_needs=[])


def test_an_emergencys_way(story: Story) -> None:
    """Straight from the proposal, in a crisis, with a check-in every other day, until it ends and nobody is to blame."""

    def in_crisis() -> Person:
        return a_person(kind=ArrangementKind.EMERGENCY, crisis=YesNo.YES)

    story.begin(ArrangementKind.EMERGENCY, person=carry_out(in_crisis)).both_say(YES).write_plans().take("stay_for_now")
    assert days_planned(story) == list(range(1, 42, 2))
    with pytest.raises(Refused, match="is not the next step"):
        story.take("settle")
    story.take("end_trial", reason=EndingReason.TIME_WAS_UP)
    assert story.arrangement.stage is Stage.ENDED
    assert days_planned(story) == []


def test_kinships_way(story: Story) -> None:
    """They live together already: no visits first, nowhere to go back to, and all the same somebody who helps."""
    story.begin(ArrangementKind.KINSHIP).both_say(YES).take("introduce")
    with pytest.raises(Refused, match=r"^Write down what happens when it gets too much"):
        story.take("start_trial")
    story.write_plans().take("start_trial").both_say(YES).agree().take("settle")
    assert story.arrangement.stage is Stage.LONG_TERM


def test_a_check_in_and_a_meeting_sent_twice_are_there_once(story: Story) -> None:
    story.begin()
    for act, answers in ((trying.add_check_in, {"due_on": days(3)}), (trying.meet_to_decide, {"on": days(4)})):
        carry_out(act, story.worker, story.pair, answers)
        with pytest.raises(Refused, match="written down already"):
            carry_out(act, story.worker, story.pair, answers)
    assert days_planned(story) == [3]
    assert len(trials.meetings_of(story.arrangement.id)) == 1
