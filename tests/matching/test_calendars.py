"""An own calendar's secret address: what it tells, to whom, and that nobody comes by it in another way."""

from collections.abc import Callable
from datetime import time, timedelta
from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient
from icalendar import Calendar, Event
from sqlalchemy import text

from carers.models import Member, MemberKind
from matching.actions import booking, trying, visiting
from matching.actions import calendars as actions
from matching.actions.staying import leave_place, take_place
from matching.kinds import VisitKind
from matching.lifecycle import Stage
from matching.models import AnswerWord
from matching.queries import arrangements, calendars
from people.models import Authority, AuthorityScope, PersonAccount
from scheme.clock import local_moment
from scheme.database import carry_out, db, now
from scheme.kinds import ArrangementKind
from scheme.models import Account, Role
from tests.ground.accounts import MakeAccount, MakeScheme, SignIn
from tests.ground.databases import Database
from tests.matching.conftest import Inside, Story, days

ADDRESS = "/calendar"
NO_NAMES = ("Invented", "LA1", "Nan")


BOTH = pytest.mark.parametrize("database", ["sqlite", "postgresql"], indirect=True)
"""Where a wall of the database's own is asked: everything else is tried on one."""


@pytest.fixture
def database(request: pytest.FixtureRequest) -> Database:
    """An empty database: SQLite, unless a test asks for both."""
    found: Database = request.getfixturevalue(f"{getattr(request, 'param', 'sqlite')}_database")
    return found


@pytest.fixture
def accounts(make_account: MakeAccount, worker: Account) -> dict[Role, Account]:
    """One of each role that has a calendar."""
    others = {role: make_account(role) for role in (Role.CARER, Role.PERSON, Role.SUPPORTER)}
    return {Role.WORKER: worker, **others}


@pytest.fixture
def meeting(inside: Inside, worker: Account, accounts: dict[Role, Account]) -> UUID:
    """Two who have begun to meet, both with accounts of their own, and a visit planned for four days from now."""
    with Story(inside, worker) as story:
        story.begin().both_say(AnswerWord.YES).take("introduce")
        carry_out(_give_accounts, story, accounts)
        story.plan(4)
        return story.arrangement.id


def _give_accounts(story: Story, accounts: dict[Role, Account]) -> None:
    carer = accounts[Role.CARER].id
    db.session.add(
        Member(household_id=story.pair.household.id, kind=MemberKind.CARER, name="Invented Ana", account_id=carer)
    )
    person_id = story.pair.person.id
    for role, authority in ((Role.PERSON, Authority.SELF), (Role.SUPPORTER, Authority.ASKED)):
        link: dict[str, Any] = {"authority": authority, "scope": AuthorityScope.HELP}
        db.session.add(PersonAccount(person_id=person_id, account_id=accounts[role].id, **link))


@pytest.fixture
def address(inside: Inside) -> Callable[[Account], str]:
    """``address(account)``: the path of a fresh address of theirs."""

    def make(account: Account) -> str:
        token = actions.new_token()
        with inside():
            carry_out(actions.make_address, account, token)
        return f"{ADDRESS}/{token}.ics"

    return make


def events(client: FlaskClient, path: str) -> list[Event]:
    """What somebody's calendar reads at an address, without a session."""
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.mimetype == "text/calendar"
    assert not [name for name in NO_NAMES if name in answer.text]
    return list(Calendar.from_ical(answer.get_data()).events)


@pytest.mark.parametrize("role", [Role.WORKER, Role.CARER, Role.PERSON, Role.SUPPORTER])
def test_each_sees_their_own_visits_and_a_way_back_to_their_own_page(
    role: Role, client: FlaskClient, accounts: dict[Role, Account], meeting: UUID, address: Callable[[Account], str]
) -> None:
    (event,) = events(client, address(accounts[role]))
    assert event["summary"] == "Tea and a chat"
    page = str(event["url"])
    assert str(meeting) in page
    assert page.split("/")[3] == {Role.WORKER: "desk", Role.CARER: "home"}.get(role, "me")


