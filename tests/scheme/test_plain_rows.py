"""Rows to read and nothing else: the same values, the scheme's own, without what is sealed. Everybody is invented."""

from typing import Any

import pytest
from flask import Flask
from sqlmodel import select

from carers.models import Household, Member, MemberKind
from people.models import Person
from scheme.database import carry_out, db, enter_scheme
from scheme.models import Home, Role, Scheme
from scheme.plain_rows import as_texts, columns, plain_rows
from scheme.ways_of_living import Noise, Stance
from tests.ground.accounts import MakeAccount, MakeScheme


def add(*rows: object) -> None:
    for row in rows:
        db.session.add(row)


def test_they_know_what_the_rows_know(app: Flask, scheme: Scheme) -> None:
    with app.app_context():
        enter_scheme(scheme.id)
        household = Household(
            reference="H001", name="Invented Gwen", noise=Noise.QUIET, interests={"gardening": Stance.LOVE}
        )
        carry_out(add, household, Member(household_id=household.id, kind=MemberKind.CARER, name="Gwen"))
        (plain,) = plain_rows(Household)
        (row,) = db.session.exec(select(Household)).all()
        for name in Household.__table__.columns.keys():  # type: ignore[attr-defined]  # noqa: SIM118
            if not name.endswith("_sealed"):
                assert getattr(plain, name) == getattr(row, name)
                assert type(getattr(plain, name)) is type(getattr(row, name))
        assert plain.matters_most == row.matters_most
        (member,) = plain_rows(Member, Member.household_id == household.id)
        assert member.label == "Gwen"
        assert plain_rows(Member, Member.kind == MemberKind.CHILD) == []


def test_what_is_sealed_stays_in_the_database(app: Flask, scheme: Scheme) -> None:
    with app.app_context():
        enter_scheme(scheme.id)
        home = Home(area="LA1")
        home.address = "1 Invented Towpath"
        carry_out(add, home)
        (plain,) = plain_rows(Home)
        assert plain.area == "LA1"
        with pytest.raises(AttributeError):
            _ = plain.address


def test_another_schemes_rows_are_not_there(
    app: Flask, scheme: Scheme, make_scheme: MakeScheme, make_account: MakeAccount
) -> None:
    theirs = make_account(Role.WORKER, scheme=make_scheme())
    with app.app_context():
        enter_scheme(theirs.scheme_id)
        carry_out(add, Person(reference="P001", known_as="Theirs", full_name="Theirs"))
        assert [row.known_as for row in plain_rows(Person)] == ["Theirs"]
        enter_scheme(scheme.id)
        assert plain_rows(Person) == []


def test_rows_as_texts_are_equal_exactly_while_they_hold_the_same(
    app: Flask, scheme: Scheme, make_scheme: MakeScheme, make_account: MakeAccount
) -> None:
    """Nothing and an empty text are told apart, and so are commas and quotes from what parts one value from the next."""
    theirs = make_account(Role.WORKER, scheme=make_scheme())

    def texts() -> tuple[str, ...]:
        homes, people = columns(Home.area, Home.id).order_by(Home.id), columns(Person.reference, Person.home_id)
        both: Any = db.session.execute(as_texts(homes, people)).one()
        return tuple(both)

    with app.app_context():
        enter_scheme(scheme.id)
        seen, home = [texts()], Home(area="A")
        carry_out(add, home)
        for area in ('A", "B', 'A", "', "null", None):
            seen.append(texts())
            carry_out(setattr, db.session.get_one(Home, home.id), "area", area)
        seen.append(texts())
        carry_out(add, Person(reference="P001", known_as="Invented", full_name="Invented", home_id=home.id))
        seen.append(texts())
        assert len(set(seen)) == len(seen) == 7
        assert texts() == seen[-1]
        enter_scheme(theirs.scheme_id)
        assert texts() == seen[0]
