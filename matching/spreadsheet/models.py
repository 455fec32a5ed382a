"""What the importer itself remembers: each import, what the file last said of each profile, and what a scheme taught it."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from scheme.database import SchemeTable, choice, now
from scheme.encryption import sealed
from scheme.words import Words


class ImportState(Words):
    """Whether a file was only sent, looked at, or taken in."""

    SENT = "sent", "Not looked at yet"
    PREVIEWED = "previewed", "Looked at"
    TAKEN_IN = "taken_in", "Taken in"


class SpreadsheetImport(SchemeTable, table=True):
    """One file: who sent it, and the report of what it did or would do. The report holds people's words, so it is sealed."""

    __tablename__ = "spreadsheet_import"
    record_kind: ClassVar[str | None] = "spreadsheet"

    at: datetime = Field(default_factory=now, index=True)
    account_id: UUID | None = Field(default=None, foreign_key="account.id")
    """Nobody: it came by a command."""
    file_name: str = Field(max_length=200)
    state: ImportState = choice(ImportState, default=ImportState.PREVIEWED, nullable=False)
    report_sealed: bytes | None = None
    report = sealed("report")
    """``report.ReportJson`` as text."""


class ImportedProfile(SchemeTable, table=True):
    """What a scheme's file last said of one profile, so that a changed file changes only what nobody changed here since."""

    __tablename__ = "imported_profile"
    __table_args__ = (UniqueConstraint("profile_id"),)
    record_field: ClassVar[str] = "profile_id"

    about: str = Field(max_length=20)
    """``people`` or ``households``."""
    profile_id: UUID
    said_sealed: bytes | None = None
    said = sealed("said")
    """JSON: slot → [the file's words, the value Alongside had when they were last taken in], and the whole row's mark."""
    questions_sealed: bytes | None = None
    questions = sealed("questions")
    """JSON: key → question (``told.Question``), or nothing once it was answered."""


class WaitingRow(SchemeTable, table=True):
    """A row that looks like a profile we have without its being certain: a worker says whether it is."""

    __tablename__ = "waiting_row"
    record_kind: ClassVar[str | None] = "waiting_row"

    about: str = Field(max_length=20)
    looks_like_id: UUID
    row_sealed: bytes | None = None
    row = sealed("row")
    """JSON: what the row told (``told.Told``)."""
    answered: bool = False


class Learned(SchemeTable, table=True):
    """Something a scheme said once: a header's meaning, what x means in a column, who a worker's name is, a phrase's entry."""

    __tablename__ = "learned"
    __table_args__ = (UniqueConstraint("scheme_id", "kind", "key"),)
    record_kind: ClassVar[str | None] = "learned"

    kind: str = Field(max_length=20)
    """``header``, ``mark``, ``worker`` or ``interest``."""
    key: str = Field(max_length=200)
    value: str = Field(max_length=200)
    """A fact; yes or no; an account's id (empty: nobody); interest keys parted by commas (empty: none)."""
