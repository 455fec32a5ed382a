"""Who does what for me, on one page that may be printed."""

from uuid import UUID

from flask import render_template

from people.placemat import placemat_of
from people.portal import portal
from people.portal.opening import own


@portal.get("/<uuid:person_id>/placemat")
def placemat(person_id: UUID) -> str:
    """My placemat."""
    opened = own(person_id, "who does what")
    placemat = placemat_of(opened.person)
    return render_template("people/portal/placemat.html", own=opened, person=opened.person, placemat=placemat)
