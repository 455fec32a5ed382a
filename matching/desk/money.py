"""What an arrangement costs, and the scheme's own care fee bands."""

from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, url_for

from matching.actions import agreeing, wording
from matching.desk import desk
from matching.desk.arrangements import Page, asked_pair, to_arrangement
from matching.forms.money import BandsForm, CostsForm
from matching.queries import money
from matching.queries.money import Band
from scheme.access import may
from scheme.pages import carried_out
from scheme.sign_in.sessions import reader


@desk.route("/arrangements/<uuid:arrangement_id>/costs", methods=["GET", "POST"])
def costs(arrangement_id: UUID) -> Page:
    """What is paid for, how much, and by whom."""
    pair = asked_pair(arrangement_id)
    asked, now = money.costs_asked(pair.arrangement.kind), money.amounts_of(arrangement_id)
    form = CostsForm.asking(asked, now, money.bands_now())
    if form.validate_on_submit() and carried_out(form, agreeing.write_costs, pair, form.amounts):
        return to_arrangement(pair)
    return render_template("matching/desk/money/costs.html", form=form, pair=pair)


@desk.get("/fee-bands")
def fee_bands() -> str:
    """The bands in use, and how they came to be."""
    return render_template(
        "matching/desk/money/bands.html",
        bands=money.bands_now(),
        history=money.published_bands(),
        may_change=may("matching_desk.change_fee_bands"),
    )


@desk.route("/fee-bands/change", methods=["GET", "POST"])
def change_fee_bands() -> Any:
    """Publish other bands."""
    current = money.current_bands()
    form = BandsForm.filled(money.bands_now(), current.number if current else 0)
    if form.validate_on_submit():
        bands = [Band(*line) for line in form.lines]
        if carried_out(form, wording.publish_bands, reader(), bands, form.note.data, form.version.data):
            flash("The new bands are published. What was agreed before stays as it was agreed.")
            return redirect(url_for(".fee_bands"))
    return render_template("matching/desk/money/change_bands.html", form=form)
