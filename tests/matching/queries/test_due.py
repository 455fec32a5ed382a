"""What is due: every rule finds what it is there for, in its own words, and nothing else."""

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

import pytest
import time_machine
from flask import g
from hypothesis import given
from hypothesis import strategies as st

from carers.actions.would_share import would_share
from carers.models import AtHomeAgree, Check, CheckKind, MemberKind
from matching.actions import answering, crisis, suiting, visiting
from matching.actions.clearing import waive
from matching.actions.handing_over import WrittenDown, hand_over_at_once, plan_handover, write_down
from matching.actions.holding import hold
from matching.actions.risks import write_risk
from matching.actions.staying import take_place
from matching.actions.telling import mark_told
from matching.lifecycle import Need, Stage
from matching.models import AnswerWord, Feels, LegalBasis, SafeguardingHold, Side, VisitKind, WhoseRisk
from matching.queries import arrangements
from matching.queries.due import Asked, Due, Item, due
from matching.queries.due.households import running_out
from matching.queries.handovers import changes
from matching.queries.holds import in_force
from people.actions.enquiries import introduce
from people.models import Agrees
from scheme.clock import local_moment, today
from scheme.database import carry_out, db
from scheme.kinds import ArrangementKind
from scheme.look import until
from scheme.models import Account, Conversation, Role
from scheme.queries import our_scheme
from scheme.ways_of_living import YesNo
from tests.ground.accounts import MakeAccount
from tests.matching.conftest import Inside, Story, a_household, a_member, a_person, days


def items(inside: Inside, name: str) -> list[Item]:
    """What one rule finds, in order."""
    with inside():
        return list(everything()[name].items)


def everything(worker: Account | None = None) -> dict[str, Due]:
    """Everybody's, or one worker's, by the rule's name."""
    return {found.rule.name: found for found in due(Asked(our_scheme(), g.acting, worker.id if worker else None))}


def found(inside: Inside, name: str) -> list[str]:
    """What it says."""
    return [f"{item.about}: {item.words}" for item in items(inside, name)]


def test_who_was_introduced_and_who_would_share_a_home_wait_in_one_list_longest_first(inside: Inside) -> None:
    def told() -> None:
        introduce(
            Agrees.AGREES, {"first_name": "Bo", "introducer": "Invented Ana", "phone": "1"}
        ).arrived_at -= timedelta(days=4)
        would_share(AtHomeAgree.ALONE, {"name": "Invented Cy", "phone": "2"}).arrived_at -= timedelta(days=5)
        would_share(AtHomeAgree.ALONE, {"name": "Invented Di", "phone": "3"})

    with inside():
        carry_out(told)
    assert found(inside, "enquiries") == [
        "Invented Cy: Wrote to us about sharing a home, and not answered yet",
        "Bo: Introduced to us, and not answered yet",
    ]


def test_an_answer_due_says_who_is_waited_for_until_both_have_answered(inside: Inside, story: Story) -> None:
    story.begin()
    assert found(inside, "answers") == ["Invented P001, with Invented H001: Waiting for the person and the household"]
    story.both_say(AnswerWord.YES)
    assert found(inside, "answers") == ["Invented P001, with Invented H001: Both have answered: take the next step"]


def test_when_both_have_answered_the_others_at_home_are_waited_for(
    inside: Inside, worker: Account, story: Story
) -> None:
    story.begin()
    carry_out(a_member, story.pair.household, MemberKind.ADULT, "Invented Uncle")
    story.both_say(AnswerWord.YES)
    assert found(inside, "answers") == ["Invented P001, with Invented H001: Waiting for others in the home"]
    (uncle,) = arrangements.asked_members(story.pair.household.id)
    carry_out(answering.answer, worker, story.pair, Side.HOUSEHOLD, AnswerWord.YES, member=uncle)
    assert found(inside, "answers") == ["Invented P001, with Invented H001: Both have answered: take the next step"]


def test_nobody_is_left_waiting_when_something_else_goes_ahead(inside: Inside, story: Story) -> None:
    story.to_trial()
    person = story.pair.person
    assert found(inside, "going_ahead") == []
    story.begin(person=person, household=carry_out(lambda: a_household("H002")))
    assert [line.split(":")[0] for line in found(inside, "going_ahead")] == ["Invented P001, with Invented H002"]


