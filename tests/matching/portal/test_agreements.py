"""The agreement in both portals: read, signed in their own way, and money told before anybody decides."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest
from flask.testing import FlaskClient

from carers.models import MemberKind
from matching.actions import agreeing, answering, clearing
from matching.agreements.costs import Amount, Cost, Payer, Per
from matching.agreements.kinds import AgreedHow, SignedBy
from matching.models import AnswerWord, Side
from matching.queries import agreements, arrangements
from people.models import Authority, AuthorityScope, PersonAccount
from scheme.database import carry_out, db
from scheme.models import Account, Role
from tests.ground.accounts import MakeAccount, SignIn
from tests.matching.conftest import Inside, Story, a_household, a_member

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
YES = AnswerWord.YES


@dataclass(frozen=True)
class Asked:
    """Two who were asked to sign, and everybody's accounts."""

    person_id: UUID
    arrangement_id: UUID
    person: Account
    supporter: Account
    reader: Account
    carer: Account

    @property
    def mine(self) -> str:
        return f"/me/{self.person_id}/introductions/{self.arrangement_id}/agreement"

    @property
    def ours(self) -> str:
        return f"/home/introductions/{self.arrangement_id}/agreement"


@pytest.fixture
def asked(inside: Inside, worker: Account, make_account: MakeAccount) -> Asked:
    """A person with two supporters and a carer, all with accounts, asked to sign."""
    person, carer = make_account(Role.PERSON, name="Invented Pat"), make_account(Role.CARER, name="Invented Ana")
    supporter, reader = (
        make_account(Role.SUPPORTER, name="Invented Sis"),
        make_account(Role.SUPPORTER, name="Invented Aunt"),
    )
    with Story(inside, worker) as story:

        def a_home() -> Any:
            household = a_household()
            a_member(household, MemberKind.CARER, "Invented Ana").account_id = carer.id
            return household

        story.begin(household=carry_out(a_home)).both_say(YES)
        for member in arrangements.asked_members(story.pair.household.id):
            carry_out(answering.answer, worker, story.pair, Side.HOUSEHOLD, YES, member=member)
        story.take("introduce").visit(9).visit(6).visit(3).write_plans().take("start_trial").both_say(YES)
        carry_out(story._ask_everybody)
        links = (
            (person, Authority.SELF, AuthorityScope.HELP),
            (supporter, Authority.ASKED, AuthorityScope.HELP),
            (reader, Authority.ASKED, AuthorityScope.READ),
        )

        def link() -> None:
            for account, authority, scope in links:
                db.session.add(
                    PersonAccount(
                        person_id=story.pair.person.id, account_id=account.id, authority=authority, scope=scope
                    )
                )

        carry_out(link)
        return Asked(story.pair.person.id, story.arrangement.id, person, supporter, reader, carer)


def how_signed(inside: Inside, asked: Asked) -> list[tuple[SignedBy, str, str | None]]:
    with inside():
        paper = agreements.newest_asked(asked.arrangement_id)
        assert paper
        return [(one.way, one.name, one.who_saw) for one in agreements.signatures_of(paper.id)]


def test_the_person_reads_it_and_types_their_name(
    client: FlaskClient, sign_in: SignIn, asked: Asked, inside: Inside
) -> None:
    mine = sign_in(client, asked.person)
    assert "Read it and sign it" in mine.get(asked.mine.removesuffix("/agreement")).text
    page = mine.get(asked.mine).text
    assert "and then say if you agree" in page
    assert page.index("You get help from") < page.index("Do you agree?") < page.index("The same in more words")
    assert "The same in more words" in page
    assert "Please type your name" in mine.post(asked.mine, data={"name": " "}).text
    assert "You signed this on" in mine.post(asked.mine, data={"name": "Pat"}, follow_redirects=True).text
    assert how_signed(inside, asked) == [(SignedBy.TYPED, "Pat", None)]
    assert "has signed already" in mine.post(asked.mine, data={"name": "Pat"}).text


def test_a_supporter_writes_down_that_they_saw_them_agree_and_one_who_only_reads_does_not(
    client: FlaskClient, sign_in: SignIn, asked: Asked, inside: Inside
) -> None:
    only_reads = sign_in(client, asked.reader)
    assert "I saw them agree" not in only_reads.get(asked.mine).text
    assert only_reads.post(asked.mine, data={"how": "sign", "who_saw": "me"}).status_code == 403
    beside = sign_in(client, asked.supporter)
    assert "Did they agree?" in beside.get(asked.mine).text
    beside.post(asked.mine, data={"how": AgreedHow.SIGN.value, "who_saw": "Invented Sis", "words": "Thumbs up"})
    assert how_signed(inside, asked) == [(SignedBy.WITNESSED, "Invented P001", "Invented Sis")]


def test_the_carer_signs_for_themselves_and_nobody_elses_is_there(
    client: FlaskClient, sign_in: SignIn, asked: Asked, inside: Inside, make_account: MakeAccount
) -> None:
    ours = sign_in(client, asked.carer)
    page = ours.get(asked.ours).text
    assert (
        page.index("Nobody becomes anybody’s employee")
        < page.index("Do you agree?")
        < page.index("The same in Easy Read")
    )
    assert "You signed this on" in ours.post(asked.ours, data={"name": "Ana"}, follow_redirects=True).text
    assert how_signed(inside, asked) == [(SignedBy.TYPED, "Ana", None)]
    assert ours.get(asked.mine).status_code == 403
    assert sign_in(client, make_account(Role.CARER, email="another@example.org")).get(asked.ours).status_code == 404
    assert sign_in(client, make_account(Role.PERSON, email="somebody@example.org")).get(asked.mine).status_code == 404


