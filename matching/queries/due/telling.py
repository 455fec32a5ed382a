"""What somebody told their worker and waits to hear about: messages, reports of them, and wishes to meet."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from sqlmodel import col

from matching.models import Arrangement
from matching.queries import messages, wishes
from matching.queries.arrangements import Pair
from matching.queries.due.item import Asked, Item, about_pair, their_pairs
from people.models import Person
from scheme.clock import local_day, today

DAYS_TO_WRITE_BACK = timedelta(days=2)
"""Within how long somebody who wrote hears from their worker (our judgement)."""


def unanswered(asked: Asked) -> list[Item]:
    """Messages to the worker that have waited for longer than they should, the oldest first."""
    rows = [row for row in messages.waiting_for_an_answer() if local_day(row.at) + DAYS_TO_WRITE_BACK <= today()]
    theirs = _pairs(asked, [row.arrangement_id for row in rows])
    return [
        _at(about_pair(pair, "A message waits for your answer", local_day(row.at) + DAYS_TO_WRITE_BACK, row_id=row.id))
        for row in rows
        if (pair := theirs.get(row.arrangement_id))
    ]


def reported(asked: Asked) -> list[Item]:
    """Messages somebody said something is wrong with. What the desk itself wrote is shown to managers alone."""
    rows = [row for row in messages.reports_not_looked_at() if messages.may_look(asked.reader, row[1])]
    theirs = _pairs(asked, [report.arrangement_id for report, _ in rows])
    return [
        _at(
            about_pair(
                pair, "A message was reported", local_day(report.at), row_id=report.id, not_beyond=local_day(report.at)
            )
        )
        for report, _ in rows
        if (pair := theirs.get(report.arrangement_id))
    ]


def wished(asked: Asked) -> list[Item]:
    """Wishes to meet that nobody has answered, those to be answered soonest first; everybody's while nobody is named."""
    return [
        Item(
            who.known_as if isinstance(who, Person) else who.name, row.kind.label, row.answer_by, who.named_worker_id,
            (row.side.value, who.id), row.id, "matching_desk.wish", {"wish_id": row.id},
        )
        for row, who in wishes.open_wishes()
        if asked.worker_id is None or who.named_worker_id in {None, asked.worker_id}
    ]  # fmt: skip


def _pairs(asked: Asked, ids: Sequence[UUID]) -> dict[UUID, Pair]:
    return {pair.arrangement.id: pair for pair in their_pairs(asked, col(Arrangement.id).in_(ids))}


def _at(item: Item) -> Item:
    """The same, done on the page of the messages."""
    return replace(item, endpoint="matching_desk.messages")
