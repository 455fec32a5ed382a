"""How a person was helped to decide, and a decision in the best interests of somebody who cannot make this one themselves.

Capacity is presumed (MCA 2005 s1): nothing here is asked of anybody until a worker has found, and written down, that this
person cannot make this decision even with all practicable help.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from matching.models import (
    AnswerWord,
    BestInterests,
    DecisionMaker,
    DecisionSupport,
    Explained,
    Question,
    Side,
)
from matching.queries import asked
from matching.queries.arrangements import Pair, answer_of, question_open
from people.models import Person
from scheme.access import WORKERS
from scheme.clock import today
from scheme.database import db, now
from scheme.errors import Refused
from scheme.models import Account
from scheme.ways_of_living import Communication


@dataclass(frozen=True)
class Support:
    """How somebody was supported to decide: who was there, how it was explained, in which format, and what."""

    who: str
    how: str | None = None
    formats: Sequence[Communication] = ()
    explained: Sequence[Explained] = ()
    on: date | None = None
    """Nothing: today."""


def write_support(
    account: Account, pair: Pair, support: Support, said: AnswerWord | None = None, resident: Person | None = None
) -> DecisionSupport:
    """Write down how the person was supported or, with ``resident``, somebody who lives there already.

    The same writer may add to it all day. Raises ``Refused`` when nothing is asked of them.
    """
    question, on, whose = _question(pair), support.on or today(), resident.id if resident else None
    if resident and (question is not Question.MEET or resident not in asked.residents_beside(pair.arrangement)):
        raise Refused("Only people who live in this home are asked here.")
    rows = asked.supports_of(pair.arrangement.id, question, whose)
    row = next((row for row in rows if (row.by_id, row.on) == (account.id, on)), None)
    if row is None:
        row = DecisionSupport(
            arrangement_id=pair.arrangement.id, question=question, resident_id=whose, on=on, who=support.who,
            by_id=account.id,
        )  # fmt: skip
        db.session.add(row)
    row.who, row.answer, row.at = support.who, said or row.answer or _own_word(pair, question, whose), now()
    row.how = support.how or row.how
    row.formats = list(support.formats) or row.formats
    row.explained = list(support.explained) or row.explained
    return row


@dataclass(frozen=True)
class Decided:
    """What is written down about a decision in somebody's best interests. Everything but ``about_their_no`` is needed."""

    decision: AnswerWord
    maker: DecisionMaker
    decided_by: str
    authority_seen: str
    decided_on: date
    capacity: str
    wishes: str
    consulted: str
    less_restrictive: str
    about_their_no: str | None = None


WORDS = ("capacity", "wishes", "consulted", "less_restrictive", "about_their_no")
NEEDED = ("decided_by", "authority_seen", "capacity", "wishes", "consulted", "less_restrictive")


def decide_for(account: Account, pair: Pair, decided: Decided) -> BestInterests:
    """Write down a decision in the person's best interests. It stands until it is taken back or another follows.

    Raises ``Refused`` without any part of the evidence, and where the person says no and nothing is said about that.
    """
    if account.role not in WORKERS:
        raise Refused("Only a worker or a manager writes this down.")
    question = _question(pair)
    for name in NEEDED:
        if not getattr(decided, name):
            raise Refused("This is needed: without it nobody decides for somebody else.", name)
    if decided.decision not in {AnswerWord.YES, AnswerWord.NO}:
        raise Refused("Choose yes or no.", "decision")
    if decided.decided_on > today():
        raise Refused("Write it down once it has been decided.", "decided_on")
    own = answer_of(pair.arrangement.id, question, Side.PERSON)
    says_no = own is not None and own.answer is AnswerWord.NO
    if decided.decision is AnswerWord.YES and says_no and not decided.about_their_no:
        raise Refused(
            f"{pair.person.known_as} says no. Think about what is right, and write down why this would go ahead all the same.",
            "about_their_no",
        )
    row = BestInterests(
        arrangement_id=pair.arrangement.id, question=question, decision=decided.decision, maker=decided.maker,
        decided_by=decided.decided_by, authority_seen=decided.authority_seen, decided_on=decided.decided_on, by_id=account.id,
    )  # fmt: skip
    for name in WORDS:
        setattr(row, name, getattr(decided, name))
    db.session.add(row)
    return row


def take_decision_back(account: Account, pair: Pair) -> None:
    """It does not stand any more: the person decides for themselves, or it has to be thought about again."""
    row = asked.best_interests(pair.arrangement.id, _question(pair))
    if row is None:
        raise Refused("There is no decision to take back.")
    row.taken_back_at, row.taken_back_by_id = now(), account.id


def _question(pair: Pair) -> Question:
    question = question_open(pair.arrangement)
    if question is None:
        raise Refused("Nothing is being asked now.")
    return question


def _own_word(pair: Pair, question: Question, resident_id: UUID | None) -> AnswerWord | None:
    if resident_id:
        given = asked.resident_answers(pair.arrangement.id).get(resident_id)
        return given.answer if given else None
    own = answer_of(pair.arrangement.id, question, Side.PERSON)
    return own.answer if own else None
