"""Who would meet other households first with other weights, among everybody who is looking: a few statements in all."""

from collections.abc import Sequence
from dataclasses import dataclass

from carers.models import Household
from matching.compatibility.moving import Moved, who_moves
from matching.compatibility.weights import Weights
from matching.queries.profiles import household_profiles, households_offering, people_looking, person_profiles
from matching.queries.scores import terms
from people.models import Person


@dataclass(frozen=True)
class Moving:
    """One person, with the households they meet first now and would meet first."""

    person: Person
    before: Sequence[Household]
    after: Sequence[Household]
    another_first: bool


@dataclass(frozen=True)
class Moves:
    """Everybody who would move, and how many are looking."""

    looking: int
    moving: Sequence[Moving]

    @property
    def another_first(self) -> int:
        """How many would meet another household first."""
        return sum(each.another_first for each in self.moving)


def moves_with(weights: Weights) -> Moves:
    """Who would move from the weights in use to these."""
    looking, offering = people_looking(), households_offering()
    people, households, using = person_profiles(looking), household_profiles(offering), terms()
    found = who_moves(list(people.values()), list(households.values()), using.rules, using.weights, weights)
    by_reference = {person.reference: person for person in looking}, {each.reference: each for each in offering}
    return Moves(len(looking), [_moving(moved, *by_reference) for moved in found])


def _moving(moved: Moved, people: dict[str, Person], households: dict[str, Household]) -> Moving:
    before, after = ([households[each.reference] for each in first] for first in (moved.before, moved.after))
    return Moving(people[moved.reference], before, after, moved.another_first)
