"""How it is going, at the desk: every time it was looked at, and writing one down."""

from uuid import UUID

from flask import redirect, render_template, url_for

from matching.actions import reviewing
from matching.actions.reviewing import Looked
from matching.desk import desk
from matching.desk.arrangements import Page, asked_pair, viewed
from matching.forms.reviews import AREA_PICTURES, IMPACT_PICTURES, ReviewForm
from matching.lifecycle import LIVING_TOGETHER
from matching.models import Area
from matching.queries import reviews as queries
from scheme.pages import carried_out
from scheme.sign_in.sessions import reader


@desk.get("/arrangements/<uuid:arrangement_id>/reviews")
def reviews(arrangement_id: UUID) -> Page:
    """Every time it was looked at, what was asked for, and when the next is."""
    pair = asked_pair(arrangement_id)
    viewed(pair, "how it is going")
    return render_template(
        "matching/desk/reviews/list.html",
        pair=pair,
        reviews=queries.reviews_of(arrangement_id),
        requests=queries.requests_open(arrangement_id),
        rhythm=queries.rhythm_of(pair.arrangement),
        late=queries.gone_by(pair.arrangement),
        areas=Area,
        pictures=AREA_PICTURES,
        impacts=IMPACT_PICTURES,
        may_write=pair.arrangement.stage in LIVING_TOGETHER,
    )


@desk.route("/arrangements/<uuid:arrangement_id>/reviews/new", methods=["GET", "POST"])
def add_review(arrangement_id: UUID) -> Page:
    """Write one down."""
    pair, form = asked_pair(arrangement_id), ReviewForm.with_areas()
    if form.validate_on_submit():
        given = {name: value for name, value in form.answers.items() if not name.startswith("area_")}
        if carried_out(form, reviewing.write_review, reader(), pair, Looked(**given, areas=form.areas)):
            return redirect(url_for(".reviews", arrangement_id=arrangement_id))
    return render_template("matching/desk/reviews/new.html", form=form, pair=pair)
