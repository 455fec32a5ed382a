"""Everybody's profiles are kept between pages, and only for as long as nothing they rest on has changed. Everybody is invented."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from flask import Flask
from sqlalchemy import inspect, update
from sqlmodel import select

from carers.models import Household, HouseholdState, Member, MemberKind, Offer, TimeAway
from matching.models import KeepApart, Stay
from matching.queries import everybody
from people.models import CirclePerson, Person, PersonPlace, PersonState, WantedArrangement
from scheme.clock import today
from scheme.database import SchemeTable, carry_out, db, enter_scheme, now
from scheme.engines import writing
from scheme.models import Home, Scheme
from scheme.settings import SETTINGS
from scheme.ways_of_living import HouseholdMustNot, MustNot, Noise, YesNo
from tests.ground.accounts import MakeScheme
from tests.matching.conftest import Inside, a_household, a_person
from tests.matching.desk.conftest import counted

_ = counted  # a fixture


@pytest.fixture
def here(inside: Inside) -> Inside:
    """A scheme with one of everything that profiles are read from; each ``with`` is another request."""
    with inside():
        carry_out(_one_of_everything)
    return inside


def _one_of_everything() -> None:
    person, household = a_person(noise=Noise.QUIET), a_household(noise=Noise.QUIET)
    a_person("P002", state=PersonState.PAUSED)
    a_household("H002", state=HouseholdState.PAUSED)
    person.home_id = _added(Home(area="LA2")).id
    for row in (
        Member(household_id=household.id, kind=MemberKind.CARER, name="Gwen"),
        TimeAway(household_id=household.id, starts_on=today(), ends_on=today()),
        PersonPlace(person_id=person.id, label="Invented library"),
        CirclePerson(person_id=person.id, name="Sam"),
    ):
        _added(row)


def _added(row: Any) -> Any:
    db.session.add(row)
    db.session.flush()
    return row


def test_what_was_read_is_used_again_while_nothing_has_changed(here: Inside) -> None:
    with here():
        homes, people = everybody.households().crowd, everybody.people().crowd
    with here():
        assert everybody.households().crowd is homes
        assert everybody.people().crowd is people


def test_the_same_few_statements_and_fewer_when_it_is_kept(here: Inside, counted: Any) -> None:
    def statements() -> int:
        with here(), counted() as sent:
            everybody.households()
            everybody.people()
        return len(sent)

    first, again = statements(), statements()
    assert again < first
    with here():
        carry_out(lambda: [a_household(f"H{number:03}") for number in range(3, 30)])
    assert (statements(), statements()) == (first + 1, again), "and one to see that what was kept holds no more"


SOFT = {table for side in (everybody._HOUSEHOLDS, everybody._PEOPLE) for table in side.read_from}


def _columns() -> Iterator[tuple[type[SchemeTable], str]]:
    for table in sorted(SOFT, key=lambda one: one.__name__):
        for column in inspect(table).column_attrs:
            if column.key not in {"id", "scheme_id"}:
                yield table, column.key


def test_whatever_changes_in_what_profiles_are_read_from_is_noticed(here: Inside) -> None:
    """Every column of every table."""
    unnoticed = []
    with here():
        since = now() - everybody.MARGIN
        for table, name in _columns():
            before = [everybody._changes(side, since) for side in _sides_reading(table)]
            row = db.session.exec(select(table)).first()
            assert row, f"there is no {table.__name__} to change"
            _change(row, name)
            token = writing.set(True)
            try:
                db.session.flush()
            finally:
                writing.reset(token)
            after = [everybody._changes(side, since) for side in _sides_reading(table)]
            unnoticed += [f"{table.__name__}.{name}" for b, a in zip(before, after, strict=True) if a <= b]
            db.session.rollback()
    assert unnoticed == []


def _sides_reading(table: type[Any]) -> list[everybody.Side[Any]]:
    return [side for side in (everybody._HOUSEHOLDS, everybody._PEOPLE) if table in side.read_from]


def _change(row: Any, name: str) -> None:
    """Another value than it has, past what the model would accept of it."""
    column = row.__table__.c[name]
    old, kind = getattr(row, name), getattr(column.type, "impl_instance", column.type)
    makers: tuple[tuple[Any, Callable[[], Any]], ...] = (
        (sa.Enum, lambda: next(each for each in kind.enum_class if each is not old)),
        (sa.Uuid, lambda: _another(column, old)),
        (sa.Boolean, lambda: not old),
        (sa.Integer, lambda: (old or 0) + 1),
        (sa.DateTime, lambda: (old or now()) + timedelta(days=1)),
        (sa.Date, lambda: (old or today()) + timedelta(days=1)),
        (sa.LargeBinary, lambda: b"other"),
        (sa.String, lambda: "other"),
        (sa.JSON, lambda: {"a": 1} if isinstance(old, dict) else ["a"]),
    )
    make = next(make for made_of, make in makers if isinstance(kind, made_of))
    inspect(type(row)).attrs[name].class_attribute.__set__(row, make())


def _another(column: Any, old: UUID | None) -> UUID | None:
    """The id of another row it may point at."""
    (points_at,) = column.foreign_keys
    others = sa.select(points_at.column).where(points_at.column != old) if old else sa.select(points_at.column)
    found: UUID | None = db.session.connection().execute(others).scalars().first()
    assert found
    return found


@pytest.mark.parametrize("side", [everybody._HOUSEHOLDS, everybody._PEOPLE], ids=["households", "people"])
def test_profiles_are_read_from_nothing_else(here: Inside, counted: Any, side: everybody.Side[Any]) -> None:
    """So that whatever they are read from is either among the essentials or counted."""
    with here():
        looked = " ".join(str(one) for one in (side.listed(), *side.essentials()))
        with counted() as sent:
            side.profiles()
    found = set(re.findall(r"(?:FROM|JOIN) \"?(\w+)", " ".join(sent)))
    known = {str(table.__tablename__) for table in side.read_from} | set(re.findall(r"(?:FROM|JOIN) \"?(\w+)", looked))
    assert found - known <= {"scheme"}, "the scheme's own numbers are compared"


def _behind_the_record(here: Inside, statement: Any) -> None:
    """A change that the record does not see."""
    with here():
        carry_out(lambda: db.session.connection().execute(statement))


@pytest.mark.parametrize(
    "statement",
    [
        update(Household.__table__).values(must_nots=[next(iter(HouseholdMustNot)).value]),  # type: ignore[attr-defined]
        update(Household.__table__).values(approval_review_on=date(2020, 1, 1)),  # type: ignore[attr-defined]
        update(Household.__table__).values(living_there=3),  # type: ignore[attr-defined]
        update(Offer.__table__).values(spaces=0),  # type: ignore[attr-defined]
        update(TimeAway.__table__).values(ends_on=date(2090, 1, 1)),  # type: ignore[attr-defined]
        update(Scheme.__table__).values(numbers={"introductions_at_once": 2}),  # type: ignore[attr-defined]
    ],
)
def test_essentials_are_read_anew_each_time_whatever_the_record_says(here: Inside, statement: Any) -> None:
    with here():
        before = everybody.households().crowd
    _behind_the_record(here, statement)
    with here():
        assert everybody.households().crowd is not before


@pytest.mark.parametrize(
    "statement",
    [
        update(Person.__table__).values(crisis=YesNo.YES),  # type: ignore[attr-defined]
        update(Person.__table__).values(must_nots=[next(iter(MustNot)).value]),  # type: ignore[attr-defined]
        update(Person.__table__).values(state=PersonState.EXPLORING),  # type: ignore[attr-defined]
        update(WantedArrangement.__table__).values(starts_on=date(2090, 1, 1)),  # type: ignore[attr-defined]
    ],
)
def test_so_are_those_of_people(here: Inside, statement: Any) -> None:
    with here():
        before = everybody.people().crowd
    _behind_the_record(here, statement)
    with here():
        assert everybody.people().crowd is not before


def test_whom_to_keep_apart_and_who_lives_there_are_read_anew(here: Inside) -> None:
    with here():
        before = everybody.households()
        person, household = everybody.people().rows[0], before.rows[0]
    with here():
        carry_out(lambda: _added(KeepApart(person_id=person.id, household_id=household.id)))
        after = everybody.households()
        assert after.crowd[0].keep_apart == {person.reference}
    assert not before.crowd[0].keep_apart
    assert {str(column) for column in everybody._STAYS} >= {"Stay.starts_at", "Stay.ends_at", "Stay.home_id"}
    stays = str(everybody._essentials_of_households()[4])
    assert all(read in stays for read in (str(Stay.__tablename__), "AS began", "AS over"))


def test_who_stops_offering_is_gone_at_once(here: Inside) -> None:
    with here():
        assert len(everybody.households().rows) == 1
    with here():
        carry_out(_pause)
    with here():
        assert everybody.households().rows == []


def _pause() -> None:
    _the_household().state = HouseholdState.PAUSED


def _the_household() -> Household:
    return db.session.exec(select(Household).where(Household.reference == "H001")).one()


def test_what_is_only_being_written_is_seen_by_its_writer_and_nobody_else(here: Inside) -> None:
    with here():
        before = everybody.households().crowd

    def change_and_look() -> None:
        _the_household().noise = Noise.LIVELY
        assert everybody.households().crowd[0].noise is Noise.LIVELY
        raise KeyboardInterrupt

    with here(), pytest.raises(KeyboardInterrupt):
        carry_out(change_and_look)
    with here():
        found = everybody.households().crowd
        assert found is before
        assert found[0].noise is Noise.QUIET


def test_a_change_by_another_process_is_seen(app: Flask, here: Inside) -> None:
    with here():
        assert everybody.households().crowd[0].noise is Noise.QUIET
        household = everybody.households().rows[0]
        scheme_id = db.session.info["scheme_id"]
    change = f"""
