"""What is due: each kind of thing is one row of ``RULES``, and one small function beside the others of its noun."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from matching.models import PutOff
from matching.queries.due import (
    agreements,
    answers,
    check_ins,
    crisis,
    endings,
    enquiries,
    handovers,
    holds,
    households,
    people,
    risks,
    telling,
    trials,
    visits,
)
from matching.queries.due.item import Asked, Item, Rule
from scheme.access import may_open
from scheme.clock import today
from scheme.database import db
from scheme.models import Account

RULES: tuple[Rule, ...] = (
    Rule("holds", "Holds to look at again", "No hold needs looking at.", holds.holds, private=True),
    Rule("reported", "Messages that were reported", "Nothing was reported.", telling.reported, private=True),
    Rule("messages", "Messages to answer", "Nobody waits for a message.", telling.unanswered),
    Rule("wishes", "Would like to meet", "Nobody waits to hear about a wish.", telling.wished),
    Rule("enquiries", "Introduced to us", "Everybody introduced to us has been answered.", enquiries.unanswered),
    Rule(
        "daily_contact", "Speak with them today", "Everybody in a crisis was spoken with today.", crisis.daily_contact
    ),
    Rule("crisis_plans", "Plans for now", "Every crisis has a plan that is still fresh.", crisis.crisis_plans),
    Rule("answers", "Answers", "Nobody is waiting for an answer.", answers.unanswered),
    Rule(
        "going_ahead",
        "Something else is going ahead",
        "Nobody is left waiting without a word.",
        answers.others_going_ahead,
    ),
    Rule("not_told", "Not told yet", "Everybody has been told.", endings.not_told),
    Rule("visits", "Visits this week", "No visits this week.", visits.visits),
    Rule("not_good_days", "Days to move", "Every planned day is good for everybody.", visits.not_good_days),
    Rule("to_talk_about", "How visits felt", "There is nothing to talk about.", visits.to_talk_about),
    Rule("stays", "Stays this week", "Nobody comes to stay this week.", visits.stays),
    Rule("check_ins", "Check-ins", "Nobody is waiting to be asked how it is going.", check_ins.check_ins),
    Rule("trials", "Trials ending and reviews", "Nothing ends or is due in the next two weeks.", trials.trials),
    Rule("handovers", "Changes of worker", "No change of worker is under way.", handovers.handovers),
    Rule("without_worker", "Nobody is named for them", "Everybody has a named worker.", handovers.without_worker),
    Rule(
        "talk", "Asked to talk about how it goes", "Nobody waits to talk about how it goes.", agreements.asked_to_talk
    ),
    Rule("papers", "Agreements", "Every agreement is signed and in date.", agreements.papers),
    Rule("risks", "Risks to look at again", "No risk needs looking at again this week.", risks.risks),
    Rule("waivers", "Let pass for now", "Nothing that was let pass runs out this week.", holds.waivers),
    Rule("not_spoken_to", "Not spoken with lately", "Everybody has been spoken with lately.", people.not_spoken_to),
    Rule(
        "availability", "Is their space still right?", "Every household has confirmed lately.", households.availability
    ),
    Rule("checks", "Checks and approvals", "Nothing runs out soon.", households.checks),
)
"""Every kind of thing that falls due, in the order it is shown."""


BY_NAME: Mapping[str, Rule] = {rule.name: rule for rule in RULES}


@dataclass(frozen=True)
class PutAside:
    """Something due that waits until its day, and who put it off."""

    item: Item
    row: PutOff
    by: str


@dataclass(frozen=True)
class Due:
    """What one rule finds: what is to be done, and what was put off."""

    rule: Rule
    items: Sequence[Item]
    aside: Sequence[PutAside]


def due(asked: Asked) -> list[Due]:
    """Everything due, in the order of the table, that whoever reads may open. A constant number of statements."""
    waiting = _waiting()
    found = []
    for rule in RULES:
        items, aside = [], []
        for item in (one for one in rule.find(asked) if may_open(one.endpoint, "GET", asked.reader.role)):
            put = waiting.get((rule.name, item.row_id)) if item.may_wait(today()) else None
            if put:
                aside.append(PutAside(item, *put))
            else:
                items.append(item)
        found.append(Due(rule, items, aside))
    return found


def one_item(asked: Asked, rule: str, row_id: UUID) -> Item | None:
    """What is due by this rule about this row, put off or not; nothing when nothing is."""
    items = BY_NAME[rule].find(asked) if rule in BY_NAME else ()
    return next((item for item in items if item.row_id == row_id), None)


def put_off(put_off_id: UUID) -> PutOff | None:
    """One row of what was put off."""
    return db.session.exec(select(PutOff).where(PutOff.id == put_off_id)).first()


def put_off_of(subject_id: UUID) -> Sequence[tuple[PutOff, str]]:
    """What was ever put off about an arrangement, a household or a person, and by whom."""
    query = select(PutOff, Account.name).join(Account, col(PutOff.by_id) == Account.id)
    return db.session.exec(query.where(PutOff.subject_id == subject_id)).all()


def _waiting() -> dict[tuple[str, UUID], tuple[PutOff, str]]:
    """What waits today, by rule and row: what was said last counts."""
    query = select(PutOff, Account.name).join(Account, col(PutOff.by_id) == Account.id)
    query = query.where(PutOff.until > today(), col(PutOff.back_at).is_(None)).order_by(col(PutOff.at))
    return {(row.rule, row.row_id): (row, by) for row, by in db.session.exec(query)}


__all__ = [
    "BY_NAME",
    "RULES",
    "Asked",
    "Due",
    "Item",
    "PutAside",
    "Rule",
    "due",
    "one_item",
    "put_off",
    "put_off_of",
]
