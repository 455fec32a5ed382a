"""What every package asks of the scheme itself: which one it is, who works there, and what was talked about with whom."""

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select

from scheme.access import WORKERS
from scheme.database import SchemeTable, db, this_scheme
from scheme.kinds import KINDS_OF_SCHEME, SchemeKind
from scheme.models import Account, Conversation, Scheme


class Known(Protocol):
    """A person or a household: somebody whom one worker knows."""

    named_worker_id: UUID | None


def our_scheme() -> Scheme:
    """The scheme this session is in, with its numbers. Raises ``LookupError`` outside one."""
    scheme = db.session.get_one(Scheme, this_scheme())
    db.session.info["our scheme"] = scheme  # a session lets go of what nobody holds, and would read it again each time
    return scheme


def is_homeshare() -> bool:
    """Whether the home is the person's (DESIGN §3): no approval, no cap of three, and homesharers instead of carers."""
    return our_scheme().kind is SchemeKind.HOMESHARE


def kind_choices() -> list[tuple[str, str]]:
    """The kinds of arrangement that this scheme makes, for a form to choose from."""
    return [(kind.value, kind.label) for kind in KINDS_OF_SCHEME[our_scheme().kind]]


def workers() -> Sequence[Account]:
    """Everybody who may be a named worker, by name."""
    query = select(Account).where(col(Account.role).in_(WORKERS), col(Account.active))
    return db.session.exec(query.order_by(func.lower(Account.name), col(Account.id))).all()


def worker(worker_id: str) -> Account | None:
    """The worker with this id, as a form sends it."""
    return next((each for each in workers() if str(each.id) == worker_id), None)


def worker_choices() -> list[tuple[str, str]]:
    """The workers, for a form to choose from."""
    return [(str(each.id), each.name) for each in workers()]


def named_worker_of(known: Known) -> Account | None:
    """The one worker who knows this person or household, if there is one."""
    if known.named_worker_id is None:
        return None
    return db.session.exec(select(Account).where(Account.id == known.named_worker_id)).first()


def conversations_with(profile: SchemeTable, limit: int | None = None) -> Sequence[tuple[Conversation, str]]:
    """What was talked about with a person or a household, newest first, each with the name of the worker who was there."""
    query = (
        select(Conversation, Account.name)
        .join(Account, col(Account.id) == Conversation.account_id)
        .where(Conversation.about_kind == profile.record_kind, Conversation.about_id == profile.id)
        .order_by(col(Conversation.on).desc(), col(Conversation.id))
    )
    return db.session.exec(query.limit(limit)).all()
