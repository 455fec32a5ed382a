"""Daily contact in a crisis, and the plan for it."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from matching.models import CrisisPlan
from matching.queries.crisis import last_spoken, spoken_with_each_day
from matching.queries.due.item import Asked, Item, about_person
from people.models import Person
from scheme.clock import today
from scheme.database import db
from scheme.ways_of_living import YesNo


def daily_contact(asked: Asked) -> list[Item]:
    """Everybody in a crisis, or staying for now in an emergency, whom nobody has spoken with today. It cannot be put off."""
    people = spoken_with_each_day(*_theirs(asked))
    spoken = last_spoken(people)
    return [
        about_person(person, "Speak with them today", _since(person, spoken.get(person.id)), not_beyond=today())
        for person in people
        if spoken.get(person.id) != today()
    ]


def _since(person: Person, last: date | None) -> date:
    """From the day after the last contact; it is late from then on."""
    if last is None:
        return person.crisis_noted_on or today()
    return min(last + timedelta(days=1), today())


def crisis_plans(asked: Asked) -> list[Item]:
    """Crises without a plan, plans to look at again, and plans that outlived their crisis."""
    open_plans = {
        plan.person_id: plan for plan in db.session.exec(select(CrisisPlan).where(col(CrisisPlan.closed_at).is_(None)))
    }
    each_day = {person.id for person in spoken_with_each_day(*_theirs(asked))}
    query = select(Person).where(col(Person.id).in_(each_day | open_plans.keys()), *_theirs(asked))
    items = []
    for person in db.session.exec(query.order_by(Person.reference)):
        plan = open_plans.get(person.id)
        if plan is None and person.crisis is YesNo.YES:
            items.append(_item(person, "No plan for now yet: make it together", person.crisis_noted_on, person.id))
        elif plan and person.id not in each_day:
            items.append(_item(person, "The crisis is over: write down what helped, and close the plan", None, plan.id))
        elif plan and plan.review_on <= today() + timedelta(days=1):
            items.append(_item(person, "Look at the plan for now again, together", plan.review_on, plan.id))
    return items


def _item(person: Person, words: str, by: date | None, row_id: UUID) -> Item:
    return replace(about_person(person, words, by, row_id=row_id), endpoint="matching_desk.crisis_plan")


def _theirs(asked: Asked) -> list[Any]:
    return [Person.named_worker_id == asked.worker_id] if asked.worker_id else []
