"""Taking the next step of an arrangement, and everything that clears the way for it.

Every step goes through ``take``: the table says where it leads and what it needs; what else it changes is one small function
in ``ALSO``.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from matching.actions.ending import ending_to_write
from matching.actions.staying import leave_place, stays_left, take_place
from matching.actions.telling import tell
from matching.actions.trying import plan_check_ins, plan_further_check_ins, stop_check_ins
from matching.kinds import KINDS, VISITING_KINDS, Booked
from matching.lifecycle import BY_NAME, EndingReason, Step, steps_from
from matching.models import TakenStep, WhoDecided
from matching.needs import Matter, missing
from matching.queries import arrangements
from matching.queries.reviews import next_review_on
from people.models import PersonState
from scheme.clock import local_moment, today
from scheme.database import db, now
from scheme.errors import ChangedMeanwhile, Refused
from scheme.kinds import ArrangementKind
from scheme.look import day
from scheme.models import Account
from scheme.queries import our_scheme


@dataclass(frozen=True)
class Particulars:
    """What is said when a step is taken; each step uses some of it."""

    reason: str | None = None
    """One of the step's own reasons."""
    words: str | None = None
    """The private reason, kept at the desk."""
    starts_on: date | None = None
    ends_on: date | None = None
    version: int | None = None
    """The version of the arrangement the page was made from."""
    decided_by: WhoDecided | None = None
    """Whose decision an ending was."""
    then: PersonState | None = None
    """What comes next for the person after an ending: ready to meet unless it is said."""


LONGEST = timedelta(days=366)
"""How far ahead anything may be tried out, or stayed for now, in one go (our judgement): beyond it the year is a slip."""


def steps_open(pair: arrangements.Pair, account: Account) -> list[Step]:
    """The steps this account may take from here, in the order of the table."""
    return [
        step
        for step in steps_from(pair.arrangement.stage, pair.arrangement.kind)
        if account.role.value in set(step.taken_by)
    ]


def not_next(pair: arrangements.Pair, step: Step) -> str:
    """What is said of a step that does not lead on from here."""
    rules = KINDS[pair.arrangement.kind]
    now_called = rules.label(pair.arrangement.stage)
    return f"“{rules.step_label(step)}” is not the next step here: this is now “{now_called}”."


def take(account: Account, pair: arrangements.Pair, name: str, particulars: Particulars = Particulars()) -> None:
    """Take one step. Raises ``Refused`` saying everything that is still needed, and then nothing is changed."""
    arrangement = pair.arrangement
    step = BY_NAME[name]
    if step not in steps_open(pair, account):
        raise Refused(not_next(pair, step))
    if particulars.version is not None and particulars.version != arrangement.version:
        raise ChangedMeanwhile({}, arrangement.version)
    if step.gives_reason and particulars.reason not in step.reasons:
        raise Refused("Please choose a reason.", "reason")
    obstacles = missing(step, Matter.of(pair))
    if obstacles:
        raise Refused(" ".join(dict.fromkeys(one.sentence for one in obstacles)))
    db.session.add(_taken(account, pair, step, particulars))
    ALSO.get(name, _nothing_else)(pair, particulars)
    arrangement.stage, arrangement.stage_since, arrangement.version = step.target, now(), arrangement.version + 1
    db.session.flush()
    tell(step, pair, particulars.reason)


def _taken(account: Account, pair: arrangements.Pair, step: Step, particulars: Particulars) -> TakenStep:
    taken = TakenStep(
        arrangement_id=pair.arrangement.id, step=step.name, source=step.source, target=step.target, by_id=account.id,
        reason=particulars.reason,
    )  # fmt: skip
    taken.words = particulars.words
    return taken


# --- what else a step changes ----------------------------------------------------------------------------------------------


def _nothing_else(pair: arrangements.Pair, particulars: Particulars) -> None:
    """Most steps change the stage alone."""


