"""Trying it out in both portals: what each side reads, what makes it home, and what stays between the person and their worker."""

import pytest
from flask.testing import FlaskClient

from matching import disclosure
from matching.actions import clearing, stepping, trying
from matching.models import Feels
from matching.queries import arrangements, trials
from scheme.database import carry_out
from scheme.kinds import ArrangementKind
from scheme.models import Account, Role
from tests.ground.accounts import MakeAccount, SignIn
from tests.matching.conftest import Inside, a_household, days
from tests.matching.portal.test_agreements import Asked, asked

__all__ = ["asked"]
pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)

START = {
    "who_brings": "His nan, by taxi",
    "who_brings_easy_read": "Nan comes with you.",
    "first_days": "He has supper with everybody. Nothing else.",
    "first_days_easy_read": "You have supper.\nNothing else.",
    "backup": "He rings Wyn. Nan has a bed.",
}


@pytest.fixture
def next_page(asked: Asked) -> str:
    return asked.mine.replace("/agreement", "/next")


@pytest.fixture
def told(asked: Asked, inside: Inside, worker: Account) -> Asked:
    """Everything about trying it out is written down, some of it for the desk alone."""
    with inside():
        pair = arrangements.pair(asked.arrangement_id)
        assert pair
        plan = trials.plan_of(asked.arrangement_id)
        assert plan
        carry_out(_who_would_help)
        helping = trials.short_break_households(pair.household.id)[0].id
        carry_out(trying.plan_trial, pair, START | {"backup_household_id": helping}, plan.version)
        held = {"due_on": days(0), "held_on": days(0), "words": "Mornings are loud", "person_feels": Feels.SAD}
        carry_out(trying.add_check_in, worker, pair, held)
        carry_out(trying.meet_to_decide, worker, pair, {"on": days(3), "who_came": "The council as well"})
    return asked


def _who_would_help() -> None:
    a_household("H009", ArrangementKind.SHORT_BREAK, name="Invented Helpers")


def test_the_person_reads_easy_read_and_the_household_plain_words(
    client: FlaskClient, sign_in: SignIn, told: Asked, next_page: str
) -> None:
    mine = sign_in(client, told.person).get(next_page).text
    theirs = sign_in(client, told.carer).get(told.ours.removesuffix("/agreement")).text
    for said in ("<p>You have supper.</p>", "<p>Nothing else.</p>", "<p>He rings Wyn.</p>", "<p>Nan has a bed.</p>"):
        assert said in mine
    assert "He has supper with everybody. Nothing else." in theirs
    assert "You can stop at any time." in mine
    assert "Either of you can stop at any time." in theirs
    assert "<p>Nan comes with you.</p>" in mine
    assert "His nan, by taxi" in theirs
    for page in (mine, theirs):
        assert "you all meet" in page.lower()


def test_where_somebody_can_go_back_to_is_read_in_easy_read(
    client: FlaskClient, sign_in: SignIn, asked: Asked, next_page: str, inside: Inside
) -> None:
    with inside():
        pair = arrangements.pair(asked.arrangement_id)
        assert pair
        version, easy = pair.arrangement.version, "Your room at Mum’s.\nIt stays yours."
        carry_out(clearing.write_plan, pair, "Tea at six", "The room at his mum’s is kept", version, None, easy)
    mine = sign_in(client, asked.person).get(next_page).text
    assert "<p>Your room at Mum’s.</p><p>It stays yours.</p>" in mine
    assert "is kept" not in mine


def test_whoever_stays_for_now_is_not_asked_to_go_on_and_hears_what_comes_next(
    client: FlaskClient, sign_in: SignIn, asked: Asked, next_page: str, inside: Inside, worker: Account
) -> None:
    """Nothing would follow from a yes: living there afterwards is a new arrangement, once the crisis is over."""
    both = [(asked.person, asked.mine.removesuffix("/agreement")), (asked.carer, asked.ours.removesuffix("/agreement"))]

    def stays_for_now() -> None:
        pair = arrangements.pair(asked.arrangement_id)
        assert pair
        pair.arrangement.kind, pair.arrangement.trial_ends_on = ArrangementKind.EMERGENCY, days(9)

    for account, page in both:
        assert "Would you like to go on?" in sign_in(client, account).get(page).text
    with inside():
        carry_out(stays_for_now)
    for account, page in both:
        reader = sign_in(client, account)
        assert "Would you like to go on?" not in reader.get(page).text
        assert (
            "not being asked any more"
            in reader.post(f"{page}/answer", data={"answer": "yes"}, follow_redirects=True).text
        )
    told = sign_in(client, asked.person).get(next_page).text
    assert "You can stay until" in told
    assert "Before that day we talk with you about what comes next." in told
    assert "You try it until" not in told
    at_desk = sign_in(client, worker).get(f"/desk/arrangements/{asked.arrangement_id}").text
    assert ">Answers</h2>" in at_desk
    assert "Would you like to go on?" not in at_desk


def test_in_homeshare_it_is_the_sharer_who_can_go_back(
    client: FlaskClient, sign_in: SignIn, told: Asked, next_page: str, inside: Inside
) -> None:
    assert "You can go back to:" in sign_in(client, told.person).get(next_page).text

    def share_a_home() -> None:
        pair = arrangements.pair(told.arrangement_id)
        assert pair
        pair.arrangement.kind = ArrangementKind.HOMESHARE

    with inside():
        carry_out(share_a_home)
    page = sign_in(client, told.person).get(next_page).text
    assert "You can go back to:" not in page
    assert "can go back to:" in page


