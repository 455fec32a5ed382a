"""The desk's pages about households, as a worker meets them."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from sqlalchemy import event
from sqlmodel import select

from carers import actions, queries
from carers.models import CheckKind, HouseholdState, MemberKind
from carers.sections import PARTS, SECTIONS
from scheme.clock import today
from scheme.database import carry_out, db
from scheme.kinds import ArrangementKind
from scheme.models import Account, Message, Photograph, Reading, Role
from scheme.record import readings_of
from tests.carers.conftest import AddHousehold, Inside, found
from tests.ground.accounts import MakeAccount, MakeScheme, SignIn

DESK = "/desk/households"


def a_photograph() -> BytesIO:
    file = BytesIO()
    Image.new("RGB", (40, 30), "green").save(file, "JPEG")
    file.seek(0)
    return file


def text_of(page: Any) -> str:
    """What a page says, without its tags."""
    assert page.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.text))


# --- finding -------------------------------------------------------------------------------------------------------------


def test_an_empty_list_says_what_to_do(at_desk: FlaskClient) -> None:
    assert "No households yet" in text_of(at_desk.get(DESK))


def test_households_are_found_by_name_reference_member_and_area(
    at_desk: FlaskClient, add_household: AddHousehold, inside: Inside
) -> None:
    ann, bea = add_household("Ann and Joe"), add_household("The Invented Family")
    with inside():
        carry_out(actions.add_member, found(bea), {"kind": MemberKind.ADULT, "name": "Siân"})
        carry_out(actions.move_home, found(ann), None, "LA1", None)
    for looked_for, name in (
        ("joe", "Ann"),
        ("H002", "Family"),
        ("Siân", "Family"),
        ("la1", "Ann"),
        ("ann joe", "Ann"),
    ):
        page = text_of(at_desk.get(DESK, query_string={"q": looked_for}))
        assert "1 household " in page, looked_for
        assert name in page
    assert "No household fits" in text_of(at_desk.get(DESK, query_string={"q": "100%_"}))


def test_whoever_moved_out_is_not_found_there(at_desk: FlaskClient, household_id: UUID, inside: Inside) -> None:
    with inside():
        member = carry_out(actions.add_member, found(household_id), {"kind": MemberKind.ADULT, "name": "Zoe"})
        carry_out(actions.member_left, member)
    assert "No household fits" in text_of(at_desk.get(DESK, query_string={"q": "Zoe"}))


def test_filters_narrow_and_the_order_changes(
    at_desk: FlaskClient, add_household: AddHousehold, inside: Inside, worker: Account
) -> None:
    offering, paused, quiet = add_household("Aled"), add_household("Bea"), add_household("Cai")
    with inside():
        carry_out(actions.add_offer, found(offering), {"kind": ArrangementKind.LIVE_IN, "spaces": 1})
        carry_out(actions.add_offer, found(quiet), {"kind": ArrangementKind.SHORT_BREAK, "spaces": 0})
        carry_out(actions.confirm_availability, found(offering))
        carry_out(actions.change_state, found(paused), HouseholdState.PAUSED, None, 1)
        carry_out(lambda: setattr(found(quiet), "named_worker_id", worker.id))

    def names(**asked: str) -> list[str]:
        return re.findall(r"\b(Aled|Bea|Cai)\b", text_of(at_desk.get(DESK, query_string=asked)))

    assert names() == ["Aled", "Bea", "Cai"]
    assert names(state="paused") == ["Bea"]
    assert names(kind="live_in") == ["Aled"]
    assert names(spaces="space") == ["Aled"]
    assert names(spaces="stale") == ["Cai"]
    assert names(worker=str(worker.id)) == ["Cai"]
    assert names(sort="newest") == ["Cai", "Bea", "Aled"]
    assert names(sort="confirmed") == ["Bea", "Cai", "Aled"]
    assert names(state="nonsense", kind="x", worker="y", spaces="z", sort="?", page="-1") == ["Aled", "Bea", "Cai"]


def test_a_page_holds_twenty_five(at_desk: FlaskClient, add_household: AddHousehold) -> None:
    for number in range(27):
        add_household(f"Invented {number:02}")
    first, second = text_of(at_desk.get(DESK)), text_of(at_desk.get(DESK, query_string={"page": "2"}))
    assert len(re.findall(r"Invented \d\d", first)) == 25
    assert re.findall(r"Invented \d\d", second) == ["Invented 25", "Invented 26"]
    assert "Invented 26" in text_of(at_desk.get(DESK, query_string={"page": "999"}))


@contextmanager
def counted(app: Flask) -> Iterator[list[str]]:
    """The statements sent meanwhile."""
    sent: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        sent.append(statement)

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    yield sent
    event.remove(engine, "before_cursor_execute", note)


def test_the_number_of_statements_does_not_grow_with_the_list(
    app: Flask, at_desk: FlaskClient, add_household: AddHousehold, inside: Inside, worker: Account
) -> None:
    def add(number: int) -> None:
        household_id = add_household(f"Invented {number}")
        with inside():
            household = found(household_id)
            carry_out(actions.add_offer, household, {"kind": ArrangementKind.LIVE_IN, "spaces": 1})
            carry_out(actions.add_member, household, {"kind": MemberKind.CARER, "name": f"Carer {number}"})
            carry_out(actions.move_home, household, None, "LA1", None)
            carry_out(lambda: setattr(found(household_id), "named_worker_id", worker.id))

    add(0)
    with counted(app) as few:
        at_desk.get(DESK)
    for number in range(1, 9):
        add(number)
    with counted(app) as many:
        at_desk.get(DESK)
    assert len(many) == len(few)


@given(st.text(max_size=60))
def test_whatever_is_looked_for_is_answered(at_desk: FlaskClient, household_id: UUID, words: str) -> None:
    asked = dict.fromkeys(("q", "state", "kind", "worker", "spaces", "sort", "page"), words)
    assert at_desk.get(DESK, query_string=asked).status_code == 200


# --- reading -------------------------------------------------------------------------------------------------------------


def test_their_own_words_come_first_and_what_runs_out_is_marked(
    at_desk: FlaskClient, household_id: UUID, inside: Inside
) -> None:
    with inside():
        household = found(household_id)
        carry_out(actions.change_household, household, {"about_us": "We keep bees.", "languages": ["welsh"]}, 1)
        carry_out(actions.change_approval, household, {"approval_review_on": today() + timedelta(30)}, 2)
        for expires_on in (today() - timedelta(1), today() + timedelta(30), today() + timedelta(400)):
            carry_out(actions.add_check, household, {"kind": CheckKind.DBS, "expires_on": expires_on})
    page = text_of(at_desk.get(f"{DESK}/{household_id}"))
    assert page.index("We keep bees.") < page.index("Welsh") < page.index("Checks")
    assert page.count("Ran out") == 1
    assert page.count("Runs out soon") == 1
    assert "Due soon" in page


def test_whoever_opens_a_profile_is_written_down_first(
    at_desk: FlaskClient, household_id: UUID, inside: Inside, worker: Account
) -> None:
    at_desk.get(f"{DESK}/{household_id}")
    at_desk.get(f"{DESK}/{household_id}/words")
    at_desk.get(DESK)
    with inside():
        pages = [(reading.page, reading.account_id) for reading in readings_of(household_id)]
        assert pages == [("words", worker.id), ("profile", worker.id)]
        lists = db.session.exec(select(Reading).where(Reading.subject_kind == "households")).all()
        assert len(lists) == 1, "a list is one entry"


def test_what_cannot_be_written_down_is_not_shown(
    app: Flask, at_desk: FlaskClient, household_id: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("the record cannot be written")

    monkeypatch.setattr("carers.desk.opening.viewed", broken)
    app.config["PROPAGATE_EXCEPTIONS"] = False
    app.testing = False
    page = at_desk.get(f"{DESK}/{household_id}")
    assert page.status_code == 500
    assert "Ann and Joe" not in page.text


def test_an_auditor_reads_without_buttons_phones_addresses_or_notes(
    app: Flask, household_id: UUID, inside: Inside, make_account: MakeAccount, sign_in: SignIn
) -> None:
    with inside():
        household = found(household_id)
        private = {"phone": "01632 960001", "notes": "A private note"}
        carry_out(actions.change_household, household, private, 1)
        carry_out(actions.move_home, household, "1 Invented Row", "LA1 4XX", None)
    auditor = sign_in(app.test_client(), make_account(Role.AUDITOR))
    page = auditor.get(f"{DESK}/{household_id}")
    for hidden in ("01632", "private note", "Invented Row", "4XX", "Change", 'method="post" action="/desk'):
        assert hidden not in page.text
    assert auditor.get(f"{DESK}/{household_id}/words").status_code == 403
    assert auditor.post(f"{DESK}/{household_id}/confirm").status_code == 403


# --- changing ------------------------------------------------------------------------------------------------------------


def test_a_household_is_added_by_name_alone_and_whoever_adds_it_is_its_worker(
    at_desk: FlaskClient, inside: Inside, worker: Account
) -> None:
    assert "Please give a name" in text_of(at_desk.post(f"{DESK}/add", data={"name": "  "}))
    done = at_desk.post(f"{DESK}/add", data={"name": "Ann and Joe"})
    assert done.status_code == 302
    with inside():
        household = queries.household_by_reference("H001")
        assert household is not None
        assert household.named_worker_id == worker.id
        assert done.location.startswith(f"{DESK}/{household.id}")


def test_every_section_opens_and_takes_back_what_it_shows(
    at_desk: FlaskClient, household_id: UUID, inside: Inside
) -> None:
    needed = {"state": "offering", "name": "Ann and Joe"}
    for name in (name for name, each in SECTIONS.items() if not each.cards):
        page = at_desk.get(f"{DESK}/{household_id}/{name}")
        assert page.status_code == 200, name
        version = re.search(r'name="version" type="hidden" value="(\d*)"', page.text)
        assert version, name
        done = at_desk.post(f"{DESK}/{household_id}/{name}", data={"version": version[1], **needed})
        assert done.status_code == 302, (name, done.text)
    with inside():
        assert found(household_id).version == 1, "nothing was changed, so nothing counts as a change"


def test_a_story_is_written_and_read(at_desk: FlaskClient, household_id: UUID) -> None:
    words = {"version": "1", "about_us": "We keep <b>bees</b>.\r\nAnd hens.", "ordinary_day": ""}
    done = at_desk.post(f"{DESK}/{household_id}/words", data=words, follow_redirects=True)
    assert "We keep &lt;b&gt;bees&lt;/b&gt;." in done.text


def test_the_second_of_two_workers_sees_what_the_first_one_wrote_and_may_save_again(
    app: Flask, at_desk: FlaskClient, household_id: UUID, make_account: MakeAccount, sign_in: SignIn, inside: Inside
) -> None:
    other = sign_in(app.test_client(), make_account(Role.WORKER))
    url = f"{DESK}/{household_id}/words"
    assert at_desk.post(url, data={"version": "1", "about_us": "We keep bees."}).status_code == 302
    second = other.post(url, data={"version": "1", "about_us": "We keep hens.", "can_share": "Eggs"})
    page = text_of(second)
    assert "Somebody else saved this first" in page
    assert "They saved We keep bees." in page
    assert "You wrote We keep hens." in page
    with inside():
        assert found(household_id).about_us == "We keep bees."
    version = re.search(r'name="version" type="hidden" value="(\d+)"', second.text)
    assert version
    again = other.post(url, data={"version": version[1], "about_us": "We keep both.", "can_share": "Eggs"})
    assert again.status_code == 302
    with inside():
        assert (found(household_id).about_us, found(household_id).can_share) == ("We keep both.", "Eggs")


def test_a_postcode_that_is_none_is_kindly_refused_and_what_was_typed_stays(
    at_desk: FlaskClient, household_id: UUID
) -> None:
    page = at_desk.post(f"{DESK}/{household_id}/where", data={"address": "1 Invented Row", "postcode": "Lancaster"})
    assert "Please check this postcode" in page.text
    assert "1 Invented Row" in page.text
    assert 'value="Lancaster"' in page.text


@pytest.mark.parametrize(
    ("name", "answers", "shown"),
    [
        ("members", {"kind": "child", "age_band": "5_to_10"}, "Child, 5 to 10"),
        ("offers", {"kind": "live_in", "spaces": "2", "when": "all week"}, "Live-in, 2 spaces, all week"),
        ("away", {"starts_on": ["1", "May", "2199"], "words": "At the sea"}, "1 May 2199, At the sea"),
        ("checks", {"kind": "dbs", "number": "0012", "decision": "clear"}, "DBS, clear, 0012"),
    ],
)
def test_parts_are_added_changed_and_taken_off(
    at_desk: FlaskClient, household_id: UUID, inside: Inside, name: str, answers: dict[str, Any], shown: str
) -> None:
    base = f"{DESK}/{household_id}/{name}"
    assert at_desk.get(f"{base}/add").status_code == 200
    assert "There is a problem" in at_desk.post(f"{base}/add", data={}).text
    assert shown in text_of(at_desk.post(f"{base}/add", data=answers, follow_redirects=True))
    with inside():
        (row,) = PARTS[name].of(found(household_id))
        part_id = row.id
    assert at_desk.get(f"{base}/{part_id}").status_code == 200
    assert at_desk.post(f"{base}/{part_id}", data={"version": "1", **answers}).status_code == 302
    assert at_desk.get(f"{base}/{uuid4()}").status_code == 404
    assert shown not in text_of(at_desk.post(f"{base}/{part_id}/remove", follow_redirects=True))


def test_a_part_of_another_household_is_not_found_here(
    at_desk: FlaskClient, add_household: AddHousehold, household_id: UUID, inside: Inside
) -> None:
    with inside():
        offer = carry_out(actions.add_offer, found(household_id), {"kind": ArrangementKind.LIVE_IN})
        offer_id = offer.id
    elsewhere = f"{DESK}/{add_household('Next door')}/offers/{offer_id}"
    assert at_desk.get(elsewhere).status_code == 404
    assert at_desk.post(f"{elsewhere}/remove").status_code == 404


def test_another_schemes_household_is_not_found(
    app: Flask, household_id: UUID, make_scheme: MakeScheme, make_account: MakeAccount, sign_in: SignIn, inside: Inside
) -> None:
    stranger = sign_in(app.test_client(), make_account(Role.MANAGER, scheme=make_scheme()))
    for page in ("", "/words", "/members/add"):
        assert stranger.get(f"{DESK}/{household_id}{page}").status_code == 404
    assert stranger.post(f"{DESK}/{household_id}/confirm").status_code == 404
    assert "No households yet" in stranger.get(DESK).text
    with inside():
        assert readings_of(household_id) == []


def test_confirming_and_noting_a_conversation(at_desk: FlaskClient, household_id: UUID, inside: Inside) -> None:
    base = f"{DESK}/{household_id}"
    assert at_desk.post(f"{base}/confirm").status_code == 302
    note = {"on": ["", "", ""], "which": "listen", "words": "We talked about hens."}
    assert "We talked about hens." in at_desk.post(f"{base}/conversations/add", data=note, follow_redirects=True).text
    with inside():
        household = found(household_id)
        assert household.availability_confirmed_at is not None


def test_a_carer_is_invited_and_opens_their_own_pages(
    app: Flask, at_desk: FlaskClient, household_id: UUID, inside: Inside
) -> None:
    with inside():
        household = found(household_id)
        ann = carry_out(actions.add_member, household, {"kind": MemberKind.CARER, "name": "Ann"}).id
        child = carry_out(actions.add_member, household, {"kind": MemberKind.CHILD}).id
    base = f"{DESK}/{household_id}/members"
    assert "Invite Ann" in at_desk.get(f"{base}/{ann}").text
    assert at_desk.post(f"{base}/{child}/invite", data={"email": "child@example.org"}).status_code == 200
    assert at_desk.post(f"{base}/{ann}/invite", data={"email": "ann@example.org"}).status_code == 302
    assert "have an account already" in at_desk.post(f"{base}/{ann}/invite", data={"email": "b@example.org"}).text
    with inside():
        (message,) = db.session.exec(select(Message)).all()
        link = re.search(r"https?://[^/]+(/\S+)", message.body)
        assert link
    phone = app.test_client()
    button = phone.get(link[1])
    assert button.status_code == 200
    phone.post(link[1], data={})
    assert "Hello Ann" in phone.get("/home").text


# --- photographs -----------------------------------------------------------------------------------------------------------


def test_photographs_are_added_shown_described_and_taken_away(
    app: Flask, at_desk: FlaskClient, household_id: UUID, inside: Inside
) -> None:
    base = f"{DESK}/{household_id}/photographs"
    refused = at_desk.post(
        f"{base}/add", data={"file": (BytesIO(b"only text"), "kitchen.jpg"), "caption": "Our kitchen"}
    )
    assert "could not open this as a photograph" in refused.text
    assert 'value="Our kitchen"' in refused.text
    unsaid = at_desk.post(f"{base}/add", data={"file": (a_photograph(), "kitchen.jpg")})
    assert "Please say in a few words" in unsaid.text
    done = at_desk.post(f"{base}/add", data={"file": (a_photograph(), "kitchen.jpg"), "caption": "Our kitchen"})
    assert done.status_code == 302
    with inside():
        (photograph,) = queries.photographs_of(found(household_id))
        photograph_id, file_name = photograph.id, photograph.file_name
    with at_desk.get(f"{base}/{photograph_id}.jpg") as picture:
        assert (picture.status_code, picture.mimetype) == (200, "image/jpeg")
        assert "public" not in picture.headers["Cache-Control"]
    assert at_desk.post(f"{base}/{photograph_id}", data={"caption": "The stove"}).status_code == 302
    assert "The stove" in at_desk.get(f"{DESK}/{household_id}").text
    assert at_desk.post(f"{base}/{photograph_id}/remove").status_code == 302
    assert at_desk.get(f"{base}/{photograph_id}.jpg").status_code == 404
    assert list(Path(app.config["INSTANCE_PATH"]).rglob(file_name)) == []


def test_photographs_are_seen_only_by_who_may_open_the_household(
    app: Flask,
    client: FlaskClient,
    at_desk: FlaskClient,
    household_id: UUID,
    add_household: AddHousehold,
    make_scheme: MakeScheme,
    make_account: MakeAccount,
    sign_in: SignIn,
    inside: Inside,
) -> None:
    photograph = {"file": (a_photograph(), "kitchen.jpg"), "caption": "Our kitchen"}
    at_desk.post(f"{DESK}/{household_id}/photographs/add", data=photograph)
    with inside():
        photograph_id = db.session.exec(select(Photograph.id)).one()
    picture = f"{DESK}/{household_id}/photographs/{photograph_id}.jpg"
    other_scheme = make_account(Role.WORKER, scheme=make_scheme())
    carer = make_account(Role.CARER)
    assert app.test_client().get(picture).status_code == 302, "sign in first"
    assert sign_in(app.test_client(), other_scheme).get(picture).status_code == 404
    assert sign_in(app.test_client(), carer).get(picture).status_code == 403
    elsewhere = f"{DESK}/{add_household('Next door')}/photographs/{photograph_id}.jpg"
    assert at_desk.get(elsewhere).status_code == 404
