"""What was changed about one person: the record, for managers and auditors."""

from uuid import UUID

from flask import url_for

from people.desk import desk
from people.desk.opening import opened
from scheme.desk import records
from scheme.look import Link


@desk.get("/<uuid:person_id>/record")
def record(person_id: UUID) -> str:
    """Every change to the profile, and to the home it points at."""
    person = opened(person_id, records.PAGE)
    back = Link(person.known_as, url_for("people_desk.read", person_id=person.id))
    return records.shown(person.known_as, back, [each for each in (person.id, person.home_id) if each])
