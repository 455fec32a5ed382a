"""What keeps the invented people safe, and known: who is kept apart, whose worker is changing, plans for now, and risks."""

from collections.abc import Sequence
from datetime import timedelta
from random import Random
from typing import Any

from carers.models import Household
from matching.actions.crisis import add_step, make_plan
from matching.actions.handing_over import plan_handover
from matching.actions.risks import write_risk
from matching.models import HelpFrom, KeepApart, WhoseRisk
from matching.queries.crisis import plan_of
from people.models import Person, PersonState
from scheme.clock import today
from scheme.database import db
from scheme.models import Account
from scheme.ways_of_living import YesNo


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


def plan_for_now(workers: Sequence[Account], people: Sequence[Person]) -> None:
    """One of those in a crisis has a plan, made yesterday."""
    person = next(each for each in people if each.crisis is YesNo.YES)
    make_plan(
        workers[0], person, "To sleep through a night, and to have company in the evening.", today() + timedelta(days=4)
    )
    for help_from, what, who, days in STEPS:
        plan = plan_of(person.id)
        if plan:
            add_step(plan, help_from, what, who, today() + timedelta(days=days))


STEPS = (
    (HelpFrom.AROUND, "Comes for supper every evening", "The neighbour downstairs", 1),
    (HelpFrom.NEARBY, "A warm place with company on Tuesdays", "The church café", 2),
    (HelpFrom.SCHEME, "Rings each morning at nine", "Your worker", 1),
)


def risks(worker: Account, person: Person) -> None:
    """Two of the leading person's: one her own, one the scheme's."""
    for whose, good, what, helps, household_knows, because in RISKS:
        told: dict[str, Any] = {
            "good": good,
            "what": what,
            "helps": helps,
            "agreed": "Talked about together, with her sister",
        }
        told |= {"household_knows": household_knows, "told_because": because}
        write_risk(worker, person, told | {"whose": whose, "review_on": today() + timedelta(days=5)})


RISKS = (
    (WhoseRisk.PERSON, "Going into town by myself", "I might lose my way.", "My phone, and the number of my sister.", False, None),
    (WhoseRisk.ORGANISATION, "A hot bath every evening", "She may slip getting out of the bath.",
     "A rail and a mat, and somebody in the house.", True, "She agreed when we talked about it."),
)  # fmt: skip
