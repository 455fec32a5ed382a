"""The page that says how far something is. Everybody is invented."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient

from scheme.database import carry_out, db, enter_scheme
from scheme.errors import Refused
from scheme.jobs import asking, how_far, kinds
from scheme.jobs.kinds import Asked, Kind, Tell
from scheme.jobs.models import Job
from scheme.models import Account, Role
from tests.ground.accounts import MakeAccount, MakeScheme, SignIn
from tests.ground.jobs import CarryOutJobs


@pytest.fixture
def worker(make_account: MakeAccount) -> Account:
    return make_account(Role.WORKER)


@pytest.fixture
def as_worker(client: FlaskClient, worker: Account, sign_in: SignIn) -> FlaskClient:
    return sign_in(client, worker)


@pytest.fixture(autouse=True)
def something_long(app: Flask) -> None:
    """A kind of job that a worker may ask for."""

    def work(asked: Asked, _tell: Tell) -> dict[str, Any]:
        if asked.get("refuse"):
            raise Refused("There was nobody to look at.")
        return {}

    kind = Kind(
        "long",
        "Something invented that is long",
        asked_at="matching_desk.spreadsheets",
        work=work,
        leads_to=lambda job_id, asked: f"/desk/spreadsheets?answer={job_id}",
        back_to=("matching_desk.spreadsheets", "Your spreadsheet"),
    )
    kinds.set_up(app, [kind])


def ask(app: Flask, account: Account, **asked: Any) -> str:
    """Its page."""
    with app.app_context():
        enter_scheme(account.scheme_id)
        return f"/desk/scheme/jobs/{carry_out(asking.ask, 'long', asked, account.id)}"


def test_it_says_that_it_waits_and_then_leads_to_the_answer(
    app: Flask, as_worker: FlaskClient, worker: Account, carry_out_jobs: CarryOutJobs
) -> None:
    page = ask(app, worker)
    said = as_worker.get(page).text
    assert "Something invented that is long" in said
    assert "It waits its turn" in said
    assert 'http-equiv="refresh"' in said
    carry_out_jobs()
    answer = as_worker.get(page)
    assert answer.status_code == 303
    assert answer.location == f"/desk/spreadsheets?answer={page.rpartition('/')[2]}"


def test_it_says_how_far_it_is_in_words_and_numbers(app: Flask, as_worker: FlaskClient, worker: Account) -> None:
    page = ask(app, worker)
    job_id = UUID(page.rpartition("/")[2])
    with app.app_context():
        enter_scheme(worker.scheme_id)
        carry_out(_begun, job_id)
        with how_far.telling(job_id, "a b c d") as tell:
            assert "It has begun." in as_worker.get(page).text
            tell(1200, 5000, "rows")
            tell.sign()
            said = as_worker.get(page).text
    assert "1,200 of 5,000 rows." in said
    assert 'max="5000" value="1200"' in said


def _begun(job_id: UUID) -> None:
    db.session.get_one(Job, job_id).state = "at_work"  # type: ignore[assignment]


def test_what_went_wrong_is_said_kindly_and_can_be_tried_again(
    app: Flask, as_worker: FlaskClient, worker: Account, carry_out_jobs: CarryOutJobs
) -> None:
    page = ask(app, worker, refuse=True)
    carry_out_jobs()
    said = as_worker.get(page).text
    assert "There was nobody to look at." in said
    assert 'http-equiv="refresh"' not in said
    assert as_worker.post(f"{page}/again").location == page
    assert "It waits its turn" in as_worker.get(page).text
    assert as_worker.post(f"{page}/again").status_code == 303, "twice does no harm"


def test_one_that_nobody_takes_up_says_so(app: Flask, as_worker: FlaskClient, worker: Account) -> None:
    page = ask(app, worker)
    with app.app_context():
        enter_scheme(worker.scheme_id)
        carry_out(_waited, UUID(page.rpartition("/")[2]))
    assert "please tell whoever looks after Alongside" in as_worker.get(page).text


def _waited(job_id: UUID) -> None:
    db.session.get_one(Job, job_id).created_at -= timedelta(minutes=3)


def test_nobody_else_sees_it(
    app: Flask,
    client: FlaskClient,
    worker: Account,
    make_account: MakeAccount,
    make_scheme: MakeScheme,
    sign_in: SignIn,
) -> None:
    page = ask(app, worker)
    for other in (make_account(Role.MANAGER), make_account(Role.WORKER, scheme=make_scheme())):
        sign_in(client, other)
        assert client.get(page).status_code == 404
        assert client.post(f"{page}/again").status_code == 404


def test_one_of_a_kind_there_is_no_longer_is_not_there(app: Flask, as_worker: FlaskClient, worker: Account) -> None:
    page = ask(app, worker)
    kinds.set_up(app, [])
    assert as_worker.get(page).status_code == 404
