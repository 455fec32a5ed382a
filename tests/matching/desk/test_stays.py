"""Stays and days booked at the desk, through the pages."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import pytest
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st

from carers.models import TimeAway
from matching.lifecycle import Stage
from matching.queries import arrangements
from scheme.clock import today
from scheme.database import carry_out, db
from scheme.kinds import ArrangementKind
from scheme.models import Account
from tests.matching.conftest import Inside, Story, days

GoingOn = Callable[[ArrangementKind], UUID]

ANY_TEXT = st.text(alphabet=st.characters(codec="utf-8"), max_size=40)


@pytest.fixture
def going_on(inside: Inside, worker: Account) -> GoingOn:
    """``going_on(kind)``: two of that kind who have tried it out, by the arrangement's id."""

    def make(kind: ArrangementKind) -> UUID:
        with Story(inside, worker) as story:
            story.begin(kind)
            carry_out(lambda: setattr(story.arrangement, "stage", Stage.LONG_TERM))
            return story.arrangement.id

    return make


def page_of(arrangement_id: UUID, ending: str = "") -> str:
    """The desk's page about it."""
    return f"/desk/arrangements/{arrangement_id}{ending}"


def boxes(day: date) -> list[str]:
    """A day in three boxes."""
    return [str(day.day), str(day.month), str(day.year)]


@pytest.fixture
def in_ten_days(inside: Inside) -> date:
    with inside():
        return days(10)


def test_a_stay_is_booked_listed_and_called_off(
    at_desk: FlaskClient, going_on: GoingOn, inside: Inside, in_ten_days: date
) -> None:
    break_id = going_on(ArrangementKind.SHORT_BREAK)
    assert "No stay is booked." in at_desk.get(page_of(break_id)).text
    last = in_ten_days + timedelta(days=2)
    asked = {"starts_on": boxes(in_ten_days), "starts_at": "4pm", "ends_on": boxes(last), "ends_at": "11:00"}
    page = at_desk.post(page_of(break_id, "/stays/new"), data=asked, follow_redirects=True).text
    assert f"{in_ten_days.day} {in_ten_days:%B %Y} at 4:00pm to " in page
    assert f"{last.day} {last:%B %Y} at 11:00am" in page
    with inside():
        pair = arrangements.pair(break_id)
        assert pair
        (stay,) = arrangements.coming_stays(pair)
        stay_id = stay.id
    page = at_desk.post(page_of(break_id, f"/stays/{stay_id}/call-off"), follow_redirects=True).text
    assert "No stay is booked." in page
    assert "Called off" in page
    assert at_desk.post(page_of(break_id, f"/stays/{stay_id}/call-off")).status_code == 404


@pytest.mark.parametrize(
    ("kind", "began", "goes_on", "about"),
    [
        (ArrangementKind.SHORT_BREAK, "Start with a first stay", "Go on with regular stays", "the stays"),
        (ArrangementKind.DAY_SUPPORT, "Start with first days", "Go on with regular days", "the days together"),
    ],
)
def test_where_nobody_moves_in_no_page_speaks_of_living_together(
    at_desk: FlaskClient, inside: Inside, worker: Account, kind: ArrangementKind, began: str, goes_on: str, about: str
) -> None:
    with Story(inside, worker) as story:
        one = page_of(story.begin(kind).arrangement.id)
        for stage, said in ((Stage.INTRODUCTION, began), (Stage.TRIAL, goes_on)):
            carry_out(setattr, story.arrangement, "stage", stage)
            pages = {
                ending: at_desk.get(one + ending).text
                for ending in ("", "/trial", "/trial/plan", "/plan", "/agreement")
            }
            assert said in pages[""]
            assert f"What was agreed about {about}?" in pages["/plan"]
            assert not [ending for ending, page in pages.items() if "go back to" in page], "nobody moves"
            for never in ("iving together", "Make it long-term", "Start trying it out", "Trying it out"):
                assert not [ending for ending, page in pages.items() if never in page]


