"""A wish to meet somebody, at the desk: read, and answered in words or by putting somebody forward."""

from uuid import UUID

from flask import abort, redirect, render_template, url_for

from matching.actions import wishing
from matching.desk import desk
from matching.desk.arrangements import Page
from matching.forms.wishes import ReplyForm
from matching.queries import wishes
from people.models import Person
from scheme import record
from scheme.pages import carried_out
from scheme.sign_in.sessions import reader


@desk.route("/wishes/<uuid:wish_id>", methods=["GET", "POST"])
def wish(wish_id: UUID) -> Page:
    """One wish."""
    row = wishes.wish(wish_id) or abort(404)
    who, form = wishes.whose(row), ReplyForm()
    if form.validate_on_submit() and carried_out(form, wishing.answer_wish, reader(), row, form.reply.data):
        return redirect(url_for("matching_desk.wish", wish_id=wish_id))
    record.viewed(row.side.value, who.id, "a wish to meet", "They told their worker")
    of_person = isinstance(who, Person)
    look = (
        url_for("matching_desk.households_for", person_id=who.id)
        if of_person
        else url_for("matching_desk.people_for", household_id=who.id)
    )
    return render_template(
        "matching/desk/wishes/wish.html",
        form=form,
        row=row,
        name=who.known_as if isinstance(who, Person) else who.name,
        look=look,
        profile=url_for("people_desk.read", person_id=who.id)
        if of_person
        else url_for("carers_desk.read", household_id=who.id),
    )
