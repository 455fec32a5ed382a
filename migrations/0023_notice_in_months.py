"""Homeshare's notice is counted in months of the calendar: what a scheme had chosen in days becomes the months nearest to it."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

IN_DAYS, IN_MONTHS, MOST = "notice_days.homeshare", "notice_months.homeshare", 3
DAYS_OF_A_MONTH = 30

SCHEME = sa.table("scheme", sa.column("id", sa.Uuid()), sa.column("numbers", sa.JSON()))


def upgrade() -> None:
    _becomes(IN_DAYS, IN_MONTHS, lambda days: min(max(round(days / DAYS_OF_A_MONTH), 1), MOST) if days else 0)


def downgrade() -> None:
    _becomes(IN_MONTHS, IN_DAYS, lambda months: months * DAYS_OF_A_MONTH)


def _becomes(old, new, counted):  # type: ignore[no-untyped-def]
    connection = op.get_bind()
    for scheme_id, numbers in connection.execute(sa.select(SCHEME.c.id, SCHEME.c.numbers)).all():
        if old in numbers:
            kept = {name: value for name, value in numbers.items() if name != old} | {new: counted(numbers[old])}
            connection.execute(SCHEME.update().where(SCHEME.c.id == scheme_id).values(numbers=kept))
