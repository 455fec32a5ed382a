"""Visits in both sides' own pages: one card each, and a day that is not good."""

from collections.abc import Callable
from datetime import time
from typing import Any
from uuid import UUID

import pytest
from flask.testing import FlaskClient

from carers.models import Member, MemberKind
from matching.actions import visiting
from matching.kinds import VisitKind
from matching.models import AnswerWord, CallOffReason, Side, Visit, VisitPlace
from matching.queries import arrangements, visits
from people.models import Authority, AuthorityScope, PersonAccount
from scheme.clock import local_moment
from scheme.database import carry_out, db
from scheme.models import Account, Role
from scheme.ways_of_living import Pet
from tests.ground.accounts import MakeAccount, SignIn
from tests.ground.databases import Database
from tests.matching.conftest import Inside, Story, days


@pytest.fixture
def database(sqlite_database: Database) -> Database:
    """Pages ask nothing of a database that the other would answer differently."""
    return sqlite_database


@pytest.fixture
def accounts(make_account: MakeAccount) -> dict[Role, Account]:
    """The person's own account, a supporter who may only read, and a carer's."""
    return {role: make_account(role) for role in (Role.PERSON, Role.SUPPORTER, Role.CARER)}


@pytest.fixture
def meeting(inside: Inside, worker: Account, accounts: dict[Role, Account]) -> tuple[UUID, UUID]:
    """Two who have begun to meet, in a home with a dog: the ids of the person and of what is between them."""
    with Story(inside, worker) as story:
        story.begin().both_say(AnswerWord.YES).take("introduce")

        def settle_in() -> None:
            story.pair.household.pets = [Pet.DOG]
            household_id, person_id = story.pair.household.id, story.pair.person.id
            db.session.add(
                Member(
                    household_id=household_id,
                    kind=MemberKind.CARER,
                    name="Ana Invented",
                    account_id=accounts[Role.CARER].id,
                )
            )
            for role, scope in ((Role.PERSON, AuthorityScope.HELP), (Role.SUPPORTER, AuthorityScope.READ)):
                link: dict[str, Any] = {"authority": Authority.SELF, "scope": scope}
                db.session.add(PersonAccount(person_id=person_id, account_id=accounts[role].id, **link))

        carry_out(settle_in)
        return story.pair.person.id, story.arrangement.id


Plan = Callable[..., UUID]


@pytest.fixture
def plan(inside: Inside, worker: Account, meeting: tuple[UUID, UUID]) -> Plan:
    """``plan(4)``: tea at their house in four days, by the worker."""

    def make(in_days: int, **facts: Any) -> UUID:
        with Story(inside, worker) as story:
            story.arrangement_id = meeting[1]
            at, known = local_moment(days(in_days), time(16)), {"place": VisitPlace.HOUSEHOLD} | facts
            return carry_out(lambda: visiting.plan_visit(story.pair, VisitKind.TEA, at, **known).id)

    return make


def mine(meeting: tuple[UUID, UUID], ending: str = "") -> str:
    """The person's page of visits."""
    return f"/me/{meeting[0]}/introductions/{meeting[1]}/visits{ending}"


def ours(meeting: tuple[UUID, UUID], ending: str = "") -> str:
    """The household's page of visits."""
    return f"/home/introductions/{meeting[1]}/visits{ending}"


def not_good(inside: Inside, visit_id: UUID) -> set[Side]:
    """Who said that the day of a visit is not good for them."""
    with inside():
        return {said.side for said in visits.not_good_days([visit_id])}


def test_one_card_a_visit_in_the_words_of_whoever_reads_it(
    client: FlaskClient, accounts: dict[Role, Account], sign_in: SignIn, meeting: tuple[UUID, UUID], plan: Plan
) -> None:
    plan(4, who_comes="Your sister")
    page = sign_in(client, accounts[Role.PERSON]).get(mine(meeting)).text
    for words in (", tea time</h3>", "Tea and a chat, at their house. They have a dog.", "Who comes: Your sister."):
        assert words in page
    page = sign_in(client, accounts[Role.CARER]).get(ours(meeting)).text
    assert "Tea and a chat, at your house." in page
    assert "They have a dog" not in page


