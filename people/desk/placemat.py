"""Who does what for somebody, on one page that may be printed."""

from uuid import UUID

from flask import render_template

from people.desk import desk
from people.desk.opening import opened
from people.placemat import placemat_of


@desk.get("/<uuid:person_id>/placemat")
def placemat(person_id: UUID) -> str:
    """Somebody's placemat."""
    person = opened(person_id, "who does what")
    return render_template("people/desk/placemat.html", person=person, placemat=placemat_of(person))
