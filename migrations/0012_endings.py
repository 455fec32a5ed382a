"""Notice and the move, whether two keep in touch, and what was learned."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

IN_THIS_SCHEME = "scheme_id = nullif(current_setting('alongside.scheme', true), '')::uuid"

TABLES = ("ending", "keep_in_touch", "reflection")


def upgrade() -> None:
    _create(
        "ending",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("notice_by", sa.String(length=40), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("fewer_days_agreed", sa.Boolean(), nullable=False),
        sa.Column("decided_by", sa.String(length=40), nullable=True),
        sa.Column("moving_to_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("who_helps", sa.String(length=300), nullable=True),
        sa.Column("goes_along", sa.String(length=1000), nullable=True),
        sa.Column("both_know", sa.Boolean(), nullable=False),
        sa.UniqueConstraint("arrangement_id", name=op.f("uq_ending_arrangement_id")),
    )
    _create(
        "keep_in_touch",
        sa.Column("side", sa.String(length=40), nullable=False),
        sa.Column("wishes", sa.Boolean(), nullable=False),
        sa.Column("how_sealed", sa.LargeBinary(), nullable=True),
        *_written_by("keep_in_touch"),
        sa.UniqueConstraint("arrangement_id", "side", name=op.f("uq_keep_in_touch_arrangement_id_side")),
    )
    _create(
        "reflection",
        sa.Column("whose", sa.String(length=40), nullable=False),
        sa.Column("good_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("would_help_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("lesson_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("may_share", sa.Boolean(), nullable=False),
        *_written_by("reflection"),
        sa.UniqueConstraint("arrangement_id", "whose", name=op.f("uq_reflection_arrangement_id_whose")),
    )


def _written_by(table: str) -> tuple[Any, ...]:
    return (
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f(f"fk_{table}_by_id_account")),
    )


def _create(table: str, *columns: Any) -> None:
    op.create_table(
        table,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("arrangement_id", sa.Uuid(), nullable=False),
        *columns,
        sa.ForeignKeyConstraint(
            ["arrangement_id"], ["arrangement.id"], name=op.f(f"fk_{table}_arrangement_id_arrangement")
        ),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f(f"fk_{table}_scheme_id_scheme")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )
    for column in ("arrangement_id", "scheme_id"):
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column])
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY this_scheme ON {table} USING ({IN_THIS_SCHEME}) WITH CHECK ({IN_THIS_SCHEME})")


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(table)
