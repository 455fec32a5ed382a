"""People nobody has spoken with lately, and crises nobody has looked at again."""

from datetime import date, timedelta
from uuid import UUID

from sqlmodel import col, func, select

from matching.queries.due.item import Asked, Item, about_person
from matching.queries.profiles import LOOKING
from people.models import Person
from scheme.clock import today
from scheme.database import db
from scheme.forms.dates import in_words
from scheme.models import Conversation


def not_spoken_to(asked: Asked) -> list[Item]:
    """People nobody has spoken with for as long as the scheme says, longest first."""
    since = today() - timedelta(days=asked.scheme.number("not_spoken_days"))
    spoken = _last_spoken()
    query = select(Person).where(col(Person.state).in_(LOOKING))
    people = db.session.exec(query.where(Person.named_worker_id == asked.worker_id) if asked.worker_id else query).all()
    quiet = [person for person in people if spoken.get(person.id, date.min) < since]
    return [
        about_person(person, _spoken_words(spoken.get(person.id)), None)
        for person in sorted(quiet, key=lambda person: (spoken.get(person.id, date.min), person.reference))
    ]


def _last_spoken() -> dict[UUID, date]:
    last = (
        select(Conversation.about_id, func.max(Conversation.on))
        .where(Conversation.about_kind == "person")
        .group_by(col(Conversation.about_id))
    )
    return dict(db.session.exec(last).all())


def _spoken_words(on: date | None) -> str:
    return f"Last spoken with on {in_words(on)}" if on else "No conversation written down yet"
