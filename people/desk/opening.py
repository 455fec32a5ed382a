"""Opening one person's pages at the desk: found in this scheme or not at all, and written down before it is shown."""

from uuid import UUID

from flask import abort, request

from people import queries
from people.models import Person
from scheme import record
from scheme.access import WORKERS
from scheme.database import SAFE_METHODS
from scheme.models import Account
from scheme.sign_in.sessions import reader


def opened(person_id: UUID, page: str) -> Person:
    """The person, once it is written down that their pages were opened. Another scheme's person is not there."""
    person = queries.person(person_id)
    if person is None:
        abort(404)
    if request.method in SAFE_METHODS:
        record.viewed("person", person.id, page, _why(person, reader()))
    return person


def _why(person: Person, account: Account) -> str:
    if account.id == person.named_worker_id:
        return "Your own worker"
    return "Works at your scheme" if account.role in WORKERS else "Checks how the scheme works"
