"""Publishing weights: one version after another, whoever presses the button first."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from flask import Flask, g
from sqlmodel import select

from matching.actions.weighing import publish_weights
from matching.models import WeightsVersion
from matching.queries.scores import current_weights
from scheme.database import carry_out, db, enter_scheme
from scheme.errors import ChangedMeanwhile, Refused
from scheme.models import Account, Scheme
from tests.matching.conftest import Inside


def test_a_version_names_every_way_of_fitting_so_that_a_new_default_changes_nothing(
    inside: Inside, manager: Account
) -> None:
    with inside(manager):
        version = carry_out(publish_weights, {"noise": 7}, "Quiet matters", 0, manager.id)
        assert version.weights["noise"] == 7
        assert version.weights["interests"] == 5
        assert (current_weights().version, current_weights().of("noise")) == ("1", 7)


def test_who_publishes_what_somebody_else_just_published_changes_nothing(inside: Inside, manager: Account) -> None:
    with inside(manager):
        carry_out(publish_weights, {"noise": 7}, "Quiet matters", 0, manager.id)
        with pytest.raises(Refused, match="already in use"):
            carry_out(publish_weights, {"noise": 7}, "Quiet matters", 0, manager.id)


def test_of_many_at_the_same_moment_one_is_published(app: Flask, scheme: Scheme, manager: Account) -> None:
    together = Barrier(4)

    def race(points: int) -> str:
        with app.app_context():
            enter_scheme(scheme.id)
            g.acting = manager
            together.wait()
            try:
                carry_out(publish_weights, {"noise": points}, f"Mine: {points}", 0, manager.id)
            except ChangedMeanwhile as refusal:
                return f"{refusal.version}"
            return "published"

    with ThreadPoolExecutor(4) as threads:
        ends = list(threads.map(race, (6, 7, 8, 9)))
    assert sorted(ends) == ["1", "1", "1", "published"]
    with app.app_context():
        enter_scheme(scheme.id)
        assert len(db.session.exec(select(WeightsVersion)).all()) == 1