def test_a_day_asks_for_one_day_and_its_times_are_filled_in(
    at_desk: FlaskClient, going_on: GoingOn, in_ten_days: date
) -> None:
    day_id = going_on(ArrangementKind.DAY_SUPPORT)
    form = at_desk.get(page_of(day_id, "/stays/new")).text
    assert "Which day?" in form
    assert "Until which day?" not in form
    assert 'value="10:00"' in form
    asked = {"starts_on": boxes(in_ten_days), "starts_at": "9.30", "ends_at": "3:30pm"}
    page = at_desk.post(page_of(day_id, "/stays/new"), data=asked, follow_redirects=True).text
    assert f"{in_ten_days:%B %Y}, 9:30am to 3:30pm" in page


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"starts_on": ["1", "2", "2020"]}, "Please give a date from"),
        ({"starts_on": ["", "", ""]}, "Choose the first day."),
        ({"ends_at": "tea time"}, "Please write a time like"),
        ({"ends_at": "9:00"}, "It has to end after it starts."),
    ],
)
def test_what_cannot_be_is_said_at_the_question_and_nothing_is_lost(
    at_desk: FlaskClient, going_on: GoingOn, in_ten_days: date, changed: dict[str, object], said: str
) -> None:
    day_id = going_on(ArrangementKind.DAY_SUPPORT)
    asked = {"starts_on": boxes(in_ten_days), "starts_at": "9:45", "ends_at": "16:00", **changed}
    page = at_desk.post(page_of(day_id, "/stays/new"), data=asked).text
    assert said in page
    assert 'value="9:45"' in page


def test_a_time_that_the_clocks_jump_over_is_asked_again(at_desk: FlaskClient, going_on: GoingOn) -> None:
    last_sunday_of_march = next(
        day for day in (date(2099, 3, 31) - timedelta(days=n) for n in range(7)) if day.weekday() == 6
    )
    asked = {"starts_on": boxes(last_sunday_of_march), "starts_at": "1:30am", "ends_at": "16:00"}
    page = at_desk.post(page_of(going_on(ArrangementKind.DAY_SUPPORT), "/stays/new"), data=asked).text
    assert "The clocks go forward" in page


def test_a_household_that_is_away_is_said_kindly(
    at_desk: FlaskClient, going_on: GoingOn, inside: Inside, in_ten_days: date
) -> None:
    day_id = going_on(ArrangementKind.DAY_SUPPORT)

    def go_away() -> None:
        pair = arrangements.pair(day_id)
        assert pair
        db.session.add(TimeAway(household_id=pair.household.id, starts_on=today(), ends_on=in_ten_days))

    with inside():
        carry_out(go_away)
    asked = {"starts_on": boxes(in_ten_days), "starts_at": "10", "ends_at": "16"}
    assert "Invented H001 is away from" in at_desk.post(page_of(day_id, "/stays/new"), data=asked).text


def test_where_somebody_lives_nothing_is_booked(at_desk: FlaskClient, going_on: GoingOn, in_ten_days: date) -> None:
    home_id = going_on(ArrangementKind.LIVE_IN)
    assert "Book a" not in at_desk.get(page_of(home_id)).text
    asked = {
        "starts_on": boxes(in_ten_days),
        "starts_at": "10",
        "ends_on": boxes(in_ten_days + timedelta(days=1)),
        "ends_at": "16",
    }
    assert "Only short breaks and days" in at_desk.post(page_of(home_id, "/stays/new"), data=asked).text


@pytest.fixture
def booking_page(going_on: GoingOn) -> str:
    """Where a short break's stays are booked."""
    return page_of(going_on(ArrangementKind.SHORT_BREAK), "/stays/new")


@settings(max_examples=20)
@given(day=ANY_TEXT, at=ANY_TEXT)
def test_any_text_is_answered(at_desk: FlaskClient, booking_page: str, day: str, at: str) -> None:
    asked = {"starts_on": [day, day, at], "ends_on": [at, day, at], "starts_at": at, "ends_at": day}
    assert at_desk.post(booking_page, data=asked).status_code in {200, 302}
