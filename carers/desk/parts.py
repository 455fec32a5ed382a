"""Members, offers, days away and checks at the desk: one of each at a time."""

from uuid import UUID

from flask import abort, flash, render_template
from flask.typing import ResponseReturnValue

from carers import actions, forms
from carers.desk import desk
from carers.desk.opening import back_to, opened
from carers.sections import PARTS, part_form
from scheme.database import carry_out
from scheme.pages import carried_out


@desk.route("/<uuid:household_id>/<any(members, offers, away, checks):name>/add", methods=["GET", "POST"])
def add_part(household_id: UUID, name: str) -> ResponseReturnValue:
    """One more."""
    part = PARTS[name]
    household = opened(household_id, name)
    form = part_form(part, household, at_desk=True)
    if form.validate_on_submit() and carried_out(form, part.add, household, form.answers):
        flash("Added.")
        return back_to(household, name)
    return render_template("carers/desk/part.html", household=household, part=part, row=None, form=form)


@desk.route("/<uuid:household_id>/<any(members, offers, away, checks):name>/<uuid:part_id>", methods=["GET", "POST"])
def part(household_id: UUID, name: str, part_id: UUID) -> ResponseReturnValue:
    """One of them, to change."""
    asked = PARTS[name]
    household = opened(household_id, name)
    row = asked.one(household, part_id) or abort(404)
    form = part_form(asked, household, row, at_desk=True)
    if form.validate_on_submit() and carried_out(form, asked.change, row, form.answers, form.version.data):
        flash("Saved.")
        return back_to(household, name)
    return render_template("carers/desk/part.html", household=household, part=asked, row=row, form=form)


@desk.post("/<uuid:household_id>/<any(members, offers, away, checks):name>/<uuid:part_id>/remove")
def remove_part(household_id: UUID, name: str, part_id: UUID) -> ResponseReturnValue:
    """One fewer."""
    asked = PARTS[name]
    household = opened(household_id, name)
    carry_out(asked.remove, asked.one(household, part_id) or abort(404))
    flash("Taken off the profile.")
    return back_to(household, name)


@desk.route("/<uuid:household_id>/members/<uuid:part_id>/invite", methods=["GET", "POST"])
def invite(household_id: UUID, part_id: UUID) -> ResponseReturnValue:
    """Give a carer pages of their own."""
    household = opened(household_id, "members")
    member = PARTS["members"].one(household, part_id) or abort(404)
    form = forms.InviteForm()
    if form.validate_on_submit() and carried_out(form, actions.invite, member, form.email.data):
        flash(f"{member.label} is invited. Their first link is on its way.")
        return back_to(household, "members")
    return render_template("carers/desk/invite.html", household=household, member=member, form=form)
