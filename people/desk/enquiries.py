"""People introduced to us: those waiting for an answer first; each is answered once."""

from typing import Any
from uuid import UUID

from flask import abort, current_app, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from people import queries
from people.actions.enquiries import answer_no, begin_profile
from people.desk import desk
from people.forms.enquiries import BeginProfileForm, NotNowForm
from people.models import Agrees, Enquiry, Person
from scheme import record
from scheme.changing import Answers
from scheme.database import SAFE_METHODS, carry_out
from scheme.errors import Refused
from scheme.messages import address_of
from scheme.pages import asked_number, carried_out
from scheme.queries import our_scheme, worker, worker_choices
from scheme.sign_in.sessions import reader
from scheme.told import public_name


@desk.get("/introduced")
def enquiries() -> str:
    """Everybody introduced to us, those nobody has answered first."""
    account = reader()
    record.viewed("scheme", account.scheme_id, "people introduced to us", "A list at the desk")
    name = public_name(our_scheme())
    return render_template(
        "people/desk/enquiries.html",
        page=queries.enquiries(asked_number()),
        public=url_for("people_public.introduce", public_name=name),
        address=address_of("people_public.introduce", public_name=name),
    )


@desk.get("/introduced/<uuid:enquiry_id>")
def enquiry(enquiry_id: UUID) -> str:
    """What somebody told us."""
    return render_template("people/desk/enquiry.html", enquiry=_opened(enquiry_id))


@desk.route("/introduced/<uuid:enquiry_id>/profile", methods=["GET", "POST"])
def take_up(enquiry_id: UUID) -> Any:
    """Make a profile of it: nothing is typed twice."""
    found = _opened(enquiry_id)
    form = BeginProfileForm(
        data={"known_as": found.first_name, "named_worker_id": str(reader().id), "into_circle": "no"}
    )
    form.named_worker_id.choices = worker_choices()
    if found.agrees is Agrees.MYSELF:
        del form.into_circle
    if form.validate_on_submit():
        try:
            person = carry_out(_begin, found, form.answers)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash(f"{person.known_as} is here now, as {person.reference}.")
            return redirect(url_for("people_desk.read", person_id=person.id))
    return _shown(found, form, "Start a profile")


def _begin(found: Enquiry, answers: Answers) -> Person:
    """The profile, and its first worker as any worker is named: with a reason above the ceiling."""
    person = begin_profile(reader(), found, answers["known_as"], answers.get("into_circle") == "yes")
    if to := worker(answers["named_worker_id"] or ""):
        because = answers["more_because"]
        current_app.extensions["name_worker"](reader(), person, to, more_because=because)
    return person


@desk.route("/introduced/<uuid:enquiry_id>/not-now", methods=["GET", "POST"])
def not_now(enquiry_id: UUID) -> Any:
    """Not with us for now, and why."""
    found, form = _opened(enquiry_id), NotNowForm()
    if form.validate_on_submit() and carried_out(form, answer_no, reader(), found, form.words.data):
        flash("Written down.")
        return redirect(url_for("people_desk.enquiries"))
    return _shown(found, form, "Not with us for now")


def _shown(found: Enquiry, form: Any, title: str) -> str | Response:
    return render_template("people/desk/answer_enquiry.html", enquiry=found, form=form, title=title)


def _opened(enquiry_id: UUID) -> Enquiry:
    found = queries.enquiry(enquiry_id) or abort(404)
    if request.method in SAFE_METHODS:
        record.viewed("enquiry", found.id, "introduced to us", "Works at your scheme")
    return found
