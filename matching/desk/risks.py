"""Somebody's risks at the desk: whose they are, what helps, and what a household needs to know."""

from typing import Any
from uuid import UUID

from flask import abort, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from matching.actions import risks as actions
from matching.desk import desk
from matching.desk.arrangements import Page
from matching.forms.risks import RiskForm
from matching.lifecycle import GOING_ON
from matching.queries import arrangements
from matching.queries.risks import risk_of, risks_of
from people.desk.opening import opened
from people.models import Person
from scheme.forms import Form
from scheme.pages import carried_out
from scheme.sign_in.sessions import reader
from scheme.ways_of_living import YesNo

PAGE = "risks, and what helps"


@desk.get("/people/<uuid:person_id>/risks")
def risks(person_id: UUID) -> str:
    """What is written down."""
    person = opened(person_id, PAGE)
    homes = {each.arrangement.id: each.household.name for each in arrangements.of_person(person_id)}
    return render_template("matching/desk/risks/list.html", person=person, risks=risks_of(person_id), homes=homes)


@desk.route("/people/<uuid:person_id>/risks/add", methods=["GET", "POST"])
def add_risk(person_id: UUID) -> Page:
    """One more."""
    person, form = opened(person_id, PAGE), RiskForm.about(_under_way(person_id))
    if form.validate_on_submit() and carried_out(form, actions.write_risk, reader(), person, _answers(form)):
        return _back(person_id, "Written down.")
    return _shown(person, form, "What might happen, and what helps")


@desk.route("/people/<uuid:person_id>/risks/<uuid:risk_id>", methods=["GET", "POST"])
def risk(person_id: UUID, risk_id: UUID) -> Page:
    """Look at one again."""
    person, found = opened(person_id, PAGE), risk_of(person_id, risk_id) or abort(404)
    form = RiskForm.about(_under_way(person_id), found)
    if form.validate_on_submit() and carried_out(form, actions.change_risk, found, _answers(form), form.version.data):
        return _back(person_id, "Saved.")
    return _shown(person, form, "Look at it again", url_for(".put_away_risk", person_id=person_id, risk_id=risk_id))


@desk.post("/people/<uuid:person_id>/risks/<uuid:risk_id>/put-away")
def put_away_risk(person_id: UUID, risk_id: UUID) -> Page:
    """It is history now."""
    opened(person_id, PAGE)
    found = risk_of(person_id, risk_id) or abort(404)
    carried_out(Form(), actions.put_away, found)
    return _back(person_id, "Put away. What it said stays in the record.")


def _under_way(person_id: UUID) -> list[tuple[str, str]]:
    """What is going on with them, to choose from: the arrangement and its household."""
    pairs = arrangements.of_person(person_id)
    return [(str(each.arrangement.id), each.household.name) for each in pairs if each.arrangement.stage in GOING_ON]


def _answers(form: RiskForm) -> dict[str, Any]:
    chosen = form.answers
    arrangement_id = UUID(chosen["arrangement_id"]) if chosen.get("arrangement_id") else None
    knows = chosen["household_knows"] == YesNo.YES
    return chosen | {"arrangement_id": arrangement_id, "household_knows": knows}


def _shown(person: Person, form: RiskForm, title: str, put_away: str | None = None) -> str:
    return render_template("matching/desk/risks/form.html", person=person, form=form, title=title, put_away=put_away)


def _back(person_id: UUID, words: str) -> Response:
    flash(words)
    return redirect(url_for(".risks", person_id=person_id))
