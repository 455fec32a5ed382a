"""Plans for a crisis, and what happens next in them."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

IN_THIS_SCHEME = "scheme_id = nullif(current_setting('alongside.scheme', true), '')::uuid"


def upgrade() -> None:
    op.create_table(
        "crisis_plan",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("hope_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("review_on", sa.Date(), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("what_helped_sealed", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_crisis_plan_scheme_id_scheme")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_crisis_plan_person_id_person")),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_crisis_plan_by_id_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_crisis_plan")),
    )
    op.create_table(
        "crisis_step",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("help_from", sa.String(length=40), nullable=False),
        sa.Column("what_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("who_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("by_day", sa.Date(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_crisis_step_scheme_id_scheme")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_crisis_step_person_id_person")),
        sa.ForeignKeyConstraint(["plan_id"], ["crisis_plan.id"], name=op.f("fk_crisis_step_plan_id_crisis_plan")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_crisis_step")),
    )
    for table, columns in (
        ("crisis_plan", ("person_id", "scheme_id")),
        ("crisis_step", ("person_id", "plan_id", "scheme_id")),
    ):
        for column in columns:
            op.create_index(op.f(f"ix_{table}_{column}"), table, [column])
        if op.get_bind().dialect.name == "postgresql":
            op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
            op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
            op.execute(f"CREATE POLICY this_scheme ON {table} USING ({IN_THIS_SCHEME}) WITH CHECK ({IN_THIS_SCHEME})")


def downgrade() -> None:
    op.drop_table("crisis_step")
    op.drop_table("crisis_plan")
