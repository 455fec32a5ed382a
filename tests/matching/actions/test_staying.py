"""Never more than three people supported in one home, at any moment, whoever clicks first."""

import threading
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from flask import Flask, g
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert
from sqlalchemy.exc import DBAPIError

from carers.models import Household, MemberKind
from matching.actions import staying
from matching.lifecycle import Stage
from matching.models import Arrangement, Stay
from matching.queries import arrangements
from scheme.clock import local_moment, today
from scheme.database import carry_out, db, enter_scheme, now, this_scheme
from scheme.errors import Refused
from scheme.kinds import ArrangementKind
from scheme.models import Account
from tests.matching.conftest import Inside, Story, a_household, a_member, a_person

NOON = datetime.fromisoformat("2027-03-01T12:00:00+00:00")


def bare_arrangement(household: Household, worker: Account, number: int, stage: Stage = Stage.TRIAL) -> Arrangement:
    """An arrangement on its way, for tests about places alone."""
    arrangement = Arrangement(
        reference=f"A{number:03}", person_id=a_person(f"P{number:03}").id, household_id=household.id, home_id=household.home_id,
        kind=ArrangementKind.SHORT_BREAK, worker_id=worker.id, answer_by=today(), stage=stage,
    )  # fmt: skip
    db.session.add(arrangement)
    db.session.flush()
    return arrangement


def pair_of(arrangement: Arrangement) -> arrangements.Pair:
    """The two and their arrangement."""
    found = arrangements.pair(arrangement.id)
    assert found is not None
    return found


def test_the_fourth_person_is_refused_kindly_and_the_third_is_welcome(inside: Inside, worker: Account) -> None:
    with inside():

        def four() -> list[Arrangement]:
            household = a_household()
            return [bare_arrangement(household, worker, number) for number in range(1, 5)]

        first, second, third, fourth = carry_out(four)
        for arrangement in (first, second, third):
            carry_out(staying.take_place, pair_of(arrangement), NOON, None)
        with pytest.raises(Refused, match="no place left"):
            carry_out(staying.take_place, pair_of(fourth), NOON + timedelta(days=10), NOON + timedelta(days=11))


def test_people_who_lived_there_before_alongside_count_too(inside: Inside, worker: Account) -> None:
    with inside():

        def full_house() -> Arrangement:
            household = a_household(living_there=3)
            return bare_arrangement(household, worker, 1)

        with pytest.raises(Refused, match="no place left"):
            carry_out(staying.take_place, pair_of(carry_out(full_house)), NOON, None)


def test_a_resident_and_the_number_living_there_are_the_same_people(inside: Inside, worker: Account) -> None:
    with inside():

        def house() -> Arrangement:
            household = a_household(living_there=2)
            a_member(household, MemberKind.RESIDENT, "Invented Dean")
            a_member(household, MemberKind.RESIDENT, "Invented Gwen")
            return bare_arrangement(household, worker, 1)

        carry_out(staying.take_place, pair_of(carry_out(house)), NOON, None)


def test_one_person_twice_in_the_home_is_one_person(inside: Inside, worker: Account) -> None:
    with inside():

        def house() -> Arrangement:
            return bare_arrangement(a_household(living_there=2), worker, 1)

        pair = pair_of(carry_out(house))
        carry_out(staying.take_place, pair, NOON, None)
        carry_out(staying.take_place, pair, NOON + timedelta(days=2), NOON + timedelta(days=3))


def test_stays_that_only_touch_do_not_overlap(inside: Inside, worker: Account) -> None:
    with inside():

        def house() -> tuple[Arrangement, Arrangement]:
            household = a_household(living_there=2)
            return bare_arrangement(household, worker, 1), bare_arrangement(household, worker, 2)

        first, second = carry_out(house)
        carry_out(staying.take_place, pair_of(first), NOON, NOON + timedelta(days=2))
        carry_out(staying.take_place, pair_of(second), NOON + timedelta(days=2), NOON + timedelta(days=4))
        with pytest.raises(Refused):
            carry_out(staying.take_place, pair_of(second), NOON + timedelta(days=1), NOON + timedelta(days=3))


