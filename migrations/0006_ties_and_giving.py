"""Where people who matter are met, what each side brings and would enjoy, and how a home's animals are."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

LISTS = {
    "person": ("contributes", "would_enjoy", "help_with", "pet_tempers"),
    "household": ("contributes", "would_enjoy", "experienced_with", "helpers", "pet_tempers"),
}
CHOICES = {"person": ("pet_temper_wish", "helped_by"), "household": ("pet_temper_wish",)}
"""Added and taken away one by one: making ``household`` anew would break the triggers of SQLite that read it."""


def upgrade() -> None:
    for table in LISTS:
        for column in LISTS[table]:
            op.add_column(table, sa.Column(column, sa.JSON(), nullable=True))
        for column in CHOICES[table]:
            op.add_column(table, sa.Column(column, sa.String(length=40), nullable=True))
    with op.batch_alter_table("circle_person") as batch_op:
        batch_op.add_column(sa.Column("meet_at_id", sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column("getting_together", sa.String(length=40), nullable=True))
        batch_op.create_index(op.f("ix_circle_person_meet_at_id"), ["meet_at_id"])
        batch_op.create_foreign_key(
            op.f("fk_circle_person_meet_at_id_person_place"), "person_place", ["meet_at_id"], ["id"]
        )


def downgrade() -> None:
    with op.batch_alter_table("circle_person") as batch_op:
        batch_op.drop_constraint(op.f("fk_circle_person_meet_at_id_person_place"), type_="foreignkey")
        batch_op.drop_index(op.f("ix_circle_person_meet_at_id"))
        for column in ("getting_together", "meet_at_id"):
            batch_op.drop_column(column)
    for table in LISTS:
        for column in (*LISTS[table], *CHOICES[table]):
            op.drop_column(table, column)
