"""Who does what for somebody, and talks about other ways to live."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

IN_THIS_SCHEME = "scheme_id = nullif(current_setting('alongside.scheme', true), '')::uuid"


def _columns() -> dict[str, tuple[sa.Column, ...]]:
    """What each table has beside what every part of a person's profile has."""
    return {
        "placemat_line": (
            sa.Column("place", sa.String(length=40), nullable=False),
            sa.Column("whose", sa.String(length=40), nullable=False),
            sa.Column("who", sa.String(length=120), nullable=False),
            sa.Column("does", sa.String(length=300), nullable=False),
        ),
        "talk_of_other_ways": (
            sa.Column("ways", sa.JSON(), nullable=False),
            sa.Column("talked_on", sa.Date(), nullable=False),
            sa.Column("with_whom", sa.String(length=200), nullable=False),
            sa.Column("words_sealed", sa.LargeBinary(), nullable=True),
        ),
    }


def upgrade() -> None:
    for table, columns in _columns().items():
        op.create_table(
            table,
            sa.Column("id", sa.Uuid(), nullable=False),
            sa.Column("scheme_id", sa.Uuid(), nullable=False),
            sa.Column("person_id", sa.Uuid(), nullable=False),
            sa.Column("version", sa.Integer(), nullable=False),
            *columns,
            sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f(f"fk_{table}_person_id_person")),
            sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f(f"fk_{table}_scheme_id_scheme")),
            sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        )
        for column in ("person_id", "scheme_id"):
            op.create_index(op.f(f"ix_{table}_{column}"), table, [column])
        if op.get_bind().dialect.name == "postgresql":
            op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
            op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
            op.execute(f"CREATE POLICY this_scheme ON {table} USING ({IN_THIS_SCHEME}) WITH CHECK ({IN_THIS_SCHEME})")


def downgrade() -> None:
    for table in _columns():
        op.drop_table(table)
