"""Who comes along on the first day, and where somebody can go back to, in Easy Read beside the plain words."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

IN_EASY_READ = (("arrangement", "place_to_go_back_to_easy_read"), ("trial_plan", "who_brings_easy_read"))


def upgrade() -> None:
    for table, column in IN_EASY_READ:
        op.add_column(table, sa.Column(column, sa.String(length=400), nullable=True))


def downgrade() -> None:
    for table, column in IN_EASY_READ:
        op.drop_column(table, column)
