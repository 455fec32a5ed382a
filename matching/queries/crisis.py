"""Who is in a crisis or staying for now in an emergency, when they were last spoken with, and their plan."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import col, func, or_, select

from matching.lifecycle import Stage
from matching.models import Arrangement, CrisisPlan, CrisisStep, HelpFrom
from people.models import Person, PersonState
from scheme.clock import today
from scheme.database import db
from scheme.kinds import ArrangementKind
from scheme.models import Conversation
from scheme.ways_of_living import YesNo

IN_ORDER = list(HelpFrom)


@dataclass(frozen=True)
class Plan:
    """A plan with its steps: what people nearby do first, and services last."""

    row: CrisisPlan
    steps: Sequence[CrisisStep]


def plan_of(person_id: UUID) -> Plan | None:
    """The plan that counts now, if there is one."""
    return next((plan for plan in plans_of(person_id) if plan.row.closed_at is None), None)


def plans_of(person_id: UUID) -> Sequence[Plan]:
    """Every plan, newest first, in two statements."""
    plans = select(CrisisPlan).where(CrisisPlan.person_id == person_id).order_by(col(CrisisPlan.made_at).desc())
    steps = db.session.exec(select(CrisisStep).where(CrisisStep.person_id == person_id)).all()
    return [
        Plan(row, sorted((step for step in steps if step.plan_id == row.id), key=_nearest_first))
        for row in db.session.exec(plans)
    ]


def step_of(person_id: UUID, step_id: UUID) -> CrisisStep | None:
    """One step of somebody's plan; nothing when it is somebody else's."""
    query = select(CrisisStep).where(CrisisStep.person_id == person_id, CrisisStep.id == step_id)
    return db.session.exec(query).first()


def _nearest_first(step: CrisisStep) -> tuple[int, date, str]:
    return IN_ORDER.index(step.help_from), step.by_day, str(step.id)


def spoken_with_each_day(*conditions: object) -> Sequence[Person]:
    """Everybody who is spoken with each day: in a crisis, or staying for now in an emergency."""
    staying = select(Arrangement.person_id).where(
        Arrangement.kind == ArrangementKind.EMERGENCY, Arrangement.stage == Stage.TRIAL
    )
    query = select(Person).where(
        or_(Person.crisis == YesNo.YES, col(Person.id).in_(staying)),
        Person.state != PersonState.LEFT,
        *conditions,  # type: ignore[arg-type]
    )
    return db.session.exec(query.order_by(Person.reference)).all()


def is_spoken_with_each_day(person: Person) -> bool:
    """Whether this person is one of them."""
    return bool(spoken_with_each_day(Person.id == person.id))


def last_spoken(people: Sequence[Person]) -> dict[UUID, date]:
    """The last day each of them was spoken with, whatever it was about."""
    query = (
        select(Conversation.about_id, func.max(Conversation.on))
        .where(Conversation.about_kind == "person", col(Conversation.about_id).in_([each.id for each in people]))
        .group_by(col(Conversation.about_id))
    )
    return dict(db.session.exec(query).all())


def spoken_today(person: Person) -> bool:
    """Whether somebody spoke with them today."""
    return last_spoken([person]).get(person.id) == today()
