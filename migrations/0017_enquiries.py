"""People introduced to a scheme by anybody."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

IN_THIS_SCHEME = "scheme_id = nullif(current_setting('alongside.scheme', true), '')::uuid"

SEALED = (
    "first_name",
    "enjoys",
    "good_at",
    "hopes",
    "reach_them",
    "introducer",
    "relation",
    "email",
    "phone",
    "words",
)


def upgrade() -> None:
    op.create_table(
        "enquiry",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("arrived_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("agrees", sa.String(length=40), nullable=False),
        *(sa.Column(f"{name}_sealed", sa.LargeBinary(), nullable=True) for name in SEALED),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_by_id", sa.Uuid(), nullable=True),
        sa.Column("outcome", sa.String(length=40), nullable=True),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("let_go_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["answered_by_id"], ["account.id"], name=op.f("fk_enquiry_answered_by_id_account")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_enquiry_person_id_person")),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_enquiry_scheme_id_scheme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_enquiry")),
    )
    for column in ("arrived_at", "person_id", "scheme_id"):
        op.create_index(op.f(f"ix_enquiry_{column}"), "enquiry", [column])
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE enquiry ENABLE ROW LEVEL SECURITY")
        op.execute("ALTER TABLE enquiry FORCE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY this_scheme ON enquiry USING ({IN_THIS_SCHEME}) WITH CHECK ({IN_THIS_SCHEME})")


def downgrade() -> None:
    op.drop_table("enquiry")
