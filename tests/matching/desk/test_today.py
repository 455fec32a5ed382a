"""The worker's front page."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy import event

from matching.queries.due import RULES
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
    assert all(kind.nothing in page for kind in RULES)


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
