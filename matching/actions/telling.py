"""Telling the two sides that something happened: a message each, with nothing private in it, and a link to look.

A person hears of a decline or an ending from their worker first (DESIGN §1.8): the message to the worker says so, and a mark
says that they have been told. A household, whose page is gone then, hears a kind sentence at once.
"""

from collections.abc import Iterable

from matching.kinds import KINDS
from matching.lifecycle import EndingReason, KindReason, Stage, Step, Told
from matching.models import AnswerWord, Question, Side, ToldMark
from matching.queries.accounts import accounts_of_household, accounts_of_person
from matching.queries.arrangements import Pair, answers_of, told_mark
from matching.queries.endings import ended_because
from scheme.database import db
from scheme.errors import Refused
from scheme.messages import address_of, post
from scheme.models import Account

HEARD_FROM_A_WORKER_FIRST = frozenset({Stage.DECLINED, Stage.ENDED})

SOMETHING_NEW = "There is something new for you in Alongside"
FROM_YOUR_SCHEME = "From your scheme"
LOOK = (
    "There is something new for you to look at.\n\nSign in to see it: {address}\n\nNothing happens until you say so.\n"
)
NOT_GOING_AHEAD = (
    "An introduction that you were asked about is not going ahead.{because}\n\n"
    "Thank you for thinking about it. Your scheme is glad to talk with you.\n\n{address}\n"
)
OVER = "An arrangement of yours has come to an end.\n\nYour scheme will talk with you about it.\n\n{address}\n"
SOMETHING_CALLED_OFF = (
    "Something that was planned has been called off.\n\nSign in to see what is planned now: {address}\n\n"
    "If you would like to talk about it, ask your worker.\n"
)
SOMEBODY_DIED = "We are thinking of you. Your scheme will be in touch, at a time that suits you.\n\n{address}\n"
TALK_FIRST = (
    "{reference}: “{label}”.\n\nPlease talk with the person: they hear of it from you, not from a page.\n\n{address}\n"
)


def tell(step: Step, pair: Pair, reason: str | None = None) -> None:
    """Write the messages a step asks for, in the same transaction as the step. ``reason`` is a ``KindReason`` or an ``EndingReason``."""
    if Told.HOUSEHOLD in step.told:
        _post_to(accounts_of_household(pair), "sign_in.front_door", _household_hears(step, pair, reason))
    if Told.PERSON not in step.told or reason == EndingReason.DIED:
        return
    if step.target in HEARD_FROM_A_WORKER_FIRST:
        _ask_worker_to_talk(step, pair)
    else:
        _post_to(accounts_of_person(pair), "sign_in.front_door")


def tell_both(pair: Pair, words: str = LOOK) -> None:
    """Write a message to everybody of both sides, with nothing private in it; ``words`` may name the page's ``{address}``."""
    _post_to([*accounts_of_household(pair), *accounts_of_person(pair)], "sign_in.front_door", words)


def ask_worker_to_look(pair: Pair, words: str) -> None:
    """Write a message to the arrangement's worker: its reference, a sentence with nothing private in it, and where to look."""
    worker = db.session.get_one(Account, pair.arrangement.worker_id)
    address = address_of("matching_desk.arrangement", arrangement_id=pair.arrangement.id)
    post(worker.email, f"Please look: {pair.arrangement.reference}", f"{words}\n\n{address}\n")


def mark_told(account: Account, pair: Pair, side: Side) -> None:
    """Write down that a worker has told one side. Raises ``Refused`` when there is nothing to tell, or they know already."""
    if pair.arrangement.stage not in HEARD_FROM_A_WORKER_FIRST:
        raise Refused("This is going on, so there is nothing to tell.")
    if told_mark(pair.arrangement.id, side):
        raise Refused(f"{side.label} has been told already.")
    if side is Side.PERSON and ended_because(pair.arrangement) is EndingReason.DIED:
        raise Refused(f"{pair.person.known_as} died.")
    db.session.add(ToldMark(arrangement_id=pair.arrangement.id, side=side, by_id=account.id))


def take_mark_back(pair: Pair, side: Side) -> None:
    """They have not been told after all: it was the wrong button. Raises ``Refused`` when there is no mark."""
    mark = told_mark(pair.arrangement.id, side)
    if mark is None:
        raise Refused(f"{side.label} is not marked as told.")
    db.session.delete(mark)


def _household_hears(step: Step, pair: Pair, reason: str | None) -> str:
    """What a household hears; a reason only where it was not the household that said no."""
    if step.target is Stage.ENDED:
        return SOMEBODY_DIED if reason in {EndingReason.DIED, EndingReason.HOUSEHOLD_DIED} else OVER
    if step.target is not Stage.DECLINED:
        return LOOK
    kind = KindReason.read(reason)
    themselves = any(
        answer.side is Side.HOUSEHOLD and answer.answer is AnswerWord.NO
        for answer in answers_of(pair.arrangement.id, Question.MEET)
    )
    return NOT_GOING_AHEAD.replace("{because}", f" {kind.label}" if kind and not themselves else "")


def _post_to(accounts: Iterable[Account], endpoint: str, words: str = LOOK) -> None:
    subject = FROM_YOUR_SCHEME if words == SOMEBODY_DIED else SOMETHING_NEW
    for account in accounts:
        post(account.email, subject, words.format(address=address_of(endpoint)))


def _ask_worker_to_talk(step: Step, pair: Pair) -> None:
    worker = db.session.get_one(Account, pair.arrangement.worker_id)
    address = address_of("matching_desk.arrangement", arrangement_id=pair.arrangement.id)
    post(
        worker.email,
        f"Please talk with the person first: {pair.arrangement.reference}",
        TALK_FIRST.format(
            reference=pair.arrangement.reference, label=KINDS[pair.arrangement.kind].step_label(step), address=address
        ),
    )
