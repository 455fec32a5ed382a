"""Further stays and days, booked one by one: who is told, and what is refused kindly."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from sqlmodel import col, select

from carers.models import Member, MemberKind, TimeAway
from matching.actions import booking, clearing, holding, parting
from matching.lifecycle import Stage
from matching.models import LegalBasis, Stay
from matching.queries import arrangements
from people.models import Authority, AuthorityScope, PersonAccount
from scheme.clock import local_moment
from scheme.database import carry_out, db, now
from scheme.errors import Refused
from scheme.kinds import ArrangementKind
from scheme.models import Account, Message, Role
from tests.ground.accounts import MakeAccount
from tests.matching.conftest import Inside, Story, a_household, a_person, days

Book = Callable[..., Stay]

LAST_SUNDAY_OF_OCTOBER = date(2099, 10, 25)


def settled(story: Story, kind: ArrangementKind, **facts: Any) -> Story:
    """Two who have tried it out and go on, without the steps before: these tests are about what comes after."""

    def make() -> Any:
        household = a_household(kind=kind, **facts)
        return a_person(kind=kind), household

    person, household = carry_out(make)
    story.begin(kind, person=person, household=household)

    def skip_ahead() -> None:
        story.arrangement.stage = Stage.LONG_TERM

    carry_out(skip_ahead)
    return story


@pytest.fixture
def regular(story: Story) -> Story:
    """Regular short breaks."""
    return settled(story, ArrangementKind.SHORT_BREAK)


def book(story: Story, ahead: int, nights: int = 2) -> Stay:
    """A stay from four o'clock until eleven, so many days ahead."""
    first = days(ahead)
    ends_at = local_moment(first + timedelta(days=nights), time(11))
    return carry_out(booking.book_stay, story.pair, local_moment(first, time(16)), ends_at)


def booked(story: Story) -> list[Stay]:
    """What is booked, read afresh."""
    return list(arrangements.coming_stays(story.pair))


def test_a_stay_is_booked_and_takes_its_place_for_those_days(regular: Story) -> None:
    book(regular, 5)
    (stay,) = booked(regular)
    assert stay.home_id == regular.arrangement.home_id
    assert (stay.starts_at, stay.ends_at) == (local_moment(days(5), time(16)), local_moment(days(7), time(11)))


def test_a_night_on_which_the_clocks_change_ends_at_the_time_on_the_wall(regular: Story) -> None:
    saturday = LAST_SUNDAY_OF_OCTOBER - timedelta(days=1)
    starts_at, ends_at = local_moment(saturday, time(16)), local_moment(LAST_SUNDAY_OF_OCTOBER, time(16))
    stay = carry_out(booking.book_stay, regular.pair, starts_at, ends_at)
    assert stay.starts_at == datetime(2099, 10, 24, 15, tzinfo=UTC)
    assert stay.ends_at == datetime(2099, 10, 25, 16, tzinfo=UTC)
    assert stay.ends_at - stay.starts_at == timedelta(hours=25)


def test_a_day_that_has_gone_by_is_refused_and_this_morning_is_not(regular: Story) -> None:
    with pytest.raises(Refused, match="gone by"):
        book(regular, -1)
    carry_out(booking.book_stay, regular.pair, local_moment(days(0), time(0)), local_moment(days(1), time(11)))
    assert len(booked(regular)) == 1


def test_nobody_is_booked_in_two_places_at_once(regular: Story) -> None:
    book(regular, 5, nights=3)
    with pytest.raises(Refused, match="already has something booked then"):
        book(regular, 7)
    book(regular, 8)  # they go home at eleven and come again at four
    other = Story(regular.inside, regular.worker)
    person = regular.pair.person
    other.begin(
        ArrangementKind.SHORT_BREAK,
        person=person,
        household=carry_out(lambda: a_household("H002", ArrangementKind.SHORT_BREAK)),
    )
    carry_out(lambda: setattr(other.arrangement, "stage", Stage.TRIAL))
    with pytest.raises(Refused, match="already has something booked then"):
        book(other, 6)


def test_nobody_comes_while_the_household_is_away(regular: Story) -> None:
    def go_away() -> None:
        db.session.add(TimeAway(household_id=regular.pair.household.id, starts_on=days(6), ends_on=days(9)))

    carry_out(go_away)
    for ahead in (5, 8):
        with pytest.raises(Refused, match="is away from"):
            book(regular, ahead)
    book(regular, 10)


