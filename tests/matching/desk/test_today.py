"""The worker's front page."""

import re
from datetime import timedelta
from uuid import UUID

import pytest
from flask.testing import FlaskClient
from sqlalchemy import event

from carers.models import Household
from matching.queries.due import RULES
from scheme.clock import today
from scheme.database import carry_out, db
from scheme.models import Account
from tests.ground.accounts import SignIn
from tests.matching.conftest import Inside, a_household, a_person


@pytest.fixture
def at_desk(client: FlaskClient, worker: Account, sign_in: SignIn) -> FlaskClient:
    """A client signed in as the worker."""
    return sign_in(client, worker)


def test_an_empty_scheme_says_kindly_that_nothing_is_due(at_desk: FlaskClient) -> None:
    page = at_desk.get("/desk/").text
    assert all(rule.nothing in page for rule in RULES)
    assert "Bring your spreadsheet" in page
    assert "whoever looks after Alongside" in page


def test_where_to_begin_is_said_until_somebody_is_written_down(at_desk: FlaskClient, inside: Inside) -> None:
    whole = "/desk/?whose=everybody"
    assert "Nobody is written down yet" in at_desk.get(whole).text
    with inside():
        carry_out(a_household)
    for page in ("/desk/", whole):
        assert "Nobody is written down yet" not in at_desk.get(page).text


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


def test_what_is_late_comes_first_and_is_not_said_twice(at_desk: FlaskClient, inside: Inside, worker: Account) -> None:
    with inside():
        carry_out(_approval, worker, "H001", -3)
        carry_out(_approval, worker, "H002", 60)
    page = at_desk.get("/desk/").text
    assert page.count("Approval has run out") == 1
    assert page.index("Approval has run out") < page.index("Approval runs out: start its renewal")
    assert "Late" in page[: page.index("Approval has run out")]


def test_putting_off_and_fetching_back(at_desk: FlaskClient, inside: Inside, worker: Account) -> None:
    with inside():
        household_id = carry_out(_approval, worker, "H001", 60)
        until = today() + timedelta(days=7)
    path = f"/desk/put-off/checks/{household_id}"
    assert path in at_desk.get("/desk/").text
    answers = {"until": [str(until.day), str(until.month), str(until.year)]}
    again = at_desk.post(path, data=answers)
    assert "Write down why it can wait." in again.text
    sent = at_desk.post(path, data=answers | {"why": "On holiday"}, follow_redirects=True)
    assert "Put off (1)" in sent.text
    assert "“On holiday” (Invented Wyn)" in sent.text
    (back,) = re.findall(r'action="(/desk/put-off/[^"]+/back)"', sent.text)
    assert "Put off (" not in at_desk.post(back, follow_redirects=True).text


def test_what_cannot_wait_says_so_and_offers_nothing(at_desk: FlaskClient, inside: Inside, worker: Account) -> None:
    with inside():
        household_id = carry_out(_approval, worker, "H001", -1)
    path = f"/desk/put-off/checks/{household_id}"
    assert path not in at_desk.get("/desk/").text
    assert "This cannot be put off any more." in at_desk.get(path).text
    assert at_desk.get(f"/desk/put-off/nothing/{household_id}").status_code == 404
    assert at_desk.get(f"/desk/put-off/trials/{household_id}").status_code == 404


def test_what_a_colleague_settled_meanwhile_says_so_and_keeps_what_was_written(
    at_desk: FlaskClient, inside: Inside, worker: Account
) -> None:
    with inside():
        household_id = carry_out(_approval, worker, "H001", 60)
    path = f"/desk/put-off/checks/{household_id}"
    assert at_desk.get(path).status_code == 200
    with inside():
        carry_out(lambda: setattr(db.session.get_one(Household, household_id), "approval_review_on", None))
    for late in (at_desk.get(path), at_desk.post(path, data={"why": "Invented: they are away"})):
        assert late.status_code == 404
        assert "Somebody did it meanwhile" in late.text
    assert "You wrote: Invented: they are away" in late.text


def test_a_manager_sees_everybodys_by_worker_and_can_look_at_one(
    client: FlaskClient, inside: Inside, worker: Account, manager: Account, sign_in: SignIn
) -> None:
    with inside():
        for reference, ahead in (("H001", -3), ("H002", 60), ("H003", 61)):
            carry_out(_approval, worker, reference, ahead)
        carry_out(a_household, "H009")
    at_desk = sign_in(client, manager)
    page = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", at_desk.get("/desk/").text))
    assert "Invented Wyn 1 6 Is their space still right? 3 · Checks and approvals 3" in page
    assert "No worker yet 0 1 Is their space still right? 1" in page
    assert "Invented H002" in at_desk.get(f"/desk/?whose={worker.id}").text
    assert at_desk.get("/desk/?whose=nobody").status_code == 404
    assert at_desk.get("/desk/?whose=00000000-0000-0000-0000-000000000001").status_code == 404


def _approval(worker: Account, reference: str, ahead: int) -> UUID:
    """A household of this worker's whose approval runs out in so many days."""
    approved = today() + timedelta(days=ahead)
    return a_household(reference, named_worker_id=worker.id, approval_review_on=approved).id
