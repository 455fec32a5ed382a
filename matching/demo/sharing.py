"""Who is named for whom in the demo: never more than a scheme that cares would plan for one worker, with room for one more."""

from collections import Counter
from collections.abc import Sequence
from uuid import UUID

from carers.models import Household
from matching.queries.handovers import ceiling, named_for
from people.models import Person
from scheme.models import Account

ROOM = 1
"""So many less than the ceiling, that whoever signs in to look round can add somebody without being asked why."""


class Sharing:
    """Deals out people, or households, among everybody who works there."""

    def __init__(self, workers: Sequence[Account], of: type[Person] | type[Household]) -> None:
        self.workers, self.most = workers, ceiling(of) - ROOM
        self.knows: Counter[UUID | None] = named_for(of)

    def named(self, drawn: Account) -> Account:
        """Whoever was drawn, or the colleague who knows fewest while they know enough."""
        full = self.knows[drawn.id] >= self.most
        found = min(self.workers, key=lambda one: self.knows[one.id]) if full else drawn
        self.knows[found.id] += 1
        return found
