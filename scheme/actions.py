"""What is done alike with people and with households, and what is done to the scheme itself."""

from datetime import date

from scheme.changing import refuse_twice
from scheme.clock import today
from scheme.database import SchemeTable, db
from scheme.errors import ChangedMeanwhile, Refused
from scheme.models import Account, Conversation, WhichConversation
from scheme.numbers import BY_NAME
from scheme.queries import conversations_with, our_scheme

LATELY = 10
"""How many of the newest conversations are looked at for one that says the same."""


def record_conversation(
    profile: SchemeTable, worker: Account, on: date, which: WhichConversation, words: str | None
) -> Conversation:
    """Note that somebody was spoken with, and which of the three conversations it was. Raises ``Refused`` for days to come."""
    if on > today():
        raise Refused("Please give a day up to today.", "on")
    if words:
        noted = (row for row, _ in conversations_with(profile, LATELY))
        refuse_twice(noted, {"on": on, "which": which, "words": words, "account_id": worker.id})
    conversation = Conversation(
        about_kind=str(profile.record_kind), about_id=profile.id, on=on, account_id=worker.id, which=which
    )
    conversation.words = words
    db.session.add(conversation)
    return conversation


def set_number(name: str, value: int, was: int | None) -> None:
    """Set one of the scheme's own numbers. ``was`` is what it was when somebody looked.

    Raises ``Refused`` outside the number's limits, and ``ChangedMeanwhile`` when somebody else has set it since.
    """
    number, scheme = BY_NAME[name], our_scheme()
    if not number.least <= value <= number.most:
        raise Refused(f"Please write a whole number from {number.least} to {number.most}.", "value")
    now = scheme.number(name)
    if was != now and value != now:
        raise ChangedMeanwhile({"value": (f"{now} {number.unit_for(now)}", f"{value} {number.unit_for(value)}")}, now)
    if value != now:
        scheme.numbers = {**scheme.numbers, name: value}
