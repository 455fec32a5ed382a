"""The agreement at the desk, through the pages: what it costs, the draft, who signs, and the signed page."""

from io import BytesIO
from uuid import UUID

import pytest
from flask.testing import FlaskClient

from matching.agreements.kinds import Party
from matching.lifecycle import Stage
from matching.models import AnswerWord
from matching.queries import agreements, arrangements, money
from scheme.database import carry_out
from scheme.models import Account, Role
from tests.ground.accounts import MakeAccount, SignIn
from tests.matching.conftest import Inside, Story
from tests.scheme.test_papers import PDF

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


@pytest.fixture
def page(inside: Inside, worker: Account) -> str:
    """The page about two who try it out and would like to go on."""
    with Story(inside, worker) as story:
        return f"/desk/arrangements/{story.to_trial().both_say(AnswerWord.YES).arrangement.id}"


def signers(inside: Inside, page: str) -> list[str]:
    """The ends of addresses of everybody who signs."""
    with inside():
        pair = arrangements.pair(UUID(page.rpartition("/")[2]))
        assert pair
        return [
            f"{one.party.value}/{one.member_id}" if one.member_id else one.party.value
            for one in agreements.parties(pair)
        ]


def newest(inside: Inside, page: str) -> UUID:
    with inside():
        return agreements.agreements_of(UUID(page.rpartition("/")[2]))[0].id


def test_from_what_it_costs_to_the_last_signature(at_desk: FlaskClient, page: str, inside: Inside) -> None:
    first = at_desk.get(f"{page}/agreement").text
    assert "What it costs, and who pays" in first
    assert "Which room it is" in first
    costs = {"rent_pence": "85.40", "rent_per": "week", "rent_payer": "housing_benefit"}
    assert "Please" in at_desk.post(f"{page}/costs", data=costs | {"rent_pence": "eighty"}).text
    assert "please say who pays" in at_desk.post(f"{page}/costs", data=costs | {"rent_payer": ""}).text
    assert "£85.40 a week" in at_desk.post(f"{page}/costs", data=costs, follow_redirects=True).text
    at_desk.post(f"{page}/agreement/details", data={"room": "The back bedroom", "independent": "Invented Listener"})
    draft = at_desk.post(f"{page}/agreement/make", follow_redirects=True).text
    assert "Ask everybody to sign" in draft
    assert "Invented Listener" in draft
    paper = f"{page}/agreements/{newest(inside, page)}"
    changed = at_desk.post(
        f"{paper}/parts/support", data={"plain": "Dad helps too.", "easy_read": "Dad helps."}, follow_redirects=True
    )
    assert "Written for these two" in changed.text
    assert "They signed on paper" in at_desk.post(f"{paper}/ask", follow_redirects=True).text
    assert "its words stay" in at_desk.post(f"{paper}/parts/support", data={"plain": "x", "easy_read": "y"}).text
    person, carer, _scheme = signers(inside, page)
    assert at_desk.get(f"{paper}/sign/typed/person").status_code == 404
    seen = {"how": "picture", "who_saw": "Invented Wyn", "words": "She put the sticker on"}
    assert "With a picture or a symbol" in at_desk.get(f"{paper}/sign/witnessed/{person}").text
    assert (
        "She put the sticker on"
        in at_desk.post(f"{paper}/sign/witnessed/{person}", data=seen, follow_redirects=True).text
    )
    wrong = {"file": (BytesIO(b"%PDF-1.4 <script>"), "page.pdf")}
    assert "could not read" in at_desk.post(f"{paper}/sign/paper/{carer}", data=wrong).text
    at_desk.post(f"{paper}/sign/paper/{carer}", data={"file": (BytesIO(PDF), "page.pdf")})
    done = at_desk.post(f"{paper}/sign/typed/scheme", data={"name": "Wyn"}, follow_redirects=True).text
    assert "Signed by everybody" in done
    assert "Read or print the agreement, number 1" in done
    assert "Invented Listener" in at_desk.get(paper).text
    at_desk.post(f"{page}/steps/settle", data={})
    with inside():
        pair = arrangements.pair(UUID(page.rpartition("/")[2]))
        assert pair
        assert pair.arrangement.stage is Stage.LONG_TERM


