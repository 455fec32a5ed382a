"""A household's photographs at the desk."""

from uuid import UUID

from flask import Response, abort, flash, render_template
from flask.typing import ResponseReturnValue

from carers import actions, forms, queries
from carers.desk import desk
from carers.desk.opening import back_to, opened
from carers.taking import take
from scheme import photographs as files
from scheme.database import carry_out
from scheme.pages import carried_out


@desk.route("/<uuid:household_id>/photographs/add", methods=["GET", "POST"])
def add_photograph(household_id: UUID) -> ResponseReturnValue:
    """A new photograph."""
    household = opened(household_id, "photographs")
    form = forms.NewPhotographForm()
    if form.validate_on_submit() and take(form, household):
        flash("The photograph is added.")
        return back_to(household, "photographs")
    return render_template("carers/desk/photograph.html", household=household, photograph=None, form=form)


@desk.get("/<uuid:household_id>/photographs/<uuid:photograph_id>.jpg")
def photograph_file(household_id: UUID, photograph_id: UUID) -> Response:
    """The picture itself. The page it stands on has been written down already."""
    household = queries.household(household_id) or abort(404)
    return files.shown(queries.photograph_of(household, photograph_id))


@desk.route("/<uuid:household_id>/photographs/<uuid:photograph_id>", methods=["GET", "POST"])
def photograph(household_id: UUID, photograph_id: UUID) -> ResponseReturnValue:
    """The words beside a photograph."""
    household = opened(household_id, "photographs")
    row = queries.photograph_of(household, photograph_id) or abort(404)
    form = forms.CaptionForm(obj=row)
    if form.validate_on_submit() and carried_out(form, actions.change_caption, row, form.caption.data):
        flash("Saved.")
        return back_to(household, "photographs")
    return render_template("carers/desk/photograph.html", household=household, photograph=row, form=form)


@desk.post("/<uuid:household_id>/photographs/<uuid:photograph_id>/remove")
def remove_photograph(household_id: UUID, photograph_id: UUID) -> ResponseReturnValue:
    """Take a photograph away, first its row and then its file."""
    household = opened(household_id, "photographs")
    row = queries.photograph_of(household, photograph_id) or abort(404)
    file_name = row.file_name
    carry_out(actions.remove_photograph, row)
    files.forget(file_name)
    flash("The photograph is taken away.")
    return back_to(household, "photographs")
