"""Messages between the people of one arrangement and its worker, as each of them may read them."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, or_, select

from matching.lifecycle import GOING_ON
from matching.models import Audience, MessageBlock, MessageReport, PairMessage, Side
from matching.queries.apart import kept_apart
from matching.queries.arrangements import Pair, by_id, told_mark
from matching.queries.endings import both_keep_in_touch
from matching.queries.holds import on_pair
from matching.who_writes import OWN, readable, writable
from scheme.database import db, now
from scheme.models import DESK_ROLES, Account, Role


@dataclass(frozen=True)
class Written:
    """One message as it is shown."""

    message: PairMessage
    author: str
    mine: bool
    """Whether the reader's own side wrote it."""
    reports: Sequence[MessageReport] = ()
    """At the desk: who said that something is wrong with it."""

    @property
    def initials(self) -> str:
        """Who it is, in a letter or two."""
        return "".join(word[0] for word in self.author.split()[:2]).upper()

    @property
    def waits(self) -> bool:
        """Whether the others get it only once the quiet hours are over."""
        return self.message.delivered_at > now()


def in_touch(pair: Pair) -> bool:
    """Whether both keep in touch after an ending."""
    return both_keep_in_touch(pair) is not None


def newest_by(arrangement_id: UUID, account_id: UUID) -> PairMessage | None:
    """What somebody wrote here last."""
    query = select(PairMessage).where(PairMessage.arrangement_id == arrangement_id, PairMessage.by_id == account_id)
    return db.session.exec(query.order_by(col(PairMessage.at).desc()).limit(1)).first()


def conversation(pair: Pair, side: Side) -> list[Written]:
    """What one side may read now, oldest first: without what it reported, and without what has not been delivered."""
    audiences = readable(side, pair.arrangement.stage, in_touch=in_touch(pair))
    hidden = select(MessageReport.message_id).where(
        MessageReport.arrangement_id == pair.arrangement.id, MessageReport.side == side
    )
    query = select(PairMessage).where(
        PairMessage.arrangement_id == pair.arrangement.id,
        col(PairMessage.audience).in_(audiences),
        col(PairMessage.id).not_in(hidden),
        or_(col(PairMessage.delivered_at) <= now(), PairMessage.from_side == side),
    )
    rows = db.session.exec(query.order_by(col(PairMessage.at), col(PairMessage.id))).all()
    writers = by_id(Account, {row.by_id for row in rows})
    return [Written(row, _first_name(row, writers[row.by_id], pair), row.from_side is side) for row in rows]


def whole_conversation(pair: Pair, account: Account) -> list[Written]:
    """Everything, as its worker reads it, oldest first. Reports of the desk's own messages are for managers."""
    rows = db.session.exec(
        select(PairMessage)
        .where(PairMessage.arrangement_id == pair.arrangement.id)
        .order_by(col(PairMessage.at), col(PairMessage.id))
    ).all()
    writers, reports = by_id(Account, {row.by_id for row in rows}), reports_of(pair.arrangement.id)
    return [
        Written(
            row,
            writers[row.by_id].name,
            row.by_id == account.id,
            [each for each in reports if each.message_id == row.id and may_look(account, row)],
        )
        for row in rows
    ]


def may_look(account: Account, message: PairMessage) -> bool:
    """Whether this account looks at a report of this message: what the desk wrote is looked at by a manager."""
    return message.from_side is not None or account.role is Role.MANAGER


def _first_name(row: PairMessage, writer: Account, pair: Pair) -> str:
    """What a writer is called in the pages of both sides: a worker in full, everybody else by their first name."""
    if writer.role in DESK_ROLES:
        return writer.name
    return pair.person.known_as if writer.role is Role.PERSON else writer.name.split()[0]


def message_of(arrangement_id: UUID, message_id: UUID) -> PairMessage | None:
    """One message of this arrangement."""
    query = select(PairMessage).where(PairMessage.arrangement_id == arrangement_id, PairMessage.id == message_id)
    return db.session.exec(query).first()


def reports_of(arrangement_id: UUID) -> Sequence[MessageReport]:
    """Everything that was reported, oldest first."""
    query = select(MessageReport).where(MessageReport.arrangement_id == arrangement_id)
    return db.session.exec(query.order_by(col(MessageReport.at))).all()


def block_by(arrangement_id: UUID, side: Side) -> MessageBlock | None:
    """The block that one side has set and not lifted."""
    return next((block for block in blocks_of(arrangement_id) if block.side is side), None)


def blocks_of(arrangement_id: UUID) -> Sequence[MessageBlock]:
    """Every block that holds."""
    query = select(MessageBlock).where(
        MessageBlock.arrangement_id == arrangement_id, col(MessageBlock.lifted_at).is_(None)
    )
    return db.session.exec(query).all()


def may_write_to(pair: Pair, side: Side | None) -> list[Audience]:
    """To whom one side, or with none the worker, may write now. A hold, or being kept apart, closes it as quietly as a block."""
    which = pair.arrangement.id
    blocked = bool(blocks_of(which) or on_pair(pair) or kept_apart(pair.person.id, pair.household.id))
    return writable(side, pair.arrangement.stage, blocked=blocked, in_touch=in_touch(pair))


def is_open(pair: Pair, side: Side) -> bool:
    """Whether this side finds the conversation: while it goes on, and afterwards once they have been told by their worker."""
    return pair.arrangement.stage in GOING_ON or told_mark(pair.arrangement.id, side) is not None


def over_with_messages(found: Sequence[Pair], side: Side) -> list[Pair]:
    """Those that are over, of which this side has been told, and in which there is something it may read."""
    over = [pair for pair in found if pair.arrangement.stage not in GOING_ON]
    query = select(PairMessage.arrangement_id).where(
        col(PairMessage.arrangement_id).in_([pair.arrangement.id for pair in over]),
        PairMessage.audience == OWN[side],
        col(PairMessage.delivered_at) <= now(),
    )
    written = set(db.session.exec(query)) if over else set()
    return [pair for pair in over if pair.arrangement.id in written and is_open(pair, side)]


# --- what waits for a worker -----------------------------------------------------------------------------------------------


def waiting_for_an_answer() -> Sequence[PairMessage]:
    """The first message of each side that the worker has not answered, oldest first."""
    answered = (
        select(PairMessage.arrangement_id, PairMessage.audience, PairMessage.at)
        .where(col(PairMessage.from_side).is_(None))
        .order_by(col(PairMessage.at))
    )
    last = {(arrangement_id, audience): at for arrangement_id, audience, at in db.session.exec(answered)}
    query = select(PairMessage).where(
        col(PairMessage.from_side).is_not(None),
        PairMessage.audience != Audience.EVERYBODY,
        col(PairMessage.settled_at).is_(None),
    )
    first: dict[tuple[UUID, Audience], PairMessage] = {}
    for row in db.session.exec(query.order_by(col(PairMessage.at))):
        key = row.arrangement_id, row.audience
        if key not in last or last[key] < row.at:
            first.setdefault(key, row)
    return sorted(first.values(), key=lambda row: row.at)


def reports_not_looked_at() -> Sequence[tuple[MessageReport, PairMessage]]:
    """What was reported and nobody has looked at yet, oldest first."""
    query = (
        select(MessageReport, PairMessage)
        .join(PairMessage, col(MessageReport.message_id) == PairMessage.id)
        .where(col(MessageReport.looked_at).is_(None))
    )
    return db.session.exec(query.order_by(col(MessageReport.at))).all()
