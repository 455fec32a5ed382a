"""What has to have happened, or been written down, before people go on."""

from datetime import timedelta

from sqlmodel import select

from matching.lifecycle import Need
from matching.models import Side
from matching.needs.matter import Matter
from matching.queries import arrangements
from matching.rhythms import number_of
from people.queries import talks_of_other_ways
from scheme.clock import today
from scheme.database import db
from scheme.forms.dates import in_words
from scheme.models import Conversation, WhichConversation


def not_paused(matter: Matter) -> str | None:
    until = matter.under_way.paused_until
    return Need.NOT_PAUSED.label if until and until >= today() else None


def visits(matter: Matter) -> str | None:
    needed, happened = (
        number_of(matter.scheme, matter.kind, "visits_before_trial") or 0,
        len(arrangements.visits_that_happened(matter.under_way.id)),
    )
    if happened >= needed:
        return None
    return f"{Need.VISITS.label} Visits so far: {happened}. Needed: {needed}."


def visits_felt(matter: Matter) -> str | None:
    felt = {(feeling.visit_id, feeling.side) for feeling in arrangements.feelings_of(matter.under_way.id)}
    happened = arrangements.visits_that_happened(matter.under_way.id)
    if not happened:
        return None
    last = happened[-1]
    return (
        None
        if all((last.id, side) in felt for side in Side)
        else "How the last visit felt to both sides has not been heard yet."
    )


def place_to_go_back_to(matter: Matter) -> str | None:
    return None if matter.arrangement and matter.arrangement.place_to_go_back_to else Need.PLACE_TO_GO_BACK_TO.label


def listened(matter: Matter) -> str | None:
    query = select(Conversation.id).where(
        Conversation.about_kind == "person",
        Conversation.about_id == matter.person.id,
        Conversation.which == WhichConversation.LISTEN,
    )
    return None if db.session.exec(query).first() else Need.LISTENED.label


def alternatives(matter: Matter) -> str | None:
    """A talk that can have been about this home: not too long ago, and not before another home of theirs came to an end."""
    talks = talks_of_other_ways(matter.person)
    if not talks:
        return Need.ALTERNATIVES.label
    last, days = talks[0].talked_on, matter.scheme.number("other_ways_days")
    ended_on = arrangements.last_home_ended_on(matter.person.id)
    if ended_on and last < ended_on:
        return f"{TALK_AGAIN} The last talk was on {in_words(last)}, before another home came to an end."
    if last < today() - timedelta(days=days):
        return f"{TALK_AGAIN} The last talk was on {in_words(last)}, more than {days} days ago."
    return None


TALK_AGAIN = "Talk about other ways to live once more, now that it is about this home, and write it down."
