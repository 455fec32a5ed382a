"""What was written down about trying it out: the plan, check-ins, the person's own measures, and meetings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import col, select

from carers.models import Household, HouseholdState, Offer
from matching.models import CheckIn, DecisionMeeting, Feels, Measure, MeasureAnswer, TrialPlan
from scheme.database import db
from scheme.kinds import ArrangementKind


def plan_of(arrangement_id: UUID) -> TrialPlan | None:
    """The plan it starts with."""
    return db.session.exec(select(TrialPlan).where(TrialPlan.arrangement_id == arrangement_id)).first()


def check_ins_of(arrangement_id: UUID) -> Sequence[CheckIn]:
    """Check-ins in order of their days, held or not."""
    query = select(CheckIn).where(CheckIn.arrangement_id == arrangement_id)
    return db.session.exec(query.order_by(col(CheckIn.due_on), col(CheckIn.id))).all()


def check_in(arrangement_id: UUID, check_in_id: UUID) -> CheckIn | None:
    """One of them."""
    return next((one for one in check_ins_of(arrangement_id) if one.id == check_in_id), None)


def meetings_of(arrangement_id: UUID) -> Sequence[DecisionMeeting]:
    """Meetings to decide together, in order of their days."""
    query = select(DecisionMeeting).where(DecisionMeeting.arrangement_id == arrangement_id)
    return db.session.exec(query.order_by(col(DecisionMeeting.on), col(DecisionMeeting.id))).all()


def meeting(arrangement_id: UUID, meeting_id: UUID) -> DecisionMeeting | None:
    """One of them."""
    return next((one for one in meetings_of(arrangement_id) if one.id == meeting_id), None)


def measures_of(arrangement_id: UUID) -> Sequence[Measure]:
    """The person's own sentences, in the order they were chosen, those left out since too."""
    query = select(Measure).where(Measure.arrangement_id == arrangement_id)
    return db.session.exec(query.order_by(col(Measure.at), col(Measure.id))).all()


def measures_asked(arrangement_id: UUID) -> Sequence[Measure]:
    """Those that are asked about now."""
    return [measure for measure in measures_of(arrangement_id) if measure.left_out_at is None]


def measure(arrangement_id: UUID, measure_id: UUID) -> Measure | None:
    """One that is asked about now."""
    return next((one for one in measures_asked(arrangement_id) if one.id == measure_id), None)


def answers_to(arrangement_id: UUID) -> Sequence[MeasureAnswer]:
    """How true the sentences felt, in order of days."""
    query = select(MeasureAnswer).where(MeasureAnswer.arrangement_id == arrangement_id)
    return db.session.exec(query.order_by(col(MeasureAnswer.on))).all()


@dataclass(frozen=True)
class InShort:
    """What an arrangement's page says about trying it out: the rest is on a page of its own."""

    next: CheckIn | None
    last: CheckIn | None
    meeting: DecisionMeeting | None


def in_short(arrangement_id: UUID) -> InShort:
    """The next check-in, the last one held, and the last meeting."""
    check_ins, meetings = check_ins_of(arrangement_id), meetings_of(arrangement_id)
    held = [one for one in check_ins if one.held_on]
    return InShort(
        next=next((one for one in check_ins if not one.held_on), None),
        last=held[-1] if held else None,
        meeting=meetings[-1] if meetings else None,
    )


LAST_DAYS = 6
"""As many days as a table of measures shows (our judgement): what fits on a telephone; all is kept."""


@dataclass(frozen=True)
class MeasureTable:
    """The person's own sentences over time: a line a sentence, a column a day."""

    days: tuple[date, ...]
    lines: tuple[tuple[Measure, Mapping[date, Feels]], ...]


def measure_table(arrangement_id: UUID) -> MeasureTable:
    """The last few days on which something was said. A sentence left out before anything was said is not there."""
    answers = answers_to(arrangement_id)
    days = tuple(sorted({answer.on for answer in answers})[-LAST_DAYS:])
    lines = []
    for one in measures_of(arrangement_id):
        said = {answer.on: answer.feels for answer in answers if answer.measure_id == one.id}
        if one.left_out_at is None or said:
            lines.append((one, said))
    return MeasureTable(days, tuple(lines))


def short_break_households(without: UUID) -> Sequence[Household]:
    """Households of the scheme that offer short breaks now, by name, leaving out one."""
    offering = select(Offer.household_id).where(Offer.kind == ArrangementKind.SHORT_BREAK)
    query = select(Household).where(
        col(Household.id).in_(offering), Household.id != without, Household.state == HouseholdState.OFFERING
    )
    return db.session.exec(query.order_by(col(Household.name))).all()
