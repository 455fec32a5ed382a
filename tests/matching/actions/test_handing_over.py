"""A known worker stays: a change is planned, both meet somebody together, they are told, and only then does it happen."""

import pytest
from sqlmodel import select

from matching.actions import handing_over
from matching.actions.handing_over import WrittenDown
from matching.queries import handovers
from people.models import Person
from scheme.actions import set_number
from scheme.database import carry_out, db
from scheme.errors import Refused
from scheme.models import Account, Message, Role
from scheme.queries import conversations_with
from tests.ground.accounts import MakeAccount
from tests.matching.conftest import Story, a_person, days

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


@pytest.fixture
def moss(make_account: MakeAccount) -> Account:
    """Another worker."""
    return make_account(Role.WORKER, name="Invented Moss")


def known_with_email(story: Story) -> Person:
    """Somebody whose worker is the story's."""

    def make() -> Person:
        return a_person("P009", named_worker_id=story.worker.id, email="mo@example.org")

    return carry_out(make)


def test_whoever_had_nobody_has_a_worker_at_once_and_hears_who_it_is(story: Story) -> None:
    person = carry_out(lambda: a_person("P009", email="mo@example.org"))
    carry_out(handing_over.plan_handover, story.worker, person, story.worker)
    assert person.named_worker_id == story.worker.id
    (message,) = db.session.exec(select(Message)).all()
    assert (message.to_email, message.subject) == ("mo@example.org", "Invented Wyn is your worker now")
    assert handovers.still_to_tell(person) is None


def test_the_old_worker_stays_until_both_have_met_them_together_and_they_are_told(story: Story, moss: Account) -> None:
    person = known_with_email(story)
    carry_out(handing_over.plan_handover, story.worker, person, moss, days(3))
    change = handovers.under_way(person)
    assert change
    carry_out(handing_over.write_down, change, WrittenDown(met_on=days(0)))
    assert person.named_worker_id == story.worker.id, "they have met, and have not been told"
    told = WrittenDown(told_on=days(0), told_by=story.worker, told_how="Invented: over tea, with her sister")
    carry_out(handing_over.write_down, change, told)
    assert person.named_worker_id == moss.id
    assert [change.row.met_on, change.row.told_on, change.row.told_by_id] == [days(0), days(0), story.worker.id]
    ((conversation, by),) = conversations_with(person)
    assert "over tea, with her sister" in (conversation.words or "")
    assert by == "Invented Wyn"
    assert [message.subject for message in db.session.exec(select(Message))] == ["Invented Moss is your worker now"]
    assert handovers.under_way(person) is None


def test_told_alone_is_not_enough_either_and_says_how_and_by_whom(story: Story, moss: Account) -> None:
    person = known_with_email(story)
    carry_out(handing_over.plan_handover, story.worker, person, moss, days(3))
    change = handovers.under_way(person)
    assert change
    for told, field in (
        (WrittenDown(told_on=days(0), told_by=moss), "told_how"),
        (WrittenDown(told_on=days(0), told_how="Invented"), "told_by"),
        (WrittenDown(told_on=days(1), told_by=moss, told_how="Invented"), "told_on"),
        (WrittenDown(met_on=days(1)), "met_on"),
    ):
        with pytest.raises(Refused) as refusal:
            carry_out(handing_over.write_down, change, told)
        assert refusal.value.field == field
    carry_out(
        handing_over.write_down, change, WrittenDown(told_on=days(0), told_by=moss, told_how="Invented: by phone")
    )
    assert person.named_worker_id == story.worker.id


def test_a_household_and_an_arrangement_are_handed_over_the_same_way(story: Story, moss: Account) -> None:
    story.begin()
    household, arrangement = story.pair.household, story.pair.arrangement
    carry_out(handing_over.plan_handover, story.worker, household, story.worker)
    for known in (household, arrangement):
        with pytest.raises(Refused, match="Choose a day on which both of you meet"):
            carry_out(handing_over.plan_handover, story.worker, known, moss)
        carry_out(handing_over.plan_handover, story.worker, known, moss, days(1))
        change = handovers.under_way(known)
        assert change
        told = WrittenDown(days(0), days(0), story.worker, "Invented: at the kitchen table")
        carry_out(handing_over.write_down, change, told)
        assert handovers.worker_id_of(known) == moss.id


