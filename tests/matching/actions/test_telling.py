"""Who has been told that something does not go ahead, or has ended."""

from collections.abc import Callable

import pytest
from sqlmodel import select

from carers.models import Member, MemberKind
from matching.actions import answering, telling
from matching.models import AnswerWord, Side
from matching.queries import arrangements
from scheme.database import carry_out, db
from scheme.errors import Refused
from scheme.models import Message, Role
from tests.ground.accounts import MakeAccount
from tests.matching.conftest import Story


@pytest.fixture
def declined(story: Story) -> Story:
    """Two who did not go ahead."""
    return story.begin().take("decline", reason="plans_changed")


def told(story: Story) -> set[Side]:
    """Which sides have been told, read afresh."""
    return set(arrangements.told_marks(story.arrangement.id))


def test_each_side_is_marked_by_itself_with_who_told_them(declined: Story) -> None:
    carry_out(telling.mark_told, declined.worker, declined.pair, Side.PERSON)
    assert told(declined) == {Side.PERSON}
    mark = arrangements.told_mark(declined.arrangement.id, Side.PERSON)
    assert mark
    assert mark.by_id == declined.worker.id


def test_nobody_is_marked_twice_and_the_wrong_button_is_taken_back(declined: Story) -> None:
    carry_out(telling.mark_told, declined.worker, declined.pair, Side.HOUSEHOLD)
    with pytest.raises(Refused, match="told already"):
        carry_out(telling.mark_told, declined.worker, declined.pair, Side.HOUSEHOLD)
    carry_out(telling.take_mark_back, declined.pair, Side.HOUSEHOLD)
    assert told(declined) == set()
    with pytest.raises(Refused, match="not marked"):
        carry_out(telling.take_mark_back, declined.pair, Side.HOUSEHOLD)


def test_while_it_goes_on_there_is_nothing_to_tell(story: Story) -> None:
    story.begin()
    with pytest.raises(Refused, match="nothing to tell"):
        carry_out(telling.mark_told, story.worker, story.pair, Side.PERSON)


@pytest.fixture
def heard(story: Story, make_account: MakeAccount) -> Callable[[], str]:
    """What a carer of the household hears of a decline, by email."""
    carer = make_account(Role.CARER)

    def decline() -> str:
        household_id = story.pair.household.id
        member = Member(household_id=household_id, kind=MemberKind.CARER, name="Ana", account_id=carer.id)
        carry_out(db.session.add, member)
        story.take("decline", reason="looking_nearer")
        (message,) = db.session.exec(select(Message).where(Message.to_email == carer.email))
        return message.body or ""

    return decline


def test_a_household_hears_a_kind_sentence_when_the_person_said_no(story: Story, heard: Callable[[], str]) -> None:
    story.begin()
    carry_out(answering.answer, story.worker, story.pair, Side.PERSON, AnswerWord.NO)
    assert "not going ahead. They are looking for somewhere nearer." in heard()


def test_a_household_that_said_no_hears_no_reason_of_the_person_s(story: Story, heard: Callable[[], str]) -> None:
    story.begin()
    carry_out(answering.answer, story.worker, story.pair, Side.HOUSEHOLD, AnswerWord.NO)
    words = heard()
    assert "not going ahead.\n" in words
    assert "nearer" not in words
