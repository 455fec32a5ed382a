"""Where things stand with one person: looking or not, a crisis, and what was talked about."""

from typing import Any
from uuid import UUID

from flask import render_template

from people import actions
from people.desk import desk
from people.desk.opening import opened
from people.desk.profile import back_to
from people.forms.base import ProfileForm
from people.forms.desk import ConversationForm, CrisisForm, StateForm
from people.models import Person
from scheme.clock import today
from scheme.pages import carried_out
from scheme.sign_in.sessions import reader


def _shown(person: Person, form: ProfileForm, title: str) -> str:
    return render_template("people/desk/edit.html", person=person, form=form, title=title)


@desk.route("/<uuid:person_id>/state", methods=["GET", "POST"])
def state(person_id: UUID) -> Any:
    """Finding out, ready to meet, taking a break, settled or left."""
    person = opened(person_id, "where they are with looking")
    form = StateForm(obj=person)
    if form.validate_on_submit() and carried_out(
        form, actions.set_state, person, form.state.data, form.paused_until.data, form.version.data
    ):
        return back_to(person, "Saved.")
    return _shown(person, form, "Where they are with looking")


@desk.route("/<uuid:person_id>/crisis", methods=["GET", "POST"])
def crisis(person_id: UUID) -> Any:
    """Yes, no, or not known, with the day it was noted."""
    person = opened(person_id, "crisis")
    form = CrisisForm(obj=person)
    if form.validate_on_submit() and carried_out(
        form, actions.note_crisis, person, form.crisis.data, form.noted_on.data, form.version.data
    ):
        return back_to(person, "Noted.")
    return _shown(person, form, "Is there a crisis?")


@desk.route("/<uuid:person_id>/conversations/add", methods=["GET", "POST"])
def add_conversation(person_id: UUID) -> Any:
    """What was talked about, and which of the three conversations it was."""
    person = opened(person_id, "conversations")
    form = ConversationForm(data={"on": today()})
    if form.validate_on_submit() and carried_out(
        form, actions.record_conversation, person, reader(), form.on.data, form.which.data, form.words.data
    ):
        return back_to(person, "Written down.")
    return _shown(person, form, "Note a conversation")
