"""Somebody's crisis at the desk: a contact each day, and a plan for now."""

from typing import Any
from uuid import UUID

from flask import abort, flash, redirect, render_template, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from matching.actions import crisis
from matching.desk import desk
from matching.desk.arrangements import Page
from matching.forms.crisis import CloseCrisisPlanForm, CrisisPlanForm, CrisisStepForm, SpokeForm
from matching.queries.crisis import Plan, is_spoken_with_each_day, plan_of, plans_of, spoken_today, step_of
from people.desk.opening import opened
from people.models import Person
from scheme.access import may
from scheme.forms import Form
from scheme.look import NOT_DONE
from scheme.pages import carried_out
from scheme.sign_in.sessions import reader

PAGE = "crisis plan"


@desk.post("/people/<uuid:person_id>/spoke")
def spoke_with(person_id: UUID) -> Page:
    """I spoke with them today."""
    person, form = opened(person_id, PAGE), SpokeForm()
    if form.validate_on_submit() and carried_out(form, crisis.spoke_with, reader(), person, form.words.data):
        flash("Written down.")
        return redirect(url_for("people_desk.read", person_id=person_id))
    return render_template("matching/desk/crisis/form.html", form=form, person=person, title="I spoke with them today")


@desk.route("/people/<uuid:person_id>/crisis-plan", methods=["GET", "POST"])
def crisis_plan(person_id: UUID) -> Page:
    """The plan for now: make it, look at it again, and what was planned before."""
    person, plan = opened(person_id, PAGE), plan_of(person_id)
    form = CrisisPlanForm(obj=plan.row) if plan else CrisisPlanForm()
    if form.validate_on_submit():
        hope, review_on = form.hope.data, form.review_on.data
        done = (
            carried_out(form, crisis.look_at_plan_again, plan.row, hope, review_on, form.version.data)
            if plan
            else carried_out(form, crisis.make_plan, reader(), person, hope, review_on)
        )
        if done:
            return _back(person_id)
    past = [each for each in plans_of(person_id) if each.row.closed_at]
    return render_template("matching/desk/crisis/plan.html", form=form, person=person, plan=plan, past=past)


@desk.route("/people/<uuid:person_id>/crisis-plan/steps/add", methods=["GET", "POST"])
def add_crisis_step(person_id: UUID) -> Page:
    """What happens next."""
    person, plan, form = opened(person_id, PAGE), _plan(person_id), CrisisStepForm()
    if form.validate_on_submit() and carried_out(form, crisis.add_step, plan, **form.answers):
        return _back(person_id)
    return render_template("matching/desk/crisis/form.html", form=form, person=person, title="What happens next?")


@desk.post("/people/<uuid:person_id>/crisis-plan/steps/<uuid:crisis_step_id>/done")
def crisis_step_done(person_id: UUID, crisis_step_id: UUID) -> Page:
    """It has been done."""
    opened(person_id, PAGE)
    step = step_of(person_id, crisis_step_id) or abort(404)
    if not carried_out(Form(), crisis.step_done, step):
        flash("This was done before.", NOT_DONE)
    return _back(person_id)


@desk.route("/people/<uuid:person_id>/crisis-plan/close", methods=["GET", "POST"])
def close_crisis_plan(person_id: UUID) -> Page:
    """It is over, or another plan is needed."""
    person, plan, form = opened(person_id, PAGE), _plan(person_id), CloseCrisisPlanForm()
    if form.validate_on_submit() and carried_out(form, crisis.close_plan, plan.row, form.what_helped.data):
        flash("The plan is closed.")
        return _back(person_id)
    return render_template("matching/desk/crisis/form.html", form=form, person=person, title="Close the plan")


def _plan(person_id: UUID) -> Plan:
    return plan_of(person_id) or abort(404)


def _back(person_id: UUID) -> Response:
    return redirect(url_for(".crisis_plan", person_id=person_id))


def box(person: Person) -> Markup:
    """On the person's own page at the desk: whether they were spoken with today, and their plan."""
    each_day, plan = is_spoken_with_each_day(person), plan_of(person.id)
    if not (each_day or plan):
        return Markup("")
    shown: dict[str, Any] = {"spoken": spoken_today(person), "each_day": each_day, "plan": plan}
    form = SpokeForm(formdata=None) if each_day and may("matching_desk.spoke_with") else None
    return Markup(render_template("matching/desk/crisis/box.html", person=person, form=form, **shown))  # noqa: S704 - our own template, escaped as every page is
