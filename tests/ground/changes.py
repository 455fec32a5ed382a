"""What the record of changes holds about somebody, for tests that ask what was written down."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col, select

from scheme.database import db
from scheme.models import Change


def changes_of(subject_id: UUID) -> Sequence[Change]:
    """What happened to this, newest first."""
    return db.session.exec(select(Change).where(Change.subject_id == subject_id).order_by(col(Change.at).desc())).all()
