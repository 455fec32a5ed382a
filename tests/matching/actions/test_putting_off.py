"""What is due may wait until a day, with a reason: never what must not, and it comes back by itself."""

from datetime import date, timedelta
from uuid import UUID

import pytest
import time_machine
from flask import g
from sqlmodel import select

from carers.models import Household
from matching.actions.holding import hold
from matching.actions.putting_off import fetch_back, put_off
from matching.desk.timeline import timeline
from matching.models import LegalBasis, PutOff
from matching.queries import due as queries
from matching.queries.due import Asked, Due, due
from scheme import record
from scheme.clock import today
from scheme.database import carry_out, db
from scheme.errors import Refused
from scheme.models import Account, Change
from scheme.queries import our_scheme
from tests.matching.conftest import Inside, Story, a_household, days

WHY = "They are on holiday"


def of(rule: str) -> Due:
    """What one rule finds now."""
    return next(found for found in due(Asked(our_scheme(), g.acting, None)) if found.rule.name == rule)


def an_approval_running_out_in(ahead: int) -> UUID:
    return carry_out(lambda: a_household(approval_review_on=days(ahead)).id)


def test_what_is_put_off_is_folded_away_with_its_reason_and_comes_back_by_itself(
    inside: Inside, worker: Account
) -> None:
    with time_machine.travel("2026-03-02 09:00+00:00", tick=False) as clock, inside():
        household_id = an_approval_running_out_in(80)
        carry_out(put_off, worker, "checks", household_id, date(2026, 3, 9), WHY)
        found = of("checks")
        assert found.items == []
        (aside,) = found.aside
        assert (aside.row.why, aside.by, aside.item.about) == (WHY, worker.name, "Invented H001")
        clock.move_to("2026-03-09 00:30+00:00")
        assert [item.row_id for item in of("checks").items] == [household_id]
        assert of("checks").aside == []


def test_it_can_be_fetched_back_before(inside: Inside, worker: Account) -> None:
    with inside():
        household_id = an_approval_running_out_in(80)
        row_id = carry_out(lambda: put_off(worker, "checks", household_id, days(9), WHY).id)
        for _ in range(2):
            row = queries.put_off(row_id)
            assert row
            carry_out(fetch_back, row)
        assert of("checks").aside == []
        assert len(of("checks").items) == 1


@pytest.mark.parametrize(
    ("runs_out", "until", "refused"),
    [
        (80, 0, "still to come"),
        (80, -1, "still to come"),
        (80, 29, "within 28 days"),
        (40, 11, "cannot wait beyond"),
        (20, 21, "cannot wait beyond"),
        (0, 1, "cannot be put off"),
        (-5, 1, "cannot be put off"),
        (200, 1, "not due any more"),
    ],
)
def test_nothing_waits_longer_than_it_may(
    inside: Inside, worker: Account, runs_out: int, until: int, refused: str
) -> None:
    with inside():
        household_id = an_approval_running_out_in(runs_out)
        with pytest.raises(Refused, match=refused):
            carry_out(put_off, worker, "checks", household_id, days(until), WHY)
        assert db.session.exec(select(PutOff)).all() == []


def test_an_approval_that_has_run_out_is_back_whatever_was_said(inside: Inside, worker: Account) -> None:
    """Its day was brought forward after somebody had put it off."""
    with inside():
        household_id = an_approval_running_out_in(80)
        carry_out(put_off, worker, "checks", household_id, days(20), WHY)
        carry_out(_brought_forward, household_id)
        (item,) = of("checks").items
        assert item.words.startswith("Approval has run out")


def _brought_forward(household_id: UUID) -> None:
    db.session.get_one(Household, household_id).approval_review_on = days(-1)


def test_a_hold_waits_until_its_day_and_not_one_day_longer(inside: Inside, worker: Account, story: Story) -> None:
    with time_machine.travel("2026-03-02 09:00+00:00", tick=False) as clock:
        story.begin()
        carry_out(hold, worker, story.arrangement, LegalBasis.PROCEDURE, "Something private", days(5))
        (item,) = of("holds").items
        with pytest.raises(Refused, match="cannot wait beyond"):
            carry_out(put_off, worker, "holds", item.row_id, days(6), WHY)
        carry_out(put_off, worker, "holds", item.row_id, days(5), WHY)
        assert of("holds").items == []
        clock.shift(timedelta(days=5))
        assert len(of("holds").items) == 1
        with pytest.raises(Refused, match="cannot be put off"):
            carry_out(put_off, worker, "holds", item.row_id, days(1), WHY)


def test_putting_off_stands_in_the_timeline_and_in_the_record_of_whom_it_is_about(
    inside: Inside, worker: Account, story: Story
) -> None:
    story.begin()
    carry_out(put_off, worker, "answers", story.arrangement.id, days(3), WHY)
    told = [(entry.words, entry.by) for entry in timeline(story.pair) if entry.title.startswith("Answers: put off")]
    assert told == [(WHY, worker.name)]
    assert WHY not in [entry.words for entry in timeline(story.pair, at_desk=False)]
    change = db.session.exec(select(Change).where(Change.row_kind == "put_off")).one()
    assert (change.subject_kind, change.subject_id) == ("arrangement", story.arrangement.id)
    assert WHY not in str(record.values_of(change)), "sealed like every private word"
    assert change.at.date() <= today() + timedelta(days=1)


def test_why_a_hold_waits_stands_in_no_record_but_its_own(inside: Inside, worker: Account, story: Story) -> None:
    story.begin()
    carry_out(hold, worker, story.arrangement, LegalBasis.PROCEDURE, "Something private", days(5))
    (item,) = of("holds").items
    carry_out(put_off, worker, "holds", item.row_id, days(4), WHY)
    change = db.session.exec(select(Change).where(Change.row_kind == "put_off")).one()
    assert (change.subject_kind, change.subject_id) == ("safeguarding_hold", item.row_id)
    assert [entry.title for entry in timeline(story.pair) if "put off" in entry.title] == []
