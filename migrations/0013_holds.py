"""Holds on a person or a household too, what they rest on from a closed list, and who may know."""

import sqlalchemy as sa
from alembic import op

from scheme.encryption import key_ring, place_of

revision = "0013"
down_revision = "0012"
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
HOLD = sa.table("safeguarding_hold", sa.column("id", sa.Uuid()), sa.column("basis"), sa.column("words_sealed"))
PROFILES = {"person_id": "person", "household_id": "household", "lifted_by_id": "account"}


def upgrade() -> None:
    _walls("DISABLE")
    with op.batch_alter_table("safeguarding_hold") as batch_op:
        batch_op.add_column(sa.Column("version", sa.Integer(), nullable=False, server_default="1"))
        batch_op.add_column(sa.Column("lifted_by_id", sa.Uuid(), nullable=True))
        for column in ("words_sealed", "lifted_words_sealed"):
            batch_op.add_column(sa.Column(column, sa.LargeBinary(), nullable=True))
        for column in ("person_id", "household_id"):
            batch_op.add_column(sa.Column(column, sa.Uuid(), nullable=True))
            batch_op.create_index(op.f(f"ix_safeguarding_hold_{column}"), [column])
        for column, table in PROFILES.items():
            batch_op.create_foreign_key(op.f(f"fk_safeguarding_hold_{column}_{table}"), table, [column], ["id"])
        batch_op.alter_column("arrangement_id", existing_type=sa.Uuid(), nullable=True)
    _seal_what_was_written()
    with op.batch_alter_table("safeguarding_hold") as batch_op:
        batch_op.alter_column("version", server_default=None)
        batch_op.alter_column("basis", existing_type=sa.String(length=300), type_=sa.String(length=40))
        batch_op.create_check_constraint(op.f("ck_safeguarding_hold_of_one"), OF_ONE)
    _walls("ENABLE")
    op.create_table(
        "hold_reader",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("hold_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["hold_id"], ["safeguarding_hold.id"], name=op.f("fk_hold_reader_hold_id_safeguarding_hold")
        ),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_hold_reader_account_id_account")),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_hold_reader_scheme_id_scheme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hold_reader")),
        sa.UniqueConstraint("hold_id", "account_id", name=op.f("uq_hold_reader_hold_id_account_id")),
    )
    for column in ("hold_id", "scheme_id"):
        op.create_index(op.f(f"ix_hold_reader_{column}"), "hold_reader", [column])
    if _on_postgresql():
        op.execute("ALTER TABLE hold_reader ENABLE ROW LEVEL SECURITY")
        op.execute("ALTER TABLE hold_reader FORCE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY this_scheme ON hold_reader USING ({IN_THIS_SCHEME}) WITH CHECK ({IN_THIS_SCHEME})")


def downgrade() -> None:
    """What was sealed stays unread: the basis becomes its short name, and holds that are not of an arrangement go."""
    op.drop_table("hold_reader")
    _walls("DISABLE")
    op.execute("DELETE FROM safeguarding_hold WHERE arrangement_id IS NULL")
    with op.batch_alter_table("safeguarding_hold") as batch_op:
        batch_op.drop_constraint(op.f("ck_safeguarding_hold_of_one"), type_="check")
        batch_op.alter_column("basis", existing_type=sa.String(length=40), type_=sa.String(length=300))
        batch_op.alter_column("arrangement_id", existing_type=sa.Uuid(), nullable=False)
        for column, table in PROFILES.items():
            batch_op.drop_constraint(op.f(f"fk_safeguarding_hold_{column}_{table}"), type_="foreignkey")
        for column in ("person_id", "household_id"):
            batch_op.drop_index(op.f(f"ix_safeguarding_hold_{column}"))
        for column in (*PROFILES, "version", "words_sealed", "lifted_words_sealed"):
            batch_op.drop_column(column)
    _walls("ENABLE")


def _seal_what_was_written() -> None:
    """The basis was in anybody's words: those words are sealed, and it counts as said in the words."""
    connection = op.get_bind()
    for row in connection.execute(sa.select(HOLD.c.id, HOLD.c.basis)).all():
        words = key_ring().seal(row.basis.encode(), place_of("safeguarding_hold", "words_sealed", row.id))
        changed = sa.update(HOLD).where(HOLD.c.id == row.id).values(words_sealed=words, basis="other")
        connection.execute(changed)


def _walls(turned: str) -> None:
    """Row-level security hides every scheme's rows from a migration too: it is off while they are changed."""
    if _on_postgresql():
        op.execute(f"ALTER TABLE safeguarding_hold {turned} ROW LEVEL SECURITY")


def _on_postgresql() -> bool:
    return bool(op.get_bind().dialect.name == "postgresql")
