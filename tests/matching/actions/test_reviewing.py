"""How it is going: asked for by anybody, written down with better, worse and no different, and the next day worked out."""

import pytest
from sqlmodel import select

from matching.actions import reviewing
from matching.actions.reviewing import Looked
from matching.lifecycle import Stage
from matching.models import AnswerWord, Area, Impact, Side, WhyNow
from matching.queries import reviews
from matching.queries.agreements import agreements_of
from matching.queries.due import agreements as due_rules
from matching.queries.due.item import Asked
from matching.rhythms import months_later
from scheme.clock import today
from scheme.database import carry_out, db
from scheme.errors import Refused
from scheme.models import Message
from scheme.queries import our_scheme
from tests.matching.conftest import Story, days

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


@pytest.fixture
def settled(story: Story) -> Story:
    """Two who share a life since today."""
    return story.to_trial().both_say(AnswerWord.YES).agree().take("settle")


def test_what_was_not_talked_about_is_left_out_and_no_difference_is_kept(settled: Story) -> None:
    areas = {Area.FRIENDS: Impact.BETTER, Area.HEALTH: Impact.SAME, Area.CHOICE: Impact.WORSE}
    looked = Looked(
        today(), WhyNow.TIME, areas, person_said="I like it", household_said="Busy", to_change="Knock first"
    )
    carry_out(reviewing.write_review, settled.worker, settled.pair, looked)
    review = reviews.reviews_of(settled.arrangement.id)[0]
    assert review.areas == areas
    assert Area.SAFE not in review.areas
    assert (review.person_said, review.to_change) == ("I like it", "Knock first")
    assert b"I like it" not in (review.person_said_sealed or b"")


def test_the_next_day_follows_the_rhythm_of_the_kind(settled: Story) -> None:
    assert settled.arrangement.stage is Stage.LONG_TERM
    assert settled.arrangement.review_on == months_later(today(), 1), "monthly for the first six months"
    carry_out(
        reviewing.write_review, settled.worker, settled.pair, Looked(today(), WhyNow.TIME, {Area.SAFE: Impact.SAME})
    )
    assert settled.arrangement.review_on == months_later(today(), 1)


def test_either_side_asks_and_the_worker_hears_and_it_is_due_until_it_is_talked_about(settled: Story) -> None:
    carry_out(reviewing.ask_for_review, settled.worker, settled.pair, Side.PERSON, "My room is cold")
    assert settled.arrangement.review_on == days(14)
    with pytest.raises(Refused, match="asked already"):
        carry_out(reviewing.ask_for_review, settled.worker, settled.pair, Side.PERSON, None)
    everybodys = Asked(our_scheme(), settled.worker, None)
    assert [item.words for item in due_rules.asked_to_talk(everybodys)] == [
        "The person would like to talk about how it is going"
    ]
    sent = db.session.exec(select(Message).where(Message.subject.startswith("Please talk with them"))).all()
    assert [message.to_email for message in sent] == [settled.worker.email]
    assert "cold" not in (sent[0].body or "")
    said = Looked(today(), WhyNow.PERSON_ASKED, {}, person_said="A heater came")
    carry_out(reviewing.write_review, settled.worker, settled.pair, said)
    assert due_rules.asked_to_talk(everybodys) == []
    with pytest.raises(Refused, match="written down already"):
        carry_out(reviewing.write_review, settled.worker, settled.pair, said)


def test_nothing_said_is_nothing_to_write_down_nor_is_a_day_to_come(settled: Story) -> None:
    for looked, words in (
        (Looked(today(), WhyNow.TIME, {}), "what was said"),
        (Looked(days(1), WhyNow.TIME, {Area.SAFE: Impact.SAME}), "still to come"),
    ):
        with pytest.raises(Refused, match=words):
            carry_out(reviewing.write_review, settled.worker, settled.pair, looked)


def test_papers_are_due_while_somebody_has_still_to_sign_and_when_a_licence_is_to_be_made_new(story: Story) -> None:
    story.to_trial().both_say(AnswerWord.YES)
    carry_out(story._ask_everybody)
    everybodys = Asked(our_scheme(), story.worker, None)
    assert [item.words for item in due_rules.papers(everybodys)] == ["The agreement: somebody has still to sign"]
    carry_out(story._everybody_signs)
    assert due_rules.papers(everybodys) == []

    def nearly_a_year_ago() -> None:
        agreements_of(story.arrangement.id)[0].renew_on = days(29)

    carry_out(nearly_a_year_ago)
    assert [(item.words, item.by) for item in due_rules.papers(everybodys)] == [
        ("The licence: make it new together", days(29))
    ]
