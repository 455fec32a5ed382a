"""People at the desk, as a worker goes through the pages. Everybody here is invented."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event
from sqlmodel import select

from people import actions, queries
from people.models import CirclePerson, Person, PersonPlace, PersonState
from people.sections import PARTS, SECTIONS
from scheme.clock import today
from scheme.database import carry_out, db
from scheme.kinds import ArrangementKind, SchemeKind
from scheme.models import Account, Change, Reading, Role
from scheme.ways_of_living import Stance, YesNo
from tests.ground.accounts import MakeAccount, MakeScheme, SignIn
from tests.people.conftest import InScheme, MakePerson


@contextmanager
def statements_counted(app: Flask) -> Iterator[list[str]]:
    """The statements a page sends to the database."""
    sent: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        sent.append(statement)

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    yield sent
    event.remove(engine, "before_cursor_execute", note)


# --- finding ---------------------------------------------------------------------------------------------------------------


def test_finding_somebody_costs_the_same_however_many_there_are(
    app: Flask, at_desk: FlaskClient, in_scheme: InScheme, worker: Account
) -> None:
    def add(many: int) -> None:
        for number in range(many):
            person = actions.add_person({"known_as": f"Invented {number}", "named_worker_id": worker.id})
            actions.add_wanted(person, {"kind": ArrangementKind.LIVE_IN})

    costs = []
    for more in (1, 29, 30):
        with in_scheme():
            carry_out(add, more)
        with statements_counted(app) as sent:
            assert at_desk.get("/desk/people/").status_code == 200
        costs.append(len(sent))
    assert costs[0] == costs[1] == costs[2]


def test_a_long_list_is_told_25_at_a_time(at_desk: FlaskClient, in_scheme: InScheme) -> None:
    with in_scheme():
        carry_out(lambda: [actions.add_person({"known_as": f"Invented {number:02}"}) for number in range(30)])
    first, second = at_desk.get("/desk/people/").text, at_desk.get("/desk/people/?page=2").text
    assert "Invented 24" in first
    assert "Invented 25" not in first
    assert "Invented 25" in second
    assert "Invented 24" not in second
    assert at_desk.get("/desk/people/?page=99").status_code == 200


@pytest.fixture
def neighbours(make_person: MakePerson, worker: Account, in_scheme: InScheme) -> None:
    """Three people who differ in everything that can be looked for."""
    ann = make_person("Annie", full_name="Anwen 100%_Probert", crisis=YesNo.YES, named_worker_id=worker.id)
    make_person("Bob", state=PersonState.READY, crisis=YesNo.NO)
    make_person("Cai", state=PersonState.LEFT)
    with in_scheme():
        carry_out(actions.add_wanted, db.session.get_one(Person, ann.id), {"kind": ArrangementKind.SHORT_BREAK})


LOOKED_FOR = [
    ("", {"Annie", "Bob", "Cai"}),
    ("q=anni", {"Annie"}),
    ("q=p002", {"Bob"}),
    ("q=probert", {"Annie"}),
    ("q=100%25_", {"Annie"}),
    ("q=%25", {"Annie"}),
    ("q=nobody+at+all", set()),
    ("state=ready", {"Bob"}),
    ("kind=short_break", {"Annie"}),
    ("worker=nobody", {"Bob", "Cai"}),
    ("crisis=yes", {"Annie"}),
    ("crisis=not_known", {"Cai"}),
    ("state=left&crisis=not_known&sort=reference", {"Cai"}),
    ("state=nonsense&kind=nonsense&worker=nonsense&crisis=nonsense&sort=nonsense", {"Annie", "Bob", "Cai"}),
    ("q=%00ann", {"Annie"}),
]


@pytest.mark.usefixtures("neighbours")
def test_people_are_found_by_what_is_known_of_them(at_desk: FlaskClient) -> None:
    for asked, expected in LOOKED_FOR:
        page = at_desk.get(f"/desk/people/?{asked}").text
        assert {name for name in ("Annie", "Bob", "Cai") if f">{name}</a>" in page} == expected, asked


@pytest.mark.usefixtures("neighbours")
def test_people_are_found_by_their_worker(at_desk: FlaskClient, worker: Account) -> None:
    page = at_desk.get(f"/desk/people/?worker={worker.id}").text
    assert ">Annie</a>" in page
    assert ">Bob</a>" not in page


def test_every_order_of_the_list_works(at_desk: FlaskClient, make_person: MakePerson) -> None:
    make_person("Bob")
    make_person("Annie")
    for sort in queries.SORTS:
        page = at_desk.get(f"/desk/people/?sort={sort}").text
        annie_first = page.index(">Annie</a>") < page.index(">Bob</a>")
        assert annie_first is (sort in {"name", "newest"}), sort


def test_an_auditor_reads_without_full_names_numbers_and_buttons(
    app: Flask, make_person: MakePerson, make_account: MakeAccount, sign_in: SignIn, in_scheme: InScheme
) -> None:
    person = make_person("Annie", full_name="Anwen Probert", phone="01632 960001", good_life="A garden of my own")
    with in_scheme():
        carry_out(
            actions.change_home,
            db.session.get_one(Person, person.id),
            {"postcode": "LA1", "address": "1 Made-up Row"},
            None,
        )
    auditor = sign_in(app.test_client(), make_account(Role.AUDITOR))
    pages = auditor.get("/desk/people/").text + auditor.get(f"/desk/people/{person.id}").text
    assert "A garden of my own" in pages
    for told_to_workers_only in ("Probert", "960001", "Made-up Row", "Add somebody", "/change"):
        assert told_to_workers_only not in pages
    assert "Annie" not in auditor.get("/desk/people/?q=Probert").text
    assert auditor.get(f"/desk/people/{person.id}/who/change").status_code == 403


# --- adding and reading ----------------------------------------------------------------------------------------------------


def test_a_name_is_enough_to_begin(at_desk: FlaskClient, worker: Account, in_scheme: InScheme) -> None:
    page = at_desk.post("/desk/people/add", data={"known_as": "Mo", "named_worker_id": str(worker.id)})
    assert page.status_code == 302
    assert "Mo is here now, as P001." in at_desk.get(page.location).text
    with in_scheme():
        person = queries.person_by_reference("p001")
        assert person is not None
        assert (person.named_worker_id, person.first_contact_on) == (worker.id, today())


def test_without_a_name_nothing_typed_is_lost(at_desk: FlaskClient) -> None:
    page = at_desk.post("/desk/people/add", data={"known_as": " ", "good_life": "Near the sea"}).text
    assert "Please say what they like to be called." in page
    assert "Near the sea" in page


def test_the_profile_begins_with_their_own_words(at_desk: FlaskClient, make_person: MakePerson) -> None:
    person = make_person(
        good_life="Sea air",
        can_bring="Good jokes",
        interests={"gardening": Stance.LOVE},
        access_needs=[],
        phone="01632",
    )
    page = at_desk.get(f"/desk/people/{person.id}").text
    order = [page.index(words) for words in ("Sea air", "Good jokes", "Gardening", "None of these", "01632")]
    assert order == sorted(order)


def test_whoever_opens_a_profile_is_written_down_and_told(
    at_desk: FlaskClient, make_person: MakePerson, in_scheme: InScheme, worker: Account
) -> None:
    mine, theirs = make_person(named_worker_id=worker.id), make_person()
    for person in (mine, theirs):
        at_desk.get(f"/desk/people/{person.id}")
    with in_scheme():
        said = {
            reading.subject_id: (reading.who, reading.page, reading.why) for reading in db.session.exec(select(Reading))
        }
    assert said[mine.id] == ("Invented Wyn", "profile", "Your own worker")
    assert said[theirs.id] == ("Invented Wyn", "profile", "Works at your scheme")


def test_a_page_that_cannot_be_written_down_is_not_shown(
    app: Flask, at_desk: FlaskClient, make_person: MakePerson, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = make_person(good_life="Sea air")

    def fails(*_: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr("scheme.record.viewed", fails)
    app.config["PROPAGATE_EXCEPTIONS"] = False
    page = at_desk.get(f"/desk/people/{person.id}")
    assert page.status_code == 500
    assert "Sea air" not in page.text


# --- changing --------------------------------------------------------------------------------------------------------------

ANSWERS: dict[str, dict[str, Any]] = {
    "good-life": {"good_life": "Sea air"},
    "about": {"can_bring": "Good jokes"},
    "giving": {"contributes": ["cooking"], "would_enjoy": ["music"]},
    "support": {"bad_days": "Loud drills"},
    "likes": {"interests-gardening": "love", "values": ["calm"]},
    "languages": {"languages": ["welsh"]},
    "culture": {"faiths": ["chapel"], "culture": "Eisteddfod"},
    "days": {"noise": "quiet"},
    "sharing": {"brings_pets": ["dog"], "pets_wish": "love", "pet_temper_wish": "calm_only"},
    "needs": {"must_nots": ["smoking"], "distance_limit_miles": "12", "help_with": ["money"], "helped_by": "woman"},
    "who": {"known_as": "Mo", "pronouns": "they", "email": "mo@example.org"},
    "where": {"postcode": "la1"},
    "desk": {"notes": "Rang twice"},
}
SHOWN = (
    "Sea air", "Good jokes", "Cooking and baking", "Music and singing", "Loud drills", "Gardening", "Peace and quiet", "Welsh", "Eisteddfod", "Quiet", "Dog",
    "I would love a pet", "Only calm and gentle ones", "Any smoking", "Money and letters", "A woman", "12 miles", "they", "mo@example.org", "LA1", "Rang twice",
)  # fmt: skip


def test_every_section_can_be_changed_and_read_again(at_desk: FlaskClient, make_person: MakePerson) -> None:
    profile = f"/desk/people/{make_person().id}"
    asked_here = {
        name for name, each in SECTIONS.items() if each.at_desk and not each.homeshare_only and not each.cards
    }
    assert asked_here == ANSWERS.keys()
    for section, answers in ANSWERS.items():
        form = at_desk.get(f"{profile}/{section}/change").text
        version = re.search(r'name="version" type="hidden" value="(\d*)"', form)
        assert version, section
        saved = at_desk.post(f"{profile}/{section}/change", data=answers | {"version": version[1]})
        assert saved.status_code == 302, section
    page = at_desk.get(profile).text
    for words in SHOWN:
        assert words in page, words


def test_the_home_is_asked_about_only_where_it_is_the_persons(
    app: Flask, make_scheme: MakeScheme, make_account: MakeAccount, make_person: MakePerson, sign_in: SignIn
) -> None:
    homeshare = make_scheme(kind=SchemeKind.HOMESHARE)
    person = make_person(scheme=homeshare)
    coordinator = sign_in(app.test_client(), make_account(Role.WORKER, scheme=homeshare))
    address = f"/desk/people/{person.id}/own-home/change"
    coordinator.post(address, data={"words": "A tall house with a cat flap", "garden": "yes"})
    assert "A tall house with a cat flap" in coordinator.get(f"/desk/people/{person.id}").text
    sharing = coordinator.get(f"/desk/people/{person.id}/sharing/change").text
    assert "Are there children in their home?" in sharing
    assert "How is each of them with people?" in sharing
    assert "Which animals would they be happy with?" not in sharing
    needs = coordinator.get(f"/desk/people/{person.id}/needs/change").text
    assert "Who would they like to help them wash and dress?" not in needs


def test_in_shared_lives_nobody_is_asked_about_a_home_they_do_not_share(
    at_desk: FlaskClient, make_person: MakePerson
) -> None:
    person = make_person()
    assert at_desk.get(f"/desk/people/{person.id}/own-home/change").status_code == 404
    assert "Are there children in their home?" not in at_desk.get(f"/desk/people/{person.id}/sharing/change").text


def test_two_workers_on_one_section_the_second_sees_what_changed(
    app: Flask,
    at_desk: FlaskClient,
    make_person: MakePerson,
    make_account: MakeAccount,
    sign_in: SignIn,
    in_scheme: InScheme,
) -> None:
    person = make_person(good_life="A flat")
    other = sign_in(app.test_client(), make_account(Role.WORKER, name="Invented Ned"))
    address = f"/desk/people/{person.id}/good-life/change"
    assert 'value="1"' in other.get(address).text
    at_desk.post(address, data={"good_life": "A garden", "version": "1"})
    page = other.post(address, data={"good_life": "A balcony", "version": "1"})
    assert page.status_code == 200
    for words in ("Somebody else saved this first", "A garden", "A balcony", 'value="2"'):
        assert words in page.text
    with in_scheme():
        kept = db.session.get_one(Person, person.id)
        assert kept.good_life == "A garden"
    assert other.post(address, data={"good_life": "Both", "version": "2"}).status_code == 302


@pytest.mark.parametrize(
    ("part", "first", "then", "shown"),
    [
        ("wanted", {"kind": "live_in"}, {"kind": "short_break"}, "Short break"),
        ("places", {"label": "Mum’s", "postcode": "LA1", "how_often": "weekly"}, {"label": "Nan’s"}, "Nan’s"),
        ("circle", {"name": "Jo", "closeness": "closest"}, {"name": "Josie"}, "Josie"),
    ],
)
def test_wishes_places_and_the_circle_are_added_changed_and_taken_off(
    at_desk: FlaskClient, make_person: MakePerson, in_scheme: InScheme,
    part: str, first: dict[str, str], then: dict[str, str], shown: str,
) -> None:  # fmt: skip
    profile = f"/desk/people/{make_person().id}"
    at_desk.post(f"{profile}/{part}/add", data=first)
    with in_scheme():
        row_id = db.session.exec(select(PARTS[part].model.id)).one()
    assert at_desk.get(f"{profile}/{part}/{row_id}").status_code == 200
    at_desk.post(f"{profile}/{part}/{row_id}", data=first | then | {"version": "1"})
    assert shown in at_desk.get(profile).text
    at_desk.post(f"{profile}/{part}/{row_id}/remove")
    assert at_desk.get(f"{profile}/{part}/{row_id}").status_code == 404
    assert shown not in at_desk.get(profile).text


def test_where_somebody_is_met_is_chosen_from_the_places_that_matter(
    at_desk: FlaskClient, make_person: MakePerson, in_scheme: InScheme
) -> None:
    profile = f"/desk/people/{make_person().id}"
    assert "Where do they usually meet?" not in at_desk.get(f"{profile}/circle/add").text
    at_desk.post(f"{profile}/places/add", data={"label": "The club", "postcode": "LA1"})
    with in_scheme():
        place = db.session.exec(select(PersonPlace.id)).one()
    assert "The club" in at_desk.get(f"{profile}/circle/add").text
    at_desk.post(f"{profile}/circle/add", data={"name": "Jo", "meet_at_id": str(place), "getting_together": "by_bus"})
    assert "Jo, at The club, by bus or train" in at_desk.get(profile).text


def test_where_things_stand(at_desk: FlaskClient, make_person: MakePerson) -> None:
    profile = f"/desk/people/{make_person().id}"
    at_desk.post(f"{profile}/crisis", data={"crisis": "yes", "version": "1"})
    assert (
        "Please give the day to ask again"
        in at_desk.post(f"{profile}/state", data={"state": "paused", "version": "2"}).text
    )
    at_desk.post(f"{profile}/state", data={"state": "ready", "version": "2"})
    page = at_desk.get(profile).text
    for words in ("In a crisis", "Ready to meet"):
        assert words in page


def test_a_conversation_says_which_of_the_three_it_was(at_desk: FlaskClient, make_person: MakePerson) -> None:
    profile = f"/desk/people/{make_person().id}"
    day = {"on": ["3", "March", "2026"]}
    at_desk.post(f"{profile}/conversations/add", data=day | {"which": "good_life", "words": "Wants a dog"})
    page = at_desk.get(profile).text
    assert "3 March 2026" in page
    assert "build a good life" in page
    assert "Wants a dog" in page


def test_consents_and_supporters(at_desk: FlaskClient, make_person: MakePerson, make_account: MakeAccount) -> None:
    profile = f"/desk/people/{make_person().id}"
    supporter = make_account(Role.SUPPORTER, name="Invented Sian")
    at_desk.post(f"{profile}/consents/add", data={"purpose": "photograph", "how": "Said yes, laughing"})
    unknown = {"email": "stranger@example.org", "authority": "asked", "scope": "read"}
    assert "please say what they are called" in at_desk.post(f"{profile}/supporters/add", data=unknown).text
    at_desk.post(f"{profile}/supporters/add", data=unknown | {"email": supporter.email.upper()})
    page = at_desk.get(f"{profile}/agreements").text
    for words in ("Showing my photograph", "Said yes, laughing", "Invented Sian", "Read with them"):
        assert words in page


# --- what nobody may reach -------------------------------------------------------------------------------------------------


def test_another_schemes_people_are_not_there(
    at_desk: FlaskClient, make_person: MakePerson, make_scheme: MakeScheme, in_scheme: InScheme
) -> None:
    there = make_scheme()
    stranger = make_person("Zebedee", scheme=there)
    with in_scheme(there):
        friend = carry_out(actions.add_to_circle, db.session.get_one(Person, stranger.id), {"name": "Florence"}).id
    assert "Zebedee" not in at_desk.get("/desk/people/").text
    profile = f"/desk/people/{stranger.id}"
    for page in ("", "/agreements", "/good-life/change", "/circle/add", f"/circle/{friend}", "/state", "/worker"):
        assert at_desk.get(profile + page).status_code == 404, page
    assert at_desk.post(f"{profile}/circle/{friend}/remove").status_code == 404
    assert at_desk.post(f"{profile}/good-life/change", data={"good_life": "Mine now"}).status_code == 404
    with in_scheme(there):
        kept = db.session.get_one(Person, stranger.id)
        assert kept.good_life is None
        assert [each.name for each in queries.circle_of(kept)] == ["Florence"]


def test_a_part_is_reached_only_through_its_own_person(
    at_desk: FlaskClient, make_person: MakePerson, in_scheme: InScheme
) -> None:
    mo, al = make_person("Mo"), make_person("Al")
    with in_scheme():
        friend = carry_out(actions.add_to_circle, db.session.get_one(Person, mo.id), {"name": "Florence"}).id
    assert at_desk.get(f"/desk/people/{al.id}/circle/{friend}").status_code == 404
    assert at_desk.post(f"/desk/people/{al.id}/circle/{friend}/remove").status_code == 404
    with in_scheme():
        assert db.session.get(CirclePerson, friend) is not None


def test_opening_a_page_changes_nothing(at_desk: FlaskClient, make_person: MakePerson, in_scheme: InScheme) -> None:
    person = make_person()
    with in_scheme():
        before = len(db.session.exec(select(Change)).all())
    for page in ("", *(f"/{name}/change" for name in SECTIONS), "/state", "/crisis", "/worker", "/agreements"):
        at_desk.get(f"/desk/people/{person.id}{page}")
    with in_scheme():
        assert len(db.session.exec(select(Change)).all()) == before
