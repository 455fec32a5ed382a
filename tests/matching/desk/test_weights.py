"""How much each way of fitting counts: read at the desk, published by a manager. Everybody here is invented."""

import pytest
from flask.testing import FlaskClient
from sqlmodel import col, select

from matching.compatibility.criteria import CRITERIA
from matching.models import WeightsVersion
from scheme.database import carry_out, db
from scheme.models import Account, Role, Scheme
from scheme.ways_of_living import Noise, Routine
from tests.ground.accounts import MakeAccount, MakeScheme, SignIn
from tests.ground.jobs import answered
from tests.matching.conftest import Inside, a_household, a_person
from tests.matching.desk.conftest import of_class, read, words

USUAL = {criterion.name: str(criterion.weight) for criterion in CRITERIA}
CHANGE = "/desk/weights/change"


@pytest.fixture
def as_manager(client: FlaskClient, manager: Account, sign_in: SignIn) -> FlaskClient:
    """A reader of pages signed in as the manager."""
    return sign_in(client, manager)


def publish(
    client: FlaskClient, based_on: str = "0", note: str = "We heard that quiet matters more", **points: str
) -> str:
    answers = USUAL | points | {"note": note, "version": based_on}
    return client.post(CHANGE, data=answers, follow_redirects=True).text


def kept(inside: Inside) -> list[tuple[int, str | None]]:
    with inside():
        query = select(WeightsVersion).order_by(col(WeightsVersion.number))
        return [(version.number, version.note) for version in db.session.exec(query)]


def test_the_usual_weights_each_say_where_they_come_from(at_desk: FlaskClient) -> None:
    page = words(read(at_desk.get("/desk/weights").text))
    assert "the usual weights are in use" in page
    for criterion in CRITERIA:
        assert (
            f"{criterion.title} {criterion.question} {criterion.weight} {criterion.weight} {criterion.source}" in page
        )


def test_a_new_version_is_used_from_the_next_page_on(as_manager: FlaskClient, inside: Inside) -> None:
    def story() -> tuple[str, str]:
        person, household = a_person(noise=Noise.QUIET), a_household(noise=Noise.LIVELY)
        return str(person.id), str(household.id)

    with inside():
        person_id, household_id = carry_out(story)
    address = f"/desk/people/{person_id}/households/{household_id}"
    assert "the usual weights" in as_manager.get(address).text
    page = words(read(publish(as_manager, noise="10")))
    assert "The new weights are published." in page
    assert (
        "Version 1 In use We heard that quiet matters more Quiet or lively: 3 → 10 Published by Invented Mair" in page
    )
    after = as_manager.get(address).text
    assert "version 1 of the weights" in after
    assert "One likes home quiet and the other lively. 10 10 100" in words(of_class(read(after), "app-sum")[0])


def test_versions_are_numbered_and_each_says_what_it_changed(as_manager: FlaskClient, inside: Inside) -> None:
    publish(as_manager, noise="5", note="First")
    page = words(read(publish(as_manager, based_on="1", noise="5", faith="0", note="Second")))
    assert "Version 2 In use Second Faith: 1 → 0" in page
    assert "Version 1 First Quiet or lively: 3 → 5" in page
    assert kept(inside) == [(1, "First"), (2, "Second")]


def test_two_managers_at_once_the_second_sees_both_and_may_go_on(as_manager: FlaskClient, inside: Inside) -> None:
    publish(as_manager, noise="5", note="First")
    page = publish(as_manager, noise="8", note="Second")
    assert "Somebody else changed this while you were writing." in page
    (row,) = of_class(read(page), "app-changes__row")
    assert words(row) == "Quiet or lively They saved 5 You wrote 8"
    assert 'name="version" type="hidden" value="1"' in page
    assert kept(inside) == [(1, "First")]
    publish(as_manager, based_on="1", noise="8", note="Second")
    assert kept(inside) == [(1, "First"), (2, "Second")]


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({}, "These are the weights already in use"),
        ({"noise": "11"}, "Please write a whole number from 0 to 10."),
        ({"noise": "2.5"}, "Please write a whole number from 0 to 10."),
        ({"noise": "-1"}, "Please write a whole number from 0 to 10."),
        ({"noise": ""}, "Please give this a number. 0 leaves it out of the sum."),
        ({"noise": "4", "note": " "}, "Please say in a few words why, so that others can follow."),
        (dict.fromkeys(USUAL, "0"), "At least one way of fitting has to count."),
    ],
)
def test_what_cannot_be_published_is_said_kindly_and_nothing_is_lost(
    as_manager: FlaskClient, inside: Inside, answers: dict[str, str], sentence: str
) -> None:
    page = publish(as_manager, **(answers | {"food": "7"} if answers and "faith" not in answers else answers))
    assert "Something needs another look" in page
    assert sentence in words(read(page))
    assert kept(inside) == []
    if "noise" in answers and len(answers) == 1:
        assert 'value="7"' in page


