"""Which pairs to look at first: an order for a worker's eyes, never a decision.

Better together comes first, then the higher lesser side, then the higher band floor, then the reference. What the
essentials rule out is listed last and says so, because "why not?" is a fair question; nothing is hidden.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple, overload

import numpy as np

from matching.compatibility.agreement import Agreement, Numbers
from matching.compatibility.all_pairs import NO_NUMBER
from matching.compatibility.coded import Crowd, Whole, crowd
from matching.compatibility.essentials import ESSENTIALS, Standing
from matching.compatibility.essentials_at_once import ASK, NOT, verdicts_of_all
from matching.compatibility.first_few import NOBODY, FirstFew, first_few, goodness
from matching.compatibility.one_beside_many import OneBesideMany
from matching.compatibility.profiles import HouseholdProfile, PersonProfile
from matching.compatibility.verdicts import Codes, Rules
from matching.compatibility.weights import DEFAULT_WEIGHTS, Weights

LOW, LIKELY, TOGETHER = 0, 1, 2


class Ranked(NamedTuple):
    """One candidate in the list: the other side's reference, the three figures, and what the essentials say.

    ``standing`` is ``None`` only where nobody asked for the essentials.
    """

    reference: str
    person: Agreement | None
    household: Agreement | None
    together: Agreement | None
    standing: Standing | None


class Ranking(Sequence[Ranked]):
    """A crowd in order, those ruled out last. Each is told when asked for: a page shows a few of thousands."""

    def __init__(self, listed: Crowd[Any], scores: Numbers, verdicts: Mapping[str, Codes]) -> None:
        obstacles: Codes = np.zeros(len(listed), dtype=np.uint8)
        for codes in verdicts.values():
            obstacles += codes
        self._listed, self._scores, self._verdicts, self._obstacles = listed, scores, verdicts, obstacles
        person, household, together = scores[:, LIKELY]
        good = goodness(person, household, together, scores[TOGETHER, LOW])
        self.order = np.lexsort((_by_name(listed), -good, obstacles >= NOT))
        """The places in the crowd, best first."""
        self.ruled_out = int((obstacles >= NOT).sum())
        """How many come last because an essential is not met."""

    def __len__(self) -> int:
        return len(self.order)

    @overload
    def __getitem__(self, place: int) -> Ranked: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Ranked]: ...
    def __getitem__(self, place: int | slice) -> Ranked | Sequence[Ranked]:
        if isinstance(place, slice):
            return list(self.some(np.arange(len(self))[place]))
        return next(self.some(np.array([range(len(self))[place]])))

    def __iter__(self) -> Iterator[Ranked]:
        return self.some(np.arange(len(self)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]  # as any list of which each may be looked at

    def to_check_first(self, place: int) -> Sequence[str]:
        """What each essential is called that is not known of whoever stands at this place in the crowd."""
        return [each.title for each in ESSENTIALS if self._verdicts[each.name][place] == ASK]

    def some(self, turns: Whole) -> Iterator[Ranked]:
        """Those whose turn it is in the order."""
        places = self.order[turns]
        mine, theirs, both = (map(_agreement, *side.tolist()) for side in self._scores[:, :, places].astype(np.int64))
        references = (self._listed[place].reference for place in places.tolist())
        return map(Ranked, references, mine, theirs, both, map(_standing, self._obstacles[places].tolist()))


def rank_households(
    person: PersonProfile, households: Sequence[HouseholdProfile], rules: Rules, weights: Weights = DEFAULT_WEIGHTS
) -> Ranking:
    """All these households for one person, in order; those ruled out last.

    Handed a :class:`coded.Crowd`, it reads the households only the first time.
    """
    theirs = crowd(households)
    return ranking(OneBesideMany(Crowd([person]), theirs, weights), theirs, rules)


def rank_people(
    household: HouseholdProfile, people: Sequence[PersonProfile], rules: Rules, weights: Weights = DEFAULT_WEIGHTS
) -> Ranking:
    """All these people for one household, in order; those ruled out last.

    Handed a :class:`coded.Crowd`, it reads the people only the first time.
    """
    theirs = crowd(people)
    return ranking(OneBesideMany(theirs, Crowd([household]), weights), theirs, rules)


def ranking(found: OneBesideMany, listed: Crowd[Any], rules: Rules) -> Ranking:
    """The crowd that is ``listed`` for the one beside it, by :func:`score.order`; those ruled out last."""
    verdicts = verdicts_of_all(found.people, found.households, rules)
    return Ranking(listed, found.scores, {name: codes.ravel() for name, codes in verdicts.items()})


def top(
    people: Sequence[PersonProfile],
    households: Sequence[HouseholdProfile],
    n: int,
    weights: Weights = DEFAULT_WEIGHTS,
    rules: Rules | None = None,
) -> dict[str, tuple[Ranked, ...]]:
    """Person reference → their first ``n`` households, in order.

    With ``rules`` those ruled out are passed over; without, the essentials are not looked at. Memory does not grow with
    the pairs, so everybody of a whole country may be asked at once. Raises ``ValueError`` for a negative ``n``.
    """
    if n < 0:
        raise ValueError("How many to list is not negative.")
    everybody, homes = crowd(people), crowd(households)
    found = first_few(everybody, homes, n, weights, rules)
    return {
        person.reference: tuple(_first(found, row, homes, asked=rules is not None))
        for row, person in enumerate(everybody)
    }


def _by_name(listed: Crowd[Any]) -> Whole:
    """Where each would stand by reference alone."""
    return listed.kept("by name", lambda: np.argsort(np.argsort([one.reference for one in listed], kind="stable")))


def _first(found: FirstFew, row: int, homes: Crowd[HouseholdProfile], asked: bool) -> Iterator[Ranked]:
    """One person's first few."""
    each = zip(found.columns[row].tolist(), found.figures[row].tolist(), found.check_first[row].tolist(), strict=True)
    for column, sides, check_first in each:
        if column != NOBODY:
            stands = Standing.CHECK_FIRST if check_first else Standing.CLEAR
            person, household, together = (_agreement(*one) for one in sides)
            yield Ranked(homes[column].reference, person, household, together, stands if asked else None)


def _standing(obstacles: int) -> Standing:
    if obstacles >= NOT:
        return Standing.RULED_OUT
    return Standing.CHECK_FIRST if obstacles else Standing.CLEAR


@lru_cache(maxsize=2**16)
def _agreement(low: int, likely: int, high: int) -> Agreement | None:
    return None if likely == NO_NUMBER else Agreement(low, likely, high)
