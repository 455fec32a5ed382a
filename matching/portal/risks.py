"""A person's own risks in their own pages: what could go wrong, what helps, in their words."""

from uuid import UUID

from flask import abort, flash, redirect, render_template, url_for
from markupsafe import Markup

from matching.actions.risks import add_own_risk, say_own_risk
from matching.forms.risks import OwnRiskForm
from matching.portal import portal
from matching.portal.person import Page
from matching.queries.risks import own_risk_of, own_risks_of
from people.models import Person
from people.portal.opening import own
from scheme.pages import carried_out
from scheme.sign_in.sessions import reader


@portal.get("/me/<uuid:person_id>/staying-safe")
def risks(person_id: UUID) -> str:
    """What could go wrong, and what helps."""
    opened = own(person_id, "staying safe")
    mine = own_risks_of(person_id)
    return render_template("matching/portal/risks/list.html", own=opened, person=opened.person, risks=mine)


@portal.route("/me/<uuid:person_id>/staying-safe/add", methods=["GET", "POST"])
def add_risk(person_id: UUID) -> Page:
    """Something I want to be careful about."""
    opened = own(person_id, "staying safe", writing=True)
    form = OwnRiskForm(easy=True)
    if form.validate_on_submit() and carried_out(form, add_own_risk, reader(), opened.person, form.answers):
        flash("Saved. Your worker will talk with you about it.")
        return redirect(url_for(".risks", person_id=person_id))
    return _one(opened.person, form, "Something I want to be careful about")


@portal.route("/me/<uuid:person_id>/staying-safe/<uuid:risk_id>", methods=["GET", "POST"])
def risk(person_id: UUID, risk_id: UUID) -> Page:
    """Say one of them in my words."""
    opened = own(person_id, "staying safe", writing=True)
    found = own_risk_of(person_id, risk_id) or abort(404)
    form = OwnRiskForm(obj=found, easy=True)
    if form.validate_on_submit() and carried_out(form, say_own_risk, found, form.answers, form.version.data):
        flash("Saved. Thank you.")
        return redirect(url_for(".risks", person_id=person_id))
    return _one(opened.person, form, "Say it in your words")


def _one(person: Person, form: OwnRiskForm, title: str) -> str:
    return render_template("matching/portal/risks/one.html", person=person, form=form, title=title)


def part(person: Person) -> Markup:
    """The way there from the person's front page."""
    return Markup(render_template("matching/portal/risks/part.html", person=person))  # noqa: S704 - our own template, escaped as every page is
