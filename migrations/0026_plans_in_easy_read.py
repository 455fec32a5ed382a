"""What was agreed about living together, and how it starts, in Easy Read beside the plain words."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

IN_EASY_READ = (
    ("arrangement", "plan_easy_read", 4000),
    ("trial_plan", "first_days_easy_read", 2000),
    ("trial_plan", "backup_easy_read", 2000),
)


def upgrade() -> None:
    for table, column, longest in IN_EASY_READ:
        op.add_column(table, sa.Column(column, sa.String(length=longest), nullable=True))


def downgrade() -> None:
    for table, column, _ in IN_EASY_READ:
        op.drop_column(table, column)
