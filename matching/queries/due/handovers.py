"""Changes of worker under way, those made at once that somebody has still to hear of, and people nobody is named for."""

from dataclasses import replace
from datetime import timedelta

from sqlmodel import col, or_, select

from carers.models import Household
from matching.models import Arrangement, Handover
from matching.queries.arrangements import by_id, pairs
from matching.queries.due.item import Asked, Item, about_household, about_pair, about_person
from matching.queries.handovers import NOT_TOLD, STILL, Change, changes
from people.models import Person, PersonState
from scheme.clock import local_day, today
from scheme.database import db
from scheme.models import Account

A_WEEK = timedelta(days=7)


def handovers(asked: Asked) -> list[Item]:
    """Changes of worker: telling somebody whose worker was changed at once, and meetings of all three within a week."""
    theirs = []
    if asked.worker_id:
        theirs = [or_(Handover.to_id == asked.worker_id, Handover.from_id == asked.worker_id)]
    made = changes(NOT_TOLD, *theirs)
    coming = changes(col(Handover.done_at).is_(None), STILL, col(Handover.meet_on) <= today() + A_WEEK, *theirs)
    rows = [change.row for change in (*made, *coming)]
    people = by_id(Person, [row.person_id for row in rows])
    households = by_id(Household, [row.household_id for row in rows])
    ways = {each.arrangement.id: each for each in pairs(col(Arrangement.id).in_([row.arrangement_id for row in rows]))}

    def item(change: Change, words: str) -> Item:
        row = change.row
        by = local_day(row.done_at) if row.done_at else row.meet_on
        if row.person_id:
            about = about_person(people[row.person_id], words, by)
        elif row.household_id:
            about = about_household(households[row.household_id], words, by)
        else:
            about = about_pair(ways[row.arrangement_id or row.id], words, by)
        page, values = "matching_desk.handover", {"handover_id": row.id}
        return replace(about, worker_id=row.to_id, row_id=row.id, not_beyond=by, endpoint=page, values=values)

    told = [item(change, "Tell them who their worker is now") for change in made]
    return told + [item(change, f"{change.comes.name} becomes their worker: {_left(change)}") for change in coming]


def _left(change: Change) -> str:
    return "tell them, and write it down" if change.row.met_on else "meet them together"


def without_worker(asked: Asked) -> list[Item]:
    """People nobody is named for, or only somebody who works here no more. Nobody's alone, so only on everybody's list."""
    if asked.worker_id:
        return []
    gone = select(Account.id).where(col(Account.active).is_(False))
    query = select(Person).where(
        Person.state != PersonState.LEFT,
        or_(col(Person.named_worker_id).is_(None), col(Person.named_worker_id).in_(gone)),
    )
    page = "matching_desk.worker_of_person"
    return [
        replace(
            about_person(person, "Their worker has left" if person.named_worker_id else "Nobody is named for them yet", None),
            worker_id=None, endpoint=page,
        )
        for person in db.session.exec(query.order_by(Person.reference))
    ]  # fmt: skip
