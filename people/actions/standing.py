"""Where things stand with somebody: looking or not, a crisis, their worker, and what was talked about."""

from datetime import date

from people.models import Person, PersonState
from scheme.access import WORKERS
from scheme.actions import record_conversation
from scheme.changing import change
from scheme.clock import today
from scheme.errors import Refused
from scheme.messages import post_template
from scheme.models import Account, WhichConversation
from scheme.ways_of_living import YesNo


def set_state(person: Person, state: PersonState, paused_until: date | None = None, version: int | None = None) -> None:
    """Say where somebody is with looking. A break has a day on which their worker asks again.

    Raises ``Refused`` when somebody takes a break without a day to come.
    """
    pausing = state is PersonState.PAUSED
    if pausing and (paused_until is None or paused_until <= today()):
        raise Refused("Please give the day to ask again. It should be after today.", "paused_until")
    answers = {"state": state, "paused_until": paused_until if pausing else None}
    change(person, answers, _or_now(person, version))


def note_crisis(person: Person, crisis: YesNo | None, noted_on: date | None = None, version: int | None = None) -> None:
    """Note whether somebody is in a crisis, and the day it was noted. ``None``: not known, which is never no."""
    if noted_on is not None and noted_on > today():
        raise Refused("Please give a day up to today.", "noted_on")
    answers = {"crisis": crisis, "crisis_noted_on": noted_on or today()}
    change(person, answers, _or_now(person, version))


def _or_now(person: Person, version: int | None) -> int:
    """Where things stand is also changed by rules, which have just read it and carry no version."""
    return person.version if version is None else version


def name_worker(person: Person, worker: Account, told: str | None = None, version: int | None = None) -> None:
    """Give somebody their named worker, and tell them.

    A known worker stays (DESIGN §1.6): whoever already has one must have been told, and ``told`` says how, in words that
    are kept with their conversations. Raises ``Refused`` otherwise, or when the account is no worker's.
    """
    if worker.role not in WORKERS or not worker.active:
        raise Refused("Please choose somebody who works at this scheme.", "worker")
    if person.named_worker_id == worker.id:
        return
    had_one = person.named_worker_id is not None
    if had_one and not (told or "").strip():
        raise Refused(f"Please talk to {person.known_as} first, and say here how they were told.", "told")
    change(person, {"named_worker_id": worker.id}, _or_now(person, version))
    if had_one:
        record_conversation(person, worker, today(), WhichConversation.LISTEN, f"Change of worker. {told}")
    if person.email:
        post_template(person.email, "people/messages/new_worker.txt", worker=worker, person=person)
