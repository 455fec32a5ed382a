"""From a row's cells to somebody: who they are called, and what only several cells together can say."""

from collections.abc import Mapping
from datetime import date

from matching.spreadsheet.found import Note, Problem, ReadHousehold, ReadPerson, ReadRow
from matching.spreadsheet.values.names import person_name
from matching.spreadsheet.values.numbers import MOST_IN_ONE_HOME
from matching.spreadsheet.values.reading import Fact, Proposal
from scheme.ways_of_living import YesNo

ACCESS_FACTS = ("step_free_needed", "ground_floor_needed", "accessible_bathroom_needed", "wheelchair_space_needed")
_PERSON_NAMES = ("known_as", "first_name", "last_name", "full_name")
_HOUSEHOLD_NAMES = ("name", "first_name", "last_name", "second_carer")
_LONGEST_KNOWN_AS, _LONGEST_HOUSEHOLD = 80, 160


def person(row: ReadRow, headers: Mapping[str, str]) -> ReadPerson | None:
    """The person a row is about, or ``None`` when it names nobody. A surname alone will do, and is reported."""
    first, last, whole = (_text(row, fact) for fact in ("first_name", "last_name", "full_name"))
    called, full = person_name(first, last, whole)
    known_as = _text(row, "known_as") or called
    if not known_as:
        return None
    facts = _without(row.facts, _PERSON_NAMES) | {"known_as": known_as[:_LONGEST_KNOWN_AS]}
    if full and full != known_as:
        facts["full_name"] = full
    problems = row.problems
    if known_as == last:
        expected = f"a first name: “{last}” is used until somebody says"
        problems = (
            *problems,
            Problem(row.sheet, row.row, headers.get("first_name", headers["last_name"]), "", expected),
        )
    return ReadPerson(
        row.sheet,
        row.row,
        facts,
        _sources(row, _PERSON_NAMES, facts),
        row.notes,
        _with_access(row),
        problems,
        row.not_known,
        row.unclear,
        row.headers,
    )


def _with_access(row: ReadRow) -> tuple[Proposal, ...]:
    """A no to one need is not a no to all: where nothing else was asked, a worker says whether anything is needed."""
    answers = [row.facts.get(fact) for fact in ACCESS_FACTS]
    if YesNo.YES in answers or None not in answers or YesNo.NO not in answers:
        return row.proposals
    said = next(fact for fact in ACCESS_FACTS if row.facts.get(fact) is YesNo.NO)
    return (*row.proposals, Proposal("access_needs", f"{row.headers[said]}: {YesNo.NO.label}", ("none",)))


def household(row: ReadRow, headers: Mapping[str, str]) -> ReadHousehold | None:
    """The household a row is about, or ``None`` when it names nobody."""
    own = " ".join(part for part in (_text(row, "first_name"), _text(row, "last_name")) if part)
    name = " & ".join(part for part in (_text(row, "name") or own, _text(row, "second_carer")) if part)
    if not name:
        return None
    facts = _without(row.facts, _HOUSEHOLD_NAMES) | {"name": name[:_LONGEST_HOUSEHOLD]}
    sources = _sources(row, _HOUSEHOLD_NAMES, facts)
    notes, problems = row.notes, row.problems
    for later, earlier in (("review_due", "approved"), ("dbs_expires", "dbs")):
        backwards = _backwards(row, headers, later, earlier)
        if backwards:
            del facts[later]
            notes, problems = _with_note(notes, backwards), (*problems, backwards)
    problem = _over_the_limit(row, headers)
    if problem:
        facts["spaces"] = max(0, MOST_IN_ONE_HOME - _number(row, "living_there"))
        notes, problems = _with_note(notes, problem), (*problems, problem)
    return ReadHousehold(
        row.sheet, row.row, facts, sources, notes, row.proposals, problems, row.not_known, row.unclear, row.headers
    )


def _backwards(row: ReadRow, headers: Mapping[str, str], later: str, earlier: str) -> Problem | None:
    """A day that comes before the one it should follow is not believed."""
    after, before = row.facts.get(later), row.facts.get(earlier)
    if not isinstance(after, date) or not isinstance(before, date) or after >= before:
        return None
    expected = f"a date after “{headers[earlier]}”: {row.sources[earlier]}"
    return Problem(row.sheet, row.row, headers[later], row.sources[later], expected)


def _over_the_limit(row: ReadRow, headers: Mapping[str, str]) -> Problem | None:
    """Three people at most in one home (DESIGN §5): no space is taken over that could not lawfully be filled."""
    living, spaces = _number(row, "living_there"), _number(row, "spaces")
    if living > MOST_IN_ONE_HOME:
        expected = "three people at most in one home: no space is offered here"
        return Problem(row.sheet, row.row, headers["living_there"], row.sources["living_there"], expected)
    if living + spaces > MOST_IN_ONE_HOME:
        room = MOST_IN_ONE_HOME - living
        expected = f"three people at most in one home: with {living} living there, {room} more"
        return Problem(row.sheet, row.row, headers["spaces"], row.sources["spaces"], expected)
    return None


def _with_note(notes: tuple[Note, ...], problem: Problem) -> tuple[Note, ...]:
    note = Note(problem.column, problem.found)
    return notes if note in notes else (*notes, note)


def _number(row: ReadRow, fact: str) -> int:
    found = row.facts.get(fact)
    return found if isinstance(found, int) else 0


def _text(row: ReadRow, fact: str) -> str | None:
    found = row.facts.get(fact)
    return found if isinstance(found, str) else None


def _without(facts: Mapping[str, Fact], names: tuple[str, ...]) -> dict[str, Fact]:
    return {name: fact for name, fact in facts.items() if name not in names}


def _sources(row: ReadRow, parts: tuple[str, ...], facts: Mapping[str, Fact]) -> dict[str, str]:
    """The words behind each fact; a name made of several cells has them all."""
    words = " ".join(row.sources[part] for part in parts if part in row.sources)
    sources = {name: source for name, source in row.sources.items() if name not in parts}
    return sources | {name: words for name in ("known_as", "full_name", "name") if name in facts}
