"""Recomputing the whole chain of a scheme's record, and saying in plain words what is not as it was."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select

from scheme.chain.forms import FORMS, TABLES, Recorded, row_digest, seal_digest, stored
from scheme.chain.heads import Head
from scheme.chain.sealing import not_sealed
from scheme.database import db, this_scheme
from scheme.models import Seal

AT_ONCE = 1000
"""Seals looked at together, so that a long record fits into a small machine."""


@dataclass
class Found:
    """What checking one scheme's record found."""

    sealed: int = 0
    """How many rows are sealed."""
    waiting: int = 0
    """How many rows are not sealed yet: they wait for the next run of the job."""
    lost_by_restoring: int = 0
    """Rows that were sealed after a backup was made which was put back later: gone, and known to be."""
    problems: list[str] = field(default_factory=list)
    """A sentence for each row or seal that is not as it was; empty when all is well."""


def check_record(kept: Sequence[Head]) -> Found:
    """Recompute the session's scheme's chain. ``kept`` are the heads from outside, read before this transaction began."""
    ours = [head for head in kept if head.scheme_id == this_scheme()]
    standing, lost = _standing(ours)
    found = Found(lost_by_restoring=lost)
    digests: dict[int, str] = {}
    wanted = {head.count for head in standing}
    number, digest = 0, str(this_scheme())
    for seal, row in _sealed_rows():
        if seal.number != number + 1:
            found.problems.append(_gap(number + 1, seal.number - 1))
        elif seal_digest(digest, seal) != seal.digest:
            found.problems.append(f"{_named(seal)}: the seal itself has been changed.")
        found.problems += _about_row(seal, row)
        found.sealed += 1
        number, digest = seal.number, seal.digest
        if number in wanted:
            digests[number] = digest
    found.problems += _about_end(number, digests, standing)
    found.waiting = sum(_count_waiting(model) for model in TABLES.values())
    return found


def _sealed_rows() -> Iterator[tuple[Seal, Mapping[UUID, Recorded | None]]]:
    """Every seal in order, each with the rows it may be of."""
    last = 0
    while True:
        query = select(Seal).where(Seal.number > last).order_by(col(Seal.number)).limit(AT_ONCE)
        seals = db.session.exec(query.execution_options(populate_existing=True)).all()
        if not seals:
            return
        last = seals[-1].number
        ids = {table: [seal.row_id for seal in seals if seal.row_table == table] for table in TABLES}
        rows = {row_id: row for table, of_it in ids.items() if of_it for row_id, row in stored(table, of_it).items()}
        for seal in seals:
            yield seal, rows
        db.session.expunge_all()


def _about_row(seal: Seal, rows: Mapping[UUID, Recorded | None]) -> Iterator[str]:
    if seal.row_id not in rows:
        yield f"{_named(seal)}: the row has been removed."
        return
    row = rows[seal.row_id]
    if row is None or seal.form not in FORMS or row_digest(seal.form, row) != seal.row_digest:
        yield f"{_named(seal)}: the row has been changed since it was sealed."


def _about_end(last: int, digests: Mapping[int, str], heads: Sequence[Head]) -> Iterator[str]:
    """What the heads outside say of the end, and of the whole having been made anew."""
    if last and not heads:
        yield "No end of this record is kept outside the database, so nobody would notice if its end were cut off."
    beyond = max((head for head in heads if head.count > last), key=lambda head: head.count, default=None)
    if beyond:
        yield (
            f"The end has been cut off: on {_said(beyond)} the record had {beyond.count} sealed rows, now it ends at {last}."
        )
    for head in heads:
        if head.count <= last and digests.get(head.count) != head.digest:
            yield f"The chain up to number {head.count} is not the one of {_said(head)}: it has been made anew."
            return


def _standing(heads: Sequence[Head]) -> tuple[list[Head], int]:
    """The heads that still hold, and how many rows are known to be lost: a backup put back takes the record back with it."""
    standing: list[Head] = []
    lost = 0
    for head in heads:
        if head.restored:
            lost += max([0, *(each.count - head.count for each in standing)])
            standing = [each for each in standing if each.count <= head.count]
        if head.count:
            standing.append(head)
    return standing, lost


def _count_waiting(model: type[Recorded]) -> int:
    return db.session.exec(select(func.count()).select_from(model).where(not_sealed(model))).one()


def _gap(first: int, last: int) -> str:
    return (
        f"Number {first}: the seal has been removed."
        if first == last
        else f"Numbers {first} to {last}: the seals have been removed."
    )


def _named(seal: Seal) -> str:
    return f"Number {seal.number} ({seal.row_table} {seal.row_id})"


def _said(head: Head) -> str:
    return f"{head.at:%-d %B %Y at %H:%M} UTC"
