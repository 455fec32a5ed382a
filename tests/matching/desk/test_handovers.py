"""Who works with whom, through the desk's pages; and no page that changes the worker of several at once."""

from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlmodel import col, select

from carers.actions import add_household
from carers.actions.would_share import would_share
from carers.models import AtHomeAgree, Household
from matching.models import Handover
from people.actions.enquiries import introduce
from people.models import Agrees, Person
from scheme.actions import set_number
from scheme.database import carry_out, db, enter_scheme
from scheme.models import Account, Change, Role
from tests.ground.accounts import MakeAccount, SignIn
from tests.ground.walks import addresses
from tests.ground.whole_schemes import MakeWholeScheme
from tests.matching.conftest import Inside, a_person

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


def test_a_warm_handover_from_plan_to_being_told(
    at_desk: FlaskClient, inside: Inside, worker: Account, make_account: MakeAccount
) -> None:
    moss = make_account(Role.WORKER, name="Invented Moss")
    with inside():
        person_id = carry_out(lambda: a_person("P009", named_worker_id=worker.id).id)
    profile = f"/desk/people/{person_id}"
    assert f"{profile}/worker" in at_desk.get(profile).text
    assert "Choose a day on which both of you meet" in at_desk.post(f"{profile}/worker", data={"to": str(moss.id)}).text
    meet = {"to": str(moss.id), "meet_on": ["1", "3", "2049"]}
    planned = at_desk.post(f"{profile}/worker", data=meet, follow_redirects=True).text
    assert "The handover is planned." in planned
    page = at_desk.get(f"{profile}/worker").headers["Location"]
    assert "Invented Wyn stays until then." in at_desk.get(page).text
    told = {"met_on": ["1", "3", "2026"], "told_on": ["1", "3", "2026"], "told_how": "Invented: over tea"}
    assert "Say who told them." in at_desk.post(page, data=told).text
    done = at_desk.post(page, data=told | {"told_by": str(worker.id)}, follow_redirects=True).text
    assert "Invented Moss, from" in done
    assert "over tea" in done
    assert "after Invented Wyn" in at_desk.get(f"{profile}/worker").text


def test_at_once_is_offered_to_managers_alone_and_asks_to_tell_them(
    at_desk: FlaskClient, app: Flask, inside: Inside, worker: Account, manager: Account, sign_in: SignIn
) -> None:
    with inside():
        person_id = carry_out(lambda: a_person("P009", named_worker_id=worker.id).id)
    page, words = f"/desk/people/{person_id}/worker", "why is there no time to meet?"
    assert words not in at_desk.get(page).text
    boss = sign_in(app.test_client(), manager)
    assert words in boss.get(page).text
    boss.post(page, data={"to": str(manager.id), "at_once_because": "Invented: ill"})
    assert "Please tell Invented P009 now" in boss.get(page, follow_redirects=True).text


@pytest.mark.parametrize("of", ["people", "households"])
def test_a_first_worker_above_the_ceiling_is_named_with_a_reason_and_nothing_is_lost_meanwhile(
    at_desk: FlaskClient, inside: Inside, worker: Account, of: str
) -> None:
    with inside():
        carry_out(set_number, f"{of}_for_one_worker", 1, 14 if of == "people" else 7)
    page = f"/desk/{of}/add"
    table: Any = Person if of == "people" else Household
    said = {"known_as": "Invented Mo", "named_worker_id": str(worker.id)} if of == "people" else {"name": "Invented Mo"}
    why = "Why is it still right?"
    assert why not in at_desk.get(page).text, "nobody is asked what nobody needs"
    assert at_desk.post(page, data=said).status_code == 302
    refused = at_desk.post(page, data=said)
    assert f"Invented Wyn is named for 1 {of} already. This scheme plans 1 for one worker." in refused.text
    assert why in refused.text
    assert "Invented Mo" in refused.text
    assert at_desk.post(page, data=said | {"more_because": "Invented: her cousin"}).status_code == 302
    with inside():
        rows = db.session.exec(select(table)).all()
        assert [row.named_worker_id for row in rows] == [worker.id] * 2
        reasons = db.session.exec(select(Handover.more_because).order_by(col(Handover.planned_at))).all()
        assert reasons == [None, "Invented: her cousin"]


