"""Profiles as a folder of plain CSV files: the engine for whoever has a table and no Alongside.

``people.csv`` and ``households.csv`` hold a row for each of them. What somebody can have several of stands in a file of
its own (``people.wishes.csv``, ``households.members.csv``), a row for each, and its column ``of`` says whose it is. A column is a field of
:mod:`matching.compatibility.profiles`, and a field of a field is written with a dot (``home.setting``, ``dates.starts``).
Headings are read in any case. Several answers in one cell stand apart by semicolons, an answer about something by a colon
(``chess: love``). An empty cell is not known; where none is an answer of its own, it is written ``none``. Every file but the first two may be left
out, and so may every column but ``reference``.

What cannot be read is reported by file, row and column, counts as not known, and everything else is taken.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import MISSING, Field, dataclass, field, fields, is_dataclass, replace
from functools import cache
from itertools import zip_longest
from pathlib import Path
from types import NoneType
from typing import Any, Generic, TypeVar, get_args, get_origin, get_type_hints

from matching.answer_words import PLAIN, Answer, Misread, answer_to
from matching.compatibility.profiles import HouseholdProfile, PersonProfile

REFERENCE, OF, ABOUT = "reference", "of", "about"
"""The columns that say whose row it is, in the first two files and in the others; and, in a file of answers about
somebody else (``people.declined``), about whom."""

PEOPLE, HOUSEHOLDS = "people", "households"
SIDES: Mapping[str, type] = {PEOPLE: PersonProfile, HOUSEHOLDS: HouseholdProfile}

T = TypeVar("T")


class FolderNotRead(ValueError):
    """A file that has to be there is not, says nobody's reference, or is no CSV file at all; in words fit to show."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that was not understood. ``row`` counts as a spreadsheet does: the headers are row 1."""

    file: str
    row: int
    column: str
    words: str
    why: str

    def __str__(self) -> str:
        return f"{self.file}, row {self.row}, {self.column}: “{self.words}” {self.why}"


@dataclass(frozen=True, slots=True)
class Profiles:
    """Everybody in a folder, in the order of its rows, and what was not understood."""

    people: tuple[PersonProfile, ...]
    households: tuple[HouseholdProfile, ...]
    problems: tuple[Problem, ...]


def read_profiles(folder: Path) -> Profiles:
    """Everybody in this folder. Raises :class:`FolderNotRead` if there is no table of people or of households."""
    problems: list[Problem] = []
    people, households = (_side(folder, side, problems) for side in SIDES)
    in_order = sorted(problems, key=lambda problem: (problem.file, problem.row))
    return Profiles(tuple(people), tuple(households), tuple(in_order))


def write_profiles(folder: Path, people: Iterable[PersonProfile], households: Iterable[HouseholdProfile]) -> None:
    """Write them as :func:`read_profiles` reads them. Files of these names in the folder are replaced."""
    for side, profiles in ((PEOPLE, list(people)), (HOUSEHOLDS, list(households))):
        shape = _shape(SIDES[side])
        _write(folder / f"{side}.csv", shape.columns, (shape.cells(one) for one in profiles))
        for part in _parts(SIDES[side]):
            rows = [row for one in profiles for row in part.rows(one.reference, getattr(one, part.name))]
            _write(folder / f"{side}.{part.name}.csv", part.columns, rows)


