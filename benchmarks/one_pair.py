"""What explaining one pair takes that nobody has looked at before, by processors' time, which a busy machine changes least.

    python -m benchmarks.one_pair

*Explained* is everything the matcher can say about a pair; *read* is that and all that its page then reads of it; *kept* is
that as it is written down with a proposal. Each pair is looked at once. The median, and what nine of ten pairs stay below.
"""

import statistics
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from time import process_time_ns
from typing import Any, TypeVar

from benchmarks.invented import TODAY, Inventor
from matching.compatibility.criterion import Reader
from matching.compatibility.explain import Explanation, explain
from matching.compatibility.profiles import HouseholdProfile, PersonProfile, Tie
from matching.compatibility.verdicts import Rules
from matching.lifecycle import Stage
from scheme.ways_of_living import (
    Communication,
    Contribution,
    HelpedBy,
    Helper,
    HelpWith,
    HowOften,
    Pet,
    PetTemper,
    PetTemperWish,
)

T = TypeVar("T")

SEED, CROWD, PAIRS = 20_270_302, 900, 800
RULES = Rules(TODAY)


class Thorough(Inventor):
    """Makes up people and households who answered every question of every way of fitting."""

    def _person(self, reference: str) -> PersonProfile:
        ties = tuple(Tie("Somebody", self._cell(), self.lots.choice(list(HowOften)), at="Somewhere") for _ in range(3))
        return replace(
            super()._person(reference),
            ties=ties,
            help_with=self._some(HelpWith, 3),
            helped_by=self._one(HelpedBy),
        )

    def _household(self, reference: str) -> HouseholdProfile:
        one = super()._household(reference)
        assert one.home
        return replace(
            one,
            home=replace(one.home, pet_tempers={pet: self._one(PetTemper) for pet in Pet}),
            experienced_with=self._some(HelpWith, 3),
            helpers=self._some(Helper, 2),
        )

    def _ways(self) -> dict[str, Any]:
        return super()._ways() | {
            "communication": self._some(Communication, 2),
            "pet_temper_wish": self._one(PetTemperWish),
            "contributes": self._some(Contribution, 3),
            "would_enjoy": self._some(Contribution, 3),
        }

    def _one(self, listed: Iterable[T]) -> T:
        return self.lots.choice(list(listed))

    def _some(self, listed: Iterable[T], most: int) -> frozenset[T]:
        return frozenset(self.lots.sample(list(listed), self.lots.randint(1, most)))


def main() -> None:
    """Measure and print."""
    print(f"One pair, never looked at before: the median of {PAIRS}, and what nine of ten stay below, in milliseconds")
    for name, inventor in (("everything answered", Thorough(SEED)), ("four of five answered", Inventor(SEED))):
        people, homes = inventor.people(CROWD), inventor.households(CROWD)
        _taken(explained, people, homes, 1)
        for step, what in enumerate((explained, read, kept), start=2):
            median, ninth = _taken(what, people, homes, step)
            print(f"{name:24} {what.__name__:10} {median:8.2f} {ninth:8.2f}", flush=True)


def explained(person: PersonProfile, household: HouseholdProfile) -> Explanation:
    """Everything the matcher can say."""
    return explain(person, household, RULES)


def read(person: PersonProfile, household: HouseholdProfile) -> object:
    """And all that the pair's page reads of it."""
    found = explained(person, household)
    told = [found.reasons_for(reader, Stage.PROPOSED) for reader in Reader]
    return found.in_words, found.in_the_way, found.answers, found.unknowns, told


def kept(person: PersonProfile, household: HouseholdProfile) -> object:
    """And written down."""
    return explained(person, household).as_json()


def _taken(
    what: Callable[[PersonProfile, HouseholdProfile], object],
    people: Sequence[PersonProfile],
    homes: Sequence[HouseholdProfile],
    step: int,
) -> tuple[float, float]:
    """Each person beside another home than at any other step."""
    each = []
    for number in range(PAIRS):
        person, home = people[number], homes[(number + step * 7) % len(homes)]
        began = process_time_ns()
        what(person, home)
        each.append((process_time_ns() - began) / 1e6)
    return statistics.median(each), statistics.quantiles(each, n=10)[8]


if __name__ == "__main__":
    main()
