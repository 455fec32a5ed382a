"""A household's own pages, as a carer meets them on a phone."""

import re
from datetime import timedelta
from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient
from PIL import Image

from carers import actions, queries
from carers.models import Household, HouseholdState, MemberKind
from carers.sections import SECTIONS
from scheme.clock import today
from scheme.database import carry_out, now
from scheme.kinds import ArrangementKind
from scheme.models import Account, Role, Scheme
from scheme.record import readings_of, viewed
from scheme.ways_of_living import Contribution, Helper, PetTemper
from tests.carers.conftest import AddHousehold, Inside, found
from tests.ground.accounts import MakeAccount, SignIn

HOME = "/home"
PROFILE = HOME + "/profile"
PHOTOGRAPHS = HOME + "/photographs"


def text_of(page: Any) -> str:
    """What a page says, without its tags."""
    assert page.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.text))


# --- the front page ------------------------------------------------------------------------------------------------------


def test_availability_is_confirmed_in_one_tap(at_home: FlaskClient, household_id: UUID, inside: Inside) -> None:
    with inside():
        away = {"starts_on": today() + timedelta(3), "words": "At the sea"}
        carry_out(actions.add_time_away, found(household_id), away)
    front = text_of(at_home.get(HOME))
    for shown in ("Hello Ann", "Is this still right?", "Live-in, 1 space", "Short break, 1 space", "At the sea"):
        assert shown in front
    assert "You have not told us before" in front
    with inside():
        assert found(household_id).availability_confirmed_at is None, "opening a page changes nothing"
    after = text_of(at_home.post(f"{HOME}/still-right", follow_redirects=True))
    assert "Thank you. We know it is still right." in after
    assert "You last told us on" in after
    with inside():
        confirmed = found(household_id).availability_confirmed_at
        assert confirmed is not None
        assert now() - confirmed < timedelta(minutes=5)


def test_spaces_are_changed_and_confirmed_together(at_home: FlaskClient, household_id: UUID, inside: Inside) -> None:
    page = at_home.get(f"{HOME}/spaces").text
    sent = dict(re.findall(r'name="(version-[^"]+)" type="hidden" value="(\d+)"', page))
    assert len(sent) == 2
    with inside():
        live_in, breaks = (offer.id for offer in queries.offers_of(found(household_id)))
    sent |= {f"spaces-{live_in}": "0", f"spaces-{breaks}": ""}
    assert at_home.post(f"{HOME}/spaces", data=sent).status_code == 302
    front = text_of(at_home.get(HOME))
    assert "Live-in, no space now" in front
    assert "Short break, spaces not known yet" in front
    with inside():
        assert found(household_id).availability_confirmed_at is not None


def test_spaces_the_worker_has_just_changed_are_not_overwritten(
    at_home: FlaskClient, household_id: UUID, inside: Inside
) -> None:
    sent = dict(re.findall(r'name="(version-[^"]+)" type="hidden" value="(\d+)"', at_home.get(f"{HOME}/spaces").text))
    with inside():
        live_in, breaks = queries.offers_of(found(household_id))
        carry_out(actions.change_offer, live_in, {"spaces": 2}, 1)
        answers = {f"spaces-{live_in.id}": "0", f"spaces-{breaks.id}": "1"}
    page = at_home.post(f"{HOME}/spaces", data=sent | answers)
    assert "Somebody else saved this first" in page.text
    with inside():
        assert [offer.spaces for offer in queries.offers_of(found(household_id))] == [2, 1]
    again = dict(re.findall(r'name="(version-[^"]+)" type="hidden" value="(\d+)"', page.text))
    assert at_home.post(f"{HOME}/spaces", data=again | answers).status_code == 302
    with inside():
        assert [offer.spaces for offer in queries.offers_of(found(household_id))] == [0, 1]


