"""Kinds of job that only tests know."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask

from scheme.jobs import kinds
from scheme.jobs.kinds import Kind

AddKind = Callable[..., None]


@pytest.fixture
def add_kind(app: Flask) -> Iterator[AddKind]:
    """Add a kind of job that a worker may ask for: ``add_kind("count", work)``; keywords are the rest of it."""
    ours = tuple(app.extensions["job_kinds"].values())

    def add_kind(name: str, work: Callable[..., Any], **others: Any) -> None:
        given: dict[str, Any] = {
            "title": f"An invented job: {name}",
            "asked_at": "matching_desk.spreadsheets",
            "leads_to": lambda job_id, asked: f"/answer/{job_id}",
            "back_to": ("matching_desk.spreadsheets", "Your spreadsheet"),
        }
        known = app.extensions["job_kinds"].values()
        kinds.set_up(app, [*known, Kind(name=name, work=work, **(given | others))])

    yield add_kind
    kinds.set_up(app, ours)