from uuid import UUID
from carers.models import Household
from scheme.database import carry_out, db, enter_scheme
from scheme.ways_of_living import Noise
from wsgi import create_app
with create_app().app_context():
    enter_scheme(UUID("{scheme_id}"))
    carry_out(lambda: setattr(db.session.get_one(Household, UUID("{household.id}")), "noise", Noise.LIVELY))
"""
    settings = {setting.name: str(app.config[setting.name]) for setting in SETTINGS}
    tree = Path(app.root_path)
    subprocess.run([sys.executable, "-c", change], cwd=tree, env=os.environ | settings, check=True, timeout=120)
    with here():
        assert everybody.households().crowd[0].noise is Noise.LIVELY


def test_no_scheme_meets_anothers(app: Flask, here: Inside, make_scheme: MakeScheme) -> None:
    other = make_scheme()
    with here():
        ours = everybody.households()
        assert len(ours.crowd) == 1
    with app.app_context():
        enter_scheme(other.id)
        assert list(everybody.households().crowd) == []
        carry_out(lambda: a_household("H001", noise=Noise.LIVELY))
        assert [one.noise for one in everybody.households().crowd] == [Noise.LIVELY]
    with here():
        assert everybody.households().crowd is ours.crowd


def test_only_so_many_are_kept_and_the_longest_unused_go_first(
    app: Flask, here: Inside, make_scheme: MakeScheme, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = make_scheme()
    with here():
        ours = everybody.households().crowd
    monkeypatch.setattr(everybody, "MOST_PROFILES", 1)
    with app.app_context():
        enter_scheme(other.id)
        carry_out(lambda: a_household("H001"))
        theirs = everybody.households().crowd
    with app.app_context():
        enter_scheme(other.id)
        assert everybody.households().crowd is theirs
    with here():
        assert everybody.households().crowd is not ours


def test_a_clock_that_went_back_keeps_nothing(here: Inside, monkeypatch: pytest.MonkeyPatch) -> None:
    with here():
        before = everybody.households().crowd
    earlier = now() - timedelta(days=2)
    monkeypatch.setattr(everybody, "now", lambda: earlier)
    with here():
        assert everybody.households().crowd is not before
