"""Whom nothing new is put forward to while there is a hold: left out before anybody is refused."""

from typing import Any

import pytest
from sqlmodel import select

from carers.models import Household
from matching.actions import holding, proposing
from matching.models import LegalBasis
from matching.queries import rounds, scores
from matching.queries.firm import firmness
from matching.queries.holds import OnHold, on_hold
from people.models import Person, PersonState
from scheme.database import carry_out, db
from scheme.errors import Refused
from scheme.kinds import ArrangementKind
from scheme.models import Account
from tests.matching.conftest import Inside, Story, a_household, a_person, days

ON_ONE = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
"""The query is tried on both databases, what rests on it on one."""


def hold(worker: Account, held: Any) -> Any:
    return carry_out(holding.hold, worker, held, LegalBasis.POLICE, "Invented words", days(7))


def two_and_two() -> None:
    for number in (1, 2):
        a_person(f"P00{number}", state=PersonState.READY)
        a_household(f"H00{number}")


def one(table: type[Any], reference: str) -> Any:
    return db.session.exec(select(table).where(table.reference == reference)).one()


def listed(reference: str) -> list[str]:
    """Who could be put forward for somebody."""
    found = scores.households_for(scores.person_profile(one(Person, reference)), scores.terms())
    return [each.row.reference for each in found.suiting]


def suggested() -> set[tuple[str, str]]:
    return {(each.person, each.household) for each in rounds.for_everybody(2).found.round.suggestions}


def test_a_person_a_household_and_two_together_are_told_apart(story: Story, worker: Account) -> None:
    carry_out(two_and_two)
    assert on_hold() == OnHold(frozenset(), frozenset(), frozenset())
    story.begin(person=one(Person, "P001"), household=one(Household, "H001"))
    theirs = hold(worker, story.arrangement)
    hold(worker, one(Person, "P002"))
    hold(worker, one(Household, "H002"))
    assert on_hold() == OnHold(frozenset({"P002"}), frozenset({"H002"}), frozenset({("P001", "H001")}))
    carry_out(holding.lift, worker, theirs, "Invented: over")
    assert on_hold().pairs == frozenset()


@ON_ONE
def test_a_person_on_hold_is_suggested_to_nobody_and_nobody_to_them(inside: Inside, worker: Account) -> None:
    with inside():
        carry_out(two_and_two)
        hold(worker, one(Person, "P001"))
        assert suggested() == {("P002", "H001"), ("P002", "H002")}
        everybody = rounds.for_everybody()
        assert (everybody.people_on_hold, everybody.households_on_hold) == (1, 0)
        assert listed("P001") == []
        assert listed("P002") == ["H001", "H002"]
        looking = scores.people_for(scores.household_profile(one(Household, "H001")), scores.terms())
        assert [each.row.reference for each in looking.suiting] == ["P002"]


@ON_ONE
def test_a_household_on_hold_is_suggested_to_nobody_until_it_is_lifted(inside: Inside, worker: Account) -> None:
    with inside():
        carry_out(two_and_two)
        row = hold(worker, one(Household, "H001"))
        assert suggested() == {("P001", "H002")} or suggested() == {("P002", "H002")}
        everybody = rounds.for_everybody()
        assert (everybody.people_on_hold, everybody.households_on_hold) == (0, 1)
        assert listed("P001") == ["H002"]
        carry_out(holding.lift, worker, row, "Invented: over")
        assert listed("P001") == ["H001", "H002"]
        assert {household for _, household in suggested()} == {"H001", "H002"}


@ON_ONE
def test_no_change_opens_a_door_that_a_hold_keeps_shut_and_it_is_in_no_order(inside: Inside, worker: Account) -> None:
    with inside():
        carry_out(two_and_two)
        hold(worker, one(Household, "H001"))
        using, profile = scores.terms(), scores.person_profile(one(Person, "P001"))
        found = scores.households_for(profile, using)
        assert firmness(profile, found.suiting, using).found.among == 1
        assert [opened for change in scores.changes_for(profile, found, using) for opened in change.opens] == []


@ON_ONE
def test_what_was_held_and_then_ended_is_not_begun_anew_past_its_hold(story: Story, worker: Account) -> None:
    story.begin()
    row = hold(worker, story.arrangement)
    story.take("decline", reason="plans_changed")
    person, household = story.pair.person, story.pair.household

    def again() -> None:
        story.arrangement.reopened_by_person = story.arrangement.reopened_by_household = True
        proposing.propose(worker, person, household, ArrangementKind.LIVE_IN)

    with pytest.raises(Refused, match="There is a hold"):
        carry_out(again)
    assert listed("P001") == []
    carry_out(holding.lift, worker, row, "Invented: over")
    carry_out(again)