def test_the_heaviest_weight_is_a_number_of_the_scheme(as_manager: FlaskClient, inside: Inside, scheme: Scheme) -> None:
    def allow() -> None:
        db.session.get_one(Scheme, scheme.id).numbers = {"heaviest_weight": 20}

    with inside():
        carry_out(allow)
    assert "0 to 20" in as_manager.get(CHANGE).text
    assert "Quiet or lively: 3 → 15" in words(read(publish(as_manager, noise="15")))


def test_who_would_move_is_seen_before_anything_is_published(as_manager: FlaskClient, inside: Inside) -> None:
    def story() -> None:
        a_person(noise=Noise.QUIET, routine=Routine.REGULAR)
        a_person("P002")
        a_household("H001", noise=Noise.QUIET, routine=Routine.CHANGING)
        a_household("H002", noise=Noise.LIVELY, routine=Routine.REGULAR)

    with inside():
        carry_out(story)
    answers = USUAL | {"noise": "0", "routine": "9", "note": "They said so", "version": "0", "look": "who-would-move"}
    found = answered(as_manager, as_manager.post(CHANGE, data=answers))
    page = found.text
    said = words(read(page))
    assert "Of 2 people who are looking, 1 would have another household first, and 1 other first three" in said
    assert "Routine: 2 → 9" in said
    assert "Company: 3 → 3" not in said
    assert "Invented P001 (P001) Invented H001 Invented H002 Invented H002 Invented H001" in said
    assert "Invented P002" not in said
    assert "Something needs another look" not in said
    assert {each.get("name"): each.get("value") for each in read(page).iter("input")}["routine"] == "9"
    assert ">They said so</textarea>" in page
    assert kept(inside) == []
    publish(as_manager, noise="5", note="First")
    page = as_manager.get(found.request.path, query_string=found.request.query_string.decode()).text
    assert "Other weights have been published since" in page
    assert 'name="version" type="hidden" value="0"' in page, "so that publishing shows both"


def test_what_somebody_else_looked_at_is_not_shown(
    as_manager: FlaskClient, make_account: MakeAccount, sign_in: SignIn
) -> None:
    answers = USUAL | {"noise": "0", "version": "0", "look": "who-would-move"}
    found = answered(as_manager, as_manager.post(CHANGE, data=answers)).request
    assert "moves=" in found.url
    other = (
        sign_in(as_manager, make_account(Role.MANAGER)).get(found.path, query_string=found.query_string.decode()).text
    )
    assert "Who would move</h2>" not in other
    assert {each.get("name"): each.get("value") for each in read(other).iter("input")}["noise"] == USUAL["noise"]
    assert as_manager.get(f"{CHANGE}?moves=nonsense").status_code == 200


def test_nobody_is_moved_by_what_cannot_be_understood(as_manager: FlaskClient, inside: Inside) -> None:
    page = as_manager.post(CHANGE, data=USUAL | {"noise": "lots", "version": "0", "look": "who-would-move"}).text
    assert "Please write a whole number from 0 to 10." in words(read(page))
    assert "Who would move" not in [words(each) for each in read(page).iter("h2")]
    assert kept(inside) == []


def test_everybody_at_the_desk_reads_and_only_a_manager_publishes(
    client: FlaskClient, make_account: MakeAccount, sign_in: SignIn, inside: Inside
) -> None:
    for role in (Role.WORKER, Role.AUDITOR):
        sign_in(client, make_account(role))
        page = client.get("/desk/weights")
        assert page.status_code == 200
        assert "Change the weights" not in page.text
        assert client.get(CHANGE).status_code == 403
        assert client.post(CHANGE, data=USUAL | {"noise": "9", "note": "No"}).status_code == 403
    assert kept(inside) == []
    assert "Change the weights" in sign_in(client, make_account(Role.MANAGER)).get("/desk/weights").text


def test_each_scheme_has_its_own(
    as_manager: FlaskClient, make_scheme: MakeScheme, make_account: MakeAccount, sign_in: SignIn
) -> None:
    publish(as_manager, noise="9")
    sign_in(as_manager, make_account(Role.MANAGER, scheme=make_scheme()))
    assert "the usual weights are in use" in as_manager.get("/desk/weights").text
    assert "Version 1" in publish(as_manager, noise="8")
