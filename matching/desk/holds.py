"""Safeguarding holds at the desk. That there is one is known to all who work there; what it is about to few, and in no portal."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from flask import abort, flash, make_response, redirect, render_template, request, url_for

from carers import queries as carers
from matching.actions import holding
from matching.desk import desk
from matching.desk.arrangements import Page, asked_pair
from matching.forms.safety import HoldForm, LiftHoldForm
from matching.models import Arrangement, LegalBasis
from matching.queries import holds
from matching.queries.holds import Hold, hold_of, may_know
from matching.queries.known import Known, name_of
from people import queries as people
from people.models import Person
from scheme import record
from scheme.database import SAFE_METHODS
from scheme.models import Account, Role
from scheme.pages import carried_out
from scheme.queries import workers
from scheme.sign_in.sessions import reader


@desk.route("/arrangements/<uuid:arrangement_id>/hold", methods=["GET", "POST"])
def hold(arrangement_id: UUID) -> Page:
    """Hold one arrangement."""
    return _set(asked_pair(arrangement_id).arrangement)


@desk.route("/people/<uuid:person_id>/hold", methods=["GET", "POST"])
def hold_person(person_id: UUID) -> Page:
    """Hold everything of one person's."""
    return _set(people.person(person_id) or abort(404))


@desk.route("/households/<uuid:household_id>/hold", methods=["GET", "POST"])
def hold_household(household_id: UUID) -> Page:
    """Hold everything of one household's."""
    return _set(carers.household(household_id) or abort(404))


def _set(held: Known) -> Page:
    there, back = hold_of(held), address_of(held)
    if there:
        return redirect(url_for(".hold_in_full", hold_id=there.row.id))
    form = HoldForm.naming(_others(reader()))
    if form.validate_on_submit() and carried_out(form, holding.hold, reader(), held, **_answers(form)):
        flash("The hold is set. Nothing goes forward until it is lifted.")
        return redirect(back)
    return render_template(
        "matching/desk/holds/set.html",
        form=form,
        name=name_of(held),
        back=back,
        whole=not isinstance(held, Arrangement),
    )


@desk.route("/holds/<uuid:hold_id>", methods=["GET", "POST"])
def hold_in_full(hold_id: UUID) -> Page:
    """What a hold is about, for those who may know; whoever opens it is written down. Everybody else reads whom to ask."""
    there, held = _asked(hold_id)
    readers = holds.readers_of(there.row)
    filled = {name: getattr(there.row, name) for name in ("basis", "words", "review_on", "version")}
    form = HoldForm.naming(_others(there.set_by), readers=[str(each.id) for each in readers], **filled)
    if form.validate_on_submit():
        answers = _answers(form) | {"version": form.version.data}
        if carried_out(form, holding.look_again, reader(), there.row, **answers):
            flash("Saved.")
            return redirect(url_for(".hold_in_full", hold_id=hold_id))
    return _shown("hold", form, there, held, readers=readers)


@desk.route("/holds/<uuid:hold_id>/lift", methods=["GET", "POST"])
def lift_hold(hold_id: UUID) -> Page:
    """Lift it, with words."""
    there, held = _asked(hold_id)
    form = LiftHoldForm()
    if form.validate_on_submit() and carried_out(form, holding.lift, reader(), there.row, form.words.data):
        flash("The hold is lifted.")
        return redirect(address_of(held))
    return _shown("lift", form, there, held)


def _asked(hold_id: UUID) -> tuple[Hold, Known]:
    """The hold of the address and what it is on; a kind page that says whom to ask for those who may not know."""
    there = holds.hold(hold_id) or abort(404)
    held = there.on
    if not may_know(reader(), there.row):
        page = render_template("matching/desk/holds/ask.html", hold=there, back=address_of(held), name=name_of(held))
        abort(make_response(page, 403))
    if request.method in SAFE_METHODS:
        record.viewed("safeguarding_hold", hold_id, "hold", "May know what it is about")
    return there, held


def _shown(page: str, form: Any, there: Hold, held: Known, **shown: Any) -> str:
    return render_template(
        f"matching/desk/holds/{page}.html", form=form, hold=there, name=name_of(held), back=address_of(held), **shown
    )


def _answers(form: HoldForm) -> dict[str, Any]:
    basis = LegalBasis.read(form.basis.data)
    return form.answers | {"basis": basis, "readers": [UUID(each) for each in form.readers.data or []]}


def _others(set_by: Account) -> Sequence[Account]:
    """Whom one may name: managers, and who set it, may know anyway."""
    return [each for each in workers() if each.role is not Role.MANAGER and each.id != set_by.id]


def address_of(held: Known) -> str:
    """The page of what a hold is on."""
    if isinstance(held, Arrangement):
        return url_for("matching_desk.arrangement", arrangement_id=held.id)
    if isinstance(held, Person):
        return url_for("people_desk.read", person_id=held.id)
    return url_for("carers_desk.read", household_id=held.id)


def notice(held: Known) -> dict[str, Any]:
    """What the page of a person, a household or an arrangement says about a hold on just it."""
    there = hold_of(held)
    return {"hold": there, "may_know": bool(there and may_know(reader(), there.row))}
