"""Those who would share their home, at the desk. Everybody here is invented."""

from datetime import timedelta
from uuid import UUID

import pytest
from flask.testing import FlaskClient
from sqlmodel import select

from carers.actions.would_share import would_share
from carers.jobs import RECURRING
from carers.models import AtHomeAgree, Household, HouseholdState, WouldShare
from scheme import record
from scheme.database import carry_out, db, now
from scheme.models import Account, Change, Message, Role
from tests.carers.conftest import Inside
from tests.ground.accounts import MakeAccount, SignIn
from tests.ground.databases import Database

TOLD = {
    "name": "Invented Ana and Jo", "enjoys": "Sunday roasts", "offers": "Our spare room", "lives_with": "A cat",
    "where": "Brynford", "email": "ana@example.org", "phone": "07700 900001",
}  # fmt: skip
LIST = "/desk/households/would-share"


@pytest.fixture
def database(sqlite_database: Database) -> Database:
    """Pages ask nothing of a database that the other would answer differently."""
    return sqlite_database


@pytest.fixture
def at_desk(client: FlaskClient, worker: Account, sign_in: SignIn) -> FlaskClient:
    """A worker, signed in."""
    return sign_in(client, worker)


@pytest.fixture
def told(inside: Inside) -> UUID:
    """Ana and Jo, who wrote on the public page."""
    with inside():
        return carry_out(would_share, AtHomeAgree.AGREE, TOLD).id


def test_a_worker_makes_a_household_of_it_and_types_nothing_twice(
    at_desk: FlaskClient, told: UUID, inside: Inside, worker: Account
) -> None:
    assert "Waits for an answer" in at_desk.get(LIST).text
    assert LIST in at_desk.get("/desk/households").text
    page = f"{LIST}/{told}"
    assert "Our spare room" in at_desk.get(page).text
    assert 'value="Invented Ana and Jo"' in at_desk.get(f"{page}/household").text
    begun = at_desk.post(f"{page}/household", data={"name": "Ana and Jo"})
    with inside():
        household = db.session.exec(select(Household)).one()
        assert begun.location == f"/desk/households/{household.id}"
        assert (household.name, household.about_us, household.can_share) == (
            "Ana and Jo",
            "Sunday roasts",
            "Our spare room",
        )
        assert (household.email, household.phone) == (TOLD["email"], TOLD["phone"])
        assert (household.state, household.named_worker_id) == (HouseholdState.ENQUIRING, worker.id)
        assert "At home: A cat" in (household.notes or "")
        assert [mail.to_email for mail in db.session.exec(select(Message))] == ["ana@example.org"] * 2
    assert "Their profile" in at_desk.get(page).text
    assert "answered this already" in at_desk.post(f"{page}/household", data={"name": "Ana"}).text


def test_a_no_has_a_reason_that_stays_at_the_desk(at_desk: FlaskClient, told: UUID, inside: Inside) -> None:
    page = f"{LIST}/{told}"
    assert "Please write down why." in at_desk.post(f"{page}/not-now", data={}).text
    at_desk.post(f"{page}/not-now", data={"words": "Moving abroad in May"})
    assert "Moving abroad in May" in at_desk.get(page).text
    with inside():
        assert not any("abroad" in (mail.body or "") for mail in db.session.exec(select(Message)))
        assert db.session.exec(select(Household)).all() == []


def test_what_was_written_is_let_go_in_time_and_in_the_record_too(
    at_desk: FlaskClient, told: UUID, inside: Inside
) -> None:
    (work,) = RECURRING
    at_desk.post(f"{LIST}/{told}/not-now", data={"words": "Too far"})

    def long_ago() -> None:
        db.session.get_one(WouldShare, told).answered_at = now() - timedelta(days=91)

    with inside():
        assert list(work.find()) == []
        carry_out(long_ago)
        assert list(work.find()) == [told]
        carry_out(work.do, told)
        assert list(work.find()) == []
        gone = db.session.get_one(WouldShare, told)
        assert (gone.name, gone.where, gone.words) == (None, None, None)
        changes = db.session.exec(select(Change).where(Change.subject_id == told)).all()
        assert changes
        assert not any(record.values_of(change) for change in changes)
    assert "was let go on" in at_desk.get(f"{LIST}/{told}").text


def test_an_auditor_and_a_carer_read_none_of_it(
    client: FlaskClient, told: UUID, make_account: MakeAccount, sign_in: SignIn
) -> None:
    for role in (Role.AUDITOR, Role.CARER):
        reader = sign_in(client, make_account(role))
        assert reader.get(LIST).status_code == 403
        assert reader.get(f"{LIST}/{told}").status_code == 403
