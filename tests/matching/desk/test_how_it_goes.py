"""How an arrangement of each kind goes, drawn at the desk from the same tables that are kept to."""

import re

import pytest
from flask.testing import FlaskClient

from matching.kinds import KINDS, stages_of
from matching.lifecycle import Stage, steps_from
from scheme.kinds import KINDS_OF_SCHEME, ArrangementKind, SchemeKind
from scheme.models import Account, Role
from tests.ground.accounts import MakeAccount, MakeScheme, SignIn


@pytest.fixture
def at_desk(client: FlaskClient, worker: Account, sign_in: SignIn) -> FlaskClient:
    return sign_in(client, worker)


@pytest.mark.parametrize("kind", KINDS_OF_SCHEME[SchemeKind.SHARED_LIVES])
def test_every_stage_and_step_of_a_kind_is_drawn_and_no_other(kind: ArrangementKind, at_desk: FlaskClient) -> None:
    page = at_desk.get(f"/desk/how-it-goes/{kind.value}").text
    headings = re.findall(r'<h2 class="govuk-heading-m">\d\. ([^<]+)</h2>', page)
    assert headings == [KINDS[kind].label(stage) for stage in stages_of(kind)]
    steps = [KINDS[kind].step_label(step) for stage in stages_of(kind) for step in steps_from(stage, kind)]
    assert re.findall(r'<h3 class="govuk-heading-s">([^<]+) <span', page) == steps


def test_it_says_what_a_step_needs_and_the_numbers_of_this_kind(at_desk: FlaskClient) -> None:
    short = at_desk.get("/desk/how-it-goes/short_break").text
    assert "First stay" in short
    assert "Go on with regular stays" in short
    assert "Make it long-term" not in short
    assert "nobody lives in two homes at once" not in short, "a short break goes on beside living somewhere"
    assert "/desk/scheme/numbers/visits_before_trial.short_break" in short
    assert "nobody lives in two homes at once" in at_desk.get("/desk/how-it-goes/live_in").text


def test_interim_kinds_are_drawn_without_a_long_term() -> None:
    assert stages_of(ArrangementKind.EMERGENCY) == (Stage.PROPOSED, Stage.TRIAL)


def test_a_kind_the_scheme_does_not_make_has_no_page(
    at_desk: FlaskClient, client: FlaskClient, make_scheme: MakeScheme, make_account: MakeAccount, sign_in: SignIn
) -> None:
    assert at_desk.get("/desk/how-it-goes/homeshare").status_code == 404
    assert at_desk.get("/desk/how-it-goes/nothing").status_code == 404
    there = sign_in(client, make_account(Role.WORKER, scheme=make_scheme(kind=SchemeKind.HOMESHARE)))
    assert "Sharing the home" in there.get("/desk/how-it-goes").text
