"""Seals over the record, forms kept for whoever was signed out, and codes for a lost phone: with the same walls as the rest."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

IN_THIS_SCHEME = "scheme_id = nullif(current_setting('alongside.scheme', true), '')::uuid"


def upgrade() -> None:
    op.add_column("account", sa.Column("recovery_codes", sa.JSON(), nullable=True))
    op.create_table(
        "seal",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("row_table", sa.String(length=40), nullable=False),
        sa.Column("row_id", sa.Uuid(), nullable=False),
        sa.Column("form", sa.Integer(), nullable=False),
        sa.Column("row_digest", sa.String(length=64), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("sealed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_seal_scheme_id_scheme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seal")),
        sa.UniqueConstraint("row_id", name=op.f("uq_seal_row_id")),
        sa.UniqueConstraint("scheme_id", "number", name=op.f("uq_seal_scheme_id_number")),
    )
    op.create_index(op.f("ix_seal_scheme_id"), "seal", ["scheme_id"])
    op.create_table(
        "kept_form",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("path", sa.String(length=2000), nullable=False),
        sa.Column("answers_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("with_file", sa.Boolean(), nullable=False),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_kept_form_account_id_account")),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_kept_form_scheme_id_scheme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kept_form")),
    )
    for column in ("account_id", "kept_at", "scheme_id"):
        op.create_index(op.f(f"ix_kept_form_{column}"), "kept_form", [column])
    _build_walls()


def _build_walls() -> None:
    if op.get_bind().dialect.name != "postgresql":
        for what in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER seal_never_altered_{what.lower()} BEFORE {what} ON seal "
                "BEGIN SELECT RAISE(ABORT, 'never altered'); END"
            )
        return
    for table in ("seal", "kept_form"):
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY this_scheme ON {table} USING ({IN_THIS_SCHEME}) WITH CHECK ({IN_THIS_SCHEME})")
    op.execute(
        "CREATE TRIGGER seal_never_altered BEFORE UPDATE OR DELETE ON seal FOR EACH ROW EXECUTE FUNCTION never_altered()"
    )


def downgrade() -> None:
    # What hangs on a table goes with it.
    op.drop_table("kept_form")
    op.drop_table("seal")
    op.drop_column("account", "recovery_codes")
