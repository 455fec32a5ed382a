"""Safeguarding holds to look at again, and needs that were let pass for now."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from sqlmodel import col, select

from carers.models import Household
from matching.lifecycle import GOING_ON, Need
from matching.models import Arrangement, SafeguardingHold, Waiver
from matching.queries.arrangements import Pair, by_id, pairs
from matching.queries.due.item import Asked, Item, about_household, about_pair, about_person, their_pairs
from matching.queries.holds import in_force, known_to
from people.models import Person
from scheme.clock import today
from scheme.database import db

A_WEEK = timedelta(days=7)
LOOK_AGAIN = "There is a hold: look at it again"


def holds(asked: Asked) -> list[Item]:
    """Holds to be looked at again within a week, for who set them; once the day has come it cannot be put off. Never why there is one."""
    found = in_force(
        SafeguardingHold.review_on <= today() + A_WEEK,
        *([SafeguardingHold.by_id == asked.worker_id] if asked.worker_id else []),
    )
    rows = sorted((each.row for each in found), key=lambda row: row.review_on)
    pairs_held = {
        pair.arrangement.id: pair for pair in pairs(col(Arrangement.id).in_([row.arrangement_id for row in rows]))
    }
    people = by_id(Person, [row.person_id for row in rows])
    households = by_id(Household, [row.household_id for row in rows])
    known = known_to(asked.reader, rows)
    items = [_held(row, pairs_held, people, households) for row in rows]
    said = {each.row.id: each.sentence for each in found if each.row.id not in known}
    return [replace(item, for_others=said.get(item.row_id, "")) for item in items]


def _held(
    row: SafeguardingHold, pairs_held: dict[UUID, Pair], people: dict[UUID, Person], households: dict[UUID, Household]
) -> Item:
    if row.person_id:
        item = about_person(people[row.person_id], LOOK_AGAIN, row.review_on)
    elif row.household_id:
        item = about_household(households[row.household_id], LOOK_AGAIN, row.review_on)
    else:
        item = about_pair(pairs_held[row.arrangement_id or row.id], LOOK_AGAIN, row.review_on)
    return replace(
        item,
        worker_id=row.by_id,
        subject=("safeguarding_hold", row.id),
        row_id=row.id,
        not_beyond=row.review_on,
        endpoint="matching_desk.hold_in_full",
        values={"hold_id": row.id},
    )


def waivers(asked: Asked) -> list[Item]:
    """Needs let pass whose last day comes within a week, or went by within the last, while nothing else was done about them."""
    query = select(Waiver).where(Waiver.expires_on <= today() + A_WEEK, Waiver.expires_on >= today() - A_WEEK)
    found = db.session.exec(query.order_by(col(Waiver.expires_on))).all()
    theirs = {
        pair.arrangement.id: pair
        for pair in their_pairs(
            asked,
            col(Arrangement.id).in_([waiver.arrangement_id for waiver in found]),
            col(Arrangement.stage).in_(GOING_ON),
        )
    }
    return [
        about_pair(theirs[waiver.arrangement_id], _waiver_words(waiver), waiver.expires_on, row_id=waiver.id)
        for waiver in found
        if waiver.arrangement_id in theirs
    ]


def _waiver_words(waiver: Waiver) -> str:
    need = Need.read(waiver.need)
    return f"Let pass for now: “{need.label if need else waiver.need}”"
