"""How people are supported to decide, who lives there already and was asked, and decisions in somebody's best interests."""

from uuid import uuid4

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

IN_THIS_SCHEME = "scheme_id = nullif(current_setting('alongside.scheme', true), '')::uuid"
TABLES = ("decision_support", "resident_answer", "best_interests")


def _table(name: str, *columns: sa.Column | sa.Constraint, also: tuple[tuple[str, str], ...] = ()) -> None:
    """A part of an arrangement, written by an account; ``also`` are other columns that point at a table."""
    points = (("arrangement_id", "arrangement"), ("by_id", "account"), ("scheme_id", "scheme"), *also)
    op.create_table(
        name,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("arrangement_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        *columns,
        *(
            sa.ForeignKeyConstraint([column], [f"{table}.id"], name=op.f(f"fk_{name}_{column}_{table}"))
            for column, table in points
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
    )
    for column in ("arrangement_id", "scheme_id"):
        op.create_index(op.f(f"ix_{name}_{column}"), name, [column])
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {name} FORCE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY this_scheme ON {name} USING ({IN_THIS_SCHEME}) WITH CHECK ({IN_THIS_SCHEME})")


def _sealed(*names: str) -> list[sa.Column]:
    return [sa.Column(f"{name}_sealed", sa.LargeBinary(), nullable=True) for name in names]


def upgrade() -> None:
    _table(
        "decision_support",
        sa.Column("question", sa.String(length=40), nullable=False),
        sa.Column("answer", sa.String(length=40), nullable=True),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("who", sa.String(length=400), nullable=False),
        *_sealed("how"),
        sa.Column("formats", sa.JSON(), nullable=False),
        sa.Column("explained", sa.JSON(), nullable=False),
    )
    _table(
        "resident_answer",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("answer", sa.String(length=40), nullable=False),
        *_sealed("words"),
        sa.UniqueConstraint("arrangement_id", "person_id", name=op.f("uq_resident_answer_arrangement_id_person_id")),
        also=(("person_id", "person"),),
    )
    op.create_index(op.f("ix_resident_answer_person_id"), "resident_answer", ["person_id"])
    _table(
        "best_interests",
        sa.Column("question", sa.String(length=40), nullable=False),
        sa.Column("decision", sa.String(length=40), nullable=False),
        sa.Column("maker", sa.String(length=40), nullable=False),
        sa.Column("decided_by", sa.String(length=200), nullable=False),
        sa.Column("authority_seen", sa.String(length=400), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        *_sealed("capacity", "wishes", "consulted", "less_restrictive", "about_their_no"),
        sa.Column("taken_back_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("taken_back_by_id", sa.Uuid(), nullable=True),
        also=(("taken_back_by_id", "account"),),
    )
    _carry_over()
    op.drop_column("answer", "supported_by")


def _carry_over() -> None:
    """What was written beside an answer until now becomes a record of its own, scheme by scheme, as the walls ask."""
    connection = op.get_bind()
    named = ("id", "scheme_id", "arrangement_id", "question", "answer", "side", "supported_by", "at", "by_id")
    kinds = {"at": sa.DateTime(timezone=True)} | {
        name: sa.Uuid() for name in named if name == "id" or name.endswith("_id")
    }  # fmt: skip
    answer = sa.table("answer", *(sa.column(name, kinds.get(name, sa.String())) for name in named))
    support = sa.table(
        "decision_support",
        *(sa.column(name, kinds.get(name, sa.String())) for name in ("id", "scheme_id", "arrangement_id", "question", "answer", "at", "by_id")),
        sa.column("on", sa.Date()), sa.column("who", sa.String()),
        sa.column("formats", sa.JSON()), sa.column("explained", sa.JSON()),
    )  # fmt: skip
    for scheme_id in connection.execute(sa.text("SELECT id FROM scheme")).scalars().all():
        if connection.dialect.name == "postgresql":
            connection.execute(sa.text("SELECT set_config('alongside.scheme', :id, true)"), {"id": str(scheme_id)})
        told = answer.c.supported_by.is_not(None) & (answer.c.side == "person")
        for row in connection.execute(sa.select(answer).where(told)).mappings().all():
            kept = {name: row[name] for name in ("scheme_id", "arrangement_id", "question", "answer", "at", "by_id")}
            kept |= {"id": uuid4(), "on": row["at"].date(), "who": row["supported_by"], "formats": [], "explained": []}
            connection.execute(sa.insert(support).values(**kept))
        if connection.dialect.name == "sqlite":
            break  # no wall there: every scheme's were found at once
    if connection.dialect.name == "postgresql":
        connection.execute(sa.text("SELECT set_config('alongside.scheme', '', true)"))


def downgrade() -> None:
    op.add_column("answer", sa.Column("supported_by", sa.String(length=400), nullable=True))
    for name in reversed(TABLES):
        op.drop_table(name)
