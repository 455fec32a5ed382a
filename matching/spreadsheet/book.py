"""A whole spreadsheet read: everyone in it once, and everything a worker has to look at."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from matching.spreadsheet.found import ROW_REFUSED, Note, Problem, ReadHousehold, ReadPerson, ReadRow
from matching.spreadsheet.headers import About, Column, HeaderRow, find_headers
from matching.spreadsheet.rows import Meanings, read_row
from matching.spreadsheet.sheets import Row, Sheet
from matching.spreadsheet.values.reading import Context
from matching.spreadsheet.values.workers import WorkerName, group_workers


@dataclass(frozen=True, slots=True)
class ReadBook:
    """Everyone a spreadsheet tells of. ``duplicates``, ``blank`` and ``refused`` count rows, by whom their sheet lists."""

    people: tuple[ReadPerson, ...] = ()
    households: tuple[ReadHousehold, ...] = ()
    duplicates: Mapping[About, int] = field(default_factory=dict)
    blank: Mapping[About, int] = field(default_factory=dict)
    refused: Mapping[About, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    unknown_columns: tuple[tuple[str, str], ...] = ()
    """Sheet and header of each column we have no place for; its values are notes."""
    unclear_columns: tuple[tuple[str, str], ...] = ()
    """Sheet and header of each column where a mark such as x awaits its meaning."""
    workers: tuple[WorkerName, ...] = ()


EXPECTED_SHEET = "a row of headers that says whom the sheet lists, such as Ref, First name, Surname or Carer(s)"


def read_book(
    sheets: Sequence[Sheet],
    context: Context,
    extra_synonyms: Mapping[str, str] | None = None,
    meanings: Meanings | None = None,
    is_homeshare: bool = False,
) -> ReadBook:
    """Read every sheet. Nothing in any cell makes this raise; a row is refused only when it names nobody.

    ``extra_synonyms`` are a scheme's own headers (header → fact); ``meanings`` say what x means in a column.
    ``is_homeshare``: the home is the person's.
    """
    tellers = [_Sheet(sheet, find_headers(sheet, extra_synonyms, is_homeshare)) for sheet in sheets if sheet.rows]
    for teller in tellers:
        teller.read(context, meanings or {})
    for about in About:
        _settle_references([teller for teller in tellers if teller.about is about])
    return _together(tellers)


class _Sheet:
    """One sheet while it is being read."""

    def __init__(self, sheet: Sheet, headers: HeaderRow | None) -> None:
        self.sheet = sheet
        self.headers = headers
        self.about = headers.about if headers else None
        self.found: list[ReadRow] = []
        self.problems: list[Problem] = []
        self.duplicates = self.blank = self.refused = 0

    def read(self, context: Context, meanings: Meanings) -> None:
        if not self.headers:
            first = self.sheet.rows[0]
            words = "; ".join(cell.words for cell in first.cells if not cell.blank)
            self.problems.append(Problem(self.sheet.name, first.number, "", words, EXPECTED_SHEET, ROW_REFUSED))
            return
        seen: set[tuple[str, ...]] = set()
        for row in self._rows(self.headers):
            said = tuple(cell.plain for cell in row.cells)
            if said in seen:
                self.duplicates += 1
                continue
            seen.add(said)
            self._read_row(row, self.headers, context, meanings)

    def _rows(self, headers: HeaderRow) -> Iterator[Row]:
        """The rows below the headers; blank rows between them are counted, and headers printed again are passed by."""
        last = headers.number
        titles = next(row for row in self.sheet.rows if row.number == headers.number)
        for row in self.sheet.rows:
            if row.number <= headers.number:
                continue
            self.blank += row.number - last - 1
            last = row.number
            if [cell.plain for cell in row.cells] == [cell.plain for cell in titles.cells]:
                self.blank += 1
            else:
                yield row

    def _read_row(self, row: Row, headers: HeaderRow, context: Context, meanings: Meanings) -> None:
        found = read_row(self.sheet.name, row, headers.about, headers.columns, context, meanings)
        if isinstance(found, Problem):
            self.refused += 1
            self.problems.append(found)
        else:
            self.found.append(found)

    @property
    def used_columns(self) -> Iterator[Column]:
        """Columns with anything below their header."""
        if not self.headers:
            return
        below = [row for row in self.sheet.rows if row.number > self.headers.number]
        for column in self.headers.columns:
            if any(column.index < len(row.cells) and not row.cells[column.index].blank for row in below):
                yield column


def _settle_references(tellers: Sequence[_Sheet]) -> None:
    """One reference, one profile: the first row is kept, and what a later one says otherwise is a note and a problem."""
    first: dict[str, tuple[_Sheet, int]] = {}
    for teller in tellers:
        kept: list[ReadRow] = []
        for row in teller.found:
            reference = (row.reference or "").casefold()
            if not reference or reference not in first:
                if reference:
                    first[reference] = (teller, len(kept))
                kept.append(row)
                continue
            teller.duplicates += 1
            owner, place = first[reference]
            rows = kept if owner is teller else owner.found
            rows[place] = _with_difference(rows[place], row)
        teller.found = kept


def _with_difference(kept: ReadRow, other: ReadRow) -> ReadRow:
    """The first row, with every word the second says differently."""
    where = f"row {other.row}" if other.sheet == kept.sheet else f"“{other.sheet}” row {other.row}"
    notes = [Note(f"{note.column} ({where})", note.words) for note in other.notes if note not in kept.notes]
    problems = list(other.problems)
    for name, fact in other.facts.items():
        if kept.facts.get(name) == fact:
            continue
        column, words = name.replace("_", " ").capitalize(), other.sources.get(name, str(fact))
        notes.append(Note(f"{column} ({where})", words))
        expected = f"the same as row {kept.row}, which has this reference too: {kept.sources.get(name, 'nothing')}"
        problems.append(Problem(other.sheet, other.row, column, words, expected))
    if not problems:
        expected = f"another reference: row {kept.row} has this one too"
        problems.append(Problem(other.sheet, other.row, "Reference", other.reference or "", expected))
    return replace(kept, notes=(*kept.notes, *notes), problems=(*kept.problems, *problems))


def _together(tellers: Sequence[_Sheet]) -> ReadBook:
    found = [row for teller in tellers for row in teller.found]
    problems = [one for teller in tellers for one in teller.problems] + [one for row in found for one in row.problems]
    order = {teller.sheet.name: place for place, teller in enumerate(tellers)}
    workers = [worker for row in found for worker in [row.facts.get("worker")] if isinstance(worker, str)]
    return ReadBook(
        people=tuple(row for row in found if isinstance(row, ReadPerson)),
        households=tuple(row for row in found if isinstance(row, ReadHousehold)),
        duplicates={about: sum(one.duplicates for one in tellers if one.about is about) for about in About},
        blank={about: sum(one.blank for one in tellers if one.about is about) for about in About},
        refused={about: sum(one.refused for one in tellers if one.about is about) for about in About},
        problems=tuple(sorted(problems, key=lambda one: (order[one.sheet], one.row))),
        unknown_columns=tuple(
            (teller.sheet.name, column.header)
            for teller in tellers
            for column in teller.used_columns
            if not column.fact
        ),
        unclear_columns=tuple(dict.fromkeys((row.sheet, header) for row in found for header, _, _ in row.unclear)),
        workers=group_workers(workers),
    )
