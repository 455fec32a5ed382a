"""Who came to know whom, and how a change of worker was made."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

IN_THIS_SCHEME = "scheme_id = nullif(current_setting('alongside.scheme', true), '')::uuid"
OF_ONE = " OR ".join(
    " AND ".join(
        f"{column} IS {'NOT ' if column == one else ''}NULL"
        for column in ("arrangement_id", "person_id", "household_id")
    )
    for one in ("arrangement_id", "person_id", "household_id")
)
POINTS_AT = {
    "scheme_id": "scheme",
    "arrangement_id": "arrangement",
    "person_id": "person",
    "household_id": "household",
    "from_id": "account",
    "to_id": "account",
    "by_id": "account",
    "told_by_id": "account",
}
NEEDED = {"scheme_id", "to_id", "by_id"}
LOOKED_UP_BY = ("arrangement_id", "household_id", "person_id", "scheme_id", "to_id")


def upgrade() -> None:
    op.create_table(
        "handover",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        *(sa.Column(column, sa.Uuid(), nullable=column not in NEEDED) for column in POINTS_AT),
        sa.Column("planned_at", sa.DateTime(timezone=True), nullable=False),
        *(sa.Column(column, sa.Date(), nullable=True) for column in ("meet_on", "met_on", "told_on")),
        sa.Column("told_how_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("at_once_because_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("more_because", sa.String(length=400), nullable=True),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("called_off_at", sa.DateTime(timezone=True), nullable=True),
        *(
            sa.ForeignKeyConstraint([column], [f"{table}.id"], name=op.f(f"fk_handover_{column}_{table}"))
            for column, table in POINTS_AT.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handover")),
        sa.CheckConstraint(OF_ONE, name=op.f("ck_handover_of_one")),
    )
    for column in LOOKED_UP_BY:
        op.create_index(op.f(f"ix_handover_{column}"), "handover", [column])
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE handover ENABLE ROW LEVEL SECURITY")
        op.execute("ALTER TABLE handover FORCE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY this_scheme ON handover USING ({IN_THIS_SCHEME}) WITH CHECK ({IN_THIS_SCHEME})")


def downgrade() -> None:
    op.drop_table("handover")
