"""Where things stand with somebody: looking or not, and a crisis. Who their worker is: ``matching.actions.handing_over``."""

from datetime import date

from people.models import Person, PersonState
from scheme.changing import change
from scheme.clock import today
from scheme.errors import Refused
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
