"""What is due changes at midnight on the wall, and at no other time of a day: in the demo, where nearly every rule finds something."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import Any

import pytest
import time_machine
from flask import Flask
from sqlmodel import select

from matching.queries.due import RULES, Asked, due
from scheme.clock import local_moment, today
from scheme.database import db, enter_scheme
from scheme.kinds import SchemeKind
from scheme.models import Account, Role, Scheme
from scheme.queries import our_scheme

LONDON, AUCKLAND = "Europe/London", "Pacific/Auckland"
"""In London's summer the day by UTC is the one before just after midnight; in Auckland all morning."""

MIDSUMMER, CLOCKS_GO_BACK = date(2030, 7, 1), date(2030, 10, 27)

OVER_AT_A_TIME_OF_DAY = {"stays", "not_good_days"}
"""What is to come or under way, and no longer due the moment it is over."""


@pytest.fixture
def manager(demo_app: Flask) -> Iterator[Account]:
    """In the demo, where there is something of nearly every kind to do."""
    with demo_app.app_context():
        schemes = db.session.exec(select(Scheme).where(Scheme.kind == SchemeKind.SHARED_LIVES))
        enter_scheme(schemes.one().id)
        yield db.session.exec(select(Account).where(Account.role == Role.MANAGER).limit(1)).one()
        db.session.rollback()


def test_what_is_due_is_the_same_from_midnight_to_midnight(demo_app: Flask, manager: Account) -> None:
    tomorrow, found = today() + timedelta(days=1), set()
    for zone, day in ((AUCKLAND, tomorrow), (LONDON, MIDSUMMER), (LONDON, CLOCKS_GO_BACK)):
        demo_app.config["TIME_ZONE"] = zone
        early, late = (_due(manager, day, at) for at in (time(0, 5), time(23, 55)))
        for rule, things in early.items():
            same = late[rule] <= things if rule in OVER_AT_A_TIME_OF_DAY else late[rule] == things
            assert same, f"{rule} on {day} in {zone}"
        found |= {rule for rule, things in early.items() if things}
    assert len(found) >= len(RULES) - 3, "of nearly every rule there is something to see"


def _due(manager: Account, day: date, at: time) -> dict[str, set[Any]]:
    with time_machine.travel(local_moment(day, at), tick=False):
        assert today() == day
        return {
            one.rule.name: {
                (item.row_id, item.words, item.by, item.late(day), item.may_wait(day)) for item in one.items
            }
            for one in due(Asked(our_scheme(), manager, None))
        }
