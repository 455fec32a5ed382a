"""When how a visit felt is to be talked about."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from matching.felt import still_to_talk_about, talk_about_this
from matching.models import Feels

NOON = datetime(2027, 3, 2, 12, tzinfo=UTC)
SAD = {Feels.SAD, Feels.VERY_SAD}


@dataclass
class Said:
    """How it felt to one side, and when they said so."""

    feels: Feels
    at: datetime


@dataclass
class Talk:
    """That it was talked about."""

    at: datetime


@pytest.mark.parametrize(("person", "household"), list(product(Feels, Feels)))
def test_two_who_felt_differently_or_one_who_felt_sad(person: Feels, household: Feels) -> None:
    both = {person, household}
    expected = bool(both & SAD) or both == {Feels.VERY_HAPPY, Feels.NOT_SURE}
    assert talk_about_this([person, household]) is expected
    assert talk_about_this([household, person]) is expected


@pytest.mark.parametrize("feels", Feels)
def test_one_side_alone_counts_when_it_felt_sad(feels: Feels) -> None:
    assert talk_about_this([feels]) is (feels in SAD)


def test_nothing_heard_is_nothing_to_talk_about() -> None:
    assert talk_about_this([]) is False


def test_a_talk_settles_what_was_said_before_it_and_nothing_after() -> None:
    said = [Said(Feels.SAD, NOON), Said(Feels.HAPPY, NOON + timedelta(hours=2))]
    assert still_to_talk_about(said, [])
    assert still_to_talk_about(said, [Talk(NOON + timedelta(hours=1))])
    assert not still_to_talk_about(said, [Talk(NOON + timedelta(hours=3))])
    assert not still_to_talk_about([Said(Feels.HAPPY, NOON)], [])
