"""Answers of both sides: yes, no, not sure, talk to someone. Changeable until the next step; neither side sees the other's first."""

from uuid import UUID

from carers.models import Member
from matching.models import Answer, AnswerWord, Arrangement, Question, Side
from matching.queries import arrangements
from matching.queries.arrangements import ASKED_AT
from scheme.database import db, now
from scheme.errors import Refused
from scheme.messages import address_of, post
from scheme.models import Account


def question_open(arrangement: Arrangement) -> Question | None:
    """What may be answered now, if anything."""
    return ASKED_AT.get(arrangement.stage)


def answer(
    account: Account,
    pair: arrangements.Pair,
    side: Side,
    word: AnswerWord,
    *,
    member: Member | None = None,
    words: str | None = None,
    supported_by: str | None = None,
) -> Answer:
    """Give or change an answer, for a side as a whole or for one member of the household.

    A "no", a "not sure" and a "talk to someone" reach the worker at once. Raises ``Refused`` when nothing is being asked.
    """
    question = question_open(pair.arrangement)
    if question is None:
        raise Refused("This is not being asked any more. Please talk to your worker.")
    if member is not None and (side is not Side.HOUSEHOLD or member.id not in _asked_ids(pair)):
        raise Refused("Only people of the household are asked here.")
    if member is None and (own := _own_member(account, pair, side)):
        # A carer who answers for the household has answered for themselves too: nobody is asked twice.
        _give(account, pair, question, side, word, own, None, None)
    given = _give(account, pair, question, side, word, member, words, supported_by)
    if word is not AnswerWord.YES:
        _tell_worker(pair)
    return given


def _give(
    account: Account,
    pair: arrangements.Pair,
    question: Question,
    side: Side,
    word: AnswerWord,
    member: Member | None,
    words: str | None,
    supported_by: str | None,
) -> Answer:
    given = arrangements.answer_of(pair.arrangement.id, question, side, member.id if member else None)
    if given is None:
        given = Answer(
            arrangement_id=pair.arrangement.id, question=question, side=side, answer=word, by_id=account.id,
            member_id=member.id if member else None,
        )  # fmt: skip
        db.session.add(given)
    given.answer, given.by_id, given.at = word, account.id, now()
    given.words, given.supported_by = words, supported_by or given.supported_by
    return given


def take_back(account: Account, pair: arrangements.Pair, side: Side) -> None:
    """Undo a side's answer: as if it had not been given yet."""
    question = question_open(pair.arrangement)
    given = arrangements.answer_of(pair.arrangement.id, question, side) if question else None
    if given is None:
        raise Refused("There is no answer to take back.")
    db.session.delete(given)


def _own_member(account: Account, pair: arrangements.Pair, side: Side) -> Member | None:
    """Who in the household this account is, if anybody."""
    if side is not Side.HOUSEHOLD:
        return None
    members = arrangements.asked_members(pair.household.id)
    return next((member for member in members if member.account_id == account.id), None)


def _asked_ids(pair: arrangements.Pair) -> set[UUID]:
    return {member.id for member in arrangements.asked_members(pair.household.id)}


def _tell_worker(pair: arrangements.Pair) -> None:
    worker = db.session.get_one(Account, pair.arrangement.worker_id)
    address = address_of("matching_desk.arrangement", arrangement_id=pair.arrangement.id)
    post(
        worker.email,
        f"An answer to talk about: {pair.arrangement.reference}",
        f"Somebody answered. Please look: {address}\n",
    )
