"""Who would meet other households first with other weights: looked at before anything is published."""

from collections.abc import Sequence
from dataclasses import dataclass

from matching.compatibility.coded import crowd
from matching.compatibility.profiles import HouseholdProfile, PersonProfile
from matching.compatibility.progress import Progress, unheard
from matching.compatibility.ranking import Ranked, top
from matching.compatibility.verdicts import Rules
from matching.compatibility.weights import Weights

FIRST_FEW = 3
"""As many as are usually put forward side by side (Pembrokeshire: several carers are possible)."""

AT_ONCE = 1000
"""People looked at before it is told how far it is."""


@dataclass(frozen=True, slots=True)
class Moved:
    """Somebody whose first few households differ, before and after, in order."""

    reference: str
    before: tuple[Ranked, ...]
    after: tuple[Ranked, ...]

    @property
    def another_first(self) -> bool:
        """Whether another household comes first."""
        return [each.reference for each in self.before[:1]] != [each.reference for each in self.after[:1]]


def who_moves(
    people: Sequence[PersonProfile],
    households: Sequence[HouseholdProfile],
    rules: Rules,
    before: Weights,
    after: Weights,
    tell: Progress = unheard,
) -> tuple[Moved, ...]:
    """Everybody whose first few are others or in another order: those with another first household come first.

    Those ruled out by an essential are passed over; weights never change who they are. ``tell`` hears how far it is:
    so many of so many, in a word.
    """
    homes, moved = crowd(households), list[Moved]()
    for begin in range(0, len(people), AT_ONCE):
        tell(begin, len(people), "people")
        some = crowd(people[begin : begin + AT_ONCE])
        was, would_be = (top(some, homes, FIRST_FEW, weights, rules) for weights in (before, after))
        moved += [
            Moved(reference, first, would_be[reference])
            for reference, first in was.items()
            if [each.reference for each in first] != [each.reference for each in would_be[reference]]
        ]
    tell(len(people), len(people), "people")
    return tuple(sorted(moved, key=lambda one: (not one.another_first, one.reference)))
