"""What might go wrong, whose it is, and what helps."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

IN_THIS_SCHEME = "scheme_id = nullif(current_setting('alongside.scheme', true), '')::uuid"
POINTS_AT = {"scheme_id": "scheme", "person_id": "person", "arrangement_id": "arrangement", "by_id": "account"}
SEALED = ("good", "what", "helps", "agreed", "told_because")


def upgrade() -> None:
    op.create_table(
        "risk",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        *(sa.Column(column, sa.Uuid(), nullable=column == "arrangement_id") for column in POINTS_AT),
        sa.Column("whose", sa.String(length=40), nullable=False),
        *(sa.Column(f"{name}_sealed", sa.LargeBinary(), nullable=True) for name in SEALED),
        sa.Column("review_on", sa.Date(), nullable=False),
        sa.Column("household_knows", sa.Boolean(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("put_away_at", sa.DateTime(timezone=True), nullable=True),
        *(
            sa.ForeignKeyConstraint([column], [f"{table}.id"], name=op.f(f"fk_risk_{column}_{table}"))
            for column, table in POINTS_AT.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_risk")),
    )
    for column in ("arrangement_id", "person_id", "scheme_id"):
        op.create_index(op.f(f"ix_risk_{column}"), "risk", [column])
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE risk ENABLE ROW LEVEL SECURITY")
        op.execute("ALTER TABLE risk FORCE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY this_scheme ON risk USING ({IN_THIS_SCHEME}) WITH CHECK ({IN_THIS_SCHEME})")


def downgrade() -> None:
    op.drop_table("risk")
