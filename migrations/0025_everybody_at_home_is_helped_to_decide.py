"""Somebody who lives in a home already is helped to decide as well: whose support was written down."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("decision_support") as batch_op:
        batch_op.add_column(sa.Column("resident_id", sa.Uuid(), nullable=True))
        batch_op.create_index(op.f("ix_decision_support_resident_id"), ["resident_id"])
        batch_op.create_foreign_key(op.f("fk_decision_support_resident_id_person"), "person", ["resident_id"], ["id"])


def downgrade() -> None:
    """Theirs would be taken for the person's without the column: it goes with it."""
    _walls("DISABLE")
    op.execute("DELETE FROM decision_support WHERE resident_id IS NOT NULL")
    _walls("ENABLE")
    with op.batch_alter_table("decision_support") as batch_op:
        batch_op.drop_constraint(op.f("fk_decision_support_resident_id_person"), type_="foreignkey")
        batch_op.drop_index(op.f("ix_decision_support_resident_id"))
        batch_op.drop_column("resident_id")


def _walls(turned: str) -> None:
    """Row-level security hides every scheme's rows from a migration too: it is off while they are changed."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"ALTER TABLE decision_support {turned} ROW LEVEL SECURITY")
