"""Every table"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = ("default",)
depends_on = None


def upgrade() -> None:
    op.create_table(
        "place",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("postcode", sa.String(length=8), nullable=False),
        sa.Column("latitude", sa.Float(), nullable=False),
        sa.Column("longitude", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_place")),
        sa.UniqueConstraint("postcode", name=op.f("uq_place_postcode")),
    )
    op.create_table(
        "scheme",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("contact", sa.String(length=300), nullable=True),
        sa.Column("numbers", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_scheme")),
        sa.UniqueConstraint("name", name=op.f("uq_scheme_name")),
    )
    op.create_table(
        "sign_in_attempt",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account_hash", sa.String(length=64), nullable=False),
        sa.Column("address_hash", sa.String(length=64), nullable=False),
        sa.Column("succeeded", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in_attempt")),
    )
    with op.batch_alter_table("sign_in_attempt", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sign_in_attempt_account_hash"), ["account_hash"], unique=False)
        batch_op.create_index(batch_op.f("ix_sign_in_attempt_address_hash"), ["address_hash"], unique=False)
        batch_op.create_index(batch_op.f("ix_sign_in_attempt_at"), ["at"], unique=False)

    op.create_table(
        "account",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("password", sa.String(length=255), nullable=True),
        sa.Column("fs_uniquifier", sa.String(length=64), nullable=False),
        sa.Column("tf_primary_method", sa.String(length=64), nullable=True),
        sa.Column("tf_totp_secret", sa.String(length=255), nullable=True),
        sa.Column("totp_counter", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_seen_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_account_scheme_id_scheme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("email", name=op.f("uq_account_email")),
        sa.UniqueConstraint("fs_uniquifier", name=op.f("uq_account_fs_uniquifier")),
    )
    with op.batch_alter_table("account", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_account_scheme_id"), ["scheme_id"], unique=False)

    op.create_table(
        "change",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("who", sa.String(length=120), nullable=False),
        sa.Column("doing", sa.String(length=80), nullable=False),
        sa.Column("subject_kind", sa.String(length=40), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("row_kind", sa.String(length=40), nullable=False),
        sa.Column("row_id", sa.Uuid(), nullable=False),
        sa.Column("what", sa.String(length=10), nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("values_sealed", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_change_scheme_id_scheme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change")),
    )
    with op.batch_alter_table("change", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_change_at"), ["at"], unique=False)
        batch_op.create_index(batch_op.f("ix_change_scheme_id"), ["scheme_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_change_subject_id"), ["subject_id"], unique=False)

    op.create_table(
        "home",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("address_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("postcode_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("point_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("area", sa.String(length=80), nullable=True),
        sa.Column("cell", sa.String(length=40), nullable=True),
        sa.Column("setting", sa.String(length=40), nullable=True),
        sa.Column("step_free", sa.String(length=40), nullable=True),
        sa.Column("ground_floor_bedroom", sa.String(length=40), nullable=True),
        sa.Column("accessible_bathroom", sa.String(length=40), nullable=True),
        sa.Column("wheelchair_space", sa.String(length=40), nullable=True),
        sa.Column("stairs", sa.String(length=40), nullable=True),
        sa.Column("garden", sa.String(length=40), nullable=True),
        sa.Column("parking", sa.String(length=40), nullable=True),
        sa.Column("bus_nearby", sa.String(length=40), nullable=True),
        sa.Column("bedrooms", sa.Integer(), nullable=True),
        sa.Column("words", sa.String(length=2000), nullable=True),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_home_scheme_id_scheme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_home")),
    )
    with op.batch_alter_table("home", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_home_scheme_id"), ["scheme_id"], unique=False)

    op.create_table(
        "imported_profile",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("about", sa.String(length=20), nullable=False),
        sa.Column("profile_id", sa.Uuid(), nullable=False),
        sa.Column("said_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("questions_sealed", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_imported_profile_scheme_id_scheme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_imported_profile")),
        sa.UniqueConstraint("profile_id", name=op.f("uq_imported_profile_profile_id")),
    )
    with op.batch_alter_table("imported_profile", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_imported_profile_scheme_id"), ["scheme_id"], unique=False)

    op.create_table(
        "learned",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("value", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_learned_scheme_id_scheme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_learned")),
        sa.UniqueConstraint("scheme_id", "kind", "key", name=op.f("uq_learned_scheme_id_kind_key")),
    )
    with op.batch_alter_table("learned", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_learned_scheme_id"), ["scheme_id"], unique=False)

    op.create_table(
        "message",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("to_email", sa.String(length=254), nullable=False),
        sa.Column("subject", sa.String(length=200), nullable=False),
        sa.Column("body_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_message_scheme_id_scheme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_message")),
    )
    with op.batch_alter_table("message", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_message_scheme_id"), ["scheme_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_message_sent_at"), ["sent_at"], unique=False)

    op.create_table(
        "photograph",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("of_kind", sa.String(length=40), nullable=False),
        sa.Column("of_id", sa.Uuid(), nullable=False),
        sa.Column("caption", sa.String(length=200), nullable=False),
        sa.Column("file_name", sa.String(length=80), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_photograph_scheme_id_scheme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_photograph")),
    )
    with op.batch_alter_table("photograph", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_photograph_of_id"), ["of_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_photograph_scheme_id"), ["scheme_id"], unique=False)

    op.create_table(
        "reading",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("who", sa.String(length=120), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("subject_kind", sa.String(length=40), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("page", sa.String(length=80), nullable=False),
        sa.Column("why", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_reading_scheme_id_scheme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reading")),
    )
    with op.batch_alter_table("reading", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_reading_at"), ["at"], unique=False)
        batch_op.create_index(batch_op.f("ix_reading_scheme_id"), ["scheme_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_reading_subject_id"), ["subject_id"], unique=False)

    op.create_table(
        "subject_key",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("key_sealed", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_subject_key_scheme_id_scheme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_subject_key")),
        sa.UniqueConstraint("subject_id", name=op.f("uq_subject_key_subject_id")),
    )
    with op.batch_alter_table("subject_key", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_subject_key_scheme_id"), ["scheme_id"], unique=False)

    op.create_table(
        "waiting_row",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("about", sa.String(length=20), nullable=False),
        sa.Column("looks_like_id", sa.Uuid(), nullable=False),
        sa.Column("row_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("answered", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_waiting_row_scheme_id_scheme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_waiting_row")),
    )
    with op.batch_alter_table("waiting_row", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_waiting_row_scheme_id"), ["scheme_id"], unique=False)

    op.create_table(
        "conversation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("about_kind", sa.String(length=40), nullable=False),
        sa.Column("about_id", sa.Uuid(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("which", sa.String(length=40), nullable=False),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_conversation_account_id_account")),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_conversation_scheme_id_scheme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conversation")),
    )
    with op.batch_alter_table("conversation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_conversation_about_id"), ["about_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_conversation_scheme_id"), ["scheme_id"], unique=False)

    op.create_table(
        "household",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("reference", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("name", sa.String(length=160), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=True),
        sa.Column("phone_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("home_id", sa.Uuid(), nullable=True),
        sa.Column("shape", sa.String(length=40), nullable=True),
        sa.Column("about_us", sa.String(length=4000), nullable=True),
        sa.Column("ordinary_day", sa.String(length=4000), nullable=True),
        sa.Column("can_share", sa.String(length=4000), nullable=True),
        sa.Column("interests", sa.JSON(), nullable=False),
        sa.Column("languages", sa.JSON(), nullable=False),
        sa.Column("communication", sa.JSON(), nullable=False),
        sa.Column("faiths", sa.JSON(), nullable=False),
        sa.Column("culture", sa.String(length=400), nullable=True),
        sa.Column("foods", sa.JSON(), nullable=False),
        sa.Column("values", sa.JSON(), nullable=False),
        sa.Column("day_rhythm", sa.String(length=40), nullable=True),
        sa.Column("noise", sa.String(length=40), nullable=True),
        sa.Column("company", sa.String(length=40), nullable=True),
        sa.Column("routine", sa.String(length=40), nullable=True),
        sa.Column("visitors", sa.String(length=40), nullable=True),
        sa.Column("pets", sa.JSON(), nullable=True),
        sa.Column("pets_wish", sa.String(length=40), nullable=True),
        sa.Column("smoking", sa.String(length=40), nullable=True),
        sa.Column("smoking_wish", sa.String(length=40), nullable=True),
        sa.Column("children_at_home", sa.String(length=40), nullable=True),
        sa.Column("alcohol", sa.String(length=40), nullable=True),
        sa.Column("living_there", sa.Integer(), nullable=True),
        sa.Column("support_levels", sa.JSON(), nullable=True),
        sa.Column("support_words", sa.String(length=1000), nullable=True),
        sa.Column("must_nots", sa.JSON(), nullable=False),
        sa.Column("matters_most", sa.JSON(), nullable=False),
        sa.Column("availability_confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("panel_on", sa.Date(), nullable=True),
        sa.Column("approved_kinds", sa.JSON(), nullable=False),
        sa.Column("approval_conditions", sa.String(length=1000), nullable=True),
        sa.Column("approval_review_on", sa.Date(), nullable=True),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("paused_until", sa.Date(), nullable=True),
        sa.Column("named_worker_id", sa.Uuid(), nullable=True),
        sa.Column("notes_sealed", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["home_id"], ["home.id"], name=op.f("fk_household_home_id_home")),
        sa.ForeignKeyConstraint(["named_worker_id"], ["account.id"], name=op.f("fk_household_named_worker_id_account")),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_household_scheme_id_scheme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_household")),
        sa.UniqueConstraint("scheme_id", "reference", name=op.f("uq_household_scheme_id_reference")),
    )
    with op.batch_alter_table("household", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_household_home_id"), ["home_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_household_named_worker_id"), ["named_worker_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_household_scheme_id"), ["scheme_id"], unique=False)

    op.create_table(
        "person",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("reference", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("known_as", sa.String(length=80), nullable=False),
        sa.Column("full_name", sa.String(length=160), nullable=True),
        sa.Column("date_of_birth", sa.Date(), nullable=True),
        sa.Column("pronouns", sa.String(length=40), nullable=True),
        sa.Column("email", sa.String(length=254), nullable=True),
        sa.Column("phone_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("home_id", sa.Uuid(), nullable=True),
        sa.Column("good_life", sa.String(length=4000), nullable=True),
        sa.Column("liked_for", sa.String(length=4000), nullable=True),
        sa.Column("can_bring", sa.String(length=4000), nullable=True),
        sa.Column("matters_to_me", sa.String(length=4000), nullable=True),
        sa.Column("best_support_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("bad_days_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("interests", sa.JSON(), nullable=False),
        sa.Column("languages", sa.JSON(), nullable=False),
        sa.Column("communication", sa.JSON(), nullable=False),
        sa.Column("faiths", sa.JSON(), nullable=False),
        sa.Column("culture", sa.String(length=400), nullable=True),
        sa.Column("foods", sa.JSON(), nullable=False),
        sa.Column("values", sa.JSON(), nullable=False),
        sa.Column("day_rhythm", sa.String(length=40), nullable=True),
        sa.Column("noise", sa.String(length=40), nullable=True),
        sa.Column("setting", sa.String(length=40), nullable=True),
        sa.Column("company", sa.String(length=40), nullable=True),
        sa.Column("routine", sa.String(length=40), nullable=True),
        sa.Column("visitors", sa.String(length=40), nullable=True),
        sa.Column("pets_wish", sa.String(length=40), nullable=True),
        sa.Column("brings_pets", sa.JSON(), nullable=True),
        sa.Column("smoking", sa.String(length=40), nullable=True),
        sa.Column("smoking_wish", sa.String(length=40), nullable=True),
        sa.Column("children_wish", sa.String(length=40), nullable=True),
        sa.Column("children_at_home", sa.String(length=40), nullable=True),
        sa.Column("living_with", sa.JSON(), nullable=False),
        sa.Column("needs_bus", sa.String(length=40), nullable=True),
        sa.Column("support_level", sa.String(length=40), nullable=True),
        sa.Column("night_support", sa.String(length=40), nullable=True),
        sa.Column("access_needs", sa.JSON(), nullable=True),
        sa.Column("distance_limit_miles", sa.Integer(), nullable=True),
        sa.Column("anywhere", sa.String(length=40), nullable=True),
        sa.Column("must_nots", sa.JSON(), nullable=False),
        sa.Column("matters_most", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("paused_until", sa.Date(), nullable=True),
        sa.Column("crisis", sa.String(length=40), nullable=True),
        sa.Column("crisis_noted_on", sa.Date(), nullable=True),
        sa.Column("named_worker_id", sa.Uuid(), nullable=True),
        sa.Column("first_contact_on", sa.Date(), nullable=True),
        sa.Column("notes_sealed", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["home_id"], ["home.id"], name=op.f("fk_person_home_id_home")),
        sa.ForeignKeyConstraint(["named_worker_id"], ["account.id"], name=op.f("fk_person_named_worker_id_account")),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_person_scheme_id_scheme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("scheme_id", "reference", name=op.f("uq_person_scheme_id_reference")),
    )
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_person_named_worker_id"), ["named_worker_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_person_scheme_id"), ["scheme_id"], unique=False)

    op.create_table(
        "sign_in_link",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_sign_in_link_account_id_account")),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_sign_in_link_scheme_id_scheme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in_link")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_sign_in_link_token_hash")),
    )
    with op.batch_alter_table("sign_in_link", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sign_in_link_account_id"), ["account_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_sign_in_link_scheme_id"), ["scheme_id"], unique=False)

    op.create_table(
        "spreadsheet_import",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("file_name", sa.String(length=200), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("report_sealed", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_spreadsheet_import_account_id_account")),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_spreadsheet_import_scheme_id_scheme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_spreadsheet_import")),
    )
    with op.batch_alter_table("spreadsheet_import", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_spreadsheet_import_at"), ["at"], unique=False)
        batch_op.create_index(batch_op.f("ix_spreadsheet_import_scheme_id"), ["scheme_id"], unique=False)

    op.create_table(
        "weights_version",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("weights", sa.JSON(), nullable=False),
        sa.Column("note", sa.String(length=500), nullable=True),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("published_by_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["published_by_id"], ["account.id"], name=op.f("fk_weights_version_published_by_id_account")
        ),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_weights_version_scheme_id_scheme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_weights_version")),
        sa.UniqueConstraint("scheme_id", "number", name=op.f("uq_weights_version_scheme_id_number")),
    )
    with op.batch_alter_table("weights_version", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_weights_version_scheme_id"), ["scheme_id"], unique=False)

    op.create_table(
        "arrangement",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("reference", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("household_id", sa.Uuid(), nullable=False),
        sa.Column("home_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("stage", sa.String(length=40), nullable=False),
        sa.Column("stage_since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("worker_id", sa.Uuid(), nullable=False),
        sa.Column("why", sa.String(length=2000), nullable=True),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answer_by", sa.Date(), nullable=False),
        sa.Column("weights_version_id", sa.Uuid(), nullable=True),
        sa.Column("frozen", sa.JSON(), nullable=False),
        sa.Column("place_to_go_back_to", sa.String(length=400), nullable=True),
        sa.Column("plan", sa.String(length=4000), nullable=True),
        sa.Column("trial_starts_on", sa.Date(), nullable=True),
        sa.Column("trial_ends_on", sa.Date(), nullable=True),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("agreed_on", sa.Date(), nullable=True),
        sa.Column("long_term_from", sa.Date(), nullable=True),
        sa.Column("paused_until", sa.Date(), nullable=True),
        sa.Column("notice_given_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("reopened_by_person", sa.Boolean(), nullable=False),
        sa.Column("reopened_by_household", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["home_id"], ["home.id"], name=op.f("fk_arrangement_home_id_home")),
        sa.ForeignKeyConstraint(["household_id"], ["household.id"], name=op.f("fk_arrangement_household_id_household")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_arrangement_person_id_person")),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_arrangement_scheme_id_scheme")),
        sa.ForeignKeyConstraint(
            ["weights_version_id"],
            ["weights_version.id"],
            name=op.f("fk_arrangement_weights_version_id_weights_version"),
        ),
        sa.ForeignKeyConstraint(["worker_id"], ["account.id"], name=op.f("fk_arrangement_worker_id_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_arrangement")),
        sa.UniqueConstraint("scheme_id", "reference", name=op.f("uq_arrangement_scheme_id_reference")),
    )
    with op.batch_alter_table("arrangement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_arrangement_home_id"), ["home_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_arrangement_household_id"), ["household_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_arrangement_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_arrangement_scheme_id"), ["scheme_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_arrangement_stage"), ["stage"], unique=False)
        batch_op.create_index(batch_op.f("ix_arrangement_worker_id"), ["worker_id"], unique=False)

    op.create_table(
        "circle_person",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("relationship", sa.String(length=80), nullable=True),
        sa.Column("closeness", sa.String(length=40), nullable=True),
        sa.Column("in_touch", sa.String(length=40), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_circle_person_person_id_person")),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_circle_person_scheme_id_scheme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_circle_person")),
    )
    with op.batch_alter_table("circle_person", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_circle_person_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_circle_person_scheme_id"), ["scheme_id"], unique=False)

    op.create_table(
        "consent",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("purpose", sa.String(length=40), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("how", sa.String(length=300), nullable=True),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_consent_person_id_person")),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_consent_scheme_id_scheme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent")),
    )
    with op.batch_alter_table("consent", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_consent_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_consent_scheme_id"), ["scheme_id"], unique=False)

    op.create_table(
        "keep_apart",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("household_id", sa.Uuid(), nullable=True),
        sa.Column("other_person_id", sa.Uuid(), nullable=True),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["household_id"], ["household.id"], name=op.f("fk_keep_apart_household_id_household")),
        sa.ForeignKeyConstraint(["other_person_id"], ["person.id"], name=op.f("fk_keep_apart_other_person_id_person")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_keep_apart_person_id_person")),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_keep_apart_scheme_id_scheme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_keep_apart")),
    )
    with op.batch_alter_table("keep_apart", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_keep_apart_household_id"), ["household_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_keep_apart_other_person_id"), ["other_person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_keep_apart_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_keep_apart_scheme_id"), ["scheme_id"], unique=False)

    op.create_table(
        "member",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("household_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=True),
        sa.Column("age_band", sa.String(length=40), nullable=True),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.Column("interests", sa.JSON(), nullable=False),
        sa.Column("day_rhythm", sa.String(length=40), nullable=True),
        sa.Column("noise", sa.String(length=40), nullable=True),
        sa.Column("company", sa.String(length=40), nullable=True),
        sa.Column("pets_wish", sa.String(length=40), nullable=True),
        sa.Column("smoking", sa.String(length=40), nullable=True),
        sa.Column("smoking_wish", sa.String(length=40), nullable=True),
        sa.Column("children_wish", sa.String(length=40), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_member_account_id_account")),
        sa.ForeignKeyConstraint(["household_id"], ["household.id"], name=op.f("fk_member_household_id_household")),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_member_scheme_id_scheme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_member")),
        sa.UniqueConstraint("account_id", name=op.f("uq_member_account_id")),
    )
    with op.batch_alter_table("member", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_member_household_id"), ["household_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_member_scheme_id"), ["scheme_id"], unique=False)

    op.create_table(
        "monitoring",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("ethnicity", sa.String(length=80), nullable=True),
        sa.Column("gender", sa.String(length=80), nullable=True),
        sa.Column("sexuality", sa.String(length=80), nullable=True),
        sa.Column("disability", sa.String(length=200), nullable=True),
        sa.Column("religion", sa.String(length=80), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_monitoring_person_id_person")),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_monitoring_scheme_id_scheme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_monitoring")),
    )
    with op.batch_alter_table("monitoring", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_monitoring_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_monitoring_scheme_id"), ["scheme_id"], unique=False)

    op.create_table(
        "offer",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("household_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("spaces", sa.Integer(), nullable=True),
        sa.Column("when", sa.String(length=200), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["household_id"], ["household.id"], name=op.f("fk_offer_household_id_household")),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_offer_scheme_id_scheme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offer")),
    )
    with op.batch_alter_table("offer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_offer_household_id"), ["household_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_offer_scheme_id"), ["scheme_id"], unique=False)

    op.create_table(
        "person_account",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("authority", sa.String(length=40), nullable=False),
        sa.Column("scope", sa.String(length=40), nullable=False),
        sa.Column("evidence", sa.String(length=300), nullable=True),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_person_account_account_id_account")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_person_account_person_id_person")),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_person_account_scheme_id_scheme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_account")),
        sa.UniqueConstraint("person_id", "account_id", name=op.f("uq_person_account_person_id_account_id")),
    )
    with op.batch_alter_table("person_account", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_person_account_account_id"), ["account_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_person_account_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_person_account_scheme_id"), ["scheme_id"], unique=False)

    op.create_table(
        "person_place",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(length=120), nullable=False),
        sa.Column("postcode_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("area", sa.String(length=80), nullable=True),
        sa.Column("cell", sa.String(length=40), nullable=True),
        sa.Column("how_often", sa.String(length=40), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_person_place_person_id_person")),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_person_place_scheme_id_scheme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_place")),
    )
    with op.batch_alter_table("person_place", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_person_place_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_person_place_scheme_id"), ["scheme_id"], unique=False)

    op.create_table(
        "time_away",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("household_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("words", sa.String(length=200), nullable=True),
        sa.ForeignKeyConstraint(["household_id"], ["household.id"], name=op.f("fk_time_away_household_id_household")),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_time_away_scheme_id_scheme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_time_away")),
    )
    with op.batch_alter_table("time_away", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_time_away_household_id"), ["household_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_time_away_scheme_id"), ["scheme_id"], unique=False)

    op.create_table(
        "wanted_arrangement",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_wanted_arrangement_person_id_person")),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_wanted_arrangement_scheme_id_scheme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wanted_arrangement")),
    )
    with op.batch_alter_table("wanted_arrangement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_wanted_arrangement_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_wanted_arrangement_scheme_id"), ["scheme_id"], unique=False)

    op.create_table(
        "answer",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("arrangement_id", sa.Uuid(), nullable=False),
        sa.Column("question", sa.String(length=40), nullable=False),
        sa.Column("side", sa.String(length=40), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=True),
        sa.Column("answer", sa.String(length=40), nullable=False),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("supported_by", sa.String(length=400), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["arrangement_id"], ["arrangement.id"], name=op.f("fk_answer_arrangement_id_arrangement")
        ),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_answer_by_id_account")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_answer_member_id_member")),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_answer_scheme_id_scheme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer")),
        sa.UniqueConstraint(
            "arrangement_id",
            "question",
            "side",
            "member_id",
            name=op.f("uq_answer_arrangement_id_question_side_member_id"),
        ),
    )
    with op.batch_alter_table("answer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_answer_arrangement_id"), ["arrangement_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_answer_scheme_id"), ["scheme_id"], unique=False)

    op.create_table(
        "carer_check",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("household_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.Column("other", sa.String(length=120), nullable=True),
        sa.Column("number", sa.String(length=40), nullable=True),
        sa.Column("decision", sa.String(length=80), nullable=True),
        sa.ForeignKeyConstraint(["household_id"], ["household.id"], name=op.f("fk_carer_check_household_id_household")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_carer_check_member_id_member")),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_carer_check_scheme_id_scheme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_carer_check")),
    )
    with op.batch_alter_table("carer_check", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_carer_check_household_id"), ["household_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_carer_check_scheme_id"), ["scheme_id"], unique=False)

    op.create_table(
        "checked_essential",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("arrangement_id", sa.Uuid(), nullable=False),
        sa.Column("essential", sa.String(length=60), nullable=False),
        sa.Column("met", sa.Boolean(), nullable=False),
        sa.Column("words", sa.String(length=1000), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["arrangement_id"], ["arrangement.id"], name=op.f("fk_checked_essential_arrangement_id_arrangement")
        ),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_checked_essential_by_id_account")),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_checked_essential_scheme_id_scheme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_checked_essential")),
        sa.UniqueConstraint("arrangement_id", "essential", name=op.f("uq_checked_essential_arrangement_id_essential")),
    )
    with op.batch_alter_table("checked_essential", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_checked_essential_arrangement_id"), ["arrangement_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_checked_essential_scheme_id"), ["scheme_id"], unique=False)

    op.create_table(
        "safeguarding_hold",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("arrangement_id", sa.Uuid(), nullable=False),
        sa.Column("basis", sa.String(length=300), nullable=False),
        sa.Column("review_on", sa.Date(), nullable=False),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("lifted_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["arrangement_id"], ["arrangement.id"], name=op.f("fk_safeguarding_hold_arrangement_id_arrangement")
        ),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_safeguarding_hold_by_id_account")),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_safeguarding_hold_scheme_id_scheme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_safeguarding_hold")),
    )
    with op.batch_alter_table("safeguarding_hold", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_safeguarding_hold_arrangement_id"), ["arrangement_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_safeguarding_hold_scheme_id"), ["scheme_id"], unique=False)

    op.create_table(
        "taken_step",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("arrangement_id", sa.Uuid(), nullable=False),
        sa.Column("step", sa.String(length=40), nullable=False),
        sa.Column("source", sa.String(length=40), nullable=True),
        sa.Column("target", sa.String(length=40), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("reason", sa.String(length=80), nullable=True),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["arrangement_id"], ["arrangement.id"], name=op.f("fk_taken_step_arrangement_id_arrangement")
        ),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_taken_step_by_id_account")),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_taken_step_scheme_id_scheme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_taken_step")),
    )
    with op.batch_alter_table("taken_step", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_taken_step_arrangement_id"), ["arrangement_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_taken_step_scheme_id"), ["scheme_id"], unique=False)

    op.create_table(
        "visit",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("arrangement_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("where", sa.String(length=200), nullable=True),
        sa.Column("travel", sa.String(length=200), nullable=True),
        sa.Column("who_comes", sa.String(length=200), nullable=True),
        sa.ForeignKeyConstraint(
            ["arrangement_id"], ["arrangement.id"], name=op.f("fk_visit_arrangement_id_arrangement")
        ),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_visit_scheme_id_scheme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit")),
    )
    with op.batch_alter_table("visit", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_visit_arrangement_id"), ["arrangement_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_visit_scheme_id"), ["scheme_id"], unique=False)

    op.create_table(
        "waiver",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("arrangement_id", sa.Uuid(), nullable=False),
        sa.Column("need", sa.String(length=60), nullable=False),
        sa.Column("reason", sa.String(length=1000), nullable=False),
        sa.Column("expires_on", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["arrangement_id"], ["arrangement.id"], name=op.f("fk_waiver_arrangement_id_arrangement")
        ),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_waiver_by_id_account")),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_waiver_scheme_id_scheme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_waiver")),
    )
    with op.batch_alter_table("waiver", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_waiver_arrangement_id"), ["arrangement_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_waiver_scheme_id"), ["scheme_id"], unique=False)

    op.create_table(
        "feeling",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("arrangement_id", sa.Uuid(), nullable=False),
        sa.Column("visit_id", sa.Uuid(), nullable=False),
        sa.Column("side", sa.String(length=40), nullable=False),
        sa.Column("feels", sa.String(length=40), nullable=False),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["arrangement_id"], ["arrangement.id"], name=op.f("fk_feeling_arrangement_id_arrangement")
        ),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_feeling_by_id_account")),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_feeling_scheme_id_scheme")),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_feeling_visit_id_visit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feeling")),
        sa.UniqueConstraint("visit_id", "side", name=op.f("uq_feeling_visit_id_side")),
    )
    with op.batch_alter_table("feeling", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_feeling_arrangement_id"), ["arrangement_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_feeling_scheme_id"), ["scheme_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_feeling_visit_id"), ["visit_id"], unique=False)

    op.create_table(
        "stay",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("arrangement_id", sa.Uuid(), nullable=False),
        sa.Column("home_id", sa.Uuid(), nullable=False),
        sa.Column("visit_id", sa.Uuid(), nullable=True),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("ends_at IS NULL OR ends_at > starts_at", name=op.f("ck_stay_ends_after_start")),
        sa.ForeignKeyConstraint(
            ["arrangement_id"], ["arrangement.id"], name=op.f("fk_stay_arrangement_id_arrangement")
        ),
        sa.ForeignKeyConstraint(["home_id"], ["home.id"], name=op.f("fk_stay_home_id_home")),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_stay_scheme_id_scheme")),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_stay_visit_id_visit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stay")),
    )
    with op.batch_alter_table("stay", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_stay_arrangement_id"), ["arrangement_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_stay_home_id"), ["home_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_stay_scheme_id"), ["scheme_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_stay_visit_id"), ["visit_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("stay", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_stay_visit_id"))
        batch_op.drop_index(batch_op.f("ix_stay_scheme_id"))
        batch_op.drop_index(batch_op.f("ix_stay_home_id"))
        batch_op.drop_index(batch_op.f("ix_stay_arrangement_id"))

    op.drop_table("stay")
    with op.batch_alter_table("feeling", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_feeling_visit_id"))
        batch_op.drop_index(batch_op.f("ix_feeling_scheme_id"))
        batch_op.drop_index(batch_op.f("ix_feeling_arrangement_id"))

    op.drop_table("feeling")
    with op.batch_alter_table("waiver", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_waiver_scheme_id"))
        batch_op.drop_index(batch_op.f("ix_waiver_arrangement_id"))

    op.drop_table("waiver")
    with op.batch_alter_table("visit", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_visit_scheme_id"))
        batch_op.drop_index(batch_op.f("ix_visit_arrangement_id"))

    op.drop_table("visit")
    with op.batch_alter_table("taken_step", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_taken_step_scheme_id"))
        batch_op.drop_index(batch_op.f("ix_taken_step_arrangement_id"))

    op.drop_table("taken_step")
    with op.batch_alter_table("safeguarding_hold", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_safeguarding_hold_scheme_id"))
        batch_op.drop_index(batch_op.f("ix_safeguarding_hold_arrangement_id"))

    op.drop_table("safeguarding_hold")
    with op.batch_alter_table("checked_essential", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_checked_essential_scheme_id"))
        batch_op.drop_index(batch_op.f("ix_checked_essential_arrangement_id"))

    op.drop_table("checked_essential")
    with op.batch_alter_table("carer_check", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_carer_check_scheme_id"))
        batch_op.drop_index(batch_op.f("ix_carer_check_household_id"))

    op.drop_table("carer_check")
    with op.batch_alter_table("answer", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_answer_scheme_id"))
        batch_op.drop_index(batch_op.f("ix_answer_arrangement_id"))

    op.drop_table("answer")
    with op.batch_alter_table("wanted_arrangement", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_wanted_arrangement_scheme_id"))
        batch_op.drop_index(batch_op.f("ix_wanted_arrangement_person_id"))

    op.drop_table("wanted_arrangement")
    with op.batch_alter_table("time_away", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_time_away_scheme_id"))
        batch_op.drop_index(batch_op.f("ix_time_away_household_id"))

    op.drop_table("time_away")
    with op.batch_alter_table("person_place", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_person_place_scheme_id"))
        batch_op.drop_index(batch_op.f("ix_person_place_person_id"))

    op.drop_table("person_place")
    with op.batch_alter_table("person_account", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_person_account_scheme_id"))
        batch_op.drop_index(batch_op.f("ix_person_account_person_id"))
        batch_op.drop_index(batch_op.f("ix_person_account_account_id"))

    op.drop_table("person_account")
    with op.batch_alter_table("offer", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_offer_scheme_id"))
        batch_op.drop_index(batch_op.f("ix_offer_household_id"))

    op.drop_table("offer")
    with op.batch_alter_table("monitoring", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_monitoring_scheme_id"))
        batch_op.drop_index(batch_op.f("ix_monitoring_person_id"))

    op.drop_table("monitoring")
    with op.batch_alter_table("member", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_member_scheme_id"))
        batch_op.drop_index(batch_op.f("ix_member_household_id"))

    op.drop_table("member")
    with op.batch_alter_table("keep_apart", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_keep_apart_scheme_id"))
        batch_op.drop_index(batch_op.f("ix_keep_apart_person_id"))
        batch_op.drop_index(batch_op.f("ix_keep_apart_other_person_id"))
        batch_op.drop_index(batch_op.f("ix_keep_apart_household_id"))

    op.drop_table("keep_apart")
    with op.batch_alter_table("consent", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_consent_scheme_id"))
        batch_op.drop_index(batch_op.f("ix_consent_person_id"))

    op.drop_table("consent")
    with op.batch_alter_table("circle_person", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_circle_person_scheme_id"))
        batch_op.drop_index(batch_op.f("ix_circle_person_person_id"))

    op.drop_table("circle_person")
    with op.batch_alter_table("arrangement", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_arrangement_worker_id"))
        batch_op.drop_index(batch_op.f("ix_arrangement_stage"))
        batch_op.drop_index(batch_op.f("ix_arrangement_scheme_id"))
        batch_op.drop_index(batch_op.f("ix_arrangement_person_id"))
        batch_op.drop_index(batch_op.f("ix_arrangement_household_id"))
        batch_op.drop_index(batch_op.f("ix_arrangement_home_id"))

    op.drop_table("arrangement")
    with op.batch_alter_table("weights_version", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_weights_version_scheme_id"))

    op.drop_table("weights_version")
    with op.batch_alter_table("spreadsheet_import", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_spreadsheet_import_scheme_id"))
        batch_op.drop_index(batch_op.f("ix_spreadsheet_import_at"))

    op.drop_table("spreadsheet_import")
    with op.batch_alter_table("sign_in_link", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sign_in_link_scheme_id"))
        batch_op.drop_index(batch_op.f("ix_sign_in_link_account_id"))

    op.drop_table("sign_in_link")
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_person_scheme_id"))
        batch_op.drop_index(batch_op.f("ix_person_named_worker_id"))

    op.drop_table("person")
    with op.batch_alter_table("household", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_household_scheme_id"))
        batch_op.drop_index(batch_op.f("ix_household_named_worker_id"))
        batch_op.drop_index(batch_op.f("ix_household_home_id"))

    op.drop_table("household")
    with op.batch_alter_table("conversation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_conversation_scheme_id"))
        batch_op.drop_index(batch_op.f("ix_conversation_about_id"))

    op.drop_table("conversation")
    with op.batch_alter_table("waiting_row", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_waiting_row_scheme_id"))

    op.drop_table("waiting_row")
    with op.batch_alter_table("subject_key", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_subject_key_scheme_id"))

    op.drop_table("subject_key")
    with op.batch_alter_table("reading", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_reading_subject_id"))
        batch_op.drop_index(batch_op.f("ix_reading_scheme_id"))
        batch_op.drop_index(batch_op.f("ix_reading_at"))

    op.drop_table("reading")
    with op.batch_alter_table("photograph", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_photograph_scheme_id"))
        batch_op.drop_index(batch_op.f("ix_photograph_of_id"))

    op.drop_table("photograph")
    with op.batch_alter_table("message", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_message_sent_at"))
        batch_op.drop_index(batch_op.f("ix_message_scheme_id"))

    op.drop_table("message")
    with op.batch_alter_table("learned", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_learned_scheme_id"))

    op.drop_table("learned")
    with op.batch_alter_table("imported_profile", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_imported_profile_scheme_id"))

    op.drop_table("imported_profile")
    with op.batch_alter_table("home", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_home_scheme_id"))

    op.drop_table("home")
    with op.batch_alter_table("change", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_change_subject_id"))
        batch_op.drop_index(batch_op.f("ix_change_scheme_id"))
        batch_op.drop_index(batch_op.f("ix_change_at"))

    op.drop_table("change")
    with op.batch_alter_table("account", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_account_scheme_id"))

    op.drop_table("account")
    with op.batch_alter_table("sign_in_attempt", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sign_in_attempt_at"))
        batch_op.drop_index(batch_op.f("ix_sign_in_attempt_address_hash"))
        batch_op.drop_index(batch_op.f("ix_sign_in_attempt_account_hash"))

    op.drop_table("sign_in_attempt")
    op.drop_table("scheme")
    op.drop_table("place")
