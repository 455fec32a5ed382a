"""Who would meet other households first with other weights, among everybody who is looking: worked out by a job, kept as ids."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from carers.models import Household
from matching.compatibility.moving import Moved, who_moves
from matching.compatibility.weights import Weights
from matching.queries import everybody
from matching.queries.scores import terms
from people.models import Person
from scheme.database import db
from scheme.jobs.kinds import Asked, Tell


@dataclass(frozen=True)
class Moving:
    """One person, with the households they meet first now and would meet first."""

    person: Person
    before: Sequence[Household]
    after: Sequence[Household]


@dataclass(frozen=True)
class Moves:
    """How many are looking, how many would move, and the first of them."""

    looking: int
    another_first: int
    moving: int
    shown: Sequence[Moving]


def find_moves(asked: Asked, tell: Tell) -> dict[str, Any]:
    """Who would move from the weights in use to these ``points``, as ids."""
    tell(0, 0, "reading profiles")
    looking, offering, using = everybody.people(), everybody.households(), terms()
    wanted = Weights("as written here", dict(asked["points"]))
    found = who_moves(looking.crowd, offering.crowd, using.rules, using.weights, wanted, tell)
    person_ids = {person.reference: str(person.id) for person in looking.rows}
    household_ids = {household.reference: str(household.id) for household in offering.rows}
    return {
        "looking": len(looking.rows),
        "another_first": sum(one.another_first for one in found),
        "moving": [_as_ids(one, person_ids, household_ids) for one in found],
    }


def moves_told(result: Mapping[str, Any], most: int) -> Moves:
    """What was found, with the first ``most`` of those who would move as they are called now: two statements."""
    shown = result["moving"][:most]
    named = {UUID(each) for one in shown for each in (*one["before"], *one["after"])}
    people = _by_id(Person, {UUID(one["person"]) for one in shown})
    households = _by_id(Household, named)
    told = [
        Moving(people[one["person"]], *([households[each] for each in one[when]] for when in ("before", "after")))
        for one in shown
        if one["person"] in people and households.keys() >= {*one["before"], *one["after"]}
    ]
    return Moves(result["looking"], result["another_first"], len(result["moving"]), told)


def _by_id(model: type[Any], ids: set[UUID]) -> dict[str, Any]:
    return {str(row.id): row for row in db.session.exec(select(model).where(col(model.id).in_(ids)))}


def _as_ids(moved: Moved, people: Mapping[str, str], households: Mapping[str, str]) -> dict[str, Any]:
    before, after = ([households[each.reference] for each in first] for first in (moved.before, moved.after))
    return {"person": people[moved.reference], "before": before, "after": after}
