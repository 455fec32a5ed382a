"""Who works with whom, and how somebody gets another worker: one by one, met together first, and told."""

from typing import Any
from uuid import UUID

from flask import abort, flash, redirect, render_template, request, url_for

from carers import queries as carers
from matching.actions import handing_over
from matching.desk import desk
from matching.desk.arrangements import Page, asked_pair, viewed
from matching.desk.holds import address_of
from matching.forms.handovers import HandoverForm, WriteDownForm
from matching.models import Arrangement
from matching.queries import handovers
from matching.queries.handovers import Change
from matching.queries.known import Known, name_of
from people import queries as people
from people.models import Person
from scheme import record
from scheme.database import SAFE_METHODS
from scheme.forms import Form
from scheme.look import NOT_DONE
from scheme.models import Account, Role
from scheme.pages import carried_out
from scheme.queries import worker
from scheme.sign_in.sessions import reader


@desk.get("/workers")
def workers() -> str:
    """Each worker with how many they know, and whoever has nobody."""
    found = handovers.who_works_with_whom()
    return render_template(
        "matching/desk/handovers/workers.html", found=found, name_of=name_of, worker_page=worker_page
    )


@desk.route("/people/<uuid:person_id>/worker", methods=["GET", "POST"])
def worker_of_person(person_id: UUID) -> Page:
    """A person's named worker."""
    return _worker_of(people.person(person_id) or abort(404))


@desk.route("/households/<uuid:household_id>/worker", methods=["GET", "POST"])
def worker_of_household(household_id: UUID) -> Page:
    """A household's named worker."""
    return _worker_of(carers.household(household_id) or abort(404))


@desk.route("/arrangements/<uuid:arrangement_id>/worker", methods=["GET", "POST"])
def worker_of_arrangement(arrangement_id: UUID) -> Page:
    """The worker of an arrangement."""
    return _worker_of(asked_pair(arrangement_id).arrangement)


def _worker_of(known: Known) -> Page:
    _written_down(known)
    there = handovers.under_way(known) or handovers.still_to_tell(known)
    if there:
        return redirect(url_for(".handover", handover_id=there.row.id))
    had_one = handovers.worker_id_of(known) is not None
    form = HandoverForm.asked(had_one=had_one, manager=reader().role is Role.MANAGER)
    if form.validate_on_submit():
        to = worker(form.to.data) or abort(404)
        if carried_out(form, _begin, reader(), known, to, form.answers):
            after = handovers.under_way(known)
            flash("The handover is planned." if after else f"{to.name} is their worker.")
            return redirect(address_of(known))
    return render_template(
        "matching/desk/handovers/plan.html",
        form=form,
        name=name_of(known),
        back=address_of(known),
        had_one=had_one,
        past=handovers.history(known),
    )


def _begin(account: Account, known: Known, to: Account, answers: dict[str, Any]) -> None:
    """Planned, or at once where a manager says why."""
    more = answers.get("more_because")
    if because := answers.get("at_once_because"):
        handing_over.hand_over_at_once(account, known, to, because, more)
    else:
        handing_over.plan_handover(account, known, to, answers.get("meet_on"), more)


@desk.route("/handovers/<uuid:handover_id>", methods=["GET", "POST"])
def handover(handover_id: UUID) -> Page:
    """One change of worker: what is planned, and what has happened."""
    change = _asked(handover_id)
    form = WriteDownForm.for_row(change.row)
    if form.validate_on_submit():
        told = {"met_on": form.met_on.data, "told_on": form.told_on.data, "told_how": form.told_how.data}
        told_by = worker(form.told_by.data) if form.told_by.data else None
        if carried_out(form, handing_over.write_down, change, handing_over.WrittenDown(told_by=told_by, **told)):
            flash("Written down.")
            return redirect(url_for(".handover", handover_id=handover_id))
    return render_template("matching/desk/handovers/one.html", form=form, change=change, back=address_of(change.known))


@desk.post("/handovers/<uuid:handover_id>/call-off")
def call_off_handover(handover_id: UUID) -> Page:
    """The worker they have stays after all."""
    change = _asked(handover_id)
    back = redirect(address_of(change.known))
    if not carried_out(Form(), handing_over.call_off_handover, change):
        flash("It was not called off: it has happened, or was called off before.", NOT_DONE)
    return back


def _asked(handover_id: UUID) -> Change:
    change = handovers.handover(handover_id) or abort(404)
    _written_down(change.known)
    return change


def _written_down(known: Known) -> None:
    """Opening it is opening the profile."""
    if request.method not in SAFE_METHODS:
        return
    if isinstance(known, Arrangement):
        viewed(asked_pair(known.id), "its worker")
    else:
        record.viewed(
            "person" if isinstance(known, Person) else "household", known.id, "named worker", "Works at your scheme"
        )


def worker_page(known: Known) -> str:
    """Where somebody's worker is changed."""
    if isinstance(known, Arrangement):
        return url_for("matching_desk.worker_of_arrangement", arrangement_id=known.id)
    if isinstance(known, Person):
        return url_for("matching_desk.worker_of_person", person_id=known.id)
    return url_for("matching_desk.worker_of_household", household_id=known.id)