def test_one_sheet_that_several_signed_is_sent_once(
    at_desk: FlaskClient, page: str, inside: Inside, worker: Account
) -> None:
    with Story(inside, worker) as story:
        story.arrangement_id = UUID(page.rpartition("/")[2])
        carry_out(story._ask_everybody)
    paper = f"{page}/agreements/{newest(inside, page)}"
    person, carer, _scheme = signers(inside, page)
    asked = at_desk.get(f"{paper}/sign/paper/{person}").text
    assert "Who else signed on the same sheet?" in asked
    assert asked.count('name="also"') == 1, "the household; the scheme signs at the desk"
    nobody = {"file": (BytesIO(PDF), "page.pdf"), "also": "somebody else"}
    assert at_desk.post(f"{paper}/sign/paper/{person}", data=nobody).status_code == 200, "refused, and shown again"
    sent = {"file": (BytesIO(PDF), "page.pdf"), "also": "carer"}
    at_desk.post(f"{paper}/sign/paper/{person}", data=sent)
    with inside():
        kept = agreements.signatures_of(UUID(paper.rpartition("/")[2]))
        assert [one.party for one in kept] == [Party.PERSON, Party.CARER]
        assert len({one.file_name for one in kept}) == 1
        addresses = [f"{paper}/signatures/{one.id}/page" for one in kept]
    assert [at_desk.get(address).data for address in addresses] == [PDF, PDF]
    assert "has signed already" in at_desk.post(
        f"{paper}/sign/paper/{carer}", data={"file": (BytesIO(PDF), "page.pdf")}
    ).text  # fmt: skip


def test_the_signed_page_is_a_file_for_workers_only(
    at_desk: FlaskClient, page: str, inside: Inside, make_account: MakeAccount, sign_in: SignIn, worker: Account
) -> None:
    with Story(inside, worker) as story:
        story.arrangement_id = UUID(page.rpartition("/")[2])
        story.agree()
    at_desk.post(f"{page}/agreement/make")
    paper = f"{page}/agreements/{newest(inside, page)}"
    at_desk.post(f"{paper}/ask")
    carer = signers(inside, page)[1]
    at_desk.post(f"{paper}/sign/paper/{carer}", data={"file": (BytesIO(PDF), "page.pdf")})
    with inside():
        signature = agreements.signatures_of(UUID(paper.rpartition("/")[2]))[0]
        address = f"{paper}/signatures/{signature.id}/page"
    answer = at_desk.get(address)
    assert answer.data == PDF
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert sign_in(at_desk, make_account(Role.AUDITOR)).get(address).status_code == 403
    assert sign_in(at_desk, make_account(Role.CARER)).get(address).status_code == 403


def test_the_scheme_writes_its_own_words_and_bands(
    client: FlaskClient, manager: Account, worker: Account, sign_in: SignIn, inside: Inside
) -> None:
    as_manager = sign_in(client, manager)
    said = {"plain": "Ring {worker}.", "easy_read": "You can ring {worker}.", "note": "Shorter", "version": "0"}
    assert (
        "nothing called {nobody}"
        in as_manager.post("/desk/agreement-words/talk", data=said | {"plain": "{nobody}"}).text
    )
    assert (
        "You can ring {worker}." in as_manager.post("/desk/agreement-words/talk", data=said, follow_redirects=True).text
    )
    assert "Shorter" in as_manager.get("/desk/agreement-words/talk").text
    assert (
        "Somebody else saved this first"
        in as_manager.post("/desk/agreement-words/talk", data=said | {"plain": "x"}).text
    )
    assert "No bands are written down yet" in as_manager.get("/desk/fee-bands").text
    bands = {"name_0": "Invented A", "pence_0": "400", "per_0": "week", "note": "Agreed", "version": "0"}
    assert "give this band a name" in as_manager.post("/desk/fee-bands/change", data=bands | {"name_0": ""}).text
    assert (
        "Invented A</strong>: £400.00 a week"
        in as_manager.post("/desk/fee-bands/change", data=bands, follow_redirects=True).text
    )
    as_worker = sign_in(client, worker)
    assert as_worker.post("/desk/agreement-words/talk", data=said).status_code == 403
    assert as_worker.get("/desk/fee-bands/change").status_code == 403


def test_a_band_brings_its_own_amount(
    at_desk: FlaskClient, page: str, manager: Account, sign_in: SignIn, inside: Inside
) -> None:
    bands = {"name_0": "Invented A", "pence_0": "400", "per_0": "week", "note": "Agreed", "version": "0"}
    sign_in(at_desk, manager).post("/desk/fee-bands/change", data=bands)
    shown = at_desk.post(
        f"{page}/costs", data={"care_band": "Invented A", "care_payer": "council"}, follow_redirects=True
    ).text
    assert "Care and support (Invented A): £400.00 a week. Paid by: The council." in shown
    with inside():
        assert [each.pence for each in money.amounts_of(UUID(page.rpartition("/")[2]))] == [40000]