def _start_trial(pair: arrangements.Pair, particulars: Particulars) -> None:
    arrangement, rules = pair.arrangement, KINDS[pair.arrangement.kind]
    if rules.booked is Booked.STAY and particulars.ends_on is None:
        raise Refused(
            "Choose the day they go home: a first stay is not as long as trying out a shared life.", "ends_on"
        )
    starts = particulars.starts_on or today()
    ends = particulars.ends_on or starts + timedelta(days=our_scheme().number_for(arrangement.kind, "trial_days"))
    if ends <= starts:
        raise Refused("It has to end after it starts.", "ends_on")
    _refuse_too_long(ends)
    arrangement.trial_starts_on, arrangement.trial_ends_on, arrangement.review_on = starts, ends, ends
    plan_check_ins(pair)
    if arrangement.kind is ArrangementKind.DAY_SUPPORT:
        return  # each day is booked by itself
    last = local_moment(ends) if arrangement.kind is ArrangementKind.SHORT_BREAK else None
    leave_place(stays_left(arrangement), local_moment(starts))
    take_place(pair, local_moment(starts), last)


def _refuse_too_long(ends: date) -> None:
    if ends > today() + LONGEST:
        raise Refused("Choose a day within a year from now. Later on it may be given more time.", "ends_on")


def _extend_trial(pair: arrangements.Pair, particulars: Particulars) -> None:
    arrangement = pair.arrangement
    if particulars.ends_on is None or (arrangement.trial_ends_on and particulars.ends_on <= arrangement.trial_ends_on):
        raise Refused("Choose a later day than the one it ends on now.", "ends_on")
    _refuse_too_long(particulars.ends_on)
    plan_further_check_ins(pair, particulars.ends_on)
    arrangement.trial_ends_on = arrangement.review_on = particulars.ends_on


def _back_to_introductions(pair: arrangements.Pair, particulars: Particulars) -> None:
    """What was written down stays: the plan, check-ins that were held, and what each side said."""
    pair.arrangement.trial_ends_on = pair.arrangement.review_on = None
    stop_check_ins(pair)
    leave_place(stays_left(pair.arrangement), now())


def _settle(pair: arrangements.Pair, particulars: Particulars) -> None:
    arrangement = pair.arrangement
    arrangement.long_term_from = particulars.starts_on or today()
    arrangement.agreed_on = today()
    arrangement.review_on = next_review_on(arrangement, arrangement.long_term_from)
    stop_check_ins(pair)
    if arrangement.kind not in VISITING_KINDS:
        pair.person.state = PersonState.SETTLED


def _end(pair: arrangements.Pair, particulars: Particulars) -> None:
    arrangement = pair.arrangement
    arrangement.ended_on = particulars.ends_on or today()
    if arrangement.ended_on > today():
        raise Refused("The ending is written down on the moving day. Until then, write the notice down.", "ends_on")
    began = arrangement.trial_starts_on
    if began and arrangement.ended_on < min(began, today()):
        raise Refused(f"It began on {day(began)}, so it cannot have ended before that.", "ends_on")
    leave_place(stays_left(arrangement), now())
    stop_check_ins(pair)
    ending_to_write(pair).decided_by = particulars.decided_by
    _goes_on(pair, particulars)


def _goes_on(pair: arrangements.Pair, particulars: Particulars) -> None:
    """What comes next for the person. Whoever still lives with another household stays settled there."""
    person = pair.person
    if particulars.reason == EndingReason.DIED:
        person.state = PersonState.LEFT
    elif pair.arrangement.kind in VISITING_KINDS or arrangements.living_with(person.id, without=pair.arrangement.id):
        return
    elif particulars.then is not None:
        person.state = particulars.then
    elif person.state is PersonState.SETTLED:
        person.state = PersonState.READY


def _decline(pair: arrangements.Pair, particulars: Particulars) -> None:
    leave_place(stays_left(pair.arrangement), now())


ALSO: Mapping[str, Callable[[arrangements.Pair, Particulars], None]] = {
    "stay_for_now": _start_trial,
    "start_trial": _start_trial,
    "extend_trial": _extend_trial,
    "back_to_introductions": _back_to_introductions,
    "settle": _settle,
    "decline": _decline,
    "decline_after_meeting": _decline,
    "end_trial": _end,
    "end": _end,
}