def test_what_is_for_the_desk_alone_is_on_neither_sides_page(
    client: FlaskClient, sign_in: SignIn, told: Asked, next_page: str
) -> None:
    pages = (
        sign_in(client, told.person).get(next_page).text,
        sign_in(client, told.person).get(told.mine.removesuffix("/agreement")).text,
        sign_in(client, told.carer).get(told.ours.removesuffix("/agreement")).text,
    )
    for page in pages:
        for private in ("Invented Helpers", "Mornings are loud", "The council as well"):
            assert private not in page


def test_after_the_first_days_what_they_were_like_is_behind_them(
    client: FlaskClient, sign_in: SignIn, told: Asked, next_page: str, inside: Inside
) -> None:
    with inside():
        carry_out(_began, told, 8)
    page = sign_in(client, told.person).get(next_page).text
    assert "Nan, by taxi" not in page
    assert "You have supper." not in page
    assert "Nan has a bed." in page


def _began(told: Asked, days_ago: int) -> None:
    pair = arrangements.pair(told.arrangement_id)
    assert pair
    pair.arrangement.trial_starts_on = days(-days_ago)


def test_what_makes_it_home_is_the_persons_and_their_workers(
    client: FlaskClient, sign_in: SignIn, told: Asked, next_page: str, worker: Account
) -> None:
    home = told.mine.replace("/agreement", "/home")
    mine = sign_in(client, told.person)
    assert "Say how it feels today" not in mine.get(next_page).text
    too_long = "I sleep well " * 12
    kept = mine.post(f"{home}/new", data={"words": too_long}).text
    assert too_long.strip() in kept, "what was written is still there"
    assert (
        "We have written it down."
        in mine.post(f"{home}/new", data={"words": "I feel safe"}, follow_redirects=True).text
    )
    assert "You have not said yet." in mine.get(next_page).text
    assert "Choose at least one face." in mine.post(home, data={}).text
    question = mine.get(home).text.partition('name="felt_')[2].partition('"')[0]
    said = mine.post(home, data={f"felt_{question}": "very_happy"}, follow_redirects=True).text
    assert "Thank you for telling us." in said
    assert "Very happy" in said
    ours = sign_in(client, told.carer).get(told.ours.removesuffix("/agreement")).text
    assert "I feel safe" not in ours
    assert "I feel safe" in sign_in(client, worker).get(f"/desk/arrangements/{told.arrangement_id}/trial").text


def test_a_sentence_is_asked_no_more_when_they_say_so(
    client: FlaskClient, sign_in: SignIn, told: Asked, next_page: str, inside: Inside
) -> None:
    mine = sign_in(client, told.person)
    mine.post(told.mine.replace("/agreement", "/home/new"), data={"words": "I feel safe"})
    with inside():
        measure_id = trials.measures_asked(told.arrangement_id)[0].id
    shown = mine.post(told.mine.replace("/agreement", f"/home/{measure_id}/leave-out"), follow_redirects=True).text
    assert "We ask you about this no more." in shown
    assert "Say how it feels today" not in shown


def test_a_supporter_who_only_reads_writes_nothing_and_nobody_elses_is_there(
    client: FlaskClient, sign_in: SignIn, told: Asked, next_page: str, make_account: MakeAccount
) -> None:
    home = told.mine.replace("/agreement", "/home")
    only_reads = sign_in(client, told.reader)
    assert only_reads.get(next_page).status_code == 200
    assert only_reads.post(f"{home}/new", data={"words": "I feel safe"}).status_code == 403
    assert sign_in(client, told.carer).get(next_page).status_code == 403
    stranger = sign_in(client, make_account(Role.PERSON, email="somebody@example.org"))
    for page in (next_page, home, f"{home}/new"):
        assert stranger.get(page).status_code == 404


def test_before_they_try_it_out_and_afterwards_there_is_no_such_page(
    client: FlaskClient, sign_in: SignIn, told: Asked, next_page: str, inside: Inside, worker: Account
) -> None:
    with inside():
        pair = arrangements.pair(told.arrangement_id)
        assert pair
        carry_out(stepping.take, worker, pair, "back_to_introductions", stepping.Particulars("not_the_right_time"))
    mine = sign_in(client, told.person)
    for page in (next_page, told.mine, told.mine.replace("/agreement", "/how-it-goes")):
        assert mine.get(page).status_code == 404


def test_the_plan_in_easy_read_until_there_is_a_paper(inside: Inside, told: Asked) -> None:
    with inside():
        pair = arrangements.pair(told.arrangement_id)
        assert pair
        carry_out(clearing.write_plan, pair, "Tea at six. Own key.", None, pair.arrangement.version)
        assert disclosure.household_to_person(pair).plan == "Tea at six.\nOwn key."
        carry_out(clearing.write_plan, pair, "Tea at six.", None, pair.arrangement.version, "You have tea.")
        assert disclosure.household_to_person(pair).plan == "You have tea."
        assert disclosure.person_to_household(pair).plan == "Tea at six."
