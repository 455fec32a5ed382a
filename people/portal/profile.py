"""My profile: read it, and change it a few questions at a time."""

from typing import Any
from uuid import UUID

from flask import abort, flash, redirect, render_template, url_for

from people import actions, queries
from people.portal import portal
from people.portal.opening import own
from people.reading import read as read_profile
from people.reading import read_parts
from people.sections import PARTS, SECTIONS, Part, Section, sections
from scheme.database import carry_out


@portal.get("/<uuid:person_id>/profile")
def read(person_id: UUID) -> str:
    """Everything that is here about me."""
    opened = own(person_id, "profile")
    return render_template(
        "people/portal/read.html",
        own=opened,
        person=opened.person,
        sections=read_profile(opened.person, portal=True),
        parts=read_parts(opened.person, portal=True),
    )


@portal.route("/<uuid:person_id>/profile/<section_name>", methods=["GET", "POST"])
def edit(person_id: UUID, section_name: str) -> Any:
    """A few questions about one thing."""
    section = _section(section_name)
    opened = own(person_id, section.title, writing=True)
    form = section.asked(opened.person, easy=True)
    if section.saved(opened.person, form):
        return _back(person_id, "Saved. Thank you.")
    return _shown(opened, form, section.easy_title, section.picture)


def _section(name: str) -> Section:
    if SECTIONS.get(name) not in sections(portal=True) or SECTIONS[name].cards:
        abort(404)
    return SECTIONS[name]


@portal.route("/<uuid:person_id>/<any(wanted, places, circle, placemat):part_name>/add", methods=["GET", "POST"])
def add_part(person_id: UUID, part_name: str) -> Any:
    """One more wish, place or person."""
    part = PARTS[part_name]
    opened = own(person_id, part.title, writing=True)
    form = part.asked(opened.person, easy=True)
    if part.added(opened.person, form):
        return _back(person_id, "Saved. Thank you.", _page_of(part))
    return _shown(opened, form, part.easy_one, part.picture)


@portal.route(
    "/<uuid:person_id>/<any(wanted, places, circle, placemat):part_name>/<uuid:part_id>", methods=["GET", "POST"]
)
def edit_part(person_id: UUID, part_name: str, part_id: UUID) -> Any:
    """Change one of them, or take it off."""
    part = PARTS[part_name]
    opened = own(person_id, part.title, writing=True)
    row = _row(part, opened, part_id)
    form = part.asked(opened.person, row, easy=True)
    if part.saved(row, form):
        return _back(person_id, "Saved. Thank you.", _page_of(part))
    remove = url_for("people_portal.remove_part", person_id=person_id, part_name=part.name, part_id=part_id)
    return _shown(opened, form, part.easy_title, part.picture, remove)


@portal.post("/<uuid:person_id>/<any(wanted, places, circle, placemat):part_name>/<uuid:part_id>/remove")
def remove_part(person_id: UUID, part_name: str, part_id: UUID) -> Any:
    """Take one of them off my profile."""
    part = PARTS[part_name]
    opened = own(person_id, part.title, writing=True)
    carry_out(actions.remove, _row(part, opened, part_id))
    return _back(person_id, "It is gone.", _page_of(part))


def _row(part: Part, opened: queries.Own, part_id: UUID) -> Any:
    return queries.part_of(part.model, opened.person, part_id) or abort(404)


def _shown(opened: queries.Own, form: Any, title: str, picture_name: str, remove: str | None = None) -> str:
    return render_template(
        "people/portal/edit.html",
        own=opened,
        person=opened.person,
        form=form,
        title=title,
        picture_name=picture_name,
        remove=remove,
    )


def _back(person_id: UUID, words: str, page: str = "people_portal.read") -> Any:
    flash(words)
    return redirect(url_for(page, person_id=person_id))


def _page_of(part: Part) -> str:
    """Where the part is shown."""
    return "people_portal.placemat" if part.own_page else "people_portal.read"
