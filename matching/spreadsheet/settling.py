"""Writing what a row tells into a profile, without undoing what somebody has since changed here.

For each slot the file's words are compared with what it said last time. The same words change nothing. Other words
change the profile only where it still holds what the file gave it (or nothing); otherwise Alongside's value is kept,
and a worker is asked.
"""

from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, field
from typing import Any

from matching.spreadsheet.found import Problem
from matching.spreadsheet.placing.slot import Kept, Slot
from matching.spreadsheet.told import DIFFERENCE, SLOTS, Question, Told
from scheme.changing import change
from scheme.errors import Refused

Said = MutableMapping[str, list[Any]]
"""Slot → [the file's words, the value here when they were taken in]."""

NOTE = "note: "


@dataclass(slots=True)
class Settled:
    """What came of it."""

    changed: bool = False
    problems: list[Problem] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)


def settle(profile: Any, told: Told, said: Said) -> Settled:
    """Write what the row tells into the profile; ``said`` is brought up to date."""
    settled = Settled()
    notes = list(told.notes)
    for name, (words, value) in told.values.items():
        refusal = _settle_slot(profile, SLOTS[told.about][name], words, value, said, settled)
        if refusal:
            column = told.headers.get(name, name)
            settled.problems.append(Problem(told.sheet, told.row, column, words, refusal.message))
            notes.append((column, words))
    _settle_notes(profile, dict(_numbered(notes)), said, settled)
    return settled


def _settle_slot(
    profile: Any, slot: Slot[Any], words: str, value: Kept, said: Said, settled: Settled
) -> Refused | None:
    before = said.get(slot.name)
    if before and before[0] == words:
        return None
    now = slot.get(profile)
    if same(now, value):
        said[slot.name] = [words, now]
    elif now is None or (before and same(now, before[1])):
        try:
            slot.put(profile, value)
        except Refused as refusal:
            said[slot.name] = [words, now]
            return refusal
        said[slot.name] = [words, slot.get(profile)]
        settled.changed = True
    else:
        said[slot.name] = [words, before[1] if before else None]
        settled.questions.append(Question(DIFFERENCE, words, slot=slot.name, value=value))
    return None


def same(one: Kept, other: Kept) -> bool:
    """Whether two kept values say the same; the order of a list does not matter."""
    if isinstance(one, list) and isinstance(other, list):
        return sorted(map(str, one)) == sorted(map(str, other))
    return one == other


def _numbered(notes: list[tuple[str, str]]) -> dict[str, tuple[str, str]]:
    """Each note by its column; a second one of the same column has its number."""
    by_key: dict[str, tuple[str, str]] = {}
    for column, words in notes:
        key, number = f"{NOTE}{column}", 2
        while key in by_key:
            key, number = f"{NOTE}{column} {number}", number + 1
        by_key[key] = (column, words)
    return by_key


def _settle_notes(profile: Any, notes: Mapping[str, tuple[str, str]], said: Said, settled: Settled) -> None:
    """Keep words as they stand. A note that changed in the file replaces its old words, where those still stand."""
    text = profile.notes or ""
    for key, (column, words) in notes.items():
        before, line = said.get(key), f"{column}: {words}"
        if before and before[0] == words:
            continue
        old = f"{column}: {before[0]}" if before else ""
        if old and old in text:
            text = text.replace(old, line, 1)
        elif line not in text.split("\n\n"):
            text = f"{text}\n\n{line}" if text else line
        said[key] = [words, None]
    if text != (profile.notes or ""):
        change(profile, {"notes": text}, profile.version)
        settled.changed = True
