"""Holds through the desk's pages: few may know what they are about, and nobody is left wondering whom to ask."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlmodel import select

from carers.models import Member, MemberKind
from matching.actions import holding
from matching.models import LegalBasis, PutOff
from matching.queries import holds
from people.models import Authority, AuthorityScope, Person, PersonAccount, PersonState
from scheme import record
from scheme.clock import today
from scheme.database import carry_out, db
from scheme.models import Account, Change, Reading, Role
from tests.ground.accounts import MakeAccount, SignIn
from tests.matching.conftest import Inside, Story, a_household, a_person

WORDS = "Invented: a neighbour was worried about shouting"
SENTENCE = "There is a hold: talk to Invented Wyn."
Ids = dict[str, UUID]

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


@dataclass(frozen=True)
class Desks:
    """Anybody's browser."""

    app: Flask
    make_account: MakeAccount
    sign_in: SignIn

    def of(self, who: Account | Role) -> FlaskClient:
        """Somebody signed in, in a browser of their own."""
        account = self.make_account(who) if isinstance(who, Role) else who
        return self.sign_in(self.app.test_client(), account)


@pytest.fixture
def desks(app: Flask, make_account: MakeAccount, sign_in: SignIn) -> Desks:
    """Anybody's browser."""
    return Desks(app, make_account, sign_in)


@pytest.fixture
def ids(inside: Inside, worker: Account) -> Ids:
    """Two put forward to each other, by what their pages are called."""
    with Story(inside, worker) as story:
        pair = story.begin().pair
        return {"people": pair.person.id, "households": pair.household.id, "arrangements": pair.arrangement.id}


def set_on(desk: FlaskClient, ids: Ids, of: str, *readers: Account) -> str:
    """Set a hold through its page; the page it is read on from then on."""
    page = f"/desk/{of}/{ids[of]}/hold"
    data = {
        "basis": "procedure",
        "words": WORDS,
        "readers": [str(each.id) for each in readers],
        "review_on": ["1", "3", "2049"],
    }
    assert "Choose what it rests on." in desk.post(page, data={"words": WORDS}).text
    assert desk.post(page, data=data).status_code == 302
    return desk.get(page).headers["Location"]


@pytest.mark.parametrize("of", ["people", "households", "arrangements"])
def test_who_set_it_reads_what_it_is_about_and_a_colleague_only_whom_to_ask(
    at_desk: FlaskClient, desks: Desks, ids: Ids, of: str
) -> None:
    page, profile = set_on(at_desk, ids, of), f"/desk/{of}/{ids[of]}"
    assert WORDS in at_desk.get(page).text
    mine = at_desk.get(profile).text
    assert SENTENCE in mine
    assert page in mine
    for role in (Role.WORKER, Role.AUDITOR):
        colleague = desks.of(role)
        theirs = colleague.get(profile).text
        assert SENTENCE in theirs
        assert page not in theirs
        for path in (page, f"{page}/lift"):
            for answer in (colleague.get(path), colleague.post(path, data={"words": "Mine"})):
                assert answer.status_code == 403
                assert WORDS not in answer.text
                assert role is Role.AUDITOR or SENTENCE in answer.text


def test_what_it_is_about_stands_on_no_other_page_for_anybody(
    at_desk: FlaskClient, desks: Desks, ids: Ids, manager: Account
) -> None:
    set_on(at_desk, ids, "people")
    pages = ["/desk/today", "/desk/arrangements", "/desk/record", "/desk/people/", "/desk/households"]
    pages += [f"/desk/{of}/{ids[of]}{rest}" for of in ids for rest in ("", "/record")]
    for who in (manager, Role.AUDITOR, Role.WORKER):
        desk = desks.of(who)
        assert [path for path in pages if WORDS in desk.get(path, follow_redirects=True).text] == []
    assert "safeguarding hold" not in desks.of(manager).get(f"/desk/people/{ids['people']}/record").text.lower()


