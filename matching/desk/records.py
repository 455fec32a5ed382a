"""What was changed about one arrangement: the record, for managers and auditors."""

from uuid import UUID

from flask import url_for

from matching.desk import desk
from matching.desk.arrangements import asked_pair, viewed
from scheme.desk import records
from scheme.look import Link


@desk.get("/arrangements/<uuid:arrangement_id>/record")
def record(arrangement_id: UUID) -> str:
    """Every change to the arrangement: steps, answers, visits and stays."""
    pair = asked_pair(arrangement_id)
    viewed(pair, records.PAGE)
    back = Link(pair.title, url_for("matching_desk.arrangement", arrangement_id=pair.arrangement.id))
    return records.shown(pair.title, back, [pair.arrangement.id])
