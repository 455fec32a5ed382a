"""Somebody's risks, and which of them a household needs to know."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col, or_, select

from matching.models import Risk, WhoseRisk
from matching.queries.arrangements import Pair
from scheme.database import db


def risks_of(person_id: UUID, *conditions: object) -> Sequence[Risk]:
    """What is written down now, the person's own first, those to be looked at soonest before others."""
    query = select(Risk).where(Risk.person_id == person_id, col(Risk.put_away_at).is_(None), *conditions)  # type: ignore[arg-type]
    return sorted(
        db.session.exec(query), key=lambda risk: (risk.whose is not WhoseRisk.PERSON, risk.review_on, str(risk.id))
    )


def own_risks_of(person_id: UUID) -> Sequence[Risk]:
    """The person's own: what they read and change in their own pages."""
    return risks_of(person_id, Risk.whose == WhoseRisk.PERSON)


def risk_of(person_id: UUID, risk_id: UUID, *conditions: object) -> Risk | None:
    """One of somebody's risks; nothing when it is somebody else's, or was put away."""
    return next(iter(risks_of(person_id, Risk.id == risk_id, *conditions)), None)


def own_risk_of(person_id: UUID, risk_id: UUID) -> Risk | None:
    """The same, if it is the person's own."""
    return risk_of(person_id, risk_id, Risk.whose == WhoseRisk.PERSON)


def household_needs_to_know(pair: Pair) -> list[tuple[str, str]]:
    """What the household has to know for everybody's safety, with what helps; nothing without consent or a decision noted."""
    ours = or_(col(Risk.arrangement_id).is_(None), Risk.arrangement_id == pair.arrangement.id)
    found = risks_of(pair.person.id, col(Risk.household_knows), ours)
    return [(risk.what or "", risk.helps or "") for risk in found if risk.told_because]
