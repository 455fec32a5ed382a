"""Trying it out at the desk, through the pages: what is written down, what a mistake leaves in place, and who may do what."""

from uuid import UUID

import pytest
from flask.testing import FlaskClient

from matching.lifecycle import Stage
from matching.models import Feels
from matching.queries import arrangements, reviews, trials
from scheme.database import carry_out
from scheme.kinds import ArrangementKind
from scheme.models import Account, Role
from tests.ground.accounts import MakeAccount, SignIn
from tests.matching.conftest import Inside, Story, a_household, days

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


@pytest.fixture
def page(inside: Inside, worker: Account) -> str:
    """The page about two who try it out."""
    with Story(inside, worker) as story:
        return f"/desk/arrangements/{story.to_trial().arrangement.id}"


def id_of(page: str) -> UUID:
    return UUID(page.rpartition("/")[2])


def day(inside: Inside, name: str, from_today: int) -> dict[str, list[str]]:
    """A day as its three boxes send it."""
    with inside():
        then = days(from_today)
    return {name: [str(then.day), str(then.month), str(then.year)]}


def test_how_it_starts_is_written_in_both_registers_and_names_who_would_help(
    at_desk: FlaskClient, page: str, inside: Inside
) -> None:
    with inside():
        helping = carry_out(lambda: a_household("H009", ArrangementKind.SHORT_BREAK, name="Invented Helpers").id)
    assert "Nobody has written this in Easy Read yet" in at_desk.get(f"{page}/trial").text
    said = {
        "version": "2",
        "who_brings": "Nan",
        "first_days": "Supper with everybody.",
        "first_days_easy_read": "You have supper.",
        "backup": "Ring Wyn.",
        "backup_easy_read": "You ring Wyn.",
    }
    too_long = at_desk.post(f"{page}/trial/plan", data=said | {"who_brings": "Nan " * 200}).text
    assert "You have supper." in too_long, "nothing is lost"
    wrong = at_desk.post(f"{page}/trial/plan", data=said | {"backup_household_id": str(id_of(page))}).text
    assert "There is a problem" in wrong
    assert "Supper with everybody." in wrong
    shown = at_desk.post(
        f"{page}/trial/plan", data=said | {"backup_household_id": str(helping)}, follow_redirects=True
    ).text
    for words in ("Supper with everybody.", "You have supper.", "Ring Wyn.", "You ring Wyn.", "Invented Helpers"):
        assert words in shown
    assert (
        "Somebody else saved this first" in at_desk.post(f"{page}/trial/plan", data=said | {"who_brings": "Dad"}).text
    )


def test_the_plan_stands_in_both_registers_side_by_side(at_desk: FlaskClient, page: str, inside: Inside) -> None:
    with inside():
        pair = arrangements.pair(id_of(page))
        assert pair
        version = pair.arrangement.version
    said = {"plan": "Tea at six.", "plan_easy_read": "You have tea at six.", "version": str(version)}
    assert "You have tea at six." in at_desk.post(f"{page}/plan", data=said, follow_redirects=True).text
    assert "You have tea at six." in at_desk.get(f"{page}/trial").text
    assert "You have tea at six." in at_desk.get(f"{page}/agreement").text


def test_a_check_in_is_moved_written_down_and_never_held_on_a_day_to_come(
    at_desk: FlaskClient, page: str, inside: Inside
) -> None:
    tomorrow, today = day(inside, "held_on", 1), day(inside, "held_on", 0)
    asked = day(inside, "due_on", 0) | {
        "who_spoke": "Wyn with both",
        "person_feels": "sad",
        "words": "Mornings are loud",
    }
    refused = at_desk.post(f"{page}/check-ins/new", data=asked | tomorrow).text
    assert "That day is still to come." in refused
    assert "Mornings are loud" in refused
    assert "Which day did you speak?" in at_desk.post(f"{page}/check-ins/new", data=asked).text
    shown = at_desk.post(f"{page}/check-ins/new", data=asked | today, follow_redirects=True).text
    assert "Mornings are loud" in shown
    assert "Not heard" in shown, "the household was not asked yet"
    with inside():
        held = next(one.id for one in trials.check_ins_of(id_of(page)) if one.held_on)
    assert "Mornings are loud" in at_desk.get(f"{page}/check-ins/{held}").text


