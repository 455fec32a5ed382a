"""Taking in a spreadsheet, and acting on what workers answer. Nothing here commits."""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property
from typing import Any
from uuid import UUID, uuid4

from carers.models import Household
from matching.compatibility.progress import Progress, unheard
from matching.queries.handovers import ceiling, named_for
from matching.spreadsheet import queries
from matching.spreadsheet.asking import INTERESTS, group
from matching.spreadsheet.book import ReadBook
from matching.spreadsheet.cells import plain
from matching.spreadsheet.found import Problem, ReadRow
from matching.spreadsheet.headers import About
from matching.spreadsheet.models import ImportedProfile, ImportState, SpreadsheetImport
from matching.spreadsheet.placing import households, people
from matching.spreadsheet.recognising import REFERENCE, ROW, Everybody, Profile, said_of
from matching.spreadsheet.report import Applied, Report
from matching.spreadsheet.settling import Said, settle
from matching.spreadsheet.told import WORKER, Question, Told, tell
from matching.spreadsheet.topics import accept
from matching.spreadsheet.waiting import WaitingRows
from people.models import Person
from scheme.changing import change
from scheme.database import db, this_scheme
from scheme.errors import Refused
from scheme.models import Scheme

# --- taking in -------------------------------------------------------------------------------------------------------------


@dataclass
class Taking:
    """What one import needs at hand, and what it has done so far."""

    imported: dict[UUID, ImportedProfile]
    waiting: WaitingRows
    workers: Mapping[str, str]
    interests: Mapping[str, str]
    scheme: Scheme
    """Held, so that the many rules that ask for it need not look it up again."""
    problems: list[Problem] = field(default_factory=list)
    named: dict[About, Counter[UUID | None]] = field(default_factory=dict)
    """How many each worker is named for, counted on as rows name them."""

    @cached_property
    def everybody(self) -> Everybody:
        """Who is here. Looked up when first asked for: a worker's answer is about one row and needs nobody else."""
        return Everybody(self.imported)


def take_in(book: ReadBook, file_name: str, account_id: UUID | None, tell: Progress = unheard) -> Report:
    """Write everything the file tells into this scheme's profiles, and keep the report.

    The same file twice changes nothing; a changed file changes only what nobody has changed here since.
    """
    report = write_book(book, tell)
    _note(note_sent(file_name, account_id), report, ImportState.TAKEN_IN)
    return report


def note_sent(file_name: str, account_id: UUID | None, import_id: UUID | None = None) -> SpreadsheetImport:
    """Note that a file was sent; ``import_id`` if it is kept under one already."""
    kept = SpreadsheetImport(
        id=import_id or uuid4(), file_name=file_name[:200], account_id=account_id, state=ImportState.SENT
    )
    db.session.add(kept)
    return kept


def note_preview(kept: SpreadsheetImport, report: Report) -> None:
    """Keep what taking in a file would do. Raises ``Refused`` when it has been taken in already."""
    _refuse_if_taken_in(kept)
    _note(kept, report, ImportState.PREVIEWED)


def take_in_previewed(kept: SpreadsheetImport, book: ReadBook, tell: Progress = unheard) -> Report:
    """Take in a file that was looked at first. Raises ``Refused`` when that has happened already."""
    _refuse_if_taken_in(kept)
    report = write_book(book, tell)
    _note(kept, report, ImportState.TAKEN_IN)
    return report


def _refuse_if_taken_in(kept: SpreadsheetImport) -> None:
    if kept.state is ImportState.TAKEN_IN:
        raise Refused("This spreadsheet has been brought in already.")


def _note(kept: SpreadsheetImport, report: Report, state: ImportState) -> None:
    kept.report = json.dumps(report.as_json(), ensure_ascii=False)
    kept.state = state


def write_book(book: ReadBook, tell: Progress = unheard) -> Report:
    """Write everything the file tells, and say what came of it. ``tell`` hears how far it is, in rows."""
    state = taking()
    count = _Counted(len(book.people) + len(book.households), tell)
    done = {about: _take_in_rows(state, about, rows, count) for about, rows in _by_kind(book)}
    tell(count.of, count.of, "rows: saving them")
    db.session.flush()
    book = replace(book, problems=(*book.problems, *state.problems))
    return Report(book, done[About.PEOPLE], done[About.HOUSEHOLDS], len(group(queries.open_questions())))


def taking() -> Taking:
    """What is remembered, ready for an import."""
    return Taking(
        dict(queries.imported_profiles()),
        WaitingRows(queries.waiting_rows()),
        queries.learned(WORKER),
        queries.learned(INTERESTS),
        db.session.get_one(Scheme, this_scheme()),
    )


def _by_kind(book: ReadBook) -> Iterator[tuple[About, Sequence[ReadRow]]]:
    yield About.PEOPLE, book.people
    yield About.HOUSEHOLDS, book.households


