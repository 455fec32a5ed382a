"""Rows that wait for a worker to say whether they are about somebody who is here already."""

from collections.abc import Iterable
from uuid import UUID

from matching.spreadsheet.models import WaitingRow
from matching.spreadsheet.told import Told
from scheme.database import db


class WaitingRows:
    """Every row that waits or waited, found again by what it says, or by its reference while nobody has answered."""

    def __init__(self, rows: Iterable[WaitingRow]) -> None:
        self._by_mark: dict[tuple[str, str], WaitingRow] = {}
        self._open: dict[tuple[str, str], WaitingRow] = {}
        for row in rows:
            self._note(row, Told.from_json(row.row or ""))

    def _note(self, row: WaitingRow, told: Told) -> None:
        self._by_mark[told.about, told.mark] = row
        if told.reference and not row.answered:
            self._open[told.about, told.reference.casefold()] = row

    def has(self, told: Told) -> bool:
        """Whether a worker is being asked about exactly this row, or has answered."""
        return (told.about, told.mark) in self._by_mark

    def ask(self, told: Told, looks_like: UUID) -> None:
        """Ask a worker about a row. One that says something else than when it was asked about is asked about once."""
        row = self._open.get((told.about, (told.reference or "").casefold()))
        if row is None:
            row = WaitingRow(about=told.about, looks_like_id=looks_like)
            db.session.add(row)
        row.looks_like_id, row.row = looks_like, told.as_json()
        self._note(row, told)

    def found(self, told: Told) -> None:
        """The file itself has said who it is: nobody need be asked any more."""
        row = self._open.pop((told.about, (told.reference or "").casefold()), None)
        if row is not None:
            row.answered = True
