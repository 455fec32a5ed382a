"""Telling one's worker that one would like to meet somebody: the same pages for a person and for a household."""

from uuid import UUID

from flask import abort, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from carers.models import Household
from carers.portal.own import own as own_household
from matching.actions import wishing
from matching.forms.wishes import WishForm
from matching.portal import portal
from matching.portal.person import saved
from matching.queries import wishes as queries
from people.models import Person
from people.portal.opening import own as own_person
from scheme.pages import carried_out
from scheme.queries import named_worker_of
from scheme.sign_in.sessions import reader

OF_PERSON = "/me/<uuid:person_id>/wishes"
OF_HOUSEHOLD = "/home/wishes"
HOUSEHOLD = {"person_id": None}


@portal.route(OF_HOUSEHOLD, methods=["GET", "POST"], defaults=HOUSEHOLD)
@portal.route(OF_PERSON, methods=["GET", "POST"])
def wishes(person_id: UUID | None) -> str | Response:
    """What I would like, and what my worker said to what I wished before."""
    who = _who(person_id)
    form = WishForm()
    if form.validate_on_submit():
        _who(person_id, writing=True)
        if carried_out(form, wishing.wish_to_meet, reader(), who, form.kind.data, form.words.data):
            flash("Your worker has your wish. They will talk with you.")
            return redirect(url_for("matching_portal.wishes", person_id=person_id))
    return render_template(
        "matching/portal/wishes/wishes.html",
        form=form,
        person_id=person_id,
        found=queries.wishes_of(who),
        worker=named_worker_of(who),
    )


@portal.post(f"{OF_HOUSEHOLD}/<uuid:wish_id>/take-back", defaults=HOUSEHOLD)
@portal.post(f"{OF_PERSON}/<uuid:wish_id>/take-back")
def take_wish_back(person_id: UUID | None, wish_id: UUID) -> Response:
    """Not after all."""
    mine = queries.wishes_of(_who(person_id, writing=True))
    row = next((one for one in mine if one.id == wish_id), None) or abort(404)
    saved(wishing.take_wish_back, row, told="You took this back.")
    return redirect(url_for("matching_portal.wishes", person_id=person_id))


def _who(person_id: UUID | None, *, writing: bool = False) -> Person | Household:
    """Whose pages these are; nobody else's are there."""
    return own_household() if person_id is None else own_person(person_id, "wishes", writing=writing).person