def test_a_household_says_what_it_shares_and_how_its_animals_are(
    at_home: FlaskClient, household_id: UUID, inside: Inside
) -> None:
    at_home.post(f"{PROFILE}/giving", data={"contributes": ["garden"], "would_enjoy": ["cooking"], "version": "1"})
    at_home.post(f"{PROFILE}/days", data={"pets": ["dog"], "pet_tempers-dog": "lively", "version": "2"})
    at_home.post(f"{PROFILE}/support", data={"experienced_with": ["money"], "helpers": ["woman"], "version": "3"})
    with inside():
        told = found(household_id)
        assert (told.contributes, told.would_enjoy) == ([Contribution.GARDEN], [Contribution.COOKING])
        assert (told.pet_tempers, told.helpers) == ({"dog": PetTemper.LIVELY}, [Helper.WOMAN])
    profile = text_of(at_home.get(PROFILE))
    assert all(said in profile for said in ("Helping in the garden", "Lively and bouncy", "Money and letters"))
    asked = at_home.get(f"{PROFILE}/days").text
    assert 'name="pet_tempers-dog"' in asked
    assert 'name="pet_tempers-cat"' not in asked
    at_home.post(f"{PROFILE}/days", data={"pets": [""], "version": "4"})
    assert "How is each of them with people?" not in at_home.get(f"{PROFILE}/days").text


def test_a_household_taking_a_break_is_not_asked(at_home: FlaskClient, household_id: UUID, inside: Inside) -> None:
    with inside():
        carry_out(actions.change_state, found(household_id), HouseholdState.PAUSED, today() + timedelta(30), 1)
    front = text_of(at_home.get(HOME))
    assert "Is this still right?" not in front
    assert "Taking a break" in front


def test_what_other_packages_tell_a_household_stands_on_its_front_page(
    app: Flask, at_home: FlaskClient, household_id: UUID
) -> None:
    def part(household: Household) -> str:
        return f"Somebody would like to meet {household.name}"

    app.extensions.setdefault("portal_parts", {})["carer"] = [part]
    assert "Somebody would like to meet Ann and Joe" in at_home.get(HOME).text


def test_an_account_without_a_household_is_told_kindly(app: Flask, make_account: MakeAccount, sign_in: SignIn) -> None:
    nobody = sign_in(app.test_client(), make_account(Role.CARER))
    assert "not joined to a household yet" in nobody.get(HOME).text
    assert nobody.get(PROFILE).status_code == 404
    assert nobody.post(f"{HOME}/still-right").status_code == 404


# --- the profile -----------------------------------------------------------------------------------------------------------


def test_own_sections_open_and_the_desks_do_not(at_home: FlaskClient) -> None:
    profile = text_of(at_home.get(PROFILE))
    for section in SECTIONS.values():
        opened = at_home.get(f"{PROFILE}/{section.name}")
        assert opened.status_code == (200 if section.own else 404), section.name
        assert not section.own or section.own_title in profile
    for name in ("where", "approval", "state", "supported", "notes"):
        assert at_home.post(f"{PROFILE}/{name}", data={"version": "1"}).status_code == 404


def test_a_household_cannot_move_its_own_pin(at_home: FlaskClient, household_id: UUID, inside: Inside) -> None:
    with inside():
        carry_out(actions.move_home, found(household_id), "1 Invented Row", "LA1 4XX", None)
    page = at_home.get(f"{PROFILE}/home")
    assert "postcode" not in page.text
    version = re.search(r'name="version" type="hidden" value="(\d+)"', page.text)
    assert version
    moved = {"version": version[1], "garden": "yes", "postcode": "SW1A 1AA", "address": "Elsewhere", "cell": "2000:1:1"}
    assert at_home.post(f"{PROFILE}/home", data=moved).status_code == 302
    with inside():
        home = queries.home_of(found(household_id))
        assert home is not None
        assert (home.garden, home.postcode, home.address, home.area) == ("yes", "LA1 4XX", "1 Invented Row", "LA1")
    assert "Have you moved?" in text_of(at_home.get(PROFILE))


def test_what_the_carer_writes_is_what_the_desk_reads_and_two_editors_meet(
    at_home: FlaskClient, at_desk: FlaskClient, household_id: UUID
) -> None:
    desk = f"/desk/households/{household_id}"
    assert at_home.post(f"{PROFILE}/words", data={"version": "1", "about_us": "We keep bees."}).status_code == 302
    assert "We keep bees." in at_desk.get(desk).text
    late = at_desk.post(f"{desk}/words", data={"version": "1", "about_us": "They keep bees."})
    assert "Somebody else saved this first" in late.text
    assert at_desk.post(f"{desk}/days", data={"version": "1", "noise": "quiet"}).status_code == 302


