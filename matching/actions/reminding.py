"""Writing to people by itself, once: the message, and the row that says it was written, in one transaction.

Mail may be read by anybody. So it says that there is something to look at, counts kinds of things, and names nobody.
"""

from collections.abc import Callable, Mapping

from matching.models import Arrangement, Reminder, ReminderKind
from matching.queries.due import Asked, due
from matching.queries.reminders import ToRemind, to_remind
from scheme.clock import today
from scheme.database import db
from scheme.messages import address_of, post
from scheme.models import Account, Role
from scheme.queries import our_scheme

ANSWER_SOON = (
    "We asked you something: about an introduction, or about who may come to your home.\n\nWe would like to hear from you in the next few days.\n\n"
    "Sign in to answer: {address}\n\nYou can also say “not sure”, or talk to your worker.\n"
)
VISIT_SOON = "A visit is coming up.\n\nSign in to see when it is, and where: {address}\n\nIf something has changed, ask your worker.\n"
ANSWER_LATE = "{reference}: not everybody has answered by the day you agreed. Please talk with them.\n\n{address}\n"
WEEK = "{things}\n\nSee what it is: {address}\n\nYou can stop these messages on your account’s page: {account}\n"


def remind(one: ToRemind) -> None:
    """Write to one account about one thing, unless that was done, or is over, meanwhile."""
    if one not in to_remind(one.kind, one.row_id):
        return
    db.session.add(
        Reminder(
            kind=one.kind,
            row_id=one.row_id,
            for_day=one.for_day,
            account_id=one.account_id,
            arrangement_id=one.arrangement_id,
        )
    )
    account = db.session.get_one(Account, one.account_id)
    post(account.email, *SAID[one.kind](one, account))


def _answer_soon(_one: ToRemind, _account: Account) -> tuple[str, str]:
    return "Would you like to answer?", ANSWER_SOON.format(address=address_of("sign_in.front_door"))


def _visit_soon(_one: ToRemind, _account: Account) -> tuple[str, str]:
    return "A visit is coming up", VISIT_SOON.format(address=address_of("sign_in.front_door"))


def _answer_late(one: ToRemind, _account: Account) -> tuple[str, str]:
    arrangement = db.session.get_one(Arrangement, one.row_id)
    address = address_of("matching_desk.arrangement", arrangement_id=arrangement.id)
    words = ANSWER_LATE.format(reference=arrangement.reference, address=address)
    return f"No answer yet: {arrangement.reference}", words


def _week(_one: ToRemind, account: Account) -> tuple[str, str]:
    """What is due, counted by kind: a worker's own, a manager's the whole scheme's."""
    whose = account.id if account.role is Role.WORKER else None
    counted = [
        (found.rule.title, len(found.items), sum(item.late(today()) for item in found.items))
        for found in due(Asked(our_scheme(), account, whose))
        if found.items and not found.rule.private
    ]
    lines = [f"{title}: {count}" + (f" ({late} late)" if late else "") for title, count, late in counted]
    words = WEEK.format(
        things="\n".join(lines) or "Nothing is due.",
        address=address_of("matching_desk.today"),
        account=address_of("own_account.front"),
    )
    return "Your week ahead" if whose else "Your scheme’s week ahead", words


SAID: Mapping[ReminderKind, Callable[[ToRemind, Account], tuple[str, str]]] = {
    ReminderKind.ANSWER_SOON: _answer_soon,
    ReminderKind.ANSWER_LATE: _answer_late,
    ReminderKind.VISIT_SOON: _visit_soon,
    ReminderKind.WEEK: _week,
}
"""The subject and the words of each kind of reminder."""
