"""Who looked, as people would say it."""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from flask import Flask

from scheme.database import enter_scheme
from scheme.models import Reading, Role
from scheme.readings import looks


def test_many_pages_on_one_london_day_are_one_look(app: Flask) -> None:
    with app.app_context():
        enter_scheme(uuid4())

        def reading(who: str, *moment: int, page: str = "profile") -> Reading:
            at = datetime(2026, *moment, tzinfo=UTC)  # type: ignore[arg-type, misc]
            whom: dict[str, Any] = {"account_id": uuid4(), "subject_id": uuid4(), "subject_kind": "household"}
            return Reading(at=at, who=who, role=Role.WORKER, page=page, why="Working at the desk", **whom)

        # 23:30 in July is the next day in London already.
        found = looks(
            [
                reading("Helen", 7, 2, 12),
                reading("Jas", 7, 2, 9),
                reading("Helen", 7, 1, 23, 30),
                reading("Helen", 7, 1, 23, 15, page="offers"),
                reading("Helen", 7, 1, 23, 14),
                reading("Helen", 7, 1, 9),
            ]
        )
        assert [(look.who, look.on.day) for look in found] == [("Helen", 2), ("Jas", 2), ("Helen", 1)]
        assert [look.pages for look in found] == [("profile", "offers"), ("profile",), ("profile",)]