def test_a_stay_that_ends_before_it_starts_is_refused(inside: Inside, worker: Account) -> None:
    with inside():
        pair = pair_of(carry_out(lambda: bare_arrangement(a_household(), worker, 1)))
        with pytest.raises(Refused, match="end after it starts"):
            carry_out(staying.take_place, pair, NOON, NOON)


def test_the_database_refuses_a_fourth_even_when_the_code_is_bypassed(inside: Inside, worker: Account) -> None:
    with inside():

        def three_and_one() -> tuple[UUID, UUID]:
            household = a_household()
            assert household.home_id
            for number in range(1, 4):
                arrangement = bare_arrangement(household, worker, number)
                db.session.add(Stay(arrangement_id=arrangement.id, home_id=household.home_id, starts_at=NOON))
            return bare_arrangement(household, worker, 4).id, household.home_id

        fourth, home = carry_out(three_and_one)
        db.session.rollback()
        one_more = {
            "id": uuid4(),
            "scheme_id": this_scheme(),
            "arrangement_id": fourth,
            "home_id": home,
            "starts_at": NOON,
        }
        with pytest.raises(DBAPIError, match="three people at most"):
            db.session.execute(insert(Stay), one_more)
        db.session.rollback()


@given(
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 20), st.integers(1, 9) | st.none()), min_size=1, max_size=12)
)
def test_counting_is_the_same_as_looking_at_every_hour(stays: list[tuple[int, int, int | None]]) -> None:
    """The most people at one moment, against a calendar filled in hour by hour."""
    made = [
        Stay(
            scheme_id=uuid4(),
            arrangement_id=uuid4(),
            home_id=uuid4(),
            starts_at=NOON + timedelta(hours=start),
            ends_at=NOON + timedelta(hours=start + length) if length else None,
        )
        for _, start, length in stays
    ]
    people = [person for person, _, _ in stays]
    window = NOON + timedelta(hours=3), NOON + timedelta(hours=15)
    hours = [NOON + timedelta(hours=hour) for hour in range(3, 15)]
    expected = max(len({people[i] for i, stay in enumerate(made) if staying.there_at(stay, hour)}) for hour in hours)
    assert staying.most_at_once(list(zip(made, people, strict=True)), *window) == expected


def rush(app: Flask, scheme_id: UUID, worker: Account, arrangement_ids: list[UUID]) -> list[str]:
    """Everybody takes the last place at the same moment, each in a thread and a session of their own."""
    start, outcomes = threading.Barrier(len(arrangement_ids)), []

    def click(arrangement_id: UUID) -> None:
        with app.app_context():
            enter_scheme(scheme_id)
            g.acting = worker
            start.wait()
            try:
                carry_out(take_the_place, arrangement_id)
                outcomes.append("welcome")
            except Refused as refusal:
                outcomes.append(refusal.message)

    def take_the_place(arrangement_id: UUID) -> Any:
        pair = arrangements.pair(arrangement_id)
        assert pair is not None
        return staying.take_place(pair, NOON, None)

    threads = [threading.Thread(target=click, args=(one,)) for one in arrangement_ids]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return outcomes


def test_eight_workers_take_the_last_place_at_once_and_exactly_one_has_it(
    app: Flask, inside: Inside, worker: Account
) -> None:
    with inside():

        def one_place_left() -> list[UUID]:
            household = a_household(living_there=2)
            return [bare_arrangement(household, worker, number).id for number in range(1, 9)]

        ids = carry_out(one_place_left)
    outcomes = rush(app, worker.scheme_id, worker, ids)
    assert len(outcomes) == 8
    assert outcomes.count("welcome") == 1
    assert all("no place left" in said or "please try again" in said for said in outcomes if said != "welcome")
    with inside():
        household = db.session.get_one(Household, arrangements.pair(ids[0]).household.id)  # type: ignore[union-attr]
        assert household.home_id
        assert staying.people_there(household.home_id, NOON, None) == 3


def test_starting_a_trial_takes_the_place_and_an_ending_gives_it_back(story: Story) -> None:
    story.to_trial()
    home = story.arrangement.home_id
    assert home
    assert staying.people_there(home, local_moment(today()), None) == 1
    story.take("end_trial", reason="moved_on")
    assert staying.people_there(home, now() + timedelta(minutes=1), None) == 0
