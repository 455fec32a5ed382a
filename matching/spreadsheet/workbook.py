"""Opening a workbook, or refusing it kindly."""

import io
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import PurePath
from typing import Any

from openpyxl import load_workbook

from matching.spreadsheet.cells import BLANK, Cell, cell
from matching.spreadsheet.delimited import read_delimited
from matching.spreadsheet.sheets import Limits, Row, Sheet, Source
from scheme.errors import Refused

FIELD = "workbook"
"""The form field a refusal belongs to."""

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PACKED = b"PK"
_EXCEL_LAST_ROW = 1_048_576


def open_book(sources: Sequence[Source], limits: Limits | None = None) -> tuple[Sheet, ...]:
    """Every sheet of the files given: one workbook, or any number of .csv files (each a sheet named after its file).

    Raises ``Refused``, in words fit to show, for a file that is not a spreadsheet, is locked with a password or is
    too large. Formulas give the answer they had when the file was last saved; one without an answer gives itself.
    """
    limits = limits or Limits()
    _refuse_empty_or_large(sources, limits)
    sheets = tuple(sheet for source in sources for sheet in _sheets_of(source, limits))
    if len(sheets) > limits.sheets:
        raise Refused(f"That is more than {limits.sheets} sheets. Please take out the ones nobody uses.", FIELD)
    return sheets


def glance(source: Source) -> None:
    """Look at a file without reading it: raises ``Refused`` for what is plainly no spreadsheet we can read."""
    limits = Limits()
    _refuse_empty_or_large([source], limits)
    if source.content.startswith(_OLD_OFFICE):
        raise _old_or_locked(source)
    if source.content.startswith(_PACKED):
        with _refusing_what_is_damaged():
            _inspect(source.content, limits)
    else:
        read_delimited(source.content)


def _refuse_empty_or_large(sources: Sequence[Source], limits: Limits) -> None:
    if not sources or not any(source.content for source in sources):
        raise Refused("That file is empty. Please choose a spreadsheet with something in it.", FIELD)
    if sum(len(source.content) for source in sources) > limits.bytes:
        raise Refused(f"That is more than {limits.bytes // 1_000_000} MB. Please send a smaller file.", FIELD)


def _sheets_of(source: Source, limits: Limits) -> Iterable[Sheet]:
    if source.content.startswith(_OLD_OFFICE):
        raise _old_or_locked(source)
    if source.content.startswith(_PACKED):
        return _workbook(source, limits)
    name = PurePath(source.name).stem or "Sheet 1"
    return [Sheet(name, _bounded(enumerate(read_delimited(source.content), start=1), name, limits))]


def _old_or_locked(source: Source) -> Refused:
    if _ENCRYPTED in source.content:
        return Refused("This workbook is locked with a password. Please save a copy without one and try again.", FIELD)
    return Refused(
        "This looks like an older kind of file. Please open it in your spreadsheet program, "
        "choose Save as, then .xlsx, and try again.",
        FIELD,
    )


def _workbook(source: Source, limits: Limits) -> list[Sheet]:
    with _refusing_what_is_damaged():
        has_formulas = _inspect(source.content, limits)
        return list(_read_workbook(source.content, has_formulas, limits))


@contextmanager
def _refusing_what_is_damaged() -> Iterator[None]:
    try:
        yield
    except Refused:
        raise
    except Exception as trouble:
        # A damaged file can go wrong anywhere inside the reader: whatever it says, the answer for the sender is one.
        raise Refused(
            "We could not open this as a spreadsheet. Please open it in your spreadsheet program, "
            "save it again as .xlsx or .csv, and try again.",
            FIELD,
        ) from trouble


def _inspect(content: bytes, limits: Limits) -> bool:
    """Refuse what should not be unpacked; say whether there are formulas."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        members = packed.infolist()
        if sum(member.file_size for member in members) > limits.unpacked_bytes:
            raise Refused("This workbook is too large to open safely. Please save only the sheets we need.", FIELD)
        if any(member.flag_bits & 0x1 for member in members):
            raise Refused("This file is locked with a password. Please save a copy without one and try again.", FIELD)
        pages = [member for member in members if member.filename.startswith("xl/worksheets/")]
        if not pages:
            raise Refused("This is not a workbook we can read. Please save it as .xlsx or .csv and try again.", FIELD)
        for member in members:
            if member.filename.endswith((".xml", ".rels")) and _declares_entities(packed, member):
                raise Refused("This workbook holds something unsafe, so we did not open it.", FIELD)
        return any(_holds_formula(packed, page) for page in pages)


def _declares_entities(packed: zipfile.ZipFile, member: zipfile.ZipInfo) -> bool:
    with packed.open(member) as part:
        return b"<!DOCTYPE" in part.read(4_096).replace(b"\0", b"")


def _holds_formula(packed: zipfile.ZipFile, page: zipfile.ZipInfo) -> bool:
    content = packed.read(page)
    return b"<f>" in content or b"<f " in content


def _read_workbook(content: bytes, has_formulas: bool, limits: Limits) -> Iterator[Sheet]:
    with warnings.catch_warnings():
        # Its warnings are about styles and extensions, which do not concern us.
        warnings.simplefilter("ignore")
        answers = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        formulas = load_workbook(io.BytesIO(content), read_only=True) if has_formulas else None
        if len(answers.worksheets) > limits.sheets:
            raise Refused(f"That is more than {limits.sheets} sheets. Please take out the ones nobody uses.", FIELD)
        for index, page in enumerate(answers.worksheets):
            # Some programs write a wrong size at the top of a sheet; without it every row is read.
            page.reset_dimensions()
            rows: Iterator[tuple[Any, ...]] = page.iter_rows(values_only=True)
            if formulas:
                formulas.worksheets[index].reset_dimensions()
                rows = _with_unanswered(rows, formulas.worksheets[index].iter_rows(values_only=True))
            yield Sheet(page.title, _bounded(enumerate(rows, start=1), page.title, limits))


def _with_unanswered(
    answers: Iterable[tuple[Any, ...]], formulas: Iterable[tuple[Any, ...]]
) -> Iterator[tuple[Any, ...]]:
    """The answers, and the formula itself where a program saved no answer beside it."""
    for answered, written in zip(answers, formulas, strict=False):
        yield tuple(
            formula if answer is None and isinstance(formula, str) else answer
            for answer, formula in zip(answered, written, strict=False)
        )


def _bounded(numbered: Iterable[tuple[int, Sequence[Any]]], name: str, limits: Limits) -> tuple[Row, ...]:
    rows: list[Row] = []
    read = 0
    for number, values in numbered:
        cells = _cells(values)
        if not cells:
            continue
        if len(cells) > limits.columns:
            raise Refused(
                f"“{name}” has more than {limits.columns} columns. Please take out the ones nobody uses.", FIELD
            )
        if len(rows) == limits.rows or number > _EXCEL_LAST_ROW:
            raise Refused(f"“{name}” has more than {limits.rows:,} rows. Please split it into smaller files.", FIELD)
        read += len(cells)
        if read > limits.cells:
            raise Refused(f"“{name}” has more than {limits.cells:,} cells. Please split it into smaller files.", FIELD)
        rows.append(Row(number, cells))
    return tuple(rows)


def _cells(values: Sequence[Any]) -> tuple[Cell, ...]:
    """The row's cells up to the last one with anything in it."""
    cells = [BLANK if value is None else cell(value) for value in values]
    while cells and cells[-1].blank:
        cells.pop()
    return tuple(cells)
