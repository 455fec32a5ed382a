"""People's own pages, as they and their supporters go through them. Everybody here is invented."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlmodel import select

from people import actions, queries
from people.models import Authority, AuthorityScope, ConsentFor, Person
from people.sections import SECTIONS
from scheme.clock import today
from scheme.database import carry_out, db
from scheme.models import Account, Message, Reading, Role
from scheme.record import viewed
from scheme.ways_of_living import Contribution, Noise
from tests.ground.accounts import MakeAccount, MakeScheme, SignIn
from tests.people.conftest import InScheme, MakePerson

OwnPages = Callable[..., FlaskClient]


def test_somebody_comes_straight_to_their_own_page(make_person: MakePerson, own_pages: OwnPages) -> None:
    person = make_person("Mo")
    page = own_pages(person).get("/me/", follow_redirects=True)
    assert page.request.path == f"/me/{person.id}"
    assert "Hello Mo" in page.text
    assert "You do not have a worker yet." in page.text


def test_my_worker_is_named_with_a_way_to_reach_them(
    make_person: MakePerson, own_pages: OwnPages, worker: Account
) -> None:
    person = make_person(named_worker_id=worker.id)
    page = own_pages(person).get(f"/me/{person.id}").text
    assert "Invented Wyn is your worker." in page
    assert f"mailto:{worker.email}" in page


def test_an_account_that_belongs_to_nobody_yet_is_told_whom_to_ask(
    app: Flask, make_account: MakeAccount, sign_in: SignIn
) -> None:
    page = sign_in(app.test_client(), make_account(Role.PERSON)).get("/me/").text
    assert "Please talk to your worker." in page


def test_what_somebody_says_about_themselves_is_kept_and_shown_in_their_wording(
    make_person: MakePerson, own_pages: OwnPages
) -> None:
    person = make_person("Mo")
    me = own_pages(person)
    form = me.get(f"/me/{person.id}/profile/good-life").text
    assert "What is a good life for you?" in form
    assert "What does a good life look like?" not in form
    saved = me.post(f"/me/{person.id}/profile/good-life", data={"good_life": "A dog and a garden", "version": "1"})
    profile = me.get(saved.location).text
    assert "A dog and a garden" in profile
    assert "Saved. Thank you." in profile


def test_every_section_opens_in_the_persons_own_pages_but_for_the_desks(
    make_person: MakePerson, own_pages: OwnPages
) -> None:
    person = make_person()
    me = own_pages(person)
    for name, section in SECTIONS.items():
        expected = 200 if section.in_portal and not section.homeshare_only else 404
        assert me.get(f"/me/{person.id}/profile/{name}").status_code == expected, name


def test_what_the_desk_notes_is_not_on_the_persons_page_by_accident(
    make_person: MakePerson, own_pages: OwnPages
) -> None:
    person = make_person(notes="Rang twice, no answer", good_life="Sea air")
    page = own_pages(person).get(f"/me/{person.id}/profile").text
    assert "Sea air" in page
    assert "Rang twice" not in page


def test_a_person_and_their_worker_at_once_nothing_is_overwritten(
    make_person: MakePerson, own_pages: OwnPages, at_desk: FlaskClient, in_scheme: InScheme
) -> None:
    person = make_person(noise=Noise.QUIET)
    me = own_pages(person)
    at_desk.post(f"/desk/people/{person.id}/days/change", data={"noise": "between", "version": "1"})
    page = me.post(f"/me/{person.id}/profile/days", data={"noise": "lively", "version": "1"})
    assert page.status_code == 200
    for words in ("Somebody else saved this first", "A bit of both", "Lively"):
        assert words in page.text
    with in_scheme():
        kept = db.session.get_one(Person, person.id)
        assert kept.noise is Noise.BETWEEN


def test_i_choose_where_i_meet_my_people(make_person: MakePerson, own_pages: OwnPages) -> None:
    person = make_person()
    me = own_pages(person)
    me.post(f"/me/{person.id}/places/add", data={"label": "The café", "postcode": "LA1"})
    asked = me.get(f"/me/{person.id}/circle/add").text
    assert "Where do you meet?" in asked
    place = asked.split('name="meet_at_id"')[1].split('value="')[1].split('"')[0]
    me.post(f"/me/{person.id}/circle/add", data={"name": "Lou", "meet_at_id": place, "getting_together": "on_foot"})
    assert "Lou, at The café, on foot" in me.get(f"/me/{person.id}/profile").text


def test_places_wishes_and_people_are_mine_to_add_and_take_off(make_person: MakePerson, own_pages: OwnPages) -> None:
    person = make_person()
    me = own_pages(person)
    me.post(f"/me/{person.id}/circle/add", data={"name": "Florence", "closeness": "closest"})
    page = me.get(f"/me/{person.id}/profile").text
    assert "Florence, closest to me" in page
    link = page.split(f'href="/me/{person.id}/circle/')[1].split('"')[0]
    me.post(f"/me/{person.id}/circle/{link}/remove")
    assert "Florence" not in me.get(f"/me/{person.id}/profile").text


def test_i_see_who_looked_when_and_why(make_person: MakePerson, own_pages: OwnPages, at_desk: FlaskClient) -> None:
    person = make_person()
    me = own_pages(person)
    assert "Nobody has looked" in me.get(f"/me/{person.id}/who-looked").text
    at_desk.get(f"/desk/people/{person.id}")
    page = me.get(f"/me/{person.id}/who-looked").text
    assert "Invented Wyn looked on" in page
    assert "Why: Works at your scheme." in page


def test_whoever_looked_from_a_home_is_called_no_more_than_they_have_told_me(
    make_person: MakePerson, own_pages: OwnPages, make_account: MakeAccount, in_scheme: InScheme
) -> None:
    person = make_person()
    me = own_pages(person)
    for role, name in ((Role.CARER, "Bev Surname"), (Role.PERSON, "Al Lodger"), (Role.SUPPORTER, "Als Sister")):
        with in_scheme(acting=make_account(role, name=name)):
            viewed("person", person.id, "introduction", "You were put forward to them")
    page = me.get(f"/me/{person.id}/who-looked").text
    assert "Bev looked on" in page
    assert page.count("Somebody who lives there looked on") == 1, "once a day and reason"
    assert not any(name in page for name in ("Surname", "Al ", "Lodger", "Sister"))
    own_pages(person, Role.SUPPORTER).get(f"/me/{person.id}/profile")
    assert "Why: Supports you" in me.get(f"/me/{person.id}/who-looked").text


def test_looking_at_my_own_pages_is_nobodys_business(
    make_person: MakePerson, own_pages: OwnPages, in_scheme: InScheme
) -> None:
    person = make_person()
    me = own_pages(person)
    for page in ("", "/profile", "/who-looked", "/agreed"):
        assert me.get(f"/me/{person.id}{page}").status_code == 200
    with in_scheme():
        assert db.session.exec(select(Reading)).all() == []


def test_i_can_take_back_what_i_agreed_to_and_my_worker_hears_of_it_once(
    make_person: MakePerson, own_pages: OwnPages, in_scheme: InScheme, worker: Account
) -> None:
    person = make_person(named_worker_id=worker.id)
    with in_scheme():
        consent = carry_out(actions.give_consent, db.session.get_one(Person, person.id), ConsentFor.PHOTOGRAPH).id
    me = own_pages(person)
    page = me.post(f"/me/{person.id}/agreed/{consent}/take-back", follow_redirects=True).text
    assert "You took this back on" in page
    me.post(f"/me/{person.id}/agreed/{consent}/take-back")
    with in_scheme():
        (mail,) = db.session.exec(select(Message)).all()
        assert (mail.to_email, "photograph" in (mail.body or "")) == (worker.email, False)


# --- supporters ------------------------------------------------------------------------------------------------------------


def test_a_supporter_chooses_whom_to_look_at_with(
    app: Flask, make_person: MakePerson, make_account: MakeAccount, sign_in: SignIn, in_scheme: InScheme
) -> None:
    supporter, mo, al = make_account(Role.SUPPORTER), make_person("Mo"), make_person("Al")
    make_person("Zebedee")
    with in_scheme():
        for person in (mo, al):
            carry_out(
                actions.give_authority, db.session.get_one(Person, person.id), supporter, {"authority": Authority.ASKED}
            )
    page = sign_in(app.test_client(), supporter).get("/me/").text
    assert f'href="/me/{mo.id}"' in page
    assert f'href="/me/{al.id}"' in page
    assert "Zebedee" not in page


def test_a_supporter_is_seen_looking(make_person: MakePerson, own_pages: OwnPages, in_scheme: InScheme) -> None:
    person = make_person()
    own_pages(person, Role.SUPPORTER).get(f"/me/{person.id}/profile")
    with in_scheme():
        reading = db.session.exec(select(Reading)).one()
        assert (reading.page, reading.why) == ("profile", "Supports you: the person asked them to help")


def test_reading_together_is_not_writing(make_person: MakePerson, own_pages: OwnPages, in_scheme: InScheme) -> None:
    person = make_person(good_life="Sea air")
    with in_scheme():
        consent = carry_out(actions.give_consent, db.session.get_one(Person, person.id), ConsentFor.PHOTOGRAPH).id
    reading = own_pages(person, Role.SUPPORTER, scope=AuthorityScope.READ)
    profile = reading.get(f"/me/{person.id}/profile")
    assert "Sea air" in profile.text
    assert "Change this" not in profile.text
    for page in ("/profile/good-life", "/circle/add"):
        refused = reading.get(f"/me/{person.id}{page}")
        assert refused.status_code == 403
        assert "You can read, but not change" in refused.text
        assert reading.post(f"/me/{person.id}{page}", data={"good_life": "Mine", "name": "Jo"}).status_code == 403
    assert reading.post(f"/me/{person.id}/agreed/{consent}/take-back").status_code == 403
    with in_scheme():
        kept = db.session.get_one(Person, person.id)
        assert (kept.good_life, kept.version, queries.circle_of(kept)) == ("Sea air", 1, [])
        assert queries.consents_of(kept)[0].withdrawn_on is None


def test_helping_to_write_is(make_person: MakePerson, own_pages: OwnPages) -> None:
    person = make_person()
    helping = own_pages(person, Role.SUPPORTER, scope=AuthorityScope.HELP)
    helping.post(f"/me/{person.id}/profile/good-life", data={"good_life": "Sea air", "version": "1"})
    assert "Sea air" in helping.get(f"/me/{person.id}/profile").text


@pytest.mark.parametrize(("days", "status"), [(0, 200), (-1, 403)])
def test_authority_holds_on_its_last_day_and_not_after(
    make_person: MakePerson, own_pages: OwnPages, in_scheme: InScheme, days: int, status: int
) -> None:
    person = make_person("Mo", good_life="Sea air")
    with in_scheme():
        last_day = today() + timedelta(days=days)
    supporter = own_pages(person, Role.SUPPORTER, expires_on=last_day)
    for page in ("", "/profile", "/who-looked", "/agreed", "/profile/good-life"):
        answer = supporter.get(f"/me/{person.id}{page}")
        assert answer.status_code == status, page
        assert ("You can no longer open the pages of Mo." in answer.text) is (status == 403)
    assert ("Sea air" in supporter.get(f"/me/{person.id}/profile").text) is (status == 200)


# --- what nobody may reach -------------------------------------------------------------------------------------------------


def test_nobody_elses_pages_are_there(
    make_person: MakePerson, make_scheme: MakeScheme, own_pages: OwnPages, in_scheme: InScheme
) -> None:
    there = make_scheme()
    mine, neighbour, stranger = make_person("Mo"), make_person("Al"), make_person("Zebedee", scheme=there)
    with in_scheme():
        friend = carry_out(actions.add_to_circle, db.session.get_one(Person, neighbour.id), {"name": "Florence"}).id
    me = own_pages(mine)
    for person in (neighbour, stranger):
        for page in ("", "/profile", "/who-looked", "/agreed", "/profile/good-life", "/circle/add"):
            assert me.get(f"/me/{person.id}{page}").status_code == 404, page
        assert me.post(f"/me/{person.id}/profile/good-life", data={"good_life": "Mine now"}).status_code == 404
    for address in (f"/me/{neighbour.id}/circle/{friend}", f"/me/{mine.id}/circle/{friend}"):
        assert me.get(address).status_code == 404
        assert me.post(f"{address}/remove").status_code == 404
    with in_scheme():
        kept = db.session.get_one(Person, neighbour.id)
        assert (kept.good_life, len(queries.circle_of(kept))) == (None, 1)


@pytest.mark.parametrize("role", [Role.WORKER, Role.MANAGER, Role.CARER, Role.AUDITOR])
def test_the_desk_and_carers_have_pages_of_their_own(
    app: Flask, make_person: MakePerson, make_account: MakeAccount, sign_in: SignIn, role: Role
) -> None:
    person = make_person()
    reader = sign_in(app.test_client(), make_account(role))
    assert reader.get("/me/").status_code == 403
    assert reader.get(f"/me/{person.id}").status_code == 403


def test_people_do_not_come_to_the_desk(make_person: MakePerson, own_pages: OwnPages) -> None:
    person = make_person()
    assert own_pages(person).get(f"/desk/people/{person.id}").status_code == 403


def test_i_say_what_i_bring_and_what_i_would_enjoy(
    make_person: MakePerson, own_pages: OwnPages, in_scheme: InScheme
) -> None:
    person = make_person()
    me = own_pages(person)
    answers = {"contributes": ["cooking", "walks"], "would_enjoy": ["music"], "version": "1"}
    me.post(f"/me/{person.id}/profile/giving", data=answers)
    page = me.get(f"/me/{person.id}/profile").text
    assert "Cooking and baking, Company on walks" in page
    assert "Music and singing" in page
    with in_scheme():
        assert db.session.get_one(Person, person.id).contributes == [Contribution.COOKING, Contribution.WALKS]


def test_a_form_sent_as_it_was_changes_nothing(
    make_person: MakePerson, own_pages: OwnPages, in_scheme: InScheme
) -> None:
    person = make_person()
    own_pages(person).post(f"/me/{person.id}/profile/giving", data={"version": "1"})
    with in_scheme():
        assert db.session.get_one(Person, person.id).version == 1


def test_i_choose_who_helps_me_and_which_animals_i_live_with(make_person: MakePerson, own_pages: OwnPages) -> None:
    person = make_person()
    me = own_pages(person)
    me.post(f"/me/{person.id}/profile/needs", data={"help_with": ["money"], "helped_by": "woman", "version": "1"})
    me.post(f"/me/{person.id}/profile/sharing", data={"pet_temper_wish": "calm_only", "version": "2"})
    page = me.get(f"/me/{person.id}/profile").text
    assert all(said in page for said in ("Money and letters", "A woman", "Only calm and gentle ones"))
    assert "How are your animals with people?" not in me.get(f"/me/{person.id}/profile/sharing").text