# --- what a dataclass looks like as columns ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Shape(Generic[T]):
    """A dataclass as the columns of one row. ``inner`` are its fields that are dataclasses themselves."""

    kind: type[T]
    answers: Mapping[str, Answer]
    inner: Mapping[str, "_Shape[Any]"]
    needed: frozenset[str]
    """The fields without which there is no row."""
    empty: Mapping[str, None]
    """The fields that have to be given and may be not known."""

    @property
    def columns(self) -> list[str]:
        return [*self.answers, *(f"{name}.{column}" for name, inner in self.inner.items() for column in inner.columns)]

    def cells(self, one: T | None) -> dict[str, str]:
        """One row. What is not known stays empty."""
        found = {name: answer.written(getattr(one, name, None)) for name, answer in self.answers.items()}
        for name, inner in self.inner.items():
            within = inner.cells(getattr(one, name, None))
            found |= {f"{name}.{column}": cell for column, cell in within.items()}
        return found

    def read(self, row: "_Row", prefix: str = "", **given: Any) -> T | None:
        """What a row says; what it does not say keeps its default. ``None`` if something is missing that is needed."""
        for name, answer in self.answers.items():
            given |= row.said(name, f"{prefix}{name}", answer)
        for name, inner in self.inner.items():
            if name in self.needed or any(row.cells.get(f"{prefix}{name}.{column}") for column in inner.columns):
                given[name] = inner.read(row, f"{prefix}{name}.")
        for name in sorted(self.needed - given.keys()):
            row.wrong(f"{prefix}{name}", "has to be there, so this row was left out.")
        return self.kind(**{**self.empty, **given}) if self.needed <= given.keys() else None


