"""What was changed about one household: the record, for managers and auditors."""

from uuid import UUID

from flask import url_for

from carers.desk import desk
from carers.desk.opening import opened
from scheme.desk import records
from scheme.look import Link


@desk.get("/<uuid:household_id>/record")
def record(household_id: UUID) -> str:
    """Every change to the profile, and to the home it points at."""
    household = opened(household_id, records.PAGE)
    back = Link(household.name, url_for("carers_desk.read", household_id=household.id))
    return records.shown(household.name, back, [each for each in (household.id, household.home_id) if each])
