"""What is planned for somebody in their own calendar: a secret address that needs no session, made and withdrawn on a page."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from matching.actions import calendars as actions
from matching.calendar_files import entry_of, subscription
from matching.queries import calendars
from matching.queries.arrangements import Pair
from scheme.database import enter_scheme
from scheme.forms import Form
from scheme.messages import address_of
from scheme.models import Account, Role
from scheme.pages import carried_out
from scheme.sign_in.sessions import reader

calendar = Blueprint("calendar", __name__, url_prefix="/calendar")

Page = str | Response


@calendar.route("", methods=["GET", "POST"])
def own() -> Page:
    """Make an address for my calendar, make it anew, or withdraw it."""
    form, account = Form(), reader()
    if form.validate_on_submit():
        if request.form.get("withdraw"):
            if carried_out(form, actions.withdraw_address, account):
                flash("The address is withdrawn. It leads nowhere now.")
                return redirect(url_for("calendar.own"))
        else:
            return _made(form, account)
    return render_template(
        "matching/calendars/own.html", form=form, mine=account, kept=calendars.address_of_account(account.id)
    )


def _made(form: Form, account: Account) -> Page:
    """The address itself. Only this answer holds it: it is kept as a hash, and no page is kept anywhere."""
    token = actions.new_token()
    if not carried_out(form, actions.make_address, account, token):
        return render_template("matching/calendars/own.html", form=form, mine=account, kept=None)
    address = address_of("calendar.feed", token=token)
    return render_template("matching/calendars/once.html", mine=account, address=address)


@calendar.get("/<token>.ics")
def feed(token: str) -> Response:
    """What a calendar is told that knows the address; nobody is signed in."""
    account = calendars.account_at(token) or abort(404)
    enter_scheme(account.scheme_id)
    return subscription(entry_of(one, _page_of(one.pair, account)) for one in calendars.dated_of(account))


def _page_of(pair: Pair, account: Account) -> str:
    """Where this reader finds the rest, once they have signed in."""
    arrangement_id = pair.arrangement.id
    if account.role is Role.CARER:
        return address_of("matching_portal.person", arrangement_id=arrangement_id)
    if account.at_desk:
        return address_of("matching_desk.arrangement", arrangement_id=arrangement_id)
    return address_of("matching_portal.household", person_id=pair.person.id, arrangement_id=arrangement_id)