def test_a_visit_this_week_is_due_and_one_next_month_is_not(inside: Inside, story: Story) -> None:
    story.begin().both_say(AnswerWord.YES).take("introduce")
    for ahead in (3, 40):
        carry_out(visiting.plan_visit, story.pair, VisitKind.TEA, local_moment(days(ahead)))
    assert found(inside, "visits") == ["Invented P001, with Invented H001: Tea and a chat"]


def test_a_day_that_is_not_good_is_due_until_it_is_moved(inside: Inside, story: Story) -> None:
    story.begin().both_say(AnswerWord.YES).take("introduce")
    visit = arrangements.visit(story.arrangement.id, story.plan(40))
    assert visit
    assert found(inside, "not_good_days") == []
    for side in Side:
        carry_out(suiting.not_good, story.worker, story.pair, visit, side)
    (line,) = found(inside, "not_good_days")
    assert line.endswith(": Tea and a chat: not a good day for the person and the household")
    carry_out(visiting.change_visit, story.pair, visit, {"starts_at": local_moment(days(41))}, visit.version)
    assert found(inside, "not_good_days") == []


def test_how_a_visit_felt_is_due_until_somebody_has_talked_about_it(inside: Inside, story: Story) -> None:
    story.begin().both_say(AnswerWord.YES).take("introduce").visit(5).visit(3)
    assert found(inside, "to_talk_about") == []
    last = arrangements.visits_of(story.arrangement.id)[-1]
    carry_out(visiting.feel, story.worker, last, Side.PERSON, Feels.SAD)
    (line,) = found(inside, "to_talk_about")
    assert line.endswith(": Tea and a chat: talk about how it felt")
    carry_out(visiting.talked_about, story.worker, last, days(0), "Invented: the radio")
    assert found(inside, "to_talk_about") == []


def test_stays_of_this_week_and_one_under_way_are_due_and_one_next_month_is_not(inside: Inside, story: Story) -> None:
    story.begin(ArrangementKind.SHORT_BREAK)
    carry_out(lambda: setattr(story.arrangement, "stage", Stage.LONG_TERM))
    lines = []
    for ahead in (-1, 3, 40):
        stay = local_moment(days(ahead), time(16)), local_moment(days(ahead + 2), time(11))
        carry_out(take_place, story.pair, *stay)
        lines.append(f"Invented P001, with Invented H001: {until(*stay)}")
    assert found(inside, "stays") == lines[:2]


def test_whoever_has_not_been_told_stands_there_until_they_are(inside: Inside, worker: Account, story: Story) -> None:
    story.begin()
    assert found(inside, "not_told") == []
    story.take("decline", reason="plans_changed")
    title = "Invented P001, with Invented H001"
    assert found(inside, "not_told") == [f"{title}: Not going ahead: tell Invented P001 and Invented H001"]
    carry_out(mark_told, worker, story.pair, Side.PERSON)
    assert found(inside, "not_told") == [f"{title}: Not going ahead: tell Invented H001"]
    carry_out(mark_told, worker, story.pair, Side.HOUSEHOLD)
    assert found(inside, "not_told") == []


def test_a_trial_is_due_two_weeks_before_it_ends(inside: Inside, story: Story) -> None:
    story.to_trial()
    assert found(inside, "trials") == []
    story.arrangement.review_on = days(14)
    db.session.flush()
    carry_out(lambda: setattr(story.arrangement, "review_on", days(14)))
    assert found(inside, "trials") == ["Invented P001, with Invented H001: Trial ends: talk it through with both"]


def test_checks_running_out_and_availability_gone_stale_are_due(inside: Inside) -> None:
    def make() -> None:
        household = a_household()
        db.session.add(Check(household_id=household.id, kind=CheckKind.DBS, expires_on=today() + timedelta(days=30)))
        db.session.add(
            Check(household_id=household.id, kind=CheckKind.FIRST_AID, expires_on=today() + timedelta(days=300))
        )

    with inside():
        carry_out(make)
    assert found(inside, "checks") == ["Invented H001: DBS check runs out soon: make sure it is being renewed"]
    assert found(inside, "availability") == ["Invented H001: Never confirmed"]


