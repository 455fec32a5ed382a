"""Which part of the day it is, and a visit in the words of whoever reads them."""

from collections.abc import Iterator
from datetime import date, time
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.disclosure import Shown
from matching.kinds import VisitKind
from matching.models import CallOffReason, Side, Visit, VisitPlace, VisitState
from matching.visit_words import PARTS_OF_THE_DAY, about_the_home, card, day_and_part, part_of_the_day
from scheme.clock import local_moment
from scheme.ways_of_living import ChildrenAtHome, Pet, YesNo
from tests.ground.databases import Database
from tests.matching.conftest import Inside

WORDS = [words for _, words in PARTS_OF_THE_DAY]


@pytest.fixture
def database(sqlite_database: Database) -> Database:
    """Words ask nothing of a database."""
    return sqlite_database


@pytest.fixture
def context(inside: Inside) -> Iterator[None]:
    """Inside a scheme, whose clock it is."""
    with inside():
        yield


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (time(0), "at night"),
        (time(4, 59), "at night"),
        (time(5), "in the morning"),
        (time(11, 59), "in the morning"),
        (time(12), "lunch time"),
        (time(15, 59), "in the afternoon"),
        (time(16), "tea time"),
        (time(17, 59, 59), "tea time"),
        (time(18), "in the evening"),
        (time(22), "at night"),
    ],
)
def test_each_part_of_the_day_begins_when_people_say_it_does(at: time, words: str) -> None:
    assert part_of_the_day(at) == words


@given(st.times(), st.times())
def test_the_parts_follow_each_other_through_the_day(one: time, other: time) -> None:
    earlier, later = sorted((one, other))
    order = ["at night", *WORDS]
    first, last = part_of_the_day(earlier), part_of_the_day(later)
    assert order.index(first) <= len(order) - 1 - order[::-1].index(last)


@given(day=st.dates(date(2026, 1, 1), date(2030, 12, 31)), minutes=st.integers(16 * 60, 18 * 60 - 1))
def test_tea_time_is_tea_time_on_every_day_of_the_year(context: None, day: date, minutes: int) -> None:
    at = time(minutes // 60, minutes % 60)
    assert day_and_part(local_moment(day, at)).endswith(f" {day:%B}, tea time")


def a_visit(**facts: Any) -> Visit:
    """Tea at four on a Tuesday in March."""
    known: dict[str, Any] = {
        "arrangement_id": uuid4(),
        "kind": VisitKind.TEA,
        "starts_at": local_moment(date(2027, 3, 2), time(16)),
    }
    return Visit(**known | facts)


HOME = Shown(
    {
        "animals": [Pet.DOG, Pet.CAT],
        "children": ChildrenAtHome.LIVE_HERE,
        "others_supported": 1,
        "step_free": YesNo.YES,
    }
)


@pytest.mark.usefixtures("context")
def test_the_person_reads_where_and_which_animals_in_a_few_words() -> None:
    one = card(a_visit(place=VisitPlace.HOUSEHOLD, travel="Bus", who_comes="Invented Nan."), Side.PERSON, HOME)
    assert one.when == "Tuesday 2 March, tea time"
    assert one.what == "Tea and a chat, at their house. They have a dog and a cat."
    assert one.lines == ("It starts at 4:00pm.", "Getting there: Bus.", "Who comes: Invented Nan.")
    assert len(one.what.split()) <= 15


@pytest.mark.usefixtures("context")
@pytest.mark.parametrize("place", [VisitPlace.PERSON, VisitPlace.OUT, None])
def test_the_animals_are_told_only_where_they_are(place: VisitPlace | None) -> None:
    assert "dog" not in card(a_visit(place=place), Side.PERSON, HOME).what


@pytest.mark.usefixtures("context")
def test_each_side_reads_of_its_own_home() -> None:
    at_theirs = a_visit(place=VisitPlace.HOUSEHOLD)
    assert card(at_theirs, Side.HOUSEHOLD, Shown()).what == "Tea and a chat, at your house."
    assert card(a_visit(place=VisitPlace.PERSON), Side.HOUSEHOLD, HOME).what.startswith(
        "Tea and a chat, where they live. They have a dog"
    )


@pytest.mark.usefixtures("context")
def test_a_night_says_who_sleeps_and_when_they_go_home() -> None:
    starts_at = local_moment(date(2027, 3, 27), time(16))
    ends_at = local_moment(date(2027, 3, 28), time(16))
    night = a_visit(kind=VisitKind.OVERNIGHT, starts_at=starts_at, ends_at=ends_at)
    assert card(night, Side.PERSON, Shown()).lines[1:] == (
        "You sleep there.",
        "You go home on Sunday 28 March at 4:00pm.",
    )
    assert card(night, Side.HOUSEHOLD, Shown()).lines[1] == "They stay the night."


@pytest.mark.usefixtures("context")
def test_one_called_off_says_so_kindly_and_nothing_more() -> None:
    off = a_visit(state=VisitState.CALLED_OFF, called_off_because=CallOffReason.UNWELL, travel="Bus")
    assert card(off, Side.PERSON, Shown()).lines == ("This visit is off.", "Somebody is not well.")


def test_of_a_home_only_what_is_open_is_told() -> None:
    assert [words for _, words in about_the_home(HOME)] == [
        "They have a dog and a cat.",
        "Children live there.",
        "Somebody else has support there too.",
        "There are no steps to get in.",
    ]
    assert about_the_home(Shown()) == []
