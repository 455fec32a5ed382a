"""``flask scheme demo``: once, never in production, and never unasked beside a scheme that is there."""

import pytest
from flask import Flask

from matching.demo import building
from matching.demo.accounts import PASSWORD, WAYS
from scheme.kinds import SchemeKind


def _run(app: Flask, *options: str):
    return app.test_cli_runner().invoke(args=["scheme", "demo", *options])


@pytest.fixture
def built(monkeypatch):
    """Which schemes were made, without the time it takes to make them."""
    made: list[SchemeKind] = []
    monkeypatch.setattr(building, "build", made.append)
    return made


def test_it_says_how_to_sign_in(app, built):
    result = _run(app)
    assert result.exit_code == 0
    assert len(built) == 2
    assert PASSWORD in result.output
    assert all(way.email in result.output and way.try_first in result.output for ways in WAYS.values() for way in ways)


def test_nobody_in_homeshare_is_called_a_carer(app, built):
    _, homeshare = _run(app).output.split(building.NAMES[SchemeKind.HOMESHARE] + "\n  ")
    assert "Homesharer" in homeshare
    assert "Householder" in homeshare
    assert "Carer" not in homeshare


def test_a_second_time_it_changes_nothing_and_says_how_to_sign_in_again(demo_app, built):
    result = _run(demo_app)
    assert result.exit_code == 0
    assert built == []
    assert "there already" in result.output
    assert "person@example.org" in result.output


def test_it_is_not_made_beside_a_real_scheme_unless_asked(app, make_scheme, built):
    make_scheme(name="Invented Real Scheme")
    result = _run(app)
    assert result.exit_code != 0
    assert "Invented Real Scheme" in result.output
    assert "--beside" in result.output
    assert built == []
    assert _run(app, "--beside").exit_code == 0
    assert len(built) == 2


def test_it_is_never_made_in_production(make_app, built):
    app = make_app(ENVIRONMENT="production")
    result = _run(app)
    assert result.exit_code != 0
    assert "production" in result.output
    assert built == []