def test_somebody_elses_visits_are_not_in_mine(
    client: FlaskClient, make_account: MakeAccount, meeting: UUID, address: Callable[[Account], str]
) -> None:
    for role in (Role.WORKER, Role.CARER, Role.PERSON):
        assert events(client, address(make_account(role))) == []


def test_a_visit_moved_and_called_off_stays_the_same_event(
    client: FlaskClient, worker: Account, inside: Inside, meeting: UUID, address: Callable[[Account], str]
) -> None:
    path = address(worker)
    (first,) = events(client, path)
    assert (first["sequence"], first["status"]) == (0, "CONFIRMED")
    with Story(inside, worker) as story:
        story.arrangement_id = meeting
        (visit,) = arrangements.visits_of(meeting)
        moved = {"starts_at": local_moment(days(6), time(16))}
        carry_out(visiting.change_visit, story.pair, visit, moved, visit.version)
    (second,) = events(client, path)
    with inside():
        carry_out(visiting.call_off, arrangements.visits_of(meeting)[0])
    (third,) = events(client, path)
    assert [one["uid"] for one in (second, third)] == [first["uid"]] * 2
    assert [one["sequence"] for one in (second, third)] == [1, 2]
    assert (third["status"], third["summary"]) == ("CANCELLED", "Called off: Tea and a chat")


def test_stays_are_in_it_too(
    client: FlaskClient, worker: Account, inside: Inside, meeting: UUID, address: Callable[[Account], str]
) -> None:
    def stay() -> None:
        pair = arrangements.pair(meeting)
        assert pair
        pair.arrangement.kind, pair.arrangement.stage = ArrangementKind.SHORT_BREAK, Stage.LONG_TERM
        starts_at = local_moment(days(20), time(16))
        take_place(pair, starts_at, starts_at + timedelta(days=2))

    with inside():
        carry_out(stay)
    assert [event["summary"] for event in events(client, address(worker))] == ["Tea and a chat", "Stay"]


@pytest.fixture
def regular(inside: Inside, meeting: UUID) -> UUID:
    """The same two, who have short breaks together now."""

    def go_on() -> None:
        pair = arrangements.pair(meeting)
        assert pair
        pair.arrangement.kind, pair.arrangement.stage = ArrangementKind.SHORT_BREAK, Stage.LONG_TERM

    with inside():
        carry_out(go_on)
    return meeting


@BOTH
def test_a_stay_called_off_says_so_under_its_own_name(
    client: FlaskClient, worker: Account, inside: Inside, regular: UUID, address: Callable[[Account], str]
) -> None:
    path = address(worker)
    with Story(inside, worker) as story:
        story.arrangement_id, starts_at = regular, local_moment(days(20), time(16))
        carry_out(take_place, story.pair, starts_at, starts_at + timedelta(days=2))
        _, before = events(client, path)
        carry_out(booking.call_off_stay, story.pair, arrangements.stays_of(regular)[0])
        assert list(arrangements.stays_of(regular)) == []
    _, after = events(client, path)
    assert (before["summary"], before["status"], before["sequence"]) == ("Stay", "CONFIRMED", 0)
    assert (after["summary"], after["status"], after["sequence"]) == ("Called off: Stay", "CANCELLED", 1)
    assert (after["uid"], after.start, after.end) == (before["uid"], before.start, before.end)


def test_a_stay_that_ended_sooner_is_a_newer_version_of_itself(
    client: FlaskClient, worker: Account, inside: Inside, regular: UUID, address: Callable[[Account], str]
) -> None:
    path = address(worker)
    with Story(inside, worker) as story:
        story.arrangement_id = regular
        yesterday = now() - timedelta(days=1)
        carry_out(take_place, story.pair, yesterday, yesterday + timedelta(days=4))
        before = events(client, path)[-1]
        carry_out(booking.call_off_stay, story.pair, arrangements.stays_of(regular)[0])
    after = events(client, path)[-1]
    assert (before["uid"], before["sequence"], after["sequence"]) == (after["uid"], 0, 1)
    assert (after["status"], after.end < before.end) == ("CONFIRMED", True)


