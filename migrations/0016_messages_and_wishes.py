"""What people of one arrangement write to each other, and wishes to meet that a person or a household told their worker."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

IN_THIS_SCHEME = "scheme_id = nullif(current_setting('alongside.scheme', true), '')::uuid"
TABLES = ("pair_message", "message_report", "message_block", "wish_to_meet")


def _table(
    name: str, *columns: sa.Column | sa.Constraint, points: dict[str, str], indexed: tuple[str, ...] = ()
) -> None:  # fmt: skip
    """A table of a scheme's, written by accounts; ``points`` are further columns and the tables they point at."""
    points = {"by_id": "account", "scheme_id": "scheme", **points}
    op.create_table(
        name,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        *columns,
        *(
            sa.ForeignKeyConstraint([column], [f"{table}.id"], name=op.f(f"fk_{name}_{column}_{table}"))
            for column, table in points.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
    )
    for column in ("scheme_id", *indexed):
        op.create_index(op.f(f"ix_{name}_{column}"), name, [column])
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {name} FORCE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY this_scheme ON {name} USING ({IN_THIS_SCHEME}) WITH CHECK ({IN_THIS_SCHEME})")


def _moment(name: str, *, nullable: bool = True) -> sa.Column:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _id(name: str, *, nullable: bool = True) -> sa.Column:
    return sa.Column(name, sa.Uuid(), nullable=nullable)


def _word(name: str, *, nullable: bool = False) -> sa.Column:
    return sa.Column(name, sa.String(length=40), nullable=nullable)


def _sealed(name: str) -> sa.Column:
    return sa.Column(f"{name}_sealed", sa.LargeBinary(), nullable=True)


def upgrade() -> None:
    _table(
        "pair_message",
        _id("arrangement_id", nullable=False),
        _word("audience"),
        _word("from_side", nullable=True),
        _sealed("words"),
        _moment("delivered_at", nullable=False),
        _moment("settled_at"),
        _id("settled_by_id"),
        points={"arrangement_id": "arrangement", "settled_by_id": "account"},
        indexed=("arrangement_id", "delivered_at"),
    )
    _table(
        "message_report",
        _id("arrangement_id", nullable=False),
        _id("message_id", nullable=False),
        _word("side"),
        _moment("looked_at"),
        _id("looked_by_id"),
        _sealed("done"),
        sa.UniqueConstraint("message_id", "side", name=op.f("uq_message_report_message_id_side")),
        points={"arrangement_id": "arrangement", "message_id": "pair_message", "looked_by_id": "account"},
        indexed=("arrangement_id", "message_id"),
    )
    _table(
        "message_block",
        _id("arrangement_id", nullable=False),
        _word("side"),
        _moment("lifted_at"),
        points={"arrangement_id": "arrangement"},
        indexed=("arrangement_id",),
    )
    _table(
        "wish_to_meet",
        _id("person_id"),
        _id("household_id"),
        _word("kind"),
        _sealed("words"),
        sa.Column("answer_by", sa.Date(), nullable=False),
        _moment("answered_at"),
        _id("answered_by_id"),
        _sealed("reply"),
        _id("arrangement_id"),
        sa.CheckConstraint("(person_id IS NULL) <> (household_id IS NULL)", name=op.f("ck_wish_to_meet_of_one_side")),
        points={
            "person_id": "person", "household_id": "household", "answered_by_id": "account", "arrangement_id": "arrangement",
        },
        indexed=("person_id", "household_id", "arrangement_id"),
    )  # fmt: skip
    op.add_column("message", _moment("not_before"))


def downgrade() -> None:
    op.drop_column("message", "not_before")
    for name in reversed(TABLES):
        op.drop_table(name)
