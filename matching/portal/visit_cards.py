"""Visits as each side sees them in its own pages: cards in order of time, and what one may still say of each."""

from collections.abc import Iterable
from dataclasses import dataclass

from matching import disclosure
from matching.models import Feeling, Side, Visit, VisitState
from matching.queries.arrangements import Pair
from matching.queries.visits import seen
from matching.visit_words import Card, card
from scheme.clock import local_day, today
from scheme.database import now

NEXT_VISITS = 2
"""As many visits to come as a front page shows (our judgement); the rest stand with the introduction."""


@dataclass(frozen=True)
class ShownVisit:
    """A visit, its card, and what this side has said of it."""

    visit: Visit
    card: Card
    over: bool
    felt: Feeling | None
    day_is_good: bool

    @property
    def off(self) -> bool:
        """Whether it was called off."""
        return self.visit.state is VisitState.CALLED_OFF

    @property
    def to_come(self) -> bool:
        """Whether it is planned and still to come."""
        return self.visit.state is VisitState.PLANNED and not self.over


def shown_visits(pair: Pair, side: Side, other: disclosure.Shown) -> list[ShownVisit]:
    """Visits in order of time as one side sees them; one called off until its day is over."""
    return [
        ShownVisit(
            one.visit,
            card(one.visit, side, other),
            one.visit.starts_at <= now(),
            one.felt.get(side),
            side not in one.not_good,
        )
        for one in seen(pair.arrangement.id)
        if one.visit.state is not VisitState.CALLED_OFF or local_day(one.visit.starts_at) >= today()
    ]


def next_visits(pairs: Iterable[tuple[Pair, Side, disclosure.Shown]]) -> list[tuple[Pair, ShownVisit, str | None]]:
    """The next visits of these arrangements, soonest first, each with whom it is with as far as that is told."""
    found = [
        (pair, one, other.name) for pair, side, other in pairs for one in shown_visits(pair, side, other) if one.to_come
    ]
    return sorted(found, key=lambda line: line[1].visit.starts_at)[:NEXT_VISITS]
