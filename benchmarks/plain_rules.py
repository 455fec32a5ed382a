"""What most would write: plain Python, a loop over people and households, and rules of dicts, sets, dates and sums.

It begins where we begin, with each profile's own facts read once, and knows nothing of any pair before it looks at it.
Points, relatedness and weights are those of the declarations; the rules are written again here and in
:mod:`essentials_by_rules`. Everybody invented has a square on the map and nobody is for Homeshare, so there are no rules for
postcode districts, nor for the home being the person's.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np

from benchmarks.essentials_by_rules import Home, Seeker, Square, apart, ruled_out, square
from benchmarks.laid_out import FEW, Found, rounded
from matching.compatibility.choices import Answer, Choices, options
from matching.compatibility.coded import Crowd
from matching.compatibility.criteria import CRITERIA
from matching.compatibility.criterion import Criterion
from matching.compatibility.nearness import Nearness, Whereabouts
from matching.compatibility.pairs import AnyParty, Party
from matching.compatibility.profiles import HouseholdProfile, PersonProfile, Place
from matching.compatibility.reach import Reach
from matching.compatibility.sets import LIKED, WEIGHT, Opinion, Sets
from matching.compatibility.verdicts import Rules
from matching.compatibility.weights import DEFAULT_WEIGHTS, mattering
from scheme.cells import in_metres

SAMPLE = 5
"""So many people are set beside all households, which is told by the pair."""

Bands = tuple[int, int, int]
NOT_KNOWN: Bands = (0, 50, 100)

Rule = tuple[Callable[[Any], Any], Callable[[Any], Any], Callable[[Any, Any], Bands]]
"""How an answer of the side that asks is read, one of the side that is looked at, and how the two agree."""


def by_choice(shape: Choices) -> Rule:
    """The best of the options that are there."""
    points = dict(shape.table)

    def chosen(answer: Answer) -> tuple[str, ...]:
        return tuple(options(answer))

    def agree(wanted: Sequence[str], found: Sequence[str]) -> Bands:
        if not wanted or not found:
            return NOT_KNOWN
        best = max([points[one, other] for one in wanted for other in found])
        return best, best, best

    return chosen, chosen, agree


def by_things(shape: Sets) -> Rule:
    """What the other side makes of each chosen thing: the same, opposed, something close, or nothing said."""
    close = {
        thing: {other: points for other, points in zip(shape.things, row, strict=True) if points}
        for thing, row in zip(shape.things, shape.closeness.tolist(), strict=True)
    }

    def chosen(opinion: Opinion) -> list[tuple[str, int, bool]]:
        return [(thing, WEIGHT[how], how in LIKED) for thing, how in opinion.items() if thing in close]

    def regard(opinion: Opinion) -> tuple[dict[str, bool], list[str]]:
        said = {thing: how in LIKED for thing, how in opinion.items()}
        return said, [thing for thing, liked in said.items() if liked]

    def agree(mine: list[tuple[str, int, bool]], theirs: tuple[dict[str, bool], list[str]]) -> Bands:
        said, they_like = theirs
        whole = low = likely = high = 0
        for thing, weight, liked in mine:
            whole += weight
            if thing in said:
                points = 100 * weight if said[thing] == liked else -100 * weight
                low += points
                likely += points
                high += points
                continue
            near = close[thing]
            closest = max([near.get(other, 0) for other in they_like], default=0) if liked else 0
            low += weight * (2 * closest - 100)
            likely += weight * closest
            high += weight * 100
        if not whole:
            return NOT_KNOWN
        return tuple((101 * whole + points) // (2 * whole) for points in (low, likely, high))  # type: ignore[return-value]

    return chosen, regard, agree


def by_places(shape: Nearness | Reach) -> Rule:
    """Points for how far each place is, the mean by how often somebody goes."""
    steps = [(limit**2, points) for limit, points in shape.bands] if isinstance(shape, Nearness) else []

    def going(places: Sequence[Place]) -> list[tuple[Square, int, list[tuple[int, int]]]]:
        return [
            (square(place.cell), place.how_often.times_a_month, steps or [(in_metres(place.reach_miles) ** 2, 100)])  # type: ignore[attr-defined]
            for place in places
        ]

    def agree(places: list[tuple[Square, int, list[tuple[int, int]]]], home: Square) -> Bands:
        often = low = likely = high = 0
        for where, visits, steps in places:
            nearest, middle, furthest = apart(where, home)
            often += visits
            low += visits * _worth(furthest, steps)
            likely += visits * _worth(middle, steps)
            high += visits * _worth(nearest, steps)
        return (rounded(low, often), rounded(likely, often), rounded(high, often)) if often else NOT_KNOWN

    def home(where: Whereabouts) -> Square:
        return square(where.cell)

    return going, home, agree


def _worth(squared: float, steps: list[tuple[int, int]]) -> int:
    for limit, points in steps:
        if squared <= limit:
            return points
    return 0


BY_SHAPE: dict[type, Callable[[Any], Rule]] = {
    Choices: by_choice,
    Sets: by_things,
    Nearness: by_places,
    Reach: by_places,
}


class Asked:
    """Everything one side is asked about: one rule each, and both sides' answers to it, profile by profile."""

    def __init__(self, asking: Sequence[AnyParty], shown: Sequence[AnyParty]) -> None:
        asked = [criterion for criterion in CRITERIA if criterion.asked_of(asking[0], shown[0])]
        rules = [BY_SHAPE[type(criterion.shape)](criterion.shape) for criterion in asked]
        self.agree = [agree for _, _, agree in rules]
        self.wants = [
            [
                (_weight(criterion, party), [read(voice.answer) for voice in criterion.wants.heard(party)])
                for criterion, (read, _, _) in zip(asked, rules, strict=True)
            ]
            for party in asking
        ]
        self.finds = [
            [
                [read(voice.answer) for voice in criterion.finds.heard(party)]
                for criterion, (_, read, _) in zip(asked, rules, strict=True)
            ]
            for party in shown
        ]

    def score(self, asking: int, shown: int) -> Bands:
        """Σ weight × agreement ÷ Σ weight, at its lowest, as likely and at its highest."""
        whole = low = likely = high = 0
        for agree, (weight, wants), finds in zip(self.agree, self.wants[asking], self.finds[shown], strict=True):
            if len(wants) == len(finds) == 1:
                at_worst, probably, at_best = agree(wants[0], finds[0])
            else:  # the least of what everybody's voice makes of it
                at_worst, probably, at_best = map(min, zip(*[agree(a, b) for a in wants for b in finds], strict=True))
            whole += weight
            low += weight * at_worst
            likely += weight * probably
            high += weight * at_best
        return rounded(low, whole), rounded(likely, whole), rounded(high, whole)


