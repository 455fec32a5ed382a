"""Who may write to whom at each stage: one table, beside what each may see of the other (``matching/disclosure.py``).

The worker is always one of them. What may be written is also what may be read: after an ending what both wrote to each other
is closed, unless both keep in touch.
"""

from collections.abc import Mapping

from matching.lifecycle import Stage
from matching.models import Audience, Side

EACH_TO_THE_WORKER = frozenset({Audience.PERSON, Audience.HOUSEHOLD})
ALL = frozenset(Audience)

WRITTEN_AT: Mapping[Stage, frozenset[Audience]] = {
    Stage.PROPOSED: EACH_TO_THE_WORKER,
    Stage.INTRODUCTION: ALL,
    Stage.TRIAL: ALL,
    Stage.LONG_TERM: ALL,
    Stage.DECLINED: EACH_TO_THE_WORKER,
    Stage.ENDED: EACH_TO_THE_WORKER,
}

OWN: Mapping[Side, Audience] = {Side.PERSON: Audience.PERSON, Side.HOUSEHOLD: Audience.HOUSEHOLD}


def readable(side: Side | None, stage: Stage, *, in_touch: bool = False) -> list[Audience]:
    """What one side may read now, in order; with no side, what the worker may, which is everything at every stage."""
    if side is None:
        return list(Audience)
    open_now = WRITTEN_AT[stage] | ({Audience.EVERYBODY} if in_touch and stage is Stage.ENDED else frozenset())
    return [audience for audience in (OWN[side], Audience.EVERYBODY) if audience in open_now]


def writable(side: Side | None, stage: Stage, *, blocked: bool, in_touch: bool = False) -> list[Audience]:
    """To whom one side, or with none the worker, may write now. While one side blocks the other both still reach the worker."""
    if side is None:
        both = readable(Side.PERSON, stage, in_touch=in_touch)
        return [Audience.PERSON, Audience.HOUSEHOLD, *([Audience.EVERYBODY] if Audience.EVERYBODY in both else [])]
    return [one for one in readable(side, stage, in_touch=in_touch) if not (blocked and one is Audience.EVERYBODY)]
