"""Writing to each other: never past the worker, never in the night, and anybody may say stop."""

from datetime import UTC, datetime

import pytest
import time_machine
from sqlmodel import select

from matching.actions import holding, telling, writing
from matching.models import AnswerWord, Audience, LegalBasis, PairMessage, Side
from matching.queries import messages
from matching.queries.arrangements import by_id
from people.models import Authority, PersonAccount
from scheme import messages as post
from scheme.database import carry_out, db
from scheme.errors import Refused
from scheme.models import Account, Message, Role
from tests.ground.accounts import MakeAccount
from tests.matching.conftest import Story, days

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)

BOTH = Audience.EVERYBODY
NOON, NIGHT = (datetime(2027, 1, 20, hour, tzinfo=UTC) for hour in (12, 22))


@pytest.fixture
def pat(make_account: MakeAccount) -> Account:
    """The person's own account."""
    return make_account(Role.PERSON, name="Invented Pat")


@pytest.fixture
def introduced(story: Story, pat: Account) -> Story:
    """Two who get to know each other; the person has pages of their own."""
    story.begin().both_say(AnswerWord.YES).take("introduce")
    link = PersonAccount(person_id=story.pair.person.id, account_id=pat.id, authority=Authority.SELF)
    carry_out(db.session.add, link)
    return story


def write(story: Story, side: Side | None, audience: Audience, words: str = "Tea at four?") -> PairMessage:
    """One of them writes."""
    return carry_out(writing.write, story.worker, story.pair, side, audience, words)


def read_by(story: Story, side: Side) -> list[str | None]:
    """What one side reads."""
    return [line.message.words for line in messages.conversation(story.pair, side)]


def mails(subject: str = writing.SUBJECT) -> list[Message]:
    """The mails written so far."""
    return list(db.session.exec(select(Message).where(Message.subject == subject)))


def test_before_introductions_nobody_reaches_the_other_side(story: Story) -> None:
    story.begin()
    with pytest.raises(Refused, match="write to your worker"):
        write(story, Side.HOUSEHOLD, BOTH)
    write(story, Side.HOUSEHOLD, Audience.HOUSEHOLD, "What does he eat?")
    assert read_by(story, Side.PERSON) == []
    assert read_by(story, Side.HOUSEHOLD) == ["What does he eat?"]


@time_machine.travel(NOON)
def test_a_mail_says_only_that_there_is_something_to_read_and_only_once(introduced: Story, pat: Account) -> None:
    write(introduced, Side.HOUSEHOLD, BOTH, "Bring the invented dog")
    write(introduced, Side.HOUSEHOLD, BOTH, "And your boots")
    to_pat = [mail for mail in mails() if mail.to_email == pat.email]
    assert len(to_pat) == 1
    assert "dog" not in (to_pat[0].body or "") + to_pat[0].subject
    assert read_by(introduced, Side.PERSON) == ["Bring the invented dog", "And your boots"]


def test_a_button_pressed_twice_sends_once_and_the_same_words_later_again(introduced: Story) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        for _ in range(2):
            write(introduced, Side.HOUSEHOLD, BOTH, "Hello?")
        assert read_by(introduced, Side.PERSON) == ["Hello?"]
        clock.shift(600)
        write(introduced, Side.HOUSEHOLD, BOTH, "Hello?")
        assert read_by(introduced, Side.PERSON) == ["Hello?"] * 2


def test_what_is_written_at_night_comes_in_the_morning(introduced: Story, pat: Account) -> None:
    with time_machine.travel(NIGHT):
        message = write(introduced, Side.HOUSEHOLD, BOTH)
        assert message.delivered_at == datetime(2027, 1, 21, 8, tzinfo=UTC)
        assert read_by(introduced, Side.PERSON) == []
        assert read_by(introduced, Side.HOUSEHOLD) == ["Tea at four?"]
        assert [line.message.id for line in messages.whole_conversation(introduced.pair, introduced.worker)] == [
            message.id
        ]
        [mail] = [mail for mail in mails() if mail.to_email == pat.email]
        assert not post._its_turn(mail)
    with time_machine.travel(datetime(2027, 1, 21, 8, 0, 1, tzinfo=UTC)):
        assert read_by(introduced, Side.PERSON) == ["Tea at four?"]
        assert post._its_turn(mail)


