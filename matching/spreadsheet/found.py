"""What one row of a spreadsheet turned out to say."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from matching.spreadsheet.values.reading import Fact, Proposal

NOTE, ROW_REFUSED = "note", "row refused"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a worker has to look at. ``kept`` is "note" (the words are on the profile) or "row refused"."""

    sheet: str
    row: int
    column: str
    found: str
    expected: str
    kept: str = NOTE


@dataclass(frozen=True, slots=True)
class Note:
    """Words kept as they stand, with the column they were in."""

    column: str
    words: str


@dataclass(frozen=True, slots=True)
class ReadRow:
    """What one row says. ``facts`` holds only what is known; ``sources`` the words each fact was read from."""

    sheet: str
    row: int
    facts: Mapping[str, Fact] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    problems: tuple[Problem, ...] = ()
    not_known: tuple[str, ...] = ()
    """Headers whose cells say in so many words that nobody knows."""
    unclear: tuple[tuple[str, str, str], ...] = ()
    """Header, fact and words of each cell that holds only a mark such as x."""
    headers: Mapping[str, str] = field(default_factory=dict)
    """The header of the column each fact came from."""

    @property
    def reference(self) -> str | None:
        """The scheme's own reference, if the row has one."""
        found = self.facts.get("reference")
        return found if isinstance(found, str) else None


@dataclass(frozen=True, slots=True)
class ReadPerson(ReadRow):
    """A row about a person; ``facts`` always has ``known_as``."""


@dataclass(frozen=True, slots=True)
class ReadHousehold(ReadRow):
    """A row about a household; ``facts`` always has ``name``."""
