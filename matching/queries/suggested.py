"""Suggestions for everybody as they were worked out: kept as ids, and told with everybody as they are now.

A small scheme's are worked out when the page is opened. A large scheme's take longer than a page may: a job works them
out (``matching.jobs``), and the page says when. Whatever a page says of a pair (score, reasons, essentials) is always looked at afresh.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter

from matching.compatibility.progress import unheard
from matching.compatibility.rounds_spaces import WhyNone
from matching.compatibility.rounds_suggested import Gain, Move, Suggestion
from matching.queries.rounds import ForEverybody, for_everybody
from scheme.jobs.kinds import Asked, Tell
from scheme.kinds import ArrangementKind

QUICK_PAIRS = 100_000
"""People × households that are worked out when the page is opened (measured: a second or so on two cores, mostly for reading)."""

MOST_OTHERWISE = 250
"""For how many of the first a job also says what would be otherwise: ten pages (our judgement: each takes about a tenth of a second where there are ten thousand)."""

MOST_SPACES = 5
"""Households named where one more space would do most (our judgement: what a manager could act on)."""


@dataclass(frozen=True)
class Instead:
    """What would be otherwise for one person: the household before and after, if there is one."""

    person: UUID
    before: UUID | None
    after: UUID | None


@dataclass(frozen=True)
class Otherwise:
    """What would be otherwise if one suggestion were not made: so many people and points more, or fewer if negative."""

    people: int
    points: int
    instead: Sequence[Instead]


@dataclass(frozen=True)
class Suggested:
    """One suggestion. ``otherwise`` is nothing where it was not worked out."""

    person: UUID
    household: UUID
    kind: ArrangementKind | None
    waited: int
    otherwise: Otherwise | None


@dataclass(frozen=True)
class LeftOut:
    """Somebody nothing was suggested to, and why."""

    person: UUID
    why: WhyNone


@dataclass(frozen=True)
class MoreSpace:
    """A household where one more introduction would do so much."""

    household: UUID
    people: int
    points: int


@dataclass(frozen=True)
class Suggestions:
    """Everything a round came to, and the terms it was worked out on."""

    ready: int
    offering: int
    introduced: int
    each: int
    asks: int
    least: int
    weights: str
    proved: bool
    suggested: Sequence[Suggested]
    left_out: Sequence[LeftOut]
    spaces: Sequence[MoreSpace]
    people_on_hold: int = 0
    """How many took no part because of a hold; what was kept before this was counted says none."""
    households_on_hold: int = 0


_PLAIN = TypeAdapter(Suggestions)


def find_suggestions(asked: Asked, tell: Tell) -> Mapping[str, Any]:
    """The work of a job: for at most ``asked["each"]`` introductions for each person."""
    everybody = for_everybody(asked["each"], tell)
    first = range(min(len(everybody.found.round.suggestions), MOST_OTHERWISE))
    kept: dict[str, Any] = _PLAIN.dump_python(told(everybody, first, tell), mode="json")
    return kept


def kept_suggestions(result: Mapping[str, Any]) -> Suggestions:
    """What such a job found."""
    return _PLAIN.validate_python(result)


def told(everybody: ForEverybody, with_otherwise: Sequence[int], tell: Tell = unheard) -> Suggestions:
    """A round, with what would be otherwise for some of the suggestions, by their places."""
    ids = _Ids(everybody)
    found, terms = everybody.found.round, everybody.terms
    otherwise = {}
    for done, place in enumerate(with_otherwise):
        tell(done, len(with_otherwise), "suggestions beside what would be otherwise")
        otherwise[place] = ids.otherwise(found.suggestions[place])
    return Suggestions(
        ready=len(everybody.people),
        offering=len(everybody.households),
        introduced=len({one.person for one in found.suggestions}),
        each=terms.introductions,
        asks=terms.asks,
        least=terms.least,
        weights=terms.weights.version,
        proved=found.is_the_best,
        suggested=[ids.suggested(one, otherwise.get(place)) for place, one in enumerate(found.suggestions)],
        left_out=[LeftOut(ids.person(one), why) for one, why in everybody.found.without.items()],
        spaces=list(ids.spaces()),
        people_on_hold=everybody.people_on_hold,
        households_on_hold=everybody.households_on_hold,
    )


@dataclass(frozen=True)
class _Ids:
    """References made ids: these are nobody else's, ever."""

    everybody: ForEverybody

    def person(self, reference: str) -> UUID:
        """A person's."""
        found: UUID = self.everybody.people[reference].id
        return found

    def household(self, reference: str) -> UUID:
        """A household's."""
        found: UUID = self.everybody.households[reference].id
        return found

    def suggested(self, one: Suggestion, otherwise: Otherwise | None) -> Suggested:
        """A suggestion."""
        kind, waited = self.everybody.found.kind_of(one), self.everybody.terms.waited.get(one.person, 0)
        return Suggested(self.person(one.person), self.household(one.household), kind, waited, otherwise)

    def otherwise(self, one: Suggestion) -> Otherwise:
        """What would be otherwise without it."""
        found = self.everybody.found.round.without(one)
        return Otherwise(found.gain.people, found.gain.points, [self._instead(move) for move in found.moves])

    def _instead(self, move: Move) -> Instead:
        before, after = (self.household(one) if one else None for one in (move.before, move.after))
        return Instead(self.person(move.person), before, after)

    def spaces(self) -> Sequence[MoreSpace]:
        """The households where one more would do most, best first."""
        found = self.everybody.found.round
        gains: dict[str, Gain] = {}
        for limit in found.limits:
            household, gain = found.household_of(limit.name), found.one_more(limit.name)
            gains[household] = max(gains.get(household, Gain(0, 0)), gain, key=_worth)
        best = sorted(gains, key=lambda one: (*(-each for each in _worth(gains[one])), one))[:MOST_SPACES]
        return [
            MoreSpace(self.household(one), gains[one].people, gains[one].points)
            for one in best
            if _worth(gains[one]) > (0, 0)
        ]


def _worth(gain: Gain) -> tuple[int, int]:
    return gain.people, gain.points
