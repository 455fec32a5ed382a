"""The second walls, the same on both databases: what the code already refuses, the database refuses too.

- PostgreSQL: row-level security, forced, so that a query without a scheme finds nothing. The one exemption is looking up an
  account at sign-in.
- Both: the record of changes and of readings is never altered; never more than three people supported in one home at once.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

LOOKED_UP_AT_SIGN_IN = ("account", "sign_in_link")
NEVER_ALTERED = ("change", "reading")

IN_THIS_SCHEME = "scheme_id = nullif(current_setting('alongside.scheme', true), '')::uuid"
SIGNING_IN = "current_setting('alongside.signing_in', true) = 'on'"

TOO_MANY_PEOPLE = """
    (SELECT kind FROM arrangement WHERE id = NEW.arrangement_id) <> 'homeshare'
    AND EXISTS (
        SELECT 1 FROM (
            SELECT NEW.starts_at AS moment
            UNION
            SELECT starts_at FROM stay
            WHERE home_id = NEW.home_id AND id <> NEW.id AND starts_at >= NEW.starts_at
              AND (NEW.ends_at IS NULL OR starts_at < NEW.ends_at)
        ) AS moments
        WHERE 3 < 1 + coalesce((
            SELECT max(CASE WHEN coalesce(living_there, 0) > residents THEN coalesce(living_there, 0) ELSE residents END) FROM (
                SELECT household.living_there, count(member.id) AS residents
                FROM household LEFT JOIN member
                  ON member.household_id = household.id AND member.kind = 'resident' AND member.left_on IS NULL
                WHERE household.home_id = NEW.home_id GROUP BY household.id, household.living_there
            ) AS there_already
        ), 0) + (
            SELECT count(DISTINCT there.person_id) FROM stay AS s JOIN arrangement AS there ON there.id = s.arrangement_id
            WHERE s.home_id = NEW.home_id AND s.id <> NEW.id AND there.kind <> 'homeshare'
              AND there.person_id <> (SELECT person_id FROM arrangement WHERE id = NEW.arrangement_id)
              AND s.starts_at <= moments.moment AND (s.ends_at IS NULL OR s.ends_at > moments.moment)
        )
    )
"""


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        _postgresql()
    else:
        _sqlite()


def _tables_of_a_scheme() -> list[str]:
    inspector = sa.inspect(op.get_bind())
    return [t for t in inspector.get_table_names() if any(c["name"] == "scheme_id" for c in inspector.get_columns(t))]


def _postgresql() -> None:
    for table in _tables_of_a_scheme():
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY this_scheme ON {table} USING ({IN_THIS_SCHEME}) WITH CHECK ({IN_THIS_SCHEME})")
    for table in LOOKED_UP_AT_SIGN_IN:
        op.execute(f"CREATE POLICY at_sign_in ON {table} FOR SELECT USING ({SIGNING_IN})")
    op.execute(
        "CREATE FUNCTION never_altered() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'never altered'; END $$"
    )
    for table in NEVER_ALTERED:
        op.execute(
            f"CREATE TRIGGER {table}_never_altered BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION never_altered()"
        )
    op.execute(
        "CREATE FUNCTION three_people_at_most() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF {TOO_MANY_PEOPLE} THEN RAISE EXCEPTION 'three people at most' USING ERRCODE = 'check_violation'; END IF; "
        "RETURN NEW; END $$"
    )
    op.execute(
        "CREATE TRIGGER three_people_at_most BEFORE INSERT OR UPDATE ON stay FOR EACH ROW EXECUTE FUNCTION three_people_at_most()"
    )


def _sqlite() -> None:
    for table in NEVER_ALTERED:
        for what in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_never_altered_{what.lower()} BEFORE {what} ON {table} "
                "BEGIN SELECT RAISE(ABORT, 'never altered'); END"
            )
    for what in ("INSERT", "UPDATE"):
        op.execute(
            f"CREATE TRIGGER three_people_at_most_{what.lower()} BEFORE {what} ON stay WHEN {TOO_MANY_PEOPLE} "
            "BEGIN SELECT RAISE(ABORT, 'three people at most'); END"
        )


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        _without_walls_postgresql()
        return
    for table in NEVER_ALTERED:
        op.execute(f"DROP TRIGGER {table}_never_altered_update")
        op.execute(f"DROP TRIGGER {table}_never_altered_delete")
    op.execute("DROP TRIGGER three_people_at_most_insert")
    op.execute("DROP TRIGGER three_people_at_most_update")


def _without_walls_postgresql() -> None:
    op.execute("DROP TRIGGER three_people_at_most ON stay")
    op.execute("DROP FUNCTION three_people_at_most")
    for table in NEVER_ALTERED:
        op.execute(f"DROP TRIGGER {table}_never_altered ON {table}")
    op.execute("DROP FUNCTION never_altered")
    for table in LOOKED_UP_AT_SIGN_IN:
        op.execute(f"DROP POLICY at_sign_in ON {table}")
    for table in _tables_of_a_scheme():
        op.execute(f"DROP POLICY this_scheme ON {table}")
        op.execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY")
