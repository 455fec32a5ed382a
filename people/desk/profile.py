"""One person's profile: read in order, changed a section at a time."""

from typing import Any
from uuid import UUID

from flask import abort, current_app, flash, redirect, render_template, url_for

from people import actions, queries
from people.desk import desk
from people.desk.opening import opened
from people.models import Person
from people.reading import read as read_profile
from people.reading import read_parts
from people.sections import PARTS, SECTIONS, Part, Section, sections
from scheme.access import WORKERS
from scheme.database import carry_out
from scheme.queries import conversations_with, named_worker_of
from scheme.readings import looks_at
from scheme.sign_in.sessions import reader


@desk.get("/<uuid:person_id>")
def read(person_id: UUID) -> str:
    """The whole profile, own words first."""
    account = reader()
    person = opened(person_id, "profile")
    contacts = queries.may_see_contacts(account)
    given = current_app.extensions.get("desk_parts", {})
    return render_template(
        "people/desk/read.html",
        person=person,
        sections=read_profile(person, portal=False, contacts=contacts),
        parts=read_parts(person, portal=False),
        home=queries.home_of(person),
        worker=named_worker_of(person),
        conversations=conversations_with(person) if contacts else [],
        looks=looks_at(person.id)[:10],
        links=[link(person) for link in given.get("person", [])],
        told=[part(person) for part in given.get("person_top", [])],
        also=[link for links in given.get("person_standing", []) for link in links(person)],
        contacts=contacts,
        may_change=account.role in WORKERS,
    )


@desk.route("/<uuid:person_id>/<section_name>/change", methods=["GET", "POST"])
def edit(person_id: UUID, section_name: str) -> Any:
    """One section's questions."""
    section = _section(section_name)
    person = opened(person_id, section.title)
    form = section.asked(person)
    if section.saved(person, form):
        return back_to(person, "Saved.")
    return render_template("people/desk/edit.html", person=person, form=form, title=section.title)


def _section(name: str) -> Section:
    if SECTIONS.get(name) not in sections(portal=False) or SECTIONS[name].cards:
        abort(404)
    return SECTIONS[name]


@desk.route(
    "/<uuid:person_id>/<any(wanted, places, circle, placemat, 'other-ways'):part_name>/add", methods=["GET", "POST"]
)
def add_part(person_id: UUID, part_name: str) -> Any:
    """Another wish, place or somebody in the circle."""
    part = PARTS[part_name]
    person = opened(person_id, part.title)
    form = part.asked(person)
    if part.added(person, form):
        return _back_from(part, person, "Added.")
    return render_template("people/desk/edit.html", person=person, form=form, title=part.one)


@desk.route(
    "/<uuid:person_id>/<any(wanted, places, circle, placemat, 'other-ways'):part_name>/<uuid:part_id>",
    methods=["GET", "POST"],
)
def edit_part(person_id: UUID, part_name: str, part_id: UUID) -> Any:
    """One of them, changed or taken off."""
    part = PARTS[part_name]
    person = opened(person_id, part.title)
    row = _row(part, person, part_id)
    form = part.asked(person, row)
    if part.saved(row, form):
        return _back_from(part, person, "Saved.")
    remove = url_for("people_desk.remove_part", person_id=person.id, part_name=part.name, part_id=part_id)
    return render_template("people/desk/edit.html", person=person, form=form, title=part.title, remove=remove)


@desk.post("/<uuid:person_id>/<any(wanted, places, circle, placemat, 'other-ways'):part_name>/<uuid:part_id>/remove")
def remove_part(person_id: UUID, part_name: str, part_id: UUID) -> Any:
    """Take one of them off the profile."""
    part = PARTS[part_name]
    person = opened(person_id, part.title)
    carry_out(actions.remove, _row(part, person, part_id))
    return _back_from(part, person, "Taken off. What it said stays in the record.")


def _row(part: Part, person: Person, part_id: UUID) -> Any:
    return queries.part_of(part.model, person, part_id) or abort(404)


def _back_from(part: Part, person: Person, words: str) -> Any:
    """Back to where the part is shown."""
    flash(words)
    return redirect(url_for("people_desk.placemat" if part.own_page else "people_desk.read", person_id=person.id))


def back_to(person: Person, words: str) -> Any:
    """Back to the profile, saying what was done."""
    flash(words)
    return redirect(url_for("people_desk.read", person_id=person.id))
