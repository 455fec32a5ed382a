"""Numbers that now differ by kind of arrangement: what a scheme had chosen for all kinds is kept for each."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

GOING_ON = ("live_in", "short_break", "day_support", "kinship", "homeshare")
INTERIM = ("emergency", "home_from_hospital")

BECAME = {
    "visits_before_trial": [f"visits_before_trial.{kind}" for kind in GOING_ON],
    "trial_days": [f"trial_days.{kind}" for kind in ("live_in", "day_support", "kinship")],
    "homeshare_trial_days": ["trial_days.homeshare"],
    "interim_days": [f"trial_days.{kind}" for kind in INTERIM],
    "notice_days": [f"notice_days.{kind}" for kind in (*GOING_ON, *INTERIM)],
    "review_days": [f"review_days.{kind}" for kind in GOING_ON],
}
"""The new names of each old one. Every range is at least as wide as it was."""

SCHEME = sa.table("scheme", sa.column("id", sa.Uuid()), sa.column("numbers", sa.JSON()))


def upgrade() -> None:
    _rename(lambda name: BECAME.get(name, [name]))


def downgrade() -> None:
    was = {new[0]: old for old, new in BECAME.items()}
    gone = {name for new in BECAME.values() for name in new[1:]}
    _rename(lambda name: [] if name in gone or ("." in name and name not in was) else [was.get(name, name)])


def _rename(names):  # type: ignore[no-untyped-def]
    connection = op.get_bind()
    for scheme_id, numbers in connection.execute(sa.select(SCHEME.c.id, SCHEME.c.numbers)).all():
        renamed = {new: value for name, value in numbers.items() for new in names(name)}
        if renamed != numbers:
            connection.execute(SCHEME.update().where(SCHEME.c.id == scheme_id).values(numbers=renamed))