def test_members_the_scheme_approved_are_changed_only_in_what_they_like(
    at_home: FlaskClient, household_id: UUID, inside: Inside
) -> None:
    with inside():
        household = found(household_id)
        resident = carry_out(actions.add_member, household, {"kind": MemberKind.RESIDENT, "name": "Bea"}).id
        ann = queries.members_of(household)[0].id
    for member_id in (resident, ann):
        url = f"{PROFILE}/members/{member_id}"
        assert 'name="kind"' not in at_home.get(url).text
        assert at_home.post(url, data={"version": "1", "kind": "adult", "noise": "quiet"}).status_code in {200, 302}
        assert at_home.post(f"{url}/remove").status_code == 403
    assert at_home.post(f"{PROFILE}/members/add", data={"kind": "carer", "name": "Mo"}).status_code == 200
    assert at_home.post(f"{PROFILE}/members/add", data={"kind": "resident", "name": "Mo"}).status_code == 200
    assert at_home.post(f"{PROFILE}/members/add", data={"kind": "adult", "name": "Nain"}).status_code == 302
    with inside():
        kinds = {member.name: member.kind for member in queries.members_of(found(household_id))}
        assert kinds == {"Ann": MemberKind.CARER, "Bea": MemberKind.RESIDENT, "Nain": MemberKind.ADULT}


def test_offers_and_days_away_are_the_households_own(at_home: FlaskClient, household_id: UUID, inside: Inside) -> None:
    added = at_home.post(f"{PROFILE}/offers/add", data={"kind": "day_support", "spaces": "2"}, follow_redirects=True)
    assert "Day support, 2 spaces" in text_of(added)
    assert at_home.post(f"{PROFILE}/away/add", data={"starts_on": ["1", "5", "2199"]}).status_code == 302
    with inside():
        (away,) = queries.away_of(found(household_id))
        away_id = away.id
    assert at_home.get(f"{PROFILE}/away/{away_id}").status_code == 200
    assert "1 May 2199" not in at_home.post(f"{PROFILE}/away/{away_id}/remove", follow_redirects=True).text
    assert at_home.get(f"{PROFILE}/checks/add").status_code == 404


def test_another_households_rows_are_not_found(
    at_home: FlaskClient, add_household: AddHousehold, inside: Inside
) -> None:
    elsewhere = add_household("Next door")
    with inside():
        offer = carry_out(actions.add_offer, found(elsewhere), {"kind": ArrangementKind.LIVE_IN}).id
        picture = carry_out(actions.add_photograph, found(elsewhere), "not-there.jpg", "A garden").id
    assert at_home.get(f"{PROFILE}/offers/{offer}").status_code == 404
    assert at_home.post(f"{PROFILE}/offers/{offer}/remove").status_code == 404
    for page in (f"{picture}", f"{picture}.jpg"):
        assert at_home.get(f"{PHOTOGRAPHS}/{page}").status_code == 404
    assert at_home.post(f"{PHOTOGRAPHS}/{picture}/remove").status_code == 404


def test_a_carer_opens_nothing_at_the_desk(at_home: FlaskClient, household_id: UUID) -> None:
    for page in ("", f"/{household_id}", f"/{household_id}/where", f"/{household_id}/checks/add"):
        assert at_home.get(f"/desk/households{page}").status_code == 403


# --- photographs and who looked ----------------------------------------------------------------------------------------------


def test_own_photographs(at_home: FlaskClient, household_id: UUID, inside: Inside) -> None:
    file = BytesIO()
    Image.new("RGB", (40, 30), "green").save(file, "PNG")
    file.seek(0)
    assert "Please choose a photograph first" in at_home.post(PHOTOGRAPHS, data={"caption": "A garden"}).text
    sent = {"file": (file, "garden.png"), "caption": "Our garden in May"}
    assert "Our garden in May" in text_of(at_home.post(PHOTOGRAPHS, data=sent, follow_redirects=True))
    with inside():
        (photograph,) = queries.photographs_of(found(household_id))
        url = f"{PHOTOGRAPHS}/{photograph.id}"
    with at_home.get(f"{url}.jpg") as picture:
        assert picture.mimetype == "image/jpeg"
    assert "Please say in a few words" in at_home.post(url, data={"caption": ""}).text
    assert at_home.post(url, data={"caption": "Our garden in June"}).status_code == 302
    assert "Our garden in June" in at_home.get(url).text
    assert at_home.post(f"{url}/remove").status_code == 302
    assert at_home.get(url).status_code == 404


