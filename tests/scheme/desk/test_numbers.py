"""A scheme sets its own numbers: a manager changes one, everybody at the desk sees what it is and how it came to be."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy
from flask import Flask
from flask.testing import FlaskClient

from carers.models import Household
from scheme import history
from scheme.database import carry_out, db, enter_scheme, now
from scheme.kinds import SchemeKind
from scheme.models import Account, Role, Scheme
from scheme.numbers import KIND_NUMBERS, NUMBERS, OF_KINDS, Number
from scheme.queries import our_scheme
from tests.ground.accounts import MakeAccount, MakeScheme, SignIn

PACKAGES = ("scheme", "people", "carers", "matching")


@pytest.fixture
def manager(make_account: MakeAccount) -> Account:
    return make_account(Role.MANAGER, name="Invented Mair")


@pytest.fixture
def at_desk(client: FlaskClient, manager: Account, sign_in: SignIn) -> FlaskClient:
    """A client signed in as the manager."""
    return sign_in(client, manager)


def number(app: Flask, scheme: Scheme, name: str) -> int:
    with app.app_context():
        return db.session.get_one(Scheme, scheme.id).number(name)


def test_a_manager_changes_a_number_and_its_history_says_so(app: Flask, at_desk: FlaskClient, scheme: Scheme) -> None:
    page = at_desk.get("/desk/scheme/numbers").text
    assert "How long somebody has to answer an introduction" in page
    assert "North Northamptonshire" in page
    saved = at_desk.post("/desk/scheme/numbers/days_to_answer", data={"value": "10", "version": "7"})
    assert saved.location == "/desk/scheme/numbers"
    assert number(app, scheme, "days_to_answer") == 10
    assert "<strong>10</strong> days" in at_desk.get("/desk/scheme/numbers").text
    at_desk.post("/desk/scheme/numbers/days_to_answer", data={"value": "12", "version": "10"})
    at_desk.post("/desk/scheme/numbers/trial_days.live_in", data={"value": "42", "version": "28"})
    history = at_desk.get("/desk/scheme/numbers/days_to_answer").text
    assert history.index("From 10 to 12 days") < history.index("From 7 to 10 days")
    assert "Invented Mair" in history
    assert "From 28 to 42" not in history


def test_one_is_said_as_one_and_an_hour_is_asked_for_as_an_hour(at_desk: FlaskClient) -> None:
    at_desk.post("/desk/scheme/numbers/days_to_answer", data={"value": "1", "version": "7"})
    assert "<strong>1</strong> day<" in at_desk.get("/desk/scheme/numbers").text
    assert "From 7 to 1 day<" in at_desk.get("/desk/scheme/numbers/days_to_answer").text
    units = {one.unit for one in NUMBERS}
    assert {one.unit_for(1) for one in NUMBERS} == {
        *(unit.removesuffix("s") for unit in units - {"people", "o’clock"}), "person", "o’clock",
    }  # fmt: skip
    hours = next(one for one in NUMBERS if one.unit == "o’clock")
    page = at_desk.get(f"/desk/scheme/numbers/{hours.name}").text
    assert "Which hour of the day" in page
    assert "How many o’clock" not in page


@pytest.mark.parametrize("written", ["0", "29", "-1", "seven", "", "7.5", "9" * 15])
def test_outside_its_limits_nothing_is_saved_and_nothing_typed_is_lost(
    written: str, app: Flask, at_desk: FlaskClient, scheme: Scheme
) -> None:
    page = at_desk.post("/desk/scheme/numbers/days_to_answer", data={"value": written, "version": "7"})
    assert page.status_code == 200
    assert "Please write a whole number from 1 to 28." in page.text
    assert f'value="{written}"' in page.text or not written
    assert number(app, scheme, "days_to_answer") == 7


def test_two_managers_at_once_the_second_looks_at_both(app: Flask, at_desk: FlaskClient, scheme: Scheme) -> None:
    at_desk.post("/desk/scheme/numbers/trial_days.live_in", data={"value": "42", "version": "28"})
    page = at_desk.post("/desk/scheme/numbers/trial_days.live_in", data={"value": "56", "version": "28"}).text
    assert "Somebody else saved this first" in page
    assert "42 days" in page
    assert number(app, scheme, "trial_days.live_in") == 42
    at_desk.post("/desk/scheme/numbers/trial_days.live_in", data={"value": "56", "version": "42"})
    assert number(app, scheme, "trial_days.live_in") == 56


@pytest.mark.parametrize("role", [Role.WORKER, Role.AUDITOR])
def test_others_at_the_desk_read_the_numbers_and_change_none(
    role: Role, app: Flask, client: FlaskClient, scheme: Scheme, make_account: MakeAccount, sign_in: SignIn
) -> None:
    sign_in(client, make_account(role))
    assert "Save this number" not in client.get("/desk/scheme/numbers/days_to_answer").text
    assert client.post("/desk/scheme/numbers/days_to_answer", data={"value": "9", "version": "7"}).status_code == 403
    assert number(app, scheme, "days_to_answer") == 7


def test_there_is_no_page_for_a_number_that_is_not_one(at_desk: FlaskClient) -> None:
    assert at_desk.get("/desk/scheme/numbers/nothing").status_code == 404


def test_another_schemes_numbers_stay_as_they_were(app: Flask, at_desk: FlaskClient, make_scheme: MakeScheme) -> None:
    other = make_scheme(name="Invented Other")
    at_desk.post("/desk/scheme/numbers/days_to_answer", data={"value": "10", "version": "7"})
    assert number(app, other, "days_to_answer") == 7


def test_a_changed_number_is_the_one_that_counts(app: Flask, at_desk: FlaskClient, manager: Account) -> None:
    """A household's availability goes stale when the scheme says so, at once, on every page that tells it."""

    def add() -> Household:
        household = Household(reference="H001", name="Invented household")
        household.availability_confirmed_at = now() - timedelta(days=40)
        db.session.add(household)
        return household

    with app.app_context():
        enter_scheme(manager.scheme_id)
        address = f"/desk/households/{carry_out(add).id}"
    assert "Ask about availability" in at_desk.get(address).text
    at_desk.post("/desk/scheme/numbers/availability_stale_days", data={"value": "60", "version": "30"})
    assert "Ask about availability" not in at_desk.get(address).text