def _weight(criterion: Criterion, party: AnyParty) -> int:
    return DEFAULT_WEIGHTS.of(criterion.name) * mattering(party.profile.matters, criterion.name)


def plain_rules(people: Crowd[PersonProfile], homes: Crowd[HouseholdProfile], rules: Rules) -> Callable[[], Found]:
    """Read everybody once, and hand back what is to be timed."""
    mine = [Party(one, gives_home=False) for one in people[:SAMPLE]]
    theirs = [Party(one, gives_home=True) for one in homes]
    seekers = [Seeker(party, rules) for party in mine]
    givers = [Home(party, rules) for party in theirs]
    of_person, of_home = Asked(mine, theirs), Asked(theirs, mine)

    def figures(person: int, home: int) -> list[int]:
        a, b = of_person.score(person, home), of_home.score(home, person)
        return [*a, *b, *(rounded(2 * x * y, x + y) if x + y else 0 for x, y in zip(a, b, strict=True))]

    def best(person: int) -> Iterator[list[int]]:
        shown = [
            (home, figures(person, home)) for home, giver in enumerate(givers) if not ruled_out(seekers[person], giver)
        ]
        shown.sort(key=lambda one: (-one[1][7], -min(one[1][1], one[1][4]), -one[1][6], homes[one[0]].reference))
        return ([home, *nine] for home, nine in shown[:FEW])

    def work() -> Found:
        found = np.full((len(mine), min(FEW, len(homes)), 10), -1, dtype=np.int64)
        for person in range(len(mine)):
            for place, row in enumerate(best(person)):
                found[person, place] = row
        return Found(found[..., 0], found[..., 1:])

    return work
