"""Ending kindly: notice, the move, looking back and keeping in touch. Everybody here is invented."""

import pytest
from sqlmodel import select

from carers.models import Member, MemberKind
from matching.actions import ending, parting, proposing, telling
from matching.compatibility.essentials import Met
from matching.lifecycle import Stage
from matching.models import LooksBack, Side, WhoDecided
from matching.needs import Matter
from matching.queries import endings
from people.models import Authority, PersonAccount, PersonState, WantedArrangement
from scheme.clock import today
from scheme.database import carry_out, db
from scheme.errors import Refused
from scheme.kinds import ArrangementKind
from scheme.models import Message, Role
from tests.ground.accounts import MakeAccount
from tests.matching.conftest import Story, a_household, days


@pytest.fixture
def ended(story: Story) -> Story:
    """Two who tried it out and whose time was up."""
    return story.to_trial().take("end_trial", reason="time_was_up", decided_by=WhoDecided.BOTH)


def test_the_last_day_is_worked_out_from_the_kinds_notice(story: Story) -> None:
    story.to_trial()
    carry_out(ending.give_notice, story.pair, today(), WhoDecided.HOUSEHOLD)
    there = endings.ending_of(story.arrangement)
    assert there
    assert (there.last_day, there.notice_by) == (days(28), WhoDecided.HOUSEHOLD)
    assert story.arrangement.stage is Stage.TRIAL


def test_it_is_less_only_when_both_agree(story: Story) -> None:
    story.to_trial()
    with pytest.raises(Refused, match="less than 28 days"):
        carry_out(ending.give_notice, story.pair, today(), WhoDecided.PERSON, days(7))
    carry_out(ending.give_notice, story.pair, today(), WhoDecided.PERSON, days(7), True)
    there = endings.ending_of(story.arrangement)
    assert there
    assert there.fewer_days_agreed
    with pytest.raises(Refused, match="up to today"):
        carry_out(ending.give_notice, story.pair, days(1))


def test_a_move_is_planned_after_notice_and_notice_may_be_taken_back(story: Story) -> None:
    story.to_trial()
    plan = {"moving_to": "A flat", "who_helps": "Jo", "goes_along": "The cat", "both_know": True}
    with pytest.raises(Refused, match="Write notice down first"):
        carry_out(ending.plan_move, story.pair, plan, None)
    carry_out(ending.give_notice, story.pair, today())
    there = endings.ending_of(story.arrangement)
    assert there
    carry_out(ending.plan_move, story.pair, plan, there.version)
    carry_out(ending.take_notice_back, story.pair)
    there = endings.ending_of(story.arrangement)
    assert there
    assert (there.last_day, there.both_know, story.arrangement.notice_given_on) == (None, False, None)
    with pytest.raises(Refused, match="no notice to take back"):
        carry_out(ending.take_notice_back, story.pair)


def test_while_it_goes_on_nobody_looks_back(story: Story) -> None:
    story.to_trial()
    with pytest.raises(Refused, match="nothing to look back on"):
        carry_out(ending.reflect, story.worker, story.pair, LooksBack.PERSON, {"good": "Tea"})
    with pytest.raises(Refused, match="not asked about"):
        carry_out(ending.say_about_keeping_in_touch, story.worker, story.pair, Side.PERSON, True, None)


def test_neither_hears_of_a_wish_to_keep_in_touch_unless_both_wish_it(ended: Story) -> None:
    def says(side: Side, wishes: bool) -> None:
        carry_out(ending.say_about_keeping_in_touch, ended.worker, ended.pair, side, wishes, "07700 900000")

    says(Side.PERSON, True)
    assert endings.both_keep_in_touch(ended.pair) is None
    says(Side.HOUSEHOLD, False)
    assert endings.both_keep_in_touch(ended.pair) is None
    assert endings.wishes_of(ended.arrangement)[Side.HOUSEHOLD].how is None
    says(Side.HOUSEHOLD, True)
    assert endings.both_keep_in_touch(ended.pair)
    carry_out(parting.keep_apart, ended.worker, ended.pair.person, ended.pair.household, "An old quarrel")
    assert endings.both_keep_in_touch(ended.pair) is None


def test_where_somebody_was_not_safe_keeping_in_touch_is_no_question(story: Story) -> None:
    story.to_trial().take("end_trial", reason="safety")
    with pytest.raises(Refused, match="not asked about"):
        carry_out(ending.say_about_keeping_in_touch, story.worker, story.pair, Side.PERSON, True, None)


