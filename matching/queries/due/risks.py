"""Risks to look at again."""

from dataclasses import replace
from datetime import timedelta

from sqlmodel import col, select

from matching.models import Risk
from matching.queries.due.item import Asked, Item, about_person
from people.models import Person
from scheme.clock import today
from scheme.database import db

A_WEEK = timedelta(days=7)


def risks(asked: Asked) -> list[Item]:
    """Risks to be looked at again within a week; never which."""
    query = select(Risk, Person).join(Person, col(Person.id) == Risk.person_id)
    query = query.where(col(Risk.put_away_at).is_(None), Risk.review_on <= today() + A_WEEK)
    query = query.where(Person.named_worker_id == asked.worker_id) if asked.worker_id else query
    return [
        replace(
            about_person(person, "Look at a risk together again", risk.review_on, row_id=risk.id),
            endpoint="matching_desk.risks",
        )
        for risk, person in db.session.exec(query.order_by(col(Risk.review_on)))
    ]