@cache
def _shape(kind: Any) -> "_Shape[Any]":
    hints = get_type_hints(kind)
    first = sorted(fields(kind), key=lambda one: not _has_to_be_given(one))
    plain = {one: hints[one.name] for one in first if not _several(hints[one.name])}
    given = {one.name for one in plain if _has_to_be_given(one)}
    optional = {one.name for one, hint in plain.items() if NoneType in get_args(hint)}
    simple = {one: _without_none(hint) for one, hint in plain.items()}
    return _Shape(
        kind,
        {
            one.name: answer_to(one.name, hint, none_differs=one.default is None)
            for one, hint in simple.items()
            if not _has_fields(hint)
        },
        {one.name: _shape(hint) for one, hint in simple.items() if _has_fields(hint)},
        frozenset(given - optional),
        dict.fromkeys(given & optional),
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """A field that holds several, as a file of its own: in order, or by the reference of whom each is about."""

    name: str
    shape: _Shape[Any]
    by_reference: bool

    @property
    def columns(self) -> list[str]:
        return [*self._whose("", ""), *self.shape.columns]

    def rows(self, reference: str, several: Any) -> Iterator[dict[str, str]]:
        """A row for each of them."""
        pairs = several.items() if self.by_reference else (("", one) for one in several or ())
        for about, one in pairs:
            yield self._whose(reference, about) | self.shape.cells(one)

    def gathered(self, rows: "Sequence[_Row]") -> Any:
        """Everything these rows say."""
        read = [(row.cells.get(ABOUT, ""), one) for row in rows if (one := self.shape.read(row)) is not None]
        return dict(read) if self.by_reference else tuple(one for _, one in read)

    def _whose(self, reference: str, about: str) -> dict[str, str]:
        return {OF: reference, ABOUT: about} if self.by_reference else {OF: reference}


@cache
def _parts(kind: Any) -> tuple[_Part, ...]:
    return tuple(
        _Part(name, _shape(each), get_origin(_without_none(hint)) is not tuple)
        for name, hint in get_type_hints(kind).items()
        if (each := _several(hint))
    )


def _has_to_be_given(one: Field[Any]) -> bool:
    return one.default is MISSING and one.default_factory is MISSING


def _without_none(hint: Any) -> Any:
    """``X`` for ``X | None``."""
    kinds = [kind for kind in get_args(hint) if kind is not NoneType]
    return kinds[0] if NoneType in get_args(hint) else hint


def _has_fields(kind: Any) -> bool:
    """Whether it is written as columns of its own, not in one cell."""
    return is_dataclass(kind) and kind not in PLAIN


def _several(hint: Any) -> Any:
    """The dataclass of which a field holds several, if it does."""
    return next((kind for kind in get_args(_without_none(hint)) if _has_fields(kind)), None)


# --- reading ----------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of one file: its cells by column, trimmed, and where to put down what is not understood."""

    file: str
    number: int
    cells: Mapping[str, str]
    problems: list[Problem] = field(repr=False)

    def said(self, name: str, column: str, answer: Answer) -> dict[str, Any]:
        """What one cell says, by the field's name; nothing where it is empty or was not understood."""
        words = self.cells.get(column, "")
        try:
            return {name: answer.read(words)} if words else {}
        except Misread as misread:
            self.wrong(column, str(misread))
            return {}

    def wrong(self, column: str, why: str) -> None:
        """Put down what is wrong with one cell."""
        self.problems.append(Problem(self.file, self.number, column, self.cells.get(column, ""), why))


def _side(folder: Path, side: str, problems: list[Problem]) -> Iterator[Any]:
    """People or households, each with everything that stands about them in other files."""
    kind = SIDES[side]
    shape = _shape(kind)
    found = {}
    for row in _rows(folder / f"{side}.csv", REFERENCE, shape.columns, problems):
        profile = shape.read(row)
        if profile and profile.reference in found:
            row.wrong(REFERENCE, "is there already, so this row was left out.")
        elif profile:
            found[profile.reference] = profile
    several: dict[str, dict[str, Any]] = {reference: {} for reference in found}
    for part in _parts(kind):
        for reference, rows in _by_whose(folder, side, part, found.keys(), problems).items():
            several[reference][part.name] = part.gathered(rows)
    return (replace(profile, **several[reference]) for reference, profile in found.items())


def _by_whose(
    folder: Path, side: str, part: _Part, known: Iterable[str], problems: list[Problem]
) -> Mapping[str, Sequence[_Row]]:
    found: dict[str, list[_Row]] = {reference: [] for reference in known}
    for row in _rows(folder / f"{side}.{part.name}.csv", OF, part.columns, problems):
        reference = row.cells.get(OF, "")
        if reference in found:
            found[reference].append(row)
        else:
            row.wrong(OF, f"is not in {side}.csv, so this row was left out.")
    return {reference: rows for reference, rows in found.items() if rows}


def _rows(path: Path, whose: str, columns: Sequence[str], problems: list[Problem]) -> Iterator[_Row]:
    """The rows of one file that say anything. Without the column ``whose`` they could be anybody's."""
    if not path.is_file():
        if whose == REFERENCE:
            raise FolderNotRead(f"There is no {path.name} in {path.parent}.")
        return
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            lines = csv.reader(file)
            headings = _headings(next(lines, []), columns)
            if whose in headings or not any(headings):
                problems += _no_columns(path.name, headings, columns)
                yield from _said(path.name, headings, lines, problems)
            else:
                raise FolderNotRead(f"{path.name} has no column “{whose}”. Columns stand apart by commas.")
    except (UnicodeDecodeError, csv.Error) as error:
        raise FolderNotRead(f"{path.name} is not a CSV file in UTF-8.") from error


def _headings(written: Iterable[str], columns: Sequence[str]) -> list[str]:
    """The first line as the columns it means, in any case; what means none of them stays as it is."""
    ours = {column.casefold(): column for column in columns}
    return [ours.get(heading.strip().casefold(), heading.strip()) for heading in written]


def _no_columns(file: str, headings: Sequence[str], columns: Sequence[str]) -> Iterator[Problem]:
    """What stands in the first line and is not read, each told once."""
    for at, heading in enumerate(headings):
        if heading and heading not in columns:
            yield Problem(file, 1, heading, heading, "is no column we know.")
        elif heading in columns and heading in headings[:at]:
            yield Problem(file, 1, heading, heading, "is there already, so the second was left out.")


def _said(file: str, headings: Sequence[str], lines: Iterable[list[str]], problems: list[Problem]) -> Iterator[_Row]:
    """Each row that says anything, its cells by column. A cell under no heading is told: its row may have slipped."""
    for number, line in enumerate(lines, start=2):
        cells: dict[str, str] = {}
        for at, (heading, cell) in enumerate(zip_longest(headings, line, fillvalue=""), start=1):
            if heading:
                cells.setdefault(heading, cell.strip())
            elif cell.strip():
                problems.append(Problem(file, number, f"column {at}", cell.strip(), "stands under no heading."))
        if any(cells.values()):
            yield _Row(file, number, cells, problems)


# --- writing ----------------------------------------------------------------------------------------------------------------


def _write(path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows(rows)
