"""How evenly households are put forward, and whom no household can welcome as things are, and why."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from matching.compatibility.coded import by_whose_home, crowd
from matching.compatibility.essentials import ESSENTIALS
from matching.compatibility.essentials_at_once import NOT, Standings, obstacles_of_all
from matching.compatibility.profiles import HouseholdProfile, PersonProfile
from matching.compatibility.verdicts import Rules


@dataclass(frozen=True, slots=True)
class Exposure:
    """How often households were put forward."""

    households: int
    times: int
    never: int
    once: int
    more_often: int
    to_the_first_tenth: float | None
    """Which share of all times went to the tenth of the households put forward most; nothing if there were none."""


def exposure(times: Sequence[int]) -> Exposure:
    """``times``: how often each household was put forward. A tenth is rounded up: of seven households, one."""
    ordered, total = sorted(times, reverse=True), sum(times)
    tenth = ordered[: -(-len(ordered) // 10)]
    return Exposure(
        households=len(ordered),
        times=total,
        never=ordered.count(0),
        once=ordered.count(1),
        more_often=sum(each > 1 for each in ordered),
        to_the_first_tenth=sum(tenth) / total if total else None,
    )


@dataclass(frozen=True, slots=True)
class InTheWay:
    """One essential: with how many households it is not met, and with how many it is the only one that is not."""

    title: str
    households: int
    alone: int


@dataclass(frozen=True, slots=True)
class Unwelcomed:
    """Somebody whom no household can welcome as things are, and what stands in the way, the most frequent first."""

    reference: str
    in_the_way: tuple[InTheWay, ...]


def unwelcomed(
    people: Sequence[PersonProfile], households: Sequence[HouseholdProfile], rules: Rules
) -> tuple[Unwelcomed, ...]:
    """Everybody with an essential not met with every household; "check first" is no obstacle. In the order given.

    Without any household at all that is everybody, and nothing in particular stands in the way.
    """
    nowhere = np.all(obstacles_of_all(people, households, rules) >= NOT, axis=1)
    alone = [person for person, ruled_out in zip(people, nowhere, strict=True) if ruled_out]
    if not alone:
        return ()
    counts = _counted(alone, households, rules)
    return tuple(Unwelcomed(person.reference, tuple(_in_order(counts[:, :, row]))) for row, person in enumerate(alone))


def _counted(people: Sequence[PersonProfile], households: Sequence[HouseholdProfile], rules: Rules) -> np.ndarray:
    """Essentials × (households, households with nothing else in the way) × people."""
    found = np.zeros((len(ESSENTIALS), 2, len(people)), dtype=np.int64)
    everybody = crowd(people)
    for group, _ in by_whose_home(crowd(households)):
        verdicts = Standings(everybody, group, rules).beside(slice(0, len(group))).verdicts(slice(0, len(people)))
        not_met = np.array([verdicts[essential.name] == NOT for essential in ESSENTIALS])
        only_one = not_met & (not_met.sum(axis=0) == 1)
        found[:, 0] += not_met.sum(axis=2)
        found[:, 1] += only_one.sum(axis=2)
    return found


def _in_order(counts: np.ndarray) -> list[InTheWay]:
    ways = [
        InTheWay(essential.title, int(households), int(alone))
        for essential, (households, alone) in zip(ESSENTIALS, counts, strict=True)
        if households
    ]
    return sorted(ways, key=lambda way: (-way.households, -way.alone))