def test_days_on_which_they_talk_are_whole_days_and_say_when_they_were_taken_away(
    client: FlaskClient, accounts: dict[Role, Account], worker: Account, inside: Inside, regular: UUID,
    address: Callable[[Account], str],
) -> None:  # fmt: skip
    path = address(accounts[Role.PERSON])
    with Story(inside, worker) as story:
        story.arrangement_id, on, deciding = regular, days(5), days(9)
        carry_out(trying.add_check_in, worker, story.pair, {"due_on": on})
        carry_out(trying.meet_to_decide, worker, story.pair, {"on": deciding, "who_came": "Invented Nan"})
        _, check_in, decide = events(client, path)
        carry_out(trying.stop_check_ins, story.pair)
    taken_away = events(client, path)[-1]
    assert [(one["summary"], one.start, one.end) for one in (check_in, decide)] == [
        ("How is it going?", on, on + timedelta(days=1)),
        ("Deciding together", deciding, deciding + timedelta(days=1)),
    ]
    assert b"VALUE=DATE" in check_in.to_ical()
    assert (taken_away["uid"], taken_away["status"]) == (check_in["uid"], "CANCELLED")
    assert int(str(taken_away["sequence"])) > int(str(check_in["sequence"]))


def test_a_check_in_moved_is_the_same_event_on_another_day(
    client: FlaskClient, worker: Account, inside: Inside, regular: UUID, address: Callable[[Account], str]
) -> None:
    path = address(worker)
    with Story(inside, worker) as story:
        story.arrangement_id, later = regular, days(7)
        check_in = carry_out(trying.add_check_in, worker, story.pair, {"due_on": days(5)})
        before = events(client, path)[-1]
        carry_out(trying.write_check_in, worker, check_in, {"due_on": later}, check_in.version)
    after = events(client, path)[-1]
    assert (after["uid"], after.start) == (before["uid"], later)
    assert int(str(after["sequence"])) == int(str(before["sequence"])) + 1


def test_what_was_no_stay_of_its_own_is_nowhere_when_it_goes(
    client: FlaskClient, worker: Account, inside: Inside, meeting: UUID, address: Callable[[Account], str]
) -> None:
    """A visit's night goes with its visit, which says itself that it was called off; moving in is no entry at all."""
    path = address(worker)
    with Story(inside, worker) as story:
        story.arrangement_id = meeting
        night = arrangements.visit(meeting, story.plan(6, VisitKind.OVERNIGHT))
        assert night
        carry_out(visiting.call_off, night)
        carry_out(_come_and_go, story)
    assert [one["status"] for one in events(client, path)] == ["CONFIRMED", "CANCELLED"]


def _come_and_go(story: Story) -> None:
    leave_place([take_place(story.pair, local_moment(days(9)), None)], now())


def test_what_has_ended_is_in_nobodys_calendar(
    client: FlaskClient, worker: Account, inside: Inside, meeting: UUID, address: Callable[[Account], str]
) -> None:
    path = address(worker)
    with Story(inside, worker) as story:
        story.arrangement_id = meeting
        story.take("decline_after_meeting", reason="plans_changed")
    assert events(client, path) == []


# --- the address -----------------------------------------------------------------------------------------------------------