def _take_in_rows(state: Taking, about: About, rows: Sequence[ReadRow], count: "_Counted") -> Applied:
    created = updated = unchanged = 0
    # Rows with a reference first, so that one without may be recognised as somebody of the same file.
    for row in sorted(rows, key=lambda row: row.reference is None):
        count.one_more()
        told = tell(row, about)
        profile = state.everybody.find(told)
        if profile is None and _waits(state, told):
            unchanged += 1
            continue
        state.waiting.found(told)
        is_new = profile is None
        changed = write(state, profile, told) if profile else write_new(state, told)
        created, updated, unchanged = (
            created + is_new,
            updated + (changed and not is_new),
            unchanged + (not changed and not is_new),
        )
    return Applied(created, updated, unchanged)


@dataclass
class _Counted:
    """How far the rows are, of both sheets together."""

    of: int
    tell: Progress
    done: int = 0

    def one_more(self) -> None:
        self.tell(self.done, self.of, "rows")
        self.done += 1


def _waits(state: Taking, told: Told) -> bool:
    """Nobody is merged by themselves: where a row only looks like a profile here, a worker is asked."""
    if state.waiting.has(told):
        return True
    looks_like = state.everybody.looks_like(told)
    if looks_like is not None:
        state.waiting.ask(told, looks_like.id)
    return looks_like is not None


def write_new(state: Taking, told: Told) -> bool:
    """Write one row into a new profile, which has the row's reference unless somebody else has it here."""
    reference = state.everybody.reference_for(told)
    # Nothing of it is in the database yet, so there is nothing a query has to see before the next one.
    with db.session.no_autoflush:
        profile = ADD[told.about](told.name, reference)
        state.everybody.add(told.about, profile)
        return write(state, profile, told, is_new=True)


ADD: Mapping[About, Callable[[str, str], Profile]] = {About.PEOPLE: people.add, About.HOUSEHOLDS: households.add}
"""A new profile with nothing but its name and reference."""


def write(state: Taking, profile: Profile, told: Told, is_new: bool = False) -> bool:
    """Write one row into its profile; whether that changed."""
    imported = state.imported.get(profile.id)
    if imported is None:
        imported = ImportedProfile(about=told.about, profile_id=profile.id)
        db.session.add(imported)
        state.imported[profile.id] = imported
    said = said_of(imported)
    settled = settle(profile, told, said, is_new)
    said[ROW] = [told.mark, None]
    if told.reference:
        said[REFERENCE] = [told.reference, None]
    state.everybody.note(imported, said)
    state.problems += settled.problems
    changed = settled.changed | _write_worker(state, profile, told, said, settled.questions)
    asked = queries.questions_of(imported)
    for question in (*told.questions, *settled.questions):
        changed |= _ask(state, profile, question, asked)
    imported.said = as_text(said)
    imported.questions = as_text(asked)
    return changed


def _ask(state: Taking, profile: Profile, question: Question, asked: dict[str, Any]) -> bool:
    """Ask a question that was not asked yet, unless the scheme has answered it for everybody; whether that changed anything."""
    if question.key in asked:
        return False
    known = state.interests.get(plain(question.words)[:200]) if question.topic == INTERESTS else None
    if known is None:
        asked[question.key] = as_kept(question)
        return False
    asked[question.key] = None
    version = profile.version
    accept(profile, INTERESTS, known.split(","), question.stance)
    return profile.version != version


def _write_worker(state: Taking, profile: Profile, told: Told, said: Said, questions: list[Question]) -> bool:
    """Name the worker, where the scheme has said who that writing is and nobody is named yet.

    Somebody who has a worker keeps them: a change is told to the person first, so a worker is asked (DESIGN §1.6).
    """
    if told.worker is None or said.get(WORKER, [None])[0] == told.worker:
        return False
    account_id = state.workers.get(plain(told.worker))
    if account_id is None:
        questions.append(Question(WORKER, told.worker))
        return False
    said[WORKER] = [told.worker, None]
    named = name_worker(profile, account_id)
    if named:
        _report_above_ceiling(state, told, UUID(account_id))
    return named


def _report_above_ceiling(state: Taking, told: Told, account_id: UUID) -> None:
    """Nobody is asked for a reason in the middle of a spreadsheet: they are named, and every row above the ceiling is told."""
    of, them = (Person, "people") if told.about is About.PEOPLE else (Household, "households")
    if told.about not in state.named:
        state.named[told.about] = named_for(of)
    state.named[told.about][account_id] += 1
    most = ceiling(of)
    if state.named[told.about][account_id] > most:
        expected = f"a worker named for no more than {most} {them}; they are named all the same"
        state.problems.append(Problem(told.sheet, told.row, "Named worker", told.worker or "", expected))


def name_worker(profile: Profile, account_id: str) -> bool:
    """Give somebody without a worker theirs; an empty id is nobody. Whether anything changed."""
    if not account_id or profile.named_worker_id is not None:
        return False
    change(profile, {"named_worker_id": UUID(account_id)}, profile.version)
    return True


def as_kept(question: Question) -> dict[str, Any]:
    """A question in the form that JSON keeps."""
    return asdict(question)


def as_text(value: Any) -> str:
    """JSON, always the same for the same value."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False)
