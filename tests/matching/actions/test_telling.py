"""Who has been told that something does not go ahead, or has ended."""

import pytest

from matching.actions import telling
from matching.models import Side
from matching.queries import arrangements
from scheme.database import carry_out
from scheme.errors import Refused
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