def test_a_meeting_is_planned_and_what_each_said_is_written_down_afterwards(
    at_desk: FlaskClient, page: str, inside: Inside
) -> None:
    assert "No meeting is planned yet." in at_desk.get(f"{page}/trial").text
    said = {"who_came": "Everybody", "person_said": "I want to stay", "household_said": "Gladly"}
    refused = at_desk.post(f"{page}/meetings/new", data=day(inside, "on", 3) | said).text
    assert "nobody has said anything yet" in refused
    assert "I want to stay" in refused
    planned = at_desk.post(
        f"{page}/meetings/new", data=day(inside, "on", 3) | {"who_came": "Everybody"}, follow_redirects=True
    )
    assert "To come" in planned.text
    with inside():
        meeting = trials.meetings_of(id_of(page))[0]
        address, version = f"{page}/meetings/{meeting.id}", str(meeting.version)
    shown = at_desk.post(address, data=day(inside, "on", 0) | said | {"version": version}, follow_redirects=True).text
    assert "I want to stay" in shown
    assert "Gladly" in shown


def test_what_makes_it_home_is_written_down_with_them(at_desk: FlaskClient, page: str, inside: Inside) -> None:
    assert "Please write a few words." in at_desk.post(f"{page}/measures/new", data={"words": " "}).text
    assert (
        "I feel safe" in at_desk.post(f"{page}/measures/new", data={"words": "I feel safe"}, follow_redirects=True).text
    )
    assert "Choose at least one face." in at_desk.post(f"{page}/measures", data={}).text
    with inside():
        measure = trials.measures_asked(id_of(page))[0].id
    said = at_desk.post(f"{page}/measures", data={f"felt_{measure.hex}": Feels.SAD.value}, follow_redirects=True).text
    assert "In their words" in said
    assert "Sad" in said
    assert "(asked no more)" in at_desk.post(f"{page}/measures/{measure}/leave-out", follow_redirects=True).text


def test_what_is_still_needed_to_make_it_long_term_is_said_and_nothing_changes(
    at_desk: FlaskClient, page: str, inside: Inside
) -> None:
    asked = at_desk.get(f"{page}/steps/settle").text
    refused = at_desk.post(f"{page}/steps/settle", data={}).text
    for words in (asked, refused):
        assert "Meet with both sides to decide together" in words
        assert "Both sides must say yes again" in words
        assert "Nobody has been asked to sign yet" in words
    with inside():
        pair = arrangements.pair(id_of(page))
        assert pair
        assert pair.arrangement.stage is Stage.TRIAL


def test_a_review_with_a_mistake_keeps_what_was_written(at_desk: FlaskClient, page: str, inside: Inside) -> None:
    said = {"why": "time", "area_friends": "better", "person_said": "I like the dog", "to_change": "Tea at six"}
    refused = at_desk.post(f"{page}/reviews/new", data=said | day(inside, "on", 2)).text
    assert "There is a problem" in refused
    for words in ("I like the dog", "Tea at six"):
        assert words in refused
    assert "Write down what was said" in at_desk.post(
        f"{page}/reviews/new", data={"why": "time"} | day(inside, "on", 0)
    ).text  # fmt: skip
    shown = at_desk.post(f"{page}/reviews/new", data=said | day(inside, "on", 0), follow_redirects=True).text
    assert "Seeing friends" in shown
    with inside():
        assert len(reviews.reviews_of(id_of(page))) == 1


def test_an_auditor_reads_and_writes_nothing(
    client: FlaskClient, page: str, make_account: MakeAccount, sign_in: SignIn
) -> None:
    auditor = sign_in(client, make_account(Role.AUDITOR))
    shown = auditor.get(f"{page}/trial").text
    assert "Check-ins" in shown
    for link in ("Add a check-in", "Plan a meeting", "Add a sentence", ">Change"):
        assert link not in shown
    for form in ("trial/plan", "check-ins/new", "meetings/new", "measures/new", "reviews/new"):
        assert auditor.get(f"{page}/{form}").status_code == 403
