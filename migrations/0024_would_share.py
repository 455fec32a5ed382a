"""Households that would share their home and wrote so on the public page."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

IN_THIS_SCHEME = "scheme_id = nullif(current_setting('alongside.scheme', true), '')::uuid"
SEALED = ("name", "enjoys", "offers", "lives_with", "where", "email", "phone", "words")
POINTS_AT = {"scheme_id": "scheme", "answered_by_id": "account", "household_id": "household"}


def upgrade() -> None:
    op.create_table(
        "would_share",
        sa.Column("id", sa.Uuid(), nullable=False),
        *(sa.Column(column, sa.Uuid(), nullable=column != "scheme_id") for column in POINTS_AT),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("arrived_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("at_home", sa.String(length=40), nullable=False),
        *(sa.Column(f"{name}_sealed", sa.LargeBinary(), nullable=True) for name in SEALED),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome", sa.String(length=40), nullable=True),
        sa.Column("let_go_at", sa.DateTime(timezone=True), nullable=True),
        *(
            sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_would_share_{column}_{other}"))
            for column, other in POINTS_AT.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_would_share")),
    )
    for column in ("arrived_at", "household_id", "scheme_id"):
        op.create_index(op.f(f"ix_would_share_{column}"), "would_share", [column])
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE would_share ENABLE ROW LEVEL SECURITY")
        op.execute("ALTER TABLE would_share FORCE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY this_scheme ON would_share USING ({IN_THIS_SCHEME}) WITH CHECK ({IN_THIS_SCHEME})")


def downgrade() -> None:
    op.drop_table("would_share")
