"""What somebody asked for that takes longer than a page may."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

IN_THIS_SCHEME = "scheme_id = nullif(current_setting('alongside.scheme', true), '')::uuid"


def upgrade() -> None:
    op.create_table(
        "job",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("asked_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("taken_by", sa.String(length=200), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("result_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("because_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_job_account_id_account")),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_job_scheme_id_scheme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job")),
    )
    for column in ("account_id", "created_at", "scheme_id", "state"):
        op.create_index(op.f(f"ix_job_{column}"), "job", [column])
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE job ENABLE ROW LEVEL SECURITY")
        op.execute("ALTER TABLE job FORCE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY this_scheme ON job USING ({IN_THIS_SCHEME}) WITH CHECK ({IN_THIS_SCHEME})")


def downgrade() -> None:
    op.drop_table("job")
