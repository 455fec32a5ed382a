"""What a row tells of a profile, in the form that JSON keeps: what is written now, or once a worker has answered."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from matching.spreadsheet.cells import plain
from matching.spreadsheet.found import ReadRow
from matching.spreadsheet.headers import About
from matching.spreadsheet.placing import households, people
from matching.spreadsheet.placing.slot import Kept, Slots
from matching.spreadsheet.values.reading import Proposal

SLOTS: Mapping[About, Slots[Any]] = {About.PEOPLE: people.SLOTS, About.HOUSEHOLDS: households.SLOTS}

MARK, WORKER, DIFFERENCE, LINK = "mark", "worker", "difference", "link"
"""Topics that are about the file rather than about a list of the profile."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something a worker is asked about one profile. Questions with the same topic and words are asked together."""

    topic: str
    words: str
    """What the file says; for a mark its column, for a worker the way their name is written."""
    options: tuple[str, ...] = ()
    stance: str | None = None
    slot: str | None = None
    value: Kept = None
    """For a difference: the slot and what the file says of it. For a mark: the column's fact and the mark itself."""

    @property
    def key(self) -> str:
        """What tells one question of a profile from another."""
        detail = json.dumps(self.value) if self.topic == DIFFERENCE else "|".join(self.options)
        return f"{self.topic}|{plain(self.words)}|{self.slot or ''}|{detail}"


@dataclass(frozen=True, slots=True)
class Told:
    """A row's values by slot with the words behind each, its notes, and what it asks."""

    about: About
    sheet: str
    row: int
    reference: str | None
    name: str
    values: Mapping[str, tuple[str, Kept]] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[tuple[str, str], ...] = ()
    worker: str | None = None
    questions: tuple[Question, ...] = ()

    @property
    def mark(self) -> str:
        """The same for two rows that say the same, wherever they stand in the file."""
        same = replace(self, sheet="", row=0, questions=())
        return hashlib.sha256(same.as_json().encode()).hexdigest()

    def as_json(self) -> str:
        """The row as text to keep."""
        return json.dumps(asdict(self), sort_keys=True, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> "Told":
        """The row that was kept."""
        kept = json.loads(text)
        kept["about"] = About(kept["about"])
        kept["values"] = {slot: (words, value) for slot, (words, value) in kept["values"].items()}
        kept["notes"] = tuple((column, words) for column, words in kept["notes"])
        kept["questions"] = tuple(question(one) for one in kept["questions"])
        return cls(**kept)


def question(kept: Mapping[str, Any]) -> Question:
    """A question that was kept as JSON."""
    return Question(**{**kept, "options": tuple(kept["options"])})


def tell(row: ReadRow, about: About) -> Told:
    """What a row tells. A fact that has no place in the profile is told as a note."""
    values: dict[str, tuple[str, Kept]] = {}
    headers: dict[str, str] = {}
    placed = {"reference", "worker"}
    for name, slot in SLOTS[about].by_name.items():
        value = slot.read(row)
        if value is not None:
            values[name] = (slot.words(row), value)
            headers[name] = next((row.headers[fact] for fact in slot.facts if fact in row.headers), name)
            placed.update(slot.facts)
    left = (
        (row.headers.get(fact, fact), row.sources[fact])
        for fact in row.facts
        if fact in row.sources and fact not in placed
    )
    notes = [(note.column, note.words) for note in row.notes]
    worker = row.facts.get("worker")
    return Told(
        about,
        row.sheet,
        row.row,
        row.reference,
        str(row.facts["known_as" if about is About.PEOPLE else "name"]),
        values,
        headers,
        tuple(dict.fromkeys((*notes, *left))),
        worker if isinstance(worker, str) else None,
        tuple(_questions(row)),
    )


def _questions(row: ReadRow) -> Iterator[Question]:
    for proposal in row.proposals:
        yield _proposed(proposal)
    for header, fact, mark in row.unclear:
        yield Question(MARK, column_key(row.sheet, header), slot=fact, value=mark)


def _proposed(proposal: Proposal) -> Question:
    return Question(proposal.topic, proposal.phrase, proposal.options, proposal.stance)


def column_key(sheet: str, header: str) -> str:
    """A column's name for what a scheme has said about it."""
    return f"{sheet}: {header}"[:200]