def test_thirteen_photographs_are_too_many(at_home: FlaskClient, household_id: UUID, inside: Inside) -> None:
    with inside():
        for number in range(12):
            carry_out(actions.add_photograph, found(household_id), f"{number}.jpg", "A garden")
    file = BytesIO()
    Image.new("RGB", (40, 30), "green").save(file, "JPEG")
    file.seek(0)
    refused = at_home.post(PHOTOGRAPHS, data={"file": (file, "garden.jpg"), "caption": "One more"})
    assert "There are 12 photographs already" in refused.text


def test_who_looked_is_told_once_a_day_and_own_visits_are_not(
    at_home: FlaskClient, at_desk: FlaskClient, household_id: UUID, inside: Inside
) -> None:
    assert "Nobody has looked" in at_home.get(f"{HOME}/who-looked").text
    at_home.get(PROFILE)
    for page in ("", "/words"):
        at_desk.get(f"/desk/households/{household_id}{page}")
    page = text_of(at_home.get(f"{HOME}/who-looked"))
    assert page.count("Invented Helen") == 1
    with inside():
        assert len(readings_of(household_id)) == 2


def test_who_was_put_forward_to_us_is_never_named_here(
    at_home: FlaskClient, household_id: UUID, make_account: MakeAccount, inside: Inside
) -> None:
    for role, name in ((Role.PERSON, "Josie Surname"), (Role.SUPPORTER, "Helen Surname")):
        with inside(make_account(role, name=name)):
            viewed("household", household_id, "introductions", "You were put forward to them")
    page = text_of(at_home.get(f"{HOME}/who-looked"))
    assert page.count("Somebody put forward to you looked on") == 1
    assert not any(name in page for name in ("Josie", "Helen", "Surname"))


# --- homeshare -------------------------------------------------------------------------------------------------------------


@pytest.fixture
def homesharer(
    app: Flask, homeshare: Scheme, homeshare_worker: Account, make_account: MakeAccount, sign_in: SignIn, inside: Inside
) -> FlaskClient:
    """A homesharer in their own pages."""
    account = make_account(Role.CARER, name="Mo Invented", scheme=homeshare)
    with inside(homeshare_worker):
        household = carry_out(actions.add_household, {"name": "Mo"})
        member = carry_out(actions.add_member, household, {"kind": MemberKind.CARER, "name": "Mo"})
        carry_out(actions.give_account, member, account)
        carry_out(actions.add_offer, household, {"kind": ArrangementKind.HOMESHARE, "spaces": 1})
    return sign_in(app.test_client(), account)


def test_a_homesharer_is_asked_which_animals_they_would_live_with_and_not_about_washing(
    homesharer: FlaskClient,
) -> None:
    days, support = (homesharer.get(f"{PROFILE}/{name}").text for name in ("days", "support"))
    assert "Which animals would you be happy to live with?" in days
    assert "How is each of them with people?" not in days
    assert "Who could help somebody wash and dress?" not in support


def test_a_homesharer_is_never_called_a_carer_and_has_no_home_or_approval_here(
    app: Flask, homesharer: FlaskClient, homeshare_worker: Account, sign_in: SignIn, inside: Inside
) -> None:
    with inside(homeshare_worker):
        household_id = queries.find(queries.Wanted()).rows[0].household.id
    desk = sign_in(app.test_client(), homeshare_worker)
    pages = [homesharer.get(HOME), homesharer.get(PROFILE), homesharer.get(f"{HOME}/spaces")]
    pages += [homesharer.get(f"{PROFILE}/{name}") for name in ("words", "days", "support", "members/add", "offers/add")]
    pages += [
        desk.get(f"/desk/households/{household_id}{page}") for page in ("", "/members/add", "/offers/add", "/days")
    ]
    for page in pages:
        assert not re.search(r"\bcarers?\b", text_of(page), re.IGNORECASE)
    read = text_of(pages[8])
    assert "Homesharer" in read
    assert "Approval" not in read
    assert "Their home" not in read
    for name in ("home", "where", "approval", "supported"):
        assert desk.get(f"/desk/households/{household_id}/{name}").status_code == 404
    assert homesharer.get(f"{PROFILE}/home").status_code == 404
