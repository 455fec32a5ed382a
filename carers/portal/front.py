"""The front page: is our availability still right, who is being suggested, what happens next."""

from flask import current_app, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from carers import actions, queries
from carers.forms import SpacesForm
from carers.portal import portal
from carers.portal.own import own
from carers.sections import away_words, names, offer_words
from scheme.clock import today
from scheme.database import carry_out
from scheme.models import Reading, Role
from scheme.pages import carried_out
from scheme.queries import is_homeshare, named_worker_of, our_scheme
from scheme.readings import looks_at
from scheme.sign_in.sessions import reader


@portal.get("")
def front() -> str:
    """Availability in one tap, then whatever other packages have to tell this household."""
    household = queries.own_household(reader())
    if household is None:
        return render_template("carers/portal/not_yet.html")
    scheme = our_scheme()
    return render_template(
        "carers/portal/front.html",
        household=household,
        greeting=reader().name.split()[0] if reader().name.strip() else names(list(queries.members_of(household))),
        offers=[offer_words(offer) for offer in queries.offers_of(household)],
        away=[away_words(away) for away in queries.away_of(household, today())],
        stale=household.availability_is_stale(today(), scheme.number("availability_stale_days")),
        offering=household.state.value == "offering",
        worker=named_worker_of(household),
        told=[part(household) for part in current_app.extensions.get("portal_parts", {}).get("carer", [])],
    )


@portal.post("/still-right")
def confirm() -> ResponseReturnValue:
    """One tap: everything we said is still right."""
    carry_out(actions.confirm_availability, own())
    flash("Thank you. We know it is still right.")
    return redirect(url_for("carers_portal.front"))


@portal.route("/spaces", methods=["GET", "POST"])
def spaces() -> ResponseReturnValue:
    """How many spaces there are now."""
    household = own()
    offers = queries.offers_of(household)
    homeshare, most = is_homeshare(), our_scheme().number("people_in_one_home")
    form = SpacesForm.about(offers, homeshare=homeshare, most=most)
    if form.validate_on_submit() and carried_out(form, actions.change_spaces, household, form.spaces, form.versions):
        flash("Thank you. Your spaces are up to date.")
        return redirect(url_for("carers_portal.front"))
    if form.changes:
        form.take_versions_of(queries.offers_of(household))
    return render_template("carers/portal/spaces.html", offers=offers, form=form, homeshare=homeshare)


@portal.get("/who-looked")
def who_looked() -> str:
    """Who opened our profile, when and why. Our own visits are not among them."""
    household = own()
    looks = looks_at(household.id, but=Role.CARER, called=_called)
    return render_template("carers/portal/who_looked.html", household=household, looks=looks)


def _called(reading: Reading) -> str:
    """Those put forward to us look before we may know their names, so nobody of theirs is ever named here."""
    return "Somebody put forward to you" if reading.role in (Role.PERSON, Role.SUPPORTER) else reading.who
