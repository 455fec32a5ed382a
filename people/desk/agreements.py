"""What somebody agreed to, and who may open their pages with them."""

from typing import Any
from uuid import UUID

from flask import abort, flash, redirect, render_template, url_for

from people import actions, queries
from people.desk import desk
from people.desk.opening import opened
from people.forms.desk import AuthorityForm, ConsentForm, SupporterForm
from people.models import Consent, Person, PersonAccount
from scheme.access import WORKERS
from scheme.clock import today
from scheme.database import carry_out
from scheme.pages import carried_out
from scheme.sign_in.sessions import reader


@desk.get("/<uuid:person_id>/agreements")
def agreements(person_id: UUID) -> str:
    """Consents and supporters."""
    person = opened(person_id, "consents and supporters")
    return render_template(
        "people/desk/agreements.html",
        person=person,
        consents=queries.consents_of(person),
        supporters=queries.supporters_of(person),
        today=today(),
        may_change=reader().role in WORKERS,
    )


@desk.route("/<uuid:person_id>/consents/add", methods=["GET", "POST"])
def add_consent(person_id: UUID) -> Any:
    """They agree to something."""
    person = opened(person_id, "consents")
    form = ConsentForm()
    if form.validate_on_submit() and carried_out(
        form, actions.give_consent, person, form.purpose.data, form.how.data, form.given_on.data
    ):
        return _back(person, "Written down.")
    return _shown(person, form, "Something they agree to")


@desk.post("/<uuid:person_id>/consents/<uuid:consent_id>/withdraw")
def withdraw_consent(person_id: UUID, consent_id: UUID) -> Any:
    """They take it back."""
    person = opened(person_id, "consents")
    carry_out(actions.withdraw_consent, queries.part_of(Consent, person, consent_id) or abort(404))
    return _back(person, "Taken back from today.")


@desk.route("/<uuid:person_id>/supporters/add", methods=["GET", "POST"])
def add_supporter(person_id: UUID) -> Any:
    """Somebody may open these pages too."""
    person = opened(person_id, "supporters")
    form = SupporterForm()
    if form.validate_on_submit():
        answers = form.answers
        email, name = answers.pop("email"), answers.pop("name")
        if carried_out(form, actions.let_open, person, email, name, answers):
            return _back(person, "They may open these pages now. Somebody new has been sent a link to sign in.")
    return _shown(person, form, "Let somebody open these pages")


@desk.route("/<uuid:person_id>/supporters/<uuid:link_id>", methods=["GET", "POST"])
def edit_supporter(person_id: UUID, link_id: UUID) -> Any:
    """How far it goes, and until when."""
    person = opened(person_id, "supporters")
    link = queries.part_of(PersonAccount, person, link_id) or abort(404)
    form = AuthorityForm(obj=link)
    if form.validate_on_submit() and carried_out(form, actions.change_authority, link, form.answers, form.version.data):
        return _back(person, "Saved.")
    return _shown(person, form, "Who may open these pages")


@desk.post("/<uuid:person_id>/supporters/<uuid:link_id>/end")
def end_supporter(person_id: UUID, link_id: UUID) -> Any:
    """The authority ends now."""
    person = opened(person_id, "supporters")
    carry_out(actions.end_authority, queries.part_of(PersonAccount, person, link_id) or abort(404))
    return _back(person, "Ended. These pages no longer open for them.")


def _shown(person: Person, form: Any, title: str) -> str:
    back = url_for("people_desk.agreements", person_id=person.id)
    return render_template("people/desk/edit.html", person=person, form=form, title=title, back=back)


def _back(person: Person, words: str) -> Any:
    flash(words)
    return redirect(url_for("people_desk.agreements", person_id=person.id))
