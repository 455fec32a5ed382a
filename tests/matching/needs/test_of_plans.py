"""What has to have happened or been written down: told of two who are putting it right one thing at a time."""

from datetime import timedelta

import pytest

from matching.lifecycle import Need, Stage
from matching.models import Arrangement
from matching.needs import CHECKS, Matter
from people.actions import add_talk_of_other_ways
from scheme.clock import today
from scheme.database import carry_out, db
from scheme.kinds import ArrangementKind
from scheme.queries import our_scheme
from tests.ground.databases import Database
from tests.matching.conftest import Story, a_household, other_ways


@pytest.fixture
def database(sqlite_database: Database) -> Database:
    """Rules of ours alone."""
    return sqlite_database


def still_needed(story: Story) -> str | None:
    """What is said about other ways to live, or nothing."""
    return CHECKS[Need.ALTERNATIVES](Matter.of(story.pair))


def talked(story: Story, days_ago: int) -> None:
    """A talk, so many days ago."""
    carry_out(lambda: add_talk_of_other_ways(story.pair.person, other_ways(days_ago)))


def another_home_ended(story: Story, days_ago: int, kind: ArrangementKind) -> None:
    """Somewhere else they lived, or stayed."""

    def end() -> None:
        home = Arrangement(
            reference="A900", person_id=story.pair.person.id, household_id=a_household("H900", kind=kind).id, kind=kind,
            stage=Stage.ENDED, ended_on=today() - timedelta(days=days_ago), worker_id=story.worker.id, answer_by=today(),
        )  # fmt: skip
        db.session.add(home)

    carry_out(end)


def test_a_talk_counts_for_a_year_and_then_they_talk_again(story: Story) -> None:
    story.begin()
    assert still_needed(story) == Need.ALTERNATIVES.label
    talked(story, 366)
    assert "more than 365 days ago" in (still_needed(story) or "")
    talked(story, 365)
    assert still_needed(story) is None


def test_a_scheme_may_say_for_how_long(story: Story) -> None:
    story.begin()
    talked(story, 60)

    def choose() -> None:
        our_scheme().numbers = {"other_ways_days": 59}

    carry_out(choose)
    assert "more than 59 days ago" in (still_needed(story) or "")


@pytest.mark.parametrize(
    ("kind", "asks_again"),
    [
        (ArrangementKind.LIVE_IN, True),
        (ArrangementKind.HOMESHARE, True),
        (ArrangementKind.SHORT_BREAK, False),
        (ArrangementKind.EMERGENCY, False),
    ],
)
def test_a_talk_before_another_home_ended_was_about_that_home(
    story: Story, kind: ArrangementKind, asks_again: bool
) -> None:
    story.begin()
    talked(story, 20)
    another_home_ended(story, 10, kind)
    assert ("before another home came to an end" in (still_needed(story) or "")) is asks_again
    talked(story, 10)
    assert still_needed(story) is None