def test_somebody_named_may_read_it_and_lift_it_with_words(at_desk: FlaskClient, desks: Desks, ids: Ids) -> None:
    named = desks.make_account(Role.WORKER)
    page, colleague = set_on(at_desk, ids, "arrangements", named), desks.of(named)
    assert WORDS in colleague.get(page).text
    assert "Write down why." in colleague.post(f"{page}/lift", data={"words": ""}).text
    lifted = {"words": "Invented: it was the television"}
    after = colleague.post(f"{page}/lift", data=lifted, follow_redirects=True).text
    assert "The hold is lifted." in after
    assert SENTENCE not in after
    assert lifted["words"] in colleague.get(page).text


def test_opening_it_is_written_down_but_the_person_is_not_told(at_desk: FlaskClient, ids: Ids, inside: Inside) -> None:
    at_desk.get(set_on(at_desk, ids, "people"))
    with inside():
        (hold,) = holds.in_force()
        readings = db.session.exec(select(Reading).where(Reading.page == "hold")).all()
        assert {reading.subject_id for reading in readings} == {hold.row.id}


def test_both_portals_say_kindly_that_nothing_new_happens_and_nothing_more(
    at_desk: FlaskClient, desks: Desks, ids: Ids, inside: Inside
) -> None:
    person, carer = desks.make_account(Role.PERSON), desks.make_account(Role.CARER)
    with inside():
        carry_out(_link, ids, person.id, carer.id)
    portals = {
        f"/me/{ids['people']}/introductions/{ids['arrangements']}": desks.of(person),
        f"/home/introductions/{ids['arrangements']}": desks.of(carer),
    }
    for path, portal in portals.items():
        assert "Nothing new happens" not in portal.get(path).text
    set_on(at_desk, ids, "people")
    for path, portal in portals.items():
        text = portal.get(path).text
        assert "Nothing new happens here for now." in text
        assert "safeguarding" not in text.lower()
        assert "Invented Wyn" not in text


def test_a_hold_from_before_it_was_a_subject_of_its_own_is_told_without_its_words(
    desks: Desks, ids: Ids, inside: Inside, worker: Account, manager: Account
) -> None:
    """Its first basis was anybody's words, written down under the arrangement. The record is never altered: it is read with care."""

    def written_then() -> None:
        values = {"basis": [None, WORDS], "review_on": [None, "2049-03-01"]}
        change = Change(
            account_id=worker.id, who=worker.name, doing="hold", subject_kind="arrangement", subject_id=ids["arrangements"],
            row_kind="safeguarding_hold", row_id=uuid4(), what="created", fields=sorted(values),
        )  # fmt: skip
        keys = record._keys_for(db.session, {change.subject_id})
        change.values_sealed = record._seal(record._opened(keys[change.subject_id]) or b"", change, values)
        db.session.add(change)

    with inside():
        carry_out(written_then)
    for who in (manager, Role.AUDITOR):
        page = desks.of(who).get(f"/desk/arrangements/{ids['arrangements']}/record").text
        assert "Added: safeguarding hold" in page, "that there was one is no secret at the desk"
        assert WORDS not in page
        assert "2049" not in page


def test_why_something_private_was_put_off_stands_on_no_timeline(
    at_desk: FlaskClient, desks: Desks, ids: Ids, inside: Inside, worker: Account
) -> None:
    page, of = f"/desk/arrangements/{ids['arrangements']}", ids["arrangements"]

    def put_off_both() -> None:
        for rule, why in (("holds", WORDS), ("answers", "Invented: they are away")):
            about = {"row_id": uuid4(), "subject_kind": "arrangement", "subject_id": of}
            row = PutOff.model_validate(about | {"rule": rule, "until": today(), "by_id": worker.id})
            row.why = why
            db.session.add(row)

    with inside():
        carry_out(put_off_both)
    for desk in (at_desk, desks.of(Role.MANAGER), desks.of(Role.AUDITOR)):
        text = desk.get(page).text
        assert "Holds to look at again: put off until" in text
        assert "Invented: they are away" in text
        assert WORDS not in text
    with inside():
        held = db.session.get_one(Person, ids["people"])
        basis, review_on = LegalBasis.POLICE, today() + timedelta(days=3)
        hold_id = carry_out(lambda: holding.hold(worker, held, basis, WORDS, review_on).id)
    assert "Only you read this." in at_desk.get(f"/desk/put-off/holds/{hold_id}").text
    assert "Colleagues read this." in at_desk.get(f"/desk/put-off/answers/{ids['arrangements']}").text


