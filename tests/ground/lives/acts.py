"""Everything anybody may try in the life of an arrangement, as one table: each with how often, and who tries it.

An act is handed lots to draw, does one thing as an action does, and says which step it took, if any. Nobody is asked beforehand whether
they may: that is what refusals are for.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from sqlmodel import col, select

from carers.models import Household
from carers.queries import offers_of
from matching.actions import (
    answering,
    booking,
    clearing,
    ending,
    holding,
    parting,
    proposing,
    signing,
    stepping,
    visiting,
)
from matching.actions.signing import Signed
from matching.agreements.kinds import AgreedHow, Party, SignedBy
from matching.compatibility.essentials import ESSENTIALS
from matching.kinds import VISITING_KINDS
from matching.lifecycle import GOING_ON, LIVING_TOGETHER, STEPS, EndingReason, KindReason, Need, Stage, Step, steps_from
from matching.models import (
    Answer,
    AnswerWord,
    Arrangement,
    Feels,
    KeepApart,
    LegalBasis,
    Question,
    SafeguardingHold,
    Side,
    Signature,
    VisitKind,
    Waiver,
)
from matching.queries import agreements, arrangements
from matching.queries.arrangements import Pair
from matching.queries.known import Known
from people.models import Person
from scheme.clock import local_moment, today
from scheme.database import db
from scheme.errors import Refused
from scheme.kinds import INTERIM_KINDS, ArrangementKind
from scheme.models import Account, Role
from scheme.ways_of_living import YesNo
from tests.ground.lives import getting_on
from tests.ground.lives.people import IN_A_HOUSEHOLD_S_HOME

TOWARDS_LIVING_TOGETHER = ("introduce", "stay_for_now", "start_trial", "settle")
STAFF = (Role.WORKER, Role.MANAGER)
ANYBODY = (*STAFF, Role.AUDITOR, Role.CARER, Role.PERSON)

Done = Step | None
"""The step that was taken, if one was."""


# --- whom it is about ------------------------------------------------------------------------------------------------------


class NothingToDo(Refused):
    """There is nobody this could be done with just now. Counted apart: nobody refused anything."""

    def __init__(self) -> None:
        super().__init__("There is nobody to do this with.")


def _some(rows: Sequence[Any], lots: Random) -> Any:
    """One of these."""
    if not rows:
        raise NothingToDo
    return lots.choice(rows)


def _one(model: Any, lots: Random, *conditions: Any) -> Any:
    """One of them, by reference."""
    return _some(db.session.exec(select(model).where(*conditions).order_by(model.reference)).all(), lots)


def _pair(lots: Random, *conditions: Any) -> Pair:
    """Two with something between them: mostly something that is going on."""
    going_on = () if conditions or not lots.randint(0, 4) else (col(Arrangement.stage).in_(GOING_ON),)
    found = arrangements.pair(_one(Arrangement, lots, *conditions, *going_on).id)
    if found is None:
        raise NothingToDo
    return found


def _day(lots: Random, first: int = -3, last: int = 12) -> date:
    return today() + timedelta(days=lots.randint(first, last))


# --- steps -----------------------------------------------------------------------------------------------------------------


def propose(account: Account, lots: Random) -> Done:
    """Two who might suit, mostly for something that household offers."""
    household = _one(Household, lots)
    offered = [offer.kind for offer in offers_of(household)]
    kind = lots.choice(offered if lots.randint(0, 9) else [*IN_A_HOUSEHOLD_S_HOME, ArrangementKind.HOMESHARE])
    person = (
        _one(Person, lots, col(Person.reference) == "P005") if kind is ArrangementKind.HOMESHARE else _one(Person, lots)
    )
    proposing.propose(account, person, household, kind)
    return STEPS[0]


def get_on(account: Account, lots: Random) -> Done:
    """Do whatever the next step towards living together still needs, and take it; if there is nobody, put two forward."""
    try:
        pair = _pair(lots, col(Arrangement.stage).in_(GOING_ON), Arrangement.stage != Stage.LONG_TERM)
    except NothingToDo:
        return propose(account, lots)
    step = _some(_following(pair, towards=True), lots)
    getting_on.do_what_is_needed(account, pair, step)
    return _take(account, pair, step, lots)


def take_a_next_step(account: Account, lots: Random) -> Done:
    """One that leads on from here, ready or not."""
    pair = _pair(lots)
    return _take(account, pair, _some(_following(pair, towards=False), lots), lots)


def end_what_lasted(account: Account, lots: Random) -> Done:
    """An ending of something long-term."""
    pair = _pair(lots, Arrangement.stage == Stage.LONG_TERM)
    return _take(account, pair, _some(_following(pair, towards=False), lots), lots)


def take_any_step(account: Account, lots: Random) -> Done:
    """Any there is, wherever they are and whoever asks."""
    pair = _pair(lots)
    return _take(account, pair, lots.choice(STEPS[1:]), lots)


def _following(pair: Pair, towards: bool) -> Sequence[Step]:
    steps = steps_from(pair.arrangement.stage, pair.arrangement.kind)
    return [step for step in steps if not towards or step.name in TOWARDS_LIVING_TOGETHER]


def _take(account: Account, pair: Pair, step: Step, lots: Random) -> Step:
    """Take it, and look whether it was one that may be taken."""
    before, starts_on = _standing(pair), lots.choice([today(), _day(lots, 0)])
    reasons = (
        [EndingReason.MOVED_ON, EndingReason.TIME_WAS_UP]
        if step.target is Stage.ENDED
        else [*(step.reasons or KindReason)]
    )
    reason = lots.choice(reasons if lots.randint(0, 4) else [None, *KindReason, *EndingReason])
    said = stepping.Particulars(reason, None, starts_on, starts_on + timedelta(days=lots.randint(1, 40)))
    if step.target is Stage.ENDED:
        said = stepping.Particulars(reason)
    elif step.name == "extend_trial" and pair.arrangement.trial_ends_on:
        said = stepping.Particulars(ends_on=pair.arrangement.trial_ends_on + timedelta(days=lots.randint(-3, 20)))
    stepping.take(account, pair, step.name, said)
    _was_right(step, account.role, before)
    return step


def _standing(pair: Pair) -> dict[str, Any]:
    """What counts when a step is taken, from the rows alone."""
    mine = Answer.arrangement_id == pair.arrangement.id
    yes = {
        (answer.question, answer.side)
        for answer in db.session.exec(select(Answer).where(mine))
        if answer.member_id is None and answer.answer is AnswerWord.YES
    }
    apart = select(KeepApart).where(KeepApart.person_id == pair.person.id, KeepApart.household_id == pair.household.id)
    review = pair.household.approval_review_on
    return {
        "stage": pair.arrangement.stage,
        "kind": pair.arrangement.kind,
        "crisis": pair.person.crisis,
        "yes": yes,
        "held": bool(getting_on.holds_on(pair)),
        "signed": set(db.session.exec(select(Signature.party).where(Signature.arrangement_id == pair.arrangement.id))),
        "let_pass": set(db.session.exec(select(Waiver.need).where(Waiver.arrangement_id == pair.arrangement.id))),
        "apart": any(one.taken_back_at is None for one in db.session.exec(apart)),
        "approved": review is not None and review >= today(),
    }


def _was_right(step: Step, role: Role, before: dict[str, Any]) -> None:
    """A step that was taken was one that may be taken, whatever anybody had let pass."""
    assert step.source is before["stage"]
    assert role in STAFF
    if step.name in TOWARDS_LIVING_TOGETHER:
        assert not before["held"]
        assert not before["apart"]
        assert before["approved"] or before["kind"] is ArrangementKind.HOMESHARE
        assert before["kind"] in INTERIM_KINDS or before["crisis"] is not YesNo.YES
        assert step.name == "settle" or {(Question.MEET, side) for side in Side} <= before["yes"]
    if step.name == "settle":
        assert before["kind"] not in INTERIM_KINDS
        assert before["signed"] >= {Party.PERSON, Party.CARER, Party.SCHEME} or Need.AGREED.value in before["let_pass"]


# --- answers and visits ----------------------------------------------------------------------------------------------------


def everybody_answers(account: Account, lots: Random) -> Done:
    """Everybody who is asked, the same."""
    pair = _pair(lots)
    getting_on.everybody_answers(
        account, pair, lots.choice([AnswerWord.YES] * 4 + [AnswerWord.NO, AnswerWord.NOT_SURE])
    )
    return None


def one_side_answers(account: Account, lots: Random) -> Done:
    """Anything."""
    pair = _pair(lots)
    answering.answer(account, pair, lots.choice([*Side]), lots.choice([*AnswerWord]))
    return None


def plan_a_visit(account: Account, lots: Random) -> Done:
    """To come or gone by, for an hour or some nights."""
    pair = _pair(lots, col(Arrangement.stage).in_([Stage.INTRODUCTION, Stage.TRIAL]))
    visiting.plan_visit(pair, lots.choice([*VisitKind]), local_moment(_day(lots)))
    return None


def stay_a_night(account: Account, lots: Random) -> Done:
    """One of the next few nights, which others want too."""
    pair = _pair(lots, col(Arrangement.stage).in_([Stage.INTRODUCTION, Stage.TRIAL]))
    kind = lots.choice([VisitKind.OVERNIGHT, VisitKind.WEEKEND])
    visiting.plan_visit(pair, kind, local_moment(_day(lots, 1, 4)))
    return None


def say_how_it_felt(account: Account, lots: Random) -> Done:
    """Of any visit."""
    pair = _pair(lots)
    visiting.feel(
        account, _some(arrangements.visits_of(pair.arrangement.id), lots), lots.choice([*Side]), lots.choice([*Feels])
    )
    return None


def call_a_visit_off(account: Account, lots: Random) -> Done:
    """Any."""
    pair = _pair(lots)
    visiting.call_off(_some(arrangements.visits_of(pair.arrangement.id), lots))
    return None


# --- short breaks and days -------------------------------------------------------------------------------------------------


def _visiting_pair(lots: Random) -> Pair:
    return _pair(lots, col(Arrangement.kind).in_(VISITING_KINDS), col(Arrangement.stage).in_(LIVING_TOGETHER))


def book_short_breaks_and_days(account: Account, lots: Random) -> Done:
    """Soon, so that they overlap: some hours or some nights."""
    pair = _visiting_pair(lots) if lots.randint(0, 9) else _pair(lots)
    starts = local_moment(_day(lots, 0, 4)) + timedelta(hours=lots.randint(0, 12))
    day = pair.arrangement.kind is ArrangementKind.DAY_SUPPORT
    lasts = timedelta(hours=lots.randint(1, 8)) if day else timedelta(days=lots.randint(1, 5))
    booking.book_stay(pair, starts, starts + lasts)
    return None


def call_a_stay_off(account: Account, lots: Random) -> Done:
    """Any."""
    pair = _visiting_pair(lots) if lots.randint(0, 2) else _pair(lots)
    booking.call_off_stay(pair, _some(arrangements.stays_of(pair.arrangement.id), lots))
    return None


# --- what clears the way, or closes it -------------------------------------------------------------------------------------


def write_plans(account: Account, lots: Random) -> Done:
    """What was agreed, and where to go back to."""
    pair = _pair(lots)
    clearing.write_plan(pair, "Meals together", "Back to mum’s", pair.arrangement.version - lots.randint(0, 1))
    return None


def crisis(account: Account, lots: Random) -> Done:
    """It comes, and it goes; sometimes nobody knows."""
    _one(Person, lots).crisis = lots.choice([YesNo.YES, YesNo.NO, YesNo.NO, None])
    return None


def approval_runs_out_or_is_renewed(account: Account, lots: Random) -> Done:
    """Of one household."""
    _one(Household, lots).approval_review_on = today() + timedelta(days=lots.choice([-1, 300, 300]))
    return None


def hold(account: Account, lots: Random) -> Done:
    """Set one, on the two together or on either."""
    pair = _pair(lots)
    any_of_them: list[Known] = [pair.arrangement, pair.person, pair.household]
    holding.hold(account, lots.choice(any_of_them), lots.choice([*LegalBasis]), "An invented concern", _day(lots, -1))
    return None


def lift_a_hold(account: Account, lots: Random) -> Done:
    """Lift one, if there is one."""
    holding.lift(account, _some(db.session.exec(select(SafeguardingHold)).all(), lots), "No longer")
    return None


def sign_in_any_way(account: Account, lots: Random) -> Done:
    """Somebody signs what was agreed, this way or that."""
    pair = _pair(lots)
    paper = _some([each for each in [agreements.newest_asked(pair.arrangement.id)] if each], lots)
    way = lots.choice([*SignedBy])
    signed = Signed(way, "Invented", how=AgreedHow.WORDS, who_saw="Invented", words="Invented", file_name="x")
    signing.sign(account, pair, paper, lots.choice(agreements.parties(pair)), signed)
    return None


def waive(account: Account, lots: Random) -> Done:
    """Let any need pass."""
    pair = _pair(lots)
    clearing.waive(account, pair, lots.choice([*Need]), "Agreed", _day(lots, -1, 30))
    return None


def check_first(account: Account, lots: Random) -> Done:
    """Write down what was found."""
    pair = _pair(lots)
    clearing.check_essential(account, pair, lots.choice(ESSENTIALS).name, lots.random() < 0.7, "Asked")
    return None


def pause(account: Account, lots: Random) -> Done:
    """For some days, or go on again."""
    pair = _pair(lots)
    clearing.pause(pair, lots.choice([None, _day(lots, -1)]))
    return None


def give_notice(account: Account, lots: Random) -> Done:
    """Of anything."""
    pair = _pair(lots)
    ending.give_notice(
        pair, today(), last_day=lots.choice([None, _day(lots, 0)]), fewer_days_agreed=lots.random() < 0.5
    )
    return None


def take_notice_back(account: Account, lots: Random) -> Done:
    """Of anything."""
    pair = _pair(lots)
    ending.take_notice_back(pair)
    return None


def keep_apart(account: Account, lots: Random) -> Done:
    """Two who have something going on, or any two."""
    parting.keep_apart(account, _one(Person, lots), _one(Household, lots), "An old quarrel")
    return None


def end_keeping_apart(account: Account, lots: Random) -> Done:
    """Of any two."""
    written = db.session.exec(select(KeepApart).order_by(col(KeepApart.id))).all()
    parting.end_keeping_apart(account, _some(written, lots), "No longer")
    return None


def reopen(account: Account, lots: Random) -> Done:
    """What did not go ahead, by either side or both."""
    pair = _pair(lots, Arrangement.stage == Stage.DECLINED)
    sides = {side for side in Side if lots.random() < 0.7}
    proposing.reopen(pair, sides, pair.arrangement.version)
    return None


@dataclass(frozen=True)
class Act:
    """Something somebody may try, how often beside the others, and who tries it."""

    do: Callable[[Account, Random], Done]
    often: int = 1
    roles: tuple[Role, ...] = STAFF

    @property
    def name(self) -> str:
        """What it is called when acts are counted."""
        return self.do.__name__


ACTS = (
    Act(get_on, 14),
    Act(propose, 4),
    Act(take_a_next_step, 2),
    Act(end_what_lasted, 2),
    Act(take_any_step, 2, ANYBODY),
    Act(everybody_answers, 2),
    Act(one_side_answers, 1, ANYBODY),
    Act(plan_a_visit),
    Act(stay_a_night, 2),
    Act(say_how_it_felt),
    Act(call_a_visit_off),
    Act(book_short_breaks_and_days, 5),
    Act(call_a_stay_off),
    Act(write_plans),
    Act(crisis),
    Act(approval_runs_out_or_is_renewed),
    Act(hold),
    Act(lift_a_hold),
    Act(sign_in_any_way, 1, ANYBODY),
    Act(waive, 1, ANYBODY),
    Act(check_first),
    Act(pause),
    Act(give_notice),
    Act(take_notice_back),
    Act(keep_apart),
    Act(end_keeping_apart),
    Act(reopen, 2),
)

AS_OFTEN_AS_THEY_ARE = tuple(act for act in ACTS for _ in range(act.often))
"""To draw from."""
