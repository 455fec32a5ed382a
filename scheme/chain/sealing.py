"""Adding to the chain what is not in it yet. A job's work: it may run at any time, twice at once, and again.

What is sealed is what has no seal, not what is newer than the last: a change whose transaction ended late is sealed next time.
Until then nothing would notice if it were altered, so run it often.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, cast

from sqlmodel import col, select

from scheme.chain import heads
from scheme.chain.forms import NEWEST, TABLES, Recorded, row_digest, seal_digest
from scheme.database import carry_out, db, now, this_scheme
from scheme.models import Change, Reading, Seal

AT_ONCE = 500
"""Rows of each table sealed in one transaction, so that nobody waits long for their turn (our judgement)."""


def seal_record() -> tuple[int, int]:
    """Seal what is new in the session's scheme, and keep the head outside. Returns how many rows, and how many in all.

    Raises ``Refused`` when the head cannot be kept; what was sealed stays sealed, and the next run keeps its head.
    """
    sealed = 0
    while more := carry_out(seal_some):
        sealed += more
    head = newest_head()
    if head and (sealed or head not in heads.kept()):
        heads.keep([head])
    return sealed, head.count if head else 0


def newest_head() -> heads.Head | None:
    """Where the session's scheme's record ends now; nothing while nothing is sealed."""
    last = _newest()
    return heads.Head(last.scheme_id, last.number, last.digest, last.sealed_at) if last else None


def note_restored() -> None:
    """A backup was put back: write down outside that the session's scheme's record ends where the backup's did."""
    head = newest_head() or heads.Head(this_scheme(), 0, "", now())
    heads.keep([replace(head, at=now(), restored=True)])


def seal_some() -> int:
    """An action: seal the oldest of what is new. Returns how many rows."""
    rows = sorted((row for model in TABLES.values() for row in _unsealed(model)), key=lambda row: (row.at, row.id))
    last = _newest()
    number, digest = (last.number, last.digest) if last else (0, str(this_scheme()))
    for row in rows:
        number += 1
        seal = Seal(
            number=number,
            row_table=str(row.__tablename__),
            row_id=row.id,
            form=NEWEST,
            row_digest=row_digest(NEWEST, row),
            digest="",
        )
        seal.digest = digest = seal_digest(digest, seal)
        db.session.add(seal)
    return len(rows)


def not_sealed(model: type[Change] | type[Reading]) -> Any:
    """The condition of a row that has no seal."""
    return ~select(Seal.id).where(Seal.row_id == model.id).exists()


def _unsealed(model: type[Change] | type[Reading]) -> Sequence[Recorded]:
    query = select(model).where(not_sealed(model)).order_by(col(model.at), col(model.id)).limit(AT_ONCE)
    return cast(Sequence[Recorded], db.session.exec(query).all())


def _newest() -> Seal | None:
    return db.session.exec(select(Seal).order_by(col(Seal.number).desc()).limit(1)).first()
