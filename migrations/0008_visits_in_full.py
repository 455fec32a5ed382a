"""Where a visit is and why it was called off; days that suit somebody less, talks about how it felt, and calendar addresses."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

IN_THIS_SCHEME = "scheme_id = nullif(current_setting('alongside.scheme', true), '')::uuid"
SIGNING_IN = "current_setting('alongside.signing_in', true) = 'on'"

OF_A_VISIT = ("not_good_day", "talked_about")


def upgrade() -> None:
    op.add_column("visit", sa.Column("version", sa.Integer(), nullable=False, server_default="1"))
    for column in ("place", "called_off_because"):
        op.add_column("visit", sa.Column(column, sa.String(length=40), nullable=True))
    _of_a_visit(
        "not_good_day",
        sa.Column("side", sa.String(length=40), nullable=False),
        sa.UniqueConstraint("visit_id", "side", name=op.f("uq_not_good_day_visit_id_side")),
    )
    _of_a_visit(
        "talked_about",
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=True),
    )
    _calendar_address()
    if op.get_bind().dialect.name == "postgresql":
        for table in (*OF_A_VISIT, "calendar_address"):
            op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
            op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
            op.execute(f"CREATE POLICY this_scheme ON {table} USING ({IN_THIS_SCHEME}) WITH CHECK ({IN_THIS_SCHEME})")
        # A calendar names no scheme: whose it is follows from the address alone, as with a link that signs in.
        op.execute(f"CREATE POLICY at_sign_in ON calendar_address FOR SELECT USING ({SIGNING_IN})")


def _of_a_visit(table: str, *more: sa.Column | sa.UniqueConstraint) -> None:
    points_at = {"arrangement_id": "arrangement", "visit_id": "visit", "by_id": "account", "scheme_id": "scheme"}
    op.create_table(
        table,
        sa.Column("id", sa.Uuid(), nullable=False),
        *(sa.Column(column, sa.Uuid(), nullable=False) for column in points_at),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        *more,
        *(
            sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}"))
            for column, other in points_at.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )
    for column in ("arrangement_id", "visit_id", "scheme_id"):
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column])


def _calendar_address() -> None:
    op.create_table(
        "calendar_address",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_calendar_address_account_id_account")),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_calendar_address_scheme_id_scheme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_address")),
        sa.UniqueConstraint("account_id", name=op.f("uq_calendar_address_account_id")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_calendar_address_token_hash")),
    )
    op.create_index(op.f("ix_calendar_address_scheme_id"), "calendar_address", ["scheme_id"])


def downgrade() -> None:
    for table in ("calendar_address", *reversed(OF_A_VISIT)):
        op.drop_table(table)
    for column in ("called_off_because", "place", "version"):
        op.drop_column("visit", column)
