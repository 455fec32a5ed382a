"""People introduced to us, at the desk. Everybody here is invented."""

from datetime import timedelta
from uuid import UUID

import pytest
from flask.testing import FlaskClient
from sqlmodel import select

from people import queries
from people.actions.enquiries import introduce
from people.jobs import RECURRING
from people.models import Agrees, Enquiry, Person
from scheme import record
from scheme.database import carry_out, db, now
from scheme.models import Account, Change, Message, Role
from tests.ground.accounts import MakeAccount, SignIn
from tests.people.conftest import InScheme

TOLD = {
    "first_name": "Bo", "enjoys": "Trains", "good_at": "Birthdays", "hopes": "A dog", "reach_them": "At the club",
    "introducer": "Invented Ana", "relation": "Neighbour", "email": "ana@example.org", "phone": None,
}  # fmt: skip


@pytest.fixture
def told(in_scheme: InScheme) -> UUID:
    """Bo, introduced by a neighbour."""
    with in_scheme():
        return carry_out(introduce, Agrees.AGREES, TOLD).id


def test_a_worker_makes_a_profile_of_it_and_types_nothing_twice(
    at_desk: FlaskClient, told: UUID, in_scheme: InScheme, worker: Account
) -> None:
    assert "Waits for an answer" in at_desk.get("/desk/people/introduced").text
    page = f"/desk/people/introduced/{told}"
    assert "Birthdays" in at_desk.get(page).text
    assert 'value="Bo"' in at_desk.get(f"{page}/profile").text
    said = {"known_as": "Bo", "named_worker_id": str(worker.id), "into_circle": "yes"}
    profile = at_desk.post(f"{page}/profile", data=said)
    with in_scheme():
        person = db.session.exec(select(Person)).one()
        assert profile.location == f"/desk/people/{person.id}"
        assert person.good_life is None
        assert "Enjoys: Trains" in (person.notes or "")
        assert "Invented Ana (Neighbour)" in (person.notes or "")
        assert [(one.name, one.relationship) for one in queries.circle_of(person)] == [("Invented Ana", "Neighbour")]
        mails = db.session.exec(select(Message)).all()
        assert [mail.to_email for mail in mails] == ["ana@example.org"] * 2
        assert not any("Bo" in f"{mail.subject}{mail.body}" for mail in mails)
    assert "Their profile" in at_desk.get(page).text
    assert "answered this already" in at_desk.post(f"{page}/profile", data=said).text


def test_what_somebody_wrote_of_themselves_becomes_their_own_words(at_desk: FlaskClient, in_scheme: InScheme) -> None:
    with in_scheme():
        own = carry_out(introduce, Agrees.MYSELF, TOLD | {"introducer": "Bo"}).id
    at_desk.post(f"/desk/people/introduced/{own}/profile", data={"known_as": "Bo"})
    with in_scheme():
        person = db.session.exec(select(Person)).one()
        assert (person.good_life, person.liked_for, person.email) == ("A dog", "Birthdays", "ana@example.org")
        assert person.notes is None


def test_a_no_has_a_reason_that_stays_at_the_desk(at_desk: FlaskClient, told: UUID, in_scheme: InScheme) -> None:
    page = f"/desk/people/introduced/{told}"
    assert "Please write down why." in at_desk.post(f"{page}/not-now", data={}).text
    at_desk.post(f"{page}/not-now", data={"words": "Lives too far north"})
    assert "Lives too far north" in at_desk.get(page).text
    with in_scheme():
        assert not any("north" in (mail.body or "") for mail in db.session.exec(select(Message)))


def test_what_was_written_is_let_go_in_time_and_in_the_record_too(
    at_desk: FlaskClient, told: UUID, in_scheme: InScheme
) -> None:
    (work,) = RECURRING
    with in_scheme():
        assert work.find() == []
    at_desk.post(f"/desk/people/introduced/{told}/not-now", data={"words": "Too far"})
    with in_scheme():

        def long_ago() -> None:
            db.session.get_one(Enquiry, told).answered_at = now() - timedelta(days=91)

        assert work.find() == []
        carry_out(long_ago)
        assert list(work.find()) == [told]
        carry_out(work.do, told)
        assert work.find() == []
        gone = db.session.get_one(Enquiry, told)
        assert (gone.first_name, gone.introducer, gone.words) == (None, None, None)
        assert gone.let_go_at
        changes = db.session.exec(select(Change).where(Change.subject_id == told)).all()
        assert changes
        assert not any(record.values_of(change) for change in changes)
    assert "was let go on" in at_desk.get(f"/desk/people/introduced/{told}").text


def test_an_auditor_reads_none_of_it(
    client: FlaskClient, told: UUID, make_account: MakeAccount, sign_in: SignIn
) -> None:
    auditor = sign_in(client, make_account(Role.AUDITOR))
    assert auditor.get("/desk/people/introduced").status_code == 403
    assert auditor.get(f"/desk/people/introduced/{told}").status_code == 403