def test_one_change_at_a_time_and_it_may_be_called_off(story: Story, moss: Account, manager: Account) -> None:
    person = known_with_email(story)
    carry_out(handing_over.plan_handover, story.worker, person, moss, days(3))
    with pytest.raises(Refused, match="A change to Invented Moss is under way"):
        carry_out(handing_over.plan_handover, story.worker, person, manager, days(3))
    change = handovers.under_way(person)
    assert change
    carry_out(handing_over.call_off_handover, change)
    for action in (handing_over.call_off_handover, lambda it: handing_over.write_down(it, WrittenDown(met_on=days(0)))):
        with pytest.raises(Refused, match="called off"):
            carry_out(action, change)
    assert person.named_worker_id == story.worker.id
    carry_out(handing_over.plan_handover, story.worker, person, manager, days(3))


def test_at_once_is_a_managers_says_why_and_leaves_telling_them_due(
    story: Story, moss: Account, manager: Account
) -> None:
    person = known_with_email(story)
    with pytest.raises(Refused, match="Only a manager"):
        carry_out(handing_over.hand_over_at_once, story.worker, person, moss, "Invented: ill")
    with pytest.raises(Refused, match="no time to meet"):
        carry_out(handing_over.hand_over_at_once, manager, person, moss, " ")
    carry_out(handing_over.hand_over_at_once, manager, person, moss, "Invented: ill for a long time")
    assert person.named_worker_id == moss.id
    change = handovers.still_to_tell(person)
    assert change
    carry_out(handing_over.write_down, change, WrittenDown(None, days(0), moss, "Invented: by phone, the same day"))
    assert handovers.still_to_tell(person) is None
    with pytest.raises(Refused, match="their worker already"):
        carry_out(handing_over.call_off_handover, change)


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.WORKER, Role.MANAGER}))
def test_only_those_who_work_here_are_named(story: Story, make_account: MakeAccount, role: Role) -> None:
    person = known_with_email(story)
    with pytest.raises(Refused, match="works at this scheme"):
        carry_out(handing_over.plan_handover, story.worker, person, make_account(role), days(3))
    with pytest.raises(Refused, match="their worker already"):
        carry_out(handing_over.plan_handover, story.worker, person, story.worker, days(3))


def test_one_more_than_the_scheme_plans_asks_for_a_reason_and_is_not_forbidden(story: Story, moss: Account) -> None:
    carry_out(set_number, "people_for_one_worker", 1, 14)
    carry_out(lambda: a_person("P008", named_worker_id=moss.id))
    person = known_with_email(story)
    with pytest.raises(Refused, match=r"named for 1 people already\. This scheme plans 1") as refusal:
        carry_out(handing_over.plan_handover, story.worker, person, moss, days(3))
    assert refusal.value.field == "more_because"
    carry_out(handing_over.plan_handover, story.worker, person, moss, days(3), "Invented: they are brothers")
    change = handovers.under_way(person)
    assert change
    assert change.row.more_because == "Invented: they are brothers"


def test_whoever_a_closed_account_leaves_without_anybody_is_listed(story: Story, moss: Account) -> None:
    person = carry_out(lambda: a_person("P008", named_worker_id=moss.id))
    carry_out(lambda: setattr(db.session.get_one(Account, moss.id), "active", False))
    found = handovers.who_works_with_whom()
    assert [(gone.name, them) for gone, them in found.left_alone] == [("Invented Moss", [person])]
    assert moss.id not in {line.worker.id for line in found.workers}
    assert (found.people_at_most, found.households_at_most) == (14, 7)


def test_everything_about_it_is_told_of_whom_it_is_about(story: Story, moss: Account) -> None:
    pair = story.begin().pair
    for known, kind in ((pair.person, "person"), (pair.household, "household")):
        row = carry_out(handing_over.plan_handover, story.worker, known, moss)
        assert row.recorded_under() == (kind, known.id)