def test_somebody_introduced_to_us_gets_a_worker_by_the_same_question(
    at_desk: FlaskClient, inside: Inside, worker: Account
) -> None:
    told = {"first_name": "Bo", "introducer": "Invented Ana", "email": "ana@example.org"}
    with inside():
        carry_out(set_number, "people_for_one_worker", 1, 14)
        carry_out(lambda: a_person("P009", named_worker_id=worker.id))
        enquiry = carry_out(lambda: introduce(Agrees.AGREES, told).id)
    page, said = f"/desk/people/introduced/{enquiry}/profile", {"known_as": "Bo", "named_worker_id": str(worker.id)}
    assert "Why is it still right?" in at_desk.post(page, data=said | {"into_circle": "no"}).text
    answered = said | {"into_circle": "no", "more_because": "Invented: they know each other"}
    assert at_desk.post(page, data=answered).status_code == 302
    with inside():
        assert db.session.exec(select(Person.named_worker_id).where(Person.known_as == "Bo")).one() == worker.id


def test_a_household_that_wrote_to_us_gets_a_worker_by_the_same_question(
    at_desk: FlaskClient, inside: Inside, worker: Account
) -> None:
    told = {"name": "Invented Ana", "email": "ana@example.org"}
    with inside():
        carry_out(set_number, "households_for_one_worker", 1, 7)
        carry_out(lambda: add_household({"name": "Invented Bo", "named_worker_id": worker.id}))
        wrote = carry_out(lambda: would_share(AtHomeAgree.AGREE, told).id)
    page, said = f"/desk/households/would-share/{wrote}/household", {"name": "Invented Ana and Jo"}
    refused = at_desk.post(page, data=said).text
    assert "Why is it still right?" in refused
    assert "Invented Ana and Jo" in refused, "nothing is lost"
    assert at_desk.post(page, data=said | {"more_because": "Invented: they know each other"}).status_code == 302
    with inside():
        begun = db.session.exec(select(Household).where(Household.name == "Invented Ana and Jo")).one()
        assert begun.named_worker_id == worker.id
        assert db.session.exec(select(Handover.more_because)).one() == "Invented: they know each other"


def test_everybody_who_works_here_is_listed_with_whom_they_know(
    at_desk: FlaskClient, inside: Inside, worker: Account, make_account: MakeAccount
) -> None:
    gone = make_account(Role.WORKER, name="Invented Gone")
    with inside():
        carry_out(lambda: [a_person(f"P0{number}", named_worker_id=worker.id) for number in range(10, 25)])
        carry_out(lambda: (a_person("P030", named_worker_id=gone.id), a_person("P031")))
        carry_out(lambda: setattr(db.session.get_one(Account, gone.id), "active", False))
    page = at_desk.get("/desk/workers").text
    for words in (
        "15<span",
        "More than planned",
        "People without a named worker: 1",
        "Invented Gone has left",
        "Invented P030, P030",
    ):
        assert words in page


@pytest.mark.parametrize("role", [Role.WORKER, Role.MANAGER])
def test_no_page_changes_the_worker_of_several_whatever_it_is_sent(
    role: Role, app: Flask, make_whole_scheme: MakeWholeScheme, make_account: MakeAccount, sign_in: SignIn
) -> None:
    whole = make_whole_scheme("Bryn")
    new = make_account(Role.WORKER, scheme=whole.scheme, name="Invented Newcomer")
    with app.app_context():
        enter_scheme(whole.scheme.id)
        more = carry_out(
            lambda: [a_person(f"P10{number}", named_worker_id=whole.accounts[Role.WORKER].id).id for number in range(3)]
        )
    ids = [str(each) for each in (*more, whole.ids["person_id"], whole.ids["household_id"])]
    fields = ("people", "person", "person_id", "ids", "of", "households", "arrangements", "rows", "chosen", "part")
    data = dict.fromkeys(fields, ids) | dict.fromkeys(("to", "worker", "named_worker_id", "worker_id"), str(new.id))
    data |= {
        "at_once_because": "Invented: ill",
        "more_because": "Invented",
        "version": "1",
        "known_as": "Mo",
        "name": "Mo",
    }
    client, most = sign_in(app.test_client(), whole.accounts[role]), 0
    for address in addresses(app, whole):
        if "POST" not in (address.rule.methods or ()) or address.rule.endpoint == "sign_in.sign_out":
            continue
        before = _worker_changes(app, whole.scheme.id)
        client.post(address.text, data=data)
        changed = _worker_changes(app, whole.scheme.id) - before
        most = max(most, len(changed))
        assert len(changed) <= 1, address.text
    assert most == 1, "one at a time does change"


def _worker_changes(app: Flask, scheme_id: UUID) -> set[UUID]:
    """Whose worker was changed, as the record tells it."""
    with app.app_context():
        enter_scheme(scheme_id)
        kinds = ["person", "household", "arrangement"]
        found = db.session.exec(select(Change).where(col(Change.row_kind).in_(kinds), Change.what == "changed")).all()
        changed = {change.id for change in found if {"named_worker_id", "worker_id"} & set(change.fields)}
        db.session.rollback()
        return changed
