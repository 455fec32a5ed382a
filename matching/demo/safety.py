"""What keeps the invented people safe, and known: who is kept apart, and whose worker is changing."""

from collections.abc import Sequence
from datetime import timedelta
from random import Random

from carers.models import Household
from matching.actions.handing_over import plan_handover
from matching.models import KeepApart
from people.models import Person, PersonState
from scheme.clock import today
from scheme.database import db
from scheme.models import Account


def kept_apart(rng: Random, people: Sequence[Person], households: Sequence[Household]) -> None:
    """Two pairs that must not be brought together; seen only at the desk."""
    for person, household in zip(rng.sample(people, 2), rng.sample(households, 2), strict=True):
        apart = KeepApart(person_id=person.id, household_id=household.id, by_id=person.named_worker_id)
        apart.words = "Families fell out years ago; both asked for this."
        db.session.add(apart)


def handed_over(workers: Sequence[Account], people: Sequence[Person]) -> None:
    """The first worker is to know somebody whom a colleague knows now: all three meet in three days."""
    ours, colleague = workers[0], workers[1]
    theirs = (each for each in people if each.named_worker_id == colleague.id and each.state is PersonState.READY)
    plan_handover(colleague, next(theirs), ours, today() + timedelta(days=3), "They know each other from the choir.")
