"""Trying it out: the plan it starts with, check-ins, the person's own measures, and the meeting at which it is decided."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

IN_THIS_SCHEME = "scheme_id = nullif(current_setting('alongside.scheme', true), '')::uuid"

TABLES = ("trial_plan", "check_in", "measure", "measure_answer", "decision_meeting")


def upgrade() -> None:
    _trial_plan()
    _check_in()
    _measures()
    _of_arrangement(
        "decision_meeting",
        {"by_id": "account"},
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        *_sealed("who_came", "person_said", "household_said"),
        sa.Column("by_id", sa.Uuid(), nullable=False),
    )
    if op.get_bind().dialect.name == "postgresql":
        for table in TABLES:
            op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
            op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
            op.execute(f"CREATE POLICY this_scheme ON {table} USING ({IN_THIS_SCHEME}) WITH CHECK ({IN_THIS_SCHEME})")


def _trial_plan() -> None:
    _of_arrangement(
        "trial_plan",
        {"backup_household_id": "household"},
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("who_brings", sa.String(length=400), nullable=True),
        sa.Column("first_days", sa.String(length=2000), nullable=True),
        sa.Column("backup", sa.String(length=2000), nullable=True),
        sa.Column("backup_household_id", sa.Uuid(), nullable=True),
        sa.UniqueConstraint("arrangement_id", name=op.f("uq_trial_plan_arrangement_id")),
    )
    op.create_index(op.f("ix_trial_plan_backup_household_id"), "trial_plan", ["backup_household_id"])


def _check_in() -> None:
    _of_arrangement(
        "check_in",
        {"by_id": "account"},
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("person_feels", sa.String(length=40), nullable=True),
        sa.Column("household_feels", sa.String(length=40), nullable=True),
        *_sealed("who_spoke", "words"),
        sa.Column("by_id", sa.Uuid(), nullable=True),
    )


def _measures() -> None:
    _of_arrangement(
        "measure",
        {"by_id": "account"},
        *_sealed("words"),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("left_out_at", sa.DateTime(timezone=True), nullable=True),
    )
    _of_arrangement(
        "measure_answer",
        {"measure_id": "measure", "by_id": "account"},
        sa.Column("measure_id", sa.Uuid(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("feels", sa.String(length=40), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.UniqueConstraint("measure_id", "on", name=op.f("uq_measure_answer_measure_id_on")),
    )
    op.create_index(op.f("ix_measure_answer_measure_id"), "measure_answer", ["measure_id"])


def _sealed(*names: str) -> list[sa.Column]:
    return [sa.Column(f"{name}_sealed", sa.LargeBinary(), nullable=True) for name in names]


def _of_arrangement(table: str, points_at: dict[str, str], *columns: sa.Column | sa.UniqueConstraint) -> None:
    points_at = {"arrangement_id": "arrangement", "scheme_id": "scheme", **points_at}
    op.create_table(
        table,
        *(sa.Column(column, sa.Uuid(), nullable=False) for column in ("id", "scheme_id", "arrangement_id")),
        *columns,
        *(
            sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}"))
            for column, other in points_at.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )
    for column in ("arrangement_id", "scheme_id"):
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column])


def downgrade() -> None:
    for table in ("decision_meeting", "measure_answer", "measure", "check_in", "trial_plan"):
        op.drop_table(table)
