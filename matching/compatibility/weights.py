"""How much each way of fitting counts in a scheme, as a numbered version that never changes once it was used."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from matching.compatibility.criteria import BY_NAME, CRITERIA

HEAVIEST = 100
"""More than this would say nothing that smaller numbers cannot, and sums stay easy to read."""

MOST_OF_ALL, UNANSWERED = 3, 1
"""How much something may matter to one side, and what an unanswered question counts as (DESIGN §4)."""


@dataclass(frozen=True, slots=True)
class Weights:
    """A version's label and its points, criterion name → 0 to 100. What it does not name keeps its default.

    Raises ``ValueError`` for a criterion nobody declared or points out of range.
    """

    version: str
    points: Mapping[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        unheard = sorted(set(self.points) - set(BY_NAME))
        if unheard:
            raise ValueError(f"No such way of fitting: {', '.join(unheard)}.")
        if not all(0 <= points <= HEAVIEST for points in self.points.values()):
            raise ValueError(f"A weight is a whole number from 0 to {HEAVIEST}.")

    def of(self, name: str) -> int:
        """The points this version gives a criterion."""
        return self.points.get(name, BY_NAME[name].weight)


DEFAULT_WEIGHTS = Weights("default", {criterion.name: criterion.weight for criterion in CRITERIA})


def mattering(matters: Mapping[str, int], name: str) -> int:
    """How much a criterion matters to one side, 0 to 3. Raises ``ValueError`` for anything else."""
    answer = matters.get(name, UNANSWERED)
    if not 0 <= answer <= MOST_OF_ALL:
        raise ValueError(f"How much something matters is 0 to {MOST_OF_ALL}, not {answer}.")
    return answer
