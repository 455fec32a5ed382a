"""Our own photographs: add, say better what is in them, take away."""

from uuid import UUID

from flask import Response, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from carers import actions, forms, queries
from carers.portal import portal
from carers.portal.own import own
from carers.taking import take
from scheme import photographs as files
from scheme.database import carry_out
from scheme.pages import carried_out


@portal.route("/photographs", methods=["GET", "POST"])
def photographs() -> ResponseReturnValue:
    """All of them, and one more."""
    household = own()
    form = forms.NewPhotographForm()
    if form.validate_on_submit() and take(form, household):
        flash("Your photograph is added.")
        return _back()
    return render_template("carers/portal/photographs.html", photographs=queries.photographs_of(household), form=form)


@portal.get("/photographs/<uuid:photograph_id>.jpg")
def photograph_file(photograph_id: UUID) -> Response:
    """The picture itself."""
    return files.shown(queries.photograph_of(own(), photograph_id))


@portal.route("/photographs/<uuid:photograph_id>", methods=["GET", "POST"])
def photograph(photograph_id: UUID) -> ResponseReturnValue:
    """The words beside one of them."""
    row = queries.photograph_of(own(), photograph_id) or abort(404)
    form = forms.CaptionForm(obj=row)
    if form.validate_on_submit() and carried_out(form, actions.change_caption, row, form.caption.data):
        flash("Saved. Thank you.")
        return _back()
    return render_template("carers/portal/photograph.html", photograph=row, form=form)


@portal.post("/photographs/<uuid:photograph_id>/remove")
def remove_photograph(photograph_id: UUID) -> ResponseReturnValue:
    """Take one away, first its row and then its file."""
    row = queries.photograph_of(own(), photograph_id) or abort(404)
    file_name = row.file_name
    carry_out(actions.remove_photograph, row)
    files.forget(file_name)
    flash("Your photograph is taken away.")
    return _back()


def _back() -> ResponseReturnValue:
    return redirect(url_for("carers_portal.photographs"))
