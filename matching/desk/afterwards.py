"""What an arrangement's page shows once it did not go ahead, or has ended: who has been told, and whether they may meet again."""

from dataclasses import dataclass
from datetime import date, timedelta

from matching.actions.proposing import reopened_by
from matching.lifecycle import GOING_ON, Stage
from matching.models import Arrangement, Side, ToldMark
from matching.queries import arrangements
from matching.queries.arrangements import Pair, by_id
from scheme.clock import local_day, today
from scheme.models import Account
from scheme.queries import our_scheme


@dataclass(frozen=True)
class ToldLine:
    """Whether one side has been told, and by whom."""

    side: Side
    name: str
    mark: ToldMark | None
    by: str | None


@dataclass(frozen=True)
class Again:
    """Whether two who did not go ahead may be put forward again."""

    wishing: tuple[str, ...]
    """The sides that would like to, by name."""
    not_yet: tuple[str, ...]
    """The sides that have not said so."""
    from_day: date
    """From when on they may be anyway."""
    newer: Arrangement | None
    """What has been put forward between them since."""

    @property
    def may_be(self) -> bool:
        """Whether they may be put forward again now, as far as the decline goes."""
        return self.newer is None and (not self.not_yet or self.from_day <= today())


@dataclass(frozen=True)
class Afterwards:
    """What there is to look after afterwards."""

    told: tuple[ToldLine, ...]
    again: Again | None
    """Only after a decline."""


def afterwards(pair: Pair) -> Afterwards | None:
    """What there is to look after; nothing while it goes on."""
    if pair.arrangement.stage in GOING_ON:
        return None
    declined = pair.arrangement.stage is Stage.DECLINED
    return Afterwards(_told(pair), _again(pair) if declined else None)


def _told(pair: Pair) -> tuple[ToldLine, ...]:
    marks = arrangements.told_marks(pair.arrangement.id)
    names = by_id(Account, [mark.by_id for mark in marks.values()])
    return tuple(
        ToldLine(side, pair.name_of(side), mark, names[mark.by_id].name if mark else None)
        for side, mark in ((side, marks.get(side)) for side in Side)
    )


def _again(pair: Pair) -> Again:
    wished = reopened_by(pair.arrangement)
    latest = arrangements.latest_between(pair.person.id, pair.household.id)
    days = our_scheme().number("decline_interval_days")
    return Again(
        wishing=tuple(pair.name_of(side) for side in Side if side in wished),
        not_yet=tuple(pair.name_of(side) for side in Side if side not in wished),
        from_day=local_day(pair.arrangement.stage_since) + timedelta(days=days),
        newer=latest if latest != pair.arrangement else None,
    )