def test_each_kind_has_numbers_of_its_own(app: Flask, at_desk: FlaskClient, scheme: Scheme) -> None:
    page = at_desk.get("/desk/scheme/numbers").text
    assert "Live-in: how long it is tried out" in page
    assert "Homeshare" not in page, "a kind the scheme does not make"
    at_desk.post("/desk/scheme/numbers/trial_days.kinship", data={"value": "42", "version": "28"})
    assert number(app, scheme, "trial_days.kinship") == 42
    assert number(app, scheme, "trial_days.live_in") == 28
    assert "usually 28" in at_desk.get("/desk/scheme/numbers").text
    history = at_desk.get("/desk/scheme/numbers/trial_days.kinship").text
    assert "From 28 to 42 days" in history
    assert "From 28 to 42 days" not in at_desk.get("/desk/scheme/numbers/trial_days.live_in").text


def test_homeshare_sees_its_own_kind_alone(
    client: FlaskClient, make_scheme: MakeScheme, make_account: MakeAccount, sign_in: SignIn
) -> None:
    homeshare = make_scheme(kind=SchemeKind.HOMESHARE)
    page = sign_in(client, make_account(Role.MANAGER, scheme=homeshare)).get("/desk/scheme/numbers").text
    assert "Homeshare: notice either side gives in the first month" in page
    assert "Short break" not in page


def test_what_was_chosen_before_numbers_differed_by_kind_is_still_told(app: Flask, scheme: Scheme) -> None:
    with app.app_context():
        enter_scheme(scheme.id)
        carry_out(set_number)
        (told,) = history.of_number("trial_days.live_in")
        assert (told.before, told.after) == (28, 35)
        assert history.of_number("trial_days.homeshare") == []


def set_number() -> None:
    """As it was set under its old name."""
    our_scheme().numbers = {"trial_days": 35}


def test_what_was_chosen_for_all_kinds_is_kept_for_each_and_can_be_taken_back(app: Flask, scheme: Scheme) -> None:
    alembic = app.extensions["alembic"]
    with app.app_context():
        alembic.downgrade("0008")
        _write(app, {"trial_days": 35, "interim_days": 21, "days_to_answer": 5})
        alembic.upgrade()
        chosen = {**dict.fromkeys((f"trial_days.{kind}" for kind in ("live_in", "day_support", "kinship")), 35)}
        chosen |= {"trial_days.emergency": 21, "trial_days.home_from_hospital": 21, "days_to_answer": 5}
        assert db.session.get_one(Scheme, scheme.id).numbers == chosen
        db.session.rollback()
        alembic.downgrade("0008")
        alembic.upgrade()


def _write(app: Flask, numbers: dict[str, int]) -> None:
    with app.extensions["alembic"].engines["default"].begin() as connection:
        table = sqlalchemy.table("scheme", sqlalchemy.column("numbers", sqlalchemy.JSON))
        connection.execute(table.update().values(numbers=numbers))


@pytest.mark.parametrize(("days", "months"), [(30, 1), (45, 2), (14, 1), (90, 3), (0, 0)])
def test_homeshares_notice_in_days_becomes_months(app: Flask, scheme: Scheme, days: int, months: int) -> None:
    alembic = app.extensions["alembic"]
    with app.app_context():
        alembic.downgrade("0022")
        _write(app, {"notice_days.homeshare": days, "notice_days.live_in": days})
        alembic.upgrade()
        kept = {"notice_days.live_in": days, "notice_months.homeshare": months}
        assert db.session.get_one(Scheme, scheme.id).numbers == kept


@pytest.mark.parametrize("cell", OF_KINDS, ids=lambda cell: cell.name)
def test_every_number_of_every_kind_has_a_source_and_stands_within_its_own_limits(cell: Number) -> None:
    assert cell.least <= cell.default <= cell.most
    assert cell.source


def test_every_number_is_read_somewhere() -> None:
    """A number nobody reads would be a promise on a page and nothing else."""
    code = "\n".join(
        path.read_text()
        for package in PACKAGES
        for path in Path(package).rglob("*.py")
        if path != Path("scheme/numbers.py")
    )
    names = [each.name for each in (*NUMBERS, *KIND_NUMBERS)]
    assert [name for name in names if not re.search(f"[\"']{name}[\"']", code)] == []
