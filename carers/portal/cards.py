"""What matters most to us, sorted card by card: each is kept as it is put down, and none has to be."""

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from carers.portal import portal
from carers.portal.own import own
from scheme.cards import CardsOf, hand, put_down_as_sent


@portal.get("/profile/matters")
def cards() -> str:
    """All our cards, on their piles."""
    ours = hand(CardsOf.HOUSEHOLD, own().matters_most)
    return render_template("carers/portal/cards.html", hand=ours, card=None)


@portal.route("/profile/matters/<name>", methods=["GET", "POST"])
def card(name: str) -> ResponseReturnValue:
    """One card, to put on a pile."""
    household = own()
    ours = hand(CardsOf.HOUSEHOLD, household.matters_most)
    shown = ours.card(name) or abort(404)
    after = ours.after(shown)
    if request.method == "POST" and put_down_as_sent(household, shown):
        return redirect(url_for(".card", name=after.name) if after else url_for(".cards"))
    return render_template("carers/portal/cards.html", hand=ours, card=shown)
