"""What matters most to somebody, sorted card by card with them, as they would in their own pages."""

from typing import Any
from uuid import UUID

from flask import abort, current_app, redirect, render_template, request, url_for

from people.desk import desk
from people.desk.opening import opened
from scheme.cards import CardsOf, hand, put_down_as_sent

PAGE = "What matters most"


@desk.get("/<uuid:person_id>/matters/change")
def cards(person_id: UUID) -> str:
    """All their cards, on their piles."""
    person = opened(person_id, PAGE)
    theirs = hand(CardsOf.PERSON, person.matters_most)
    links = [link(person) for link in current_app.extensions.get("desk_parts", {}).get("person_cards", [])]
    return render_template("people/desk/cards.html", person=person, hand=theirs, card=None, links=links)


@desk.route("/<uuid:person_id>/matters/<name>/change", methods=["GET", "POST"])
def card(person_id: UUID, name: str) -> Any:
    """One card, to put on a pile."""
    person = opened(person_id, PAGE)
    theirs = hand(CardsOf.PERSON, person.matters_most)
    shown = theirs.card(name) or abort(404)
    after = theirs.after(shown)
    if request.method == "POST" and put_down_as_sent(person, shown):
        return redirect(
            url_for(".card", person_id=person_id, name=after.name) if after else url_for(".cards", person_id=person_id)
        )
    return render_template("people/desk/cards.html", person=person, hand=theirs, card=shown)
