"""Opening somebody's own pages: their own account, or a supporter whose authority holds today and goes far enough."""

from uuid import UUID

from flask import abort, make_response, render_template, request

from people import queries
from people.models import Authority
from people.queries import Own
from scheme import record
from scheme.clock import today
from scheme.database import SAFE_METHODS
from scheme.sign_in.sessions import reader

SUPPORTS_YOU = "Supports you"
"""How the reason of every look by somebody's own supporter begins."""


def own(person_id: UUID, page: str, *, writing: bool = False) -> Own:
    """The pages of this person, if they are the reader's to open. Nobody else's are there at all.

    What a supporter opens is written down first. An authority that has run out, or that only goes as far as reading, gets
    a kind page that says so.
    """
    found = queries.own_person(reader(), person_id)
    if found is None:
        abort(404)
    if found.ended(today()):
        _refuse("people/portal/ended.html", found)
    if writing and not found.may_write:
        _refuse("people/portal/read_only.html", found)
    if found.link.authority is not Authority.SELF and request.method in SAFE_METHODS:
        record.viewed("person", person_id, page, f"{SUPPORTS_YOU}: {found.link.authority.label.lower()}")
    return found


def _refuse(template: str, found: Own) -> None:
    abort(make_response(render_template(template, own=found, person=found.person), 403))
