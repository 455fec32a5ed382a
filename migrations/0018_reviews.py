"""How it is going: what was said each time, and who asked to talk about it."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

TABLES = ("review", "review_request")
IN_THIS_SCHEME = "scheme_id = nullif(current_setting('alongside.scheme', true), '')::uuid"


def upgrade() -> None:
    op.create_table(
        "review",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("arrangement_id", sa.Uuid(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("why", sa.String(length=40), nullable=False),
        sa.Column("who_was_there", sa.String(length=300), nullable=True),
        sa.Column("areas_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("person_said_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("household_said_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("worker_said_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("to_change_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("next_on", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["arrangement_id"], ["arrangement.id"], name=op.f("fk_review_arrangement_id_arrangement")
        ),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_review_by_id_account")),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_review_scheme_id_scheme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review")),
    )
    op.create_index(op.f("ix_review_arrangement_id"), "review", ["arrangement_id"])
    op.create_index(op.f("ix_review_scheme_id"), "review", ["scheme_id"])

    op.create_table(
        "review_request",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("arrangement_id", sa.Uuid(), nullable=False),
        sa.Column("side", sa.String(length=40), nullable=False),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("review_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["arrangement_id"], ["arrangement.id"], name=op.f("fk_review_request_arrangement_id_arrangement")
        ),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_review_request_by_id_account")),
        sa.ForeignKeyConstraint(["review_id"], ["review.id"], name=op.f("fk_review_request_review_id_review")),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_review_request_scheme_id_scheme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review_request")),
    )
    op.create_index(op.f("ix_review_request_arrangement_id"), "review_request", ["arrangement_id"])
    op.create_index(op.f("ix_review_request_scheme_id"), "review_request", ["scheme_id"])
    if op.get_bind().dialect.name == "postgresql":
        for table in TABLES:
            op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
            op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
            op.execute(f"CREATE POLICY this_scheme ON {table} USING ({IN_THIS_SCHEME}) WITH CHECK ({IN_THIS_SCHEME})")


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)
