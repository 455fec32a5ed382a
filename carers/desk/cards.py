"""What matters most to a household, sorted card by card with them, as they would in their own pages."""

from uuid import UUID

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from carers.desk import desk
from carers.desk.opening import opened
from scheme.cards import CardsOf, hand, put_down_as_sent


@desk.get("/<uuid:household_id>/matters")
def cards(household_id: UUID) -> str:
    """All their cards, on their piles."""
    household = opened(household_id, "matters")
    theirs = hand(CardsOf.HOUSEHOLD, household.matters_most)
    return render_template("carers/desk/cards.html", household=household, hand=theirs, card=None)


@desk.route("/<uuid:household_id>/matters/<name>", methods=["GET", "POST"])
def card(household_id: UUID, name: str) -> ResponseReturnValue:
    """One card, to put on a pile."""
    household = opened(household_id, "matters")
    theirs = hand(CardsOf.HOUSEHOLD, household.matters_most)
    shown = theirs.card(name) or abort(404)
    after = theirs.after(shown)
    if request.method == "POST" and put_down_as_sent(household, shown):
        return redirect(
            url_for(".card", household_id=household_id, name=after.name)
            if after
            else url_for(".cards", household_id=household_id)
        )
    return render_template("carers/desk/cards.html", household=household, hand=theirs, card=shown)
