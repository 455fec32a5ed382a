"""What matters most to me, sorted card by card: each is kept as it is put down, and none has to be."""

from typing import Any
from uuid import UUID

from flask import abort, redirect, render_template, request, url_for

from people.portal import portal
from people.portal.opening import own
from scheme.cards import CardsOf, hand, put_down_as_sent

PAGE = "What matters most"


@portal.get("/<uuid:person_id>/profile/matters")
def cards(person_id: UUID) -> str:
    """All my cards, on their piles."""
    person = own(person_id, PAGE, writing=True).person
    mine = hand(CardsOf.PERSON, person.matters_most)
    return render_template("people/portal/cards.html", person=person, hand=mine, card=None)


@portal.route("/<uuid:person_id>/profile/matters/<name>", methods=["GET", "POST"])
def card(person_id: UUID, name: str) -> Any:
    """One card, to put on a pile."""
    person = own(person_id, PAGE, writing=True).person
    mine = hand(CardsOf.PERSON, person.matters_most)
    shown = mine.card(name) or abort(404)
    after = mine.after(shown)
    if request.method == "POST" and put_down_as_sent(person, shown):
        return redirect(
            url_for(".card", person_id=person_id, name=after.name) if after else url_for(".cards", person_id=person_id)
        )
    return render_template("people/portal/cards.html", person=person, hand=mine, card=shown)