def test_somebody_spoken_with_lately_is_not_on_the_list(inside: Inside, worker: Account) -> None:
    def make() -> None:
        for reference, ago in (("P001", 3), ("P002", 60)):
            person = a_person(reference)
            on = today() - timedelta(days=ago)
            db.session.add(Conversation(about_kind="person", about_id=person.id, on=on, account_id=worker.id))

    with inside():
        carry_out(make)
    assert [line.split(":")[0] for line in found(inside, "not_spoken_to")] == ["Invented P002"]


@pytest.mark.parametrize(
    ("ahead", "words", "waits_until"),
    [
        (90, "runs out: start its renewal", 60),
        (31, "runs out: start its renewal", 1),
        (30, "runs out soon: make sure it is being renewed", 30),
        (1, "runs out soon: make sure it is being renewed", 1),
        (0, "runs out today", None),
        (-1, "has run out: renew it before anything new starts", None),
    ],
)
def test_an_approval_running_out_is_said_in_steps_and_never_put_off_beyond_the_next(
    inside: Inside, ahead: int, words: str, waits_until: int | None
) -> None:
    with inside():
        carry_out(lambda: a_household(approval_review_on=days(ahead)))
        (item,) = items(inside, "checks")
        assert item.words == f"Approval {words}"
        assert item.may_wait(today()) is (waits_until is not None)
        assert waits_until is None or item.not_beyond == days(waits_until)


def test_an_approval_with_more_than_ninety_days_left_is_not_due(inside: Inside) -> None:
    with inside():
        carry_out(lambda: a_household(approval_review_on=days(91)))
    assert found(inside, "checks") == []


def test_a_hold_is_due_a_week_before_its_review_says_nothing_of_why_and_does_not_wait_on_the_day(
    inside: Inside, worker: Account, story: Story
) -> None:
    story.begin()
    carry_out(hold, worker, story.arrangement, LegalBasis.PROCEDURE, "Something private", days(8))
    assert found(inside, "holds") == []
    for ahead, waits in ((7, True), (0, False)):
        carry_out(_look_again_in, story.arrangement.id, ahead)
        (item,) = items(inside, "holds")
        assert item.words == "There is a hold: look at it again"
        assert item.may_wait(days(0)) is waits


def _look_again_in(arrangement_id: UUID, ahead: int) -> None:
    (held,) = in_force(SafeguardingHold.arrangement_id == arrangement_id)
    held.row.review_on = days(ahead)


def test_what_was_let_pass_is_due_before_its_last_day_until_the_arrangement_is_over(
    inside: Inside, manager: Account, story: Story
) -> None:
    story.begin()
    carry_out(waive, manager, story.pair, Need.VISITS, "They know each other", days(5))
    (line,) = found(inside, "waivers")
    assert line == f"Invented P001, with Invented H001: Let pass for now: “{Need.VISITS.label}”"
    story.take("decline", reason="plans_changed")
    assert found(inside, "waivers") == []


def test_a_stay_for_now_that_ends_asks_what_comes_next_and_cannot_wait_beyond_its_end(
    inside: Inside, story: Story
) -> None:
    story.begin(ArrangementKind.EMERGENCY).both_say(AnswerWord.YES).write_plans().take("stay_for_now")
    carry_out(lambda: setattr(story.arrangement, "review_on", days(10)))
    (item,) = items(inside, "trials")
    assert item.words == "Staying for now ends: agree what comes next"
    assert item.not_beyond == days(10)


def test_one_workers_things_are_theirs_and_everybodys_are_everybodys(
    inside: Inside, worker: Account, manager: Account, story: Story
) -> None:
    story.begin()
    with inside():
        assert [item.worker_id for item in items(inside, "answers")] == [worker.id]
        assert not everything(manager)["answers"].items


def test_a_handover_is_due_on_the_day_of_meeting_for_both_workers_and_then_says_what_is_left(
    inside: Inside, worker: Account, make_account: MakeAccount, story: Story
) -> None:
    moss = make_account(Role.WORKER, name="Invented Moss")
    person = carry_out(lambda: a_person("P009", named_worker_id=worker.id))
    carry_out(plan_handover, worker, person, moss, days(3))
    assert found(inside, "handovers") == ["Invented P009: Invented Moss becomes their worker: meet them together"]
    with inside():
        assert [len(everything(each)["handovers"].items) for each in (worker, moss)] == [1, 1]
        carry_out(lambda: write_down(changes()[0], WrittenDown(met_on=days(0))))
    assert found(inside, "handovers") == [
        "Invented P009: Invented Moss becomes their worker: tell them, and write it down"
    ]


