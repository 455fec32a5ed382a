"""What is agreed, in whose words, what it costs, and who signed."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

TABLES = ("agreement_wording", "fee_bands", "agreed_cost", "agreed_details", "agreement", "signature")
IN_THIS_SCHEME = "scheme_id = nullif(current_setting('alongside.scheme', true), '')::uuid"


def upgrade() -> None:
    op.create_table(
        "agreement_wording",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("part", sa.String(length=40), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("plain", sa.String(length=4000), nullable=False),
        sa.Column("easy_read", sa.String(length=4000), nullable=False),
        sa.Column("note", sa.String(length=500), nullable=True),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("published_by_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["published_by_id"], ["account.id"], name=op.f("fk_agreement_wording_published_by_id_account")
        ),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_agreement_wording_scheme_id_scheme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement_wording")),
        sa.UniqueConstraint("scheme_id", "part", "number", name=op.f("uq_agreement_wording_scheme_id_part_number")),
    )
    op.create_index(op.f("ix_agreement_wording_scheme_id"), "agreement_wording", ["scheme_id"])

    op.create_table(
        "fee_bands",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("bands", sa.JSON(), nullable=False),
        sa.Column("note", sa.String(length=500), nullable=True),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("published_by_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["published_by_id"], ["account.id"], name=op.f("fk_fee_bands_published_by_id_account")),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_fee_bands_scheme_id_scheme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fee_bands")),
        sa.UniqueConstraint("scheme_id", "number", name=op.f("uq_fee_bands_scheme_id_number")),
    )
    op.create_index(op.f("ix_fee_bands_scheme_id"), "fee_bands", ["scheme_id"])

    op.create_table(
        "agreed_cost",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("arrangement_id", sa.Uuid(), nullable=False),
        sa.Column("what", sa.String(length=40), nullable=False),
        sa.Column("pence", sa.Integer(), nullable=False),
        sa.Column("per", sa.String(length=40), nullable=False),
        sa.Column("payer", sa.String(length=40), nullable=False),
        sa.Column("band", sa.String(length=60), nullable=True),
        sa.CheckConstraint("pence >= 0", name=op.f("ck_agreed_cost_not_below_nothing")),
        sa.ForeignKeyConstraint(
            ["arrangement_id"], ["arrangement.id"], name=op.f("fk_agreed_cost_arrangement_id_arrangement")
        ),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_agreed_cost_scheme_id_scheme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreed_cost")),
        sa.UniqueConstraint("arrangement_id", "what", name=op.f("uq_agreed_cost_arrangement_id_what")),
    )
    op.create_index(op.f("ix_agreed_cost_arrangement_id"), "agreed_cost", ["arrangement_id"])
    op.create_index(op.f("ix_agreed_cost_scheme_id"), "agreed_cost", ["scheme_id"])

    op.create_table(
        "agreed_details",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("arrangement_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("room", sa.String(length=400), nullable=True),
        sa.Column("independent", sa.String(length=300), nullable=True),
        sa.ForeignKeyConstraint(
            ["arrangement_id"], ["arrangement.id"], name=op.f("fk_agreed_details_arrangement_id_arrangement")
        ),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_agreed_details_scheme_id_scheme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreed_details")),
        sa.UniqueConstraint("arrangement_id", name=op.f("uq_agreed_details_arrangement_id")),
    )
    op.create_index(op.f("ix_agreed_details_arrangement_id"), "agreed_details", ["arrangement_id"])
    op.create_index(op.f("ix_agreed_details_scheme_id"), "agreed_details", ["scheme_id"])

    op.create_table(
        "agreement",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("arrangement_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kinds", sa.JSON(), nullable=False),
        sa.Column("text_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("signed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("renew_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["arrangement_id"], ["arrangement.id"], name=op.f("fk_agreement_arrangement_id_arrangement")
        ),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_agreement_by_id_account")),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_agreement_scheme_id_scheme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement")),
        sa.UniqueConstraint("arrangement_id", "number", name=op.f("uq_agreement_arrangement_id_number")),
    )
    op.create_index(op.f("ix_agreement_arrangement_id"), "agreement", ["arrangement_id"])
    op.create_index(op.f("ix_agreement_scheme_id"), "agreement", ["scheme_id"])

    op.create_table(
        "signature",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("arrangement_id", sa.Uuid(), nullable=False),
        sa.Column("agreement_id", sa.Uuid(), nullable=False),
        sa.Column("party", sa.String(length=40), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=True),
        sa.Column("way", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("how", sa.String(length=40), nullable=True),
        sa.Column("who_saw", sa.String(length=200), nullable=True),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("file_name", sa.String(length=80), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreement.id"], name=op.f("fk_signature_agreement_id_agreement")),
        sa.ForeignKeyConstraint(
            ["arrangement_id"], ["arrangement.id"], name=op.f("fk_signature_arrangement_id_arrangement")
        ),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_signature_by_id_account")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_signature_member_id_member")),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_signature_scheme_id_scheme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signature")),
    )
    op.create_index(op.f("ix_signature_agreement_id"), "signature", ["agreement_id"])
    op.create_index(op.f("ix_signature_arrangement_id"), "signature", ["arrangement_id"])
    op.create_index(op.f("ix_signature_scheme_id"), "signature", ["scheme_id"])
    if op.get_bind().dialect.name == "postgresql":
        for table in TABLES:
            op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
            op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
            op.execute(f"CREATE POLICY this_scheme ON {table} USING ({IN_THIS_SCHEME}) WITH CHECK ({IN_THIS_SCHEME})")


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)