def test_after_an_ending_each_reads_their_own_worker_alone_once_they_have_been_told(introduced: Story) -> None:
    write(introduced, Side.PERSON, BOTH, "See you on Friday")
    write(introduced, None, Audience.PERSON, "How are you?")
    introduced.take("decline_after_meeting", reason="plans_changed")
    assert not messages.is_open(introduced.pair, Side.PERSON)
    carry_out(telling.mark_told, introduced.worker, introduced.pair, Side.PERSON)
    assert messages.is_open(introduced.pair, Side.PERSON)
    with time_machine.travel(datetime(2099, 1, 1, 12, tzinfo=UTC)):
        assert read_by(introduced, Side.PERSON) == ["How are you?"]
        assert messages.over_with_messages([introduced.pair], Side.PERSON)
        assert not messages.over_with_messages([introduced.pair], Side.HOUSEHOLD)


@time_machine.travel(NOON)
def test_a_report_hides_the_message_from_who_reported_and_tells_worker_and_manager(
    introduced: Story, manager: Account
) -> None:
    message = write(introduced, Side.HOUSEHOLD, BOTH, "Something unkind")
    carry_out(writing.report, introduced.worker, introduced.pair, Side.PERSON, message)
    assert read_by(introduced, Side.PERSON) == []
    assert read_by(introduced, Side.HOUSEHOLD) == ["Something unkind"]
    told = mails(f"Please look at a message: {introduced.arrangement.reference}")
    assert {mail.to_email for mail in told} == {introduced.worker.email, manager.email}
    assert "unkind" not in "".join(mail.body or "" for mail in told)
    [(report, _)] = messages.reports_not_looked_at()
    with pytest.raises(Refused, match="not here any more"):
        carry_out(writing.report, introduced.worker, introduced.pair, Side.PERSON, message)
    carry_out(writing.looked_at, introduced.worker, introduced.pair, message, "Talked with both")
    assert report.done == "Talked with both"
    assert not messages.reports_not_looked_at()


@time_machine.travel(NOON)
def test_what_the_desk_wrote_is_looked_at_by_a_manager(introduced: Story, manager: Account) -> None:
    message = write(introduced, None, Audience.PERSON)
    carry_out(writing.report, introduced.worker, introduced.pair, Side.PERSON, message)
    [told] = mails(f"Please look at a message: {introduced.arrangement.reference}")
    assert told.to_email == manager.email
    with pytest.raises(Refused, match="nothing to look at"):
        carry_out(writing.looked_at, introduced.worker, introduced.pair, message, "All fine")
    carry_out(writing.looked_at, manager, introduced.pair, message, "Talked with the worker")


def test_a_block_stops_both_from_writing_to_each_other_and_nobody_from_the_worker(introduced: Story) -> None:
    carry_out(writing.block, introduced.worker, introduced.pair, Side.PERSON)
    for side, own in ((Side.PERSON, Audience.PERSON), (Side.HOUSEHOLD, Audience.HOUSEHOLD)):
        with pytest.raises(Refused, match="write to your worker"):
            write(introduced, side, BOTH)
        write(introduced, side, own)
    assert mails(f"Please look at a message: {introduced.arrangement.reference}")
    with pytest.raises(Refused):
        carry_out(writing.lift_block, introduced.pair, Side.HOUSEHOLD)
    carry_out(writing.lift_block, introduced.pair, Side.PERSON)
    write(introduced, Side.HOUSEHOLD, BOTH)


def test_a_hold_closes_what_both_write_to_each_other_and_says_nothing_of_itself(introduced: Story) -> None:
    carry_out(
        holding.hold, introduced.worker, introduced.arrangement, next(iter(LegalBasis)), "An invented concern", days(7)
    )
    with pytest.raises(Refused) as refusal:
        write(introduced, Side.HOUSEHOLD, BOTH)
    assert "hold" not in refusal.value.message
    write(introduced, Side.HOUSEHOLD, Audience.HOUSEHOLD)


def test_what_waits_for_the_worker_is_answered_or_needs_no_answer(introduced: Story) -> None:
    first = write(introduced, Side.PERSON, Audience.PERSON, "Can I bring Lou?")
    write(introduced, Side.PERSON, Audience.PERSON, "And her dog?")
    assert [row.id for row in messages.waiting_for_an_answer()] == [first.id]
    write(introduced, None, Audience.PERSON, "Yes to both")
    assert not messages.waiting_for_an_answer()
    thanks = write(introduced, Side.PERSON, Audience.PERSON, "Thank you")
    carry_out(writing.settle, introduced.worker, thanks)
    assert not messages.waiting_for_an_answer()


def test_the_words_are_sealed(introduced: Story) -> None:
    message = write(introduced, Side.PERSON, BOTH, "An invented secret")
    assert message.words_sealed
    assert b"secret" not in message.words_sealed
    assert by_id(PairMessage, [message.id])[message.id].words == "An invented secret"