def test_what_waits_to_be_signed_stands_on_the_front_page_until_they_have(
    client: FlaskClient, sign_in: SignIn, asked: Asked
) -> None:
    for account, front, page, words in (
        (asked.person, f"/me/{asked.person_id}", asked.mine, "Read what we agreed, and sign it"),
        (asked.carer, "/home", asked.ours, "Read what was agreed, and sign it"),
    ):
        own = sign_in(client, account)
        assert words in own.get(front).text
        own.post(page, data={"name": account.name})
        assert words not in own.get(front).text, "it waits for others, and no longer for them"
    supporter = sign_in(client, asked.reader).get(f"/me/{asked.person_id}").text
    assert "waits to be signed" not in supporter


def test_whoever_signed_an_earlier_paper_still_reads_it_and_nobody_else_does(
    client: FlaskClient, sign_in: SignIn, asked: Asked, inside: Inside, worker: Account, make_account: MakeAccount
) -> None:
    sign_in(client, asked.person).post(asked.mine, data={"name": "Pat"})
    newcomer = make_account(Role.CARER, email="newcomer@example.org", name="Invented Bo")
    with inside():
        pair = arrangements.pair(asked.arrangement_id)
        assert pair
        carry_out(lambda: setattr(a_member(pair.household, MemberKind.CARER, "Invented Bo"), "account_id", newcomer.id))
        carry_out(clearing.write_plan, pair, "Tea at seven now", "Back to mum’s", pair.arrangement.version)
        carry_out(lambda: agreeing.ask_to_sign(pair, agreeing.make_agreement(worker, pair)))
        second, first = (one.id for one in agreements.agreements_of(asked.arrangement_id))
    mine, ours = (f"{page.replace('/agreement', '/agreements')}/{first}" for page in (asked.mine, asked.ours))
    now = sign_in(client, asked.person).get(asked.mine).text
    assert "What you signed before" in now
    assert mine in now
    assert "Tea at seven now" in now
    before = client.get(mine).text
    assert "It does not count any more." in before
    assert "You signed this on" in before
    assert "Own room, meals together" in before
    assert "Tea at seven now" not in before
    assert client.get(mine.replace(str(first), str(second))).status_code == 404, "the one that counts has its own page"
    assert sign_in(client, asked.reader).get(mine).status_code == 200
    for carer in (asked.carer, newcomer):
        assert "What you signed before" not in sign_in(client, carer).get(asked.ours).text
        assert client.get(ours).status_code == 404, "they never signed it"
    stranger = sign_in(client, make_account(Role.PERSON, email="somebody@example.org"))
    assert stranger.get(mine).status_code == 404


def test_a_carer_reads_what_they_signed_before(
    client: FlaskClient, sign_in: SignIn, asked: Asked, inside: Inside, worker: Account
) -> None:
    ours = sign_in(client, asked.carer)
    ours.post(asked.ours, data={"name": "Ana"})
    with inside():
        pair = arrangements.pair(asked.arrangement_id)
        assert pair
        first = agreements.agreements_of(asked.arrangement_id)[0].id
        carry_out(lambda: agreeing.ask_to_sign(pair, agreeing.make_agreement(worker, pair)))
    address = f"{asked.ours.replace('/agreement', '/agreements')}/{first}"
    assert address in ours.get(asked.ours).text
    assert "It does not count any more." in ours.get(address).text
    assert ours.post(address).status_code == 405


def test_what_it_costs_is_told_before_anybody_decides_and_who_pays_later(
    client: FlaskClient, sign_in: SignIn, inside: Inside, worker: Account, make_account: MakeAccount
) -> None:
    person, carer = make_account(Role.PERSON, name="Invented Pat"), make_account(Role.CARER, name="Invented Ana")
    with Story(inside, worker) as story:

        def a_home() -> Any:
            household = a_household()
            a_member(household, MemberKind.CARER, "Invented Ana").account_id = carer.id
            return household

        story.begin(household=carry_out(a_home))
        pages = (
            f"/me/{story.pair.person.id}/introductions/{story.arrangement.id}",
            f"/home/introductions/{story.arrangement.id}",
        )
        carry_out(
            lambda: db.session.add(
                PersonAccount(person_id=story.pair.person.id, account_id=person.id, authority=Authority.SELF)
            )
        )
        assert "What does it cost? Ask your worker." in sign_in(client, person).get(pages[0]).text
    with Story(inside, worker) as told:
        told.arrangement_id = UUID(pages[1].rpartition("/")[2])
        rent = Amount(Cost.RENT, 8540, Per.WEEK, Payer.HOUSING_BENEFIT)
        carry_out(agreeing.write_costs, told.pair, {Cost.RENT: rent})
    mine = sign_in(client, person).get(pages[0]).text
    assert "£85.40 a week" in mine
    assert "Housing Benefit or Universal Credit pays this." in mine
    theirs = sign_in(client, carer).get(pages[1]).text
    assert "Rent for the room: £85.40 a week." in theirs
    assert "Housing Benefit" not in theirs
