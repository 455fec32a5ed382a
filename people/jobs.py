"""What comes round by itself: what somebody wrote when they introduced a person is let go in time."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col, select

from people.actions.enquiries import kept_since, let_go
from people.models import Enquiry
from scheme.database import db
from scheme.jobs.recurring import Recurring


def to_let_go() -> Sequence[UUID]:
    """Those that were answered long enough ago."""
    query = select(Enquiry.id).where(col(Enquiry.let_go_at).is_(None), col(Enquiry.answered_at) <= kept_since())
    return db.session.exec(query).all()


RECURRING = (Recurring("let go of introductions", to_let_go, let_go),)
