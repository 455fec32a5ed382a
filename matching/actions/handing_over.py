"""A warm handover: both workers meet somebody together, they are told, and only then is it the new worker. One by one, always.

There is no other way to change a worker, and none that changes several at once (DESIGN §1.6).
"""

from dataclasses import dataclass
from datetime import date

from carers.models import Household
from matching.models import Arrangement, Handover
from matching.queries.handovers import Change, ceiling, knows, under_way, worker_id_of
from matching.queries.known import Known, column_of, name_of
from people.models import Person
from scheme.access import WORKERS
from scheme.actions import record_conversation
from scheme.changing import change
from scheme.clock import today
from scheme.database import db, now
from scheme.errors import Refused
from scheme.forms.dates import in_words
from scheme.messages import post_template
from scheme.models import Account, Role, WhichConversation
from scheme.queries import our_scheme


@dataclass(frozen=True)
class WrittenDown:
    """What has happened of a handover so far; what has not is left out."""

    met_on: date | None = None
    told_on: date | None = None
    told_by: Account | None = None
    told_how: str | None = None


def plan_handover(
    account: Account, known: Known, to: Account, meet_on: date | None = None, more_because: str | None = None
) -> Handover:
    """Plan that somebody gets another worker; whoever had none has them at once.

    Raises ``Refused``: without a day on which both meet them together, for one gone by, while another change is under way, for
    the worker they have, for an account that works here no more, and, until a reason is given, for one worker too many.
    """
    row = _begun(account, known, to, more_because)
    if row.from_id is None:
        _take_effect(known, row, to)
        return row
    if meet_on is None or meet_on < today():
        raise Refused(
            f"Choose a day on which both of you meet {name_of(known)} together. It should be today or later.", "meet_on"
        )
    row.meet_on = meet_on
    return row


def hand_over_at_once(
    account: Account, known: Known, to: Account, because: str, more_because: str | None = None
) -> Handover:
    """The worker left or is ill: it is the new one from now on, and being told becomes due at once.

    Raises ``Refused`` for anybody but a manager, without a reason, and as ``plan_handover`` does.
    """
    if account.role is not Role.MANAGER:
        raise Refused("Only a manager may do this without the two workers meeting them together first.")
    if not because.strip():
        raise Refused("Write down why there is no time to meet.", "at_once_because")
    row = _begun(account, known, to, more_because)
    row.at_once_because = because
    _take_effect(known, row, to)
    return row


def write_down(change: Change, told: WrittenDown) -> None:
    """Write down that both met them together, or that they were told. Once both are written down it is the new worker.

    Raises ``Refused`` for a change that was called off, for days to come, and for being told without saying how.
    """
    row = change.row
    if row.called_off_at is not None:
        raise Refused("This was called off.")
    for name in ("met_on", "told_on"):
        if (day := getattr(told, name)) and day > today():
            raise Refused("Please give a day up to today.", name)
    if told.told_on and not (told.told_how or "").strip():
        raise Refused("Say how they were told: in which words, and who was there.", "told_how")
    if told.told_on and told.told_by is None:
        raise Refused("Say who told them.", "told_by")
    first_told = told.told_on is not None and row.told_on is None
    row.met_on, row.told_on = told.met_on or row.met_on, told.told_on or row.told_on
    row.told_by_id = told.told_by.id if told.told_by else row.told_by_id
    row.told_how = told.told_how or row.told_how
    if first_told and told.told_by and told.told_on:
        _note_conversation(change.known, told.told_by, told.told_on, told.told_how)
    if row.done_at is None and row.met_on and row.told_on:
        _take_effect(change.known, row, change.comes)


def call_off_handover(change: Change) -> None:
    """The worker they have stays after all. Raises ``Refused`` when it is the new one already, or was called off before."""
    if change.row.done_at is not None:
        raise Refused(f"{change.comes.name} is their worker already.")
    if change.row.called_off_at is not None:
        raise Refused("This was called off before.")
    change.row.called_off_at = now()


def _begun(account: Account, known: Known, to: Account, more_because: str | None) -> Handover:
    if to.role not in WORKERS or not to.active:
        raise Refused("Please choose somebody who works at this scheme.", "to")
    if worker_id_of(known) == to.id:
        raise Refused(f"{to.name} is their worker already.", "to")
    if there := under_way(known):
        raise Refused(f"A change to {there.comes.name} is under way. Call it off first.")
    _ask_why_if_too_many(known, to, more_because)
    row = Handover(from_id=worker_id_of(known), to_id=to.id, by_id=account.id, more_because=more_because)
    setattr(row, column_of(known), known.id)
    db.session.add(row)
    return row


def _ask_why_if_too_many(known: Known, to: Account, more_because: str | None) -> None:
    if isinstance(known, Arrangement) or (more_because or "").strip():
        return
    of = type(known)
    named, most = knows(to, of), ceiling(of)
    if named >= most:
        them = "people" if of is Person else "households"
        raise Refused(
            f"{to.name} is named for {named} {them} already. This scheme plans {most} for one worker. "
            "It may still be right: say why.",
            "more_because",
        )


def _take_effect(known: Known, row: Handover, to: Account) -> None:
    field = "worker_id" if isinstance(known, Arrangement) else "named_worker_id"
    change(known, {field: to.id}, known.version)
    row.done_at = now()
    if isinstance(known, Person) and known.email:
        post_template(known.email, "people/messages/new_worker.txt", worker=to, person=known)
    if isinstance(known, Household) and known.email and row.from_id:
        values = {"household": known, "worker": to, "scheme": our_scheme()}
        post_template(known.email, "carers/messages/new_worker.txt", **values)


def _note_conversation(known: Known, by: Account, on: date, how: str | None) -> None:
    """Being told is a conversation with them, and counts as one."""
    if isinstance(known, Arrangement):
        return
    record_conversation(known, by, on, WhichConversation.LISTEN, f"Change of worker, {in_words(on)}. {how}")
