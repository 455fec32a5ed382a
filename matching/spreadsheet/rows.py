"""One row read: what is known of a person or household, and every word that did not become a fact."""

import re
from collections.abc import Mapping
from dataclasses import replace

from matching.spreadsheet.cells import BLANK, Cell, cell
from matching.spreadsheet.columns import READERS
from matching.spreadsheet.found import ROW_REFUSED, Note, Problem, ReadRow
from matching.spreadsheet.headers import About, Column
from matching.spreadsheet.profiles import household, person
from matching.spreadsheet.sheets import Row
from matching.spreadsheet.values.answers import UNCLEAR_MARKS
from matching.spreadsheet.values.reading import Context, Reading, misread
from matching.spreadsheet.values.stories import OWN_WORDS
from scheme.ways_of_living import YesNo

Meanings = Mapping[tuple[str, str], YesNo]
"""What a mark such as x means, by sheet and header, once a worker has said."""


def read_row(
    sheet: str, row: Row, about: About, columns: tuple[Column, ...], context: Context, meanings: Meanings
) -> ReadRow | Problem:
    """The row, or the problem with which it is refused: it names nobody."""
    if _TOTALS.match(next((written.plain for written in row.cells if not written.blank), "")):
        return _refused(sheet, row, about, columns)
    gathered = ReadRow(sheet, row.number)
    for column in columns:
        written = row.cells[column.index] if column.index < len(row.cells) else BLANK
        if not written.blank:
            gathered = _with_column(gathered, column, written, about, context, meanings)
    headers = {column.fact: column.header for column in reversed(columns) if column.fact}
    found = person(gathered, headers) if about is About.PEOPLE else household(gathered, headers)
    return found or _refused(sheet, row, about, columns)


def _with_column(
    so_far: ReadRow, column: Column, written: Cell, about: About, context: Context, meanings: Meanings
) -> ReadRow:
    meaning = meanings.get((so_far.sheet, column.header))
    if meaning and written.plain in UNCLEAR_MARKS:
        # The words stay what was written; only their meaning is the worker's.
        reading = _read(column, cell(meaning.label), about, context)
        return _gather(so_far, column, written, replace(reading, keep=True))
    return _gather(so_far, column, written, _read(column, written, about, context))


_TOTALS = re.compile(
    r"(?:(?:grand |sub[- ]?)?totals?|averages?|mean|count|sum)(?:$|:|\s+(?:of|per|for|number)\b|\s*[=\d])|(?:grand |sub[- ]?)?totals?\b|"
    r"\d+ (?:people|persons?|clients?|carers?|households?|names?|waiting|in total|on (?:the )?list)\b"
)
"""How a line of sums under a list begins: it is about nobody."""
LONGEST_READ = OWN_WORDS
"""Characters of a cell that is read for facts: more is a story, kept whole. No list, date or number needs as many."""
_FORMULA_ERROR = re.compile(
    r"#(?:ref|value|name|div/0|num|null|spill|calc|field|blocked|connect|unknown)[!?]?|err:\d+", re.IGNORECASE
)


def _read(column: Column, written: Cell, about: About, context: Context) -> Reading:
    reader = READERS[about].get(column.fact or "")
    if reader is None:
        return Reading(keep=True)
    if len(written.words) > LONGEST_READ:
        return Reading(keep=True) if column.fact == "notes" else misread(written, _EXPECTED_SHORTER)
    if written.words.startswith("=") or _FORMULA_ERROR.fullmatch(written.words):
        return misread(written, _EXPECTED_ANSWER)
    return reader(written, context)


_EXPECTED_SHORTER = f"at most {LONGEST_READ:,} characters: all of it is kept"
_EXPECTED_ANSWER = (
    "the answer of a formula: open the file in your spreadsheet program, see that it is worked out, and save it"
)


def _gather(so_far: ReadRow, column: Column, written: Cell, reading: Reading) -> ReadRow:
    facts, sources, headers = dict(so_far.facts), dict(so_far.sources), dict(so_far.headers)
    problems = [Problem(so_far.sheet, so_far.row, column.header, one.found, one.expected) for one in reading.misread]
    keep = reading.keep
    for name, fact in reading.facts.items():
        if name not in facts or facts[name] == fact:
            facts[name] = fact
        elif isinstance(fact, tuple) and isinstance(facts[name], tuple):
            facts[name] = tuple(dict.fromkeys([*facts[name], *fact]))  # type: ignore[misc]
        else:
            keep = True
            expected = f"the same as another column says: {sources[name]}"
            problems.append(Problem(so_far.sheet, so_far.row, column.header, written.words, expected))
            continue
        sources[name] = f"{sources[name]}\n{written.words}" if name in sources else written.words
        headers.setdefault(name, column.header)
    return replace(
        so_far,
        facts=facts,
        sources=sources,
        headers=headers,
        notes=(*so_far.notes, Note(column.header, written.words)) if keep else so_far.notes,
        proposals=(*so_far.proposals, *(one for one in reading.proposals if one not in so_far.proposals)),
        problems=(*so_far.problems, *problems),
        not_known=(*so_far.not_known, column.header) if reading.not_known else so_far.not_known,
        unclear=(*so_far.unclear, (column.header, column.fact or "", written.words))
        if reading.unclear_mark
        else so_far.unclear,
    )


def _refused(sheet: str, row: Row, about: About, columns: tuple[Column, ...]) -> Problem:
    found = "; ".join(
        f"{column.header}: {row.cells[column.index].words}"
        for column in columns
        if column.index < len(row.cells) and not row.cells[column.index].blank
    )
    header = next((column.header for column in columns if column.fact in _NAME_FACTS), "")
    who = "person" if about is About.PEOPLE else "household"
    return Problem(sheet, row.number, header, found, f"a name for this {who}", ROW_REFUSED)


_NAME_FACTS = {"known_as", "first_name", "full_name", "name", "last_name"}
