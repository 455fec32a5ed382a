"""Wishes to meet: told to a worker in words, answered by a day, or turned into something put forward."""

from datetime import timedelta

from sqlmodel import col, select

from carers.models import Household, Member
from matching.models import Arrangement, WishKind, WishToMeet
from matching.queries import wishes
from people.models import Person, PersonAccount
from scheme.clock import today
from scheme.database import db, now
from scheme.errors import Refused
from scheme.messages import address_of, post
from scheme.models import Account
from scheme.queries import named_worker_of, our_scheme

OPEN_AT_ONCE = 3
"""Wishes that wait for an answer at the same time (our judgement: a worker talks about a few, not about a list)."""

ASKED = "Somebody would like to meet"
ASKED_BODY = "Somebody you know would like to meet somebody. Please look: {address}\n"
ANSWERED = "There is something new for you in Alongside"
ANSWERED_BODY = "Your worker answered you.\n\nSign in to read it: {address}\n"


def wish_to_meet(account: Account, who: Person | Household, kind: WishKind, words: str | None) -> WishToMeet:
    """Tell the worker that one would like to meet somebody. Answered within the scheme's days to answer.

    Raises ``Refused`` where it is about somebody and not said about whom, and while enough wishes wait already.
    """
    if kind is not WishKind.SOMEBODY and not words:
        raise Refused("Tell us who it is about. Only your worker reads it.", "words")
    if sum(row.answered_at is None for row in wishes.wishes_of(who)) >= OPEN_AT_ONCE:
        raise Refused("Your worker has your wishes. Please wait until they have talked with you.")
    of_person = isinstance(who, Person)
    row = WishToMeet(
        person_id=who.id if of_person else None, household_id=None if of_person else who.id, kind=kind, by_id=account.id,
        answer_by=today() + timedelta(days=our_scheme().number("days_to_answer")),
    )  # fmt: skip
    row.words = words
    db.session.add(row)
    worker = named_worker_of(who)
    if worker is not None and worker.id != account.id:
        post(worker.email, ASKED, ASKED_BODY.format(address=address_of("matching_desk.wish", wish_id=row.id)))
    return row


def take_wish_back(row: WishToMeet) -> None:
    """Not after all. Raises ``Refused`` once it has been answered."""
    if row.answered_at is not None:
        raise Refused("Your worker has answered this already. Talk with them.")
    db.session.delete(row)


def answer_wish(account: Account, row: WishToMeet, reply: str) -> None:
    """Say something to a wish that does not become an introduction, or not yet; whoever wished reads it."""
    if not reply:
        raise Refused("Write a few kind words: they wait for them.", "reply")
    _answered(account, row)
    row.reply = reply
    for reader in _accounts(wishes.whose(row)):
        post(reader.email, ANSWERED, ANSWERED_BODY.format(address=address_of("sign_in.front_door")))


def became(account: Account, row: WishToMeet, arrangement: Arrangement) -> None:
    """What was put forward answers a wish of one of its two sides; it remembers who began it."""
    if row.person_id not in {None, arrangement.person_id} or row.household_id not in {None, arrangement.household_id}:
        raise Refused("This wish is somebody else’s.", "wish")
    _answered(account, row)
    row.arrangement_id = arrangement.id


def _answered(account: Account, row: WishToMeet) -> None:
    if row.answered_at is not None:
        raise Refused("This has been answered already.")
    row.answered_at, row.answered_by_id = now(), account.id


def _accounts(who: Person | Household) -> list[Account]:
    query = select(Account).where(col(Account.active))
    if isinstance(who, Person):
        holds = col(PersonAccount.expires_on).is_(None) | (col(PersonAccount.expires_on) >= today())
        query = query.join(PersonAccount, col(PersonAccount.account_id) == Account.id)
        return list(db.session.exec(query.where(PersonAccount.person_id == who.id, holds)))
    query = query.join(Member, col(Member.account_id) == Account.id)
    return list(db.session.exec(query.where(Member.household_id == who.id, col(Member.left_on).is_(None))))
