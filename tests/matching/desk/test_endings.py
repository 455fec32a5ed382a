"""Endings through the desk's pages. Everybody here is invented."""

from uuid import UUID

import pytest
from flask.testing import FlaskClient

from matching.models import WhoDecided
from scheme.clock import today
from scheme.models import Account, Role
from tests.ground.accounts import MakeAccount, SignIn
from tests.matching.conftest import Inside, Story


@pytest.fixture
def trying(inside: Inside, worker: Account) -> UUID:
    """Two who try it out."""
    with Story(inside, worker) as story:
        story.to_trial()
        return story.arrangement.id


@pytest.fixture
def ended(inside: Inside, worker: Account) -> UUID:
    """Two whose time was up."""
    with Story(inside, worker) as story:
        story.to_trial().take("end_trial", reason="time_was_up", decided_by=WhoDecided.BOTH)
        return story.arrangement.id


def test_notice_a_moving_plan_and_the_notice_taken_back(at_desk: FlaskClient, trying: UUID, inside: Inside) -> None:
    page = f"/desk/arrangements/{trying}"
    with inside():
        given = [str(part) for part in (today().day, today().month, today().year)]
    refused = at_desk.post(f"{page}/notice", data={"given_on": given, "last_day": given, "fewer_days_agreed": "no"})
    assert "less than 28 days" in refused.text
    told = {"given_on": given, "by": "person", "fewer_days_agreed": "no"}
    shown = at_desk.post(f"{page}/notice", data=told, follow_redirects=True).text
    assert "by the person" in shown
    assert "Not shown: say so once both have been told." in shown
    assert 'value="2"' in at_desk.get(f"{page}/moving").text
    plan = {"moving_to": "A flat by the sea", "goes_along": "The cat", "both_know": "yes", "version": "2"}
    shown = at_desk.post(f"{page}/moving", data=plan, follow_redirects=True).text
    assert "A flat by the sea" in shown
    assert "Both see the plan." in shown
    shown = at_desk.post(f"{page}/notice/take-back", follow_redirects=True).text
    assert "They go on together." in shown
    assert "An ending, and a move" not in shown


def test_the_step_asks_who_decided_and_what_comes_next(at_desk: FlaskClient, trying: UUID) -> None:
    page = f"/desk/arrangements/{trying}"
    assert "Whose decision was it?" in at_desk.get(f"{page}/steps/end_trial").text
    assert "Whose decision was it?" not in at_desk.get(f"{page}/steps/extend_trial").text
    taken = {"reason": "moved_on", "decided_by": "both", "then": "left", "version": "4"}
    version = at_desk.get(f"{page}/steps/end_trial").text.partition('name="version"')[2].partition('value="')[2]
    taken["version"] = version.partition('"')[0]
    shown = at_desk.post(f"{page}/steps/end_trial", data=taken, follow_redirects=True).text
    assert "Whose decision it was: both together." in shown
    assert "What we learned" in shown


def test_what_each_side_says_is_written_down_and_looked_back_on(at_desk: FlaskClient, ended: UUID) -> None:
    page = f"/desk/arrangements/{ended}"
    for side in ("person", "household"):
        said = {"wishes": "yes", "how": f"Ring the {side}"}
        shown = at_desk.post(f"{page}/keep-in-touch/{side}", data=said, follow_redirects=True).text
    assert "each now sees how to reach the other" in shown
    words = {"good": "The garden", "would_help": "A lift home", "may_share": "no"}
    shown = at_desk.post(f"{page}/looking-back/person", data=words, follow_redirects=True).text
    assert "The garden" in shown
    assert "Stays here." in shown
    lesson = {"good": "Slow start", "lesson": "Ask about lifts"}
    shown = at_desk.post(f"{page}/looking-back/worker", data=lesson, follow_redirects=True).text
    assert "Ask about lifts" in shown
    assert at_desk.get(f"{page}/looking-back/nobody").status_code == 404
    library = at_desk.get("/desk/endings").text
    assert "It was for a time, and the time was up" in library
    assert "fewer than 5" in library
    assert "Ask about lifts" not in library


def test_after_a_death_the_page_is_gentle_and_asks_nothing_of_them(
    at_desk: FlaskClient, inside: Inside, worker: Account
) -> None:
    with Story(inside, worker) as story:
        story.to_trial().take("end_trial", reason="died")
        page = f"/desk/arrangements/{story.arrangement.id}"
    shown = at_desk.get(page).text
    assert "Take time, and look after each other." in shown
    assert "I have told Invented P001" not in shown
    assert "Would they like to meet again?" not in shown
    assert "Keeping in touch" not in shown
    assert at_desk.post(f"{page}/looking-back/person", data={"good": "x"}).status_code == 200


def test_an_auditor_reads_that_words_were_written_but_not_the_words(
    at_desk: FlaskClient, client: FlaskClient, ended: UUID, make_account: MakeAccount, sign_in: SignIn
) -> None:
    at_desk.post(f"/desk/arrangements/{ended}/looking-back/person", data={"good": "The garden"})
    auditor = sign_in(client, make_account(Role.AUDITOR))
    shown = auditor.get(f"/desk/arrangements/{ended}").text
    assert "The garden" not in shown
    assert "Written down" in shown
    assert auditor.post(f"/desk/arrangements/{ended}/keep-in-touch/person", data={"wishes": "yes"}).status_code == 403
