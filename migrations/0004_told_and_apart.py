"""Who has been told that something does not go ahead; who wrote that two are kept apart, and who took it back."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

IN_THIS_SCHEME = "scheme_id = nullif(current_setting('alongside.scheme', true), '')::uuid"


def upgrade() -> None:
    op.create_table(
        "told_mark",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("arrangement_id", sa.Uuid(), nullable=False),
        sa.Column("side", sa.String(length=40), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["arrangement_id"], ["arrangement.id"], name=op.f("fk_told_mark_arrangement_id_arrangement")
        ),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_told_mark_by_id_account")),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_told_mark_scheme_id_scheme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_told_mark")),
        sa.UniqueConstraint("arrangement_id", "side", name=op.f("uq_told_mark_arrangement_id_side")),
    )
    for column in ("arrangement_id", "scheme_id"):
        op.create_index(op.f(f"ix_told_mark_{column}"), "told_mark", [column])
    with op.batch_alter_table("keep_apart") as batch_op:
        batch_op.add_column(sa.Column("written_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("by_id", sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column("taken_back_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("taken_back_by_id", sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column("taken_back_words_sealed", sa.LargeBinary(), nullable=True))
        for column in ("by_id", "taken_back_by_id"):
            batch_op.create_foreign_key(op.f(f"fk_keep_apart_{column}_account"), "account", [column], ["id"])
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE told_mark ENABLE ROW LEVEL SECURITY")
        op.execute("ALTER TABLE told_mark FORCE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY this_scheme ON told_mark USING ({IN_THIS_SCHEME}) WITH CHECK ({IN_THIS_SCHEME})")


def downgrade() -> None:
    with op.batch_alter_table("keep_apart") as batch_op:
        for column in ("by_id", "taken_back_by_id"):
            batch_op.drop_constraint(op.f(f"fk_keep_apart_{column}_account"), type_="foreignkey")
        for column in ("taken_back_words_sealed", "taken_back_by_id", "taken_back_at", "by_id", "written_at"):
            batch_op.drop_column(column)
    op.drop_table("told_mark")
