"""Writing to each other within one arrangement: the worker is always there, nights are quiet, and anybody may say stop."""

from collections.abc import Iterable
from datetime import timedelta

from sqlmodel import col, select

from matching.models import Audience, MessageBlock, MessageReport, PairMessage, Side
from matching.queries import messages
from matching.queries.accounts import accounts_of_household, accounts_of_person
from matching.queries.arrangements import Pair
from scheme.clock import after_quiet_hours
from scheme.database import db, now
from scheme.errors import Refused
from scheme.messages import address_of, post
from scheme.models import Account, Message, Role
from scheme.queries import our_scheme

PRESSED_AGAIN = timedelta(minutes=5)
"""The same words to the same people within this are a button pressed twice: they stand there once (our judgement)."""
SUBJECT = "There is a message for you in Alongside"
BODY = "There is a message for you.\n\nSign in to read it: {address}\n"
TO_LOOK_AT = "Please look at a message: {reference}"
REPORTED = "Somebody said that something is wrong with a message. Please look: {address}\n"
BLOCKED = "Somebody does not want messages from the other side for now. Please talk with them: {address}\n"


def write(account: Account, pair: Pair, side: Side | None, audience: Audience, words: str) -> PairMessage:
    """Write to the worker, or to everybody; with no ``side``, as the worker. Delivered when the quiet hours are over.

    Raises ``Refused`` where nobody of this side may write so now, and without words.
    """
    if audience not in messages.may_write_to(pair, side):
        raise Refused("You cannot write to them here now. You can write to your worker.", "audience")
    if not words:
        raise Refused("Write a few words first.", "words")
    scheme, at = our_scheme(), now()
    newest = messages.newest_by(pair.arrangement.id, account.id)
    said = newest and (newest.from_side, newest.audience, newest.words)
    if newest and said == (side, audience, words) and newest.at > at - PRESSED_AGAIN:
        return newest
    delivered = after_quiet_hours(at, scheme.number("quiet_from_hour"), scheme.number("quiet_until_hour"))
    message = PairMessage(
        arrangement_id=pair.arrangement.id, audience=audience, from_side=side, at=at, delivered_at=delivered, by_id=account.id
    )  # fmt: skip
    message.words = words
    db.session.add(message)
    for reader in _readers(pair, audience):
        if reader.id != account.id:
            _post_once(reader, message)
    return message


def report(account: Account, pair: Pair, side: Side, message: PairMessage) -> MessageReport:
    """Say that something is wrong with a message. Whoever says so does not see it any more; worker and managers are told."""
    if message.from_side is side:
        raise Refused("This is your own message.")
    if message.id not in {one.message.id for one in messages.conversation(pair, side)}:
        raise Refused("This message is not here any more.")
    row = MessageReport(arrangement_id=pair.arrangement.id, message_id=message.id, side=side, by_id=account.id)
    db.session.add(row)
    told = {reader.email: reader for reader in (_worker(pair), *_managers()) if messages.may_look(reader, message)}
    for email in told:
        post(email, TO_LOOK_AT.format(reference=pair.arrangement.reference), REPORTED.format(address=_page(pair)))
    return row


def looked_at(account: Account, pair: Pair, message: PairMessage, done: str) -> None:
    """Write down what came of a report. Raises ``Refused`` when there is none to look at, or it is a manager's to look at."""
    waiting = [
        row
        for row in messages.reports_of(pair.arrangement.id)
        if row.message_id == message.id and row.looked_at is None and messages.may_look(account, message)
    ]
    if not waiting:
        raise Refused("There is nothing to look at here.")
    if not done:
        raise Refused("Write down what came of it.", "done")
    for row in waiting:
        row.looked_at, row.looked_by_id, row.done = now(), account.id, done


def block(account: Account, pair: Pair, side: Side) -> MessageBlock:
    """No more messages from the other side. Both still reach the worker, who is told."""
    if messages.block_by(pair.arrangement.id, side):
        raise Refused("They cannot write to you already.")
    row = MessageBlock(arrangement_id=pair.arrangement.id, side=side, by_id=account.id)
    db.session.add(row)
    post(
        _worker(pair).email,
        TO_LOOK_AT.format(reference=pair.arrangement.reference),
        BLOCKED.format(address=_page(pair)),
    )
    return row


def lift_block(pair: Pair, side: Side) -> None:
    """The other side may write again. Raises ``Refused`` when this side has not stopped them."""
    row = messages.block_by(pair.arrangement.id, side)
    if row is None:
        raise Refused("They can write to you already.")
    row.lifted_at = now()


def settle(account: Account, message: PairMessage) -> None:
    """A message to the worker needs no answer, such as a thank you."""
    if message.from_side is None or message.audience is Audience.EVERYBODY:
        raise Refused("Nobody waits for an answer to this.")
    message.settled_at, message.settled_by_id = now(), account.id


# --- who hears of it -------------------------------------------------------------------------------------------------------


def _readers(pair: Pair, audience: Audience) -> Iterable[Account]:
    """Everybody a message is for, the worker always."""
    yield _worker(pair)
    if audience is not Audience.HOUSEHOLD:
        yield from accounts_of_person(pair)
    if audience is not Audience.PERSON:
        yield from accounts_of_household(pair)


def _post_once(reader: Account, message: PairMessage) -> None:
    """One mail however many messages wait: it says only that there is something to read."""
    waiting = select(Message.id).where(
        Message.to_email == reader.email, Message.subject == SUBJECT, col(Message.sent_at).is_(None)
    )
    if db.session.exec(waiting).first() is None:
        post(
            reader.email,
            SUBJECT,
            BODY.format(address=address_of("sign_in.front_door")),
            not_before=message.delivered_at if message.delivered_at > message.at else None,
        )


def _worker(pair: Pair) -> Account:
    return db.session.get_one(Account, pair.arrangement.worker_id)


def _managers() -> Iterable[Account]:
    return db.session.exec(select(Account).where(Account.role == Role.MANAGER, col(Account.active)))


def _page(pair: Pair) -> str:
    return address_of("matching_desk.messages", arrangement_id=pair.arrangement.id)