def test_who_was_given_another_worker_at_once_is_told_today_and_whoever_has_nobody_is_listed(
    inside: Inside, worker: Account, manager: Account, story: Story
) -> None:
    person, _ = carry_out(lambda: (a_person("P009", named_worker_id=worker.id), a_person("P010")))
    carry_out(hand_over_at_once, manager, person, manager, "Invented: ill")
    assert found(inside, "handovers") == ["Invented P009: Tell them who their worker is now"]
    assert found(inside, "without_worker") == ["Invented P010: Nobody is named for them yet"]
    carry_out(lambda: setattr(db.session.get_one(Account, manager.id), "active", False))
    assert "Invented P009: Their worker has left" in found(inside, "without_worker")


# --- days by the clock on the wall -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("confirmed", "last_good_day"),
    [
        ("2026-06-01T23:30Z", "2026-07-02"),
        ("2026-06-01T22:30Z", "2026-07-01"),
        ("2026-03-28T23:30Z", "2026-04-27"),
        ("2026-10-24T23:30Z", "2026-11-24"),
        ("2028-02-29T12:00Z", "2028-03-30"),
    ],
)
def test_thirty_days_are_thirty_days_on_the_wall(inside: Inside, confirmed: str, last_good_day: str) -> None:
    """In summer half past eleven in UTC is tomorrow already."""
    at = datetime.fromisoformat(confirmed)
    with time_machine.travel(at, tick=False) as clock, inside():
        carry_out(lambda: a_household(availability_confirmed_at=at))
        for nights, lines in ((0, 0), (1, 1)):
            clock.move_to(local_moment(date.fromisoformat(last_good_day) + timedelta(days=nights), time(0, 5)))
            assert len(items(inside, "availability")) == lines


@given(
    last=st.dates(date(2026, 1, 1), date(2032, 12, 31)) | st.sampled_from([date(2028, 2, 29), date(2032, 2, 29)]),
    ahead=st.integers(-40, 120),
)
def test_what_runs_out_is_said_in_the_right_step_on_every_day(last: date, ahead: int) -> None:
    """Leap days and changed clocks too: each step is a number of days, and what may wait waits no longer than the next."""
    on = last - timedelta(days=ahead)
    words, not_beyond = running_out("Approval", last, on, 30)
    expected = {
        ahead < 0: "has run out",
        ahead == 0: "runs out today",
        0 < ahead <= 30: "runs out soon",
        ahead > 30: "runs out: start",
    }[True]
    assert words.startswith(f"Approval {expected}")
    assert (not_beyond - on).days == (ahead if ahead <= 30 else ahead - 30)


def test_in_a_crisis_each_day_without_a_contact_is_due_and_cannot_wait(
    inside: Inside, worker: Account, story: Story
) -> None:
    noted: dict[str, Any] = {"crisis": YesNo.YES, "crisis_noted_on": days(-2), "named_worker_id": worker.id}
    person = carry_out(lambda: a_person("P007", **noted))
    (item,) = items(inside, "daily_contact")
    assert (item.words, item.by, item.may_wait(days(0))) == ("Speak with them today", days(-2), False)
    assert found(inside, "crisis_plans") == ["Invented P007: No plan for now yet: make it together"]
    carry_out(crisis.spoke_with, worker, person)
    assert items(inside, "daily_contact") == []
    plan = carry_out(crisis.make_plan, worker, person, "Invented: rest", days(3))
    assert found(inside, "crisis_plans") == []
    carry_out(lambda: setattr(plan, "review_on", days(0)))
    assert found(inside, "crisis_plans") == ["Invented P007: Look at the plan for now again, together"]
    carry_out(lambda: setattr(person, "crisis", YesNo.NO))
    assert [item.words[:18] for item in items(inside, "crisis_plans")] == ["The crisis is over"]


def test_a_risk_is_due_a_week_before_it_is_looked_at_again_and_it_is_not_said_which(
    inside: Inside, worker: Account, story: Story
) -> None:
    story.begin()
    said = {"whose": WhoseRisk.PERSON, "what": "Something private", "helps": "A phone"}
    for ahead in (8, 7):
        carry_out(write_risk, worker, story.pair.person, said | {"review_on": days(ahead)})
    assert found(inside, "risks") == ["Invented P001: Look at a risk together again"]
