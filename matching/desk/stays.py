"""Further stays and days at the desk: booked, and called off."""

from uuid import UUID

from flask import abort, render_template

from matching.actions import booking
from matching.desk import desk
from matching.desk.arrangements import Page, asked_pair, to_arrangement
from matching.forms.stays import StayForm
from matching.kinds import KINDS, Booked
from matching.queries import arrangements
from scheme.forms import Form
from scheme.pages import carried_out


@desk.route("/arrangements/<uuid:arrangement_id>/stays/new", methods=["GET", "POST"])
def book_stay(arrangement_id: UUID) -> Page:
    """Book a further stay, or a day; where somebody lives there, nothing is."""
    pair = asked_pair(arrangement_id)
    booked = KINDS[pair.arrangement.kind].booked or Booked.STAY
    form = StayForm.for_booking(booked)
    if form.validate_on_submit() and carried_out(form, booking.book_stay, pair, *form.moments):
        return to_arrangement(pair)
    return _page(form, pair, f"Book a {booked.label.lower()}")


@desk.post("/arrangements/<uuid:arrangement_id>/stays/<uuid:stay_id>/call-off")
def call_off_stay(arrangement_id: UUID, stay_id: UUID) -> Page:
    """Call a stay or a day off; one under way ends now."""
    pair = asked_pair(arrangement_id)
    stay = next((one for one in arrangements.stays_of(arrangement_id) if one.id == stay_id), None) or abort(404)
    form = Form()
    if carried_out(form, booking.call_off_stay, pair, stay):
        return to_arrangement(pair)
    return _page(form, pair, "Call it off")


def _page(form: Form, pair: arrangements.Pair, title: str) -> Page:
    return render_template("matching/desk/arrangements/small.html", form=form, pair=pair, title=title, submit=title)