def test_three_people_at_most_count_for_each_stay(story: Story, inside: Inside, worker: Account) -> None:
    full = settled(story, ArrangementKind.SHORT_BREAK)

    def three_live_there() -> None:
        full.pair.household.living_there = 3

    carry_out(three_live_there)
    with pytest.raises(Refused, match="no place left"):
        book(full, 5)
    assert booked(full) == []


@pytest.mark.parametrize("kind", [ArrangementKind.LIVE_IN, ArrangementKind.EMERGENCY])
def test_where_somebody_lives_nothing_is_booked_by_itself(story: Story, kind: ArrangementKind) -> None:
    with pytest.raises(Refused, match="Only short breaks and days"):
        book(settled(story, kind), 5)


def test_nothing_is_booked_before_they_try_it_out(story: Story) -> None:
    story.begin(ArrangementKind.DAY_SUPPORT)
    with pytest.raises(Refused, match="once they are trying it out"):
        book(story, 5)


def hold(story: Story) -> None:
    carry_out(holding.hold, story.worker, story.pair.arrangement, LegalBasis.PROCEDURE, "Invented words", days(30))


def pause(story: Story) -> None:
    carry_out(clearing.pause, story.pair, days(30))


def part(story: Story) -> None:
    carry_out(parting.keep_apart, story.worker, story.pair.person, story.pair.household, "Invented reason")


def let_approval_run_out(story: Story) -> None:
    def run_out() -> None:
        story.pair.household.approval_review_on = days(-400)

    carry_out(run_out)


@pytest.mark.parametrize(
    ("obstacle", "said"),
    [(hold, "hold"), (pause, "paused"), (part, "kept apart"), (let_approval_run_out, "looked at again by")],
)
def test_what_stands_in_the_way_of_a_visit_stands_in_the_way_of_a_stay(
    regular: Story, obstacle: Callable[[Story], None], said: str
) -> None:
    obstacle(regular)
    with pytest.raises(Refused, match=said):
        book(regular, 5)


def test_a_stay_called_off_gives_its_place_back_and_one_under_way_ends_now(regular: Story) -> None:
    book(regular, 5)
    (stay,) = booked(regular)
    carry_out(booking.call_off_stay, regular.pair, stay)
    assert booked(regular) == []

    carry_out(booking.book_stay, regular.pair, local_moment(days(0), time(0)), local_moment(days(2), time(11)))
    (stay,) = booked(regular)
    carry_out(booking.call_off_stay, regular.pair, stay)
    assert booked(regular) == []
    (kept,) = arrangements.stays_of(regular.arrangement.id)
    assert kept.ends_at
    assert kept.ends_at <= now()
    with pytest.raises(Refused, match="over already"):
        carry_out(booking.call_off_stay, regular.pair, kept)


def test_living_together_is_not_called_off_like_a_stay(story: Story) -> None:
    story.to_trial()
    (stay,) = arrangements.stays_of(story.arrangement.id)
    with pytest.raises(Refused, match="was not booked by itself"):
        carry_out(booking.call_off_stay, story.pair, stay)


@pytest.fixture
def everybody_has_an_account(regular: Story, make_account: MakeAccount) -> set[str]:
    """Both sides' email addresses."""
    person, carer = make_account(Role.PERSON), make_account(Role.CARER)

    def link() -> None:
        pair = regular.pair
        linked: dict[str, Any] = {"authority": Authority.SELF, "scope": AuthorityScope.HELP}
        db.session.add(PersonAccount(person_id=pair.person.id, account_id=person.id, **linked))
        db.session.add(
            Member(household_id=pair.household.id, kind=MemberKind.CARER, name="Invented Ana", account_id=carer.id)
        )

    carry_out(link)
    return {person.email, carer.email}


def test_both_sides_hear_that_something_is_booked_and_called_off(
    regular: Story, everybody_has_an_account: set[str]
) -> None:
    def heard() -> list[Message]:
        to_them = select(Message).where(col(Message.to_email).in_(everybody_has_an_account))
        return list(db.session.exec(to_them.order_by(col(Message.created_at))))

    before = len(heard())
    stay = book(regular, 5)
    assert {message.to_email for message in heard()[before:]} == everybody_has_an_account
    carry_out(booking.call_off_stay, regular.pair, stay)
    last = heard()[before + 2 :]
    assert {message.to_email for message in last} == everybody_has_an_account
    assert all("called off" in (message.body or "") for message in last)
    assert not any(regular.pair.person.known_as in (message.body or "") for message in last)
