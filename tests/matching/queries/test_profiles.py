"""What the score is told of where people and homes are."""

from datetime import datetime, timedelta

import pytest
import time_machine
from flask import g

from carers.models import Household
from matching.compatibility.essentials import check
from matching.compatibility.explain import explain
from matching.compatibility.profiles import MemberKind
from matching.compatibility.verdicts import Met, Rules
from matching.lifecycle import Stage
from matching.models import Arrangement, KeepApart, Stay
from matching.queries.profiles import household_profiles, person_profiles
from people import actions
from people.models import Closeness, Person
from scheme.clock import today
from scheme.database import db, now
from scheme.kinds import ArrangementKind
from scheme.models import Place
from scheme.queries import our_scheme
from scheme.ways_of_living import Faith, GettingTogether, HowOften, Noise
from tests.matching.conftest import Inside, a_household, a_person


def test_without_places_the_score_is_told_districts_and_never_a_postcode(inside: Inside) -> None:
    with inside():
        person, household = a_person(), a_household()
        actions.add_place(person, {"label": "Mum", "postcode": "la1 4xx", "how_often": HowOften.WEEKLY})
        db.session.flush()
        (place,) = person_profiles([person])[person.id].places
        home = household_profiles([household])[household.id].home
        assert (place.cell, place.district) == (None, "LA1")
        assert home is not None
        assert (home.cell, home.district) == (None, "LA1")


def test_with_places_it_is_told_squares_too(inside: Inside) -> None:
    with inside():
        person = a_person()
        db.session.add(Place(postcode="LA1", latitude=54.05, longitude=-2.8))
        db.session.flush()
        actions.add_place(person, {"label": "Mum", "postcode": "LA1 4XX", "how_often": HowOften.WEEKLY})
        db.session.flush()
        (place,) = person_profiles([person])[person.id].places
        assert place.cell is not None
        assert place.district == "LA1"


def test_a_place_whose_postcode_is_taken_away_is_nowhere(inside: Inside) -> None:
    with inside():
        person = a_person()
        kept = actions.add_place(person, {"label": "Mum", "postcode": "LA1 4XX", "how_often": None})
        db.session.flush()
        actions.change_place(kept, {"label": "Mum", "postcode": "", "how_often": None}, kept.version)
        db.session.flush()
        (place,) = person_profiles([person])[person.id].places
        assert (place.cell, place.district) == (None, None)


def a_friend(person: Person, **facts: object) -> None:
    """Somebody in the circle, met at the club in LA1."""
    club = actions.add_place(person, {"label": "The club", "postcode": "LA1 4XX", "how_often": None})
    db.session.flush()
    usual = {"name": "Lou", "closeness": Closeness.CLOSE, "in_touch": HowOften.WEEKLY, "meet_at_id": club.id}
    actions.add_to_circle(person, usual | facts)
    db.session.flush()


def test_a_tie_is_where_they_meet_and_how_far_the_scheme_says_is_far(inside: Inside) -> None:
    with inside():
        person = a_person()
        our_scheme().numbers = {"reach_on_foot_miles": 1}
        a_friend(person, getting_together=GettingTogether.ON_FOOT)
        (tie,) = person_profiles([person])[person.id].ties
        assert (tie.label, tie.at, tie.district, tie.how_often) == ("Lou", "The club", "LA1", HowOften.WEEKLY)
        assert (tie.reach_miles, tie.wherever) == (1, False)


def test_how_far_is_as_by_bus_while_nobody_said_and_phoning_goes_anywhere(inside: Inside) -> None:
    with inside():
        person = a_person()
        a_friend(person, name="Al", in_touch=None, meet_at_id=None)
        a_friend(person, name="Bo", getting_together=GettingTogether.BY_PHONE)
        al, bo = sorted(person_profiles([person])[person.id].ties, key=lambda tie: tie.label)
        assert (al.reach_miles, al.cell, al.at, al.how_often) == (10, None, None, HowOften.SOMETIMES)
        assert bo.wherever


def test_whoever_is_paid_to_be_there_is_no_tie(inside: Inside) -> None:
    with inside():
        person = a_person()
        a_friend(person, closeness=Closeness.PAID)
        assert person_profiles([person])[person.id].ties == ()


def test_whoever_moved_in_lives_there_too_with_their_own_answers(inside: Inside) -> None:
    with inside():
        resident, household = a_person("P002", noise=Noise.QUIET, faiths=[Faith.CATHOLIC]), a_household()
        moves_in(resident, household, starts_at=now() - timedelta(days=30))
        (member,) = household_profiles([household])[household.id].members
        assert (member.label, member.kind, member.reference) == ("Invented P002", MemberKind.RESIDENT, "P002")
        assert (member.noise, member.faiths) == (Noise.QUIET, frozenset()), "what is theirs to tell stays theirs"
        mine = person_profiles([a_person(noise=Noise.LIVELY)])
        (profile,) = mine.values()
        explained = explain(profile, household_profiles([household])[household.id], Rules(today()))
        (quiet_or_lively,) = (part for part in explained.person_side.parts if part.criterion == "noise")
        assert quiet_or_lively.agreement.likely < 50


@pytest.mark.parametrize(
    ("starts", "ends"), [(timedelta(days=5), None), (timedelta(days=-5), timedelta(days=5))], ids=["to come", "a break"]
)
def test_whoever_comes_later_or_goes_again_does_not_live_there(
    inside: Inside, starts: timedelta, ends: timedelta | None
) -> None:
    with inside():
        visitor, household = a_person("P002"), a_household()
        moves_in(visitor, household, starts_at=now() + starts, ends_at=now() + ends if ends else None)
        assert household_profiles([household])[household.id].members == ()


@pytest.mark.parametrize("hour", [0, 9, 23])
def test_whoever_left_earlier_today_takes_no_place_and_whoever_leaves_later_does(inside: Inside, hour: int) -> None:
    with time_machine.travel(f"2026-11-22 {hour:02}:30+00:00", tick=False) as clock, inside():
        visitor, household = a_person("P002"), a_household()
        moves_in(visitor, household, starts_at=now() - timedelta(days=3), ends_at=now() + timedelta(minutes=20))
        assert len(household_profiles([household])[household.id].taken) == 1
        clock.shift(timedelta(minutes=20))
        assert household_profiles([household])[household.id].taken == ()


def test_two_people_kept_apart_are_not_brought_to_live_in_one_home(inside: Inside) -> None:
    with inside():
        mine, resident, household = a_person(), a_person("P002"), a_household()
        moves_in(resident, household, starts_at=now() - timedelta(days=30))
        db.session.add(KeepApart(person_id=resident.id, other_person_id=mine.id))
        db.session.flush()
        checks = check(person_profiles([mine])[mine.id], household_profiles([household])[household.id], Rules(today()))
        (apart,) = (checked for checked in checks if checked.name == "keep_apart")
        assert apart.met is Met.NOT_MET


def moves_in(person: Person, household: Household, starts_at: datetime, ends_at: datetime | None = None) -> None:
    """A trial, as far as matching reads it."""
    assert household.home_id
    arrangement = Arrangement(
        reference=f"A{person.reference}",
        person_id=person.id,
        household_id=household.id,
        home_id=household.home_id,
        kind=ArrangementKind.LIVE_IN,
        stage=Stage.TRIAL,
        worker_id=g.acting.id,
        answer_by=today(),
    )
    db.session.add(arrangement)
    db.session.flush()
    stay = Stay(arrangement_id=arrangement.id, home_id=household.home_id, starts_at=starts_at, ends_at=ends_at)
    db.session.add(stay)
    db.session.flush()
