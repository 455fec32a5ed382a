"""What an arrangement's page shows once it did not go ahead, or has ended: who has been told, whether they may meet again or keep in
touch, and what was learned.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from matching.actions.proposing import reopened_by
from matching.lifecycle import GOING_ON, NOT_AGAIN_SOON, EndingReason, Stage
from matching.models import Arrangement, KeepInTouch, LooksBack, Reflection, Side, ToldMark, WhoDecided
from matching.queries import arrangements, endings
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
    """Whether two who did not go ahead, or no longer share a home, may be put forward again."""

    wishing: tuple[str, ...]
    """The sides that would like to, by name."""
    not_yet: tuple[str, ...]
    """The sides that have not said so."""
    from_day: date
    """From when on they may be anyway."""
    freely: bool
    """Nobody's no stands in the way: nothing has to pass first."""
    newer: Arrangement | None
    """What has been put forward between them since."""

    @property
    def may_be(self) -> bool:
        """Whether they may be put forward again now, as far as the decline or the ending goes."""
        return self.newer is None and (self.freely or not self.not_yet or self.from_day <= today())


@dataclass(frozen=True)
class Afterwards:
    """What there is to look after afterwards."""

    told: tuple[ToldLine, ...]
    again: Again | None
    """Not where the person died."""
    learned: "Learned | None"
    """Only after an ending."""


@dataclass(frozen=True)
class Learned:
    """What there is besides, after an ending."""

    died: bool
    decided_by: WhoDecided | None
    touch: tuple[tuple[Side, str, KeepInTouch | None], ...]
    """Each side, its name, and what it said about keeping in touch; empty where that is no question."""
    both_in_touch: bool
    reflections: tuple[tuple[LooksBack, Reflection | None], ...]


def afterwards(pair: Pair) -> Afterwards | None:
    """What there is to look after; nothing while it goes on."""
    if pair.arrangement.stage in GOING_ON:
        return None
    died = endings.ended_because(pair.arrangement) is EndingReason.DIED
    ended = pair.arrangement.stage is Stage.ENDED
    return Afterwards(_told(pair, died), None if died else _again(pair), _learned(pair, died) if ended else None)


def _learned(pair: Pair, died: bool) -> Learned:
    written, wishes = endings.ending_of(pair.arrangement), endings.wishes_of(pair.arrangement)
    asked = endings.touch_may_be_asked(pair)
    reflections = endings.reflections_of(pair.arrangement)
    return Learned(
        died=died,
        decided_by=written.decided_by if written else None,
        touch=tuple((side, pair.name_of(side), wishes.get(side)) for side in Side) if asked else (),
        both_in_touch=endings.both_keep_in_touch(pair) is not None,
        reflections=tuple(
            (whose, reflections.get(whose)) for whose in LooksBack if not (died and whose is LooksBack.PERSON)
        ),
    )


def _told(pair: Pair, died: bool) -> tuple[ToldLine, ...]:
    marks = arrangements.told_marks(pair.arrangement.id)
    names = by_id(Account, [mark.by_id for mark in marks.values()])
    return tuple(
        ToldLine(side, pair.name_of(side), mark, names[mark.by_id].name if mark else None)
        for side, mark in ((side, marks.get(side)) for side in Side)
        if not (died and side is Side.PERSON)
    )


def _again(pair: Pair) -> Again:
    wished = reopened_by(pair.arrangement)
    latest = arrangements.latest_between(pair.person.id, pair.household.id)
    days = our_scheme().number("decline_interval_days")
    because = endings.ended_because(pair.arrangement)
    return Again(
        wishing=tuple(pair.name_of(side) for side in Side if side in wished),
        not_yet=tuple(pair.name_of(side) for side in Side if side not in wished),
        from_day=local_day(pair.arrangement.stage_since) + timedelta(days=days),
        freely=because is not None and because not in NOT_AGAIN_SOON,
        newer=latest if latest != pair.arrangement else None,
    )
