"""What is done alike with people and with households."""

from datetime import date

from scheme.clock import today
from scheme.database import SchemeTable, db
from scheme.errors import Refused
from scheme.models import Account, Conversation, WhichConversation


def record_conversation(
    profile: SchemeTable, worker: Account, on: date, which: WhichConversation, words: str | None
) -> Conversation:
    """Note that somebody was spoken with, and which of the three conversations it was. Raises ``Refused`` for days to come."""
    if on > today():
        raise Refused("Please give a day up to today.", "on")
    conversation = Conversation(
        about_kind=str(profile.record_kind), about_id=profile.id, on=on, account_id=worker.id, which=which
    )
    conversation.words = words
    db.session.add(conversation)
    return conversation
