"""Reminders: to those they concern, when it is time, once, with nothing private in them."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

import pytest
import time_machine
from sqlmodel import col, select
from time_machine import Traveller

from carers.models import Household, Member, MemberKind
from matching.actions import answering, clearing, holding, visiting
from matching.actions.reminding import remind
from matching.lifecycle import Stage
from matching.models import (
    AnswerWord,
    Arrangement,
    LegalBasis,
    Reminder,
    ReminderKind,
    Side,
    Stay,
    Visit,
    VisitKind,
    VisitState,
)
from matching.queries import arrangements
from matching.queries.reminders import to_remind
from people.models import Authority, Person, PersonAccount
from scheme.clock import local_moment
from scheme.database import carry_out, db, enter_scheme, now
from scheme.jobs.recurring import carry_out_due
from scheme.models import Account, Message, Role, Scheme
from scheme.sign_in.actions import turn_weekly_mail
from tests.ground.accounts import MakeAccount
from tests.matching.conftest import Inside, Story, a_household, a_person, days

MONDAY = "2026-03-02 12:00+00:00"


@pytest.fixture
def clock() -> Iterator[Traveller]:
    """It is noon on a Monday in winter, and stays so until a test says otherwise."""
    with time_machine.travel(MONDAY, tick=False) as moved:
        yield moved


@pytest.fixture
def asked(clock: Traveller, story: Story, make_account: MakeAccount) -> Story:
    """Two who were put forward to each other, and can both sign in. Seven days to answer."""
    carer, person = make_account(Role.CARER, name="Invented Ana"), make_account(Role.PERSON, name="Invented Pat")
    story.begin()

    def link() -> None:
        db.session.add(
            Member(household_id=story.pair.household.id, kind=MemberKind.CARER, name="Ana", account_id=carer.id)
        )
        db.session.add(PersonAccount(person_id=story.pair.person.id, account_id=person.id, authority=Authority.SELF))

    carry_out(link)
    return story


def written(scheme: Scheme, *kinds: ReminderKind) -> Counter[str]:
    """Let whatever it is time for be done, twice, and count who was written to: about these kinds of thing, by role."""
    for _ in range(2):
        carry_out_due()
    enter_scheme(scheme.id)
    query = select(Account.role).join(Reminder).where(col(Reminder.kind).in_(kinds))
    return Counter(db.session.exec(query))


def mail() -> list[Message]:
    """What was written, oldest first, without what steps themselves say."""
    every = db.session.exec(select(Message).order_by(col(Message.created_at)))
    return [message for message in every if "something new" not in message.subject]


def introduced(asked: Story) -> None:
    """Everybody says yes, and introductions start."""
    asked.both_say(AnswerWord.YES)
    for member in arrangements.asked_members(asked.pair.household.id):
        carry_out(answering.answer, asked.worker, asked.pair, Side.HOUSEHOLD, AnswerWord.YES, member=member)
    asked.take("introduce")


ABOUT_ANSWERS = (ReminderKind.ANSWER_SOON, ReminderKind.ANSWER_LATE)


def test_both_sides_are_reminded_two_days_before_once_and_the_worker_told_the_day_after(
    asked: Story, scheme: Scheme, clock: Traveller
) -> None:
    both = {Role.PERSON: 1, Role.CARER: 1}
    told = {}
    for day in range(12):
        told[day] = dict(written(scheme, *ABOUT_ANSWERS))
        clock.shift(timedelta(days=1))
    assert [told[day] for day in range(5)] == [{}] * 5
    assert [told[day] for day in (5, 6, 7)] == [both] * 3, "the day to answer by is the seventh"
    assert [told[day] for day in (8, 9, 10, 11)] == [both | {Role.WORKER: 1}] * 4


def test_whoever_has_answered_is_left_in_peace(asked: Story, scheme: Scheme, worker: Account, clock: Traveller) -> None:
    carry_out(answering.answer, worker, asked.pair, Side.PERSON, AnswerWord.YES)
    clock.shift(timedelta(days=5))
    assert written(scheme, *ABOUT_ANSWERS) == {Role.CARER: 1}
    carry_out(answering.answer, worker, asked.pair, Side.HOUSEHOLD, AnswerWord.YES)
    clock.shift(timedelta(days=4))
    assert written(scheme, *ABOUT_ANSWERS) == {Role.CARER: 1}


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_whoever_lives_there_already_is_reminded_as_the_others_are_and_named_nowhere(
    asked: Story, scheme: Scheme, worker: Account, make_account: MakeAccount, clock: Traveller
) -> None:
    """Both sides have answered; the one who lives there has not, and then the worker is told."""
    dean = make_account(Role.PERSON, name="Invented Dean")

    def moves_in() -> Person:
        person = a_person("P007", known_as="Invented Dean")
        theirs = Arrangement(
            reference="A007", person_id=person.id, household_id=asked.pair.household.id, home_id=asked.pair.household.home_id,
            kind=asked.arrangement.kind, stage=Stage.LONG_TERM, worker_id=worker.id, answer_by=days(0),
        )  # fmt: skip
        db.session.add_all([theirs, PersonAccount(person_id=person.id, account_id=dean.id, authority=Authority.SELF)])
        db.session.flush()
        home_id = asked.pair.household.home_id
        assert home_id
        db.session.add(Stay(arrangement_id=theirs.id, home_id=home_id, starts_at=now() - timedelta(days=9)))
        return person

    resident = carry_out(moves_in)
    asked.both_say(AnswerWord.YES)
    clock.shift(timedelta(days=4))
    assert not written(scheme, *ABOUT_ANSWERS)
    clock.shift(timedelta(days=1))
    assert written(scheme, *ABOUT_ANSWERS) == {Role.PERSON: 1}
    reminder = mail()[-1]
    assert reminder.to_email == dean.email
    assert "who may come to your home" in reminder.body
    assert "Invented" not in f"{reminder.subject} {reminder.body}"
    clock.shift(timedelta(days=3))
    assert written(scheme, *ABOUT_ANSWERS) == {Role.PERSON: 1, Role.WORKER: 1}
    assert mail()[-1].to_email == worker.email
    carry_out(answering.answer_as_resident, worker, asked.pair, resident, AnswerWord.YES)
    assert not to_remind(ReminderKind.ANSWER_LATE)


def test_nobody_is_reminded_while_it_is_paused_or_held_or_over(
    asked: Story, scheme: Scheme, worker: Account, clock: Traveller
) -> None:
    carry_out(clearing.pause, asked.pair, days(6))
    clock.shift(timedelta(days=5))
    assert not written(scheme, *ABOUT_ANSWERS)
    carry_out(clearing.pause, asked.pair, None)
    for held in (asked.pair.arrangement, asked.pair.person, asked.pair.household):
        hold = carry_out(holding.hold, worker, held, LegalBasis.PROCEDURE, "Something private", days(30))
        assert not written(scheme, *ABOUT_ANSWERS)
        carry_out(holding.lift, worker, hold, "Invented: over")
    asked.take("decline", reason="plans_changed")
    assert not written(scheme, *ABOUT_ANSWERS)


def test_nothing_is_sent_in_the_night(asked: Story, scheme: Scheme, clock: Traveller) -> None:
    clock.move_to("2026-03-07 08:59+00:00")
    assert not written(scheme, *ABOUT_ANSWERS)
    clock.move_to("2026-03-07 09:00+00:00")
    assert written(scheme, *ABOUT_ANSWERS).total() == 2


def test_both_sides_hear_of_a_visit_the_day_before_and_again_when_it_is_moved(
    asked: Story, scheme: Scheme, worker: Account, clock: Traveller
) -> None:
    introduced(asked)
    visit_id = carry_out(lambda: visiting.plan_visit(asked.pair, VisitKind.TEA, local_moment(days(3))).id)
    clock.shift(timedelta(days=1))
    assert not written(scheme, ReminderKind.VISIT_SOON)
    clock.shift(timedelta(days=1))
    assert written(scheme, ReminderKind.VISIT_SOON) == {Role.PERSON: 1, Role.CARER: 1}
    carry_out(_moved, visit_id, 5)
    assert written(scheme, ReminderKind.VISIT_SOON).total() == 2, "not near any more"
    clock.shift(timedelta(days=4))
    assert written(scheme, ReminderKind.VISIT_SOON) == {Role.PERSON: 2, Role.CARER: 2}


def _moved(visit_id: object, ahead: int) -> None:
    visit = db.session.get_one(Visit, visit_id)
    visit.starts_at = local_moment(days(ahead))


def test_a_visit_called_off_or_begun_is_not_told_of(asked: Story, scheme: Scheme, clock: Traveller) -> None:
    introduced(asked)
    visit_id = asked.plan(1)
    carry_out(_called_off, visit_id)
    assert not written(scheme, ReminderKind.VISIT_SOON)
    asked.plan(1)
    clock.shift(timedelta(days=1))
    assert not written(scheme, ReminderKind.VISIT_SOON), "it begins at this very moment"


def _called_off(visit_id: object) -> None:
    db.session.get_one(Visit, visit_id).state = VisitState.CALLED_OFF


def test_nothing_private_is_in_any_of_them(asked: Story, scheme: Scheme, manager: Account, clock: Traveller) -> None:
    clock.shift(timedelta(days=8))
    written(scheme)
    introduced(asked)
    asked.plan(1)
    written(scheme)
    kinds = {row.kind for row in db.session.exec(select(Reminder))}
    assert kinds == set(ReminderKind) - {ReminderKind.ANSWER_SOON}
    names = {
        *db.session.exec(select(Person.known_as)),
        *db.session.exec(select(Household.name)),
        *db.session.exec(select(Account.name)),
    }
    for message in mail():
        assert [name for name in names if name in f"{message.subject}\n{message.body}"] == []
        assert "http" in (message.body or "")


# --- the week ahead --------------------------------------------------------------------------------------------------------


def test_on_monday_at_eight_each_worker_hears_how_much_is_due_and_a_manager_hears_of_all(
    clock: Traveller, inside: Inside, scheme: Scheme, worker: Account, manager: Account
) -> None:
    with inside():
        carry_out(
            lambda: [a_household("H001", named_worker_id=worker.id, approval_review_on=days(10)), a_household("H002")]
        )
        clock.move_to("2026-03-09 07:59+00:00")
        assert not written(scheme, ReminderKind.WEEK)
        clock.move_to("2026-03-09 08:00+00:00")
        assert written(scheme, ReminderKind.WEEK) == {Role.WORKER: 1, Role.MANAGER: 1}
        mine, all_of_it = sorted(mail(), key=lambda message: message.subject, reverse=True)
        assert (mine.to_email, mine.subject) == (worker.email, "Your week ahead")
        assert str(mine.body).startswith("Is their space still right?: 1\nChecks and approvals: 1\n\n")
        assert (all_of_it.to_email, all_of_it.subject) == (manager.email, "Your scheme’s week ahead")
        assert "Is their space still right?: 2\n" in str(all_of_it.body)


def test_a_monday_on_which_nothing_ran_is_made_up_for_and_the_next_comes_at_its_time(
    clock: Traveller, inside: Inside, scheme: Scheme, worker: Account
) -> None:
    with inside():
        clock.move_to("2026-03-11 20:00+00:00")
        assert written(scheme, ReminderKind.WEEK) == {Role.WORKER: 1}
        clock.move_to("2026-03-15 23:59+00:00")
        assert written(scheme, ReminderKind.WEEK) == {Role.WORKER: 1}
        clock.move_to("2026-03-16 08:00+00:00")
        assert written(scheme, ReminderKind.WEEK) == {Role.WORKER: 2}


def test_whoever_would_rather_not_is_not_written_to(
    clock: Traveller, inside: Inside, scheme: Scheme, worker: Account
) -> None:
    with inside():
        carry_out(turn_weekly_mail, worker.id, wanted=False)
        clock.shift(timedelta(days=7))
        assert not written(scheme, ReminderKind.WEEK)
        carry_out(turn_weekly_mail, worker.id, wanted=True)
        assert written(scheme, ReminderKind.WEEK) == {Role.WORKER: 1}


def test_what_is_over_by_the_time_it_is_written_is_not_written(asked: Story, clock: Traveller) -> None:
    """Found by one process; both have answered before it comes to writing."""
    clock.shift(timedelta(days=5))
    found = to_remind(ReminderKind.ANSWER_SOON)
    assert len(found) == 2
    asked.both_say(AnswerWord.YES)
    for one in found:
        carry_out(remind, one)
    assert db.session.exec(select(Reminder)).all() == []


# --- when clocks are changed -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sunday", "eight_in_utc"),
    [("2026-03-22", 8), ("2026-03-29", 7), ("2026-10-18", 7), ("2026-10-25", 8), ("2028-02-27", 8)],
)
def test_eight_in_the_morning_is_eight_on_the_wall_after_clocks_were_changed_on_the_sunday(
    inside: Inside, scheme: Scheme, worker: Account, sunday: str, eight_in_utc: int
) -> None:
    monday = datetime.fromisoformat(f"{sunday}T00:00+00:00") + timedelta(days=1, hours=eight_in_utc)
    with time_machine.travel(monday - timedelta(days=6), tick=False) as clock, inside():
        carry_out(_been_here_for_a_year)
        written(scheme, ReminderKind.WEEK)
        clock.move_to(monday - timedelta(seconds=1))
        assert written(scheme, ReminderKind.WEEK) == {Role.WORKER: 1}
        clock.move_to(monday)
        assert written(scheme, ReminderKind.WEEK) == {Role.WORKER: 2}


def _been_here_for_a_year() -> None:
    for account in db.session.exec(select(Account)):
        account.created_at = now() - timedelta(days=365)


@pytest.mark.parametrize(
    ("visit_on", "told_from"),
    [
        ("2026-03-29", "2026-03-28 09:00+00:00"),
        ("2026-03-30", "2026-03-29 08:00+00:00"),
        ("2026-10-25", "2026-10-24 08:00+00:00"),
        ("2026-10-26", "2026-10-25 09:00+00:00"),
        ("2028-03-01", "2028-02-29 09:00+00:00"),
        ("2028-02-29", "2028-02-28 09:00+00:00"),
    ],
)
def test_the_day_before_a_visit_is_the_day_before_whatever_night_lies_between(
    asked: Story, scheme: Scheme, clock: Traveller, visit_on: str, told_from: str
) -> None:
    introduced(asked)
    day, first = date.fromisoformat(visit_on), datetime.fromisoformat(told_from)
    visit_id = asked.plan(1)
    carry_out(_on, visit_id, day)
    clock.move_to(first - timedelta(seconds=1))
    assert not to_remind(ReminderKind.VISIT_SOON)
    clock.move_to(first)
    found = to_remind(ReminderKind.VISIT_SOON)
    assert [one.for_day for one in found] == [day, day]


def _on(visit_id: object, day: date) -> None:
    db.session.get_one(Visit, visit_id).starts_at = local_moment(day, time(0, 15))