def test_everybody_looks_back_in_their_own_words_and_may_change_them(ended: Story) -> None:
    for whose in LooksBack:
        carry_out(ending.reflect, ended.worker, ended.pair, whose, {"good": f"The {whose.value}’s tea"})
    carry_out(ending.reflect, ended.worker, ended.pair, LooksBack.PERSON, {"good": "The dog", "may_share": True})
    there = endings.reflections_of(ended.arrangement)
    assert {whose: one.good for whose, one in there.items()} == {
        LooksBack.PERSON: "The dog", LooksBack.HOUSEHOLD: "The household’s tea", LooksBack.WORKER: "The worker’s tea",
    }  # fmt: skip
    with pytest.raises(Refused, match="a few words"):
        carry_out(ending.reflect, ended.worker, ended.pair, LooksBack.PERSON, {"good": None})


def test_the_person_is_ready_to_meet_again_unless_something_else_is_said(story: Story) -> None:
    story.to_trial().take("end_trial", reason="moved_on", then=PersonState.LEFT)
    assert story.pair.person.state is PersonState.LEFT


def test_ending_short_breaks_leaves_whoever_lives_with_somebody_settled_there(story: Story) -> None:
    story.to_trial()
    breaks, kind = Story(story.inside, story.worker), ArrangementKind.SHORT_BREAK
    household = carry_out(a_household, "H009", kind)

    def settle() -> None:
        story.pair.person.state, breaks.arrangement.stage = PersonState.SETTLED, Stage.LONG_TERM

    def wish() -> None:
        db.session.add(WantedArrangement(person_id=story.pair.person.id, kind=kind))

    carry_out(wish)
    breaks.begin(kind, person=story.pair.person, household=household)
    carry_out(settle)
    breaks.take("end", reason="money")
    assert breaks.pair.person.state is PersonState.SETTLED


def test_when_the_person_died_nothing_goes_to_their_account_and_nobody_is_asked(
    story: Story, make_account: MakeAccount
) -> None:
    theirs, carer = make_account(Role.PERSON), make_account(Role.CARER)
    story.to_trial()
    db.session.add(PersonAccount(person_id=story.pair.person.id, account_id=theirs.id, authority=Authority.SELF))
    household_id = story.pair.household.id
    db.session.add(Member(household_id=household_id, kind=MemberKind.CARER, name="Ana", account_id=carer.id))
    db.session.commit()
    before = set(db.session.exec(select(Message.id)))
    story.take("end_trial", reason="died")
    sent = [message for message in db.session.exec(select(Message)) if message.id not in before]
    assert [message.to_email for message in sent] == [carer.email]
    assert "We are thinking of you." in (sent[0].body or "")
    assert "something new" not in sent[0].subject
    assert story.pair.person.state is PersonState.LEFT
    assert not any(endings.may_be_asked(story.pair, side) for side in Side)
    for refused in (
        lambda: telling.mark_told(story.worker, story.pair, Side.PERSON),
        lambda: ending.reflect(story.worker, story.pair, LooksBack.PERSON, {"good": "x"}),
        lambda: proposing.reopen(story.pair, list(Side), story.arrangement.version),
    ):
        with pytest.raises(Refused, match="died"):
            carry_out(refused)
    carry_out(ending.reflect, story.worker, story.pair, LooksBack.HOUSEHOLD, {"good": "Her singing"})


@pytest.mark.parametrize(("reason", "met"), [("household_chose", Met.NOT_MET), ("time_was_up", Met.MET)])
def test_after_one_of_them_chose_to_end_it_they_meet_again_only_if_both_wish(
    story: Story, reason: str, met: Met
) -> None:
    def stands() -> Met:
        pair = story.pair
        checks = Matter(pair.person, pair.household, ArrangementKind.LIVE_IN).essentials
        return next(one.met for one in checks if one.name == "declined")

    story.to_trial().take("end_trial", reason=reason)
    assert stands() is met
    carry_out(proposing.reopen, story.pair, [Side.PERSON], story.arrangement.version)
    assert stands() is met
    carry_out(proposing.reopen, story.pair, list(Side), story.arrangement.version)
    assert stands() is Met.MET
    before = story.arrangement_id
    carry_out(proposing.propose, story.worker, story.pair.person, story.pair.household, ArrangementKind.LIVE_IN)
    assert story.arrangement_id == before


def test_whoever_has_not_been_told_is_not_asked_to_look_back(ended: Story) -> None:
    assert [endings.may_be_asked(ended.pair, side) for side in Side] == [False, True]
    carry_out(telling.mark_told, ended.worker, ended.pair, Side.PERSON)
    assert all(endings.may_be_asked(ended.pair, side) for side in Side)
