"""Answers as a worker writes them down, and the page for somebody who cannot make this decision."""

from uuid import UUID

import pytest
from flask.testing import FlaskClient

from matching.actions import answering
from matching.lifecycle import Stage
from matching.models import AnswerWord, Side
from matching.queries import arrangements
from scheme.database import carry_out
from scheme.models import Account
from tests.matching.conftest import Inside, Story

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)

EVIDENCE = {
    "capacity": "The speech therapist, with pictures", "wishes": "She laughs when the dog comes", "consulted": "Her sister",
    "less_restrictive": "A flat with support", "decision": "yes", "maker": "meeting", "decided_by": "Invented Council",
    "authority_seen": "The minutes", "decided_on": ["1", "3", "2026"],
}  # fmt: skip


@pytest.fixture
def arrangement_id(inside: Inside, worker: Account) -> UUID:
    """Two put forward: the household says yes and the person says no."""
    with Story(inside, worker) as story:
        story.begin()
        carry_out(answering.answer, worker, story.pair, Side.HOUSEHOLD, AnswerWord.YES)
        carry_out(answering.answer, worker, story.pair, Side.PERSON, AnswerWord.NO)
        return story.arrangement.id


def test_how_they_were_supported_is_written_with_the_answer(at_desk: FlaskClient, arrangement_id: UUID) -> None:
    page = f"/desk/arrangements/{arrangement_id}"
    said = {"answer": "yes", "how": "At the café", "formats": ["easy_read"], "explained": ["who_with", "cost"]}
    assert "Write down who supported them." in at_desk.post(f"{page}/answers/person", data=said).text
    at_desk.post(f"{page}/answers/person", data=said | {"supported_by": "Invented Helen, her sister"})
    told = at_desk.get(page).text
    assert "Invented Helen, her sister" in told
    assert "who they would be with and what it costs" in told


def test_a_step_past_their_no_says_so_in_words(at_desk: FlaskClient, arrangement_id: UUID, inside: Inside) -> None:
    page = f"/desk/arrangements/{arrangement_id}"
    assert "says no. Think about what is right" in at_desk.post(f"{page}/best-interests", data=EVIDENCE).text
    assert "Still to say yes: the person" in at_desk.get(page).text
    why = {"about_their_no": "She says no to every new door"}
    assert at_desk.post(f"{page}/best-interests", data=EVIDENCE | why).status_code == 302
    step = at_desk.get(f"{page}/steps/introduce").text
    assert "Invented P001 says no." in step
    assert "She says no to every new door" in step
    at_desk.post(f"{page}/steps/introduce", data={"version": "1"})
    with inside():
        pair = arrangements.pair(arrangement_id)
        assert pair
        assert pair.arrangement.stage is Stage.INTRODUCTION
    at_desk.post(f"{page}/best-interests/take-back")
    assert "Taken back on" in at_desk.get(f"{page}/best-interests").text
