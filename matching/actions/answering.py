"""Answers of both sides: yes, no, not sure, talk to someone. Changeable until the next step; neither side sees the other's first."""

from uuid import UUID

from carers.models import Member, MemberKind
from matching.actions.deciding import Support, write_support
from matching.models import Answer, AnswerWord, Question, ResidentAnswer, Side
from matching.queries import arrangements, asked
from matching.queries.arrangements import question_open
from people.models import Person
from scheme.database import db, now
from scheme.errors import Refused
from scheme.messages import address_of, post
from scheme.models import Account, Role

NOT_ASKED = "This is not being asked any more. Please talk to your worker."


def answer(
    account: Account,
    pair: arrangements.Pair,
    side: Side,
    word: AnswerWord,
    *,
    member: Member | None = None,
    words: str | None = None,
    supported: Support | None = None,
) -> Answer:
    """Give or change an answer, for a side as a whole or for one member of the household.

    ``supported`` is how the person was helped to decide. A "no", a "not sure" and a "talk to someone" reach the worker at
    once. Raises ``Refused`` when nothing is being asked, and for a carer who answers for somebody they support.
    """
    question = question_open(pair.arrangement)
    if question is None:
        raise Refused(NOT_ASKED)
    if member is not None and (side is not Side.HOUSEHOLD or member.id not in _asked_ids(pair)):
        raise Refused("Only people of the household are asked here.")
    if member is not None and member.kind is MemberKind.RESIDENT and account.role is Role.CARER:
        raise Refused(f"{member.label} answers for themselves, or with a worker: not through who supports them.")
    if member is None and (own := _own_member(account, pair, side)):
        # A carer who answers for the household has answered for themselves too: nobody is asked twice.
        _give(account, pair, question, side, word, own, None)
    given = _give(account, pair, question, side, word, member, words)
    if supported is not None and side is Side.PERSON:
        write_support(account, pair, supported, word)
    if word is not AnswerWord.YES:
        _tell_worker(pair)
    return given


def answer_as_resident(
    account: Account,
    pair: arrangements.Pair,
    person: Person,
    word: AnswerWord,
    words: str | None = None,
    supported: Support | None = None,
) -> ResidentAnswer:
    """What somebody says who lives in the home through another arrangement, and how they were helped to decide.

    Raises ``Refused`` when it is not being asked, or they do not live there.
    """
    if question_open(pair.arrangement) is not Question.MEET:
        raise Refused(NOT_ASKED)
    if person not in asked.residents_beside(pair.arrangement):
        raise Refused("Only people who live in this home are asked here.")
    given = asked.resident_answers(pair.arrangement.id).get(person.id)
    if given is None:
        given = ResidentAnswer(
            arrangement_id=pair.arrangement.id, person_id=person.id, answer=word, by_id=account.id
        )  # fmt: skip
        db.session.add(given)
    given.answer, given.by_id, given.at, given.words = word, account.id, now(), words
    if supported is not None:
        write_support(account, pair, supported, word, resident=person)
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
) -> Answer:
    given = arrangements.answer_of(pair.arrangement.id, question, side, member.id if member else None)
    if given is None:
        given = Answer(
            arrangement_id=pair.arrangement.id, question=question, side=side, answer=word, by_id=account.id,
            member_id=member.id if member else None,
        )  # fmt: skip
        db.session.add(given)
    given.answer, given.by_id, given.at, given.words = word, account.id, now(), words
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
