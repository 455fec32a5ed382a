"""What needs a worker today."""

from datetime import time, timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import event

from carers.models import Check, CheckKind
from matching.actions import visiting
from matching.actions.staying import take_place
from matching.actions.telling import mark_told
from matching.lifecycle import Stage
from matching.models import AnswerWord, Side, VisitKind
from matching.queries.today import DUE, due
from scheme.clock import local_moment, today
from scheme.database import carry_out, db
from scheme.kinds import ArrangementKind
from scheme.look import until
from scheme.models import Account, Conversation
from scheme.queries import our_scheme
from tests.ground.accounts import SignIn
from tests.matching.conftest import Inside, Story, a_household, a_person, days


@pytest.fixture
def at_desk(client: FlaskClient, worker: Account, sign_in: SignIn) -> FlaskClient:
    """A client signed in as the worker."""
    return sign_in(client, worker)


def found(inside: Inside, worker: Account, name: str) -> list[str]:
    """What one kind of thing due says, in order."""
    with inside():
        items = {kind.name: items for kind, items in due(our_scheme(), None)}
        return [f"{item.about}: {item.words}" for item in items[name]]


def test_an_empty_scheme_says_kindly_that_nothing_is_due(at_desk: FlaskClient) -> None:
    page = at_desk.get("/desk/").text
    assert all(kind.nothing in page for kind in DUE)


def test_an_answer_due_says_who_is_waited_for_until_both_have_answered(
    inside: Inside, worker: Account, story: Story
) -> None:
    story.begin()
    assert found(inside, worker, "answers") == [
        "Invented P001, with Invented H001: Waiting for the person and the household"
    ]
    story.both_say(AnswerWord.YES)
    assert found(inside, worker, "answers") == [
        "Invented P001, with Invented H001: Both have answered: take the next step"
    ]


def test_nobody_is_left_waiting_when_something_else_goes_ahead(inside: Inside, worker: Account, story: Story) -> None:
    story.to_trial()
    person = story.pair.person
    assert found(inside, worker, "going_ahead") == []
    story.begin(person=person, household=carry_out(lambda: a_household("H002")))
    assert [line.split(":")[0] for line in found(inside, worker, "going_ahead")] == [
        "Invented P001, with Invented H002"
    ]


def test_a_visit_this_week_is_due_and_one_next_month_is_not(inside: Inside, worker: Account, story: Story) -> None:
    story.begin().both_say(AnswerWord.YES).take("introduce")
    for ahead in (3, 40):
        carry_out(visiting.plan_visit, story.pair, VisitKind.TEA, local_moment(days(ahead)))
    assert found(inside, worker, "visits") == ["Invented P001, with Invented H001: Tea and a chat"]


def test_stays_of_this_week_and_one_under_way_are_due_and_one_next_month_is_not(
    inside: Inside, worker: Account, story: Story
) -> None:
    story.begin(ArrangementKind.SHORT_BREAK)
    carry_out(lambda: setattr(story.arrangement, "stage", Stage.LONG_TERM))
    lines = []
    for ahead in (-1, 3, 40):
        stay = local_moment(days(ahead), time(16)), local_moment(days(ahead + 2), time(11))
        carry_out(take_place, story.pair, *stay)
        lines.append(f"Invented P001, with Invented H001: {until(*stay)}")
    assert found(inside, worker, "stays") == lines[:2]


def test_whoever_has_not_been_told_stands_there_until_they_are(inside: Inside, worker: Account, story: Story) -> None:
    story.begin()
    assert found(inside, worker, "not_told") == []
    story.take("decline", reason="plans_changed")
    title = "Invented P001, with Invented H001"
    assert found(inside, worker, "not_told") == [f"{title}: Not going ahead: tell Invented P001 and Invented H001"]
    carry_out(mark_told, worker, story.pair, Side.PERSON)
    assert found(inside, worker, "not_told") == [f"{title}: Not going ahead: tell Invented H001"]
    carry_out(mark_told, worker, story.pair, Side.HOUSEHOLD)
    assert found(inside, worker, "not_told") == []


def test_a_trial_is_due_two_weeks_before_it_ends(inside: Inside, worker: Account, story: Story) -> None:
    story.to_trial()
    assert found(inside, worker, "trials") == []
    story.arrangement.review_on = days(14)
    db.session.flush()
    carry_out(lambda: setattr(story.arrangement, "review_on", days(14)))
    assert found(inside, worker, "trials") == [
        "Invented P001, with Invented H001: Trial ends: talk it through with both"
    ]


def test_checks_running_out_and_availability_gone_stale_are_due(inside: Inside, worker: Account) -> None:
    def make() -> None:
        household = a_household()
        db.session.add(Check(household_id=household.id, kind=CheckKind.DBS, expires_on=today() + timedelta(days=30)))
        db.session.add(
            Check(household_id=household.id, kind=CheckKind.FIRST_AID, expires_on=today() + timedelta(days=300))
        )

    with inside():
        carry_out(make)
    assert found(inside, worker, "checks") == ["Invented H001: DBS check runs out"]
    assert found(inside, worker, "availability") == ["Invented H001: Never confirmed"]


def test_somebody_spoken_with_lately_is_not_on_the_list(inside: Inside, worker: Account) -> None:
    def make() -> None:
        for reference, ago in (("P001", 3), ("P002", 60)):
            person = a_person(reference)
            on = today() - timedelta(days=ago)
            db.session.add(Conversation(about_kind="person", about_id=person.id, on=on, account_id=worker.id))

    with inside():
        carry_out(make)
    assert [line.split(":")[0] for line in found(inside, worker, "not_spoken_to")] == ["Invented P002"]


def test_the_page_asks_the_same_number_of_questions_however_much_is_due(at_desk: FlaskClient, inside: Inside) -> None:
    def count() -> int:
        statements: list[str] = []
        with at_desk.application.app_context():
            engine = db.engine
        listener = lambda _c, _cur, statement, *_: statements.append(statement)  # noqa: E731
        event.listen(engine, "before_cursor_execute", listener)
        at_desk.get("/desk/?whose=everybody")
        event.remove(engine, "before_cursor_execute", listener)
        return len(statements)

    with inside():
        carry_out(lambda: [a_household("H000"), a_person("P000")])
    few = count()
    with inside():
        carry_out(lambda: [(a_household(f"H1{n:02}"), a_person(f"P1{n:02}")) for n in range(30)])
    assert count() == few