@BOTH
def test_it_is_shown_once_made_anew_and_withdrawn(
    client: FlaskClient, accounts: dict[Role, Account], sign_in: SignIn, inside: Inside, app: Flask
) -> None:
    mine = sign_in(client, accounts[Role.PERSON])
    first = _shown(mine.post(ADDRESS).text)
    assert first not in mine.get(ADDRESS).text
    assert app.test_client().get(first).status_code == 200
    second = _shown(mine.post(ADDRESS).text)
    assert [app.test_client().get(path).status_code for path in (first, second)] == [404, 200]
    assert "leads nowhere now" in mine.post(ADDRESS, data={"withdraw": "yes"}, follow_redirects=True).text
    assert app.test_client().get(second).status_code == 404
    assert "There is no calendar address." in mine.post(ADDRESS, data={"withdraw": "yes"}).text


def _shown(page: str) -> str:
    address = page.partition("<code>")[2].partition("</code>")[0]
    return "/" + address.split("/", 3)[3]


def test_only_a_hash_is_kept_and_the_log_holds_no_token(
    client: FlaskClient,
    worker: Account,
    inside: Inside,
    address: Callable[[Account], str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = address(worker)
    token = path.removeprefix(f"{ADDRESS}/").removesuffix(".ics")
    with inside():
        kept = calendars.address_of_account(worker.id)
        assert kept
        assert kept.token_hash == calendars.hash_of(token) != token
    client.get(path)
    told = capsys.readouterr()
    assert "/calendar/<token>.ics" in told.err
    assert token not in told.err + told.out


def test_a_closed_account_and_a_guess_find_nothing(
    client: FlaskClient, worker: Account, inside: Inside, address: Callable[[Account], str]
) -> None:
    path = address(worker)

    def close() -> None:
        db.session.merge(worker).active = False

    with inside():
        carry_out(close)
    for guess in (path, f"{ADDRESS}/nobodys.ics", f"{ADDRESS}/{'x' * 5000}.ics", f"{ADDRESS}/%00.ics"):
        assert client.get(guess).status_code == 404


@BOTH
def test_whoever_is_signed_in_elsewhere_reads_only_the_addresss_own(
    client: FlaskClient,
    worker: Account,
    meeting: UUID,
    address: Callable[[Account], str],
    make_scheme: MakeScheme,
    make_account: MakeAccount,
    sign_in: SignIn,
) -> None:
    other = sign_in(client, make_account(Role.MANAGER, scheme=make_scheme(name="Another Invented Scheme")))
    assert len(events(other, address(worker))) == 1
    assert other.get(f"/desk/arrangements/{meeting}").status_code == 404


def test_an_auditor_has_no_calendar(client: FlaskClient, make_account: MakeAccount, sign_in: SignIn) -> None:
    assert sign_in(client, make_account(Role.AUDITOR)).get(ADDRESS).status_code == 403


@BOTH
def test_no_scheme_means_no_addresses_but_for_looking_one_up(
    app: Flask, worker: Account, address: Callable[[Account], str]
) -> None:
    address(worker)
    with app.app_context():
        if db.engine.dialect.name == "postgresql":
            assert db.session.execute(text("SELECT count(*) FROM calendar_address")).scalar_one() == 0
        assert calendars.address_of_account(worker.id) is None


def test_a_visit_at_tea_time_stays_at_tea_time_when_the_clocks_change(
    client: FlaskClient, worker: Account, inside: Inside, meeting: UUID, address: Callable[[Account], str]
) -> None:
    path = address(worker)
    with Story(inside, worker) as story:
        story.arrangement_id = meeting
        moments = [local_moment(days(20 + 30 * month), time(16)) for month in range(12)]
        for moment in moments:
            carry_out(visiting.plan_visit, story.pair, VisitKind.TEA, moment)
    answer = client.get(path).text
    assert "BEGIN:VTIMEZONE" in answer
    shown = events(client, path)[1:]
    assert [event.start for event in shown] == moments
    written = [line for line in answer.splitlines() if line.startswith("DTSTART;TZID=Europe/London:")][1:]
    assert [line[-7:] for line in written] == ["T160000"] * len(moments)
    assert len({moment.utcoffset() for moment in moments}) == 2
