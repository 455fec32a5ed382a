"""Those who would share their home, or in Homeshare somebody's: whoever waits for an answer first; each is answered once."""

from typing import Any
from uuid import UUID

from flask import abort, current_app, flash, redirect, render_template, request, url_for

from carers import queries
from carers.actions.would_share import answer_no, begin_household
from carers.desk import desk
from carers.forms.would_share import BeginHouseholdForm, NotNowForm
from carers.models import Household, WouldShare
from scheme import record
from scheme.changing import Answers
from scheme.database import SAFE_METHODS
from scheme.messages import address_of
from scheme.pages import asked_number, carried_out
from scheme.queries import our_scheme
from scheme.sign_in.sessions import reader
from scheme.told import public_name


@desk.get("/would-share")
def would_share() -> str:
    """Everybody who wrote, those nobody has answered first."""
    record.viewed("scheme", reader().scheme_id, "who would share their home", "A list at the desk")
    name = public_name(our_scheme())
    return render_template(
        "carers/desk/would_share.html",
        page=queries.would_share(asked_number()),
        public=url_for("carers_public.share", public_name=name),
        address=address_of("carers_public.share", public_name=name),
    )


@desk.get("/would-share/<uuid:would_share_id>")
def one_who_would_share(would_share_id: UUID) -> str:
    """What somebody told us."""
    return render_template("carers/desk/one_who_would_share.html", told=_opened(would_share_id))


@desk.route("/would-share/<uuid:would_share_id>/household", methods=["GET", "POST"])
def begin_household_of(would_share_id: UUID) -> Any:
    """Make a household of it: nothing is typed twice."""
    found = _opened(would_share_id)
    form = BeginHouseholdForm(data={"name": found.name})
    begun: list[Household] = []
    if form.validate_on_submit() and carried_out(form, _begin, found, form.answers, begun):
        flash(f"{begun[0].name} is here now, as {begun[0].reference}.")
        return redirect(url_for("carers_desk.read", household_id=begun[0].id))
    return _shown(found, form, "Start a profile")


def _begin(found: WouldShare, answers: Answers, begun: list[Household]) -> None:
    """Whoever takes it up is its named worker to begin with, and says why if they know more than is planned for one."""
    household = begin_household(reader(), found, answers["name"])
    current_app.extensions["name_worker"](reader(), household, reader(), more_because=answers["more_because"])
    begun[:] = [household]


@desk.route("/would-share/<uuid:would_share_id>/not-now", methods=["GET", "POST"])
def not_with_us_now(would_share_id: UUID) -> Any:
    """Not with us for now, and why."""
    found, form = _opened(would_share_id), NotNowForm()
    if form.validate_on_submit() and carried_out(form, answer_no, reader(), found, form.words.data):
        flash("Written down.")
        return redirect(url_for("carers_desk.would_share"))
    return _shown(found, form, "Not with us for now")


def _shown(found: WouldShare, form: Any, title: str) -> str:
    return render_template("carers/desk/answer_would_share.html", told=found, form=form, title=title)


def _opened(would_share_id: UUID) -> WouldShare:
    found = queries.one_who_would_share(would_share_id) or abort(404)
    if request.method in SAFE_METHODS:
        record.viewed("would_share", found.id, "would share a home", "Works at your scheme")
    return found