def test_nothing_of_the_home_is_told_before_a_visit_is_planned(
    client: FlaskClient, accounts: dict[Role, Account], sign_in: SignIn, meeting: tuple[UUID, UUID], plan: Plan
) -> None:
    person = sign_in(client, accounts[Role.PERSON])
    page = person.get(mine(meeting)).text
    assert "No visit is planned." in page
    assert "dog" not in page
    plan(4)
    assert "They have a dog." in person.get(mine(meeting)).text


@pytest.mark.parametrize(
    ("role", "side", "page_of"), [(Role.PERSON, Side.PERSON, mine), (Role.CARER, Side.HOUSEHOLD, ours)]
)
def test_a_day_is_said_not_to_be_good_and_good_after_all(
    role: Role,
    side: Side,
    page_of: Callable[..., str],
    client: FlaskClient,
    accounts: dict[Role, Account],
    sign_in: SignIn,
    inside: Inside,
    meeting: tuple[UUID, UUID],
    plan: Plan,
) -> None:
    visit_id = plan(4)
    reader = sign_in(client, accounts[role])
    assert "This day is not good for" in reader.get(page_of(meeting)).text
    said = reader.post(page_of(meeting, f"/{visit_id}/day"), follow_redirects=True).text
    assert "Your worker will talk with you about another day." in said
    assert not_good(inside, visit_id) == {side}
    good = reader.post(page_of(meeting, f"/{visit_id}/day"), data={"good": "yes"}, follow_redirects=True).text
    assert "The day stays." in good
    assert not_good(inside, visit_id) == set()


def test_the_other_side_is_not_told_that_the_day_is_not_good(
    client: FlaskClient, accounts: dict[Role, Account], sign_in: SignIn, meeting: tuple[UUID, UUID], plan: Plan
) -> None:
    visit_id = plan(4)
    sign_in(client, accounts[Role.CARER]).post(ours(meeting, f"/{visit_id}/day"))
    assert "You said this day is not good" not in sign_in(client, accounts[Role.PERSON]).get(mine(meeting)).text


def test_a_supporter_who_may_only_read_says_nothing_for_somebody(
    client: FlaskClient,
    accounts: dict[Role, Account],
    sign_in: SignIn,
    inside: Inside,
    meeting: tuple[UUID, UUID],
    plan: Plan,
) -> None:
    visit_id = plan(4)
    reader = sign_in(client, accounts[Role.SUPPORTER])
    assert reader.get(mine(meeting)).status_code == 200
    assert reader.post(mine(meeting, f"/{visit_id}/day")).status_code == 403
    assert not_good(inside, visit_id) == set()


def test_one_called_off_says_so_until_its_day_is_over(
    client: FlaskClient,
    accounts: dict[Role, Account],
    sign_in: SignIn,
    inside: Inside,
    worker: Account,
    meeting: tuple[UUID, UUID],
    plan: Plan,
) -> None:
    for visit_id in (plan(4), plan(-2)):
        with Story(inside, worker) as story:
            story.arrangement_id = meeting[1]
            carry_out(visiting.call_off, _visit(meeting[1], visit_id), CallOffReason.UNWELL)
    page = sign_in(client, accounts[Role.PERSON]).get(mine(meeting)).text
    assert page.count("This visit is off.") == 1
    assert "Somebody is not well." in page


def _visit(arrangement_id: UUID, visit_id: UUID) -> Visit:
    visit = arrangements.visit(arrangement_id, visit_id)
    assert visit
    return visit


def test_the_next_visit_stands_on_the_front_page(
    client: FlaskClient, accounts: dict[Role, Account], sign_in: SignIn, meeting: tuple[UUID, UUID], plan: Plan
) -> None:
    plan(4)
    assert "Tea and a chat, at their house." in sign_in(client, accounts[Role.PERSON]).get(f"/me/{meeting[0]}").text
    assert "Tea and a chat, at your house." in sign_in(client, accounts[Role.CARER]).get("/home").text