def test_only_who_may_know_a_hold_puts_off_looking_at_it_again(
    at_desk: FlaskClient, desks: Desks, ids: Ids, inside: Inside, worker: Account
) -> None:
    named, other = desks.make_account(Role.WORKER), desks.make_account(Role.WORKER)
    with inside():
        held = db.session.get_one(Person, ids["people"])
        soon, readers = today() + timedelta(days=5), [named.id]
        hold_id = carry_out(lambda: holding.hold(worker, held, LegalBasis.POLICE, WORDS, soon, readers).id)
        until = today() + timedelta(days=3)
    path, hers = f"/desk/put-off/holds/{hold_id}", f"/desk/?whose={worker.id}"
    said = {"until": [str(until.day), str(until.month), str(until.year)], "why": "Invented: the police ring on Monday"}
    colleague = desks.of(other)
    assert "There is a hold: look at it again" in colleague.get(hers).text
    assert path not in colleague.get(hers).text
    for answer in (colleague.get(path), colleague.post(path, data=said)):
        assert SENTENCE in answer.text
        assert "Put it off" not in answer.text
    with inside():
        assert db.session.exec(select(PutOff)).all() == []
    for may in (at_desk, desks.of(named), desks.of(Role.MANAGER)):
        assert path in may.get(hers).text
        assert "Put it off" in may.get(path).text
    assert desks.of(named).post(path, data=said).status_code == 302
    with inside():
        assert db.session.exec(select(PutOff)).one().by_id == named.id


NOT_NOW = "No step, visit or stay goes forward while it is there."


def test_lists_leave_out_whom_a_hold_is_on_and_say_how_many_but_not_whom(
    at_desk: FlaskClient, desks: Desks, inside: Inside
) -> None:
    with inside():
        found = carry_out(_two_each)
    hold = set_on(at_desk, found, "households")
    lists = [f"/desk/people/{found['people']}/households", "/desk/suggestions"]
    for desk in (at_desk, desks.of(Role.WORKER)):
        for path in lists:
            page = " ".join(desk.get(path).text.split())
            assert "1 household is left out, because nothing new goes forward while there is a hold." in page
            assert "Invented H001" not in page
            assert "Invented H002" in page
            assert SENTENCE not in page, "whom to talk to is told on the page of whom it is about"
            assert hold not in page
    desks.of(Role.WORKER).post(f"{hold}/lift", data={"words": "Mine"})
    assert at_desk.post(f"{hold}/lift", data={"words": "Invented: over"}).status_code == 302
    assert "left out" not in at_desk.get(lists[1]).text


def test_the_list_of_somebody_on_hold_suggests_nobody_and_says_whom_to_ask(
    at_desk: FlaskClient, desks: Desks, inside: Inside
) -> None:
    with inside():
        found = carry_out(_two_each)
    hold = set_on(at_desk, found, "people")
    list_, pair = f"/desk/people/{found['people']}/households", f"/desk/people/{found['people']}/households/"
    pair += str(found["households"])
    assert "Put these two forward" not in at_desk.get(pair).text
    for desk, knows in ((at_desk, True), (desks.of(Role.WORKER), False)):
        for path in (list_, pair, f"{pair}/why-not"):
            page = desk.get(path).text
            assert SENTENCE in page
            assert NOT_NOW in page
            assert (hold in page) is knows
            assert WORDS not in page
        assert "Until it is lifted, nobody is suggested here." in desk.get(list_).text
        assert "Invented H00" not in desk.get(list_).text
        assert "Nothing stands in the way" not in desk.get(f"{pair}/why-not").text


def _two_each() -> Ids:
    people = [a_person(f"P00{number}", state=PersonState.READY) for number in (1, 2)]
    households = [a_household(f"H00{number}") for number in (1, 2)]
    return {"people": people[0].id, "households": households[0].id}


def _link(ids: Ids, person_id: UUID, carer_id: UUID) -> None:
    own = PersonAccount(
        person_id=ids["people"], account_id=person_id, authority=Authority.SELF, scope=AuthorityScope.HELP
    )
    ana = Member(household_id=ids["households"], kind=MemberKind.CARER, name="Invented Ana", account_id=carer_id)
    db.session.add_all([own, ana])
