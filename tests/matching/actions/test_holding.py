"""Holds: what they stop, who may know what they are about, and how they end."""

import json
from typing import Any

import pytest
from sqlmodel import col, select

from matching.actions import holding, proposing
from matching.lifecycle import EndingReason, Stage
from matching.models import AnswerWord, LegalBasis, SafeguardingHold
from matching.queries import holds
from scheme import record
from scheme.database import carry_out, db
from scheme.errors import ChangedMeanwhile, Refused
from scheme.kinds import ArrangementKind
from scheme.models import Account, Change, Message, Role
from tests.ground.accounts import MakeAccount
from tests.matching.conftest import Story, a_household, days

WORDS = "Invented: a neighbour was worried about shouting"
PROCEDURE = LegalBasis.PROCEDURE

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


def held(story: Story, of: str, *readers: Account) -> SafeguardingHold:
    """A hold on one of the three."""
    on = getattr(story.pair, of)
    return carry_out(holding.hold, story.worker, on, PROCEDURE, WORDS, days(7), [each.id for each in readers])


@pytest.mark.parametrize("of", ["arrangement", "person", "household"])
def test_whatever_it_is_on_it_stops_steps_forward_until_it_is_lifted(story: Story, of: str) -> None:
    story.to_trial().both_say(AnswerWord.YES).agree()
    row = held(story, of)
    with pytest.raises(Refused, match=r"^There is a hold: talk to Invented Wyn\.$"):
        story.take("settle")
    carry_out(holding.lift, story.worker, row, "Invented: it was the television")
    story.take("settle")
    assert story.arrangement.stage is Stage.LONG_TERM


def test_steps_away_stay_open(story: Story) -> None:
    story.to_trial()
    held(story, "person")
    story.take("end_trial", reason=EndingReason.SAFETY)
    assert story.arrangement.stage is Stage.ENDED


@pytest.mark.parametrize("of", ["person", "household"])
def test_nothing_new_is_put_forward_while_somebody_is_held(story: Story, of: str) -> None:
    story.begin().take("decline", reason="plans_changed")
    held(story, of)
    with pytest.raises(Refused, match="There is a hold: talk to Invented Wyn"):
        carry_out(_propose_again, story)


def _propose_again(story: Story) -> None:
    story.arrangement.reopened_by_person = story.arrangement.reopened_by_household = True
    proposing.propose(story.worker, story.pair.person, story.pair.household, ArrangementKind.LIVE_IN)


def test_a_hold_on_one_arrangement_leaves_the_others_alone(story: Story) -> None:
    story.begin()
    held(story, "arrangement")
    person = story.pair.person
    story.begin(person=person, household=carry_out(lambda: a_household("H002"))).both_say(AnswerWord.YES)
    story.take("introduce")
    assert story.arrangement.stage is Stage.INTRODUCTION


def test_only_a_manager_who_set_it_and_whom_they_named_may_know(
    story: Story, manager: Account, make_account: MakeAccount
) -> None:
    named, other, auditor = (make_account(role) for role in (Role.WORKER, Role.WORKER, Role.AUDITOR))
    story.begin()
    row = held(story, "person", named)
    knowing = [holds.may_know(account, row) for account in (manager, story.worker, named, other, auditor)]
    assert knowing == [True, True, True, False, False]
    for account in (other, auditor):
        with pytest.raises(Refused, match="Only a manager"):
            carry_out(holding.lift, account, row, "No longer")
        with pytest.raises(Refused, match="Only a manager"):
            carry_out(holding.look_again, account, row, PROCEDURE, "Mine now", days(9), [account.id], row.version)
    assert not holds.may_know(other, row)


def test_it_is_looked_at_again_with_words_and_others_may_be_named_or_no_longer(
    story: Story, make_account: MakeAccount
) -> None:
    before, after = make_account(Role.WORKER), make_account(Role.WORKER)
    story.begin()
    row = held(story, "household", before)

    def again(*told: Any) -> None:
        carry_out(holding.look_again, story.worker, row, *told)

    again(LegalBasis.CARE_ACT, "Invented: more", days(20), [after.id], row.version)
    assert (row.basis, row.words, row.review_on) == (LegalBasis.CARE_ACT, "Invented: more", days(20))
    assert [each.id for each in holds.readers_of(row)] == [after.id]
    with pytest.raises(ChangedMeanwhile):
        again(PROCEDURE, "Invented: else", days(20), [], 1)
    with pytest.raises(Refused, match="still to come"):
        again(PROCEDURE, "Invented", days(-1), [], row.version)


def test_one_hold_at_a_time_and_lifted_once(story: Story) -> None:
    story.begin()
    row = held(story, "person")
    with pytest.raises(Refused, match=r"There is a hold: talk to Invented Wyn\. Only one"):
        held(story, "person")
    carry_out(holding.lift, story.worker, row, "Invented: over")
    with pytest.raises(Refused, match="lifted before"):
        carry_out(holding.lift, story.worker, row, "Invented: once more")
    with pytest.raises(Refused, match="lifted before"):
        carry_out(holding.look_again, story.worker, row, PROCEDURE, "Invented", days(9), [], row.version)
    held(story, "person")


def test_the_record_of_the_two_says_nothing_of_it_and_no_mail_does(story: Story, make_account: MakeAccount) -> None:
    story.begin()
    row = held(story, "person", make_account(Role.WORKER))
    carry_out(holding.lift, story.worker, row, "Invented: it was the television")
    theirs = {story.pair.person.id, story.pair.household.id, story.arrangement.id}
    told = db.session.exec(select(Change).where(col(Change.subject_id).in_(theirs))).all()
    assert not {"safeguarding_hold", "hold_reader"} & {change.row_kind for change in told}
    own = db.session.exec(select(Change).where(Change.subject_id == row.id)).all()
    assert {change.doing for change in own} == {"hold", "lift"}, "kept under itself alone"
    assert "neighbour" not in json.dumps([record.values_of(change) for change in (*told, *own)])
    assert not [mail for mail in db.session.exec(select(Message)) if "hold" in f"{mail.subject} {mail.body}".split()]
