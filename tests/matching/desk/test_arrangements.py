"""Arrangements at the desk, through the pages."""

from dataclasses import dataclass
from uuid import UUID

import pytest
from flask.testing import FlaskClient
from hypothesis import strategies as st

from matching.lifecycle import Stage
from matching.queries import arrangements
from scheme.database import carry_out
from scheme.models import Account
from scheme.ways_of_living import HouseholdMustNot, Stance
from tests.ground.accounts import SignIn
from tests.matching.conftest import Inside, Story, a_household, a_person

ANY_TEXT = st.text(alphabet=st.characters(codec="utf-8"), max_size=60)


@dataclass(frozen=True)
class Two:
    """A person and a household, and what is between them if anything, by id."""

    person_id: UUID
    household_id: UUID
    arrangement_id: UUID

    @property
    def page(self) -> str:
        """The desk's page about the arrangement."""
        return f"/desk/arrangements/{self.arrangement_id}"


@pytest.fixture
def two(inside: Inside, worker: Account) -> Two:
    """Two put forward."""
    with Story(inside, worker) as story:
        story.begin()
        return Two(story.pair.person.id, story.pair.household.id, story.arrangement.id)


@pytest.fixture
def at_desk(client: FlaskClient, worker: Account, sign_in: SignIn) -> FlaskClient:
    """A client signed in as the worker."""
    return sign_in(client, worker)


def stage_now(inside: Inside, two: Two) -> Stage:
    """The stage, read afresh."""
    with inside():
        pair = arrangements.pair(two.arrangement_id)
        assert pair is not None
        return pair.arrangement.stage


def test_a_worker_puts_two_forward_and_is_told_when_they_are_already(at_desk: FlaskClient, inside: Inside) -> None:
    with inside():
        made = carry_out(lambda: (a_person("P007").id, a_household("H007").id))
    page = f"/desk/people/{made[0]}/households/{made[1]}/propose"
    answer = at_desk.post(page, data={"kind": "live_in", "why": "Both love the garden"}, follow_redirects=True)
    assert "Both love the garden" in answer.text
    again = at_desk.post(page, data={"kind": "live_in", "why": "Again"})
    assert "already getting to know each other" in again.text
    assert "Again" in again.text


def test_the_page_says_what_the_next_step_still_needs(at_desk: FlaskClient, two: Two) -> None:
    page = at_desk.get(two.page).text
    assert "Start introductions" in page
    assert "Still to say yes: the person and the household" in page


def test_answers_told_on_the_telephone_are_written_down_and_the_step_is_taken(
    at_desk: FlaskClient, two: Two, inside: Inside
) -> None:
    for side in ("person", "household"):
        at_desk.post(
            f"{two.page}/answers/{side}", data={"answer": "yes", "supported_by": "With her sister, using pictures"}
        )
    assert "With her sister, using pictures" in at_desk.get(two.page).text
    at_desk.post(f"{two.page}/steps/introduce", data={"version": "1"})
    assert stage_now(inside, two) is Stage.INTRODUCTION


def test_a_refused_step_says_why_and_changes_nothing(at_desk: FlaskClient, two: Two, inside: Inside) -> None:
    page = at_desk.post(f"{two.page}/steps/introduce", data={"version": "1"})
    assert page.status_code == 200
    assert "Both sides must have said yes" in page.text
    assert stage_now(inside, two) is Stage.PROPOSED


def test_a_decline_is_kind_to_the_other_side_and_private_at_the_desk(
    at_desk: FlaskClient, two: Two, inside: Inside
) -> None:
    at_desk.post(
        f"{two.page}/steps/decline", data={"reason": "plans_changed", "words": "Moved to Leeds", "version": "1"}
    )
    assert stage_now(inside, two) is Stage.DECLINED
    page = at_desk.get(two.page).text
    assert "Plans have changed." in page
    assert "Moved to Leeds" in page


def test_the_reasons_it_was_put_forward_on_stay_as_they_were(at_desk: FlaskClient, two: Two, inside: Inside) -> None:
    before = at_desk.get(f"{two.page}/reasons").text

    def change_everything() -> None:
        pair = arrangements.pair(two.arrangement_id)
        assert pair is not None
        pair.person.interests = {"swimming": Stance.LOVE}
        pair.household.must_nots = [HouseholdMustNot.NIGHT_SUPPORT]

    with inside():
        carry_out(change_everything)
    after = at_desk.get(f"{two.page}/reasons").text
    assert _main(before) == _main(after)


def test_a_list_of_every_stage_and_a_constant_number_of_queries(at_desk: FlaskClient, two: Two, inside: Inside) -> None:
    assert "Invented H001" in at_desk.get("/desk/arrangements").text
    assert "Invented H001" in at_desk.get("/desk/arrangements?stage=proposed").text
    assert "Invented H001" not in at_desk.get("/desk/arrangements?stage=ended").text
    assert at_desk.get("/desk/arrangements?stage=nonsense&page=-3").status_code == 200


@pytest.mark.parametrize(
    "ending", ["", "/steps/introduce", "/plan", "/pause", "/notice", "/hold", "/reasons", "/visits/new"]
)
def test_every_page_of_an_arrangement_opens_and_another_ones_is_not_there(
    at_desk: FlaskClient, two: Two, ending: str
) -> None:
    nobody = f"/desk/arrangements/{two.person_id}{ending}"
    assert at_desk.get(nobody).status_code == 404
    assert at_desk.get(two.page + ending).status_code == 200


def _main(page: str) -> str:
    return page[page.index("<main") : page.index("</main>")]
