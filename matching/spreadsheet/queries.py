"""What the importer remembers, and who a row might be about."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlmodel import col, func, select

import carers.queries
import people.queries
from carers.models import Household
from matching.spreadsheet.headers import About
from matching.spreadsheet.models import ImportedProfile, Learned, SpreadsheetImport, WaitingRow
from matching.spreadsheet.placing.slot import member
from matching.spreadsheet.rows import Meanings
from matching.spreadsheet.told import LINK, MARK, Question, Told, column_key, question
from people.models import Person
from scheme.access import WORKERS
from scheme.database import db
from scheme.models import Account
from scheme.ways_of_living import YesNo

Profile = Person | Household


@dataclass(frozen=True, slots=True)
class Open:
    """One open question, and whom it is about. For a link ``waiting`` is the row that waits."""

    question: Question
    imported: ImportedProfile | None
    profile: Profile
    waiting: WaitingRow | None = None


def imports(limit: int = 20) -> Sequence[SpreadsheetImport]:
    """The latest imports, newest first."""
    return db.session.exec(select(SpreadsheetImport).order_by(col(SpreadsheetImport.at).desc()).limit(limit)).all()


def one_import(import_id: UUID) -> SpreadsheetImport | None:
    """One import of this scheme, or nothing."""
    return db.session.exec(select(SpreadsheetImport).where(SpreadsheetImport.id == import_id)).first()


def imported_profiles() -> Mapping[UUID, ImportedProfile]:
    """What the file said of each profile, by the profile's id."""
    return {one.profile_id: one for one in db.session.exec(select(ImportedProfile)).all()}


def waiting_rows() -> Sequence[WaitingRow]:
    """Rows that look like a profile we have, answered or not."""
    return db.session.exec(select(WaitingRow)).all()


def learned(kind: str) -> Mapping[str, str]:
    """What the scheme said once: key → value."""
    return {one.key: one.value for one in db.session.exec(select(Learned).where(Learned.kind == kind)).all()}


def mark_meanings(sheets: Iterable[tuple[str, str]]) -> Meanings:
    """What x means in each of these columns (sheet and header), where a worker has said."""
    said = learned(MARK)
    return {
        (sheet, header): member(YesNo, said[key])
        for sheet, header in sheets
        for key in [column_key(sheet, header)]
        if said.get(key)
    }


def profile_of(about: str, profile_id: UUID) -> Profile | None:
    """A person or a household of this scheme, or nothing."""
    if about == About.PEOPLE:
        return people.queries.person(profile_id)
    return carers.queries.household(profile_id)


def references(about: About) -> Sequence[tuple[UUID, str]]:
    """The reference of everybody here, by id."""
    if about is About.PEOPLE:
        return [(one, reference) for one, reference in db.session.exec(select(Person.id, Person.reference)).all()]
    return [(one, reference) for one, reference in db.session.exec(select(Household.id, Household.reference)).all()]


def never_imported(about: About) -> Sequence[Profile]:
    """Everybody who was typed in here: no spreadsheet has told of them. By reference, so that the same one is asked about."""
    imported = select(ImportedProfile.profile_id)
    if about is About.PEOPLE:
        return db.session.exec(select(Person).where(col(Person.id).not_in(imported)).order_by(Person.reference)).all()
    return db.session.exec(
        select(Household).where(col(Household.id).not_in(imported)).order_by(Household.reference)
    ).all()


def postcode_of(profile: Profile) -> str | None:
    """Where the home is, as far as anybody wrote it down."""
    home = people.queries.home_of(profile) if isinstance(profile, Person) else carers.queries.home_of(profile)
    return home.postcode if home else None


def alike(told: Told) -> Profile | None:
    """A profile with the same name, and the same birth date or postcode. The first by reference, if there are several."""
    return next((one for one in _namesakes(told) if _matches(one, told)), None)


def _namesakes(told: Told) -> Sequence[Profile]:
    name = told.name.strip().lower()
    if told.about is About.PEOPLE:
        named = select(Person).where(func.lower(Person.known_as) == name).order_by(Person.reference)
        return db.session.exec(named).all()
    households = select(Household).where(func.lower(Household.name) == name).order_by(Household.reference)
    return db.session.exec(households).all()


def _matches(profile: Profile, told: Told) -> bool:
    born, postcode = told.values.get("date_of_birth"), told.values.get("postcode")
    if born and isinstance(profile, Person) and profile.date_of_birth and profile.date_of_birth.isoformat() == born[1]:
        return True
    return bool(postcode and postcode_of(profile) == postcode[1])


def open_questions() -> Sequence[Open]:
    """Everything that waits for a worker, one for each profile it is about."""
    profiles = _profiles()
    found = [
        Open(question(kept), imported, profiles[imported.profile_id])
        for imported in imported_profiles().values()
        if imported.profile_id in profiles
        for kept in questions_of(imported).values()
        if kept
    ]
    waiting = [
        Open(
            Question(LINK, Told.from_json(one.row or "").name, slot=str(one.id)), None, profiles[one.looks_like_id], one
        )
        for one in waiting_rows()
        if not one.answered and one.looks_like_id in profiles
    ]
    return [*found, *waiting]


def questions_of(imported: ImportedProfile) -> dict[str, Any]:
    """The questions about one profile by key; nothing in place of one that was answered."""
    kept: dict[str, Any] = json.loads(imported.questions or "{}")
    return kept


def _profiles() -> Mapping[UUID, Profile]:
    everybody: list[Profile] = [*db.session.exec(select(Person)).all(), *db.session.exec(select(Household)).all()]
    return {one.id: one for one in everybody}


def workers() -> Sequence[Account]:
    """The scheme's workers, by name."""
    found = select(Account).where(col(Account.role).in_(WORKERS), col(Account.active)).order_by(Account.name)
    return db.session.exec(found).all()
