"""Keeping two apart, through the desk's pages; and nowhere else."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest
from flask.testing import FlaskClient

from carers.models import Member, MemberKind
from matching.queries import apart
from people.models import Authority, AuthorityScope, PersonAccount
from scheme.database import carry_out, db
from scheme.models import Account, Role
from tests.ground.accounts import MakeAccount, SignIn
from tests.matching.conftest import Inside, Story, a_person

WHY = "Invented: their families fell out."


@dataclass(frozen=True)
class Two:
    """Two who are getting to know each other, by id."""

    person_id: UUID
    household_id: UUID
    arrangement_id: UUID

    @property
    def pair_page(self) -> str:
        """The desk's page about the two."""
        return f"/desk/people/{self.person_id}/households/{self.household_id}"

    @property
    def page(self) -> str:
        """Where they are kept apart."""
        return f"{self.pair_page}/keep-apart"


@pytest.fixture
def two(inside: Inside, worker: Account) -> Two:
    """Two put forward."""
    with Story(inside, worker) as story:
        story.begin()
        return Two(story.pair.person.id, story.pair.household.id, story.arrangement.id)


def test_it_is_written_with_its_reason_and_the_arrangement_says_so(at_desk: FlaskClient, two: Two) -> None:
    assert two.page in at_desk.get(two.pair_page).text
    assert "These two have something under way" in at_desk.get(two.page).text
    empty = at_desk.post(two.page, data={"words": ""})
    assert "Write down why." in empty.text
    page = at_desk.post(two.page, data={"words": WHY}, follow_redirects=True).text
    assert WHY in page
    assert "by Invented Wyn." in page
    assert "A manager can take it back." in page
    arrangement = at_desk.get(f"/desk/arrangements/{two.arrangement_id}").text
    assert "must be kept apart" in arrangement
    assert two.page in arrangement
    assert "Why these two are kept apart" in at_desk.get(two.pair_page).text


def test_it_is_written_from_either_side_and_only_once(at_desk: FlaskClient, two: Two) -> None:
    of_person, of_household = (
        f"/desk/people/{two.person_id}/keep-apart",
        f"/desk/households/{two.household_id}/keep-apart",
    )
    assert of_person in at_desk.get(f"/desk/people/{two.person_id}/households").text
    assert of_household in at_desk.get(f"/desk/households/{two.household_id}/people").text
    page = at_desk.post(of_person, data={"other": str(two.household_id), "words": WHY}, follow_redirects=True).text
    assert WHY in page
    again = at_desk.post(of_household, data={"other": str(two.person_id), "words": "Once more"})
    assert "This is written down already." in again.text
    assert "Once more" in again.text
    for nonsense in ("", "nobody", str(two.arrangement_id)):
        assert at_desk.post(of_person, data={"other": nonsense, "words": WHY}).status_code == 200


def test_a_manager_takes_it_back_with_a_reason_and_a_worker_does_not(
    client: FlaskClient, at_desk: FlaskClient, two: Two, manager: Account, sign_in: SignIn, inside: Inside
) -> None:
    at_desk.post(two.page, data={"words": WHY})
    with inside():
        kept = apart.kept_apart(two.person_id, two.household_id)
        assert kept
        taking_back = f"/desk/keep-apart/{kept.id}/take-back"
    assert at_desk.get(taking_back).status_code == 403
    boss = sign_in(client, manager)
    assert taking_back in boss.get(two.page).text
    assert WHY in boss.get(taking_back).text
    assert "Write down why." in boss.post(taking_back, data={"words": ""}).text
    boss.post(taking_back, data={"words": "Made up"})
    with inside():
        assert apart.kept_apart(two.person_id, two.household_id) is None
    assert boss.get(taking_back).status_code == 404
    assert WHY not in boss.get(two.page).text


def test_it_is_never_in_a_portal(
    client: FlaskClient, at_desk: FlaskClient, two: Two, make_account: MakeAccount, sign_in: SignIn, inside: Inside
) -> None:
    person, carer = make_account(Role.PERSON), make_account(Role.CARER)

    def link() -> None:
        linked: dict[str, Any] = {"authority": Authority.SELF, "scope": AuthorityScope.HELP}
        db.session.add(PersonAccount(person_id=two.person_id, account_id=person.id, **linked))
        db.session.add(
            Member(household_id=two.household_id, kind=MemberKind.CARER, name="Invented Ana", account_id=carer.id)
        )

    with inside():
        carry_out(link)
    at_desk.get(two.page)
    at_desk.post(two.page, data={"words": WHY})
    mine = ["", "/who-looked", "/introductions", f"/introductions/{two.arrangement_id}"]
    walks = [
        (person, [f"/me/{two.person_id}{end}" for end in mine]),
        (carer, ["/home", "/home/who-looked", f"/home/introductions/{two.arrangement_id}"]),
    ]
    for account, paths in walks:
        reader = sign_in(client, account)
        for path in paths:
            answer = reader.get(path, follow_redirects=True)
            assert answer.status_code == 200, path
            assert "apart" not in answer.text.lower().replace("alongside", ""), path
            assert WHY not in answer.text


def test_two_people_are_kept_apart_from_the_page_of_either_and_it_stands_on_both(
    at_desk: FlaskClient, two: Two, inside: Inside
) -> None:
    with inside():
        other_id = carry_out(lambda: a_person("P002").id)
    pages = [f"/desk/people/{each}/keep-apart" for each in (two.person_id, other_id)]
    at_desk.post(pages[0], data={"other": str(other_id), "words": WHY})
    for page in pages:
        assert WHY in at_desk.get(page).text
    assert WHY not in at_desk.get(two.page).text
    itself = at_desk.post(pages[0], data={"other": str(two.person_id), "words": WHY})
    assert "Please choose one of the answers on the list." in itself.text
