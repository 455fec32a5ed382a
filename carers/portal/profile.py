"""Reading and changing our own profile, a section at a time."""

from uuid import UUID

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from carers import queries
from carers.portal import portal
from carers.portal.own import own
from carers.sections import PARTS, own_sections, part_form
from scheme.database import carry_out
from scheme.pages import carried_out
from scheme.queries import named_worker_of


@portal.get("/profile")
def profile() -> str:
    """Everything we have told, and what we may change."""
    household = own()
    return render_template(
        "carers/portal/profile.html",
        household=household,
        told=[(each, [line for line in each.told(household) if line.words]) for each in own_sections().values()],
        parts=[part for part in PARTS.values() if part.own],
        photographs=queries.photographs_of(household),
        worker=named_worker_of(household),
    )


@portal.route("/profile/<name>", methods=["GET", "POST"])
def section(name: str) -> ResponseReturnValue:
    """One section, to change."""
    asked = own_sections().get(name)
    if asked is None or asked.cards:
        abort(404)
    household = own()
    form = asked.asked(household)
    if form.validate_on_submit() and carried_out(form, asked.action, household, form.answers, form.version.data):
        flash("Saved. Thank you.")
        return _back(name)
    return render_template("carers/portal/section.html", section=asked, form=form)


@portal.route("/profile/<any(members, offers, away):name>/add", methods=["GET", "POST"])
def add_part(name: str) -> ResponseReturnValue:
    """One more member, offer or time away."""
    asked = PARTS[name]
    household = own()
    form = part_form(asked, household, at_desk=False)
    if form.validate_on_submit() and carried_out(form, asked.add, household, form.answers):
        flash("Added. Thank you.")
        return _back(name)
    return render_template("carers/portal/part.html", part=asked, row=None, form=form, may_remove=False)


@portal.route("/profile/<any(members, offers, away):name>/<uuid:part_id>", methods=["GET", "POST"])
def part(name: str, part_id: UUID) -> ResponseReturnValue:
    """One of them, to change."""
    asked = PARTS[name]
    household = own()
    row = asked.one(household, part_id) or abort(404)
    form = part_form(asked, household, row, at_desk=False)
    if form.validate_on_submit() and carried_out(form, asked.change, row, form.answers, form.version.data):
        flash("Saved. Thank you.")
        return _back(name)
    may_remove = asked.may_be_removed_by_household(row)
    return render_template("carers/portal/part.html", part=asked, row=row, form=form, may_remove=may_remove)


@portal.post("/profile/<any(members, offers, away):name>/<uuid:part_id>/remove")
def remove_part(name: str, part_id: UUID) -> ResponseReturnValue:
    """One fewer. That a carer or somebody supported has moved out is for the worker to write down."""
    asked = PARTS[name]
    row = asked.one(own(), part_id) or abort(404)
    if not asked.may_be_removed_by_household(row):
        abort(403)
    carry_out(asked.remove, row)
    flash("Taken off your profile.")
    return _back(name)


def _back(name: str) -> ResponseReturnValue:
    return redirect(url_for("carers_portal.profile", _anchor=name))
