"""The plan of visits at the desk, through the pages."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from flask.testing import FlaskClient

from matching.actions import suiting, visiting
from matching.models import AnswerWord, CallOffReason, Feels, Side, VisitPlace, VisitState
from matching.queries import arrangements, visits
from scheme.clock import local_day
from scheme.database import carry_out
from scheme.models import Account, Role
from tests.ground.accounts import MakeAccount, SignIn
from tests.ground.databases import Database
from tests.matching.conftest import Inside, Story, days
from tests.matching.desk.conftest import read, words


@pytest.fixture
def database(sqlite_database: Database) -> Database:
    """Pages ask nothing of a database that the other would answer differently."""
    return sqlite_database


@pytest.fixture
def meeting(inside: Inside, worker: Account) -> UUID:
    """Two who have begun to meet, by the id of what is between them."""
    with Story(inside, worker) as story:
        return story.begin().both_say(AnswerWord.YES).take("introduce").arrangement.id


Tell = Callable[[Callable[[Story], Any]], Any]


@pytest.fixture
def tell(inside: Inside, worker: Account, meeting: UUID) -> Tell:
    """``tell(lambda story: …)``: something that happens beside the pages."""

    def telling(what: Callable[[Story], Any]) -> Any:
        with Story(inside, worker) as story:
            story.arrangement_id = meeting
            return what(story)

    return telling


def page_of(meeting: UUID, ending: str = "") -> str:
    """The address of the plan, or of one of its visits."""
    return f"/desk/arrangements/{meeting}/visits{ending}"


def on(day: date) -> list[str]:
    """A day as the three boxes of a form send it."""
    return [str(day.day), str(day.month), str(day.year)]


def test_a_visit_is_planned_moved_called_off_and_never_more_than_that(
    at_desk: FlaskClient, meeting: UUID, tell: Tell
) -> None:
    asked = {"kind": "tea", "day": ["1", "6", "2099"], "hour": "15", "place": "household", "who_comes": "Invented Nan"}
    page = at_desk.post(page_of(meeting, "/new"), data=asked, follow_redirects=True).text
    visit_id, starts_at = tell(lambda story: _only(story, "id", "starts_at"))
    assert starts_at.isoformat() == "2099-06-01T14:00:00+00:00"  # three o'clock in British Summer Time
    for shown in ("Monday 1 June 2099 at 3:00pm", "At the household&#39;s home", "Invented Nan"):
        assert shown in page
    change = page_of(meeting, f"/{visit_id}")
    form = at_desk.get(change).text
    assert 'value="15:00"' in form
    moved = {"kind": "meal", "day": ["2", "6", "2099"], "hour": "noon", "place": "out", "version": "1"}
    assert "Tuesday 2 June 2099 at 12:00pm" in at_desk.post(change, data=moved, follow_redirects=True).text
    again = at_desk.post(change, data=moved | {"day": ["3", "6", "2099"], "where": "Invented café"})
    assert "Somebody else saved this first" in again.text
    assert at_desk.get(page_of(meeting, f"/{visit_id}.ics")).mimetype == "text/calendar"
    assert "has not happened yet" in at_desk.post(page_of(meeting, f"/{visit_id}/happened")).text
    off = page_of(meeting, f"/{visit_id}/call-off")
    assert "choose what they hear" in at_desk.post(off).text
    assert "Somebody is not well." in at_desk.post(off, data={"because": "unwell"}, follow_redirects=True).text
    assert "already marked: called off" in at_desk.post(off, data={"because": "unwell"}).text
    state, because, place = tell(lambda story: _only(story, "state", "called_off_because", "place"))
    assert (state, because, place) == (VisitState.CALLED_OFF, CallOffReason.UNWELL, VisitPlace.OUT)


def _only(story: Story, *facts: str) -> tuple[Any, ...]:
    (visit,) = arrangements.visits_of(story.arrangement.id)
    return tuple(getattr(visit, fact) for fact in facts)


def test_without_a_time_it_is_at_tea_time(at_desk: FlaskClient, meeting: UUID) -> None:
    page = at_desk.post(page_of(meeting, "/new"), data={"kind": "tea", "day": on(date(2099, 6, 1))})
    assert page.status_code == 302
    assert "Monday 1 June 2099 at 4:00pm" in at_desk.get(page_of(meeting)).text


@pytest.mark.parametrize(
    ("hour", "asked"),
    [
        ("5", "Please write 5am or 5pm"),
        ("5am", "This says 5:00am, in the night. Did you mean 5:00pm?"),
        ("midnight", "This says midnight, in the night. Did you mean noon?"),
        ("22:00", "This says 10:00pm, in the night. Did you mean 10:00am?"),
    ],
)
def test_tea_in_the_night_is_asked_about_and_nothing_is_lost(
    at_desk: FlaskClient, meeting: UUID, hour: str, asked: str
) -> None:
    new, said = page_of(meeting, "/new"), {"kind": "tea", "day": on(date(2099, 6, 1)), "hour": hour, "where": "a café"}
    assert "begin in the night" not in at_desk.get(new).text, "nobody is asked what nobody needs"
    page = at_desk.post(new, data=said).text
    for words_there in (asked, f'value="{hour}"', "a café"):
        assert words_there in page
    assert "No visit is planned." in at_desk.get(page_of(meeting)).text
    if "in the night" in asked:
        assert at_desk.post(new, data=said | {"at_night": "yes"}).status_code == 302


def test_a_visit_in_the_night_may_be_changed_without_being_asked_again(
    at_desk: FlaskClient, meeting: UUID, tell: Tell
) -> None:
    said = {"kind": "tea", "day": on(date(2099, 6, 1)), "hour": "05:00", "at_night": "yes"}
    at_desk.post(page_of(meeting, "/new"), data=said)
    visit_id, starts_at = tell(lambda story: _only(story, "id", "starts_at"))
    assert starts_at.isoformat() == "2099-06-01T04:00:00+00:00"
    form = read(at_desk.get(page_of(meeting, f"/{visit_id}")).text)
    (ticked,) = [one for one in form.iter("input") if one.get("name") == "at_night"]
    assert ticked.get("checked") is not None


def test_a_time_that_the_clocks_jump_over_is_refused(at_desk: FlaskClient, meeting: UUID) -> None:
    page = at_desk.post(
        page_of(meeting, "/new"), data={"kind": "tea", "day": ["28", "3", "2027"], "hour": "1:30am"}
    ).text
    assert "there is no such time" in page


def test_how_it_felt_stands_side_by_side_and_is_talked_about_once(
    at_desk: FlaskClient, meeting: UUID, tell: Tell
) -> None:
    def felt(story: Story) -> UUID:
        story.visit(6).visit(3)
        last = arrangements.visits_of(story.arrangement.id)[-1]
        carry_out(visiting.feel, story.worker, last, Side.PERSON, Feels.SAD, "Too loud for me")
        return last.id

    visit_id = tell(felt)
    page = read(at_desk.get(page_of(meeting)).text)
    rows = [words(row) for row in page.iter("tr") if "Happy" in words(row)]
    assert [("Talk about this" in row, "Too loud for me" in row) for row in rows] == [(False, False), (True, True)]
    said = {"on": on(days_ago := tell(lambda _: days(-1))), "words": "Invented Wyn with both: the radio was on"}
    talked = at_desk.post(page_of(meeting, f"/{visit_id}/talked"), data=said, follow_redirects=True).text
    assert "Talk about this" not in talked
    assert "the radio was on" in talked
    assert "by Invented Wyn" in talked
    tell(lambda story: _check_talk(story, days_ago))


def _check_talk(story: Story, day: date) -> None:
    (talk,) = [talk for one in visits.seen(story.arrangement.id) for talk in one.talks]
    assert (talk.on, local_day(talk.at) - talk.on) == (day, timedelta(days=1))


def test_a_day_that_is_not_good_is_seen_on_both_pages(at_desk: FlaskClient, meeting: UUID, tell: Tell) -> None:
    def say(story: Story) -> None:
        visit = arrangements.visit(story.arrangement.id, story.plan(4))
        assert visit
        carry_out(suiting.not_good, story.worker, story.pair, visit, Side.HOUSEHOLD)

    tell(say)
    for page in (page_of(meeting), f"/desk/arrangements/{meeting}"):
        assert "Not a good day for the household" in at_desk.get(page).text


def test_an_auditor_reads_the_plan_and_changes_nothing(
    client: FlaskClient, make_account: MakeAccount, sign_in: SignIn, meeting: UUID, tell: Tell
) -> None:
    visit_id = tell(lambda story: story.plan(4))
    auditor = sign_in(client, make_account(Role.AUDITOR, name="Invented Ida"))
    page = auditor.get(page_of(meeting)).text
    assert "Tea and a chat" in page
    assert "Move or change" not in page
    assert auditor.get(page_of(meeting, f"/{visit_id}")).status_code == 403
