"""After something did not go ahead, or ended: who has been told, and whether they would like to meet again."""

from collections.abc import Callable
from typing import ParamSpec
from uuid import UUID

from flask import render_template

from matching.actions import proposing, telling
from matching.desk import desk
from matching.desk.answers import asked_side
from matching.desk.arrangements import Page, asked_pair, to_arrangement
from matching.forms.between import ReopenForm
from matching.models import Side
from matching.queries.arrangements import Pair
from scheme.forms import Form
from scheme.pages import carried_out
from scheme.sign_in.sessions import reader

P = ParamSpec("P")


@desk.post("/arrangements/<uuid:arrangement_id>/told/<side>")
def told(arrangement_id: UUID, side: str) -> Page:
    """One side has been told."""
    pair = asked_pair(arrangement_id)
    return _marked(pair, telling.mark_told, reader(), pair, asked_side(side))


@desk.post("/arrangements/<uuid:arrangement_id>/told/<side>/take-back")
def not_told(arrangement_id: UUID, side: str) -> Page:
    """It was the wrong button: they have not been told yet."""
    pair = asked_pair(arrangement_id)
    return _marked(pair, telling.take_mark_back, pair, asked_side(side))


def _marked(pair: Pair, action: Callable[P, object], *args: P.args, **kwargs: P.kwargs) -> Page:
    form = Form()
    if carried_out(form, action, *args, **kwargs):
        return to_arrangement(pair)
    return render_template("matching/desk/arrangements/small.html", form=form, pair=pair, title="Who has been told")


@desk.route("/arrangements/<uuid:arrangement_id>/reopen", methods=["GET", "POST"])
def reopen(arrangement_id: UUID) -> Page:
    """Which side would like to meet again after a decline."""
    pair = asked_pair(arrangement_id)
    names = {side: pair.name_of(side) for side in Side}
    form = ReopenForm.for_sides(names, proposing.reopened_by(pair.arrangement), pair.arrangement.version)
    if form.validate_on_submit():
        sides = [side for side in Side if side.value in form.sides.data]
        if carried_out(form, proposing.reopen, pair, sides, form.version.data):
            return to_arrangement(pair)
    return render_template(
        "matching/desk/arrangements/small.html", form=form, pair=pair, title="Would they like to meet again?"
    )
