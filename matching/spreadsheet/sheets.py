"""The shape every opened file takes: sheets of rows that remember their own row numbers."""

from dataclasses import dataclass

from matching.spreadsheet.cells import Cell


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was given: its name, and what is in it."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Row:
    """A row somebody wrote in. ``number`` is the spreadsheet's own, from 1."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of one sheet that have anything in them, in order; a gap in their numbers is blank rows."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a file may be. The numbers are our judgement: many times the country's largest scheme."""

    bytes: int = 20_000_000
    """Size of all files together."""
    unpacked_bytes: int = 200_000_000
    """Size of a workbook once unpacked: a small file may hide a very large one."""
    sheets: int = 60
    rows: int = 20_000
    """Rows in one sheet that have anything in them."""
    columns: int = 300
    cells: int = 500_000
    """Cells in one sheet: what is read before anything is refused takes time."""
