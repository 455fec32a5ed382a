"""After a decline: who has been told, and whether they would like to meet again, through the pages."""

from dataclasses import dataclass
from uuid import UUID

import pytest
from flask.testing import FlaskClient

from matching.queries import arrangements
from scheme.models import Account, Role
from tests.ground.accounts import MakeAccount, SignIn
from tests.matching.conftest import Inside, Story


@dataclass(frozen=True)
class Declined:
    """Two who did not go ahead, by id."""

    person_id: UUID
    household_id: UUID
    arrangement_id: UUID

    def page(self, ending: str = "") -> str:
        """The desk's page about it."""
        return f"/desk/arrangements/{self.arrangement_id}{ending}"

    @property
    def pair_page(self) -> str:
        """The desk's page about the two."""
        return f"/desk/people/{self.person_id}/households/{self.household_id}"


@pytest.fixture
def declined(inside: Inside, worker: Account) -> Declined:
    """Two who did not go ahead just now."""
    with Story(inside, worker) as story:
        story.begin().take("decline", reason="plans_changed")
        return Declined(story.pair.person.id, story.pair.household.id, story.arrangement.id)


def test_each_side_is_told_with_one_button_and_the_front_page_asks_until_both_are(
    at_desk: FlaskClient, declined: Declined
) -> None:
    assert "Not going ahead: tell Invented P001 and Invented H001" in at_desk.get("/desk/").text
    page = at_desk.post(declined.page("/told/person"), follow_redirects=True).text
    assert "by Invented Wyn." in page
    assert "I have told Invented H001" in page
    assert "Not going ahead: tell Invented H001" in at_desk.get("/desk/").text
    at_desk.post(declined.page("/told/household"))
    assert "Everybody has been told." in at_desk.get("/desk/").text
    assert "already" in at_desk.post(declined.page("/told/household")).text


def test_the_wrong_button_is_taken_back(at_desk: FlaskClient, declined: Declined) -> None:
    at_desk.post(declined.page("/told/person"))
    page = at_desk.post(declined.page("/told/person/take-back"), follow_redirects=True).text
    assert "I have told Invented P001" in page
    assert at_desk.post(declined.page("/told/nobody")).status_code == 404


def test_when_somebody_died_the_front_page_asks_nobody_to_tell_them(
    at_desk: FlaskClient, inside: Inside, worker: Account
) -> None:
    with Story(inside, worker) as story:
        story.to_trial().take("end_trial", reason="died")
    assert "Everybody has been told." in at_desk.get("/desk/").text


def test_once_both_would_like_to_they_are_put_forward_again(
    at_desk: FlaskClient, declined: Declined, inside: Inside
) -> None:
    page = at_desk.get(declined.page()).text
    assert 'Invented P001 <span class="app-unknown">Not said yet' in page
    assert "or as soon as both would like to." in page
    assert "Put these two forward again" not in page
    asked = {"sides": ["person"], "version": "2"}
    page = at_desk.post(declined.page("/reopen"), data=asked, follow_redirects=True).text
    assert 'Invented P001 <strong class="govuk-tag app-badge--good">Would like to' in page
    assert "Put these two forward again" not in page
    asked = {"sides": ["person", "household"], "version": "3"}
    page = at_desk.post(declined.page("/reopen"), data=asked, follow_redirects=True).text
    assert "Both would like to, so they may be put forward again already." in page
    assert "Put these two forward again" in page
    assert "Whether they would like to meet again was written down" in page
    again = at_desk.post(declined.pair_page + "/propose", data={"kind": "live_in"}, follow_redirects=True)
    assert "Start introductions" in again.text
    assert "They have been put forward again since" in at_desk.get(declined.page()).text
    with inside():
        assert arrangements.going_on_between(declined.person_id, declined.household_id)


def test_two_colleagues_at_once_see_what_each_wrote(at_desk: FlaskClient, declined: Declined) -> None:
    at_desk.post(declined.page("/reopen"), data={"sides": ["person"], "version": "2"})
    page = at_desk.post(declined.page("/reopen"), data={"sides": ["household"], "version": "2"}).text
    assert "Somebody else saved this first" in page
    assert "Who would like to meet again?" in page
    assert "Invented P001" in page


def test_the_page_of_the_two_leads_to_what_did_not_go_ahead(at_desk: FlaskClient, declined: Declined) -> None:
    for page in (declined.pair_page, declined.pair_page + "/why-not"):
        assert declined.page() in at_desk.get(page).text


def test_an_auditor_reads_it_without_buttons(
    client: FlaskClient, declined: Declined, make_account: MakeAccount, sign_in: SignIn
) -> None:
    auditor = sign_in(client, make_account(Role.AUDITOR))
    page = auditor.get(declined.page()).text
    assert "Not told yet" in page
    assert "I have told" not in page
    assert "Write down who" not in page
    assert auditor.post(declined.page("/told/person")).status_code == 403
